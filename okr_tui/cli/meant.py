"""What a command means where nobody named a cycle: the one that is being made."""

from typing import TYPE_CHECKING

from okr_tui.cli.context import Here
from okr_tui.domain.making import being_made

if TYPE_CHECKING:
    from okr_tui.domain.workspace import CycleContent


def cycle_to_make(where: Here) -> "CycleContent":
    """The cycle that is being made, where plans are drafted and pain points go; else the default one."""
    return being_made(where.workspace, where.today) or where.cycle(None)
