"""A merged commit brought onto the disk: the files first, then the index, the branch last.

Whoever is killed on the way leaves files that are merged already and a branch that isn't: the next sync takes them for
changes of this person, and merging them again changes nothing. The other way round, what others did would look deleted.
"""

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from okr_tui.domain.errors import PersonMustDecide
from okr_tui.store.git.blobs import ABSENT, REGULAR, Difference, contents, differences, index_info
from okr_tui.store.git.own import is_own
from okr_tui.store.git.placing import Placed, place
from okr_tui.store.git.process import Git, GitFailed
from okr_tui.store.git.repository import Repository, empty_tree
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext

_FILES = (*REGULAR, ABSENT.mode)
_AT_ONCE = 100


def bring(
    git: Git, repository: Repository, state: Path, old: str | None, new: str, unready: Collection[str]
) -> list[str]:
    """Makes the work tree, the index and the branch stand at a commit; the caller holds the workspace's lock.

    Args:
        git: at the top of the work tree.
        repository: where it is.
        state: this machine's state folder for the workspace.
        old: the commit at which they stand; None before the first one.
        new: the commit.
        unready: changed files of the workspace that could not be committed.

    Returns:
        The workspace's files that are different now.

    Raises:
        ChangedUnderneath: somebody has just written one of the files; nothing was touched.
        PersonMustDecide: somebody's uncommitted work is in the way; nothing was touched.
        OkrError: a file can't be written.
    """
    before = old or empty_tree(git)
    own: list[Difference] = []
    others: list[Difference] = []
    for each in differences(git, before, new):
        ours = is_own(each.path) and each.old.mode in _FILES and each.new.mode in _FILES
        (own if ours else others).append(each)
    _make_way(own, unready)
    _keep_out_of(git, repository, others)
    datas = contents(git, (entry.blob for each in own for entry in (each.old, each.new)))
    files = [Placed(each.path, datas.get(each.old.blob), datas.get(each.new.blob)) for each in own]
    placed = place(repository.top, files, state)
    if own:
        git.tell("update-index", "-z", "--index-info", feed=index_info((each.path, each.new) for each in own))
    if others:
        git.tell("read-tree", "-m", "-u", before, new)
    git.ask("update-index", "-q", "--refresh")
    git.tell("update-ref", "-m", "okr sync", "HEAD", new, old or "0" * len(new))
    return placed


def _make_way(own: Sequence[Difference], unready: Collection[str]) -> None:
    for each in own:
        if each.path in unready:
            message = _(
                "{file} can't be read as it is now, and others have changed it; mend it (“okr check”) and sync again."
            )
            raise PersonMustDecide(message.format(file=one_line(each.path)))


def _keep_out_of(git: Git, repository: Repository, others: Sequence[Difference]) -> None:
    """Refuses when files that are not the workspace's would be written over somebody's uncommitted work."""
    news = {each.path: each.new.blob for each in others}
    blocked = [path for path in _dirty(git, list(news)) if news.get(path, "") != _name_on_disk(git, repository, path)]
    if blocked:
        message = ngettext(
            "{file} is changed but not committed, and others have changed it; commit it with git and sync again.",
            "{file} and {n} more are changed but not committed, and others have changed them; commit them and sync again.",
            len(blocked),
        )
        raise PersonMustDecide(message.format(file=one_line(blocked[0]), n=len(blocked) - 1))


def _dirty(git: Git, paths: Sequence[str]) -> Iterator[str]:
    asked = ("status", "--porcelain", "-z", "--no-renames", "-uall", "--ignored=matching", "--")
    for start in range(0, len(paths), _AT_ONCE):  # a list of arguments can't be endless
        out = git.tell(*asked, *paths[start : start + _AT_ONCE])
        yield from (line[3:] for line in out.decode("utf-8", "surrogateescape").split("\0")[:-1])


def _name_on_disk(git: Git, repository: Repository, path: str) -> str:
    """The name that git gives to the content of a file as it is now; "" where there is none."""
    full = repository.top / path
    if not os.path.lexists(full):
        return ""
    try:
        return git.line("hash-object", "--", path) if full.is_file() and not full.is_symlink() else "?"
    except GitFailed:
        return "?"
