"""Two commits merged inside the repository, without touching a file that anybody works on.

Files of the workspace are merged by the engine; every other file as git merges text.
"""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from okr_tui.domain.errors import PersonMustDecide
from okr_tui.store.codec import Refused
from okr_tui.store.git.blobs import ABSENT, REGULAR, Entry, contents, index_info, kept
from okr_tui.store.git.content import kept_whole, merged_bytes
from okr_tui.store.git.own import is_own
from okr_tui.store.git.process import Git
from okr_tui.store.git.repository import empty_tree
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

Stages = Mapping[int, Entry]
"""The versions of an unmerged file: 1 what both come from, 2 ours, 3 theirs; one that isn't there is missing."""

_MOST_BASES = 8


class CannotMerge(PersonMustDecide):
    """Two versions of a file that no program can merge; nothing was changed.

    Args:
        path: the file, relative to the repository.
        why: the sentence.
    """

    def __init__(self, path: str, why: str) -> None:
        super().__init__(why)
        self.path = path


def merged_tree(git: Git, ours: str, theirs: str) -> str:
    """The tree of two commits merged.

    Raises:
        CannotMerge: a person must merge one of the files.
    """
    answer = git.ask("merge-base", "--all", ours, theirs)
    bases = answer.out.decode().split()[:_MOST_BASES]
    # Branches that were merged crosswise have several bases; they are merged to one first, as git itself does.
    base = bases[0] if bases else empty_tree(git)
    for other in bases[1:]:
        base = _tree(git, _fork(git, base, other), base, other, decided=True)
    return _tree(git, base, ours, theirs, decided=False)


def merged_trees(git: Git, base: str, ours: str, theirs: str) -> str:
    """The tree of two commits or trees merged that come from a third one.

    Raises:
        CannotMerge: a person must merge one of the files.
    """
    return _tree(git, base, ours, theirs, decided=False)


def unmerged(git: Git) -> dict[str, Stages]:
    """The files of the index that wait for a merge, each with its versions."""
    found: dict[str, dict[int, Entry]] = {}
    for line in git.tell("ls-files", "-u", "-z").decode("utf-8", "surrogateescape").split("\0")[:-1]:
        head, _tab, path = line.partition("\t")
        mode, blob, stage = head.split(" ")
        found.setdefault(path, {})[int(stage)] = Entry(mode, blob)
    return dict(found)


def merged_own(stages: Stages, read: Callable[[Entry], bytes]) -> bytes | Refused:
    """A file of the workspace merged from its versions; one that a side deleted and the other changed stays, and says so."""
    ours, theirs = stages.get(2), stages.get(3)
    if ours is None or theirs is None:
        left = read(ours or theirs or ABSENT)
        return kept_whole(read(stages[1]), left) if 1 in stages and (ours or theirs) else left
    return merged_bytes(read(stages[1]) if 1 in stages else None, read(ours), read(theirs))


def _fork(git: Git, one: str, other: str) -> str:
    """Where two bases come from; the empty tree where that isn't known."""
    found = git.ask("merge-base", one, other)
    return found.line if found.code == 0 else empty_tree(git)


def _tree(git: Git, base: str, ours: str, theirs: str, *, decided: bool) -> str:
    """Three trees merged to one.

    Args:
        git: the repository.
        base: what both come from.
        ours: one side.
        theirs: the other.
        decided: where a person would have to decide, ours is taken: this is only a base for what follows.
    """
    with tempfile.TemporaryDirectory(prefix="okr-", ignore_cleanup_errors=True) as folder:
        index = git.with_environment({"GIT_INDEX_FILE": str(Path(folder, "index"))})
        index.tell("read-tree", "-i", "-m", "--aggressive", base, ours, theirs)
        waiting = unmerged(index)
        if waiting:
            datas = contents(git, (entry.blob for stages in waiting.values() for entry in stages.values()))
            done = [(path, *_file(git, path, stages, datas, decided=decided)) for path, stages in waiting.items()]
            blobs = kept(git, [data for _path, _mode, data in done if data is not None])
            names = iter(blobs)
            entries = [(path, ABSENT if data is None else Entry(mode, next(names))) for path, mode, data in done]
            index.tell("update-index", "-z", "--index-info", feed=index_info(entries))
        return index.line("write-tree")


def _file(
    git: Git, path: str, stages: Stages, datas: Mapping[str, bytes], *, decided: bool
) -> tuple[str, bytes | None]:
    """The mode and the bytes of one file merged; no bytes: it goes."""
    sides = [stages[number] for number in (2, 3) if number in stages]
    mode = max(each.mode for each in sides)
    if any(entry.mode not in REGULAR for entry in stages.values()):
        if decided:
            return sides[0].mode, datas[sides[0].blob]
        raise CannotMerge(path, _by_hand(path))
    if is_own(path):
        merged = merged_own(stages, lambda entry: datas[entry.blob])
        if not isinstance(merged, Refused):
            return mode, merged
        if not decided:
            why = _("{file} was changed on both sides and can't be merged: {why} “git show REF:{file}” shows a side.")
            raise CannotMerge(path, why.format(file=one_line(path), why=merged.message))
    elif len(sides) == 2:
        text = _as_text(git, [datas[stages[number].blob] if number in stages else b"" for number in (2, 1, 3)])
        if text is not None:
            return mode, text
    if decided:
        return sides[0].mode, datas[sides[0].blob]
    raise CannotMerge(path, _by_hand(path))


def _as_text(git: Git, versions: list[bytes]) -> bytes | None:
    """Ours, the base and theirs merged as lines; None where they overlap."""
    with tempfile.TemporaryDirectory(prefix="okr-", ignore_cleanup_errors=True) as folder:
        paths = [Path(folder, name) for name in ("ours", "base", "theirs")]
        for path, data in zip(paths, versions, strict=True):
            path.write_bytes(data)
        answer = git.ask("merge-file", "-p", *map(str, paths))
        return answer.out if answer.code == 0 else None


def _by_hand(path: str) -> str:
    message = _(
        "{file} is no file of the workspace and was changed on both sides; merge it with “git pull”, then sync again."
    )
    return message.format(file=one_line(path))
