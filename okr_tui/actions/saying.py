"""Everything a person says goes into their own journal of the week: check-ins, comments, pain points."""

from pathlib import Path
from typing import Any

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.domain.ids import new_said_id
from okr_tui.domain.week import iso_week
from okr_tui.store.layout import journal_path
from okr_tui.store.tables import held


def say(root: Path, author: Author, cycle: str, kind: str, said: dict[str, Any], name: str) -> Act:
    """Adds one table to the author's journal of this week.

    Args:
        root: the workspace folder.
        author: who says it, and when.
        cycle: id of the cycle that it belongs to.
        kind: the table's name, a key of `domain.ids.KINDS`.
        said: its keys but `id` and `at`; those that are None are left out.
        name: what the change is called.

    Raises:
        OkrError: the journal can't be read.
    """
    week = iso_week(author.today)
    journal = held(root, journal_path(cycle, week, author.me))
    identity = new_said_id(kind, author.choose)
    table = {"id": identity, "at": author.now, **{key: value for key, value in said.items() if value is not None}}
    tables = journal.tables or {"format": 1, "person": author.me, "week": week}
    tables.setdefault(kind, []).append(table)
    return one_file(identity, name, journal, tables)
