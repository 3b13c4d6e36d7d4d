"""Quiet notes at the edge of the screen that end in time, however long the machine slept."""

from textual.notifications import Notification, Notify, SeverityLevel

from okr_tui.ui.themed import ThemedApp
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


class NotingApp(ThemedApp):
    """An app whose notes are words and nothing else."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """A quiet note, which does not stand there twice; its words are no markup unless that is asked for.

        Args:
            message: what it says.
            title: what stands above it.
            severity: how it looks.
            timeout: seconds until it goes; None is Textual's own.
            markup: whether the message is Textual's markup.
        """
        seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        said = plain(message[:_LONGEST])
        for note in [each for each in self._notifications if each.message == said]:
            self._unnotify(note)
        self.post_message(Notify(Note(said, plain(title), severity, seconds, markup=markup)))
