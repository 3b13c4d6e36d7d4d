"""Talking, proposing and agreeing from the command line: what is printed, what stands in the files, who owes what."""

import json
import tomllib

import pytest

from okr_tui.cli.main import run
from tests.workspaces import Small, day


@pytest.fixture
def small(tmp_path, monkeypatch):
    """Product drafts the next cycle; Maya owns what it supports, Sam leads it, Noa drafts."""
    made = Small()
    made.objective("company", "north", cycle="t3", owner="maya")
    made.cycle("t1", start=day(101), end=day(200), phase="make")
    made.objective("product", "grow", cycle="t1", status="draft", owner="noa", supports=["north"])
    made.key_result("grow", "nps", baseline=20, target=40, unit="points")
    made.objective("product", "calm", cycle="t1", status="draft", owner="noa", supports=["north"])
    root = made.write(tmp_path / "small")
    monkeypatch.setenv("OKR_WORKSPACE", str(root))
    monkeypatch.setenv("OKR_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("OKR_TODAY", day(45).isoformat())
    monkeypatch.setenv("OKR_ME", "noa")
    monkeypatch.setattr("okr_tui.cli.prompt.refresh_soon", lambda *_told: None)
    return root


def told(capsys, *argv: str, code: int = 0):
    capsys.readouterr()
    assert run([*argv, "--json"]) == code
    return json.loads(capsys.readouterr().out)


def plan(root) -> dict:
    return tomllib.loads((root / "cycles/t1/okrs/product.toml").read_text(encoding="utf-8"))


def said(root, person: str) -> list[dict]:
    files = sorted(root.glob(f"cycles/*/journal/*/{person}.toml"))
    return [each for file in files for each in tomllib.loads(file.read_text(encoding="utf-8")).get("comment", [])]


def owes(capsys, person: str) -> list[tuple[str, str]]:
    return [(each["kind"], each["title"]) for each in told(capsys, "--me", person, "due")]


def test_a_question_is_owed_by_the_owner_answered_by_its_id_and_read_as_a_thread(small, capsys):
    asked = told(capsys, "--me", "maya", "comment", "nps", "Who answers it?", "--kind", "question")
    assert set(asked) == {"id", "file", "change"}
    assert owes(capsys, "noa") == [("question", "Who answers it?")]
    assert run(["comment", asked["id"], "Everybody who stays a month."]) == 0
    assert owes(capsys, "noa") == []
    (thread,) = told(capsys, "comment", "nps")
    assert (thread["kind"], thread["open"], thread["by"]) == ("question", False, "maya")
    assert [each["text"] for each in thread["replies"]] == ["Everybody who stays a month."]
    assert run(["comment", "nps"]) == 0
    assert "Everybody who stays" in capsys.readouterr().out


def test_anybody_closes_a_thread_with_or_without_words(small, capsys):
    asked = told(capsys, "--me", "maya", "comment", "nps", "Why?", "--kind", "challenge")
    assert run(["--me", "sam", "comment", "nps", "--reply-to", asked["id"], "--resolve"]) == 0
    assert said(small, "sam")[-1] | {"id": "", "at": ""} == {
        "id": "", "at": "", "about": "nps", "text": "", "reply_to": asked["id"], "resolved": True,
    }  # fmt: skip
    assert owes(capsys, "noa") == []


def test_the_first_named_word_is_told_to_last_and_only_the_first(small, capsys):
    for expected in (True, False):
        assert run(["comment", "grow", "Fine."]) == 0
        assert ("for good" in capsys.readouterr().err) is expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Recommended by newcomers", {"title": "Recommended by newcomers"}),
        ("target = 45\nweight=2\nIt moved last year.", {"target": 45, "weight": 2}),
        ("25 -> 50 %", {"baseline": 25, "target": 50, "unit": "%"}),
    ],
)
def test_a_suggestion_is_applied_with_one_command_and_undone_with_one(small, capsys, text, values):
    made = told(capsys, "--me", "maya", "comment", "nps", text, "--kind", "suggestion")
    before = {path: path.read_bytes() for path in small.rglob("*.toml")}
    assert run(["comment", "--apply", made["id"]]) == 0
    (key_result,) = plan(small)["objective"][0]["key_result"]
    assert values.items() <= key_result.items()
    assert (said(small, "noa")[-1]["reply_to"], said(small, "noa")[-1]["resolved"]) == (made["id"], True)
    assert run(["undo"]) == 0
    assert {path: path.read_bytes() for path in small.rglob("*.toml")} == before


@pytest.mark.parametrize("text", ["And if it were another one?", "colour = red", "target = lots"])
def test_a_suggestion_that_proposes_nothing_or_nonsense_changes_nothing(small, capsys, text):
    made = told(capsys, "--me", "maya", "comment", "nps", text, "--kind", "suggestion")
    before = plan(small)
    assert run(["comment", "--apply", made["id"]]) == 2
    assert plan(small) == before


