"""What a line says that somebody types while all look on: "Noa: share the page, by Wed 21 Oct"."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from okr_tui.domain.people import Person
from okr_tui.domain.transliteration import latin

LineKind = Literal["note", "decision", "action", "parked"]
LINE_KINDS: tuple[LineKind, ...] = ("note", "decision", "action", "parked")
"""What a line can become; parked is what has its turn another time."""

_WHO = re.compile(r"\s*([^:,]{1,40})\s*:\s*(.+)", re.DOTALL)
_BY = re.compile(r"[\s,]+(?:by|until|for|pour|avant|d'ici)\s+([^,;]{2,24})$", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_DAY_MONTH = re.compile(r"(?:[a-z.]+\s+)?(?:le\s+)?(\d{1,2})(?:er|st|nd|rd|th)?\s+([a-z]{3,})\.?")
_MONTHS = (
    ("jan",), ("feb", "fev"), ("mar",), ("apr", "avr"), ("may", "mai"), ("jun", "juin"), ("jul", "juil"),
    ("aug", "aou"), ("sep",), ("oct",), ("nov",), ("dec",),
)  # fmt: skip
_WEEKDAYS = (
    ("mon", "lun"), ("tue", "mar"), ("wed", "mer"), ("thu", "jeu"), ("fri", "ven"), ("sat", "sam"), ("sun", "dim"),
)  # fmt: skip


class Promise(NamedTuple):
    """An action: what, by whom, by when; `owner` is a person's id."""

    text: str
    owner: str | None
    due: date | None


def promise(text: str, people: Iterable[Person], today: date) -> Promise:
    """An action as it was typed: a name and a colon before it, "by" and a day at its end; both may be missing.

    Args:
        text: the line.
        people: who may be named, by their first name, their whole name, or their id.
        today: the day, from which a weekday or a day without its year counts.
    """
    owner, due = None, None
    named = _WHO.fullmatch(text)
    if named and (found := _person(named[1], people)):
        owner, text = found, named[2]
    last = _BY.search(text)
    if last and (day := day_of(last[1], today)):
        due, text = day, text[: last.start()]
    return Promise(text.strip(), owner, due)


def day_of(words: str, today: date) -> date | None:
    """The day that some words name: "2026-10-21", "Wed 21 Oct", "Friday"; None where they name none."""
    said = latin(words).casefold().strip(" .")
    if _ISO.fullmatch(said):
        return _made(*map(int, said.split("-")))
    dated = _DAY_MONTH.fullmatch(said)
    if dated:
        month = _place(_MONTHS, dated[2])
        found = _made(today.year, month + 1, int(dated[1])) if month is not None else None
        return _made(today.year + 1, found.month, found.day) if found and (today - found).days > 180 else found
    weekday = _place(_WEEKDAYS, said) if said.isalpha() and len(said) > 2 else None
    return None if weekday is None else today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _person(words: str, people: Iterable[Person]) -> str | None:
    said = latin(words).casefold().strip()
    fitting = [
        each.id
        for each in people
        if said in {each.id, latin(each.name).casefold(), *latin(each.name).casefold().split()[:1]}
    ]
    return fitting[0] if len(fitting) == 1 else None


def _place(names: tuple[tuple[str, ...], ...], said: str) -> int | None:
    return next((at for at, starts in enumerate(names) if said.startswith(starts)), None)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
