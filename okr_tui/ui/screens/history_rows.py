"""The rows of the history: what was done on this machine, to be undone; and who changed what, day by day."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from okr_tui.actions.looking_back import title_of, unit_of
from okr_tui.actions.undoing import Remembered
from okr_tui.domain.history import Moved, summed
from okr_tui.domain.history import Row as Told
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Line, Says, Tells, Title, grid
from okr_tui.ui.paint.runs import Run, bold, dim, key
from okr_tui.ui.screens.detail_rows import Noted
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.changes import changes, kind_word
from okr_tui.words.dates import moment, weekday_day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

MOST = 300
"""Lines of the history that are shown; the rest is for `okr log`."""


def undo_rows(done: Sequence[Remembered], today: date, *, short: bool) -> list[Row]:
    """The undo list: taken back on top, then what `u` takes back next, then what was done before it.

    Args:
        done: as `remembered` gives it.
        today: the day that counts as today.
        short: one row for each.
    """
    rows = [section(_("DONE ON THIS MACHINE"))]
    if not done:
        rows.append(still(Tells(_("Nothing yet: whatever you change here can be taken back with u."), "dim")))
        return rows
    again = next((each for each in reversed(done) if each.undone), None)
    next_ = next((each for each in done if not each.undone), None)
    for each in done:
        mark = "^r" if each is again else "u" if each is next_ else ""
        rows.append(_remembered(each, mark, today, short=short))
    return rows


def _remembered(each: Remembered, mark: str, today: date, *, short: bool) -> Row:
    role = "dim" if each.undone else "text"
    glyph = Run("↶ " if each.undone else "  ", "dim")
    name = one_line(each.name)
    when = _("taken back") if each.undone else _moment(each.at, today)
    first = (key(f"{mark:<3}"), glyph)
    if short:
        return Row(str(each.number), (Says((*first, Run(name, role)), dim(when), leads=True),), kind="undo")
    lines: tuple[Line, ...] = (Tells(name, role, indent=5, first=first), Says(dim(when), indent=6))
    return Row(str(each.number), lines, kind="undo")


def _moment(at: str, today: date) -> str:
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return ""
    return moment(when, today)


def told_rows(workspace: Workspace, lines: Sequence[Told], today: date) -> list[Row]:
    """Who changed what, the newest day first."""
    rows: list[Row] = []
    seen: dict[str, int] = {}
    day: date | None = None
    for line in lines[:MOST]:
        if line.on != day:
            day = line.on
            rows += [blank(), still(Title(weekday_day(line.on, today)))]
        name = f"{line.at or line.on} {line.about} {line.kind} {line.by}"
        seen[name] = seen.get(name, 0) + 1
        rows.append(_told(workspace, line, f"{name} {seen[name]}", today))
    if len(lines) > MOST:
        rows += [blank(), still(Tells(_("What is older is told by okr log."), "dim"))]
    return rows


def summed_rows(workspace: Workspace, lines: Sequence[Told], since: date, today: date) -> list[Row]:
    """What all of it comes to since a day: each thing once, from what stood there to what stands there."""
    found = summed(lines)
    if not found:
        return []
    title = _("SINCE {day}").format(day=weekday_day(since, today).upper())
    rows = [blank(), section(title, len(found))]
    for about, moved in found:
        cell = grid(_columns(who=False), title=bold(title_of(workspace, about, today)))
        note = _words(workspace, about, moved, today)
        rows.append(Row(f"sum {about}", (Noted(cell, _columns(who=False), note, "text"),), kind="told"))
    return rows


def about_of(key_: str, lines: Sequence[Told]) -> str | None:
    """What a row of the history is about."""
    if key_.startswith("sum "):
        return key_.removeprefix("sum ")
    return next((line.about for line in lines if key_.startswith(f"{line.at or line.on} {line.about} ")), None)


def _columns(*, who: bool = True) -> tuple[Column, ...]:
    first = (Column("who", 8, 6),) if who else ()
    return (*first, Column("title", 26, 18, gap=2 if who else 0, leads=True), Column("note", 30, 12, gap=2, grows=True))


def _words(workspace: Workspace, about: str, moved: tuple[Moved, ...], today: date) -> str:
    names: Callable[[str], str] = lambda each: title_of(workspace, each, today)  # noqa: E731 - one word for two calls
    return changes(moved, names, unit_of(workspace, about, today))


def _told(workspace: Workspace, line: Told, key_: str, today: date) -> Row:
    by = one_line(workspace.name_of(line.by)).partition(" ")[0]
    cell = grid(_columns(), who=dim(by), title=title_of(workspace, line.about, today))
    words = _words(workspace, line.about, line.change, today) or kind_word(line)
    lines: list[Line] = [Noted(cell, _columns(), words, "text" if line.change else "dim")]
    if line.note:
        lines.append(Tells(line.note, "dim", indent=10))
    return Row(key_, tuple(lines), kind="told")
