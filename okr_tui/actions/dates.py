"""The calendar of rituals of a cycle: added, moved, taken out (cycle.toml)."""

from datetime import date, time
from pathlib import Path
from typing import Any

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.nested import remove, slot_of, without_none
from okr_tui.actions.referring import refers_well
from okr_tui.actions.validity import still_valid
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import new_id
from okr_tui.store.layout import cycle_path
from okr_tui.store.tables import held
from okr_tui.words.language import _
from okr_tui.words.rituals import ritual


def add_date(
    root: Path, author: Author, cycle: str, kind: str, on: date, *, at: time | None = None, **keys: Any
) -> Act:
    """Puts a ritual on a day.

    Args:
        root: the workspace folder.
        author: picks the characters of its id.
        cycle: id of the cycle whose calendar it is.
        kind: which ritual (`domain.rituals`).
        on: the day.
        at: local time.
        keys: team (id), minutes.

    Raises:
        WrongUsage: it has no kind, or a value makes no sense.
        OkrError: the cycle or the team is not there.
    """
    if not kind.strip():
        raise WrongUsage(_("Say which ritual it is."))
    file = held(root, cycle_path(cycle))
    table = without_none({"id": new_id(kind, author.choose), "kind": kind, "on": on, "at": at, **keys})
    refers_well(root, file, "ritual", table, {})
    file.tables.setdefault("ritual", []).append(table)
    still_valid(file)
    return one_file(table["id"], _("add {name}").format(name=ritual(kind)), file, file.tables)


def remove_date(root: Path, cycle: str, identity: str) -> Act:
    """Takes a ritual out of the calendar; one that was held stays, it is what happened.

    Raises:
        WrongUsage: it was held.
        OkrError: it is no longer there.
    """
    file = held(root, cycle_path(cycle))
    slot = slot_of(file, identity)
    if "held" in slot.table:
        raise WrongUsage(_("This one was held, so it stays in the calendar."))
    remove(file, slot)
    name = _("take out {name}").format(name=ritual(str(slot.table.get("kind", identity))))
    return one_file(identity, name, file, file.tables)
