"""Where in a text a key of its tables stands, found for many keys in one pass: for problems, thousands of them in one file."""

from typing import NamedTuple

from okr_tui.store.spans import Location, Places
from okr_tui.store.statements import statements


class Spot(NamedTuple):
    """A place in a text, both from 1."""

    line: int
    column: int


class Lines:
    """The places of every heading, key and value of one text.

    Args:
        text: a TOML text; what is broken in it has no place.
    """

    def __init__(self, text: str) -> None:
        self._keys: dict[Location, Spot] = {(): Spot(1, 1)}
        self._values: dict[Location, Spot] = {}
        places = Places()
        table: Location = ()
        for statement in statements(text):
            indent = len(text[statement.start : statement.end]) - len(
                text[statement.start : statement.end].lstrip(" \t")
            )
            spot = Spot(statement.line, indent + 1)
            if statement.kind in ("table", "array"):
                table = places.of(statement)
                self._add(table, spot)
            elif statement.kind == "key":
                self._add((*table, *statement.path), spot)
                self._values[*table, *statement.path] = Spot(statement.line, statement.value[0] - statement.start + 1)

    def _add(self, place: Location, spot: Spot) -> None:
        """Notes a place, and for what has no heading or key of its own the first place where a part of it stands."""
        for length in range(len(place), 0, -1):
            if place[:length] in self._keys:
                break
            self._keys[place[:length]] = spot

    def key(self, place: Location) -> Spot:
        """Where a key or heading begins; of what isn't written, the nearest thing around it that is."""
        while place not in self._keys:
            place = place[:-1]
        return self._keys[place]

    def value(self, place: Location) -> Spot:
        """Where the value of a key begins; of what isn't a key on its own, as `key`."""
        while place not in self._values and place not in self._keys:
            place = place[:-1]
        return self._values.get(place) or self._keys[place]
