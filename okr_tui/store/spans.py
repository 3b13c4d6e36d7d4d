"""Where the tables and keys of a TOML text stand: for the editor that opens at the line, and for problems."""

import re
from typing import NamedTuple

from okr_tui.store.statements import Statement, statements

Location = tuple[str | int, ...]
"""Names and positions on the way to a table or key, for example `("objective", 0, "key_result", 2, "target")`."""


class Span(NamedTuple):
    """The lines of one table, from 1, without those of its sub-tables.

    Attributes:
        path: the parts of its heading, `("objective", "key_result")`; empty for the keys above the first heading.
        location: the same with the position in each array of tables on the way, `("objective", 0, "key_result", 2)`.
        lead: first line of the comment directly above the heading; the heading's own line when there is none.
        first: the line of the heading.
        last: the line where its last key ends; the heading's own line when it has none.
    """

    path: tuple[str, ...]
    location: Location
    lead: int
    first: int
    last: int

    @property
    def positions(self) -> tuple[int, ...]:
        """The position in each array of tables on the way, from 0."""
        return tuple(part for part in self.location if isinstance(part, int))


class Places:
    """Turns the headings of one text, told in their order, into locations."""

    def __init__(self) -> None:
        self._length: dict[Location, int] = {}

    def of(self, heading: Statement) -> Location:
        """Where the table of this heading stands; a `[[heading]]` is the next of its array."""
        place: Location = ()
        for part in heading.path[:-1]:
            place += (part,)
            if place in self._length:
                place += (self._length[place] - 1,)
        place += heading.path[-1:]
        if heading.kind == "table":
            return place
        self._length[place] = self._length.get(place, 0) + 1
        return (*place, self._length[place] - 1)


def spans(text: str) -> list[Span]:
    """The tables of a text in its order, the keys above the first heading as the first of them."""
    return [span for span, _ in _tables(text)]


def line_of(text: str, id: str) -> int | None:  # noqa: A002  # named as in the files
    """Line of the heading of the table that has this id; for an inline table the line of its id. None: not here."""
    for span, keys in _tables(text):
        for key in keys:
            if key.path == ("id",) and text[key.value[0] : key.value[1]] in (f'"{id}"', f"'{id}'"):
                return span.first
    if inline := re.search(rf"""[{{,]\s*id\s*=\s*(["']){re.escape(id)}\1""", text):
        return text.count("\n", 0, inline.end()) + 1
    return None


def line_of_key(text: str, where: str | Location, key: str) -> int | None:
    """Line of a key of a table; where it isn't written, the line of the nearest thing around it that is.

    Args:
        text: the text of the file.
        where: the id of the table, or its location.
        key: the name of the key.

    Returns:
        The line from 1; None when nothing around it is written in this text.
    """
    tables = _tables(text)
    if isinstance(where, str):
        heading = line_of(text, where)
        around = next((span.location for span, _ in tables if span.path and span.first == heading), None)
        if around is None:
            return heading
        where = around
    wanted: Location = (*where, key)
    depth, line = 0, None
    for span, keys in tables:
        if wanted[: len(span.location)] != span.location:
            continue
        if span.path and len(span.location) > depth:
            depth, line = len(span.location), span.first
        for statement in keys:
            place = span.location + statement.path
            if len(place) > depth and wanted[: len(place)] == place:
                depth, line = len(place), statement.line
    return line


def _tables(text: str) -> list[tuple[Span, list[Statement]]]:
    """The tables with the statements of their own keys."""
    places = Places()
    found: list[tuple[Span, list[Statement]]] = [(Span((), (), 1, 1, 1), [])]
    comment: int | None = None
    for statement in statements(text):
        span, keys = found[-1]
        if statement.kind in ("table", "array"):
            lead = comment or statement.line
            place = places.of(statement)
            found.append((Span(statement.path, place, lead, statement.line, statement.line), []))
        elif statement.kind == "key":
            keys.append(statement)
            last = statement.line + text.count("\n", *statement.value)
            found[-1] = (span._replace(last=last), keys)
        comment = (comment or statement.line) if statement.kind == "comment" else None
    return found
