"""Giving a draft another shape: another place in its list, a copy, an initiative, a KPI, a draft from the not-now list."""

from copy import deepcopy
from pathlib import Path
from typing import Any

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.nested import Slot, remove, slot_of
from okr_tui.actions.validity import still_valid
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import Choose, new_id
from okr_tui.domain.workspace import Located
from okr_tui.store.change import Change
from okr_tui.store.layout import TEAMS, plan_path
from okr_tui.store.tables import Held, held
from okr_tui.words.language import _

_ORDERED = frozenset({"objective", "key-result", "initiative", "milestone", "task", "not-now"})
_COPIED = frozenset({"objective", "key-result", "initiative"})
_STEPS = frozenset({"key_result", "milestone", "initiative", "task"})


def reorder(root: Path, place: Located, *, before: str | None = None, step: int = 0) -> Act:
    """Puts a table elsewhere among its neighbours.

    Args:
        root: the workspace folder.
        place: an objective, key result, initiative, milestone, task, or something not done now.
        before: id of the neighbour that it stands before from then on; None goes by `step`.
        step: 1 for one further down, -1 for one further up; what was dropped is passed over.

    Raises:
        WrongUsage: it has no order, `before` is no neighbour of it, or there is nothing further that way.
    """
    if place.kind not in _ORDERED:
        raise WrongUsage(_("A {kind} has no order among its neighbours.").format(kind=place.kind))
    plan, slot = _slot(root, place)
    target = _before(slot, before) if before is not None else _beyond(slot, step)
    table = slot.array.pop(slot.position)
    slot.array.insert(target - (target > slot.position), table)
    return one_file(table["id"], _("reorder “{title}”").format(title=place.title), plan, plan.tables)


def duplicate(root: Path, author: Author, place: Located) -> Act:
    """Copies a draft with everything in it, right below it; what was done, dropped or changed in it stays behind.

    Raises:
        WrongUsage: it is nothing that can be copied.
    """
    if place.kind not in _COPIED:
        raise WrongUsage(_("Objectives, key results and initiatives can be copied."))
    plan, slot = _slot(root, place)
    copy = _copied(slot.table, author.choose)
    copy["title"] = _("{title} (copy)").format(title=place.title)
    if place.kind == "objective":
        copy["status"] = "draft"
    slot.array.insert(slot.position + 1, copy)
    still_valid(plan)
    name = _("copy “{title}”").format(title=place.title)
    return one_file(copy["id"], name, plan, plan.tables)._replace(inherits=True)


def into_initiative(root: Path, place: Located, to: Located, *, title: str | None = None) -> Act:
    """A key result that is a task becomes an initiative of another key result, which it helps to move.

    Its own initiatives go along; its milestones become tasks.

    Args:
        root: the workspace folder.
        place: the key result.
        to: the one it helps.
        title: its words from then on, where they were changed meanwhile.

    Raises:
        WrongUsage: it is no draft, or `to` is no other key result.
    """
    if place.kind != "key-result" or to.kind != "key-result" or _id(place) == _id(to):
        raise WrongUsage(_("An initiative helps another key result: say which."))
    _still_draft(place)
    source, slot = _slot(root, place)
    same = (place.cycle, place.team) == (to.cycle, to.team)
    target = source if same else held(root, plan_path(to.cycle, to.team))
    table = slot.table
    remove(source, slot)
    into = slot_of(target, _id(to)).table.setdefault("initiative", [])
    into += [_as_initiative(table | ({"title": title} if title else {})), *table.get("initiative", [])]
    still_valid(target)
    arrived, left = target.changed(target.tables), source.changed(source.tables)
    name = _("make “{title}” an initiative").format(title=place.title)
    return Act(table["id"], Change(name, (arrived,) if same else (arrived, left)))


