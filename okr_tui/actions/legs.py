"""The W: opening a leg, which closes the one before with a snapshot of all plans."""

from pathlib import Path

from okr_tui.actions.act import Act, Author
from okr_tui.actions.nested import slot_of
from okr_tui.actions.validity import still_valid
from okr_tui.domain.cycle import Cycle, Leg
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.legs import LEGS, next_leg
from okr_tui.domain.workspace import CycleContent
from okr_tui.store.change import Change, FileChange, digest
from okr_tui.store.layout import cycle_path, leg_path, plan_path
from okr_tui.store.legs import closed_legs, teams_of
from okr_tui.store.tables import held
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.legs import leg as leg_word


def close_leg(root: Path, author: Author, content: CycleContent) -> Act:
    """Closes the leg in which a cycle is: keeps all plans as they stand, and goes on to the next one.

    After the last one the W is over.

    Raises:
        WrongUsage: the cycle has no W now, or is closed.
        OkrError: a plan can't be read; nothing is written then.
    """
    if content.cycle.leg is None:
        raise WrongUsage(_("{cycle} is in no leg of the W; begin with “frame”.").format(cycle=_name(content.cycle)))
    return go_to_leg(root, author, content, next_leg(content.cycle.leg))


def go_to_leg(root: Path, author: Author, content: CycleContent, to: Leg | None) -> Act:
    """Goes to a leg of the W. Going on closes the leg in which the cycle is, with a snapshot; going back opens it again.

    Args:
        root: the workspace folder.
        author: who does it.
        content: the cycle.
        to: the leg; None ends the W.

    Raises:
        WrongUsage: it is there already, or the cycle is closed.
        OkrError: a plan can't be read; nothing is written then.
    """
    del author  # whoever it is, the files are the same
    cycle = content.cycle
    if cycle.closed:
        raise WrongUsage(_("{cycle} is closed.").format(cycle=_name(cycle)))
    file = held(root, cycle_path(cycle.id))
    table = slot_of(file, cycle.id).table
    now: str | None = table.get("leg")
    if now == to:
        raise WrongUsage(_("That is how it stands already; nothing was changed."))
    if to is None:
        table.pop("leg", None)
    else:
        table["leg"] = to
    still_valid(file)
    closing = _closing(root, cycle, now, to)
    kept = [each for leg in closing for each in _snapshot(root, content, leg)]
    return Act(cycle.id, Change(_told(closing, to), (file.changed(file.tables), *kept)))


def _closing(root: Path, cycle: Cycle, now: str | None, to: str | None) -> tuple[str, ...]:
    """The legs that close on the way; a W that begins later than with its first leg closes those before."""
    first = LEGS.index(now) if now in LEGS else 0 if not closed_legs(root, cycle) else len(LEGS)
    return LEGS[first : len(LEGS) if to is None else LEGS.index(to)]


def _snapshot(root: Path, content: CycleContent, leg: str) -> tuple[FileChange, ...]:
    """The plans as they stand, byte for byte; what an earlier closing of this leg kept of other teams goes."""
    found = []
    cycle = content.cycle.id
    for team in content.plans:
        plan, before = held(root, plan_path(cycle, team)), held(root, leg_path(cycle, leg, team))
        if plan.before is not None and plan.before != before.before:
            found.append(FileChange(before.path, before.before, plan.tables, before.data, plan.data))
    for team in teams_of(root, cycle, leg):
        if team not in content.plans:
            path = leg_path(cycle, leg, team)
            found.append(FileChange(path, digest((root / path).read_bytes()), None))
    return tuple(found)


def _told(closing: tuple[str, ...], to: str | None) -> str:
    if closing:
        return _("close the leg “{leg}”").format(leg=leg_word(closing[-1]))
    return _("open the leg “{leg}”").format(leg=leg_word(to or ""))


def _name(cycle: Cycle) -> str:
    return one_line(cycle.name)
