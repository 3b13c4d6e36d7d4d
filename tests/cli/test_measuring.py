"""Measure from the command line: grades given blind, decisions, retrospectives, closing that asks for what is missing."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okr_tui.cli.main import run
from okr_tui.words.dates import weekday_day
from tests.workspaces import Small, day

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A cycle that is measured: one objective with two key results, both at half of their way, one of them promised."""
    made = Small()
    made.cycle("t3", name="T3", phase="measure")
    made.people += [{"id": each, "name": each.title(), "team": ["product"]} for each in ("ida", "tom")]
    made.objective("product", "grow", title="New users stay")
    made.objective("product", "bill", title="Bills on time", ambition="committed")
    made.key_result("grow", "nps-aaaaa", title="NPS", baseline=20, target=40)
    made.key_result("bill", "sent-bbbbb", title="Sent in a day", baseline=0, target=100)
    made.says("noa", "check_in", on=day(90), about="nps-aaaaa", value=30)
    made.says("noa", "check_in", on=day(90), about="sent-bbbbb", value=50)
    return made.write(tmp_path / "workspace")


@pytest.fixture
def okr(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("OKR_WORKSPACE", str(small))
    monkeypatch.setenv("OKR_ME", "noa")
    monkeypatch.setenv("OKR_TODAY", day(103).isoformat())
    monkeypatch.setattr("okr_tui.cli.prompt.refresh_soon", lambda *_told: None)

    def told(*words: str, typed: tuple[str, ...] | None = None) -> tuple[int, str, str]:
        with monkeypatch.context() as terminal:
            if typed is not None:
                lines = iter(typed)
                terminal.setattr("sys.stdin.isatty", lambda: True, raising=False)
                terminal.setattr("click.termui.visible_prompt_func", lambda _question="": next(lines))
            code = run(list(words))
        said = capsys.readouterr()
        return code, said.out, said.err

    return told


def _review(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "cycles/t3/review/product.toml").read_text(encoding="utf-8"))


def test_a_grade_shows_what_was_computed_only_after_it_was_given(small: Path, okr: Run) -> None:
    assert okr("grade", "nps-aaaaa", "0.5")[:2] == (0, "NPS: you said 0.50, and so says the computed score\n")
    assert _review(small)["grade"] == [{"about": "nps-aaaaa", "when": "end", "computed": 0.5, "self": 0.5}]
    told = json.loads(okr("grade", "nps-aaaaa", "0.6", "--why", "it grows still", "--json")[1])
    assert (told["self"], told["computed"]) == (0.6, 0.5)


def test_a_grade_apart_from_the_computed_score_and_a_broken_promise_ask_why(okr: Run) -> None:
    code, _out, said = okr("grade", "nps-aaaaa", "0.7")
    assert (code, "computed score is 0.50" in said) == (2, True)
    code, _out, said = okr("grade", "sent-bbbbb", "0.5")
    assert (code, "committed and reached 0.50" in said) == (2, True)
    assert okr("grade", "sent-bbbbb", "0.5", "--mid")[0] == 0


def test_all_grades_that_are_owed_are_asked_one_after_the_other(small: Path, okr: Run) -> None:
    code, out, _err = okr("grade", typed=("0.5", "", "0.4", "", "0.4", "the bank"))
    assert code == 0
    assert out.index("NPS") < out.index("Sent in a day")
    assert "committed and reached 0.50" in out
    assert [(each["about"], each["self"]) for each in _review(small)["grade"]] == [
        ("nps-aaaaa", 0.5), ("sent-bbbbb", 0.4),
    ]  # fmt: skip
    assert okr("grade", typed=())[1] == "You owe no grade.\n"


def test_what_others_would_have_graded_stands_in_their_own_journal(small: Path, okr: Run) -> None:
    assert okr("grade", "nps-aaaaa", "0.3", "--opinion", "--why", "I doubt it", "--me", "sam")[0] == 0
    (journal,) = (small / "cycles/t3/journal").glob("*/sam.toml")
    (opinion,) = tomllib.loads(journal.read_text(encoding="utf-8"))["opinion"]
    assert (opinion["about"], opinion["grade"], opinion["text"]) == ("nps-aaaaa", 0.3, "I doubt it")
    assert not (small / "cycles/t3/review/product.toml").exists()


def test_closing_lists_what_is_missing_and_leaves_with_four_or_closes_by_force(small: Path, okr: Run) -> None:
    before = (small / "cycles/t3/cycle.toml").read_bytes()
    code, _out, said = okr("cycle", "close")
    assert code == 4
    assert "2 key results are not graded: nps-aaaaa, sent-bbbbb" in said
    assert "2 objectives wait for a decision: grow, bill" in said
    assert (small / "cycles/t3/cycle.toml").read_bytes() == before
    code, out, _err = okr("cycle", "close", "--force")
    assert (code, out) == (0, "T3 is closed, at 0.50.\n")
    assert okr("cycle", "close", "t3", "--force")[0] == 2


