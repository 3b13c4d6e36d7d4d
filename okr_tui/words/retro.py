"""The boards of a retrospective in words: their titles, their formats, the columns and what is asked in them."""

from typing import Any

from okr_tui.domain.retro import Board
from okr_tui.words.language import spoken
from okr_tui.words.method import section


def board(code: Board) -> str:
    """What a board is called."""
    return str(_part("board")[code]["title"])


def board_question(code: Board) -> str:
    """What is asked on a board."""
    return str(_part("board")[code]["question"])


def format_word(code: str) -> str:
    """What a format is called; "own" for columns that a team has named itself."""
    known = _part("format")
    return str(known.get(code, known["own"]))


def column(code: str) -> str:
    """What a column is called; one of a team's own by its own words."""
    known = _part("column").get(code)
    return str(known["title"]) if known else code


def column_question(code: str) -> str:
    """What is asked in a column; nothing for one of a team's own."""
    known = _part("column").get(code)
    return str(known["question"]) if known else ""


def _part(name: str) -> Any:
    return section("retro", spoken())[name]
