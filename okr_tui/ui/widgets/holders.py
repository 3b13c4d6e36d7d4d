"""What a place consists of: containers that lay nothing out a second time.

A widget of Textual that gets another virtual size has the whole screen laid out once more. What is said here about them is
that they are laid out once already when they get it, and that what scrolls keeps the room for its bar.
"""

from textual.containers import Container, Horizontal, Vertical
from textual.geometry import Size
from textual.reactive import Reactive


class Column(Vertical):
    """One below the other."""

    virtual_size = Reactive(Size(0, 0), repaint=False)


class Beside(Horizontal):
    """Side by side."""

    virtual_size = Reactive(Size(0, 0), repaint=False)


class Room(Container):
    """Where one of several is shown."""

    virtual_size = Reactive(Size(0, 0), repaint=False)
