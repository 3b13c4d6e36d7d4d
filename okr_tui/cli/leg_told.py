"""How `okr cycle leg` tells of the W: where it is, who has not proposed, what changed between two legs."""

from itertools import groupby
from typing import Any

import click

from okr_tui.cli.context import Here
from okr_tui.cli.output import bold, columns, cut, dim, print_json
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.legs import LEGS, NOW, Difference, difference, not_proposed
from okr_tui.domain.workspace import CycleContent
from okr_tui.store.legs import closed_legs, snapshot
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.legs import SIGNS, changed, purpose
from okr_tui.words.legs import leg as leg_word


def legs_now(where: Here, content: CycleContent, *, as_json: bool) -> None:
    """Prints in which leg a cycle is, which are closed, and who has not proposed anything yet."""
    closed = closed_legs(where.root, content.cycle)
    waiting = not_proposed(where.workspace, content)
    if as_json:
        print_json({
            "id": content.cycle.id, "leg": content.cycle.leg, "closed": list(closed),
            "not_proposed": [{"team": each.team, "drafts": each.drafts} for each in waiting],
        })  # fmt: skip
        return
    click.echo(bold(cut(content.cycle.name, 60)))
    for each in LEGS:
        now = each == content.cycle.leg
        sign = "▸" if now else "✓" if each in closed else " "
        line = f"{sign} {leg_word(each):10}  {purpose(each)}"
        click.echo(bold(line) if now else dim(line))
    if content.cycle.leg is None and not closed:
        click.echo(_("No W here; “okr cycle leg frame” begins one. Without it: draft, propose, agree."))
    for team in waiting:
        n = team.drafts
        drafts = ngettext("{n} draft", "{n} drafts", n).format(n=n) if n else _("nothing drafted")
        name = one_line(where.workspace.name_of(team.team))
        click.echo(_("{team} has not proposed: {drafts}").format(team=name, drafts=drafts))


def differences(where: Here, content: CycleContent, legs: tuple[str, ...], *, as_json: bool) -> None:
    """Prints what changed between two legs, from one until now, or from the last that closed until now.

    Raises:
        WrongUsage: a leg was not closed, so nothing was kept of it.
    """
    closed = closed_legs(where.root, content.cycle)
    first, last = _pair(legs, closed)
    found = difference(*(_plans(where, content, each) for each in (first, last)))
    if as_json:
        print_json(
            {"id": content.cycle.id, "from": first, "to": last, "differences": [as_object(each) for each in found]}
        )
        return
    click.echo(bold(f"{cut(content.cycle.name, 60)}  {leg_word(first)} → {leg_word(last)}"))
    if not found:
        click.echo(_("Nothing changed."))
    for team, mine in groupby(found, key=lambda each: each.team):
        click.echo(bold(one_line(where.workspace.name_of(team))))
        around: str | None = None
        for (what, _identity), same in groupby(mine, key=lambda each: (each.what, each.id)):
            told = list(same)
            if what == "key-result" and told[0].objective != around:
                click.echo(dim(f"  ◇ {cut(told[0].objective or '', columns() - 4)}"))
            around = told[0].title if what == "objective" else told[0].objective
            _tell(where, told)


def as_object(each: Difference) -> dict[str, Any]:
    """A difference as scripts may rely on it."""
    return {
        "change": each.change, "what": each.what, "team": each.team, "id": each.id, "title": each.title,
        "objective": each.objective, "key": each.key, "from": each.before, "to": each.after, "why": each.why,
    }  # fmt: skip


def _tell(where: Here, same: list[Difference]) -> None:
    """One objective or key result with everything that became of it."""
    first = same[0]
    sign = SIGNS[first.change]
    glyph = "◆ " if first.what == "objective" else "  "
    told = [changed(each, where.workspace.name_of) for each in same]
    line = f"{sign} {glyph}{cut(first.title, columns() - 6)}"
    room = columns() - len(line) - 2
    if len(told) == 1 and len(told[0]) <= room:
        click.echo(f"{line}  {dim(told[0])}")
        return
    click.echo(line)
    for each in told:
        click.echo(dim(f"      {cut(each, columns() - 6)}"))


def _pair(legs: tuple[str, ...], closed: tuple[str, ...]) -> tuple[str, str]:
    if not closed:
        raise WrongUsage(_("No leg of the W is closed yet, so there is nothing to compare with."))
    if len(legs) > 2:
        raise WrongUsage(_("Two legs at most can be compared."))
    first = legs[0] if legs else closed[-1]
    last = legs[1] if len(legs) > 1 else NOW
    for each in (first, last):
        if each not in {*closed, NOW}:
            message = _("The leg “{leg}” is not closed; kept are: {closed}.")
            raise WrongUsage(message.format(leg=each, closed=", ".join(closed)))
    return first, last


def _plans(where: Here, content: CycleContent, leg: str) -> Any:
    if leg == NOW:
        return content.plans
    found = snapshot(where.root, content.cycle.id, leg)
    for problem in found.problems:
        click.echo(f"okr: {problem.file}:{problem.line}: {one_line(problem.message)}", err=True)
    return found.plans
