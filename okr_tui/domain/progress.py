"""How far a key result has come: the check-ins that count, its value, and the share of the way done."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from okr_tui.domain.counting import counting
from okr_tui.domain.journal import CheckIn
from okr_tui.domain.plan import KeyResult
from okr_tui.domain.week import iso_week
from okr_tui.domain.workspace import Entry


def counted(entries: Iterable[Entry], today: date) -> tuple[Entry, ...]:
    """The check-ins that count (`counting`); one whose day is only coming for whoever asks is told as of today."""
    known = tuple(entries)
    ids = {check_in.id for check_in in counting([entry.check_in for entry in known], today)}
    return tuple(_by_today(entry, today) for entry in known if entry.check_in.id in ids)


def _by_today(entry: Entry, today: date) -> Entry:
    return entry if entry.check_in.on <= today else entry._replace(check_in=replace(entry.check_in, on=today))


def refreshes(key_result: KeyResult, entry: Entry) -> bool:
    """Whether a check-in is a figure: a value, or for milestones and yes-no also a milestone or a confidence."""
    said = entry.check_in
    if said.value is not None:
        return True
    return key_result.kind in {"milestones", "yes-no"} and (said.milestone is not None or said.confidence is not None)


def values(entries: Iterable[Entry]) -> tuple[tuple[date, float], ...]:
    """The figures with the days they speak of, oldest first."""
    return tuple((entry.check_in.on, entry.check_in.value) for entry in entries if entry.check_in.value is not None)


def by_day(entries: Iterable[Entry]) -> tuple[tuple[date, float], ...]:
    """One figure a day, the last one said, oldest first."""
    figures = {day: said.value for day, said in in_days(entries) if said.value is not None}
    return tuple(figures.items())


def in_days(entries: Iterable[Entry]) -> Iterator[tuple[date, CheckIn]]:
    """Check-ins with the days that they are drawn at, which never go back.

    What was said later on a clock that is a day behind belongs to the day of what was said before it.
    """
    latest = date.min
    for entry in entries:
        latest = max(latest, entry.check_in.on)
        yield latest, entry.check_in


def progress(key_result: KeyResult, entries: tuple[Entry, ...], today: date) -> float | None:
    """The share of the way done, valid in both directions and not clamped; None where it can't be known.

    metric: (value - baseline) / (target - baseline). keep: weeks inside the band / weeks with a value, the worst value
    of a week counting. yes-no: 0 or 1. milestones: the weight done.
    """
    match key_result.kind:
        case "milestones":
            return _milestones(key_result, entries, today)
        case "yes-no":
            return _yes_no(key_result, entries)
        case "keep":
            return _keep(key_result, entries)
        case "metric":
            return _metric(key_result, entries)


def inside(key_result: KeyResult, value: float) -> bool:
    """Whether a value lies in the band of a `keep`, its edges included; an open side has no edge."""
    low, high = key_result.low, key_result.high
    return (low is None or value >= low) and (high is None or value <= high)


def milestones_done(key_result: KeyResult, entries: Iterable[Entry], today: date) -> frozenset[str]:
    """Ids of the milestones done by today: so marked in the plan, or said in a check-in."""
    said = {entry.check_in.milestone for entry in entries if entry.check_in.milestone}
    return frozenset(step.id for step in key_result.milestone if (step.done and step.done <= today) or step.id in said)


def _metric(key_result: KeyResult, entries: tuple[Entry, ...]) -> float | None:
    known = values(entries)
    baseline, target = key_result.baseline, key_result.target
    if not known or baseline is None or target is None or baseline == target:
        return None
    return (known[-1][1] - baseline) / (target - baseline)


def _keep(key_result: KeyResult, entries: tuple[Entry, ...]) -> float | None:
    weeks: dict[str, bool] = {}
    for day, value in values(entries):
        week = iso_week(day)
        weeks[week] = weeks.get(week, True) and inside(key_result, value)
    return sum(weeks.values()) / len(weeks) if weeks else None


def _yes_no(key_result: KeyResult, entries: tuple[Entry, ...]) -> float | None:
    known = values(entries)
    if known:
        return 1.0 if known[-1][1] >= 1 else 0.0
    return 0.0 if any(refreshes(key_result, entry) for entry in entries) else None


def _milestones(key_result: KeyResult, entries: tuple[Entry, ...], today: date) -> float | None:
    total = sum(step.weight for step in key_result.milestone)
    if not total:
        return None
    done = milestones_done(key_result, entries, today)
    return sum(step.weight for step in key_result.milestone if step.id in done) / total
