"""What a person will want next is made ready while they look at the screen, one piece after the other."""

import asyncio
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from okr_tui.ui.places import PLACES
from okr_tui.ui.quiet import READS, until_quiet

if TYPE_CHECKING:
    from collections.abc import Callable

    from okr_tui.ui.workbench import Workbench

    Piece = Callable[[], object]

PARTS = (
    "okr_tui.ui.forms.area",
    "okr_tui.ui.forms.check_in",
    "rapidfuzz",
    "okr_tui.domain.alignment",
    "okr_tui.ui.screens.align",
    "okr_tui.domain.drafts.marks",
    "okr_tui.domain.drafts.french",
    "okr_tui.ui.forms.table_form",
    "okr_tui.ui.forms.draft_form",
    "okr_tui.ui.screens.make_shaping",
    *(f"okr_tui.ui.screens.{place}" for place in ("make", "achieve", "measure")),
)
"""What takes long to import, in pieces of some milliseconds each, so that a key waits for no more than one of them: the form
of a check-in first, then what the four phases consist of."""


async def make_ready(app: "Workbench") -> None:
    """What a person will want next, one piece after the other, each when no key waits for its answer.

    The four phases and what they say begin at once, as every piece is short. When the first screen has been read come the
    other places, and what a large workspace makes long: what was read is kept for the next start, and conflict copies of
    a synced folder are merged.
    """
    from okr_tui.ui.sharing import absorb_copies

    at_once: tuple[Piece, ...] = (*(partial(import_module, part) for part in PARTS), *app.session.to_prepare())
    later: tuple[Piece, ...] = (*(entry.load for entry in PLACES), *app.session.to_prepare_later())
    for reads, pieces in ((0, at_once), (READS, later)):
        for piece in pieces:
            await until_quiet(app.keys, reads)
            await asyncio.to_thread(piece)
    await until_quiet(app.keys, READS)
    app.work_behind(app.desk.keep)
    await absorb_copies(app)
