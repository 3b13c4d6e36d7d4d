"""Nothing is lost, whoever else is writing, and whatever the disk does."""

import errno
import multiprocessing
import os
import stat
import threading
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okr_tui.domain.errors import OkrError
from okr_tui.store.change import Change, FileChange, Tables, digest
from okr_tui.store.codec import LARGEST_FILE, Refused, parsed
from okr_tui.store.recovery import recovered
from okr_tui.store.writer import ChangedUnderneath, NotWritten, Written, write

PLAN = 'format = 1\nteam = "product"\n\n[[objective]]\nid = "grow-1"\ntitle = "Grow"\n'
BY_HAND = '# ours\nformat = 1\n\n# the big one\n[[objective]]\nid = "grow-1"   # never change\ntitle = "Grow"\n'
PATH = "cycles/2026-t3/okrs/product.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "w/cycles/2026-t3/okrs").mkdir(parents=True)
    return tmp_path / "w"


def save(root: Path, path: str, text: str) -> Path:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text.encode())
    return root / path


def change_of(root: Path, path: str, edit: Callable[[Tables], Any] = lambda _tables: None) -> Change:
    """A change as an action makes it: from what is on the disk."""
    data = (root / path).read_bytes()
    tables = tomllib.loads(data.decode())
    edit(tables)
    return Change("a change", (FileChange(path, digest(data), tables),))


def new_file(path: str, tables: Tables) -> Change:
    return Change("a new file", (FileChange(path, None, tables),))


def put(root: Path, change: Change) -> Written:
    return write(root, change, state=root.parent / "state")


def left(root: Path) -> list[str]:
    """Every file of the workspace; a temporary one would be among them."""
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if not path.is_dir())


def retitle(tables: Tables) -> None:
    tables["objective"][0]["title"] = "Grow faster"


def test_a_new_file_gets_its_folders_its_format_and_canonical_form(root: Path) -> None:
    path = "cycles/2026-t3/journal/2026-w40/ines.toml"
    written = put(root, new_file(path, {"person": "ines", "check_in": [{"id": "ci-1", "value": 3.0}]}))
    assert written == Written((path,), (), unsafe=False)
    assert (root / path).read_text() == 'format = 1\nperson = "ines"\n\n[[check_in]]\nid = "ci-1"\nvalue = 3.0\n'
    assert left(root) == [path]


def test_a_new_file_takes_the_umask_into_account(root: Path) -> None:
    put(root, new_file("people.toml", {}))
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE((root / "people.toml").stat().st_mode) == 0o644 & ~umask


def test_the_mode_of_a_file_stays(root: Path) -> None:
    save(root, PATH, PLAN).chmod(0o640)
    put(root, change_of(root, PATH, retitle))
    assert stat.S_IMODE((root / PATH).stat().st_mode) == 0o640


def test_a_canonical_file_stays_canonical_in_its_own_order_of_keys(root: Path) -> None:
    save(root, PATH, PLAN)

    def reordered(tables: Tables) -> None:
        tables["objective"] = [{"title": "Grow faster", "owner": "ines", "id": "grow-1"}]

    put(root, change_of(root, PATH, reordered))
    assert (root / PATH).read_text() == PLAN.replace('"Grow"', '"Grow faster"') + 'owner = "ines"\n'


def test_a_file_written_by_hand_keeps_its_comments(root: Path) -> None:
    save(root, PATH, BY_HAND)
    assert put(root, change_of(root, PATH, retitle)).rewritten == ()
    assert (root / PATH).read_text() == BY_HAND.replace('"Grow"', '"Grow faster"')


def test_crlf_and_a_byte_order_mark_of_a_file_written_by_hand(root: Path) -> None:
    save(root, PATH, BY_HAND.replace("\n", "\r\n"))
    put(root, change_of(root, PATH, retitle))
    assert (root / PATH).read_bytes() == BY_HAND.replace('"Grow"', '"Grow faster"').replace("\n", "\r\n").encode()
    data = b"\xef\xbb\xbf" + BY_HAND.encode()
    (root / PATH).write_bytes(data)
    put(root, Change("c", (FileChange(PATH, digest(data), {"format": 1}),)))
    assert (root / PATH).read_text() == "\ufeff# ours\nformat = 1\n"


