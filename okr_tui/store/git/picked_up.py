"""A merge that git did alone, without our driver, or a forge: picked up where it was left, and done again by tables.

Git leaves either versions in the index that wait (stages 1, 2, 3), or a text with markers that somebody has committed.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from okr_tui.domain.errors import PersonMustDecide
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.git.blobs import Entry, contents
from okr_tui.store.git.content import merged_bytes
from okr_tui.store.git.markers import sides
from okr_tui.store.git.own import is_own
from okr_tui.store.git.placing import Placed, bytes_at, place
from okr_tui.store.git.process import Git
from okr_tui.store.git.repository import Repository, under_way
from okr_tui.store.git.trees import Stages, merged_own, unmerged
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _


class Versions(NamedTuple):
    """What a file with markers was made from; no base where that isn't known."""

    base: bytes | None
    ours: bytes
    theirs: bytes


def pick_up(git: Git, repository: Repository, state: Path) -> list[str]:
    """Merges the workspace's files that wait in the index, and ends the merge where nothing else waits.

    The caller holds the workspace's lock.

    Returns:
        The files that were merged.

    Raises:
        PersonMustDecide: something waits that no program can merge.
        OkrError: a file can't be written.
    """
    waiting = unmerged(git)
    own = {path: stages for path, stages in waiting.items() if is_own(path)}
    done = [path for path, stages in own.items() if _merge(git, repository, state, path, stages)]
    if done:
        git.tell("add", "--all", "--", *done)
    left = [path for path in waiting if path not in done]
    if left:
        message = _("A merge waits for you in {files}: mend and “git add” them, then sync again.")
        raise PersonMustDecide(message.format(files=one_line(", ".join(left[:3]))))
    if under_way(repository) == "merge":
        git.tell("commit", "-q", "--no-verify", "--no-edit")
    return done


def unmark(git: Git, repository: Repository, state: Path, paths: Iterable[str]) -> list[str]:
    """Merges again those of the files that hold markers; the caller holds the workspace's lock.

    A file whose versions can't be read is left as it is: it counts as unreadable then, never as merged.
    """
    done = []
    for path in paths:
        data = bytes_at(repository.top, path)
        found = None if data is None else parsed(data)
        if data is None or not isinstance(found, Refused) or found.code != "conflict-markers":
            continue
        versions = _versions(git, path, data)
        merged = merged_bytes(*versions) if versions else None
        if isinstance(merged, bytes):
            done += place(repository.top, [Placed(path, data, merged)], state)
    return done


def _merge(git: Git, repository: Repository, state: Path, path: str, stages: Stages) -> bool:
    """Merges one file that waits in the index; what a person has mended by hand already is taken as it is."""
    blobs = contents(git, (entry.blob for entry in stages.values()))

    def read(entry: Entry) -> bytes:
        return blobs.get(entry.blob, b"")

    on_disk = bytes_at(repository.top, path)
    untouched = on_disk is None or any(_same(on_disk, read(entry)) for entry in stages.values())
    if not untouched and on_disk is not None and not isinstance(parsed(on_disk), Refused):
        return True
    merged = merged_own(stages, read)
    if isinstance(merged, Refused):
        return False
    place(repository.top, [Placed(path, on_disk, merged)], state)
    return True


def _versions(git: Git, path: str, data: bytes) -> Versions | None:
    """What a marked text was made from: the parents of the merge that left it, else what stands between its markers."""
    try:
        written = sides(data.decode())
    except UnicodeDecodeError:
        return None
    if written is None:
        return None
    parents = _parents(git, path)
    if parents is not None:
        answer = git.ask("merge-base", *parents)
        names = [f"{commit}:{path}" for commit in ([answer.line] if answer.code == 0 else []) + parents]
        found = [git.ask("cat-file", "blob", name) for name in names]
        if all(each.code == 0 for each in found[-2:]):
            base = found[0].out if len(found) == 3 and found[0].code == 0 else None
            return Versions(base, found[-2].out, found[-1].out)
    base_text, ours, theirs = written
    return Versions(None if base_text is None else base_text.encode(), ours.encode(), theirs.encode())


def _parents(git: Git, path: str) -> list[str] | None:
    """The two commits whose merge left markers in a file: of the merge under way, else of the file's last commit."""
    if git.ask("rev-parse", "-q", "--verify", "MERGE_HEAD").code == 0:
        names = ["HEAD", "MERGE_HEAD"]
    else:
        last = git.ask("log", "-1", "-m", "--format=%H", "HEAD", "--", path)
        commit = last.line if last.code == 0 else ""
        names = [f"{commit}^1", f"{commit}^2"] if commit else []
    found = [git.ask("rev-parse", "-q", "--verify", "--end-of-options", f"{name}^{{commit}}") for name in names]
    return [each.line for each in found] if len(found) == 2 and all(each.code == 0 for each in found) else None


def _same(one: bytes, other: bytes) -> bool:
    return one.replace(b"\r\n", b"\n") == other.replace(b"\r\n", b"\n")
