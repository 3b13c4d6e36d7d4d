"""Changing, dropping and moving what stands in a plan, in teams.toml and in people.toml."""

from pathlib import Path
from typing import Any

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.drafting import INSIDE
from okr_tui.actions.nested import Slot, new_plan, remove, slot_of
from okr_tui.actions.referring import check_slot
from okr_tui.actions.seen import change_from
from okr_tui.actions.validity import still_valid
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.workspace import Located
from okr_tui.store.change import Change
from okr_tui.store.layout import PEOPLE, TEAMS, cycle_path, plan_path
from okr_tui.store.tables import held
from okr_tui.words.keys import FIGURES
from okr_tui.words.language import _
from okr_tui.words.numbers import figure

NEED_A_REASON = frozenset({
    "baseline", "target", "commit", "stretch", "low", "high", "weight", "noise", "every", "lag", "phased",
    "start", "end", "kind",
})  # fmt: skip
"""Keys that must not change after agreement without a word why: numbers, dates, kind and weight."""

TOP_FILES = {"kpi": TEAMS, "team": TEAMS, "role": TEAMS, "person": PEOPLE}


def path_of(place: Located) -> str:
    """The file in which a table stands."""
    if place.kind in {"cycle", "ritual"}:
        return cycle_path(place.cycle)
    return TOP_FILES.get(place.kind) or plan_path(place.cycle, place.team)


def edit(root: Path, author: Author, place: Located, values: dict[str, Any], *, why: str | None = None) -> Act:
    """Sets keys of a table; a value of None removes the key.

    A change to an objective or key result that is agreed is recorded with its reason and shown from then on. Where
    somebody has set the same key since the person looked, both values are kept as a conflict.

    Raises:
        WrongUsage: nothing would change, a value makes no sense there, or a change after agreement has no reason.
        OkrError: the table is gone or its file can't be read.
    """
    file = held(root, path_of(place))
    slot = slot_of(file, place.table.id)  # type: ignore[attr-defined]
    changed = {key: value for key, value in values.items() if slot.table.get(key) != value}
    if not changed:
        raise WrongUsage(_("That is how it stands already; nothing was changed."))
    was = dict(slot.table)
    if _agreed(slot):
        _record(slot.table, changed, author, why)
    for key, value in changed.items():
        if value is None:
            slot.table.pop(key, None)
        else:
            slot.table[key] = value
    check_slot(root, file, slot, was)
    still_valid(file)
    change = change_from(place.table, file, was, set(changed))
    return Act(slot.table["id"], Change(_name(place, changed), (change,)))


def needs_reason(place: Located, keys: set[str]) -> bool:
    """Whether a change of these keys must say why: the objective is agreed and a number, date, kind or weight moves."""
    agreed = place.objective is not None and place.objective.live and place.kind in {"objective", "key-result"}
    return agreed and bool(keys & NEED_A_REASON)


def drop(root: Path, author: Author, place: Located, *, why: str | None = None) -> Act:
    """Gives something up: objectives, key results and initiatives stay and say so, smaller things are removed.

    Raises:
        WrongUsage: an objective or key result is dropped without a reason, or twice; a person; a team or a role that
            is still needed.
    """
    if place.kind == "person":
        raise WrongUsage(
            _("People are kept, so that what they said keeps its name: say since when they are gone (left).")
        )
    if place.kind in {"team", "role"}:
        return _drop_from_teams(root, place)
    file = held(root, path_of(place))
    slot = slot_of(file, place.table.id)  # type: ignore[attr-defined]
    name = _("drop “{title}”").format(title=place.title)
    if place.kind in {"objective", "key-result"}:
        if not why or not why.strip():
            raise WrongUsage(_("Dropping asks for a reason, so that the next cycle learns from it."), option="--why")
        if "dropped" in slot.table:
            raise WrongUsage(_("“{title}” is dropped already.").format(title=place.title[:60]))
        slot.table["dropped"] = {"on": author.today, "why": why.strip()}
        if place.kind == "objective":
            slot.table["status"] = "dropped"
    elif place.kind == "initiative":
        slot.table["status"] = "dropped"
    else:
        remove(file, slot)
    return one_file(place.table.id, name, file, file.tables)  # type: ignore[attr-defined]


def _drop_from_teams(root: Path, place: Located) -> Act:
    from okr_tui.actions.teams import drop_role, drop_team

    identity: str = place.table.id  # type: ignore[attr-defined]
    return drop_team(root, identity) if place.kind == "team" else drop_role(root, identity)


def move(root: Path, place: Located, to: Located | str) -> Act:
    """Moves a table with everything in it.

    Args:
        root: the workspace folder.
        place: what moves: an objective, key result, initiative, milestone or task.
        to: where it goes: for an objective the id of a team, else the table it goes into.

    Raises:
        WrongUsage: it can't stand there.
    """
    team, cycle = (to, place.cycle) if isinstance(to, str) else (to.team, to.cycle)
    wanted = "team" if place.kind == "objective" else INSIDE.get(place.kind)
    found = "team" if isinstance(to, str) else to.kind
    if wanted is None or wanted != found:
        message = _("A {kind} can't be moved into a {found}.").format(kind=place.kind, found=found)
        raise WrongUsage(message)
    source = held(root, plan_path(place.cycle, place.team))
    same = (cycle, team) == (place.cycle, place.team)
    target = source if same else held(root, plan_path(cycle, team))
    tables = target.tables or new_plan(team)
    slot = slot_of(source, place.table.id)  # type: ignore[attr-defined]
    parent = tables if isinstance(to, str) else slot_of(target, to.table.id).table  # type: ignore[attr-defined]
    table = slot.table
    remove(source, slot)
    parent.setdefault(slot.kind, []).append(table)
    name = _("move “{title}”").format(title=place.title)
    arrived, left = target.changed(tables), source.changed(source.tables)
    return Act(table["id"], Change(name, (arrived,) if same else (arrived, left)))


def _agreed(slot: Slot) -> bool:
    objective = slot.table if slot.kind == "objective" else slot.above[0] if slot.kind == "key_result" else None
    return objective is not None and objective.get("status") in {"agreed", "done"}


def _record(table: dict[str, Any], changed: dict[str, Any], author: Author, why: str | None) -> None:
    reason = why.strip() if why and why.strip() else None
    if reason is None and NEED_A_REASON & changed.keys():
        keys = ", ".join(sorted(NEED_A_REASON & changed.keys()))
        raise WrongUsage(
            _("This is agreed: say why {keys} changes, it is shown from then on.").format(keys=keys), option="--why"
        )
    for key, value in changed.items():
        if key == "status":
            continue
        entry = {
            "on": author.today,
            "at": author.now,
            "key": key,
            "from": table.get(key),
            "to": value,
            "why": reason,
            "by": author.me,
        }
        table.setdefault("changed", []).append({name: each for name, each in entry.items() if each is not None})


def _name(place: Located, changed: dict[str, Any]) -> str:
    keys = ", ".join(changed)
    only = next(iter(changed.items())) if len(changed) == 1 else ("", None)
    if only[0] in FIGURES and isinstance(only[1], int | float):
        to = figure(only[1], getattr(place.table, "unit", None))
        return _("change {keys} of “{title}” to {figure}").format(keys=keys, title=place.title, figure=to)
    return _("change {keys} of “{title}”").format(keys=keys, title=place.title)
