"""What a command means where nobody named a cycle: the one that is being made."""

from typing import TYPE_CHECKING

from okr_tui.cli.context import Here

if TYPE_CHECKING:
    from okr_tui.domain.workspace import CycleContent


def cycle_to_make(where: Here) -> "CycleContent":
    """The cycle that is being made, where plans are drafted and pain points go; else the default one."""
    open_ones = where.workspace.open_cycles(where.today)
    own = [each for each in open_ones if each.cycle.phase in {"make", "align"} and each.cycle.kind == "cycle"]
    return own[-1] if own else where.cycle(None)
