"""What the people of a made-up company say: a check-in a week on each key result, now and then a comment."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, timezone
from random import Random
from typing import Any

from bench.phrases import BLOCKERS, NOTES
from bench.plans import Course
from bench.spans import Span
from okr_tui.domain.ids import new_said_id
from okr_tui.domain.week import iso_week

_FRIDAY = 4
_ZONE = timezone(timedelta(hours=1))
_SAID = 0.95  # share of the check-ins that people do make
_COMMENTED = 0.02


def journals(
    rng: Random, span: Span, courses: Iterable[Course], people: tuple[str, ...], today: date
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Week, person and file of everything said in a cycle until today."""
    listed = tuple(courses)
    for friday in _fridays(span, today):
        said: defaultdict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: {"check_in": [], "comment": []})
        for course in listed:
            if rng.random() < _SAID:
                said[course.owner]["check_in"].append(_check_in(rng, span, course, friday))
            if rng.random() < _COMMENTED:
                words = {"id": new_said_id("comment", rng.choice), "at": _moment(rng, friday)}
                said[rng.choice(people)]["comment"].append({**words, "about": course.id, "text": rng.choice(NOTES)})
        week = iso_week(friday)
        for person, tables in said.items():
            kept = {name: listed_tables for name, listed_tables in tables.items() if listed_tables}
            yield week, person, {"format": 1, "person": person, "week": week, **kept}


def _fridays(span: Span, today: date) -> Iterator[date]:
    day = span.start + timedelta(days=(_FRIDAY - span.start.weekday()) % 7)
    while day <= span.end and day < today:
        yield day
        day += timedelta(days=7)


def _moment(rng: Random, day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9 + rng.randrange(8), rng.randrange(60), rng.randrange(60),
                    rng.randrange(1_000_000), _ZONE)  # fmt: skip


def _check_in(rng: Random, span: Span, course: Course, day: date) -> dict[str, Any]:
    gone = (day - span.start) / (span.end - span.start)
    way = course.ends * gone + rng.uniform(-0.05, 0.05)
    said: dict[str, Any] = {"id": new_said_id("check_in", rng.choice), "at": _moment(rng, day), "on": day}
    said["about"] = course.id
    if course.kind == "milestones":
        said["milestone"] = course.steps[min(len(course.steps) - 1, int(len(course.steps) * gone))]
    elif course.kind == "yes-no":
        said["value"] = int(way > 0.8)
    else:
        said["value"] = round(course.baseline + way * (course.target - course.baseline), 1)
    said["confidence"] = max(1, min(9, round(8 * course.ends + rng.uniform(-1, 1))))
    if rng.random() < 1 / 4:
        said["note"] = rng.choice(NOTES)
    if rng.random() < 1 / 40:
        said["blocker"] = rng.choice(BLOCKERS)
    return said
