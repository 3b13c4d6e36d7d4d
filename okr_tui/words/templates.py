"""Shapes to begin an objective with, by the change that it is (CHICC): "… can count on …, so that …"."""

from typing import NamedTuple

from okr_tui.words.method import section

KINDS = ("change", "innovate", "build", "correct")
"""The kinds of change, in the order in which they are offered."""


class Template(NamedTuple):
    """One shape.

    Attributes:
        change: which of CHICC it is.
        title: its words; `…` stands for what is to be written.
    """

    change: str
    title: str


def templates(lang: str) -> tuple[Template, ...]:
    """Every shape in a language, kind by kind.

    Args:
        lang: "en" or "fr".
    """
    known = section("template", lang)
    return tuple(Template(kind, title) for kind in KINDS for title in known[kind])
