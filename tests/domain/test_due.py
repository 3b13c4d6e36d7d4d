from datetime import datetime
from typing import Any

import pytest

from okr_tui.domain.due import KINDS, Owed, owed
from tests.workspaces import PARIS, Small, day

TODAY = 45
"""A Friday; the period before ended on day 38."""


def owes(small: Small, person: str, today: int = TODAY, kind: str | None = None) -> list[Owed]:
    return [item for item in owed(small.workspace(), person, day(today)) if kind in {None, item.kind}]


def ids(items: list[Owed]) -> list[str]:
    return [item.id for item in items]


@pytest.fixture
def small() -> Small:
    """One objective of Noa's in a team that Sam leads, checked in last week."""
    made = Small()
    made.objective("product", "grow", owner="noa")
    made.key_result("grow", "nps", baseline=20, target=40)
    made.says("noa", "check_in", on=day(38), about="nps", value=30)
    return made


def test_a_check_in_is_owed_by_the_owner_until_the_end_of_the_period(small: Small) -> None:
    (item,) = owes(small, "noa")
    assert (item.kind, item.id, item.title, item.team, item.cycle) == ("check-in", "nps", "Nps", "product", "t3")
    assert (item.due, item.overdue) == (day(45), False)
    assert item.about is not None
    assert not owes(small, "sam")
    small.says("noa", "check_in", on=day(44), about="nps", value=31)
    assert not owes(small, "noa")


def test_a_missed_period_is_overdue_since_its_last_day(small: Small) -> None:
    (item,) = owes(small, "noa", 47)
    assert (item.due, item.overdue) == (day(45), True)


def test_without_an_owner_the_teams_lead_owes_and_for_a_role_its_holders(small: Small) -> None:
    small.key_result("grow", "churn", owner=None, baseline=1, target=0)
    small.plan("product")["objective"][0]["key_result"][1].pop("owner")
    small.teams[1]["role"] = [{"id": "analyst", "title": "Analyst", "holders": ["maya"]}]
    small.key_result("grow", "mails", owner="analyst", baseline=1, target=0)
    assert ids(owes(small, "sam")) == ["churn"]
    assert ids(owes(small, "maya")) == ["mails"]


def test_an_owner_who_is_in_no_file_is_nobody_so_the_lead_owes(small: Small) -> None:
    small.key_result("grow", "theirs", owner="a-stranger", baseline=1, target=0)
    assert "theirs" in ids(owes(small, "sam"))
    assert not owes(small, "a-stranger")
    small.teams[1]["role"] = [{"id": "analyst", "title": "Analyst", "holders": ["a-stranger"]}]
    small.key_result("grow", "mails", owner="analyst", baseline=1, target=0)
    assert "mails" in ids(owes(small, "sam"))
    small.teams[1]["lead"] = "another-stranger"
    assert {"theirs", "mails"} <= set(ids(owes(small, "maya")))


def test_a_stand_in_who_is_in_no_file_stands_in_for_nobody(small: Small) -> None:
    small.people[0]["away"] = [{"from": day(44), "to": day(46), "stand_in": "a-stranger"}]
    assert ids(owes(small, "noa")) == ["nps"]


def test_where_people_toml_could_not_be_read_everybody_is_somebody(small: Small) -> None:
    small.people.clear()
    assert ids(owes(small, "noa")) == ["nps"]


def test_a_stand_in_owes_while_the_owner_is_away(small: Small) -> None:
    small.people[0]["away"] = [{"from": day(44), "to": day(46), "stand_in": "sam"}]
    assert ids(owes(small, "sam")) == ["nps"]
    assert not owes(small, "noa")
    assert ids(owes(small, "noa", 47)) == ["nps"]
    assert not owes(small, "sam", 47)


def test_away_without_a_stand_in_it_stays_with_the_owner(small: Small) -> None:
    small.people[0]["away"] = [{"from": day(44), "to": day(46)}]
    assert ids(owes(small, "noa")) == ["nps"]


