"""`okr status --history`: how a team, or everybody, did over the cycles; and what a year gathers."""

from typing import TYPE_CHECKING, Any

import click

from okr_tui.cli.context import Here
from okr_tui.cli.output import bold, cells, cut, dim, left, print_json, right
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.across import Past
    from okr_tui.domain.workspace import CycleContent

_WIDEST = 28


def history(where: Here, team: str | None, *, as_json: bool) -> None:
    """Prints a line per cycle: score, rhythm, maturity, how many objectives, what landed, how sure people were."""
    from okr_tui.domain.across import across, unread
    from okr_tui.domain.resolve import resolve_team

    chosen = None if team is None else resolve_team(where.workspace, team)
    closed = unread(where.workspace, where.today)
    workspace = where.reader.look_at(*closed) if closed else where.workspace
    found = across(workspace, chosen, where.today)
    if as_json:
        print_json([as_object(each) for each in found])
        return
    if not found:
        click.echo(_("Nothing was pursued yet."))
    for line in lines(found):
        click.echo(line)


def gathered(where: Here, content: "CycleContent") -> "tuple[Past, ...]":
    """The cycles that a year gathers, each with how everybody did in it."""
    from okr_tui.domain.across import past
    from okr_tui.domain.closing import inside_of

    inside = [each.cycle.id for each in inside_of(where.workspace, content.cycle)]
    unread = [each for each in inside if not where.workspace.cycles[each].complete]
    workspace = where.reader.look_at(*unread) if unread else where.workspace
    return tuple(past(workspace, workspace.cycles[each], None, where.today) for each in inside)


def as_object(each: "Past") -> dict[str, Any]:
    """One cycle as scripts may rely on it."""
    return {
        "cycle": each.cycle.id, "name": each.cycle.name, "end": each.cycle.end, "phase": each.cycle.phase,
        "team": each.team, "score": each.score, "rhythm": each.rhythm, "maturity": each.maturity,
        "objectives": each.objectives, "key_results": each.key_results, "landed": each.landed,
        "confidence_at_the_start": each.sure,
    }  # fmt: skip


def lines(found: "tuple[Past, ...]") -> list[str]:
    """A table with a line per cycle."""
    from okr_tui.words.numbers import percent
    from okr_tui.words.scores import score

    if not found:
        return []
    heads = (_("score"), _("rhythm"), _("maturity"), _("objectives"), _("landed"), _("sure at first"))
    rows = [
        (score(each.score), percent(each.rhythm), _points(each.maturity), str(each.objectives),
         percent(each.landed), _points(each.sure))
        for each in found
    ]  # fmt: skip
    widths = [max(cells(head), *(cells(row[at]) for row in rows)) for at, head in enumerate(heads)]
    names = [cut(each.cycle.name, _WIDEST) for each in found]
    widest = max(map(cells, names))
    head = dim(left("", widest) + "".join("  " + right(each, width) for each, width in zip(heads, widths, strict=True)))
    body = [
        bold(left(name, widest)) + "".join("  " + right(cell, width) for cell, width in zip(row, widths, strict=True))
        for name, row in zip(names, rows, strict=True)
    ]
    return [head, *body]


def _points(value: float | None) -> str:
    from okr_tui.words.maturity import points
    from okr_tui.words.numbers import NOTHING

    return NOTHING if value is None else points(value)
