"""What every action has in common: who acts and when, what comes of it, and carrying it out."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import Choose
from okr_tui.store.change import Change, Tables
from okr_tui.store.failures import ChangedUnderneath
from okr_tui.store.lock import PATIENCE
from okr_tui.store.tables import Held

if TYPE_CHECKING:
    from okr_tui.store.writer import Written

ATTEMPTS = 50
"""How often an action is made again on what somebody else has written meanwhile, before it gives up."""


class Author(NamedTuple):
    """Who acts, and when.

    Attributes:
        me: the person's id.
        now: the present moment with its offset; its day is what counts as today.
        choose: picks the characters of new ids.
    """

    me: str
    now: datetime
    choose: Choose

    @property
    def today(self) -> date:
        """The day that counts as today."""
        return self.now.date()


class Act(NamedTuple):
    """What an action wants: the table it is about, and the change to the files.

    Attributes:
        id: the table that was made or changed.
        inherits: it carries on what others wrote, so that an owner whom nobody knows any more is told, not refused.
    """

    id: str
    change: Change
    inherits: bool = False

    @property
    def file(self) -> str:
        """The file in which that table stands; empty where nothing is left to change."""
        return self.change.files[0].path if self.change.files else ""


class Done(NamedTuple):
    """An action that has been carried out.

    Attributes:
        told: what `okr check` warns of since then, for whoever did it.
    """

    act: Act
    written: "Written"
    told: tuple[str, ...] = ()


def perform(
    root: Path,
    state: Path,
    make: Callable[[], Act],
    *,
    by: str | None = None,
    at: datetime | None = None,
    patience: float = PATIENCE,
) -> Done:
    """Carries out an action; what somebody has written meanwhile is merged, and where it can't be, it is made again.

    Nothing is written that `okr check` would call an error, nor a name that nobody has.

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace.
        make: reads what it needs and says what it wants; called again for every attempt.
        by: the person's id, for the history.
        at: the present moment, for the history.
        patience: seconds to wait for somebody else who writes in the workspace.

    Raises:
        OkrError: it can't be done or written; nothing is changed then.
    """
    from okr_tui.store.writer import write  # whoever only looks needs no writer

    for attempt in range(ATTEMPTS):
        act = make()
        try:
            told = _asked(root, act, at)
            change = act.change._replace(about=act.id, by=by, at=at)
            return Done(act, write(root, change, state=state, patience=patience), told)
        except ChangedUnderneath:
            if attempt == ATTEMPTS - 1:
                raise
    raise AssertionError


def _asked(root: Path, act: Act, at: datetime | None) -> tuple[str, ...]:
    """What `okr check` would warn of after the change and not before; words in a journal are checked as they are said.

    Raises:
        WrongUsage: it would find an error, or a name that nobody has.
    """
    if all("/journal/" in file.path for file in act.change.files):
        return ()
    from okr_tui.store.checks.changing import worse

    found = worse(root, act.change, at.date() if at is not None else date.min, inherits=act.inherits)
    if found.refused:
        raise WrongUsage(found.refused[0])
    return found.told


def one_file(identity: str, name: str, held: Held, tables: Tables) -> Act:
    """An act that changes one file."""
    return Act(identity, Change(name, (held.changed(tables),)))
