"""Days that lie where they can't be meant: outside the cycle, or an end before its start."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from okr_tui.domain.counting import day_here, has_come
from okr_tui.domain.cycle import Cycle, CycleFile
from okr_tui.domain.journal import CheckIn, Journal
from okr_tui.domain.people import Away, Person
from okr_tui.domain.plan import KeyResult, Milestone, Objective
from okr_tui.domain.settings import Closed, Settings
from okr_tui.domain.table import Said, Table
from okr_tui.domain.week import iso_week
from okr_tui.store.checks.finding import At, Files, Finding
from okr_tui.store.layout import place_of
from okr_tui.words.language import _

_OTHER_CLOCK = timedelta(days=1)
"""How far a day without a moment may be ahead: it has come already on a clock further east."""


def days(files: Files, tables: Iterable[At]) -> Iterator[Finding]:
    """Everything about days in the whole workspace."""
    cycles = _cycles(files)
    settings = files.get("okr.toml")
    late = timedelta(days=settings.policy.scores_open_days if isinstance(settings, Settings) else 14)
    for at in tables:
        yield from _upside_down(at)
        place = place_of(at.file)
        cycle = cycles.get(place.cycle) if place else None
        if cycle is None or cycle.end < cycle.start:
            continue
        if isinstance(at.table, (Objective, KeyResult, Cycle)):
            yield from _outside(at, cycle)
        elif isinstance(at.table, CheckIn) and not cycle.start <= at.table.on <= cycle.end + late:
            message = _("This check-in speaks of {day}, which is not in the cycle {name} ({start} to {end}).")
            message = message.format(day=at.table.on, name=cycle.name, start=cycle.start, end=cycle.end)
            yield Finding(at.file, (*at.where, "on"), "hint", "check-in-outside-cycle", message)
    yield from _weeks(files)


def ahead(tables: Iterable[At], today: date) -> Iterator[Finding]:
    """What is dated ahead of a day: by a clock that was wrong, or a figure that nobody can know yet."""
    for at in tables:
        table = at.table
        if isinstance(table, CheckIn) and not has_come(table.on, table.at, today):
            message = _(
                "This check-in speaks of {day}, which has not come yet; it counts from then on. Was a clock wrong?"
            )
            yield Finding(at.file, (*at.where, "on"), "hint", "day-ahead", message.format(day=table.on))
        elif isinstance(table, Said) and day_here(table.at) > today:
            message = _("This was written on {day}, which has not come yet. Was a clock wrong?")
            yield Finding(at.file, (*at.where, "at"), "hint", "day-ahead", message.format(day=day_here(table.at)))
        elif isinstance(table, Milestone) and table.done is not None and table.done > today + _OTHER_CLOCK:
            message = _("This step is done on {day}, which has not come yet; it counts from then on.")
            yield Finding(at.file, (*at.where, "done"), "hint", "day-ahead", message.format(day=table.done))


def _cycles(files: Files) -> Mapping[str, Cycle]:
    """Folder of a cycle → the cycle."""
    return {path.split("/")[1]: model.cycle for path, model in files.items() if isinstance(model, CycleFile)}


_PAIRS: Mapping[type[Table], tuple[str, str]] = {
    Cycle: ("start", "end"), Objective: ("start", "end"), KeyResult: ("start", "end"), Person: ("joined", "left"),
    Away: ("from_", "to"), Closed: ("from_", "to"),
}  # fmt: skip


def _upside_down(at: At) -> Iterator[Finding]:
    first, last = _PAIRS.get(type(at.table), ("", ""))
    if not first:
        return
    start, end = getattr(at.table, first), getattr(at.table, last)
    if start is not None and end is not None and end < start:
        message = _("“{last}” ({end}) lies before “{first}” ({start}); correct one of them.").format(
            first=first.rstrip("_"), last=last, start=start, end=end
        )
        yield Finding(at.file, (*at.where, last), "warning", "end-before-start", message)


def _outside(at: At, cycle: Cycle) -> Iterator[Finding]:
    for where, day in _days(at.table):
        if not cycle.holds(day):
            message = _("{day} lies outside the cycle {name} ({start} to {end}); correct it.").format(
                day=day, name=cycle.name, start=cycle.start, end=cycle.end
            )
            yield Finding(at.file, (*at.where, *where), "warning", "day-outside-cycle", message)


def _days(table: Table) -> Iterator[tuple[tuple[str | int, ...], date]]:
    """The days of a table that should lie in its cycle."""
    keys = ("achieve_from",) if isinstance(table, Cycle) else ("start", "end")
    for key in keys:
        if day := getattr(table, key):
            yield (key,), day
    if isinstance(table, KeyResult):
        for index, point in enumerate(table.phased):
            yield ("phased", index, "on"), point.on


def _weeks(files: Files) -> Iterator[Finding]:
    """Words that stand in the file of another week than that in which they were written."""
    for path, model in files.items():
        if not isinstance(model, Journal):
            continue
        for name in model.__struct_fields__:
            said = getattr(model, name)
            for index, each in enumerate(said if isinstance(said, tuple) else ()):
                if isinstance(each, Said) and (week := iso_week(each.at.date())) != model.week:
                    message = _("This was written in the week {week}, not in {other}; its place is {week}.")
                    message = message.format(week=week, other=model.week)
                    yield Finding(path, (name, index, "at"), "hint", "other-week", message)
