"""ISO weeks, by which journals are filed."""

from datetime import date


def iso_week(day: date) -> str:
    """The ISO year and week of a day, as journals are named: "2026-w40"."""
    year, week, _ = day.isocalendar()
    return f"{year}-w{week:02d}"
