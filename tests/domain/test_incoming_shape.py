"""Tables from elsewhere: where their head is, which of two columns is meant, and rows that say their own level."""

import pytest

from okr_tui.domain.incoming import Row
from okr_tui.domain.incoming_shape import by_level, head_of, told_apart

NAMES = ["Order", "Type", "Summary", "Owner", "Start value", "Current value", "Target value", "Description"]
ROWS = [
    ("1", "Objective", "Grow revenue", "Ada", "0", "2", "10", "So that we last"),
    ("1.1", "Key result", "Increase sales", "Bo", "5", "7", "15", ""),
    ("1.1.1", "Initiative", "Call everybody", "Bo", "", "", "", ""),
    ("2", "objective", "Answer sooner", "Bo", "", "", "", ""),
    ("2.1", "KR", "Hours to an answer", "", "8", "", "3", ""),
]


def table(names=NAMES, rows=ROWS):
    return [Row(number, dict(zip(names, cells, strict=True))) for number, cells in enumerate(rows, start=2)]


@pytest.mark.parametrize(
    ("rows", "at"),
    [
        ([["Objective", "Key Result"], ["Grow", "Sign-ups"]], 0),
        (
            [
                ["Team OKRs Q4", "", "", ""],
                ["Objective", "Key Result", "Start", "Target"],
                ["Grow", "Sign-ups", "1", "2"],
            ],
            1,
        ),
        (
            [["Acme"], ["made on", "3 Oct"], ["Order", "Type", "Summary", "Target value"], ["1", "Objective", "x", ""]],
            2,
        ),
        ([["a", "b"], ["1", "2"]], 0),
        ([["Objectif", "Résultat clé", "Cible"], ["Objective", "Key result", "3"]], 0),
        ([], 0),
    ],
)
def test_the_head_is_the_first_row_in_which_most_names_are_known(rows, at):
    assert head_of(rows) == at


def test_two_columns_of_one_name_are_told_apart():
    assert told_apart(["Owner", "Owner", "", "", "Owner"]) == ["Owner", "Owner (2)", "", "", "Owner (3)"]


def test_rows_with_a_type_become_key_results_below_their_objectives():
    found = by_level(NAMES, table())
    assert found is not None
    assert [(row.cells.get("Objective"), row.cells.get("Key result")) for row in found.rows] == [
        ("Grow revenue", None), (None, "Increase sales"), ("Answer sooner", None), (None, "Hours to an answer"),
    ]  # fmt: skip
    assert found.rows[0].cells["Objective owner"] == "Ada"
    assert found.rows[0].cells["Why"] == "So that we last"
    assert found.rows[0].cells["Start value"] is None  # an objective has no figures of its own
    assert (found.rows[1].cells["Start value"], found.rows[1].cells["Owner"]) == ("5", "Bo")
    assert [(each.number, each.code, each.about) for each in found.troubles] == [(4, "other-level", "Initiative")]


@pytest.mark.parametrize("says", ["Grow revenue", "grow  revenue", "1"])
def test_a_parent_is_found_by_its_title_or_its_number(says):
    names = [*NAMES, "Parent"]
    rows = [(*cells, says if cells[1] == "KR" else "") for cells in ROWS]
    found = by_level(names, table(names, rows))
    assert found is not None
    assert found.rows[-1].cells["Objective"] == "Grow revenue"


def test_a_type_of_measure_is_no_level():
    names = ["Objective", "Key result", "Type", "Title"]
    assert by_level(names, table(names, [("Grow", "Sign-ups", "percentage", "x")])) is None
