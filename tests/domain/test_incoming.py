"""Which line of somebody's spreadsheet is the head, and which column holds what."""

import pytest

from okr_tui.domain.columns import NAMES, OF_ITEMS, guessed
from okr_tui.domain.items import mapped
from okr_tui.domain.sheet import Line, below_head, distinct


@pytest.mark.parametrize(
    ("column", "key"),
    [
        ("Objective", "objective"), ("OBJECTIF", "objective"), ("Goal", "objective"), ("Key Result #1", "key_result"),
        ("key_result", "key_result"), ("Résultat-clé", "key_result"), ("KR", "key_result"), ("Owner (KR)", "owner"),
        ("Porteur", "owner"), ("Target value (Q4)", "target"), ("Valeur cible", "target"), ("Valeur de départ", "baseline"),
        ("Start value", "baseline"), ("Équipe", "team"), ("Unité", "unit"), ("Responsable de l’objectif", "objective_owner"),
    ],
)  # fmt: skip
def test_a_column_is_known_by_its_name_in_english_and_french(column, key):
    assert guessed([column]) == {column: key}


def test_a_column_that_nobody_knows_holds_nothing_and_the_first_of_two_counts():
    assert guessed(["Mood", "Objective", "Goal", "Target", "Comment"]) == {"Objective": "objective", "Target": "target"}


@pytest.mark.parametrize(
    ("columns", "held"),
    [
        (["Target (old)", "Target"], {"Target": "target"}),
        (["Target", "Target (old)"], {"Target": "target"}),
        (["Goal", "Objective"], {"Objective": "objective"}),
        (["Objectve", "Objective"], {"Objective": "objective"}),
        (["Objectve", "Onwer"], {"Objectve": "objective"}),  # five letters of which two differ are another word
        (["Lead", "Owner"], {"Owner": "owner"}),
        (["Owner (2)", "Owner"], {"Owner": "owner"}),
        (["Start date", "Target date"], {}),
        (["Key result id", "Key result"], {"Key result": "key_result"}),
    ],
)
def test_an_exact_name_goes_before_one_that_differs_in_brackets_and_that_before_a_similar_one(columns, held):
    assert guessed(columns) == held


@pytest.mark.parametrize("key", [key for key in NAMES if key not in OF_ITEMS])
def test_a_key_is_the_name_of_its_own_column_wherever_its_other_names_stand(key):
    own = key.replace("_", " ").capitalize()
    assert guessed([*(name for name in NAMES[key] if name != own.lower()), own])[own] == key


def sheet(*lines, named=()):
    return below_head([Line(number, line.split(",")) for number, line in lines], named)


@pytest.mark.parametrize(
    ("above", "named"),
    [
        ([], ()),
        ([(1, "Team OKRs Q4,,,")], ()),
        ([(1, "Team OKRs Q4,,,"), (2, "by Ada,2026-10-01"), (3, "Status,Owner")], ()),
        ([(1, "Objective"), (2, "of this quarter,,,")], ()),
        ([(1, "Objective,Key Result,Start,Target,Owner,Team")], ("Grow",)),  # what a person says goes before
    ],
)
def test_lines_above_the_head_are_told_and_not_read(above, named):
    head = "Objective,Key Result,Start,Grow" if named else "Objective,Key Result,Start,Target"
    read = sheet(*above, (8, head), (9, "Grow,Sign-ups,10,20"), named=named)
    assert (read.head, [line.number for line in read.above]) == (8, [number for number, _ in above])
    assert [(row.number, list(row.cells.values())) for row in read.rows] == [(9, ["Grow", "Sign-ups", "10", "20"])]


def test_a_row_that_only_speaks_of_an_objective_is_no_head():
    read = sheet((1, "Typ,Titel,Wert"), (2, "Objective,Grow,1"), (3, "Key result,Sign-ups,2"))
    assert (read.head, read.columns) == (1, ("Typ", "Titel", "Wert"))


def test_a_head_that_comes_again_is_no_row():
    assert len(sheet((1, "Objective,Owner"), (2, "Grow,ada"), (3, "Objective,Owner"), (4, "Last,bo")).rows) == 2


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["Owner", "Objective", "Owner"], ["Owner", "Objective", "Owner (2)"]),
        (["A", "A", "A (2)", "A"], ["A", "A (3)", "A (2)", "A (4)"]),
        (["", "", "A"], ["", "", "A"]),
    ],
)
def test_columns_of_one_name_are_told_apart(names, told):
    assert distinct(names) == told


def test_what_stands_below_no_name_is_a_column_too():
    read = sheet((1, "Objective,,Target"), (2, "Grow,x,20,late"), (3, "Stay,,,"))
    assert read.columns == ("Objective", "column 2", "Target", "column 4")
    assert read.rows[0].cells["column 4"] == "late"


@pytest.mark.parametrize(
    ("head", "row", "level"),
    [
        ("Order,Type,Summary", "1,Objective,Grow", "Type"),
        ("Level,Type,Title", "Company,Objective,Grow", "Type"),
        ("Type,Level,Title", "Percentage,Goal,Grow", "Level"),
        ("Niveau,Titre", "Objectif,Grandir", "Niveau"),
        ("Typ,Titel", "Ziel,Wachsen", "Typ"),
        ("Tipo,Titulo", "Objetivo,Crecer", "Tipo"),
        ("Issue Type,Summary,Parent key", "Company Objective,Grow,", "Issue Type"),
        ("Type,Objective,Owner", "Objective,Grow,ada", "Type"),
        ("Objective,Key result,Type", "Grow,Sales,Percentage", None),
        ("Objective,Key result,Type", "Grow,,Objective", None),
        ("Objective,Key result,Title,Id", "Grow,Sales,Chief,3", None),
    ],
)
def test_a_table_of_items_is_known_by_what_its_rows_say_they_are(head, row, level):
    columns = mapped(sheet((1, head), (2, row)), {})
    assert columns.get(level) == ("level" if level else None)
    assert ("title" in columns.values()) == bool(level)
    assert ("objective" in columns.values()) != bool(level)