def into_kpi(root: Path, place: Located, *, title: str | None = None) -> Act:
    """A draft that only keeps what is good becomes a KPI of its team, with its unit and its band.

    Raises:
        WrongUsage: it is no draft, or something stands in it that a KPI can't hold.
    """
    if place.kind not in {"objective", "key-result"}:
        raise WrongUsage(_("A key result or an objective can become a KPI."))
    _still_draft(place)
    plan, slot = _slot(root, place)
    if any(slot.table.get(kind) for kind in _STEPS):
        raise WrongUsage(_("Something stands in it that a KPI can't hold: move that first."))
    remove(plan, slot)
    teams = held(root, TEAMS)
    kept: dict[str, Any] = {key: slot.table[key] for key in ("id", "title", "unit", "low", "high") if key in slot.table}
    kept["title"] = title or kept["title"]
    if slot.table.get("measure"):
        kept["source"] = slot.table["measure"]
    slot_of(teams, place.team).table.setdefault("kpi", []).append(kept)
    still_valid(teams)
    name = _("make “{title}” a KPI").format(title=place.title)
    return Act(slot.table["id"], Change(name, (teams.changed(teams.tables), plan.changed(plan.tables))))


def into_draft(root: Path, place: Located) -> Act:
    """What was renounced is drafted after all: an objective with its title and its reason.

    Raises:
        WrongUsage: it does not stand among what is not done now.
    """
    if place.kind != "not-now":
        raise WrongUsage(_("Only what is not done now can be drafted after all."))
    plan, slot = _slot(root, place)
    remove(plan, slot)
    table = {"id": slot.table["id"], "title": slot.table["title"], "status": "draft"}
    plan.tables.setdefault("objective", []).append(table)
    still_valid(plan)
    return one_file(table["id"], _("draft “{title}” after all").format(title=place.title), plan, plan.tables)


def _slot(root: Path, place: Located) -> tuple[Held, Slot]:
    plan = held(root, plan_path(place.cycle, place.team))
    return plan, slot_of(plan, _id(place))


def _before(slot: Slot, identity: str) -> int:
    found = next((index for index, each in enumerate(slot.array) if each.get("id") == identity), None)
    if found is None or found == slot.position:
        raise WrongUsage(_("“{id}” does not stand beside it.").format(id=identity[:80]))
    return found


def _beyond(slot: Slot, step: int) -> int:
    """The place before which it stands after a step: past the next neighbour that was not given up."""
    way = range(slot.position + 1, len(slot.array)) if step > 0 else range(slot.position - 1, -1, -1)
    gone = [index for index, each in enumerate(slot.array) if "dropped" in each or each.get("status") == "dropped"]
    found = next((index for index in way if index not in gone), None)
    if found is None:
        raise WrongUsage(_("It stands at the end already.") if step > 0 else _("It stands first already."))
    return found + 1 if step > 0 else found


def _copied(table: dict[str, Any], choose: Choose) -> dict[str, Any]:
    """A deep copy with ids of its own and without history."""
    copy = {key: deepcopy(value) for key, value in table.items() if key not in {"dropped", "changed", "done"}}
    if "id" in copy:
        copy["id"] = new_id(str(copy.get("title", "")), choose)
    if copy.get("status") not in {None, "draft", "planned"}:
        del copy["status"]
    for kind in _STEPS & copy.keys():
        copy[kind] = [_copied(each, choose) for each in copy[kind] if "dropped" not in each]
    return copy


def _as_initiative(table: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {key: table[key] for key in ("id", "title", "owner") if key in table}
    if table.get("end") is not None:
        made["due"] = table["end"]
    tasks = [{key: step[key] for key in ("id", "title", "done") if key in step} for step in table.get("milestone", [])]
    return {**made, "status": "planned", **({"task": tasks} if tasks else {})}


def _still_draft(place: Located) -> None:
    if place.objective is not None and place.objective.live:
        raise WrongUsage(_("It is agreed: drop it with a reason, and add the other thing anew."))


def _id(place: Located) -> str:
    return str(place.table.id)  # type: ignore[attr-defined]
