"""Alerts about days: what can't happen in the cycle that it stands in."""

from collections.abc import Iterator
from datetime import date

from okr_tui.domain.alerts.alert import Alert, digest_of
from okr_tui.domain.alerts.situation import Situation, live_parts
from okr_tui.domain.plan import KeyResult, Objective, Request
from okr_tui.domain.waits import wanted_by


def outside_cycle(seen: Situation) -> Iterator[Alert]:
    """Objectives with a start, an end, a phased target or an initiative's day outside the cycle; requests likewise."""
    cycle = seen.content.cycle
    for team, objective in seen.objectives:
        days = [(identity, day) for identity, day in _days(objective) if not cycle.holds(day)]
        if not days or not seen.blamed(team):
            continue
        about = tuple(dict.fromkeys(identity for identity, _day in days))
        facts = {"day": days[0][1], "n": len(days), "start": cycle.start, "end": cycle.end, "team": team}
        yield Alert(
            "outside-cycle", "warn", about, team, facts, (objective.id,), (team,), digest_of(objective.title)
        )  # fmt: skip
    for each in seen.requests:
        day = wanted_by(each)
        if day is not None and not each.settled and day > cycle.end:
            yield _late(seen, each.request, each.team, day)


def _late(seen: Situation, request: Request, team: str, day: date) -> Alert:
    cycle = seen.content.cycle
    facts = {"day": day, "n": 1, "start": cycle.start, "end": cycle.end, "team": team}
    objective = seen.objective_of(request.from_)
    words = digest_of(request.need)
    return Alert(
        "outside-cycle", "warn", (request.id,), team, facts, (objective,) if objective else (), (team,), words
    )  # fmt: skip


def _days(objective: Objective) -> Iterator[tuple[str, date]]:
    tables: tuple[Objective | KeyResult, ...] = (objective, *live_parts(objective))
    for each in tables:
        yield from ((each.id, day) for day in (each.start, each.end) if day is not None)
    for part in live_parts(objective):
        yield from ((part.id, point.on) for point in part.phased)
        for initiative in part.initiative:
            if initiative.due is not None and initiative.status in {"planned", "active"}:
                yield initiative.id, initiative.due
