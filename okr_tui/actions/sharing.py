"""Sharing a workspace with everybody else: trusted once, then committed, merged and pushed by one word."""

from pathlib import Path

from okr_tui.domain.errors import OkrError, PersonMustDecide
from okr_tui.store.copies import absorb
from okr_tui.store.git.driver import register, write_attributes
from okr_tui.store.git.opening import Refused, refused_in, workspace_repository
from okr_tui.store.git.process import Git
from okr_tui.store.git.recording import Author
from okr_tui.store.git.repository import make_repository, repository_of
from okr_tui.store.git.sync import Shared, sync
from okr_tui.store.git.trust import trust
from okr_tui.store.glance import known_people
from okr_tui.store.state import remember_shared
from okr_tui.words.language import _, ngettext


def share(root: Path, state: Path, me: str | None) -> Shared:
    """Shares the workspace; where git doesn't know who commits, the person who works here does.

    Conflict copies that a synced folder has left are merged first.

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace.
        me: who works here.

    Raises:
        OkrError: see `store.git.sync.sync`.
    """
    absorb(root, state)
    person = next((each for each in known_people(root) if each.id == me), None)
    shared = sync(root, state, Author(person.name or person.id, person.email) if person else None)
    if shared.remote is not None and shared.offline is None:
        remember_shared(state)
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
    if not sent and not received:
        return _("Everything is shared already.")
    out = ngettext("{n} file sent", "{n} files sent", sent).format(n=sent)
    into = ngettext("{n} received", "{n} received", received).format(n=received)
    return _("Shared: {sent}, {received}.").format(sent=out, received=into)
