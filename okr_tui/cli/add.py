"""`okr add`: drafting without the app."""

import secrets
from datetime import date
from typing import Any

import click

from okr_tui.actions.act import Act, Author
from okr_tui.actions.aligning import ask
from okr_tui.actions.drafting import add_inside, add_objective
from okr_tui.actions.setup import add_kpi, add_pain
from okr_tui.actions.values import figures, number, points
from okr_tui.actions.ways import way_typed
from okr_tui.cli.add_make import MAKE
from okr_tui.cli.add_setup import SETUP
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.meant import cycle_to_make
from okr_tui.cli.places import team_meant
from okr_tui.cli.polling import poll
from okr_tui.cli.retro import RETRO_ADD
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import new_id
from okr_tui.domain.resolve import resolve, resolve_owner
from okr_tui.domain.workspace import Located
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.typed import typed_day

KINDS = ("metric", "keep", "yes-no", "milestones")


@click.group(help=_("Draft something: an objective, a key result, an initiative, and more."))
def add() -> None:
    """The group of everything that can be added."""


@add.command(help=_("Add an objective to a team's plan, as a draft."))
@click.argument("title")
@click.option("--team", shell_complete=complete_ids("team"), help=_("The team; needed unless there is only one."))
@click.option("--cycle", shell_complete=complete_ids("cycle"), help=_("The cycle, else the one now."))
@click.option(
    "--supports",
    multiple=True,
    metavar="ID",
    shell_complete=complete_ids("objective"),
    help=_("What it contributes to, or vision."),
)
@click.option("--why", help=_("So that …"))
@click.option("--owner", shell_complete=complete_ids("person"))
@click.option("--change", type=click.Choice(["change", "innovate", "build", "correct"]))
@click.option("--ambition", type=click.Choice(["committed", "aspirational"]))
@json_option
def objective(
    title: str, team: str | None, cycle: str | None, supports: tuple[str, ...], why: str | None, owner: str | None,
    change: str | None, ambition: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Adds an objective."""
    where = here()
    content, team_id = where.cycle(cycle), team_meant(where, team)
    if content.cycle.closed:
        raise WrongUsage(
            _("{cycle} is closed; name one that is open (--cycle).").format(cycle=one_line(content.cycle.name))
        )
    into = content.cycle.id
    supported = [
        each if each == "vision" else _id(_resolved(where, each, {"objective", "key-result"})) for each in supports
    ]
    keys = {"why": why, "owner": _owner(where, owner), "change": change, "ambition": ambition, "supports": supported}
    _do(where, lambda author: add_objective(where.root, author, into, team_id, title, **keys), as_json=as_json)


@add.command(help=_('Add a key result to an objective: --range "22 -> 40 %", or --from 22 --target 40 --unit %.'))
@click.argument("title")
@click.option("--to", "to", required=True, metavar="OBJECTIVE", shell_complete=complete_ids("objective"))
@click.option("--range", "span", help=_("Baseline, target and unit in one: 22 -> 40 %."))
@click.option("--from", "baseline", metavar="N")
@click.option("--target", metavar="N")
@click.option("--commit", metavar="N")
@click.option("--stretch", metavar="N")
@click.option("--low", metavar="N", help=_("Lower edge of the band of a keep."))
@click.option("--high", metavar="N", help=_("Upper edge of the band of a keep."))
@click.option("--unit", metavar="U")
@click.option("--kind", type=click.Choice(KINDS))
@click.option("--owner", shell_complete=complete_ids("person"))
@click.option("--weight", metavar="N")
@click.option("--start", metavar="DAY", help=_("When it will first be seen to move."))
@click.option("--phased", metavar="POINTS", help=_("Where it should be on the way: 2026-10-31 30; 2026-11-30 35."))
@click.option("--milestone", "steps", multiple=True, metavar="TITLE", help=_("A step; the kind is milestones then."))
@json_option
def kr(
    title: str, to: str, span: str | None, baseline: str | None, target: str | None, commit: str | None,
    stretch: str | None, low: str | None, high: str | None, unit: str | None, kind: str | None, owner: str | None,
    weight: str | None, start: str | None, phased: str | None, steps: tuple[str, ...], as_json: bool,
) -> None:  # fmt: skip
    """Adds a key result."""
    where = here()
    keys: dict[str, Any] = {"owner": _owner(where, owner), "kind": "milestones" if steps else kind, "unit": unit}
    keys |= {"start": _day(start), "weight": None if weight is None else number(weight)}
    spanned = _spanned(span, unit)
    counted = {"baseline": baseline, "target": target, "commit": commit, "stretch": stretch, "low": low, "high": high}
    keys |= (
        figures({key: text for key, text in counted.items() if text is not None}, spanned.get("unit", unit)) | spanned
    )
    keys["phased"] = points(phased, keys["unit"]) if phased else None
    if keys.get("baseline") is not None and keys.get("baseline") == keys.get("target"):
        raise WrongUsage(_("Baseline and target are the same; nothing would have to move."))
    place = _resolved(where, to, {"objective"})

    def act(author: Author) -> Act:
        keys["milestone"] = [{"id": new_id(step, author.choose), "title": step.strip()} for step in steps]
        return add_inside(where.root, author, place, "key-result", title, **keys)

    _do(where, act, as_json=as_json)


def _spanned(span: str | None, unit: str | None) -> dict[str, Any]:
    """Baseline, target and unit of a range; nothing where none was typed."""
    if span is None:
        return {}
    found = way_typed(span)
    if found.baseline is None or found.target is None:
        raise WrongUsage(
            _("“{text}” is no range; write two different figures, such as 22 -> 40 %.").format(text=span[:40])
        )
    return {"baseline": found.baseline, "target": found.target, "unit": unit or found.unit}


@add.command(help=_("Add an initiative to a key result: what the team does to move it."))
@click.argument("title")
@click.option("--to", "to", required=True, metavar="KR", shell_complete=complete_ids("key-result"))
@click.option("--owner", shell_complete=complete_ids("person"))
@click.option("--due", metavar="DAY")
@click.option("--good-first", is_flag=True, help=_("A newcomer could take it."))
@json_option
def initiative(title: str, to: str, owner: str | None, due: str | None, good_first: bool, as_json: bool) -> None:
    """Adds an initiative."""
    where = here()
    keys = {"owner": _owner(where, owner), "due": _day(due), "good_first": good_first or None}
    place = _resolved(where, to, {"key-result"})
    _do(where, lambda author: add_inside(where.root, author, place, "initiative", title, **keys), as_json=as_json)


@add.command(help=_("Add a milestone to a key result that is measured by steps."))
@click.argument("title")
@click.option("--to", "to", required=True, metavar="KR", shell_complete=complete_ids("key-result"))
@click.option("--weight", metavar="N")
@json_option
def milestone(title: str, to: str, weight: str | None, as_json: bool) -> None:
    """Adds a milestone."""
    where = here()
    keys = {"weight": None if weight is None else number(weight)}
    place = _resolved(where, to, {"key-result"})
    _do(where, lambda author: add_inside(where.root, author, place, "milestone", title, **keys), as_json=as_json)


@add.command(help=_("Add a task to an initiative."))
@click.argument("title")
@click.option("--to", "to", required=True, metavar="INITIATIVE", shell_complete=complete_ids("initiative"))
@json_option
def task(title: str, to: str, as_json: bool) -> None:
    """Adds a task."""
    where = here()
    place = _resolved(where, to, {"initiative"})
    _do(where, lambda author: add_inside(where.root, author, place, "task", title), as_json=as_json)


@add.command(help=_("Add a KPI to a team: business as usual, with the band it should stay in."))
@click.argument("title")
@click.option("--team", shell_complete=complete_ids("team"))
@click.option("--unit", metavar="U")
@click.option("--low", metavar="N")
@click.option("--high", metavar="N")
@click.option("--source", help=_("Where the figure comes from."))
@json_option
def kpi(
    title: str, team: str | None, unit: str | None, low: str | None, high: str | None, source: str | None, as_json: bool
) -> None:
    """Adds a KPI."""
    where = here()
    team_id = team_meant(where, team)
    edges = figures({key: text for key, text in {"low": low, "high": high}.items() if text is not None}, unit)
    _do(where, lambda author: add_kpi(where.root, author, team_id, title, source=source, **edges), as_json=as_json)


@add.command(help=_("Say what hurts, for the cycle that is being made."))
@click.argument("text")
@click.option("--team", shell_complete=complete_ids("team"))
@json_option
def pain(text: str, team: str | None, as_json: bool) -> None:
    """Adds a pain point."""
    where = here()
    team_id, cycle = team_meant(where, team), cycle_to_make(where).cycle.id
    _do(where, lambda author: add_pain(where.root, author, cycle, team_id, text), as_json=as_json)


@add.command(help=_("Ask another team for something, or invite it to contribute."))
@click.argument("need", required=False, default="")
@click.option(
    "--from",
    "from_",
    required=True,
    metavar="ID",
    shell_complete=complete_ids("objective", "key-result", "team"),
    help=_("Who asks: an objective, a key result or a team."),
)
@click.option(
    "--to", "to", required=True, metavar="ID", shell_complete=complete_ids("objective", "key-result", "team"),
    help=_("Who is asked: an objective, a key result or a team."),
)  # fmt: skip
@click.option("--kind", type=click.Choice(["contribute", "depend", "invite"]), default="depend", show_default=True)
@click.option("--by", "by", metavar="DAY")
@json_option
def request(need: str, from_: str, to: str, kind: str, by: str | None, as_json: bool) -> None:
    """Adds a request."""
    where = here()
    asking, asked = _end(where, from_), _end(where, to)
    content = where.cycle(None) if isinstance(asking, str) else where.content_of(asking)
    day = _day(by)
    _do(where, lambda author: ask(where.root, author, content, kind, asking, asked, need, day), as_json=as_json)


for each in SETUP:
    add.add_command(each)


add.add_command(poll)
for each in (*MAKE, *RETRO_ADD):
    add.add_command(each)


def _do(where: Here, act: Any, *, as_json: bool) -> None:
    author = Author(where.somebody, where.now, secrets.choice)
    tell([carry_out(where, lambda: act(author))], as_json=as_json)


def _resolved(where: Here, text: str, kinds: set[str]) -> Located:
    return resolve(where.workspace, where.today, text, kinds)


def _id(place: Located) -> str:
    return str(place.table.id)  # type: ignore[attr-defined]


def _owner(where: Here, text: str | None) -> str | None:
    return None if text is None else resolve_owner(where.workspace, text)


def _day(text: str | None) -> date | None:
    return None if text is None else typed_day(text)


def _end(where: Here, text: str) -> Located | str:
    """An end of a request: the id of a team, or an objective or key result."""
    return text if text in where.workspace.team_by_id else _resolved(where, text, {"objective", "key-result"})
