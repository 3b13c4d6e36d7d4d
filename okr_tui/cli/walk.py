"""`okr checkin` without an argument: what is due, one line each, in the terminal as it is."""

import re
import secrets
import sys

import click

from okr_tui.actions.act import Author
from okr_tui.actions.check_in import Subject, Words, as_told, check_in, figure
from okr_tui.cli.checked_in import line
from okr_tui.cli.context import Here
from okr_tui.cli.output import cut
from okr_tui.cli.suspected import told_odd
from okr_tui.cli.told import carry_out
from okr_tui.domain.due import waiting
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.progress import values
from okr_tui.domain.standing import Standing, standing
from okr_tui.domain.suspicion import goes_below, scale_of
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import figure as shown
from okr_tui.words.quoting import with_colon

STOP = frozenset({"q", "quit", ":q"})
SKIP, FETCHED = "-", "."
"""What skips, and what stands for the figure that the person's own command told."""

_FETCHED = re.compile(r"^\.(?=[/\s]|$)")
_CONFIDENCE = re.compile(r"/(\d{1,2})(?=\s|$)")


def walk(where: Here) -> None:
    """Asks for one line per key result that is due: value/confidence and a note; enter skips, q stops.

    Raises:
        WrongUsage: there is no terminal to ask on.
    """
    if not sys.stdin.isatty():
        raise WrongUsage(_("Say what to check in (okr checkin KR VALUE), or run this in a terminal."))
    items = due_items(where)
    if not items:
        click.echo(_("Nothing is due. The next check-in finds you here."))
        return
    n = len(items)
    click.echo(ngettext("{n} check-in due.", "{n} check-ins due.", n).format(n=n))
    known = _fetched(where, items)
    click.echo(_how() + (" " + _("“.” takes the figure that your command told.") if known else "") + "\n")
    saved = 0
    for item in items:
        answer = _asked(where, item, known.get(item.key_result.id, ""))
        if answer is None:
            break
        saved += answer
    click.echo(ngettext("{n} check-in saved.", "{n} check-ins saved.", saved).format(n=saved))


def due_items(where: Here) -> list[Standing]:
    """The key results on which this person owes a check-in, overdue first."""
    workspace, today = where.workspace, where.today
    found = []
    for each in waiting(workspace, where.somebody, today):
        place = workspace.find(each.id, today) if each.kind == "check-in" else None
        if place is not None and place.objective is not None and place.key_result is not None:
            content = workspace.cycles[place.cycle]
            found.append(standing(workspace, content, place.team, place.objective, place.key_result, today))
    return found


def subject_of(item: Standing, team_name: str) -> Subject:
    """What a check-in needs to know of a key result."""
    result = item.key_result
    return Subject(
        id=result.id, title=result.title, kind=result.kind, unit=result.unit, cycle=item.cycle, team=item.team,
        team_name=team_name, value=item.value, confidence=item.confidence,
        steps=tuple((step.id, step.title) for step in result.milestone if step.done is None),
        scale=scale_of(item), below_zero=goes_below(scale_of(item), (figure for _day, figure in values(item.entries))),
    )  # fmt: skip


def _how() -> str:
    return _("Type value/confidence and a note, such as 41/7 the answers help; enter skips, q stops.")


def _fetched(where: Here, items: list[Standing]) -> dict[str, str]:
    """Figures from the commands that the person's own config names, to be read as told; what failed is said."""
    from okr_tui.actions.own_figures import commands_for, own_figures

    ids = [item.key_result.id for item in items]
    if not commands_for(ids):
        return {}
    click.echo(_("Asking your own commands for figures …"))
    told, known = own_figures(ids), {}
    for item in items:
        each = told.get(item.key_result.id)
        trouble = each.trouble if each is not None else ""
        if each is not None and each.text is not None:
            try:
                known[item.key_result.id] = as_told(subject_of(item, where.workspace.name_of(item.team)), each.text)
            except WrongUsage as refused:
                trouble = with_colon(item.key_result.title, str(refused))
        if trouble:
            click.echo(f"okr: {one_line(trouble)}", err=True)
    return known


