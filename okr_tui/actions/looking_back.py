"""What the history of git adds to that of the journals: who changed plans, teams and settings, and when."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from okr_tui.domain.comparing import rows
from okr_tui.domain.errors import OkrError
from okr_tui.domain.history import Row
from okr_tui.domain.people import Person
from okr_tui.domain.workspace import Workspace
from okr_tui.words.keys import key_word
from okr_tui.words.language import _


def committed(
    root: Path, people: tuple[Person, ...], *, since: date | None = None, path: str | None = None
) -> tuple[Row, ...]:
    """What commits have changed, the newest first; nothing where there is no git, or a repository nobody trusts yet.

    Takes as long as git does, at most some seconds: not for the thread that answers keys.

    Args:
        root: the workspace folder.
        people: whose e-mail addresses are known.
        since: only what was committed on this day or later.
        path: only this file of the workspace; None for all but journals.
    """
    from okr_tui.store.git.log import log_of, versions

    log = log_of(root)
    if log is None:
        return ()
    try:
        found = versions(log, since=since, path=path)
    except OkrError:
        return ()  # what the journals tell is told all the same
    return rows(found, {person.email.casefold(): person.id for person in people if person.email})


class Committed(NamedTuple):
    """What commits have changed up to one of them.

    Attributes:
        head: the newest commit; empty where there is none to be asked.
        rows: the newest first.
    """

    head: str
    rows: tuple[Row, ...]


def committed_since(root: Path, people: tuple[Person, ...], known: Committed) -> Committed:
    """The same for an app that stays open: what is known already where nothing was committed since.

    Args:
        root: the workspace folder.
        people: whose e-mail addresses are known.
        known: what was found the last time.
    """
    from okr_tui.store.git.log import log_of

    log = log_of(root)
    if log is None:
        return known if not known.head else Committed("", ())
    return known if log.head == known.head else Committed(log.head, committed(root, people))


def title_of(workspace: Workspace, identity: str, today: date) -> str:
    """What people know a thing of the history by: its title, somebody's name, else the id or name itself."""
    item = workspace.find(identity, today)
    if item is not None and item.title:
        return item.title
    known = workspace.name_of(identity)
    if known != identity:
        return known
    if identity == workspace.settings.id:
        return _("the settings")
    content = workspace.cycles.get(identity)
    return content.cycle.name if content is not None else key_word(identity)


def unit_of(workspace: Workspace, identity: str, today: date) -> str | None:
    """The unit of a key result or KPI; None for everything else."""
    item = workspace.find(identity, today)
    return getattr(item.table, "unit", None) if item is not None else None
