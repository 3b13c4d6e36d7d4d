"""Letters and digits of three rows, to be read from the back of a room."""

import unicodedata

from okr_tui.ui.paint.runs import Run, Runs

_GLYPHS = {
    "A": "┏━┓ ┣━┫ ╹ ╹", "B": "┳━┓ ┣━┫ ┻━┛", "C": "┏━╸ ┃   ┗━╸", "D": "┳━┓ ┃ ┃ ┻━┛", "E": "┏━╸ ┣━╸ ┗━╸", "F": "┏━╸ ┣━╸ ╹  ",
    "G": "┏━╸ ┃╺┓ ┗━┛", "H": "╻ ╻ ┣━┫ ╹ ╹", "I": "╻ ┃ ╹", "J": "  ╻   ┃ ┗━┛", "K": "╻┏╸ ┣┫  ╹┗╸", "L": "╻   ┃   ┗━╸",
    "M": "┏┳┓ ┃┃┃ ╹ ╹", "N": "┏━┓ ┃ ┃ ╹ ╹", "O": "┏━┓ ┃ ┃ ┗━┛", "P": "┏━┓ ┣━┛ ╹  ", "Q": "┏━┓ ┃ ┃ ┗━┻", "R": "┏━┓ ┣┳┛ ╹┗╸",
    "S": "┏━╸ ┗━┓ ╺━┛", "T": "╺┳╸  ┃   ╹ ", "U": "╻ ╻ ┃ ┃ ┗━┛", "V": "╻ ╻ ┃┏┛ ┗┛ ", "W": "╻ ╻ ┃┃┃ ┗┻┛", "X": "╻ ╻ ╺╋╸ ╹ ╹",
    "Y": "╻ ╻ ┗┳┛  ╹ ", "Z": "╺━┓ ┏━┛ ┗━╸",
    "0": "┏━┓ ┃ ┃ ┗━┛", "1": "╺┓   ┃  ╺┻╸", "2": "╺━┓ ┏━┛ ┗━╸", "3": "╺━┓ ╺━┫ ╺━┛", "4": "╻ ╻ ┗━┫   ╹", "5": "┏━╸ ┗━┓ ╺━┛",
    "6": "┏━╸ ┣━┓ ┗━┛", "7": "╺━┓   ┃   ╹", "8": "┏━┓ ┣━┫ ┗━┛", "9": "┏━┓ ┗━┫ ╺━┛",
    " ": "        ", ":": "  :  ", ".": "    •", ",": "    ╻", "'": "╹    ", "-": "    ╺━╸    ", "+": "    ╺╋╸    ",
}  # fmt: skip
ROWS = 3
"""Rows of a big letter."""


def big(words: str, role: str = "text") -> tuple[Runs, ...] | None:
    """Words in big letters, without their accents; None where a letter has no big form.

    Args:
        words: a title or a time.
        role: the role of the palette that they are painted in.
    """
    bare = unicodedata.normalize("NFD", words.replace("’", "'")).upper()
    letters = [_GLYPHS.get(letter) for letter in bare if not unicodedata.combining(letter)]
    if not letters or None in letters:
        return None
    rows = [" ".join(_row(glyph, row) for glyph in letters if glyph is not None) for row in range(ROWS)]
    return tuple((Run(row, role, bold=True),) for row in rows)


def _row(glyph: str, row: int) -> str:
    """One row of a letter: its three rows stand one after the other, a cell between them."""
    wide = (len(glyph) - ROWS + 1) // ROWS
    return glyph[row * (wide + 1) : row * (wide + 1) + wide]
