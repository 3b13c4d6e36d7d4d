"""A TOML text taken apart into its tables, every line in its place, so that parts of it can change and the rest stays."""

from collections.abc import Iterator

from okr_tui.store.spans import Location, Places
from okr_tui.store.statements import Statement, statements


class Item:
    """One key with its value, or a line of comment or nothing between keys.

    Attributes:
        text: its whole lines; empty once it has been removed.
        key: the parts of the key, relative to the heading; empty for what is no key.
        value: offsets of the value in `text`.
    """

    __slots__ = ("key", "text", "value")

    def __init__(self, text: str, key: tuple[str, ...] = (), value: tuple[int, int] = (0, 0)) -> None:
        self.text, self.key, self.value = text, key, value


class Table:
    """One table as it is written.

    Attributes:
        name: the parts of its heading; empty for the keys above the first heading.
        array: whether it is one of an array, `[[heading]]`.
        before: blank lines and comments that stand for themselves above it; they belong to the place.
        lead: the comment directly above the heading; it belongs to the table.
        heading: the line of the heading; empty for the keys above the first one and for `[a]` where only `[a.b]` stands.
        body: its own keys and what stands between them.
        keys: the items of its own keys, by every beginning of their dotted path.
        below: its sub-tables in the order of the text.
    """

    __slots__ = ("array", "before", "below", "body", "heading", "keys", "lead", "name")

    def __init__(self, name: tuple[str, ...], *, array: bool = False, heading: str = "") -> None:
        self.name, self.array, self.heading = name, array, heading
        self.before: list[str] = []
        self.lead: list[str] = []
        self.body: list[Item] = []
        self.keys: dict[tuple[str, ...], list[Item]] = {}
        self.below: list[Table] = []

    def add(self, item: Item) -> None:
        """Puts an item at the end of the body."""
        self.body.append(item)
        for length in range(1, len(item.key) + 1):
            self.keys.setdefault(item.key[:length], []).append(item)

    def children(self, key: str) -> list["Table"]:
        """The sub-tables under this key: one, or those of an array in their order."""
        return [table for table in self.below if table.name[-1:] == (key,)]

    def vanish(self) -> None:
        """Takes the table with its sub-tables and its leading comment away; comments for themselves above it stay."""
        while self.before and not self.before[-1].strip():
            self.before.pop()
        self.lead, self.heading, self.body, self.keys, self.below, self.name = [], "", [], {}, [], ()

    def texts(self) -> Iterator[str]:
        """Its lines and those of its sub-tables."""
        yield from self.before
        yield from self.lead
        yield self.heading
        for item in self.body:
            yield item.text
        for table in self.below:
            yield from table.texts()


class Outline:
    """A whole text as its tables.

    Attributes:
        root: the keys above the first heading, with all tables below.
        end: blank lines and comments for themselves at the end of the text.
    """

    def __init__(self) -> None:
        self.root = Table(())
        self.end: list[str] = []

    def text(self) -> str:
        """The text as it is now."""
        return "".join((*self.root.texts(), *self.end))


def outline(text: str) -> Outline | None:
    """Takes a text apart; None when it isn't well-formed or its sub-tables don't stand with their tables.

    Args:
        text: TOML with LF line ends, the last line ended.
    """
    whole = Outline()
    table, places = whole.root, Places()
    tables: dict[Location, Table] = {(): table}
    between: list[Statement] = []
    for statement in statements(text):
        match statement.kind:
            case "broken":
                return None
            case "blank" | "comment":
                between.append(statement)
                continue
            case "key":
                for other in between:
                    table.add(Item(text[other.start : other.end]))
                start = statement.start
                at, end = statement.value
                table.add(Item(text[start : statement.end], statement.path, (at - start, end - start)))
            case _:
                lead = _directly_above(between)
                before = _below_table(text, table, between[: len(between) - len(lead)])
                table = _at(tables, places.of(statement))
                table.array, table.heading = statement.kind == "array", text[statement.start : statement.end]
                table.before, table.lead = before, [text[other.start : other.end] for other in lead]
        between = []
    whole.end = _below_table(text, table, between)
    return whole if whole.text() == text else None


def _directly_above(between: list[Statement]) -> list[Statement]:
    """The comments at the end, without a blank line behind or among them."""
    first = len(between)
    while first and between[first - 1].kind == "comment":
        first -= 1
    return between[first:]


def _below_table(text: str, table: Table, between: list[Statement]) -> list[str]:
    """Gives the comments directly below its last line to the table; returns what stands for itself."""
    first = 0
    if table.heading or table.body:
        while first < len(between) and between[first].kind == "comment":
            table.add(Item(text[between[first].start : between[first].end]))
            first += 1
    return [text[statement.start : statement.end] for statement in between[first:]]


def _at(tables: dict[Location, Table], place: Location) -> Table:
    """The table at this place; made, with those around it that have no heading of their own, when it isn't there."""
    if place not in tables:
        around = _at(tables, place[:-2] if isinstance(place[-1], int) else place[:-1])
        tables[place] = Table(tuple(part for part in place if isinstance(part, str)))
        around.below.append(tables[place])
    return tables[place]
