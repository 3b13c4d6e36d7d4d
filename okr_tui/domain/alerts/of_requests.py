"""Alerts about what teams ask of each other: no answer, a no, or everybody waits for the next in a circle."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from okr_tui.domain.alerts.alert import Alert, Code, Severity, digest_of
from okr_tui.domain.alerts.situation import Situation
from okr_tui.domain.links import Asked
from okr_tui.domain.waits import circles, since, turn, wanted_by


def circular_wait(seen: Situation) -> Iterator[Alert]:
    """Requests in which everybody waits for the next, and the last for the first."""
    for circle in circles(seen.content, seen.requests):
        about = tuple(each.request.id for each in circle)
        teams = tuple(each.team for each in circle)
        words = digest_of(*(each.request.need for each in circle))
        objectives = _objectives(seen, circle)
        facts = {"teams": teams, "n": len(circle)}
        yield Alert(
            "circular-wait", "warn", about, circle[0].team, facts, objectives, tuple(dict.fromkeys(teams)), words
        )


def request_unanswered(seen: Situation) -> Iterator[Alert]:
    """Requests whose turn is somebody's for too long, or whose day has come without a yes or a no."""
    longest = timedelta(days=seen.policy.request_days)
    for each in _open_cycle(seen):
        waits = seen.today - since(each)
        day = wanted_by(each)
        if not each.open or (waits < longest and (day is None or day > seen.today)):
            continue
        if not seen.blamed(each.of or ""):
            continue
        whose = turn(seen.workspace, seen.content, each)
        facts = {
            "days": max(0, waits.days),
            "by": day,
            "from": each.team,
            "to": each.of,
            "turn": whose,
            "state": each.state,
        }
        yield _about(seen, "request-unanswered", "warn", each, facts)


def request_declined(seen: Situation) -> Iterator[Alert]:
    """Requests that were declined: whoever asked has no plan for it yet. An invitation may be declined: a hint."""
    for each in _open_cycle(seen):
        if each.state == "declined":
            severity: Severity = "hint" if each.request.kind == "invite" else "warn"
            facts = {"from": each.team, "to": each.of, "by": wanted_by(each)}
            yield _about(seen, "request-declined", severity, each, facts)


def _open_cycle(seen: Situation) -> tuple[Asked, ...]:
    """What is asked, as long as an answer could change anything."""
    return () if seen.content.cycle.closed else seen.requests


def _about(seen: Situation, code: Code, severity: Severity, each: Asked, facts: Mapping[str, object]) -> Alert:
    teams = tuple(team for team in dict.fromkeys((each.team, each.of)) if team)
    words = digest_of(each.request.need)
    return Alert(code, severity, (each.request.id,), each.team, facts, _objectives(seen, (each,)), teams, words)


def _objectives(seen: Situation, requests: tuple[Asked, ...]) -> tuple[str, ...]:
    """The objectives for which something is asked."""
    found = (seen.objective_of(each.request.from_) for each in requests)
    return tuple(dict.fromkeys(each for each in found if each))
