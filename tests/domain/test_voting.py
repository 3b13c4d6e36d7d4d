"""Votes: what came of them, who speaks first, and on what one votes. Lines that are typed while all look on."""

from datetime import date
from pathlib import Path

import pytest

from okr_tui.domain.lines import Promise, day_of, promise
from okr_tui.domain.people import Person
from okr_tui.domain.turns import attending, speakers
from okr_tui.domain.voting import outcome, to_vote_on
from okr_tui.store.reader import Reader

FRIDAY = date(2026, 10, 16)
PEOPLE = (
    Person(id="noa", name="Noa Berger"),
    Person(id="lea", name="Léa Fontaine"),
    Person(id="lea-2", name="Lea Holm"),
)


@pytest.fixture(scope="module")
def lumio():
    workspace = Reader(Path(__file__).parents[2] / "sample_data" / "lumio").read()
    return workspace, workspace.default_cycle(FRIDAY)


def test_the_lowest_and_the_highest_speak_first():
    found = outcome([("sam", 2), ("ines", 4), (None, 3), ("tom", 7), ("lea", 6)])
    assert (found.lowest, found.highest, found.spread, found.votes) == ("sam", "tom", 5, 5)
    assert found.mean == 4.4


def test_nobody_is_an_outlier_where_all_agree():
    found = outcome([("sam", 5), ("ines", 5)])
    assert (found.lowest, found.highest, found.spread) == (None, None, 0)


def test_whoever_gave_no_name_is_not_named():
    found = outcome([(None, 1), ("ines", 5), (None, 9)])
    assert (found.lowest, found.highest) == (None, None)
    assert dict(found.counts) == {1: 1, 5: 1, 9: 1}


def test_a_vote_without_votes_has_a_result_all_the_same():
    assert (outcome([]).mean, outcome([]).spread) == (0.0, 0)


def test_only_what_changed_fell_or_lacks_a_confidence_is_voted_on(lumio):
    workspace, content = lumio
    pursued = {each.key_result.id for each in to_vote_on(workspace, content, "product", FRIDAY)}
    later = {each.key_result.id for each in to_vote_on(workspace, content, "product", date(2026, 11, 13))}
    assert len(pursued) == 8
    assert later  # three weeks later nothing has changed: what slips is left, else everything


def test_whoever_is_away_neither_votes_nor_speaks(lumio):
    workspace, content = lumio
    assert set(attending(workspace, "product", FRIDAY)) == {"noa", "sam", "ines", "lea", "zoe"}
    for by in ("turns", "random", "slips"):
        assert set(speakers(workspace, content, "product", FRIDAY, by, seed="x")) == {
            "noa",
            "sam",
            "ines",
            "lea",
            "zoe",
        }


def test_somebody_else_begins_each_week(lumio):
    workspace, content = lumio
    firsts = {
        speakers(workspace, content, "product", date(2026, 11, day), "turns", seed="")[0] for day in (6, 13, 20, 27)
    }
    assert len(firsts) == 4


def test_chance_is_the_same_for_a_ritual_that_is_opened_again(lumio):
    workspace, content = lumio
    orders = [
        speakers(workspace, content, "product", FRIDAY, "random", seed=seed) for seed in ("a", "a", "b", "c", "d")
    ]
    assert orders[0] == orders[1]
    assert len(set(orders)) > 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Noa: share the page by Wed 21 Oct", Promise("share the page", "noa", date(2026, 10, 21))),
        ("noa : partager la page, pour mercredi", Promise("partager la page", "noa", date(2026, 10, 21))),
        ("Léa Fontaine: call, by 2026-11-02", Promise("call", "lea", date(2026, 11, 2))),
        ("Lea: two are called so", Promise("Lea: two are called so", None, None)),
        ("Remember: stand by me", Promise("Remember: stand by me", None, None)),
        ("by Friday", Promise("by Friday", None, None)),
    ],
)
def test_an_action_says_who_and_by_when(line, told):
    assert promise(line, PEOPLE, FRIDAY) == told


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Friday", date(2026, 10, 23)),
        ("samedi", date(2026, 10, 17)),
        ("3 janvier", date(2027, 1, 3)),
        ("le 1er décembre", date(2026, 12, 1)),
        ("31 feb", None),
        ("soon", None),
        ("2026-13-01", None),
    ],
)
def test_days_in_words(words, day):
    assert day_of(words, FRIDAY) == day
