"""Since when a key result has not moved towards its target, whatever is done for it."""

from datetime import date, timedelta

from okr_tui.domain.progress import values
from okr_tui.domain.standing import Standing

UNMOVED = timedelta(days=21)
"""How long a key result may stand still before what is done for it is looked at: three weekly check-ins."""


def still_since(standing: Standing) -> date | None:
    """The day since which a metric has not come closer to its target than before; its first day where it never has.

    Returns:
        None where it came closer within three weeks, has no figures or direction, is reached or is not pursued, and for
        every other kind.
    """
    result = standing.key_result
    baseline, target = result.baseline, result.target
    if result.kind != "metric" or baseline is None or target is None or not standing.judged:
        return None
    if standing.status in {"reached", "done", "no-data"}:
        return None
    best, since = abs(target - baseline), standing.window.start
    for day, value in values(standing.entries):
        if abs(target - value) < best:
            best, since = abs(target - value), day
    return since if standing.today - since >= UNMOVED else None
