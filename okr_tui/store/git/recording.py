"""Every change of the workspace's files committed, whoever wrote it, and nothing else."""

import os
from pathlib import Path
from typing import NamedTuple

from okr_tui.domain.errors import PersonMustDecide
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.git.own import ATTRIBUTES_FILE, PATHS, is_own, subject
from okr_tui.store.git.process import Git
from okr_tui.store.tables import bytes_of
from okr_tui.words.language import _


class Author(NamedTuple):
    """Who commits where git itself doesn't know: the person who works here, as people.toml knows them."""

    name: str
    email: str
    id: str = ""


class Recorded(NamedTuple):
    """What was committed.

    Attributes:
        files: the workspace's files in it.
        unready: changed files that can't be read, each with the reason; they wait until somebody mends them.
    """

    files: tuple[str, ...]
    unready: dict[str, Refused]


def identified(git: Git, author: Author | None) -> Git:
    """Git that knows who commits.

    Raises:
        PersonMustDecide: nobody does.
    """
    told = git.ask("config", "--get", "user.email").code == 0 or any(
        os.environ.get(name) for name in ("EMAIL", "GIT_COMMITTER_EMAIL")
    )
    if told and all(git.ask("var", f"GIT_{role}_IDENT").code == 0 for role in ("AUTHOR", "COMMITTER")):
        return git
    if author is None or not author.email:
        raise PersonMustDecide(
            _(
                "git does not know who you are; say so once: git config --global user.name “Your Name” and "
                "git config --global user.email you@example.org."
            )
        )
    named = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in
             (("NAME", author.name), ("EMAIL", author.email))}  # fmt: skip
    return git.with_environment(named)


def record(git: Git, root: Path) -> Recorded:
    """Commits what has changed in the workspace's own files; what else is staged stays staged.

    Files that can't be read are not committed: others would get them, and nothing could be merged.

    Raises:
        OkrError: git refuses.
    """
    ready, unready = [], {}
    for path in _changed(git):
        refused = _why_not(root, path)
        if refused is None:
            ready.append(path)
        else:
            unready[path] = refused
    if ready:
        _commit(git, ready)
    return Recorded(tuple(ready), unready)


def _commit(git: Git, paths: list[str]) -> None:
    feed = "".join(f"{path}\0" for path in paths).encode("utf-8", "surrogateescape")
    listed = ("--pathspec-from-file=-", "--pathspec-file-nul")
    git.tell("add", "--all", *listed, feed=feed)
    git.tell("commit", "-q", "--no-verify", "--only", "-m", subject(paths), *listed, feed=feed)


def _changed(git: Git) -> list[str]:
    out = git.tell("status", "--porcelain", "-z", "--no-renames", "-uall", "--", *PATHS, ATTRIBUTES_FILE)
    lines = out.decode("utf-8", "surrogateescape").split("\0")[:-1]
    return [line[3:] for line in lines if is_own(line[3:]) or line[3:] == ATTRIBUTES_FILE]


def _why_not(root: Path, path: str) -> Refused | None:
    """Why a changed file is not committed; a deleted one is."""
    full = root / path
    if not full.exists() and not full.is_symlink():
        return None
    if path == ATTRIBUTES_FILE:
        return None if full.is_file() and not full.is_symlink() else _no_file()
    if full.is_symlink():
        return _no_file()
    data = bytes_of(root, path)
    found = data if isinstance(data, Refused) else parsed(data)
    return found if isinstance(found, Refused) else None


def _no_file() -> Refused:
    return Refused(1, 1, "no-file", _("This is a link or no regular file; it is not shared."))
