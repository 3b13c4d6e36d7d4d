"""Sharing a workspace with everybody else: trusted once, then committed, merged and pushed by one word."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from okr_tui.domain.errors import OkrError, PersonMustDecide
from okr_tui.store.copies import absorb
from okr_tui.store.git.driver import register, write_attributes
from okr_tui.store.git.larger import USUAL_BRANCH, begin_again, check_out, shared_already, wanted_branch, workspace_in
from okr_tui.store.git.moving import Settled, settle
from okr_tui.store.git.opening import Refused, refused_in, workspace_repository
from okr_tui.store.git.process import Git
from okr_tui.store.git.recording import Author
from okr_tui.store.git.remote import fetched, upstream_of
from okr_tui.store.git.repository import Repository, make_repository, repository_of
from okr_tui.store.git.sync import Shared, Step, sync
from okr_tui.store.git.trust import trust, trust_in
from okr_tui.store.glance import known_people
from okr_tui.store.interrupted import finish_interrupted
from okr_tui.store.state import remember_shared
from okr_tui.words.language import _, ngettext


def share(root: Path, state: Path, me: str | None, step: Callable[[Step], None] | None = None) -> Shared:
    """Shares the workspace; where git doesn't know who commits, the person who works here does.

    What was interrupted is finished first, and conflict copies that a synced folder has left are merged.

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace.
        me: who works here.
        step: told what is done next, from the thread that does it.

    Raises:
        OkrError: see `store.git.sync.sync`.
    """
    finish_interrupted(root, state)
    absorb(root, state)
    shared = sync(root, state, _author(root, me), step)
    if shared.remote is not None and shared.offline is None:
        remember_shared(state, shared.request)
    return shared


def trust_it(root: Path) -> None:
    """Remembers that a person trusts the workspace's repository, and registers the merge driver in it.

    Raises:
        Refused: its configuration names programs that okr does not know; it is not trusted then.
        OkrError: there is no such repository, or it can't be written.
    """
    repository = workspace_repository(root)
    git = Git(repository.top)
    if keys := refused_in(git, repository, but_driver=True):
        raise Refused(keys)
    try:
        trust(repository)
        register(git, repository)
        write_attributes(root)
    except OSError as error:
        why = error.strerror or str(error)
        raise OkrError(_("That you trust this repository can't be remembered: {why}.").format(why=why)) from error


def put_into_git(root: Path, state: Path, me: str | None) -> str | None:
    """Makes a repository of a workspace that is in none of its own, trusts it, and makes the first commit.

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace.
        me: who commits where git doesn't know.

    Returns:
        Why the first commit had to wait; None when it was made.

    Raises:
        OkrError: there is no git, or it can't make one.
    """
    make_repository(root)
    trust_it(root)
    try:
        share(root, state, me)
    except PersonMustDecide as waits:
        return waits.message
    return None


def larger_repository(root: Path) -> Repository | None:
    """The repository in which a folder, which may not exist yet, is a part; None where it is in none, or is its top.

    Raises:
        OkrError: git does not open it.
    """
    above = next((each for each in (root.resolve(), *root.resolve().parents) if each.is_dir()), None)
    repository = None if above is None else repository_of(above)
    return repository if repository is not None and repository.top.resolve() != root.resolve() else None


def shared_branch(root: Path, branch: str) -> str | None:
    """The name of the workspace that others share on a branch of the larger repository; None where there is none.

    Args:
        root: the folder it would get; only one that isn't there or is empty can take it.
        branch: the branch.

    Raises:
        OkrError: git does not open the repository.
    """
    repository = larger_repository(root)
    if repository is None or (os.path.lexists(root) and (not root.is_dir() or any(root.iterdir()))):
        return None
    git = Git(repository.top)
    commit = shared_already(git, branch)
    found = workspace_in(git, commit) if commit else None
    return (found[1] or found[0]) if found else None


def join_branch(root: Path, branch: str) -> None:
    """Puts the workspace that others share on a branch of the larger repository into a folder, and registers the driver.

    Raises:
        Refused: the configuration names programs that okr does not know.
        OkrError: git refuses.
    """
    repository = _safe(larger_repository(root))
    check_out(root, repository, branch)
    prepare(root)


def move_to_own_branch(root: Path, state: Path, me: str | None) -> Settled:
    """Gives a workspace inside a larger repository a branch and a work tree of its own there; nothing is lost.

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace.
        me: who commits where git doesn't know.

    Raises:
        Refused: the configuration names programs that okr does not know.
        OkrError: see `store.git.moving.settle`.
    """
    begin_again(root)
    repository = _safe(larger_repository(root))
    name = wanted_branch(root) or USUAL_BRANCH
    if trust_in(repository).given:
        _known_from_remote(Git(repository.top), name)
    settled = settle(root, state, repository, name, _author(root, me))
    prepare(root)
    return settled


def prepare(root: Path) -> bool:
    """Registers the merge driver in the repository that a workspace lies in, if it does; whether it was registered.

    The repository is not trusted by this: that is asked when somebody shares. One whose configuration runs programs is
    left alone.

    Raises:
        OkrError: git can't write its configuration.
    """
    repository = repository_of(root)
    if repository is None:
        return False
    git = Git(repository.top)
    if refused_in(git, repository, but_driver=True):
        return False
    try:
        register(git, repository)
    except OSError:
        return False
    return True


def outcome(shared: Shared) -> str:
    """What came of sharing, in one sentence."""
    sent, received, committed = len(shared.sent), len(shared.received), len(shared.committed)
    if shared.offline is not None:
        kept = ngettext("{n} file committed", "{n} files committed", committed).format(n=committed)
        return _("{kept}, not shared yet: {why} The next sync catches up.").format(kept=kept, why=shared.offline)
    if shared.remote is None:
        kept = ngettext("{n} file committed", "{n} files committed", committed).format(n=committed)
        return _("{kept}. There is nobody to share with yet: git remote add origin ADDRESS.").format(kept=kept)
    out = ngettext("{n} file sent", "{n} files sent", sent).format(n=sent)
    into = ngettext("{n} received", "{n} received", received).format(n=received)
    told = _("Shared: {sent}, {received}.").format(sent=out, received=into)
    if not sent and not received:
        told = _("Everything is shared already.")
    return told if shared.request is None else f"{told} {waits(shared.request, shared.link)}"


def waits(branch: str, link: str | None) -> str:
    """That what was changed waits on a branch until it is merged there, and where the request is opened."""
    if link is None:
        words = _(
            "The shared branch takes no pushes: your changes wait on {branch} until they are merged; open a request there."
        )
        return words.format(branch=branch)
    words = _(
        "The shared branch takes no pushes: your changes wait on {branch} until they are merged; open the request: {link}"
    )
    return words.format(branch=branch, link=link)


def _author(root: Path, me: str | None) -> Author | None:
    person = next((each for each in known_people(root) if each.id == me), None)
    return Author(person.name or person.id, person.email, person.id) if person else None


def _known_from_remote(git: Git, name: str) -> None:
    """Looks whether others share this branch already; offline, what was fetched last counts."""
    with suppress(OkrError):
        upstream = upstream_of(git, name)
        if upstream is not None:
            fetched(git, upstream)


def _safe(repository: Repository | None) -> Repository:
    """A larger repository whose configuration runs nothing unknown."""
    if repository is None:
        raise PersonMustDecide(_("This folder is not a part of a larger git repository."))
    if keys := refused_in(Git(repository.top), repository, but_driver=True):
        raise Refused(keys)
    return repository
