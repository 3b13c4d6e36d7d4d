"""Quiet notes at the edge of the screen that end in time, however long the machine slept."""

from textual.notifications import Notification, Notify, SeverityLevel

from okr_tui.words.hostile import plain

_LEAST = 0.01  # seconds
_LONGEST = 400  # characters


class Note(Notification):
    """A notification whose time is never less than nothing.

    Textual sets a timer with the time that is left. Where that is negative, because the machine slept or its clock was
    set between asking whether the note is over and showing it, that timer never gives way to anything again: the app
    stands still.
    """

    @property
    def time_left(self) -> float:
        """Seconds until it goes, more than none."""
        return max(super().time_left, _LEAST)

    @property
    def has_expired(self) -> bool:
        """Whether its time is over."""
        return super().time_left <= 0


def noted(message: str, title: str, severity: SeverityLevel, seconds: float, *, markup: bool) -> Notify:
    """What shows a note; of one that is too long, or would command the terminal, what is left of it.

    Args:
        message: what it says.
        title: what stands above it.
        severity: how it looks.
        seconds: until it goes.
        markup: whether the message is Textual's markup.
    """
    return Notify(Note(plain(message[:_LONGEST]), plain(title), severity, seconds, markup=markup))
