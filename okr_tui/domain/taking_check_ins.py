"""Whether a check-in on a key result counts: only what is agreed does, and after the end only for some days."""

from datetime import date, timedelta
from typing import Literal

CheckInState = Literal["open", "late", "draft", "proposed", "dropped", "over"]


def check_in_state(status: str, *, dropped: bool, closed: bool, end: date, today: date, open_days: int) -> CheckInState:
    """Whether a figure said now counts (method.md, "Measure": scores stay open for late figures).

    Args:
        status: the objective's.
        dropped: the objective or the key result was given up.
        closed: the cycle is.
        end: its last day.
        today: the day of the check-in.
        open_days: days after the end in which late figures are taken.
    """
    if status == "draft":
        return "draft"
    if status == "proposed":
        return "proposed"
    if dropped or status == "dropped":
        return "dropped"
    if closed:
        return "late" if today <= end + timedelta(days=open_days) else "over"
    return "open"
