"""The end of a cycle in two clones at once: boards are complete, closing is one, and no survey answer has a name."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.changing import okr
from tests.e2e.clones import begun, git
from tests.gitted import needs_git, own_settings

PEOPLE = ("noa", "sam", "ines", "tom")
STATEMENTS = tuple(f"{part}-{n}" for part in ("make", "align", "achieve", "measure") for n in (1, 2, 3))


def _shared(clones: list[Path]) -> None:
    for clone in (*clones, clones[0]):
        okr(clone, "sync")


def _notes(clone: Path) -> dict[str, set[tuple[str, str]]]:
    found: Any = okr(clone, "retro", "--team", "product", "--cycle", "t3")
    return {
        board["board"]: {(column["column"], note["text"]) for column in board["columns"] for note in column["notes"]}
        for board in found["boards"]
    }


@needs_git
def test_notes_and_closing_of_two_clones_at_once_are_all_there_and_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_settings(tmp_path, monkeypatch)
    one, two = clones = begun(tmp_path, 2)
    objective = "new-users-fall-in-love-b4ysr"
    okr(one, "decide", objective, "continue", "--why", "half way", "--me", "noa")
    okr(one, "sync")
    okr(two, "sync")
    for number in range(2):
        okr(one, "note", f"one {number}", "--board", "method", "--column", "try", "--team", "product", "--me", "noa")
        okr(two, "note", f"two {number}", "--board", "method", "--column", "try", "--team", "product", "--me", "sam")
    okr(one, "retro", "open", "--team", "product", "--me", "noa")
    okr(one, "join", "--answer", "performance/learned=alone", "--me", "ines")
    okr(one, "retro", "reveal", "--me", "noa")
    okr(one, "cycle", "close", "t3", "--force", "--early", "--me", "noa")
    okr(two, "cycle", "close", "t3", "--force", "--early", "--me", "sam")
    _shared(clones)
    for clone in clones:
        notes = _notes(clone)
        assert {text for _column, text in notes["method"]} == {f"{who} {n}" for who in ("one", "two") for n in range(2)}
        assert notes["performance"] == {("learned", "alone")}
        assert okr(clone, "cycle", "show", "t3")["phase"] == "closed"
        plan = (clone / "cycles/t1-next/okrs/product.toml").read_text(encoding="utf-8")
        assert plan.count(f'continues = "{objective}"') == 1
        assert okr(clone, "check")["ok"]


@needs_git
def test_no_answer_of_a_survey_can_be_tied_to_a_person_by_any_file_or_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_settings(tmp_path, monkeypatch)
    (one,) = begun(tmp_path, 1)
    before = git(one, "rev-parse", "HEAD").strip()
    okr(one, "survey", "open", "--team", "product", "--me", "noa")
    for number, person in enumerate(PEOPLE, start=1):
        said = [word for statement in STATEMENTS for word in ("--answer", f"{statement}={number}")]
        okr(one, "join", *said, "--me", person)
    okr(one, "sync")
    assert git(one, "rev-parse", "HEAD").strip() == before
    okr(one, "survey", "reveal", "--me", "noa")
    okr(one, "sync")
    added = [
        line[1:]
        for line in git(one, "log", "-p", "--format=", f"{before}..").splitlines()
        if re.match(r"\+(?!\+)", line)
    ]
    words = "\n".join(line for line in added if line.strip())
    assert words.count("[[tally]]") == 12
    allowed = r'\[\[tally\]\]|\[tally\.counts\]|id = "[a-z]+-\d-\w{5}"|ritual = ".*"|about = "[a-z]+-\d"|round = 1|on = [\d-]+|[1-4] = 1'
    assert [line for line in added if line.strip() and not re.fullmatch(allowed, line)] == []
