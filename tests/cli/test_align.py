"""`okr align`, `support`, `answer`, `dismiss`: what is printed, what scripts get, and the exit codes."""

import json
import tomllib

import pytest

from okr_tui.cli.main import run

PEOPLE = "newcomers-ship-in-week-ac8rg"
EVERY_TEAM = "every-new-team-gets-a-5bfc0"
INVITED = "which-first-answers-help-zn7v3"


def told(capsys, *argv):
    code = run([*argv, "--json"])
    return code, json.loads(capsys.readouterr().out)


def plan(root, team):
    return tomllib.loads((root / "cycles/t3/okrs" / f"{team}.toml").read_text(encoding="utf-8"))


def codes(capsys, *argv):
    return [each["code"] for each in told(capsys, "align", *argv)[1]["alerts"]]


def test_it_tells_the_tree_the_health_and_each_alert_with_why_and_what_to_do(root, capsys):
    assert run(["align"]) == 0
    out = capsys.readouterr().out
    assert "● 3 contribute" in out
    assert "6 of 11 objectives without an open alert" in out
    assert "Growth: 4 → 8 /wk" in out
    assert "Whoever reaches theirs makes the other miss." in out
    assert "To do: bring the owners" in out


def test_scripts_get_the_keys_they_may_rely_on(root, capsys):
    code, found = told(capsys, "align")
    assert code == 0
    assert 0 < found["health"] < 1
    assert {"from", "to", "kind", "state"} <= found["links"][0].keys()
    assert {"supports", "depend", "invite", "contribute"} == {each["kind"] for each in found["links"]}
    assert {"asked", "accepted", "stands"} <= {each["state"] for each in found["links"]}
    assert [each["code"] for each in found["alerts"]] == [
        "contradiction",
        "uncovered",
        "duplicate",
        "request-unanswered",
    ]
    assert all({"code", "severity", "about", "message"} <= each.keys() for each in found["alerts"])


def test_strict_is_for_a_pipeline(root, capsys):
    assert run(["align", "--strict"]) == 1
    assert run(["align", "--strict", "--team", "platform"]) == 0
    assert run(["align", "--strict", "--json"]) == 1


def test_a_team_sees_what_concerns_it(root, capsys):
    assert codes(capsys, "--team", "growth") == ["contradiction"]
    assert run(["align", "--team", "growth"]) == 0
    out = capsys.readouterr().out
    assert "Trials come from people who need us" in out
    assert "Imports never lose a row" not in out


