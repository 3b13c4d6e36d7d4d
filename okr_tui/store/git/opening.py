"""The door to a repository: nobody writes through it who does not trust it, nor past a configuration that runs programs."""

from pathlib import Path

from okr_tui.domain.errors import PersonMustDecide
from okr_tui.store.git.config import local_settings, refused
from okr_tui.store.git.driver import driver_command
from okr_tui.store.git.larger import listed_outside, unfinished
from okr_tui.store.git.process import Git
from okr_tui.store.git.repository import Repository, refuse_special, repository_of, special_below
from okr_tui.store.git.trust import trust_in
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _


class NotTrusted(PersonMustDecide):
    """Nobody has said yet that this repository may be worked with."""

    def __init__(self, repository: Repository) -> None:
        message = _(
            "okr does not work with the git repository {folder} until you say that you trust it: okr sync --trust."
        )
        super().__init__(message.format(folder=one_line(str(repository.top))))
        self.repository = repository


class Refused(PersonMustDecide):
    """The repository's own configuration has settings that nobody here vouches for; nothing was run or written.

    Args:
        keys: the settings.
    """

    def __init__(self, keys: tuple[str, ...]) -> None:
        message = _(
            "The configuration of this repository has settings that okr does not know and that may make git run programs: "
            "{keys}. Look at each with “git config --local KEY”; remove it with “git config --local --unset-all KEY” and "
            "sync again."
        )
        super().__init__(message.format(keys=one_line(", ".join(keys))))
        self.keys = keys


def workspace_repository(root: Path) -> Repository:
    """The repository of a workspace, one that holds nothing but the workspace.

    Raises:
        PersonMustDecide: there is none, or the workspace is only a part of it.
        Refused: its work tree is said to be elsewhere.
        OkrError: git does not open it.
    """
    repository = repository_of(root)
    if repository is None:
        Git(root)
        raise PersonMustDecide(_("This workspace is in no git repository; “okr init --git” in it makes one."))
    refuse_special(*special_below(root))
    if any(each.key == "core.worktree" for each in local_settings(Git(root))) and not _leads_here(repository):
        raise Refused(("core.worktree",))
    if repository.prefix or unfinished(repository):
        message = _(
            "This workspace is a part of the repository {folder}, and okr leaves the branch you work on there alone; "
            "“okr doctor --fix” moves it to a branch of its own."
        )
        raise PersonMustDecide(message.format(folder=one_line(str(repository.top))))
    return repository


def refused_in(git: Git, repository: Repository, *, but_driver: bool = False) -> tuple[str, ...]:
    """The settings of a repository that okr does not work with.

    Args:
        git: in it.
        repository: what is known about it.
        but_driver: without the merge driver of okr, because it is about to be registered anew.
    """
    drivers = trust_in(repository).drivers | {driver_command()}
    fine = {"merge.okr.driver"} if but_driver else set()
    if _leads_here(repository):
        fine.add("core.worktree")
    return tuple(key for key in refused(local_settings(git), drivers) if key not in fine)


def _leads_here(repository: Repository) -> bool:
    """Whether the work tree has a file `.git` that leads to this repository, as in a submodule: then it is its own."""
    door = repository.top / ".git"
    try:
        said = door.read_text(encoding="utf-8", errors="surrogateescape") if door.is_file() else ""
    except OSError:
        return False
    there = repository.top / said.removeprefix("gitdir: ").rstrip("\n")
    return said.startswith("gitdir: ") and there.resolve() == repository.folder.resolve()


def opened(root: Path) -> tuple[Git, Repository]:
    """Git at the top of a workspace's repository, for work that writes.

    Raises:
        NotTrusted: a person has to say first that they trust it.
        Refused: its configuration names programs that okr does not know.
        PersonMustDecide: there is no such repository, or the workspace is only a part of it.
    """
    repository = workspace_repository(root)
    if not trust_in(repository).given:
        raise NotTrusted(repository)
    git = Git(repository.top)
    if keys := refused_in(git, repository):
        raise Refused(keys)
    if (listed := listed_outside(root)) is not None:
        message = _(
            "The branch checked out in {folder} still lists files of this workspace, and git may have written its versions "
            "over the shared ones; “okr doctor --fix” puts that right."
        )
        raise PersonMustDecide(message.format(folder=one_line(str(listed[0].top))))
    return git, repository
