"""All of a change or none of it: killed at any point, on a disk that fails at any point, or edited by hand in between."""

import errno
import os
import tomllib
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from okr_tui.actions.act import perform
from okr_tui.actions.undoing import take_back
from okr_tui.domain.errors import OkrError
from okr_tui.store.change import Change, FileChange
from okr_tui.store.history import Journal, entries
from okr_tui.store.interrupted import finish_interrupted
from okr_tui.store.record import Image, Record, packed, unpacked
from okr_tui.store.recovery import recovered
from okr_tui.store.steps import step_of
from okr_tui.store.tables import held
from okr_tui.store.writer import NotWritten, write
from tests.store.interrupting import failing_at, killed_at

CYCLE, PLAN, OLD, NEW = "cycles/t3/cycle.toml", "cycles/t3/okrs/a.toml", "people.toml", "cycles/t3/review/a.toml"
TEXTS = {
    CYCLE: 'format = 1\n\n[cycle]\nid = "t3"\nphase = "measure"\n',
    PLAN: '# ours\nformat = 1\n\n# big\n[[objective]]\nid = "o-1"\nstatus = "agreed"  # !\n',
    OLD: 'format = 1\n\n[[person]]\nid = "noa"\n',
}
Snapshot = dict[str, str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return made(tmp_path)


def made(folder: Path) -> Path:
    root = folder / "w"
    for path, text in TEXTS.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


def state(root: Path) -> Path:
    return root.parent / "state"


def snapshot(root: Path) -> Snapshot:
    return {path.relative_to(root).as_posix(): path.read_text() for path in root.rglob("*.toml")}


def one_file(root: Path) -> Change:
    file = held(root, PLAN, unfit=True)
    file.tables["objective"].append({"id": "o-2"})
    return Change("one", (file.changed(file.tables),))


def closing(root: Path) -> Change:
    """Changes two files, one of them written by hand, makes one and removes one."""
    cycle, plan, new, old = (held(root, path, unfit=True) for path in (CYCLE, PLAN, NEW, OLD))
    cycle.tables["cycle"]["phase"] = "closed"
    plan.tables["objective"][0]["status"] = "done"
    gone = FileChange(OLD, old.before, None, old.data)
    return Change(
        "close", (cycle.changed(cycle.tables), plan.changed(plan.tables), new.changed({"team": "a"}), gone)
    )  # fmt: skip


def undo(root: Path) -> None:
    perform(root, state(root), lambda: take_back(root, state(root), "undo"))


WORK: dict[str, tuple[Callable[[Path], object], Callable[[Path], object]]] = {
    "one file": (lambda _root: None, lambda root: write(root, one_file(root), state=state(root))),
    "several files": (lambda _root: None, lambda root: write(root, closing(root), state=state(root))),
    "undo": (lambda root: write(root, closing(root), state=state(root)), undo),
}


@pytest.mark.parametrize("kind", WORK)
def test_killed_at_any_point_the_next_start_shows_all_of_it_or_none(tmp_path: Path, kind: str) -> None:
    prepare, work = WORK[kind]
    seen: list[Snapshot] = []
    for at in count(1):
        root = made(tmp_path / str(at))
        prepare(root)
        before = snapshot(root)
        killed = killed_at(at, lambda: work(root))  # noqa: B023 - it runs right here
        mixed = snapshot(root)
        assert all(tomllib.loads(text) for text in mixed.values())
        finish_interrupted(root, state(root))
        after = snapshot(root)
        assert entries(state(root) / "pending") == []
        finish_interrupted(root, state(root))
        assert snapshot(root) == after
        assert not list((root / "cycles/t3").rglob("*.tmp")) or after == before
        seen.append(after)
        if not killed:
            break
    assert after != before
    assert at > 10
    assert seen == sorted(seen, key=lambda each: each == after)  # first none of it, from some point on all of it
    assert all(each in (before, after) for each in seen)


def test_a_killed_change_can_be_taken_back_once_it_is_finished(tmp_path: Path) -> None:
    for at in count(1):
        root = made(tmp_path / str(at))
        before = snapshot(root)
        killed = killed_at(at, lambda: write(root, closing(root), state=state(root)))  # noqa: B023
        if recovered(root, state(root)):
            undo(root)
            assert snapshot(root) == before
        if not killed:
            break


def test_what_was_edited_by_hand_after_the_kill_survives(tmp_path: Path) -> None:
    finished = 0
    for at in count(1):
        root = made(tmp_path / str(at))
        killed = killed_at(at, lambda: write(root, closing(root), state=state(root)))  # noqa: B023
        by_hand = (root / PLAN).read_text().replace('id = "o-1"', 'id = "o-1"\ntitle = "By hand"  # mine')
        (root / PLAN).write_text(by_hand)
        names = recovered(root, state(root))
        finished += len(names)
        [objective] = tomllib.loads((root / PLAN).read_text())["objective"]
        assert objective["title"] == "By hand"
        assert "# mine" in (root / PLAN).read_text()
        closed = tomllib.loads((root / CYCLE).read_text())["cycle"]["phase"] == "closed"
        assert (objective["status"] == "done") == closed == (not (root / OLD).exists())
        if not killed:
            break
    assert finished > 3


def test_the_next_writer_finishes_what_was_interrupted_before_it_writes(tmp_path: Path) -> None:
    for at in count(1):
        root = made(tmp_path / str(at))
        killed = killed_at(at, lambda: write(root, closing(root), state=state(root)))  # noqa: B023
        whole = [unpacked(entry.file.read_bytes()) for entry in entries(state(root) / "pending")]
        change = Change("c", (FileChange("teams.toml", None, {"team": [{"id": "a"}]}),))
        write(root, change, state=state(root))
        assert entries(state(root) / "pending") == []
        if any(whole):
            assert "closed" in (root / CYCLE).read_text()
        if not killed:
            break


@pytest.mark.parametrize("forever", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES], ids=errno.errorcode.get)
@pytest.mark.parametrize("kind", WORK)
def test_a_disk_that_fails_at_any_point_leaves_all_of_it_or_none(
    tmp_path: Path, kind: str, code: int, forever: bool
) -> None:
    prepare, work = WORK[kind]
    for at in count(1):
        root = made(tmp_path / str(at))
        prepare(root)
        before = snapshot(root)
        error: OkrError | None = None
        with failing_at(at, code, forever=forever) as disk:
            try:
                work(root)
            except OkrError as said:
                error = said
        now = snapshot(root)
        assert not list(root.rglob("*.tmp")) or forever
        if error is not None and not getattr(error, "written", ()):
            assert now == before
            assert "\n" not in str(error)
        finish_interrupted(root, state(root))
        if error is None or getattr(error, "written", ()):
            assert snapshot(root) != before
        if disk.count < at:
            break
    assert at > 5


