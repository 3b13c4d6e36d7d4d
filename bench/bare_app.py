"""What the start of `okr` is measured against: a Textual app with a header, a line and a footer."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Static

WORDS = "Nothing but a line"


class Bare(App[None]):
    """The smallest app that has what most apps have."""

    def compose(self) -> ComposeResult:
        """A header, a line, a footer."""
        yield Header()
        yield Static(WORDS)
        yield Footer()


if __name__ == "__main__":
    Bare().run()
