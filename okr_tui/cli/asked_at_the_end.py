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
from okr_tui.words.quoting import with_colon

if TYPE_CHECKING:
    from okr_tui.domain.plan import KeyResult, Objective
    from okr_tui.domain.review import When
    from okr_tui.domain.workspace import Located


def ask_grade(where: Here, place: "Located") -> None:
    """Asks for the grade of one thing until it makes sense; an empty line skips it."""
    from okr_tui.actions.values import number
    from okr_tui.words.failures import sentence
    from okr_tui.words.grades import compared

    _show(where, place)
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
    _show(where, place)
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


def _show(where: Here, place: "Located") -> None:
    """What is asked about: its title, from where to where it was to go, and where it stood last; of an objective each part.

    The score is not among it: whoever grades has not seen it yet.
    """
    click.echo("\n" + click.style(one_line(place.title), bold=True))
    objective = place.objective
    if objective is None:
        return
    if place.key_result is not None:
        click.echo("  " + _way(where, place, objective, place.key_result))
        return
    for each in objective.key_result:
        if each.dropped is None:
            click.echo("  " + with_colon(one_line(each.title), _way(where, place, objective, each)))


def _way(where: Here, place: "Located", objective: "Objective", key_result: "KeyResult") -> str:
    """From where to where and the last figure, such as “22 → 40 %, last figure 31 % (Fri 4 Dec)”."""
    from okr_tui.domain.progress import milestones_done, values
    from okr_tui.domain.standing import standing
    from okr_tui.words.dates import weekday_day
    from okr_tui.words.numbers import current, from_to

    content = where.workspace.cycles[place.cycle]
    now = standing(where.workspace, content, place.team, objective, key_result, where.today)
    way = from_to(key_result, len(milestones_done(key_result, now.entries, where.today)))
    if key_result.kind == "milestones":
        return way
    figures = values(now.entries)
    if not figures:
        return _("{way}, no figure yet").format(way=way)
    day, value = figures[-1]
    last = current(key_result, value)
    return _("{way}, last figure {last} ({day})").format(way=way, last=last, day=weekday_day(day, where.today))


def _answer(question: str) -> str:
    return str(click.prompt(question, default="", show_default=False)).strip()