def test_without_company_okrs_that_is_the_first_line_with_what_begins_them(root, capsys):
    (root / "cycles/t3/okrs/lumio.toml").unlink()
    (root / "cycles/year/okrs/lumio.toml").unlink()
    assert run(["align"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("No company OKRs.")
    assert "okr add objective “…” --team lumio" in out
    found = told(capsys, "align")[1]
    assert found["alerts"][0]["code"] == "no-company-okrs"


def test_a_link_is_declared_and_taken_back(root, capsys):
    assert told(capsys, "support", PEOPLE, "--of", EVERY_TEAM)[1]["file"] == "cycles/t3/okrs/people.toml"
    assert plan(root, "people")["objective"][0]["supports"] == [EVERY_TEAM]
    assert run(["support", PEOPLE, "--of", EVERY_TEAM]) == 2
    assert run(["support", EVERY_TEAM, "--of", PEOPLE]) == 2
    assert run(["support", PEOPLE, "--of", EVERY_TEAM, "--remove"]) == 0
    assert "supports" not in plan(root, "people")["objective"][0]
    assert run(["support", PEOPLE, "--of", "vision"]) == 0
    assert plan(root, "people")["objective"][0]["supports"] == ["vision"]


def test_accepting_an_invitation_drafts_the_link(root, capsys):
    assert run(["--me", "rosa", "answer", INVITED, "accept", "Gladly"]) == 0
    drafted = [each for each in plan(root, "care")["objective"] if each["status"] == "draft"]
    assert [each["supports"] for each in drafted] == [[EVERY_TEAM]]
    capsys.readouterr()
    assert "request-unanswered" not in codes(capsys)


def test_no_needs_a_reason_and_another_day_is_one(root, capsys):
    assert run(["--me", "rosa", "answer", INVITED, "decline"]) == 2
    assert run(["answer", "an-event-on-project-k6mf2", "challenge", "--by", "2026-11-20"]) == 0
    said = tomllib.loads((root / "cycles/t3/journal/2026-w42/noa.toml").read_text(encoding="utf-8"))["answer"]
    assert str(said[-1]["by"]) == "2026-11-20"


def test_whoever_asks_does_not_say_yes_or_no_for_who_is_asked(root, capsys):
    for verdict in ("accept", "decline"):
        assert run(["--me", "karim", "answer", "an-event-on-project-k6mf2", verdict, "fine"]) == 2
        assert "Product that says yes or no" in capsys.readouterr().err
    assert run(["answer", "an-event-on-project-k6mf2", "challenge", "--by", "2026-11-20"]) == 0
    assert run(["--me", "karim", "answer", "an-event-on-project-k6mf2", "accept"]) == 0, (
        "another day was proposed to them"
    )


def test_both_sides_see_the_same_state(root, capsys):
    run(["answer", "an-event-on-project-k6mf2", "challenge", "later", "--by", "2026-11-20"])
    capsys.readouterr()
    for me in ("karim", "noa"):
        run(["--me", me, "due", "--json"])
        waits = [each["id"] for each in json.loads(capsys.readouterr().out) if each["kind"] == "request"]
        assert ("an-event-on-project-k6mf2" in waits) is (me == "karim")


def test_an_alert_is_dismissed_with_a_reason_that_the_next_person_reads(root, capsys):
    assert run(["dismiss", "teams-get-an-answer-sqkpz", "duplicate"]) == 2
    assert run(["dismiss", "teams-get-an-answer-sqkpz", "duplicate", "--why", "Two kinds of customers"]) == 0
    capsys.readouterr()
    found = told(capsys, "align")[1]
    assert "duplicate" not in [each["code"] for each in found["alerts"]]
    assert [(each["by"], each["reason"]) for each in found["dismissed"]] == [("noa", "Two kinds of customers")]
    run(["align"])
    assert "lets it stand: Two kinds of customers" in capsys.readouterr().out
    assert (
        run(["edit", "teams-get-an-answer-sqkpz", "title=Customers get an answer before they lose their patience"]) == 0
    )
    capsys.readouterr()
    assert "duplicate" in codes(capsys)


@pytest.mark.parametrize(
    "argv", [["dismiss", "nothing", "--why", "x"], ["support", "qqqq", "--of", "vision"], ["answer", "qqqq", "accept"]]
)
def test_what_is_not_there_is_said(root, capsys, argv):
    assert run(argv) == 2
    assert capsys.readouterr().err


def test_a_request_is_asked_once_and_an_invitation_needs_no_words(root, capsys):
    ends = ["--from", EVERY_TEAM, "--to", "people", "--kind", "invite"]
    assert run(["--me", "maya", "add", "request", *ends]) == 0
    asked = plan(root, "lumio")["request"][-1]
    assert (asked["kind"], asked["to"]) == ("invite", "people")
    assert "Every new team gets a result in a week" in asked["need"]
    assert run(["--me", "maya", "add", "request", *ends]) == 2
    assert run(["add", "request", "--from", "product", "--to", "care"]) == 2
    assert run(["add", "request", "A list", "--from", "product", "--to", "care", "--by", "2026-10-01"]) == 2


def test_who_wants_okrs_of_their_own_is_told_kindly_what_they_can_take(root, capsys):
    assert run(["add", "objective", "I learn to sail", "--team", "noa"]) == 2
    said = capsys.readouterr().err
    assert "OKRs go down to teams here" in said
    assert "Product" in said
