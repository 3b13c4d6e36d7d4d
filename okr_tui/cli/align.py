"""`okr align`: the tree with its links, how healthy it is, and what doesn't fit together, each with why and what to do."""

from typing import TYPE_CHECKING, Any

import click

from okr_tui.cli.context import Here, here
from okr_tui.cli.output import (
    bold,
    cells,
    columns,
    cut,
    cycle_option,
    dim,
    json_flag,
    left,
    print_json,
    status_style,
    team_option,
    warm,
    wrapped,
)  # fmt: skip
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.quoting import with_colon

if TYPE_CHECKING:
    from okr_tui.domain.alerts.alert import Alert
    from okr_tui.domain.alignment import Alignment
    from okr_tui.domain.tree import Node
    from okr_tui.domain.workspace import CycleContent

_TONES = {"good": "on-track", "waits": "at-risk", "wrong": "off-track"}
_SIGNS = {"error": "!!", "warn": "! ", "hint": "· "}


@click.command(
    help=_("The tree: who supports what. Its health, and what does not fit together, with what to do about it.")
)
@team_option
@click.option("--strict", is_flag=True, help=_("Exit 1 when there is an alert."))
@cycle_option
@json_flag
@click.pass_context
def align(ctx: click.Context, team: str | None, cycle: str | None, *, strict: bool, as_json: bool) -> None:
    """Prints how well the plans of a cycle fit together."""
    where = here()
    content = where.cycle(cycle)
    from okr_tui.domain.alignment import alignment

    chosen = _team(where, team)
    found = alignment(where.workspace, content, where.today)
    alerts = found.of_team(chosen)
    if as_json:
        print_json(_as_object(where, content, found, chosen))
    else:
        for line in _lines(where, content, found, chosen):
            click.echo(line)
    ctx.exit(1 if strict and alerts else 0)


def _team(where: Here, named: str | None) -> str | None:
    from okr_tui.domain.resolve import resolve_team

    return resolve_team(where.workspace, named) if named is not None else None


def _as_object(where: Here, content: "CycleContent", found: "Alignment", team: str | None) -> dict[str, Any]:
    """Everything as scripts may rely on it; `why`, `todo` and `dismissed` stand beside."""
    from okr_tui.domain.alignment import Declared
    from okr_tui.words.alerts import alert_said

    def told(alert: "Alert") -> dict[str, Any]:
        said = alert_said(where.workspace, content, alert)
        return {
            "code": alert.code, "severity": alert.severity, "about": list(alert.about), "message": said.sentence,
            "why": said.why, "todo": [each.words for each in said.remedies], "teams": list(alert.teams),
            "objectives": list(alert.objectives),
        }  # fmt: skip

    def concerns(link: Declared) -> bool:
        if team is None:
            return True
        places = [content.located.get(each) for each in (link.source, link.target)]
        return team in {link.source, link.target, *(place.team for place in places if place is not None)}

    health = found.health_of(team)
    return {
        "health": health.share,
        "links": [
            {"from": each.source, "to": each.target, "kind": each.kind, "state": each.state}
            for each in found.links()
            if concerns(each)
        ],
        "alerts": [told(each) for each in found.of_team(team)],
        "objectives": len(health.objectives),
        "dismissed": [
            {**told(let.alert), "by": let.dismissed.by, "reason": let.dismissed.why}
            for let in found.dismissed
            if team is None or team in let.alert.teams
        ],
    }  # fmt: skip


def _lines(where: Here, content: "CycleContent", found: "Alignment", team: str | None) -> list[str]:
    """What blocks everybody first, then the tree, the health, the alerts."""
    from okr_tui.domain.tree import tree
    from okr_tui.words.alerts import alert_said, health_said

    width, lines = columns(), []
    blocking = [each for each in found.alerts if each.severity == "error"]
    for alert in blocking:
        said = alert_said(where.workspace, content, alert)
        lines += [warm(line) for line in wrapped(f"{said.title}. {said.sentence} {said.why}", width)]
        lines += [*wrapped(_first_command(alert), width), ""]
    if vision := where.workspace.settings.vision:
        lines += [*(dim(line) for line in wrapped(with_colon(_("the vision"), one_line(vision)), width)), ""]
    rows = _Tree(where, content, team, width)
    for top in tree(where.workspace, content, where.today).tops:
        rows.add(top, "", "")
    lines += rows.lines or [dim(_("No team has drafted an objective yet; “okr add objective TITLE” begins."))]
    lines += ["", bold(health_said(found.health_of(team)))]
    alerts = [each for each in found.of_team(team) if each not in blocking]
    for alert in alerts:
        lines += _alert_lines(where, content, alert, width)
    if alerts:
        lines += ["", dim(_("Let one stand, with the reason: okr dismiss ID CODE --why TEXT"))]
    return [*lines, *_dismissed_lines(where, found, team, width)]


