"""The only door through which words from files reach a widget.

Textual reads markup in plain strings (`[@click=app.quit]` would run an action) and passes control characters on to the
terminal. So nothing that a person typed is handed to a widget as a bare string: it goes through here.
"""

from functools import lru_cache

from rich.cells import cell_len, chop_cells
from rich.text import Text
from textual.content import Content

from okr_tui.words.hostile import plain

_CHARACTERS_PER_CELL = 8  # more marks than this on one cell are an attack on the terminal, not a script


def content(words: str) -> Content:
    """The words as a Textual widget shows them: as they are, without markup, control characters replaced."""
    return Content(plain(words))


def rich_text(words: str) -> Text:
    """The words for the places where Textual wants a rich Text (cells of tables, labels of trees)."""
    return Text(plain(words))


def single(words: str) -> str:
    """The words in one row of cells: line feeds and tabs become spaces, control characters U+FFFD."""
    if words.isascii() and words.isprintable():
        return words
    return plain(words).replace("\n", " ").replace("\t", " ")


def width(words: str) -> int:
    """How many cells the words take: two for a wide character, none for a mark upon another one."""
    return len(words) if words.isascii() else cell_len(words)


@lru_cache(4096)
def cut(words: str, cells: int) -> str:
    """The words in at most so many cells; what does not fit is told by "…" at the end.

    Args:
        words: a name or a sentence, from a file or not.
        cells: the room, in cells of the terminal; none gives nothing.
    """
    if cells <= 0:
        return ""
    line = single(words[: cells * _CHARACTERS_PER_CELL + 1])
    if len(words) <= cells * _CHARACTERS_PER_CELL and width(line) <= cells:
        return line
    if cells == 1:
        return "…"
    kept = chop_cells(line, cells - 1)[0] if line else ""
    return (kept if width(kept) < cells else "").rstrip() + "…"


def wrap(words: str, cells: int) -> list[str]:
    """The words in lines of at most so many cells, broken at spaces; a word longer than a line is broken where it must.

    Args:
        words: a note, a sentence; its own line feeds are kept.
        cells: the width of a line, at least one.

    Returns:
        At least one line.
    """
    cells = max(cells, 1)
    lines: list[str] = []
    for paragraph in plain(words).replace("\t", " ").split("\n"):
        line = ""
        for word in paragraph.split(" "):
            grown = f"{line} {word}" if line else word
            if width(grown) <= cells:
                line = grown
                continue
            if line:
                lines.append(line)
            *full, line = chop_cells(word, cells) or [word]  # a word of no width has no pieces
            lines.extend(full)
        lines.append(line)
    return lines
