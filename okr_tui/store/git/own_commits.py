"""What a person has committed lately, as memory for a check-in: read only, bounded, from repositories they trust."""

import os
from collections.abc import Collection, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from okr_tui.domain.errors import OkrError
from okr_tui.store.config import config_folder
from okr_tui.store.git.log import log_of
from okr_tui.store.git.opening import refused_in
from okr_tui.store.git.process import Git
from okr_tui.store.git.repository import repository_of

COMMITS = 200
"""How many commits of a repository are looked at, the newest."""

SECONDS = 2.0
"""How long one repository may take."""

_REPOSITORIES = 10
_OURS = "OKR: "
_ENVIRONMENT = {"GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1"}


class OwnCommit(NamedTuple):
    """A commit of the person's own.

    Attributes:
        on: the day of its author.
        subject: its first line; message: all of it.
    """

    on: date
    subject: str
    message: str


def own_commits(root: Path, emails: Collection[str], since: date) -> tuple[OwnCommit, ...]:
    """The commits of a person since a day, the newest first; none of those with which okr shares the workspace.

    Looked for in the workspace's repository, where it is trusted, and in those that the person's own config.toml names
    as `repositories = ["~/code/app"]`, which says that they trust them; settings that run programs are refused there too.

    Args:
        root: the workspace folder.
        emails: the person's addresses.
        since: the day from which on.
    """
    found: set[OwnCommit] = set()
    for git in _repositories(root):
        try:
            found.update(_commits(git, emails, since))
        except OkrError:
            continue
    return tuple(sorted(found, key=lambda each: each.on, reverse=True))


def _repositories(root: Path) -> Iterator[Git]:
    log = log_of(root)
    if log is not None:
        yield log.git
    for named in _named():
        try:
            repository = repository_of(named)
            if repository is None:
                continue
            git = Git(repository.top)
            if not refused_in(git, repository):
                yield git.with_environment(_ENVIRONMENT)
        except OkrError:
            continue


def _named() -> list[Path]:
    """The repositories that the person's own config names; never raises."""
    import tomli

    try:
        told = tomli.loads((config_folder() / "config.toml").read_text(encoding="utf-8")).get("repositories")
    except (OSError, ValueError, RuntimeError, RecursionError):
        return []
    listed = told if isinstance(told, list) else []
    folders = [Path(os.path.expanduser(each)) for each in listed if isinstance(each, str)]  # noqa: PTH111 - never raises
    return [folder for folder in folders if folder.is_absolute() and folder.is_dir()][:_REPOSITORIES]


def _commits(git: Git, emails: Collection[str], since: date) -> Iterator[OwnCommit]:
    wanted = {email.casefold() for email in emails}
    days = f"--since={since.isoformat()}T00:00:00"
    asked = (
        "rev-list",
        "-n",
        str(COMMITS),
        "--no-merges",
        "--encoding=UTF-8",
        days,
        "--format=%x1e%aI%x1f%ae%x1f%B",
        "HEAD",
    )
    answer = git.ask(*asked, "--", within=SECONDS)
    for record in answer.out.decode("utf-8", "replace").split("\x1e")[1:]:
        fields = record.split("\x1f", 2)
        if len(fields) != 3 or fields[1].casefold() not in wanted:
            continue
        message = fields[2].rpartition("\ncommit ")[0] if "\ncommit " in fields[2] else fields[2]
        subject = message.strip().partition("\n")[0].strip()
        try:
            on = datetime.fromisoformat(fields[0]).date()
        except ValueError:
            continue  # a day that no calendar has
        if subject and not subject.startswith(_OURS) and on >= since:
            yield OwnCommit(on, subject, message.strip())
