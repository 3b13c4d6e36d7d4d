"""What is new to a person since they last looked."""

import pytest

from okr_tui.domain.news import news
from tests.workspaces import Small, day

TODAY = day(45)
SINCE = day(40)


@pytest.fixture
def small() -> Small:
    """Noa's key result supports Maya's, and Sam's supports Noa's."""
    small = Small()
    small.objective("company", "live")
    small.key_result("live", "revenue", owner="maya", unit="k")
    small.objective("product", "grow", owner="sam", supports=["live"])
    small.key_result("grow", "nps", unit="%")
    small.objective("product", "answer", owner="sam", supports=["grow"])
    small.key_result("answer", "speed", owner="sam")
    small.objective("company", "apart", owner="maya")
    small.key_result("apart", "noise", owner="maya")
    return small


def told(small: Small, person: str = "noa"):
    return news(small.workspace(), person, SINCE, TODAY)


def test_figures_on_what_i_support_and_on_what_supports_me_are_news_others_are_not(small):
    for about, person in (("revenue", "maya"), ("speed", "sam"), ("noise", "maya")):
        small.says(person, "check_in", on=day(38), about=about, value=1)
        small.says(person, "check_in", on=day(44), about=about, value=2)
    found = {each.about.table.id: (each.relation, each.before, each.after) for each in told(small)}
    assert found == {"revenue": ("supported", 1, 2), "speed": ("supporting", 1, 2)}


def test_what_i_did_myself_and_what_i_have_seen_is_no_news(small):
    small.says("noa", "check_in", on=day(44), about="nps", value=30)
    small.says("maya", "check_in", on=day(39), about="revenue", value=30)
    assert told(small) == ()


def test_what_happened_on_the_day_of_the_last_look_is_told_because_it_may_have_come_later(small):
    small.says("maya", "check_in", on=SINCE, about="revenue", value=30)
    assert [each.kind for each in told(small)] == ["check-in"]


def test_several_figures_on_one_key_result_are_one_piece_of_news_from_the_first_to_the_last(small):
    for number, value in ((38, 10), (42, 11), (44, 14)):
        small.says("maya", "check_in", on=day(number), about="revenue", value=value)
    (only,) = told(small)
    assert (only.before, only.after, only.on) == (10, 14, day(44))


def test_a_withdrawn_figure_is_no_news(small):
    small.says("maya", "check_in", on=day(44), about="revenue", value=30, withdrawn=True)
    assert told(small) == ()


def test_words_on_mine_replies_to_me_and_thanks(small):
    mine = small.says("noa", "comment", on=day(41), about="revenue", text="Why so low?", kind="question")
    small.says("maya", "comment", on=day(44), about="revenue", text="Two deals moved.", reply_to=mine["id"])
    small.says("sam", "comment", on=day(43), about="nps", text="Nice.")
    small.says("sam", "comment", on=day(43), about="noise", text="Not hers.")
    small.says("sam", "kudos", on=day(45), to="noa", text="for the demo")
    small.says("sam", "kudos", on=day(45), to="maya", text="for the deal")
    assert [(each.kind, each.text) for each in told(small)] == [
        ("kudos", "for the demo"), ("reply", "Two deals moved."), ("comment", "Nice."),
    ]  # fmt: skip


def test_changes_in_my_team_after_agreement_and_what_was_given_up(small):
    result = small.key_result("answer", "late")
    result["owner"] = "sam"
    result["dropped"] = {"on": day(42), "why": "start less"}
    small.plan("product")["objective"][1]["key_result"][0]["changed"] = [
        {"on": day(44), "key": "target", "from": 50, "to": 40, "why": "too far", "by": "sam"},
        {"on": day(30), "key": "target", "from": 60, "to": 50, "why": "old", "by": "sam"},
    ]
    found = [(each.kind, each.key, each.before, each.after, each.text) for each in told(small)]
    assert found == [("change", "target", 50, 40, "too far"), ("dropped", "", None, None, "start less")]


def test_the_answer_to_a_request_of_my_team(small):
    at = small.says("sam", "kudos", on=day(30), to="sam", text="")["at"]
    request = {"id": "ask", "at": at, "kind": "depend", "from": "grow", "to": "live", "need": "a number"}
    small.plan("product").setdefault("request", []).append(request)
    small.says("maya", "answer", on=day(44), request="ask", verdict="decline", text="Not this cycle.")
    assert [(each.kind, each.key, each.text) for each in told(small)] == [("answer", "decline", "Not this cycle.")]


def test_a_stranger_has_no_news(small):
    small.says("maya", "check_in", on=day(44), about="revenue", value=30)
    assert told(small, "nobody") == ()
