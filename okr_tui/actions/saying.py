"""Everything a person says goes into their own journal of the week: check-ins, comments, pain points."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import MOST_WORDS, new_said_id
from okr_tui.domain.week import iso_week
from okr_tui.store.layout import journal_path
from okr_tui.store.tables import Held, held
from okr_tui.words.language import _


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
    journal = journal_of(root, author, cycle)
    identity = put(journal, author, kind, said)
    return one_file(identity, name, journal, journal.tables)


def journal_of(root: Path, author: Author, cycle: str) -> Held:
    """The author's journal of this week, begun where there is none yet.

    Raises:
        OkrError: it can't be read.
    """
    week = iso_week(author.today)
    journal = held(root, journal_path(cycle, week, author.me))
    return journal if journal.tables else journal._replace(tables={"format": 1, "person": author.me, "week": week})


def put(journal: Held, author: Author, kind: str, said: dict[str, Any]) -> str:
    """Adds a table to a journal, and says which id it got.

    Args:
        journal: the journal, changed by this.
        author: who says it, and when.
        kind: the table's name, a key of `domain.ids.KINDS`.
        said: its keys but `id` and `at`; those that are None are left out.

    Raises:
        WrongUsage: a text is longer than a file may hold.
    """
    for text in said.values():
        if isinstance(text, str) and len(text) > MOST_WORDS:
            words = _(
                "This text has {n} characters, and at most {most} are kept: shorten it, or say where the rest stands."
            )
            raise WrongUsage(words.format(n=len(text), most=MOST_WORDS))
    identity = new_said_id(kind, author.choose)
    table = {
        "id": identity,
        "at": _later(journal, author.now),
        **{key: value for key, value in said.items() if value is not None},
    }
    journal.tables.setdefault(kind, []).append(table)
    return identity


def _later(journal: Held, now: datetime) -> datetime:
    """The moment to write: now, or where a clock was set back a microsecond after the last one of the journal."""
    last = max(_moments(journal), default=None)
    return now if last is None or last < now else last + timedelta(microseconds=1)


def _moments(journal: Held) -> Iterator[datetime]:
    """When each table of a journal was written, as far as its file says so with an offset."""
    for rows in journal.tables.values():
        for row in rows if isinstance(rows, list) else ():
            at = row.get("at") if isinstance(row, dict) else None
            if isinstance(at, datetime) and at.tzinfo is not None:
                yield at