def test_people_who_left_owe_nothing(small: Small) -> None:
    small.people[0]["left"] = day(45)
    assert not owes(small, "noa")
    assert ids(owes(small, "noa", 44)) == ["nps"]


def ask(small: Small, to: str, **keys: Any) -> None:
    at = datetime(2026, 10, 1, 9, tzinfo=PARIS)
    made = {"id": "ask", "at": at, "kind": "depend", "from": "company", "to": to, "need": "An event", **keys}
    small.plan("company").setdefault("request", []).append(made)


@pytest.mark.parametrize(("to", "person"), [("product", "sam"), ("grow", "noa"), ("nps", "noa")])
def test_a_request_is_owed_by_the_lead_of_the_team_or_the_owner_of_the_thing(
    small: Small, to: str, person: str
) -> None:
    ask(small, to, by=day(44))
    (item,) = owes(small, person, kind="request")
    assert (item.id, item.title, item.due, item.overdue, item.asked_by) == ("ask", "An event", day(44), True, "company")
    others = {"noa", "sam", "maya"} - {person}
    assert not [item for other in others for item in owes(small, other, kind="request")]


def test_an_answer_of_any_kind_settles_a_request(small: Small) -> None:
    ask(small, "product")
    assert [item.due for item in owes(small, "sam", kind="request")] == [None]
    small.says("sam", "answer", on=day(40), request="ask", verdict="decline")
    assert not owes(small, "sam", kind="request")


def test_a_proposal_is_reviewed_by_lead_parent_owner_and_reviewers_but_not_by_its_owner(small: Small) -> None:
    small.objective("company", "top", owner="maya")
    small.people.append({"id": "rosa", "name": "Rosa", "roles": ["reviewer"]})
    small.people.append({"id": "tom", "name": "Tom", "roles": ["champion"]})
    small.objective("product", "new", status="proposed", owner="noa", supports=["top"])
    owing = {person: ids(owes(small, person, kind="review")) for person in ("sam", "maya", "rosa", "tom", "noa")}
    assert owing == {"sam": ["new"], "maya": ["new"], "rosa": ["new"], "tom": [], "noa": []}


def test_a_word_on_a_proposal_is_its_review_and_alignment_its_day(small: Small) -> None:
    small.cycle("t3", rituals=({"id": "al", "kind": "alignment", "on": day(40)},), phase="align")
    small.objective("product", "new", status="proposed", owner="noa")
    (item,) = owes(small, "sam", kind="review")
    assert (item.due, item.overdue) == (day(40), True)
    small.cycle("t3", rituals=({"id": "al", "kind": "alignment", "on": day(40)},), phase="achieve")
    (item,) = owes(small, "sam", kind="review")
    assert (item.due, item.overdue) == (None, False), "what is proposed while the cycle runs is not late at once"
    small.says("sam", "comment", on=day(41), about="new", text="yes", kind="agree")
    assert not owes(small, "sam", kind="review")


@pytest.mark.parametrize("kind", ["question", "challenge"])
def test_a_question_or_challenge_waits_for_the_owner(small: Small, kind: str) -> None:
    asked = small.says("maya", "comment", on=day(40), about="nps", text="Why 40?", kind=kind)
    (item,) = owes(small, "noa", kind=kind)
    assert (item.id, item.title, item.asked_by, item.due) == (asked["id"], "Why 40?", "maya", None)
    small.says("sam", "comment", on=day(41), about="nps", text="I wonder too", reply_to=asked["id"])
    assert owes(small, "noa", kind=kind), "somebody else's reply is no answer"
    small.says("noa", "comment", on=day(41), about="nps", text="Because", reply_to=asked["id"])
    assert not owes(small, "noa", kind=kind)


def test_a_thread_that_anybody_resolved_waits_no_more(small: Small) -> None:
    asked = small.says("maya", "comment", on=day(40), about="nps", text="Why?", kind="question")
    between = small.says("sam", "comment", on=day(41), about="nps", text="Well", reply_to=asked["id"])
    small.says("maya", "comment", on=day(41), about="nps", text="Clear", reply_to=between["id"], resolved=True)
    assert not owes(small, "noa", kind="question")


