"""A workspace that lies in a larger repository moved to a branch of its own there, with nothing lost or changed."""

import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from okr_tui.domain.errors import PersonMustDecide
from okr_tui.store import disk
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.git.checkout import bring
from okr_tui.store.git.larger import MOVING, exclude, free, inside, let_go, shared_already, workspace_in
from okr_tui.store.git.placing import bytes_at
from okr_tui.store.git.process import Git
from okr_tui.store.git.recording import Author, identified, record
from okr_tui.store.git.repository import Repository, commit_of, empty_tree, own_repository, under_way
from okr_tui.store.git.trees import merged_trees
from okr_tui.store.lock import locked
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

_MOVED_FROM = "Okr-Moved-From"
_NOBODY = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in
           (("NAME", "okr"), ("EMAIL", "okr@localhost"), ("DATE", "2000-01-01T00:00:00Z"))}  # fmt: skip
_NOT_YET = "0" * 40


class Settled(NamedTuple):
    """What became of a folder that got a branch of its own.

    Attributes:
        branch: the branch.
        joined: whether the branch was there already, with what others have shared.
        taken_out: how many files the branch somebody works on no longer lists; to be committed there by its person.
    """

    branch: str
    joined: bool
    taken_out: int


def settle(root: Path, state: Path, repository: Repository, name: str, author: Author | None = None) -> Settled:
    """Gives a workspace that lies in a larger repository a branch of its own there; no file of it is lost or changed.

    What the branch somebody works on has of it becomes the first commit of the new branch, and is taken out of the
    index there, for its person to commit. Where others have moved it already, both are merged, from where the two
    branches of the larger repository met.

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace.
        repository: the larger one.
        name: the branch.
        author: who commits where git doesn't know.

    Raises:
        PersonMustDecide: something is under way or in the way; nothing was touched.
        OkrError: git or the disk refuses.
    """
    outer = Git(repository.top)
    prefix = inside(repository, root)
    free(outer, root, name)
    _calm(outer, repository, prefix)
    theirs = shared_already(outer, name)
    _one_workspace(outer, root, theirs, name)
    exclude(repository, root)
    inner = _planted(outer, root)
    try:
        _begin(inner, outer, root, state, name, author)
    except BaseException:
        with suppress(OSError):
            (root / ".git").unlink()
        outer.ask("worktree", "prune")
        raise
    taken_out = let_go(outer, prefix)
    (own_repository(root).folder / MOVING).unlink()
    return Settled(name, theirs is not None, taken_out)


def _begin(inner: Git, outer: Git, root: Path, state: Path, name: str, author: Author | None) -> None:
    """The first commit of the new branch, or ours merged with the one that is there."""
    tree = _tree_at(outer, "HEAD", _prefix(outer, root))
    theirs, ref = shared_already(outer, name), f"refs/heads/{name}"
    if theirs is None and tree is None:
        inner.tell("symbolic-ref", "HEAD", ref)
        inner.tell("read-tree", "--empty")
        return
    inner = identified(inner, author)
    first = _empty_commit(inner) if tree is None else _first_commit(inner, outer, tree)
    inner.tell("read-tree", first)
    if theirs is None:
        inner.tell("update-ref", ref, first, _NOT_YET)
    else:
        inner.tell("update-ref", "--no-deref", "HEAD", first)
        both = _joined(inner, outer, root, state, theirs)
        inner.tell("update-ref", ref, both, commit_of(inner, ref) or _NOT_YET)
    inner.tell("symbolic-ref", "HEAD", ref)


def _joined(inner: Git, outer: Git, root: Path, state: Path, theirs: str) -> str:
    """What stands here merged with what others have on the branch, and put onto the disk."""
    with locked(root, state=state):
        recorded = record(inner, root)
        ours = inner.line("rev-parse", "HEAD")
        base = _met(outer, _prefix(outer, root), theirs) or empty_tree(inner)
        told = ("-m", _("OKR: moved to a branch of its own, and merged what others shared"))
        merged = merged_trees(inner, base, ours, theirs)
        both = inner.line("commit-tree", "-p", ours, "-p", theirs, *told, merged)
        bring(inner, own_repository(root), state, ours, both, recorded.unready)
    return both


def _planted(outer: Git, root: Path) -> Git:
    """Makes a folder with files in it a work tree, whose index and HEAD are still to be set."""
    start = _empty_commit(outer)
    with tempfile.TemporaryDirectory(prefix="okr-", ignore_cleanup_errors=True) as folder:
        made = Path(folder, root.resolve().name)
        outer.tell("worktree", "add", "-q", "--no-checkout", "--detach", "--", str(made), start)
        door = (made / ".git").read_bytes()
        Path(os.fsdecode(door.removeprefix(b"gitdir: ").rstrip(b"\n")), MOVING).touch()
        disk.swap(disk.staged(root / ".git", door, 0o644), root / ".git")
        outer.tell("worktree", "repair", str(root.resolve()))
    return Git(root)


def _met(outer: Git, prefix: str, theirs: str) -> str | None:
    """The workspace as it stood where the branch it was moved from and the one checked out here met."""
    told = outer.ask("log", "--max-parents=0", f"--format=%(trailers:key={_MOVED_FROM},valueonly)", theirs)
    for name in told.out.decode("ascii", "replace").split():
        met = outer.ask("merge-base", name, "HEAD") if re.fullmatch(r"[0-9a-f]{40,64}", name) else None
        if met is not None and met.code == 0:
            return _tree_at(outer, met.line, prefix)
    return None


def _first_commit(inner: Git, outer: Git, tree: str) -> str:
    told = _("OKR: moved to a branch of its own")
    return inner.line("commit-tree", "-m", told, "-m", f"{_MOVED_FROM}: {outer.line('rev-parse', 'HEAD')}", tree)


def _empty_commit(git: Git) -> str:
    return git.with_environment(_NOBODY).line("commit-tree", "-m", "empty", empty_tree(git))


def _prefix(outer: Git, root: Path) -> str:
    return root.resolve().relative_to(outer.folder.resolve()).as_posix()


def _tree_at(git: Git, commit: str, prefix: str) -> str | None:
    answer = git.ask("rev-parse", "-q", "--verify", "--end-of-options", f"{commit}:{prefix}")
    return answer.line if answer.code == 0 else None


def _calm(outer: Git, repository: Repository, prefix: str) -> None:
    """Refuses while something is under way, or where the index holds what is nowhere else."""
    if (what := under_way(repository)) is not None:
        message = _("A {what} is under way in the repository {folder}; end it first.")
        raise PersonMustDecide(message.format(what=what, folder=one_line(str(repository.top))))
    out = outer.tell("status", "--porcelain", "-z", "--no-renames", "-uno", "--", prefix).decode("utf-8", "replace")
    for line in out.split("\0")[:-1]:
        if "U" in line[:2] or (line[0] != " " and line[1] != " "):
            message = _("{file} is staged, and changed once more since; commit it or take it back first.")
            raise PersonMustDecide(message.format(file=one_line(line[3:])))


def _one_workspace(outer: Git, root: Path, theirs: str | None, name: str) -> None:
    if theirs is None:
        return
    found, own = workspace_in(outer, theirs), parsed(bytes_at(root, "okr.toml") or b"")
    if found is None or (not isinstance(own, Refused) and own.get("id") != found[0]):
        message = _("The branch {branch} holds something else; name another one in okr.toml: [sync] branch.")
        raise PersonMustDecide(message.format(branch=one_line(name)))
