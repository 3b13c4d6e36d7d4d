"""The command palette: everything that can be done here, found by its words."""

from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from okr_tui.ui.app import OkrApp
from okr_tui.ui.commands import Command
from okr_tui.ui.keymap import shown_key
from okr_tui.ui.text import content
from okr_tui.words.language import _


class Commands(Provider):
    """Offers the commands of the place looked at and of the app."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._known():
            yield DiscoveryHit(
                self._shown(command), lambda command=command: self._run(command), _(command.label), _(command.help)
            )

    async def search(self, query: str) -> Hits:
        """Those whose name or sentence is like what is typed."""
        matcher = self.matcher(query)
        for command in self._known():
            label = _(command.label)
            score = max(matcher.match(label), matcher.match(_(command.help)) * 0.6)
            if score > 0:
                yield Hit(
                    score, self._shown(command), lambda command=command: self._run(command), label, _(command.help)
                )

    def _known(self) -> tuple[Command, ...]:
        """What can be done, but for the palette itself."""
        return tuple(command for command in self._frame().commands if command.id != "commands")

    def _frame(self) -> OkrApp:
        """The app that the palette opened over."""
        return cast("OkrApp", self.app)

    async def _run(self, command: Command) -> None:
        """Does it."""
        await self._frame().run_command(command)

    @staticmethod
    def _shown(command: Command) -> Content:
        """Its name and its key."""
        label = content(_(command.label)).stylize("bold")
        return label if not command.keys else label + content(f"  {shown_key(command.keys[0])}").stylize("$okr-accent")