def test_a_record_cut_off_anywhere_changes_nothing(root: Path) -> None:
    change = closing(root)
    steps = [step_of(file, root / file.path) for file in change.files]
    journal = Journal(state(root), change, steps)
    journal.begin()
    [entry] = entries(state(root) / "pending")
    data = entry.file.read_bytes()
    for length in range(0, len(data), 7):
        entry.file.write_bytes(data[:length])
        assert recovered(root, state(root)) == ()
        assert snapshot(root) == TEXTS
        assert not entry.file.exists()
    entry.file.write_bytes(data)
    assert recovered(root, state(root)) == ("close",)
    assert "closed" in (root / CYCLE).read_text()


def test_a_record_holds_any_bytes_and_says_when_it_is_damaged() -> None:
    images = (Image("a.toml", b"\xff\xfe\x00\r\n", None), Image("b.toml", None, "é\u2028".encode()))
    record = Record("close “T3”", "t3", "noa", "", images)
    data = packed(record)
    assert unpacked(data) == record
    for at in range(0, len(data), 11):
        assert unpacked(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]) is None
        assert unpacked(data[:at]) is None


def test_what_was_to_be_written_over_a_broken_file_is_laid_aside(tmp_path: Path) -> None:
    aside = 0
    for at in count(1):
        root = made(tmp_path / str(at))
        killed = killed_at(at, lambda: write(root, closing(root), state=state(root)))  # noqa: B023
        (root / CYCLE).write_text("<<<<<<< ours\n")
        finished = recovered(root, state(root))
        assert (root / CYCLE).read_text() == "<<<<<<< ours\n"
        if finished:
            [kept] = (state(root) / "kept").iterdir()
            assert "closed" in kept.read_text()
            aside += 1
        if not killed:
            break
    assert aside > 3


def test_a_change_that_could_not_be_finished_stops_the_next_one_with_a_sentence(tmp_path: Path) -> None:
    root = made(tmp_path)
    at = next(n for n in count(10) if _half_done(made(tmp_path / str(n)), n))
    root = tmp_path / str(at) / "w"
    with failing_at(1, errno.ENOSPC, forever=True), pytest.raises((NotWritten, OkrError)):
        write(root, one_file(root), state=state(root))
    assert entries(state(root) / "pending")
    write(root, one_file(root), state=state(root))
    assert "closed" in (root / CYCLE).read_text()
    assert "o-2" in (root / PLAN).read_text()


def _half_done(root: Path, at: int) -> bool:
    killed_at(at, lambda: write(root, closing(root), state=state(root)))
    return "closed" in (root / CYCLE).read_text() and OLD in snapshot(root)


def test_looking_whether_something_was_interrupted_costs_one_look(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Any] = []
    real = os.listdir
    monkeypatch.setattr(os, "listdir", lambda folder: looked.append(folder) or real(folder))
    finish_interrupted(root, state(root))
    assert looked == [state(root) / "pending"]
    assert not state(root).exists()
