"""What a command means where nobody named a cycle: the one that is being made."""

from typing import TYPE_CHECKING

from okr_tui.cli.context import Here
from okr_tui.domain.making import being_made

if TYPE_CHECKING:
    from okr_tui.domain.workspace import CycleContent


def cycle_to_make(where: Here) -> "CycleContent":
    """The cycle that is being made, where plans are drafted and pain points go; else the default one."""
    return being_made(where.workspace, where.today) or where.cycle(None)


def cycle_to_measure(where: Here, named: str | None = None) -> "CycleContent":
    """The cycle that is being measured, where scores, decisions and retrospectives go; else the default one.

    Args:
        where: where the command runs.
        named: the cycle that was named, which goes first.
    """
    if named is None:
        measured = [each for each in where.workspace.open_cycles(where.today) if each.cycle.phase == "measure"]
        named = max(measured, key=lambda each: each.cycle.end).cycle.id if measured else None
    return where.cycle(named)
