"""An app that wears the themes of okr: the roles of a palette as CSS variables, whichever theme is on."""

from collections.abc import Sequence
from os import environ
from pathlib import Path

from textual.app import App
from textual.notifications import Notify, SeverityLevel
from textual.screen import Screen

from okr_tui.store.shipped import shipped
from okr_tui.ui.ground import Ground
from okr_tui.ui.notes import noted
from okr_tui.ui.palette import palette, variables
from okr_tui.ui.themes import DARK, BadTheme, load_themes


class ThemedApp(App[None]):
    """Textual with the themes of okr.

    Args:
        theme: the name of the theme to start in; one that does not exist gives way to `okr`.
        folders: where themes are looked for; None is what comes with okr.

    Attributes:
        broken_themes: theme files that could not be used.
    """

    ALLOW_SELECT = False

    def __init__(self, *, theme: str = DARK, folders: Sequence[Path] | None = None) -> None:
        colourless = "NO_COLOR" in environ
        super().__init__(ansi_color=True if colourless else None)
        themes, broken = load_themes([shipped("themes")] if folders is None else folders)
        self.broken_themes: list[BadTheme] = broken
        for known in themes:
            self.register_theme(known)
        # Without colours Textual wants a theme of the terminal's own, or tints would be painted after all.
        self._begin_in("ansi-dark" if colourless else theme if theme in self.available_themes else DARK)

    def get_default_screen(self) -> Screen[object]:
        """The screen of the places."""
        return Ground[object](id="_default")

    def _begin_in(self, theme: str) -> None:
        """Wears a theme before anything is drawn; setting `theme` would have the style sheet read once more."""
        self.set_reactive(App.theme, theme)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """Textual's variables, and `$okr-…` for every role, derived where the theme does not know them.

        Without colours the cursor of what is typed is shown in reverse: there is no other background to see it by.
        """
        cursor = {"input-cursor-text-style": "reverse"} if self.no_color else {}
        return {**super().get_css_variables(), **cursor, **variables(palette(self.current_theme)._asdict())}

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
        self.post_message(noted(message, title, severity, seconds, markup=markup))

    def on_notify(self, event: Notify) -> None:
        """Before a note is shown, the one that says the same goes, and what Textual leaves standing of those that are over."""
        if not self.screen_stack:
            return  # left while a note was on its way
        same = [each for each in self._notifications if each.message == event.notification.message]
        for note in same:
            self._unnotify(note, refresh=False)
        ids = {f"--textual-toast-{note.identity}" for note in same}
        for holder in self.screen.query("ToastHolder"):
            if not holder.children or holder.id in ids:
                holder.remove()