def test_a_file_that_cannot_be_changed_in_place_is_kept_and_said(root: Path) -> None:
    text = "# ours\n[a.b]\nx = 1\n\n[c]\ny = 1\n\n[a.d]\nz = 1\n"
    save(root, PATH, text)
    written = put(root, change_of(root, PATH, lambda tables: tables["a"]["d"].update(z=2)))
    [(path, kept)] = written.rewritten
    assert path == PATH
    assert kept.read_text() == text
    assert kept.is_relative_to(root.parent / "state")
    assert tomllib.loads((root / PATH).read_text()) == {"format": 1, "a": {"b": {"x": 1}, "d": {"z": 2}}, "c": {"y": 1}}


def test_a_file_that_is_no_toml_is_kept_when_it_is_replaced(root: Path) -> None:
    for data in (b"<<<<<<< ours\n", b"\xff\xfe\x00"):
        (root / PATH).write_bytes(data)
        written = put(root, Change("c", (FileChange(PATH, digest(data), {"team": "x"}),)))
        assert written.rewritten[0][1].read_bytes() == data
        assert (root / PATH).read_text() == 'format = 1\nteam = "x"\n'


def test_what_is_the_same_is_not_written_again(root: Path) -> None:
    before = save(root, PATH, BY_HAND).stat()
    assert put(root, change_of(root, PATH)).files == ()
    assert (root / PATH).stat().st_ino == before.st_ino


def test_a_file_goes(root: Path) -> None:
    save(root, PATH, PLAN)
    written = put(root, Change("c", (FileChange(PATH, digest(PLAN.encode()), None),)))
    assert written.files == (PATH,)
    assert left(root) == []


def test_a_file_that_somebody_else_changed_is_not_touched_nor_any_other(root: Path) -> None:
    save(root, PATH, PLAN)
    save(root, "people.toml", PLAN)
    for theirs in (PLAN + "# theirs\n", None):
        change = Change("c", change_of(root, "people.toml", retitle).files + change_of(root, PATH, retitle).files)
        save(root, PATH, theirs) if theirs else (root / PATH).unlink()
        with pytest.raises(ChangedUnderneath) as raised:
            put(root, change)
        assert raised.value.path == PATH
        assert (root / "people.toml").read_text() == PLAN
    assert left(root) == ["people.toml"]


def test_a_new_file_does_not_replace_one_that_somebody_else_made(root: Path) -> None:
    save(root, PATH, PLAN)
    with pytest.raises(ChangedUnderneath):
        put(root, new_file(PATH, {}))
    assert (root / PATH).read_text() == PLAN


def test_an_editor_that_saves_while_the_writer_is_at_work_is_noticed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(root, PATH, PLAN)
    change = change_of(root, PATH, retitle)
    real = os.fsync

    def editor_saves(descriptor: int) -> None:
        real(descriptor)
        save(root, PATH, PLAN + "# theirs\n")

    monkeypatch.setattr(os, "fsync", editor_saves)
    with pytest.raises(ChangedUnderneath):
        put(root, change)
    assert (root / PATH).read_text() == PLAN + "# theirs\n"
    assert left(root) == [PATH]


