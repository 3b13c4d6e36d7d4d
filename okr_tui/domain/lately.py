"""What has become of one key result since a day: its figure, the confidence in it, its milestones, its plan."""

from datetime import date, timedelta

from okr_tui.domain.history import Moved, moved_by
from okr_tui.domain.progress import milestones_done, values
from okr_tui.domain.standing import Standing
from okr_tui.domain.workspace import Entry


def moved_since(standing: Standing, since: date) -> tuple[Moved, ...]:
    """What stands otherwise now than before a day, each with what it was; nothing where nothing does.

    Args:
        standing: the key result.
        since: the first day that counts.
    """
    result, entries = standing.key_result, standing.entries
    early = tuple(each for each in entries if each.check_in.on < since)
    found = [
        Moved("value", _last_value(early), _last_value(entries)),
        Moved("confidence", _last_confidence(early), _last_confidence(entries)),
    ]
    fresh = milestones_done(result, entries, standing.today) - milestones_done(result, early, since - timedelta(days=1))
    found += [Moved("milestone", None, step.id) for step in result.milestone if step.id in fresh]
    found += [moved_by(result, each) for each in result.changed if since <= each.day <= standing.today]
    return tuple(each for each in found if each.before != each.after)


def confidence_change(standing: Standing) -> int:
    """How far the last confidence is from the one said before it; 0 where there is no other."""
    given = [each.check_in.confidence for each in standing.entries if each.check_in.confidence is not None]
    return given[-1] - given[-2] if len(given) > 1 else 0


def _last_value(entries: tuple[Entry, ...]) -> float | None:
    known = values(entries)
    return known[-1][1] if known else None


def _last_confidence(entries: tuple[Entry, ...]) -> int | None:
    return next((each.check_in.confidence for each in reversed(entries) if each.check_in.confidence is not None), None)
