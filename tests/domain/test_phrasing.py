"""One line of an objective taken apart, and two measures in one told apart."""

import pytest

from okr_tui.domain.phrasing import split_in_two, split_why


@pytest.mark.parametrize(
    ("text", "what", "why"),
    [
        ("Support answers at night, so that no shop waits for the morning",
         "Support answers at night", "so that no shop waits for the morning"),
        ("Le support répond la nuit afin qu’aucune boutique n'attende", "Le support répond la nuit",
         "afin qu’aucune boutique n'attende"),
        ("Chaque équipe voit ses coûts pour que personne ne devine", "Chaque équipe voit ses coûts",
         "pour que personne ne devine"),
        ("Everybody knows so much", "Everybody knows so much", None),
        ("so that nobody waits", "so that nobody waits", None),
        ("  ", "", None),
    ],
)  # fmt: skip
def test_what_and_why_of_one_line(text, what, why) -> None:
    assert split_why(text) == (what, why)


def test_the_joint_that_the_coach_means_is_the_one_that_splits() -> None:
    text = "Search and filters answer in 1 s and cost 20 % less"
    at = text.index(" and cost")
    assert split_in_two(text, (at, at + 5)) == ("Search and filters answer in 1 s", "Cost 20 % less")
    assert split_in_two("Le délai baisse et la note monte") == ("Le délai baisse", "La note monte")
    assert split_in_two("One thing alone") == ("One thing alone", "")


def test_words_without_end_are_taken_apart_in_no_time() -> None:
    assert split_why("so " * 100_000)[1] is None
    assert split_in_two("x" * 100_000 + " and y")[1] == ""
