"""The repository that a workspace lies in, and what is under way in it."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from okr_tui.domain.errors import OkrError
from okr_tui.store.git.process import Git, failed, git_program
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

_READ_FIRST = (
    "config",
    "config.worktree",
    "HEAD",
    "index",
    "packed-refs",
    "commondir",
    "info/attributes",
    "info/exclude",
)
_UNDER_WAY = (
    ("rebase-merge", "rebase"), ("rebase-apply", "rebase"), ("MERGE_HEAD", "merge"), ("CHERRY_PICK_HEAD", "cherry-pick"),
    ("REVERT_HEAD", "revert"), ("BISECT_LOG", "bisect"),
)  # fmt: skip


class Repository(NamedTuple):
    """A repository with a work tree.

    Attributes:
        top: the folder of its work tree.
        folder: its `.git`, or that of this work tree where there are several.
        common: what all its work trees share; trust is about this.
        prefix: where the workspace lies in it, "" or ending in "/".
    """

    top: Path
    folder: Path
    common: Path
    prefix: str


def repository_of(root: Path) -> Repository | None:
    """The repository that a workspace lies in; None where there is none, or no git.

    Nothing that its configuration names is run to find out.

    Raises:
        GitFailed: there is one that git does not open, for example because it belongs to somebody else.
    """
    above = next((each for each in (root.resolve(), *root.resolve().parents) if os.path.lexists(each / ".git")), None)
    if above is None:
        return None
    refuse_special(above / ".git", *(above / ".git" / name for name in _READ_FIRST))
    if git_program(root) is None:
        return None
    asked = ("--show-toplevel", "--absolute-git-dir", "--git-common-dir", "--show-prefix")
    answer = Git(root).ask("rev-parse", *asked)
    if answer.code != 0:
        if "not a git repository" in answer.said or "must be run in a work tree" in answer.said:
            return None
        raise failed("rev-parse", answer)
    lines = os.fsdecode(answer.out).split("\n")
    if len(lines) != len(asked) + 1:
        raise OkrError(_("The path of this repository has a line break in it; okr leaves git alone here."))
    top, folder, common, prefix = lines[:4]
    return Repository(Path(top), Path(folder), (root / common).resolve(), prefix)


def refuse_special(*places: Path) -> None:
    """Refuses what git would wait on for ever: a pipe, a socket or a device where it expects a file.

    Raises:
        OkrError: there is one.
    """
    for place in places:
        try:
            mode = place.stat().st_mode
        except OSError:
            continue
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            message = _("{place} is no file but a pipe or a device, on which git would wait; remove it.")
            raise OkrError(message.format(place=one_line(str(place))))


def special_below(root: Path) -> Iterator[Path]:
    """What git reads in each folder of a workspace, where it is there: its attributes and what it ignores."""
    for folder, names, files in os.walk(root):
        names[:] = [name for name in names if name != ".git"]
        yield from (Path(folder, name) for name in files if name in {".gitattributes", ".gitignore"})


def under_way(repository: Repository) -> str | None:
    """What somebody has begun and not finished: "rebase", "merge", "cherry-pick", "revert", "bisect"; None: nothing."""
    return next((what for name, what in _UNDER_WAY if os.path.lexists(repository.folder / name)), None)


def branch(git: Git) -> str | None:
    """The branch that is checked out, also before its first commit; None on a detached HEAD."""
    answer = git.ask("symbolic-ref", "-q", "HEAD")
    return answer.line.removeprefix("refs/heads/") if answer.code == 0 else None


def commit_of(git: Git, name: str) -> str | None:
    """The commit that a name stands for; None where there is none."""
    answer = git.ask("rev-parse", "-q", "--verify", "--end-of-options", f"{name}^{{commit}}")
    return answer.line if answer.code == 0 else None


def empty_tree(git: Git) -> str:
    """The tree without files: what comes before a first commit."""
    return git.line("hash-object", "-w", "-t", "tree", "--stdin")


def own_repository(root: Path) -> Repository:
    """The repository that a folder was just made the top of.

    Raises:
        OkrError: it is none after all.
    """
    made = repository_of(root)
    if made is None or made.prefix:
        raise OkrError(_("git made no repository here."))
    return made


def make_repository(root: Path) -> Repository:
    """Makes a folder a repository of its own.

    Raises:
        OkrError: git can't; or there is none.
    """
    git = Git(root)
    named = git.ask("config", "--get", "init.defaultBranch").code == 0
    git.tell(*(() if named else ("-c", "init.defaultBranch=main")), "init", "-q")
    return own_repository(root)