def _first_command(alert: "Alert") -> str:
    words = _("Begin with: okr add objective “…” --team {team} (in the app: 1, then a).")
    return words.format(team=one_line(alert.team))


def _alert_lines(where: Here, content: "CycleContent", alert: "Alert", width: int) -> list[str]:
    """One alert: what, why, what to do, and the id and code by which it can be named."""
    from okr_tui.words.alerts import alert_said

    said = alert_said(where.workspace, content, alert)
    sign = _SIGNS[alert.severity]
    head, *more = wrapped(with_colon(said.title, said.sentence), width - 3)
    paint = warm if alert.severity == "error" else str
    lines = ["", paint(f"{sign} {head}"), *(f"   {line}" for line in more)]
    todo = _("To do: {what}.").format(what=_(" · ").join(each.words for each in said.remedies))
    lines += [dim(f"   {line}") for line in wrapped(f"{said.why} {todo}", width - 3)]
    return [*lines, dim("   " + cut(f"{alert.about[0]} {alert.code}", width - 3))]


def _dismissed_lines(where: Here, found: "Alignment", team: str | None, width: int) -> list[str]:
    from okr_tui.words.alerts import alert_title, let_said

    let = [each for each in found.dismissed if team is None or team in each.alert.teams]
    if not let:
        return []
    title = ngettext("{n} alert dismissed", "{n} alerts dismissed", len(let)).format(n=len(let))
    lines = ["", dim(title)]
    for each in let:
        words = with_colon(alert_title(each.alert.code), let_said(where.workspace, each))
        lines += [dim(f"   {line}") for line in wrapped(words, width - 3)]
    return lines


class _Tree:
    """The tree as lines: a team and its objective at the left, the state of the link at the right."""

    def __init__(self, where: Here, content: "CycleContent", team: str | None, width: int) -> None:
        self.lines: list[str] = []
        self._where, self._content, self._team, self._width = where, content, team, width

    def add(self, node: "Node", lead: str, below: str) -> None:
        """A row and those below it; only the branches in which the team has something."""
        if self._team is not None and not self._concerns(node):
            return
        from okr_tui.words.links import link_words

        said = link_words(node, self._where.workspace.stage_of(node.place.team))
        words = cut(said.words, 30)
        room = max(12, self._width - cells(lead) - cells(words) - 1)
        text = self._text(node)
        shown = left(text, room)
        tone = _TONES.get(said.tone)
        self.lines.append(
            f"{dim(lead)}{bold(shown) if not lead else shown} {status_style(words, tone) if tone else dim(words)}"
        )
        children = [each for each in node.children if self._team is None or self._concerns(each)]
        for child in children:
            last = child is children[-1]
            self.add(child, below + ("└─ " if last else "├─ "), below + ("   " if last else "│  "))

    def _text(self, node: "Node") -> str:
        from okr_tui.words.links import request_words

        workspace = self._where.workspace
        if node.asked is not None:
            name = one_line(workspace.name_of(node.asked.of))
            words = request_words(node.asked, name)
            return f"{name}  {words}" if node.asked.request.kind == "invite" else words
        title = one_line(node.place.title)
        if node.kind == "key-result" and not node.again:
            return f"· {title}"
        return f"{one_line(workspace.name_of(node.place.team))}  {title}"

    def _concerns(self, node: "Node") -> bool:
        if node.place.team == self._team or (node.asked is not None and node.asked.of == self._team):
            return True
        return any(self._concerns(each) for each in node.children)