def test_a_suggestion_for_what_is_agreed_needs_a_reason_which_its_other_words_may_be(small, capsys):
    path = small / "cycles/t1/okrs/product.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"draft"', '"agreed"'), encoding="utf-8")
    bare = told(capsys, "--me", "maya", "comment", "nps", "target = 35", "--kind", "suggestion")
    assert run(["comment", "--apply", bare["id"]]) == 2
    told_why = told(capsys, "--me", "maya", "comment", "nps", "target = 35\nIt was late.", "--kind", "suggestion")
    assert run(["comment", "--apply", told_why["id"]]) == 0
    (changed,) = plan(small)["objective"][0]["key_result"][0]["changed"]
    assert (changed["from"], changed["to"], changed["why"]) == (40, 35, "It was late.")


def test_a_question_to_the_champion_is_owed_by_the_champion(small, capsys):
    assert run(["ask", "Why do we check in on Fridays?"]) == 0
    assert "Sam" in capsys.readouterr().out
    assert owes(capsys, "sam") == [("question", "Why do we check in on Fridays?")]


def test_a_poll_waits_for_the_team_and_shows_names(small, capsys):
    poll = told(capsys, "add", "poll", "Days or weeks?", "--option", "Days", "--option", "Weeks", "--about", "nps")
    assert ("question", "Days or weeks?") in owes(capsys, "sam")
    assert run(["--me", "sam", "choose", poll["id"], "week"]) == 0
    assert "2  Weeks  1  Sam Okafor" in capsys.readouterr().out
    assert ("question", "Days or weeks?") not in owes(capsys, "sam")
    found = told(capsys, "choose", poll["id"])
    assert [each["chosen_by"] for each in found["options"]] == [[], ["sam"]]
    assert found["waits_for"] == ["noa"]
    assert run(["choose", poll["id"], "Years"]) == 2
    assert run(["add", "poll", "One?", "--option", "A", "--option", "A ", "--team", "product"]) == 2
    capsys.readouterr()
    assert run(["check"]) == 0, capsys.readouterr().out


def test_a_plan_is_proposed_as_a_whole_after_what_it_lacks_and_agreed_when_all_have(small, capsys):
    assert run(["propose"]) == 0
    out = capsys.readouterr().out
    assert "No key result yet" in out
    assert [each["status"] for each in plan(small)["objective"]] == ["proposed", "proposed"]
    assert run(["propose"]) == 2
    assert owes(capsys, "sam") == owes(capsys, "maya") == [("review", "Calm"), ("review", "Grow")]
    assert run(["--me", "sam", "agree", "product"]) == 0
    assert "waits for Maya Lind" in capsys.readouterr().out
    assert [each["status"] for each in plan(small)["objective"]] == ["proposed", "proposed"]
    assert run(["--me", "maya", "agree", "grow"]) == 0
    assert [each["status"] for each in plan(small)["objective"]] == ["agreed", "proposed"]
    word = said(small, "maya")[-1]
    assert (word["kind"], "nps.target=40" in word["digest"]) == ("agree", True)
    assert run(["--me", "maya", "agree", "grow"]) == 2


def test_where_all_agreed_apart_from_each_other_one_more_agree_makes_it_agreed(small, capsys):
    assert run(["propose", "grow"]) == 0
    before = plan(small)
    for person in ("sam", "maya"):
        assert run(["--me", person, "agree", "grow"]) == 0
    file = small / "cycles/t1/okrs/product.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('"agreed"', '"proposed"'), encoding="utf-8")
    assert plan(small) == before
    assert ("review", "Grow") in owes(capsys, "sam")
    assert run(["--me", "sam", "agree", "grow"]) == 0
    assert plan(small)["objective"][0]["status"] == "agreed"
    assert len(said(small, "sam")) == 1


def test_agreeing_again_is_asked_for_what_changed_and_shows_it(small, capsys):
    for argv in (["propose", "grow"], ["--me", "sam", "agree", "grow"], ["--me", "maya", "agree", "grow"]):
        assert run(argv) == 0
    assert run(["edit", "nps", "target=35"]) == 2
    assert run(["edit", "nps", "target=35", "--why", "The survey moved"]) == 0
    assert owes(capsys, "maya") == [("review", "Grow")]
    assert run(["--me", "maya", "agree", "grow"]) == 0
    assert "“Nps”: target 40 → 35" in capsys.readouterr().out
    assert owes(capsys, "maya") == []
    assert run(["edit", "nps", "measure=the survey"]) == 0
    assert owes(capsys, "maya") == []


def test_nothing_is_agreed_that_is_not_proposed(small, capsys):
    assert run(["--me", "sam", "agree", "grow"]) == 2
    assert run(["--me", "sam", "agree", "product"]) == 2
    assert said(small, "sam") == []


def test_without_a_cycle_named_the_drafts_are_proposed_wherever_they_wait(small, capsys):
    added = told(capsys, "add", "objective", "Answer sooner so that people stay", "--team", "product", "--cycle", "t3")
    assert run(["propose", "--team", "product", "--cycle", "t1"]) == 0
    assert run(["propose", "--team", "product"]) == 0
    assert "It does not say why" not in capsys.readouterr().out.partition("Answer sooner")[2]
    running = tomllib.loads((small / "cycles/t3/okrs/product.toml").read_text(encoding="utf-8"))
    assert [(each["id"], each["status"]) for each in running["objective"]] == [(added["id"], "proposed")]
