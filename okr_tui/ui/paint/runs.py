"""Runs of cells: a piece of text and the role it plays. What a painter gives, and what a row is made of."""

from collections.abc import Iterable
from typing import NamedTuple

from okr_tui.ui.text import cut, single, width


class Run(NamedTuple):
    """Some cells in one style.

    Attributes:
        text: the words or glyphs; safe to fill with what a person typed.
        role: a role of the palette for the foreground ("text", "dim", "on_track", …), or "ground": the colour of the row.
        bold: where I am, an objective, the figure that counts.
        underline: the place looked at, the chosen tab, the words that the coach means.
        behind: a role for the background; None is the row's own.
    """

    text: str
    role: str = "text"
    bold: bool = False
    underline: bool = False
    behind: str | None = None


Runs = tuple[Run, ...]
"""A row of cells, or a part of one."""

Words = str | Run | Runs
"""What may stand where words are wanted: plain text, one run, or several."""


class Brush(NamedTuple):
    """How cells are painted.

    Attributes:
        plain: 16 colours or none: bars of `█` and `░` in place of backgrounds.
        here: the cursor is on the row: what leads it becomes bold.
    """

    plain: bool = False
    here: bool = False


def dim(text: str) -> Run:
    """Units, ages, headings of columns, reasons, notes."""
    return Run(text, "dim")


def bold(text: str, role: str = "text") -> Run:
    """What counts most on its row."""
    return Run(text, role, bold=True)


def key(name: str) -> Run:
    """The name of a key inside the body: bold, in the accent."""
    return Run(name, "accent", bold=True)


def runs(*words: Words) -> Runs:
    """Words of any kind, one after the other, as runs; empty ones are left out."""
    made: list[Run] = []
    for word in words:
        if isinstance(word, str):
            made.append(Run(word))
        elif isinstance(word, Run):
            made.append(word)
        else:
            made.extend(word)
    return tuple(run for run in made if run.text)


def cells(pieces: Iterable[Run]) -> int:
    """How many cells the runs take."""
    return sum(width(single(run.text)) for run in pieces)


def gap(count: int) -> Runs:
    """So many empty cells."""
    return (Run(" " * count),) if count > 0 else ()


def fit(pieces: Runs, room: int) -> Runs:
    """The runs in at most so many cells; what does not fit is told by "…" in the style of the run that was cut."""
    if cells(pieces) <= room:
        return pieces
    kept: list[Run] = []
    left = room
    for run in pieces:
        taken = width(single(run.text))
        if taken >= left:  # something follows or this is too long itself: the "…" needs a cell of this run
            kept.append(run._replace(text=cut(run.text + "…" if taken == left else run.text, left)))
            break
        kept.append(run)
        left -= taken
    return tuple(run for run in kept if run.text)


def align(pieces: Runs, room: int, *, right: bool = False) -> Runs:
    """The runs in exactly so many cells, cut or filled with empty ones."""
    fitted = fit(pieces, room)
    empty = gap(room - cells(fitted))
    return empty + fitted if right else fitted + empty


def embolden(pieces: Runs) -> Runs:
    """The runs in text made bold; what is dim stays so: the row of the cursor."""
    return tuple(run._replace(bold=True) if run.role == "text" else run for run in pieces)


def beside(left: Runs, right: Runs, room: int, least_gap: int = 2) -> Runs:
    """Two ends of a row: the right one whole, the left one cut when both do not fit."""
    taken = cells(right)
    if not taken:
        return align(left, room)
    if taken + least_gap >= room:
        return align(fit(right, room), room, right=True)
    return align(left, room - taken - least_gap) + gap(least_gap) + right


def here(brush: Brush) -> Brush:
    """The same brush for the row under the cursor."""
    return brush._replace(here=True)
