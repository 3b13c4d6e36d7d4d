"""The rows of one key result: what it is, its course, everything said about it, what changed after agreement."""

from collections.abc import Iterable

from msgspec import Struct

from okr_tui.domain.forecast import Forecast, forecast
from okr_tui.domain.history import moved_by
from okr_tui.domain.plan import KeyResult
from okr_tui.domain.standing import Standing
from okr_tui.domain.units import units_said
from okr_tui.domain.workspace import CycleContent, Entry, Workspace
from okr_tui.ui.paint.columns import Column, place_columns
from okr_tui.ui.paint.flow import Flows
from okr_tui.ui.paint.lines import Cells, Line, Says, Tells, grid
from okr_tui.ui.paint.runs import Brush, Run, Runs, bold, cells, dim, gap, runs
from okr_tui.ui.paint.status import status_runs
from okr_tui.ui.screens.key_result_rows import given_up, owner_of, short_name, shown
from okr_tui.ui.text import single, wrap
from okr_tui.ui.text import width as width_of
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.changes import changes
from okr_tui.words.dates import day
from okr_tui.words.forecast import landing
from okr_tui.words.language import _
from okr_tui.words.numbers import number, percent


class Flow(Struct, frozen=True):
    """Facts side by side, on as many rows as they need; none is ever cut in two."""

    facts: tuple[Runs, ...]
    between: int = 4

    def height(self, width: int) -> int:
        """As many rows as the facts need."""
        return len(self._rows(width))

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The rows."""
        del brush
        return tuple(self._rows(width))

    def _rows(self, width: int) -> list[Runs]:
        rows: list[Runs] = [()]
        for fact in self.facts:
            if rows[-1] and cells(rows[-1]) + self.between + cells(fact) > width:
                rows.append(())
            rows[-1] += (gap(self.between) if rows[-1] else ()) + fact
        return rows


class Noted(Struct, frozen=True):
    """A row of a table whose note runs on below itself as far as it needs."""

    row: Cells
    columns: tuple[Column, ...]
    note: str
    role: str

    def height(self, width: int) -> int:
        """As many rows as the note needs."""
        return len(self._words(width))

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The row, and the rest of the note below it."""
        at, _room = self._column(width)
        first, *rest = self._words(width)
        (line,) = Cells(self.columns, (*self.row.pieces, ("note", Run(first, self.role)))).paint(width, brush)
        return (line, *((*gap(at), Run(words, self.role)) for words in rest))

    def _column(self, width: int) -> tuple[int, int]:
        place = next(place for place in place_columns(self.columns, width) if place.column.key == "note")
        return place.at, place.width

    def _words(self, width: int) -> list[str]:
        return wrap(self.note, self._column(width)[1])


def title_row(workspace: Workspace, standing: Standing) -> Row:
    """Title and status, objective and owner."""
    word = given_up(standing)
    status = runs(dim(f"· {word}")) if word else status_runs(standing.status)
    owner = workspace.name_of(owner_of(workspace, standing))
    return Row(
        standing.key_result.id,
        (
            Flows(bold(standing.key_result.title), status),
            Flows(dim(standing.objective.title), dim(owner)),
        ),
        kind="key-result",
    )


def facts_row(workspace: Workspace, standing: Standing) -> Row:
    """Now, from and to, progress and expected, confidence and what it was; where the figure comes from."""
    key_result, said = standing.key_result, shown(workspace, standing)
    facts: list[Runs] = [(bold(said.now), dim(f" {said.unit}" if said.unit else ""), dim(" " + _("now")))]
    facts.append(_way(key_result, said.way))
    progress = runs(dim(_("progress") + " "), percent(standing.progress))
    expected = dim(_(", expected {share}").format(share=percent(standing.expected)))
    facts.append((*progress, *((expected,) if standing.expected is not None else ())))
    if standing.confidence is not None:
        facts.append((dim(_("confidence") + " "), Run(str(standing.confidence)), *_was(standing)))
    onward = forecast(standing)
    if onward is not None:
        facts.append((dim(_("forecast") + " "), *_landing(onward, key_result)))
    lines: list[Line] = [Flow(tuple(runs(*fact) for fact in facts))]
    if key_result.measure:
        lines.append(Tells(key_result.measure, "dim"))
    return still(*lines)


def _landing(onward: Forecast, key_result: KeyResult) -> Runs:
    """Where it lands at the end of its time if it goes on so, and the range."""
    value, low, high = landing(onward, key_result.unit)
    if onward.low == onward.high:
        return (Run(value),)
    return Run(value), dim(_(", {low} to {high}").format(low=low, high=high))


