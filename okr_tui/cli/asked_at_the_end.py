"""What a terminal is asked before a cycle is closed: a grade, before the computed score is shown; a decision, and why."""

import secrets
from functools import partial
from typing import TYPE_CHECKING

import click

from okr_tui.actions.act import Author, Done
from okr_tui.cli.context import Here
from okr_tui.cli.told import carry_out
from okr_tui.domain.errors import OkrError
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.review import When
    from okr_tui.domain.workspace import Located


def ask_grade(where: Here, place: "Located") -> None:
    """Asks for the grade of one thing until it makes sense; an empty line skips it."""
    from okr_tui.actions.values import number
    from okr_tui.words.failures import sentence
    from okr_tui.words.grades import compared

    click.echo("\n" + click.style(one_line(place.title), bold=True))
    while said := _answer(_("From 0 to 1")):
        try:
            value, why = float(number(said)), _answer(_("Why? (enter: no words)"))
            graded(where, place, value, why or None, "end")
            click.echo("  " + compared(value, computed_now(where, place)))
        except OkrError as error:
            click.echo("  " + sentence(error))
        else:
            return


def ask_decision(where: Here, place: "Located") -> None:
    """Asks what becomes of one objective until it makes sense; an empty line skips it."""
    from okr_tui.actions.deciding import VERDICTS, decide
    from okr_tui.words.failures import sentence

    verdicts = VERDICTS["end"]
    click.echo("\n" + click.style(one_line(place.title), bold=True))
    while said := _answer("/".join(verdicts)):
        verdict = next((each for each in verdicts if each.startswith(said.casefold())), None)
        if verdict is None:
            continue
        decided = partial(
            decide, where.root, Author(where.somebody, where.now, secrets.choice), place, verdict, _answer(_("Why?"))
        )
        try:
            where.read_again(carry_out(where, decided).written.files)
        except OkrError as error:
            click.echo("  " + sentence(error))
        else:
            return


def graded(where: Here, place: "Located", value: float, why: str | None, when: "When") -> Done:
    """Grades one thing.

    Raises:
        OkrError: it is no grade, or its reason is missing.
    """
    from okr_tui.actions.grading import grade

    author = Author(where.somebody, where.now, secrets.choice)
    done = carry_out(where, lambda: grade(where.root, author, where.workspace, place, value, reason=why, when=when))
    where.read_again(done.written.files)
    return done


def computed_now(where: Here, place: "Located") -> float | None:
    """The score of a thing today."""
    from okr_tui.domain.grades import computed

    return computed(where.workspace, where.workspace.cycles[place.cycle], place, where.today)


def _answer(question: str) -> str:
    return str(click.prompt(question, default="", show_default=False)).strip()
