"""What is written keeps the rules of `okr check`: an error is refused, a warning is said, an old problem blocks nobody."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okr_tui.cli.main import run
from okr_tui.store.check import check
from tests.workspaces import Small, day

PLAN = "cycles/t3/okrs/product.toml"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def made() -> Small:
    """An agreed objective with a metric of Noa's, a role, and somebody who has left."""
    small = Small()
    small.people.append({"id": "lea", "name": "Léa Gone", "team": ["product"], "left": day(3)})
    small.teams[1]["role"] = [{"id": "scribe", "title": "Scribe", "holders": ["noa"]}]
    small.objective("product", "grow", owner="noa", title="People stay – and tell others")
    small.key_result("grow", "answers", title="Answers a day", baseline=0, target=10, unit="x")
    return small


@pytest.fixture
def okr(made: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs commands as Noa in the workspace, which is written when the first one runs."""
    for name, value in {"XDG_STATE_HOME": str(tmp_path / "state"), "XDG_CACHE_HOME": str(tmp_path / "cache"),
                        "OKR_WORKSPACE": str(tmp_path / "w"), "OKR_ME": "noa", "OKR_TODAY": day(45).isoformat()}.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("okr_tui.cli.prompt.refresh_soon", lambda *_told: None)

    def told(*words: str) -> tuple[int, str, str]:
        if not (tmp_path / "w").exists():
            made.write(tmp_path / "w")
        capsys.readouterr()
        code = run(list(words))
        said = capsys.readouterr()
        return code, said.out, said.err

    return told


def plan(tmp_path: Path) -> Any:
    return tomllib.loads((tmp_path / "w" / PLAN).read_text(encoding="utf-8"))


REFUSED = [
    (("edit", "answers", "target=0", "--why", "x"), "there is nothing to move"),
    (("edit", "answers", "baseline=10", "--why", "x"), "there is nothing to move"),
    (("edit", "answers", "weight=-1", "--why", "x"), "weight"),
    (("edit", "answers", "owner=nobody"), "Nobody is called “nobody”"),
    (("edit", "answers", "owner=lea"), "Léa Gone, who has left"),
    (("edit", "grow", "owner=skryber"), "Did you mean “scribe” (Scribe)?"),
    (("edit", "grow", "supports=answrs"), "Did you mean “answers”?"),
    (("edit", "product", "lead=lea"), "Léa Gone, who has left"),
    (("edit", "product", "champion=nobody"), "Nobody is called “nobody”"),
    (("edit", "scribe", "holders=noa, lea"), "Léa Gone, who has left"),
    (("add", "kr", "More answers", "--to", "grow", "--from", "3", "--target", "3"), "are the same"),
    (("add", "kr", "More answers", "--to", "grow", "--owner", "nobody"), "Nobody is called “nobody”"),
    (("add", "objective", "Grow", "--team", "product", "--owner", "lea"), "Léa Gone, who has left"),
    (("add", "initiative", "Call them", "--to", "answers", "--owner", "nobody"), "Nobody is called “nobody”"),
    (("add", "action", "Call them", "--team", "product", "--owner", "lea"), "Léa Gone, who has left"),
    (("add", "absence", "noa", "--from", "2026-10-19", "--stand-in", "lea"), "Léa Gone, who has left"),
    (("add", "role", "Host", "--team", "product", "--holder", "nobody"), "Nobody is called “nobody”"),
    (("checkin", "answers", "3", "--help-from", "nobody"), "Nobody is called “nobody”"),
]


@pytest.mark.parametrize(
    ("words", "why"), REFUSED, ids=lambda each: " ".join(each[:4]) if isinstance(each, tuple) else ""
)
def test_what_check_would_call_an_error_is_refused_and_nothing_is_written(
    okr: Run, tmp_path: Path, words: tuple[str, ...], why: str
) -> None:
    okr("status")
    before = {path: path.read_bytes() for path in (tmp_path / "w").rglob("*.toml")}
    code, out, err = okr(*words)
    assert (code, out) == (2, "")
    assert why in err
    assert {path: path.read_bytes() for path in (tmp_path / "w").rglob("*.toml")} == before


TOLD = [
    (("edit", "answers", "start=2026-12-01", "end=2026-11-01", "--why", "x"), "lies before “start”"),
    (("edit", "answers", "commit=12", "stretch=20", "--why", "x"), "does not lie between"),
    (("edit", "answers", "end=2027-03-01", "--why", "x"), "lies outside the cycle"),
    (("edit", "answers", "kind=milestones", "--why", "x"), "has none; add one"),
]


@pytest.mark.parametrize(("words", "warning"), TOLD)
def test_what_check_would_warn_of_is_written_and_said(okr: Run, words: tuple[str, ...], warning: str) -> None:
    code, _out, err = okr(*words)
    assert code == 0
    assert warning in err


def test_what_was_wrong_before_blocks_nobody_and_is_not_said_again(made: Small, okr: Run, tmp_path: Path) -> None:
    made.key_result("grow", "same", baseline=4, target=4, owner="a-stranger")
    made.key_result("grow", "late", baseline=1, target=4, end=day(200))
    for words in (("edit", "answers", "target=12", "--why", "more"), ("edit", "same", "title=The same"),
                  ("edit", "late", "title=Too late"), ("move", "same", "--before", "answers")):  # fmt: skip
        code, _out, err = okr(*words)
        assert (code, err) == (0, "")
    assert any(each.code == "target-is-baseline" for each in check(tmp_path / "w"))


def test_who_leaves_while_they_still_own_something_leaves(okr: Run) -> None:
    assert okr("edit", "noa", f"left={day(45)}")[0] == 0


def test_a_copy_of_what_a_stranger_owns_is_made(made: Small, okr: Run) -> None:
    made.key_result("grow", "theirs", baseline=1, target=4, owner="a-stranger")
    assert okr("add", "copy", "theirs")[0] == 0


def test_what_a_stranger_owns_is_carried_into_the_next_cycle_and_the_stranger_is_said(made: Small, okr: Run) -> None:
    made.key_result("grow", "theirs", baseline=1, target=4, owner="a-stranger")
    made.cycles["t3"]["cycle"]["phase"] = "measure"
    made.cycle("t4", start=day(101), end=day(200), phase="make")
    made.review("product", decision=[{"about": "grow", "verdict": "continue", "reason": "half way"}])
    code, _out, err = okr("cycle", "close", "--force", "--today", day(102).isoformat())
    assert code == 0
    assert "a-stranger" in err


def test_taking_back_is_never_refused(okr: Run, tmp_path: Path, made: Small) -> None:
    made.key_result("grow", "same", baseline=4, target=4)
    assert okr("edit", "same", "target=9", "--why", "x")[0] == 0
    assert okr("undo")[0] == 0
    assert plan(tmp_path)["objective"][0]["key_result"][1]["target"] == 4


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("people stay - and tell others", "grow"),
        ("PEOPLE STAY — AND TELL OTHERS", "grow"),
        ("day–one", "day-one"),
        ("day‑o", "day-one"),
        ("“lea's” first day", "day-one"),
    ],
)
def test_a_name_is_found_by_whatever_dash_quote_or_accent_is_typed(
    made: Small, okr: Run, said: str, found: str
) -> None:
    made.objective("product", "day-one", title='"Léa’s" first day')
    code, out, _err = okr("edit", said, "tags=found")
    assert (code, out.split()[-1]) == (0, found)


def test_days_that_lie_ahead_are_hints_of_check(made: Small, okr: Run) -> None:
    made.says("noa", "check_in", on=day(52), about="answers", value=9)
    made.says("noa", "comment", on=day(60), about="answers", text="Later")
    made.key_result("grow", "steps", kind="milestones", milestone=[{"id": "first", "title": "First", "done": day(50)}])
    code, out, _err = okr("check")
    assert code == 0
    assert (out.count("[day-ahead]"), out.count("has not come yet")) == (3, 3)


def test_a_journal_never_goes_back_in_time(okr: Run, tmp_path: Path) -> None:
    assert okr("checkin", "answers", "3", "--today", day(45).isoformat())[0] == 0
    assert okr("checkin", "answers", "4", "--today", day(44).isoformat())[0] == 0
    (journal,) = (tmp_path / "w").glob("cycles/t3/journal/*/noa.toml")
    first, second = tomllib.loads(journal.read_text(encoding="utf-8"))["check_in"]
    assert (second["at"] - first["at"]).total_seconds() == 1e-6
    assert second["on"] == day(44)