def test_on_a_terminal_closing_asks_for_all_of_it_and_opens_the_next_cycle(small: Path, okr: Run) -> None:
    typed = ("0.5", "", "0.5", "the bank", "continue", "half way", "cl", "a KPI", "")
    code, out, err = okr("cycle", "close", typed=typed)
    assert (code, err) == (0, "")
    assert "1 objective goes on in T1 2027" in out or "1 objective goes on in" in out
    assert {each["about"]: each["verdict"] for each in _review(small)["decision"]} == {
        "grow": "continue", "bill": "close",
    }  # fmt: skip
    following = [path for path in (small / "cycles").iterdir() if path.name != "t3"]
    (plan,) = (path / "okrs/product.toml" for path in following)
    (objective,) = tomllib.loads(plan.read_text(encoding="utf-8"))["objective"]
    assert (objective["continues"], objective["key_result"][0]["baseline"]) == ("grow", 30)


def test_what_closing_asks_about_says_from_where_to_where_and_the_last_figure_but_no_score(okr: Run) -> None:
    typed = ("", "", "", "", "", "")
    _code, out, _err = okr("cycle", "close", "--next", typed=typed)
    grades, decisions = out[: out.rindex("New users stay")], out[out.rindex("New users stay") :]
    assert f"NPS\n  20 → 40, last figure 30 ({weekday_day(day(90), day(103))})\n" in grades
    assert "0.5" not in grades
    assert "  Sent in a day: 0 → 100, last figure 50" in decisions


def test_a_closed_cycle_is_opened_again_with_a_reason(okr: Run) -> None:
    okr("cycle", "close", "--force")
    assert okr("cycle", "reopen", "t3")[0] == 2
    assert okr("cycle", "reopen", "t3", "--why", "one more figure")[0] == 0
    assert json.loads(okr("cycle", "show", "t3", "--json")[1])["phase"] == "measure"
    assert okr("check")[1] == "Everything is in order.\n"


def test_an_action_is_owed_until_it_is_done_and_looked_at_first_next_time(small: Path, okr: Run) -> None:
    okr("add", "action", "Ask the bank", "--team", "product", "--owner", "sam", "--due", day(110).isoformat())
    okr("add", "learning", "Calendars lie", "--team", "product")
    assert "Ask the bank" in okr("due", "--me", "sam")[1]
    assert okr("done", "ask the bank", "--me", "sam")[0] == 0
    assert "Ask the bank" not in okr("due", "--me", "sam")[1]
    okr("cycle", "close", "--force", "--next", "Spring")
    (following,) = (path.name for path in (small / "cycles").iterdir() if path.name != "t3")
    told = json.loads(okr("retro", "--team", "product", "--cycle", following, "--json")[1])
    assert [(each["text"], bool(each["done"])) for each in told["last_actions"]] == [("Ask the bank", True)]


def test_notes_stand_on_the_boards_most_backed_first(okr: Run) -> None:
    for text in ("one", "two"):
        assert okr("note", text, "--board", "method", "--column", "stop", "--team", "product")[0] == 0
    told = json.loads(okr("retro", "--team", "product", "--json")[1])["boards"][1]
    assert (told["format"], [each["column"] for each in told["columns"]]) == (
        "start-stop-continue", ["start", "stop", "continue"],
    )  # fmt: skip
    last = told["columns"][1]["notes"][1]
    assert okr("back", last["id"], "--me", "sam")[0] == 0
    told = json.loads(okr("retro", "--team", "product", "--json")[1])["boards"][1]
    assert told["columns"][1]["notes"][0] == {**last, "backed_by": ["sam"]}


def test_a_survey_is_answered_on_a_terminal_and_never_told_under_four_answers(small: Path, okr: Run) -> None:
    okr("survey", "open", "--team", "product")
    for who in ("noa", "sam", "ida"):
        assert okr("join", "--me", who, typed=("4",) * 11 + ("",))[0] == 0
    code, out, said = okr("survey", "reveal")
    assert (code, out) == (2, "")
    assert "Fewer than 4" in said
    assert not (small / "cycles/t3/review/product.toml").exists()
    okr("join", "--me", "tom", typed=("2",) * 12)
    assert okr("survey", "reveal")[0] == 0
    tallies = _review(small)["tally"]
    assert len(tallies) == 11
    assert all(each["counts"] == {"2": 1, "4": 3} for each in tallies)
    assert json.loads(okr("survey", "--team", "product", "--json")[1])["cycles"][0]["people"] == 4


def test_nothing_is_presented_and_what_is_can_be_listed(okr: Run) -> None:
    assert okr("join")[1] == "Nothing is being presented on this machine.\n"
    okr("retro", "open", "--team", "product", "--method", "fun, not fun")
    (told,) = json.loads(okr("join", "--list", "--json")[1])
    assert (told["kind"], told["asks"][-2:], told["answers"]) == ("notes", ["method/fun", "method/not fun"], 0)
    asked = okr("join", "--list")[1].splitlines()
    assert len(asked) == 1 + len(told["asks"])
    assert "fun" in asked[-2]
    assert okr("join", "--answer", "method/fun=the cake", "--me", "ida")[0] == 0
    assert okr("join", "--answer", "the cake")[0] == 2
    assert okr("retro", "reveal")[1] == "1 note is on the boards.\n"


def test_the_cycles_stand_side_by_side(okr: Run) -> None:
    okr("cycle", "close", "--force")
    (told,) = json.loads(okr("status", "--history", "--team", "product", "--json")[1])
    assert (told["cycle"], told["score"], told["objectives"], told["landed"]) == ("t3", 0.5, 2, 0.0)
