"""Two things side by side below an alert, and what can be done about them, one key each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.message import Message

from okr_tui.domain.alerts.situation import live_parts
from okr_tui.domain.workspace import Located, Workspace
from okr_tui.ui.paint.lines import Title
from okr_tui.ui.paint.runs import Brush, Run, Runs, align, beside, bold, dim, fit, gap, key, runs
from okr_tui.ui.place import Hint
from okr_tui.ui.text import wrap
from okr_tui.ui.widgets.drawn import Drawn
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.numbers import from_to

_BETWEEN = 4
_MOST = 6
_ENTER = "enter"


class Side(NamedTuple):
    """One of the two.

    Attributes:
        whose: the team, and who owns it.
        title: what it says.
        details: what it measures, and from where to where.
    """

    whose: str
    title: str
    details: tuple[tuple[str, str], ...]


class Way(NamedTuple):
    """Something to do about them.

    Attributes:
        key: the key that does it; code: what it is, for whoever listens; words: what it is called.
    """

    key: str
    code: str
    words: str


class Pair(Drawn, can_focus=True):
    """Two things side by side; a key for each way on.

    Args:
        sides: the two.
        ways: what can be done, the likeliest first: enter takes it.
        right: what stands at the right end of the title.
    """

    @dataclass(eq=False)
    class Chosen(Message):
        """A way was taken."""

        pair: "Pair"
        code: str

    @dataclass(eq=False)
    class Left(Message):
        """None was."""

        pair: "Pair"

    def __init__(self, sides: Sequence[Side], ways: Sequence[Way], right: str = "") -> None:
        super().__init__(ground="panel")
        self._sides, self.ways, self._right = tuple(sides), tuple(ways), right

    @property
    def hints(self) -> tuple[Hint, ...]:
        """What the footer says while it is open."""
        return (*(Hint(way.key, way.words) for way in self.ways), Hint("esc", _("leave")))

    def on_key(self, event: events.Key) -> None:
        """Takes a way, or leaves; every other key is for nobody while it is open."""
        way = next((each for each in self.ways if event.key == each.key), None)
        if event.key == _ENTER and self.ways:
            way = self.ways[0]
        if way is not None:
            self.post_message(self.Chosen(self, way.code))
        elif event.key == "escape":
            self.post_message(self.Left(self))
        elif not event.is_printable:
            return
        event.stop()
        event.prevent_default()

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """The title, both sides, the ways."""
        title = Title(_("SIDE BY SIDE"), right=dim(self._right) if self._right else ())
        half = max((width - _BETWEEN) // max(len(self._sides), 1), 8)
        columns = [list(_column(side, half)) for side in self._sides]
        rows: list[Runs] = [*title.paint(width, brush), ()]
        for number in range(max(map(len, columns), default=0)):
            row: Runs = ()
            for column in columns:
                row += (gap(_BETWEEN) if row else ()) + align(column[number] if number < len(column) else (), half)
            rows.append(row)
        return [*rows, (), fit(self._ways(), width)]

    def _ways(self) -> Runs:
        found: Runs = ()
        for each in self.ways:
            found += runs("   " if found else "", key(each.key if each.key != "delete" else _("del")), f" {each.words}")
        return found


def _column(side: Side, width: int) -> Iterator[Runs]:
    yield (dim(side.whose),)
    for line in wrap(side.title, width):
        yield (bold(line),)
    for left, right in side.details[:_MOST]:
        yield beside(runs(left), runs(right), width)
    more = len(side.details) - _MOST
    if more > 0:
        yield (Run(_("and {n} more").format(n=more), "dim"),)


def side_of(workspace: Workspace, place: Located) -> Side:
    """What there is to compare of an objective or key result."""
    owner = (
        place.key_result.owner if place.key_result is not None else place.objective.owner if place.objective else None
    )
    whose = " · ".join(one_line(workspace.name_of(each)) for each in (place.team, owner) if each)
    objective = place.objective
    if objective is None:
        return Side(whose, one_line(place.title), ())
    if place.key_result is not None and place.kind == "key-result":
        details: tuple[tuple[str, str], ...] = (
            (one_line(from_to(place.key_result)), ""),
            (one_line(objective.title), ""),
        )
        return Side(whose, one_line(place.title), details)
    parts = tuple((one_line(each.title), one_line(from_to(each))) for each in live_parts(objective))
    why = ((one_line(objective.why), ""),) if objective.why else ()
    return Side(whose, one_line(place.title), (*why, *parts))
