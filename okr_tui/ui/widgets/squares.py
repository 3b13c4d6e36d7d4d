"""The four squares of the week below the table of Achieve: priorities, what comes, what is done for it, health."""

from collections.abc import Sequence

from msgspec import Struct

from okr_tui.domain.squares import Ahead, Doing, Health, Priority, health, initiatives, next_weeks, this_week
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.paint.runs import Brush, Run, Runs, align, beside, cells, dim, fit, gap, runs
from okr_tui.ui.screens.key_result_rows import short_name
from okr_tui.ui.session import Session
from okr_tui.ui.text import single
from okr_tui.ui.text import width as width_of
from okr_tui.ui.widgets.drawn import Drawn
from okr_tui.words.dates import day
from okr_tui.words.language import _
from okr_tui.words.numbers import number
from okr_tui.words.rituals import ritual

_LEFT, _BETWEEN = 4, 2
_EDGES = {"inside": ("●", "on_track"), "near": ("◐", "at_risk"), "outside": ("○", "off_track"), "unknown": ("·", "dim")}
INITIATIVE = {"active": ("→", "accent"), "planned": ("☐", "dim"), "done": ("✓", "reached"), "dropped": ("·", "dim")}
"""Status of an initiative → its glyph and the role that it is painted in."""


class Square(Struct, frozen=True):
    """One of the four: its title, its lines, and the sentence that stands there while it has none."""

    title: str
    lines: tuple[tuple[Runs, Runs], ...]
    empty: str


def squares_of(session: Session) -> tuple[Square, ...]:
    """The four squares of the team looked at; none without a team or a cycle."""
    content, team, workspace, today = session.content, session.team, session.workspace, session.today
    if content is None or team is None:
        return ()
    priorities = this_week(workspace, content, team, today)
    several = len({priority.person for priority in priorities}) > 1
    ahead = next_weeks(workspace, content, team, today)
    doing = initiatives(content.plans.get(team))
    figures = health(workspace, team, today)
    return (
        Square(_("THIS WEEK"), tuple(_priority(each, workspace, several=several) for each in priorities),
               _("Nobody has said what comes first this week.")),
        Square(_("NEXT FOUR WEEKS"), _ahead(ahead, session), _("Nothing is planned ahead.")),
        Square(_("INITIATIVES"), tuple(map(_doing, doing)), _("Nothing is being done for it yet.")),
        Square(_("TEAM KPIS"), _figures(figures), _("No KPI: what must stay healthy meanwhile?")),
    )  # fmt: skip


def _priority(priority: Priority, workspace: Workspace, *, several: bool) -> tuple[Runs, Runs]:
    name = runs(dim(short_name(workspace, priority.person))) if several else ()
    return (Run(f"{priority.rank}  ", "accent"), Run(priority.words)), name


def _ahead(ahead: tuple[Ahead, ...], session: Session) -> tuple[tuple[Runs, Runs], ...]:
    """What people wrote, then the rituals; a ritual that somebody also wrote down is said once, with its day."""
    days = {ritual(each.kind).casefold(): each.on for each in ahead if each.kind}
    written = {each.words.casefold() for each in ahead if each.words}
    lines = []
    for each in ahead:
        words = each.words or ritual(each.kind)
        if each.kind and words.casefold() in written:
            continue
        on = each.on or days.get(words.casefold())
        lines.append((runs(Run("◇  ", "dim"), words), runs(dim(day(on, session.today))) if on else ()))
    return tuple(lines)


def _doing(doing: Doing) -> tuple[Runs, Runs]:
    glyph, role = INITIATIVE[doing.initiative.status]
    done = doing.initiative.status == "done"
    return (
        Run(f"{glyph}  ", "dim" if role == "accent" else role),
        Run(doing.initiative.title, "dim" if done else "text"),
    ), ()


def _figures(figures: tuple[Health, ...]) -> tuple[tuple[Runs, Runs], ...]:
    """Glyph, title, figure; the numbers end in one column, the units begin in the next."""
    unit = max((width_of(single(each.kpi.unit or "")) for each in figures), default=0)
    lines = []
    for each in figures:
        glyph, role = _EDGES[each.edge]
        figure = runs(number(each.value), *((gap(1), align((dim(each.kpi.unit or ""),), unit)) if unit else ()))
        lines.append((runs(Run(f"{glyph}  ", role), each.kpi.title), figure))
    return tuple(lines)


class Squares(Drawn):
    """The squares side by side on the panel's ground; rows without room are counted, not hidden silently."""

    DEFAULT_CSS = "Squares { height: auto; }"

    def __init__(self) -> None:
        super().__init__(ground="panel", id="squares")
        self._squares: tuple[Square, ...] = ()
        self._most = 4

    def show(self, squares: tuple[Square, ...], most: int) -> None:
        """Shows these squares with at most so many lines each."""
        if (squares, most) != (self._squares, self._most):
            self._squares, self._most = squares, most
            self.redraw()

    def wanted(self) -> int:
        """Rows that all lines would need, the title and the empty rows around them included."""
        return max((len(square.lines) for square in self._squares), default=0) + 3

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """Titles, lines, and an empty row above and below."""
        del brush
        if not self._squares:
            return ()
        room = max((width - _LEFT) // len(self._squares) - _BETWEEN, 1)
        columns = [self._column(square, room) for square in self._squares]
        height = max(map(len, columns))
        made: list[Runs] = [()]
        for row in range(height):
            line = gap(_LEFT)
            for column in columns:
                line += align(column[row] if row < len(column) else (), room) + gap(_BETWEEN)
            made.append(line)
        return (*made, ())

    def _column(self, square: Square, room: int) -> list[Runs]:
        """The cells of one square."""
        from okr_tui.ui.paint.lines import title_runs
        from okr_tui.ui.text import wrap

        hidden = len(square.lines) > self._most
        rows: list[Runs] = [fit(title_runs(square.title, str(len(square.lines)) if hidden else ""), room)]
        if not square.lines:
            return rows + [(dim(line),) for line in wrap(square.empty, room)[: self._most]]
        seen = square.lines[: self._most - 1] if hidden else square.lines
        rows += [_line(left, right, room) for left, right in seen]
        if hidden:
            rows.append((*gap(3), dim(_("and {n} more").format(n=len(square.lines) - len(seen)))))
        return rows


def _line(left: Runs, right: Runs, room: int) -> Runs:
    """A line of a square; the name at its end leaves before the words are cut short."""
    return beside(left, right, room) if right and room - cells(right) >= 12 else fit(left, room)