def _way(key_result: KeyResult, way: str) -> Runs:
    """From and to in text, the unit dim."""
    unit = key_result.unit or ""
    if unit and way.endswith(unit):
        return (Run(way.removesuffix(unit)), dim(unit))
    return runs(way)


def _was(standing: Standing) -> Runs:
    """The confidence before the present one, where it was another."""
    given = [entry.check_in.confidence for entry in standing.entries if entry.check_in.confidence is not None]
    if len(given) < 2 or given[-2] == given[-1]:
        return ()
    return (dim(_(", was {n}").format(n=given[-2])),)


def said_rows(workspace: Workspace, content: CycleContent, standing: Standing) -> tuple[Row, ...]:
    """Every check-in, the newest first; those taken back or corrected stay and say so."""
    entries = content.entries.get(standing.key_result.id, ())
    rows = [blank(), section(_("CHECK-INS"), len(entries) or "")]
    if not entries:
        rows.append(still(Tells(_("Nobody has said anything yet: c says where it stands."), "dim")))
        return tuple(rows)
    now, units = standing.key_result.unit or "", units_said(standing.key_result, entries)
    figures = [number(entry.check_in.value) for entry in entries]
    days = [day(entry.check_in.on) for entry in entries]
    columns = (
        Column("day", max(6, *map(width_of, days)), right=True, leads=True),
        Column("now", max(5, *map(width_of, figures)), right=True, gap=2),
        Column("unit", min(max(map(width_of, map(single, (now, *units.values())))), 8) or 1, gap=1),
        Column("conf", 8, gap=2),
        Column("note", 30, 12, gap=2, grows=True),
        Column("who", 8, 6, right=True, gap=2, leaves=1),
    )
    counted = {entry.check_in.id for entry in standing.entries}
    replaced = {
        entry.check_in.replaces for entry in entries if entry.check_in.replaces and not entry.check_in.withdrawn
    }
    rows += [
        _said(
            workspace,
            columns,
            entry,
            standing,
            unit=units.get(entry.check_in.id, now),
            counts=entry.check_in.id in counted,
            replaced=replaced,
            newest=standing.last is not None and entry.check_in.id == standing.last.check_in.id,
        )
        for entry in reversed(entries)
    ]
    return tuple(rows)


def _said(
    workspace: Workspace, columns: tuple[Column, ...], entry: Entry, standing: Standing, *, unit: str,
    counts: bool, newest: bool, replaced: Iterable[str | None],
) -> Row:  # fmt: skip
    said = entry.check_in
    role = "text" if counts else "dim"
    value = number(said.value) if said.value is not None else ""
    cell = grid(
        columns,
        day=dim(day(said.on)),
        now=bold(value) if counts else dim(value),
        unit=dim(unit) if value else "",
        conf=(dim(_("conf") + " "), Run(str(said.confidence), role)) if said.confidence is not None else "",
        who=dim(short_name(workspace, entry.person)),
    )
    state = (
        ""
        if counts
        else _("withdrawn")
        if said.withdrawn
        else _("corrected since")
        if said.id in replaced
        else _("not yet")
    )
    step = next(
        (each.title for each in standing.key_result.milestone if each.id == said.milestone), said.milestone or ""
    )
    parts = [state, _("done: {title}").format(title=step) if step else "", said.note or ""]
    note = " · ".join(part for part in parts if part)
    lines: list[Line] = [Noted(cell, columns, note, "text" if newest else "dim")]
    if said.blocker:
        lines.append(_blocked(workspace, columns, said.blocker, said.help_from))
    return Row(said.id, tuple(lines), kind="said")


def _blocked(workspace: Workspace, columns: tuple[Column, ...], blocker: str, help_from: str | None) -> Line:
    words = _("blocked: {blocker}").format(blocker=blocker)
    if help_from:
        words = _("{words} ({name}, can you help?)").format(words=words, name=workspace.name_of(help_from))
    return Noted(grid(columns), columns, words, "at_risk")


def changed_rows(workspace: Workspace, standing: Standing) -> tuple[Row, ...]:
    """What changed after agreement, with its reason; nothing where nothing did."""
    changed = standing.key_result.changed
    if not changed:
        return ()
    rows = [blank(), section(_("CHANGED AFTER AGREEMENT"), len(changed))]
    for each in reversed(changed):
        what = changes((moved_by(standing.key_result, each),))
        who = _("{name}, {day}").format(name=short_name(workspace, each.by), day=day(each.on, standing.today))
        lines: list[Line] = [Says(what, dim(who))]
        lines += [Tells(each.why, "dim", indent=2)] if each.why else []
        rows.append(still(*lines))
    return tuple(rows)
