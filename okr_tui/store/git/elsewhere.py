"""A clone in which nothing is checked out: its first branch has no commit, and the workspace is on another one."""

import os
import re
from pathlib import Path

from okr_tui.domain.errors import OkrError
from okr_tui.store.git.process import Git
from okr_tui.store.git.repository import branch, commit_of, repository_of
from okr_tui.store.layout import SETTINGS
from okr_tui.words.language import _

_BRANCHES = 100
"""Branches that are looked at."""

_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._/-]*")
"""Names that can stand in a command as they are."""

_ENVIRONMENT = {"GIT_LITERAL_PATHSPECS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1"}


def on_another_branch(folder: Path) -> str | None:
    """Where the workspace is, as one sentence, in a clone whose own branch is empty; None where this is no such folder.

    Nothing that the configuration of the repository names is run to find out, so nobody needs to trust it.

    Args:
        folder: where a workspace was looked for.
    """
    try:
        repository = repository_of(folder) if folder.is_dir() else None
        if repository is None:
            return None
        git = Git(repository.top).with_environment(_ENVIRONMENT)
        empty = branch(git)
        if empty is None or commit_of(git, "HEAD") is not None:
            return None
        found = _holding(git)
    except (OkrError, OSError):
        return None
    if not found:
        return None
    message = _(
        "Nothing is checked out here yet: the branch {empty} has no files, and the workspace is on {branch}; "
        "“git switch {branch}” brings it."
    )
    return message.format(empty=empty if _PLAIN.fullmatch(empty) else "HEAD", branch=found)


def _holding(git: Git) -> str | None:
    """The branch that holds a workspace, one of the usual names first."""
    asked = ("--format=%(refname)", f"--count={_BRANCHES}", "refs/heads", "refs/remotes")
    refs = os.fsdecode(git.tell("for-each-ref", *asked)).split("\n")
    names = [(ref, ref.split("/", 2 if ref.startswith("refs/heads/") else 3)[-1]) for ref in refs if ref]
    names = [(ref, name) for ref, name in names if name != "HEAD" and _PLAIN.fullmatch(name)]
    names.sort(key=lambda each: ("main", "master").index(each[1]) if each[1] in {"main", "master"} else 2)
    return next((name for ref, name in names if _holds(git, ref)), None)


def _holds(git: Git, ref: str) -> bool:
    return git.ask("rev-parse", "-q", "--verify", "--end-of-options", f"{ref}:{SETTINGS}").code == 0
