"""What is open in place below a row."""

from textual.containers import Vertical


class OpenBelow(Vertical):
    """Holds a form on the panel's ground, the cursor's bar along its left side."""

    DEFAULT_CSS = """
    OpenBelow {
        height: auto; margin: 0 1 1 2; padding: 0 1; background: $okr-panel;
        border-left: outer $okr-accent;
    }
    OpenBelow > * { height: auto; }
    .-panel > OpenBelow { margin: 0 1 1 0; }
    """
