"""A ritual while it runs: which step, how much of its time is left, whether it pauses; all of it from what happened."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from msgspec import Struct

Happening = Literal["begin", "pause", "go-on", "next", "back", "more", "end"]


class Event(NamedTuple):
    """Something that happened to the clock of a ritual.

    Attributes:
        at: the moment, with its offset.
        what: it begins, pauses, goes on, goes to the next step or back, gets one more minute, ends.
    """

    at: datetime
    what: Happening


class Course(Struct, frozen=True):
    """Where a ritual stands at a moment.

    Attributes:
        step: the number of the step, from 0.
        minutes: how long each step may take, minutes that were added included.
        spent: seconds that each step has taken so far, pauses left out.
        paused: whether the clock stands; begun: whether it ever ran; ended: whether the ritual is over.
    """

    step: int
    minutes: tuple[int, ...]
    spent: tuple[float, ...]
    paused: bool
    begun: bool = False
    ended: bool = False

    @property
    def left(self) -> float:
        """Seconds left in this step; below 0 it runs over."""
        return self.minutes[self.step] * 60 - self.spent[self.step]

    @property
    def over(self) -> bool:
        """Whether this step takes longer than was agreed."""
        return self.left < 0

    @property
    def whole_left(self) -> float:
        """Seconds left of the whole ritual, if the steps to come take what was agreed; 0 where this one eats all."""
        ahead = sum(self.minutes[self.step + 1 :]) * 60
        return max(0.0, self.left + ahead)

    @property
    def total(self) -> int:
        """Minutes of the whole ritual."""
        return sum(self.minutes)

    @property
    def last(self) -> bool:
        """Whether no step comes after this one."""
        return self.step == len(self.minutes) - 1


def course_of(minutes: Sequence[int], events: Iterable[Event], now: datetime) -> Course:
    """Where a ritual stands.

    Args:
        minutes: what was agreed for each step, at least one step.
        events: what happened to its clock, oldest first.
        now: the present moment.
    """
    allowed, spent = list(minutes), [0.0] * len(minutes)
    step, since, begun, ended = 0, None, False, False
    for event in events:
        if since is not None:
            spent[step] += max(0.0, (event.at - since).total_seconds())
        running = since is not None
        match event.what:
            case "begin" | "go-on":
                running, begun = True, True
            case "pause":
                running = False
            case "next":
                step = min(step + 1, len(allowed) - 1)
            case "back":
                step = max(step - 1, 0)
            case "more":
                allowed[step] += 1
            case "end":
                running, ended = False, True
        since = event.at if running else None
    if since is not None:
        spent[step] += max(0.0, (now - since).total_seconds())
    return Course(step, tuple(allowed), tuple(spent), paused=since is None, begun=begun, ended=ended)


def interrupted(events: Sequence[Event], seen: datetime, now: datetime) -> tuple[Event, ...]:
    """What happened to a ritual that was cut off, so that the time in which nobody was there does not count.

    Args:
        events: what was kept of it, oldest first.
        seen: the last moment at which it was known to run.
        now: the moment at which somebody resumes it.
    """
    running = bool(events) and not course_of((1,), events, seen).paused
    if not running:
        return tuple(events)
    stopped = max(seen, events[-1].at)
    return (*events, Event(min(stopped, now), "pause"), Event(now, "go-on"))
