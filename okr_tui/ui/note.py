"""A quiet note at the edge of the screen."""

from typing import Any

from textual.notifications import Notification, Notify

from okr_tui.words.hostile import plain

_LONGEST = 400
_LEAST = 0.001


class Note(Notification):
    """A note that is never due in the past.

    Textual starts a timer with what is left of a note when a screen shows it. Where its end falls between being looked at
    and being shown, that is less than nothing, and such a timer turns round forever: the app would stand still.
    """

    @property
    def time_left(self) -> float:
        """Seconds until it goes; always more than 0."""
        return max(super().time_left, _LEAST)

    @property
    def has_expired(self) -> bool:
        """Whether its time is over."""
        return super().time_left <= 0


def noted(message: str, timeout: float, **how: Any) -> Notify:
    """What shows a note for so many seconds, unless it is too long or would command the terminal: then what is left of it."""
    return Notify(Note(plain(message[:_LONGEST]), timeout=timeout, **how))