CALLS = ["replace", "fsync", "open"]
CODES = {
    errno.ENOSPC: "The disk is full",
    errno.EACCES: "You may not write here",
    errno.EROFS: "The disk is read-only",
    errno.EIO: "The disk reports an error",
    errno.EMFILE: "This was not saved",
}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("code", CODES)
def test_a_failure_leaves_the_old_file_and_says_one_sentence(
    root: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    save(root, PATH, PLAN)
    new = "cycles/2026-t3/journal/2026-w40/ines.toml"
    change = Change("c", change_of(root, PATH, retitle).files + new_file(new, {"person": "ines"}).files)
    real = getattr(os, call)

    def fail(*arguments: Any, **named: Any) -> Any:
        if call != "open" or str(arguments[0]).endswith(".tmp"):
            raise OSError(code, os.strerror(code))
        return real(*arguments, **named)

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(NotWritten) as raised:
        put(root, change)
    assert raised.value.path in (PATH, new)
    assert CODES[code] in raised.value.message
    assert "\n" not in str(raised.value)
    assert (root / PATH).read_text() == PLAN
    assert left(root) == [PATH]
    assert not (root / new).parent.exists()


def test_a_failure_in_the_middle_puts_back_what_was_written(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(root, PATH, PLAN)
    save(root, "people.toml", PLAN).chmod(0o640)
    change = Change("c", change_of(root, "people.toml", retitle).files + change_of(root, PATH, retitle).files)
    real = os.replace

    def fail(source: Path, place: Path) -> None:
        if place.name == "product.toml":
            raise OSError(errno.EIO, "I/O")
        real(source, place)

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(NotWritten) as raised:
        put(root, change)
    assert (raised.value.path, raised.value.written) == (PATH, ())
    assert left(root) == [PATH, "people.toml"]
    assert (root / "people.toml").read_text() == PLAN
    assert stat.S_IMODE((root / "people.toml").stat().st_mode) == 0o640
    monkeypatch.undo()
    assert recovered(root, root.parent / "state") == ()
    assert (root / "people.toml").read_text() == PLAN


def test_what_cannot_be_put_back_is_named_and_finished_later(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(root, PATH, PLAN)
    save(root, "people.toml", PLAN)
    change = Change("both", change_of(root, "people.toml", retitle).files + change_of(root, PATH, retitle).files)
    real, done = os.replace, []

    def fail(source: Path, place: Path) -> None:
        if done:
            raise OSError(errno.EIO, "I/O")
        if Path(place).is_relative_to(root):
            done.append(place)
        real(source, place)

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(NotWritten) as raised:
        put(root, change)
    assert (raised.value.path, raised.value.written) == (PATH, ("people.toml",))
    assert left(root) == [PATH, "people.toml"]
    monkeypatch.undo()
    assert recovered(root, root.parent / "state") == ("both",)
    assert [(root / path).read_text().count("Grow faster") for path in (PATH, "people.toml")] == [1, 1]


def seen(root: Path, path: str, edit: Callable[[Tables], Any]) -> Change:
    """A change that says what the person saw."""
    [file] = change_of(root, path, edit).files
    return Change("a change", (file._replace(seen=(root / path).read_bytes()),))


@pytest.mark.parametrize("text", [PLAN, BY_HAND], ids=["canonical", "by hand"])
def test_what_somebody_else_wrote_meanwhile_is_merged_and_keeps_its_comments(root: Path, text: str) -> None:
    save(root, PATH, text)
    change = seen(root, PATH, retitle)
    theirs = text.replace("[[objective]]", "[[objective]]\nowner = 'ines' # since Monday")
    save(root, PATH, theirs)
    assert put(root, change) == Written((PATH,))
    assert (root / PATH).read_text() == theirs.replace('"Grow"', '"Grow faster"')


def test_the_same_key_changed_twice_leaves_a_conflict_for_a_person(root: Path) -> None:
    save(root, PATH, PLAN)
    change = seen(root, PATH, retitle)
    save(root, PATH, PLAN.replace('"Grow"', '"Grow a bit"'))
    [conflict] = put(root, change).conflicts
    written = tomllib.loads((root / PATH).read_text())
    assert written["objective"][0]["title"] == "Grow faster"
    assert written["conflict"] == [
        {
            "id": conflict,
            "about": "grow-1",
            "key": "title",
            "ours": "Grow faster",
            "theirs": "Grow a bit",
            "base": "Grow",
        }
    ]


def test_a_file_that_two_made_at_once_holds_both(root: Path) -> None:
    mine = FileChange(PATH, None, {"team": "product", "objective": [{"id": "b-1"}]}, b"")
    put(root, new_file(PATH, {"team": "product", "objective": [{"id": "a-1"}]}))
    put(root, Change("mine", (mine,)))
    assert [each["id"] for each in tomllib.loads((root / PATH).read_text())["objective"]] == ["a-1", "b-1"]


def test_what_somebody_else_broke_or_removed_is_not_merged(root: Path) -> None:
    for theirs in ("<<<<<<< ours\n", None):
        save(root, PATH, PLAN)
        change = seen(root, PATH, retitle)
        save(root, PATH, theirs) if theirs else (root / PATH).unlink()
        with pytest.raises(ChangedUnderneath):
            put(root, change)
        assert (root / PATH).exists() is bool(theirs)


def test_a_failure_after_the_replace_is_saved_but_not_yet_safe(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(root, PATH, PLAN)
    change = change_of(root, PATH, retitle)
    real = os.fsync

    def fail_on_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "I/O")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fail_on_folders)
    assert put(root, change) == Written((PATH,), (), unsafe=True)
    assert "Grow faster" in (root / PATH).read_text()


def test_a_file_made_read_only_stays_as_it_is(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(root, PATH, PLAN).chmod(0o444)
    monkeypatch.setattr(os, "access", lambda *_arguments: False)  # root may write anything; people may not
    with pytest.raises(NotWritten, match="may not write"):
        put(root, change_of(root, PATH, retitle))
    assert (root / PATH).read_text() == PLAN


@pytest.mark.parametrize(
    "path",
    [
        "../out.toml", "/etc/out.toml", "a/../../out.toml", "", ".", "a//b.toml", "a/./b.toml", ".git/x.toml", "x.txt",
        "a\\b.toml", "c:x.toml", "con.toml", "nul/x.toml", "-x.toml", "a/\x1b[2J.toml", "x.toml\x00", "x.toml ",
        "a. /x.toml", "a\n.toml", " x.toml", "é" * 130 + ".toml", "okr.toml/..", ".toml", "\u202e/../x.toml",
    ],
)  # fmt: skip
def test_a_path_that_is_none_of_a_workspace_is_refused(root: Path, path: str) -> None:
    with pytest.raises(NotWritten):
        put(root, new_file(path, {}))
    assert left(root.parent) == []


def test_a_link_out_of_the_workspace_is_refused(root: Path) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    secret = save(outside, "secret.toml", PLAN)
    (root / "people.toml").symlink_to(secret)
    (root / "journal").symlink_to(outside)
    for path in ("people.toml", "journal/secret.toml"):
        with pytest.raises(NotWritten, match="leads out of the workspace"):
            put(root, Change("c", (FileChange(path, digest(PLAN.encode()), {}),)))
    with pytest.raises(NotWritten, match="leads out of the workspace"):
        put(root, new_file("journal/new.toml", {}))
    assert secret.read_text() == PLAN
    assert [path.name for path in outside.iterdir()] == ["secret.toml"]


def test_a_link_inside_the_workspace_stays_a_link(root: Path) -> None:
    real = save(root, PATH, PLAN)
    (root / "plan.toml").symlink_to(real)
    put(root, change_of(root, "plan.toml", retitle))
    assert (root / "plan.toml").is_symlink()
    assert "Grow faster" in real.read_text()


def test_a_link_into_a_hidden_folder_is_refused(root: Path) -> None:
    (root / ".git").mkdir()
    (root / "plan.toml").symlink_to(root / ".git/x.toml")
    with pytest.raises(NotWritten):
        put(root, new_file("plan.toml", {}))


def test_one_file_under_two_names_in_one_change_is_refused(root: Path) -> None:
    (root / "plan.toml").symlink_to(save(root, PATH, PLAN))
    change = Change("c", change_of(root, PATH, retitle).files + change_of(root, "plan.toml").files)
    with pytest.raises(NotWritten, match="twice"):
        put(root, change)


def test_what_is_no_regular_file_is_refused(root: Path) -> None:
    os.mkfifo(root / "people.toml")
    (root / "teams.toml").mkdir()
    for path in ("people.toml", "teams.toml"):
        with pytest.raises(NotWritten, match="not a regular file"):
            put(root, new_file(path, {}))
    save(root, "okr.toml", PLAN)
    with pytest.raises(NotWritten):
        put(root, new_file("okr.toml/x.toml", {}))


@pytest.mark.parametrize(
    "value", [None, {1}, int("f" * 5000, 16), "\ud800", [None], {"x": object()}], ids=lambda value: type(value).__name__
)
def test_what_has_no_place_in_toml_is_refused(root: Path, value: Any) -> None:
    save(root, PATH, PLAN)
    save(root, "people.toml", BY_HAND)
    for path in (PATH, "people.toml"):
        with pytest.raises(NotWritten, match="can't be written as TOML"):
            put(root, change_of(root, path, lambda tables: tables.update(x=value)))
    assert (root / PATH).read_text() == PLAN


def test_lists_nested_without_end_are_refused(root: Path) -> None:
    value: list[Any] = []
    for _level in range(5000):
        value = [value]
    with pytest.raises(NotWritten):
        put(root, new_file(PATH, {"x": value}))


@pytest.mark.parametrize("by_hand", [True, False])
def test_nothing_is_written_that_the_reader_would_refuse_for_its_size(root: Path, by_hand: bool) -> None:
    text = f"# ours\n{PLAN}" if by_hand else PLAN
    save(root, PATH, text)
    before = (root / PATH).read_bytes()
    with pytest.raises(NotWritten, match="larger than 1 MiB"):
        put(root, change_of(root, PATH, lambda tables: tables.update(more="x" * (LARGEST_FILE + 1))))
    assert (root / PATH).read_bytes() == before
    put(root, change_of(root, PATH, lambda tables: tables.update(more="x" * (LARGEST_FILE // 2))))
    assert not isinstance(parsed((root / PATH).read_bytes()), Refused)


def test_two_writers_whose_words_do_not_fit_into_one_file_are_told_and_lose_nothing(root: Path) -> None:
    save(root, PATH, PLAN)
    mine = seen(root, PATH, lambda tables: tables.update(mine="x" * (LARGEST_FILE * 6 // 10)))
    put(root, change_of(root, PATH, lambda tables: tables.update(theirs="y" * (LARGEST_FILE * 6 // 10))))
    there = (root / PATH).read_bytes()
    with pytest.raises(NotWritten, match="larger than 1 MiB"):
        put(root, mine)
    assert (root / PATH).read_bytes() == there


def test_a_file_of_a_newer_okr_is_not_touched(root: Path) -> None:
    save(root, PATH, PLAN.replace("format = 1", "format = 2"))
    with pytest.raises(NotWritten, match="newer okr"):
        put(root, change_of(root, PATH, retitle))
    with pytest.raises(NotWritten, match="newer okr"):
        put(root, new_file("people.toml", {"format": 2}))


def test_a_missing_workspace_is_said(tmp_path: Path) -> None:
    with pytest.raises(OkrError, match="can't be opened"):
        write(tmp_path / "gone", new_file(PATH, {}), state=tmp_path / "state")


def add_again_and_again(root: Path, who: str, times: int) -> None:
    """Adds tables to one file as people do: read, change, write; when somebody was quicker, again."""
    for n in range(times):
        while True:
            try:
                put(
                    root,
                    change_of(root, PATH, lambda tables: tables["objective"].append({"id": f"{who}-{n}"})),  # noqa: B023
                )
            except ChangedUnderneath:
                continue
            break


@pytest.mark.parametrize("text", [PLAN, BY_HAND], ids=["canonical", "by hand"])
def test_threads_and_processes_that_write_one_file_lose_nothing(root: Path, text: str) -> None:
    save(root, PATH, text)
    start = multiprocessing.get_context("fork")
    workers = [
        *(start.Process(target=add_again_and_again, args=(root, f"p{n}", 12)) for n in range(3)),
        *(threading.Thread(target=add_again_and_again, args=(root, f"t{n}", 12)) for n in range(3)),
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    ids = {table["id"] for table in tomllib.loads((root / PATH).read_text())["objective"]}
    assert ids == {"grow-1"} | {f"{kind}{n}-{i}" for kind in "pt" for n in range(3) for i in range(12)}
    assert left(root) == [PATH]