def test_nobody_owes_an_answer_to_their_own_question_or_to_a_comment(small: Small) -> None:
    small.says("noa", "comment", on=day(40), about="nps", text="Why?", kind="question")
    small.says("maya", "comment", on=day(40), about="nps", text="Nice")
    assert not [item for item in owes(small, "noa") if item.kind != "check-in"]


def test_a_question_to_a_team_goes_to_its_lead(small: Small) -> None:
    small.says("maya", "comment", on=day(40), about="product", text="Why?", kind="question")
    assert len(owes(small, "sam", kind="question")) == 1
    assert not owes(small, "noa", kind="question")


@pytest.mark.parametrize(("help_from", "person"), [("maya", "maya"), ("company", "maya"), ("product", "sam")])
def test_help_is_owed_by_the_person_or_the_teams_lead(small: Small, help_from: str, person: str) -> None:
    small.says("noa", "check_in", on=day(44), about="nps", value=30, help_from=help_from)
    (item,) = owes(small, person, kind="help")
    assert (item.id, item.asked_by) == ("nps", "noa")
    small.says(person, "comment", on=day(45), about="nps", text="I come on Monday")
    assert not owes(small, person, kind="help")


def test_only_the_latest_check_in_asks_for_help(small: Small) -> None:
    small.says("noa", "check_in", on=day(43), about="nps", value=30, help_from="maya")
    small.says("noa", "check_in", on=day(44), about="nps", value=31)
    assert not owes(small, "maya", kind="help")


@pytest.mark.parametrize(
    ("due", "status", "owed_now"),
    [(44, "active", True), (52, "planned", True), (53, "planned", False), (44, "done", False), (44, "dropped", False)],
)
def test_initiatives_are_owed_from_a_week_before_their_day(
    small: Small, due: int, status: str, *, owed_now: bool
) -> None:
    key_result = small.plan("product")["objective"][0]["key_result"][0]
    key_result["initiative"] = [{"id": "do", "title": "Do it", "owner": "sam", "status": status, "due": day(due)}]
    found = owes(small, "sam", kind="initiative")
    assert ids(found) == (["do"] if owed_now else [])
    assert [item.overdue for item in found] == ([due < TODAY] if owed_now else [])


def test_grades_are_owed_in_measure_until_the_owner_gave_one(small: Small) -> None:
    assert not owes(small, "noa", kind="grade")
    small.cycle("t3", phase="measure")
    (item,) = owes(small, "noa", 101, kind="grade")
    assert (item.id, item.due, item.overdue) == ("nps", day(114), False)
    small.review("product", grade=[{"about": "nps", "computed": 0.5}])
    assert owes(small, "noa", 101, kind="grade"), "a computed grade is not the owner's"
    small.review("product", grade=[{"about": "nps", "self": 0.6, "when": "mid"}])
    assert owes(small, "noa", 101, kind="grade"), "a grade of the middle is not that of the end"
    small.review("product", grade=[{"about": "nps", "self": 0.6}])
    assert not owes(small, "noa", 101, kind="grade")


def test_actions_are_owed_even_where_their_cycle_is_closed(small: Small) -> None:
    small.cycle("t2", start=day(-120), end=day(-1), phase="closed")
    actions = [
        {"id": "open", "text": "One page", "owner": "noa", "due": day(40)},
        {"id": "done", "text": "Done", "owner": "noa", "done": day(3)},
        {"id": "hers", "text": "Sam's"},
    ]
    small.review("product", "t2", action=actions)
    (item,) = owes(small, "noa", kind="action")
    assert (item.id, item.title, item.due, item.overdue, item.cycle) == ("open", "One page", day(40), True, "t2")
    assert ids(owes(small, "sam", kind="action")) == ["hers"]


def test_nothing_but_actions_is_owed_for_a_closed_cycle(small: Small) -> None:
    small.says("maya", "comment", on=day(40), about="nps", text="Why?", kind="question")
    small.cycle("t3", phase="closed")
    assert not owes(small, "noa")


