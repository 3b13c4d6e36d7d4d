"""A champion's rounds: who checks in, sponsors and leads first; what is stuck, unanswered, without an owner."""

from datetime import date, datetime
from typing import Any

import pytest

from okr_tui.domain.champion import Rounds, may_see, rounds
from tests.workspaces import PARIS, Small, day


@pytest.fixture
def small() -> Small:
    """Noa checks in each week but the last, Maya (sponsor) never; Sam leads the team and owns nothing."""
    made = Small()
    made.people[2]["roles"] = ["sponsor"]
    made.objective("product", "grow", owner="noa")
    made.key_result("grow", "nps", baseline=20, target=40)
    made.objective("company", "year", owner="maya")
    made.key_result("year", "arr", owner="maya", baseline=1, target=2)
    for number in (1, 8, 15, 22, 29):
        made.says("noa", "check_in", on=day(number), about="nps", value=30)
    return made


def went(small: Small, today: int = 43) -> Rounds:
    return rounds(small.workspace(), small.content(), day(today))


def test_sponsors_and_leads_come_first_then_who_misses_most(small: Small) -> None:
    small.key_result("grow", "mails", owner="sam", baseline=1, target=2)
    people = went(small).people
    assert [(each.person, each.leading) for each in people] == [("maya", "sponsor"), ("sam", "lead"), ("noa", "")]


def test_a_persons_rhythm_is_their_finished_periods_with_a_figure(small: Small) -> None:
    # periods end on Fridays, days 3, 10, 17, 24, 31, 38: six are over on day 43, five of them kept
    noa = next(each for each in went(small).people if each.person == "noa")
    assert (noa.wanted, noa.made, noa.overdue, noa.rhythm, noa.last) == (1, 0, 1, 5 / 6, day(29))


def test_a_lead_who_owes_nothing_is_told_with_their_last_word(small: Small) -> None:
    small.says("sam", "comment", on=day(41), about="nps", text="Good")
    sam = next(each for each in went(small).people if each.person == "sam")
    assert (sam.leading, sam.wanted, sam.rhythm, sam.last) == ("lead", 0, None, day(41))


def test_who_left_is_not_told(small: Small) -> None:
    small.people[0]["left"] = day(40)
    assert "noa" not in {each.person for each in went(small).people}


def test_a_team_counts_what_is_stale_and_slipping(small: Small) -> None:
    teams = {each.team: each for each in went(small, 50).teams}
    assert (teams["product"].stale, teams["company"].stale) == (1, 1)
    assert teams["product"].last == day(29)


def test_drafts_are_stuck_without_a_word_for_a_week_of_a_running_cycle(small: Small) -> None:
    small.objective("product", "old", status="draft")
    small.objective("product", "talked", status="proposed")
    small.says("sam", "comment", on=day(41), about="talked", text="Why?")
    assert [(each.place.title, each.days) for each in went(small).drafts] == [("Old", 43)]
    assert not went(small, 6).drafts


def request(small: Small, **keys: Any) -> None:
    at = datetime(2026, 10, 1, 9, tzinfo=PARIS)  # day 30
    made = {"id": "need-1", "at": at, "kind": "depend", "from": "product", "to": "company", "need": "A list", **keys}
    small.plan("product").setdefault("request", []).append(made)


def test_requests_wait_for_the_team_whose_turn_it_is(small: Small) -> None:
    request(small)
    (one,) = went(small).requests
    assert (one.asked.request.need, one.turn, one.days) == ("A list", "company", 13)
    small.says("maya", "answer", on=day(40), request="need-1", verdict="accept")
    assert not went(small).requests


def test_what_has_no_owner_or_one_who_has_left_or_is_nobody(small: Small) -> None:
    small.objective("product", "nobodys")
    small.key_result("nobodys", "strangers", owner="nobody-here")
    small.people[2]["left"] = date(2026, 9, 2)
    assert [each.title for each in went(small).unowned] == ["Year", "Arr", "Nobodys", "Strangers"]


@pytest.mark.parametrize(
    ("person", "sees"), [("maya", True), ("sam", False), ("noa", True), (None, False), ("nobody", False)]
)
def test_the_view_is_for_those_with_the_role_and_champions_of_teams(
    small: Small, person: str | None, sees: bool
) -> None:
    small.teams[1]["champion"] = "noa"
    assert may_see(small.workspace(), person) is sees