def _asked(where: Here, item: Standing, known: str) -> int | None:
    """Asks until the line makes sense: 1 saved, 0 skipped, None stopped.

    Args:
        where: the workspace, and who is asked.
        item: what it is about.
        known: the figure that the person's own command told; empty without one.
    """
    subject = subject_of(item, where.workspace.name_of(item.team))
    question, doubted = _question(where, item, subject, known), ""
    while True:
        try:
            text = str(click.prompt(question, default="", show_default=False, prompt_suffix="\n  › ")).strip()
        except click.Abort as error:
            if isinstance(error.__context__, EOFError):  # ctrl-d ends the walk; ctrl-c breaks it off
                click.echo()
                return None
            raise
        if text.casefold() in STOP:
            return None
        if not text or text == SKIP:
            return 0
        try:
            words = _words(subject, _FETCHED.sub(lambda _point: known, text) if known else text)
            if text != doubted and (sentences := told_odd(subject, words)):
                doubted = text
                click.echo("\n".join(f"  {each}" for each in sentences))
                click.echo("  " + _("The same line once more saves it all the same."))
                continue
            click.echo(f"  {_saved(where, subject, words)}")
            if words.value is not None and (counts := _counts_for(where, item)):
                click.echo(f"  {counts}")
        except OkrError as error:
            from okr_tui.words.failures import sentence

            click.echo(f"  {sentence(error)}")
        else:
            return 1


def _counts_for(where: Here, item: Standing) -> str:
    from okr_tui.words.counting_for import counts_for

    return counts_for(item, where.workspace.settings.cadence, where.today)


def _saved(where: Here, subject: Subject, words: Words) -> str:
    author = Author(where.somebody, where.now, secrets.choice)
    carry_out(where, lambda: check_in(where.root, author, subject, words))
    return line(subject, words)


def _question(where: Here, item: Standing, subject: Subject, known: str) -> str:
    parts = [click.style(one_line(subject.title), bold=True), one_line(shown(item.value, subject.unit))]
    if item.seen is not None:
        days = (where.today - item.seen).days
        parts.append(ngettext("{n} day ago", "{n} days ago", days).format(n=days) if days > 0 else _("today"))
    if item.confidence is not None:
        parts.append(_("confidence {n}").format(n=item.confidence))
    if known:
        parts.append(_("{sign} {figure} (your command)").format(sign=FETCHED, figure=one_line(known.removeprefix("="))))
    question = "  ".join(parts)
    for identity, title in subject.steps if subject.kind == "milestones" else ():
        question += f"\n    {identity}  {one_line(title)}"
    return question + "".join(_remembered(where, item))


def _remembered(where: Here, item: Standing) -> list[str]:
    """The person's own commits since then that name it, the newest three."""
    from okr_tui.actions.remembering import memory_of
    from okr_tui.words.dates import weekday_day

    found = memory_of(where.root, where.workspace, item, where.somebody)[:3]
    return [click.style(f"\n    {weekday_day(each.on)}  {cut(each.words, 60)}", dim=True) for each in found]


def _words(subject: Subject, text: str) -> Words:
    """`41/7 a note`: value/confidence, then a note; the value may hold spaces (`1 234,5`, `3 h 20`).

    Without a confidence, as many words as make a figure are the value, three at most.
    """
    for found in _CONFIDENCE.finditer(text):
        value, confidence, note = text[: found.start()], int(found[1]), text[found.end() :].strip()
        if confidence <= 10 and (not value.strip() or _is_figure(subject, value)):
            return Words(value=value.strip() or None, confidence=confidence, note=note or None)
    words = text.split(" ")
    for count in (3, 2):
        value = " ".join(words[:count])
        if len(words) >= count and _is_figure(subject, value):
            return Words(value=value, note=" ".join(words[count:]).strip() or None)
    return Words(value=words[0], note=" ".join(words[1:]).strip() or None)


def _is_figure(subject: Subject, text: str) -> bool:
    try:
        figure(subject, text)
    except OkrError:
        return False
    return True