def test_overdue_comes_first_then_the_day_then_what_has_none(small: Small) -> None:
    small.review("product", action=[{"id": "late", "text": "Late", "owner": "noa", "due": day(1)}])
    small.review("product", action=[{"id": "some-day", "text": "Some day", "owner": "noa"}])
    small.review("product", action=[{"id": "soon", "text": "Soon", "owner": "noa", "due": day(60)}])
    assert ids(owes(small, "noa")) == ["late", "nps", "soon", "some-day"]


def test_kinds_are_those_that_scripts_rely_on() -> None:
    assert KINDS == (
        "check-in", "request", "review", "question", "challenge", "help", "initiative", "grade", "action",
    )  # fmt: skip


def test_what_somebody_who_left_owned_falls_to_the_lead_else_to_the_lead_above(small: Small) -> None:
    small.people[0]["left"] = day(40)
    assert ids(owes(small, "sam")) == ["nps"]
    small.people[1]["left"] = day(40)
    assert ids(owes(small, "maya")) == ["nps"]


def test_a_role_is_owed_by_the_holders_who_are_still_here(small: Small) -> None:
    small.teams[1]["role"] = [{"id": "analyst", "title": "Analyst", "holders": ["noa", "maya"]}]
    small.plan("product")["objective"][0]["key_result"][0]["owner"] = "analyst"
    small.people[0]["left"] = day(40)
    assert ids(owes(small, "maya")) == ["nps"]
    assert not owes(small, "sam")


def test_a_stand_in_who_is_away_too_has_a_stand_in_of_their_own_and_one_who_left_is_none(small: Small) -> None:
    small.people[0]["away"] = [{"from": day(44), "to": day(46), "stand_in": "sam"}]
    small.people[1]["away"] = [{"from": day(44), "to": day(46), "stand_in": "maya"}]
    assert ids(owes(small, "maya")) == ["nps"]
    small.people[1]["away"] = []
    small.people[1]["left"] = day(40)
    assert ids(owes(small, "noa")) == ["nps"]


def test_two_who_stand_in_for_each_other_keep_their_own(small: Small) -> None:
    small.people[0]["away"] = [{"from": day(44), "to": day(46), "stand_in": "sam"}]
    small.people[1]["away"] = [{"from": day(44), "to": day(46), "stand_in": "noa"}]
    assert ids(owes(small, "noa")) == ["nps"]


def test_nothing_is_due_in_a_closed_week_and_one_that_was_closed_was_not_missed(small: Small) -> None:
    # the period of days 39 to 45 is Saturday to Friday; closed from Monday (41) on
    small.settings["closed"] = [{"from": day(41), "to": day(45)}]
    assert not owes(small, "noa")
    (item,) = owes(small, "noa", 47)
    assert (item.due, item.overdue) == (day(52), False)


def test_away_all_week_without_a_stand_in_nothing_was_missed_with_one_it_was(small: Small) -> None:
    small.people[0]["away"] = [{"from": day(41), "to": day(45)}]
    assert [item.overdue for item in owes(small, "noa", 47)] == [False]
    small.people[0]["away"] = [{"from": day(41), "to": day(45), "stand_in": "sam"}]
    assert [item.overdue for item in owes(small, "noa", 47)] == [True]


def test_what_is_owed_comes_from_every_open_cycle_the_annual_one_too(small: Small) -> None:
    small.cycle("year", kind="annual", start=day(-200), end=day(100))
    small.objective("product", "yearly", "year", owner="noa")
    small.key_result("yearly", "arr", baseline=1, target=2)
    assert set(ids(owes(small, "noa"))) == {"nps", "arr"}


def test_a_question_on_what_somebody_who_left_owned_waits_for_the_lead(small: Small) -> None:
    small.people[0]["left"] = day(40)
    small.says("maya", "comment", on=day(42), about="nps", kind="question", text="Why?")
    assert [item.kind for item in owes(small, "sam", kind="question")] == ["question"]
