"""Which column of somebody's spreadsheet holds what."""

import pytest

from okr_tui.domain.incoming import guessed


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
