"""Adding to a plan: objectives, key results, initiatives, milestones, tasks, requests, what is not done now."""

from pathlib import Path
from typing import Any

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.nested import new_plan, slot_of, without_none
from okr_tui.actions.validity import still_valid
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import new_id
from okr_tui.domain.workspace import Located
from okr_tui.store.layout import plan_path
from okr_tui.store.tables import Held, held
from okr_tui.words.kinds import kind_said
from okr_tui.words.language import _

INSIDE = {"key-result": "objective", "initiative": "key-result", "milestone": "key-result", "task": "initiative"}
"""Kind of table → the kind it stands in."""


def add_objective(root: Path, author: Author, cycle: str, team: str, title: str, **keys: Any) -> Act:
    """Adds an objective to a team's plan, as a draft unless told otherwise.

    Args:
        root: the workspace folder.
        author: who adds it.
        cycle: id of the cycle; team: id of the team.
        team: id of the team.
        title: what is to change.
        keys: further keys of the table (why, owner, change, ambition, supports …); None is left out.

    Raises:
        WrongUsage: the title is empty.
    """
    table = {"id": new_id(_titled(title), author.choose), "title": title.strip(), "status": "draft", **keys}
    return _append(root, cycle, team, "objective", table, _("add objective “{title}”").format(title=title.strip()))


def add_request(root: Path, author: Author, cycle: str, team: str, need: str, **keys: Any) -> Act:
    """Adds a request to the plan of the team that asks.

    Args:
        root: the workspace folder.
        author: who asks.
        cycle: id of the cycle.
        team: id of the team in whose plan it stands.
        need: what is needed.
        keys: `kind`, `from`, `to`, and perhaps `by`.
    """
    table = {"id": new_id(_titled(need), author.choose), "at": author.now, "need": need.strip(), **keys}
    return _append(root, cycle, team, "request", table, _("ask for “{need}”").format(need=need.strip()))


def add_inside(root: Path, author: Author, place: Located, what: str, title: str, **keys: Any) -> Act:
    """Adds a key result, initiative, milestone or task inside the table it belongs to.

    Args:
        root: the workspace folder.
        author: who adds it.
        place: the objective, key result or initiative it goes into.
        what: key-result, initiative, milestone or task.
        title: what it is called.
        keys: further keys of the table; None is left out.

    Raises:
        WrongUsage: the title is empty, or it can't stand there.
        OkrError: the place is gone.
    """
    if place.kind != INSIDE[what]:
        message = _("A {kind} goes into a {wanted}, and “{title}” is a {found}.")
        raise WrongUsage(
            message.format(
                kind=kind_said(what),
                wanted=kind_said(INSIDE[what]),
                title=place.title[:60],
                found=kind_said(place.kind),
            )
        )
    plan = held(root, plan_path(place.cycle, place.team))
    parent = slot_of(plan, place.table.id).table  # type: ignore[attr-defined]
    table = without_none({"id": new_id(_titled(title), author.choose), "title": title.strip(), **keys})
    parent.setdefault(what.replace("-", "_"), []).append(table)
    name = _("add {kind} “{title}”").format(kind=kind_said(what), title=title.strip())
    still_valid(plan)
    return one_file(table["id"], name, plan, plan.tables)


def add_not_now(root: Path, author: Author, cycle: str, team: str, title: str, why: str | None = None) -> Act:
    """Notes what the team renounces for now, so that it is not forgotten."""
    table = {"id": new_id(_titled(title), author.choose), "title": title.strip(), "why": why}
    return _append(root, cycle, team, "not_now", table, _("not now: “{title}”").format(title=title.strip()))


def toggle_done(root: Path, author: Author, place: Located) -> Act:
    """Marks a task or milestone as done today, or takes that back."""
    plan = held(root, plan_path(place.cycle, place.team))
    table = slot_of(plan, place.table.id).table  # type: ignore[attr-defined]
    done = table.get("done")
    if done and done is not False:
        del table["done"]
        return one_file(table["id"], _("not done: “{title}”").format(title=place.title), plan, plan.tables)
    table["done"] = author.today
    return one_file(table["id"], _("done: “{title}”").format(title=place.title), plan, plan.tables)


def _append(root: Path, cycle: str, team: str, kind: str, table: dict[str, Any], name: str) -> Act:
    plan = held(root, plan_path(cycle, team))
    tables = plan.tables or new_plan(team)
    tables.setdefault(kind, []).append(without_none(table))
    still_valid(Held(plan.path, tables, plan.before))
    return one_file(table["id"], name, plan, tables)


def _titled(title: str) -> str:
    if not title.strip():
        raise WrongUsage(_("It needs a title."))
    return title
