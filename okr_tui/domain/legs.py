"""The W: its four legs, what changed in the plans between two of them, and who has not proposed yet."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from okr_tui.domain.cycle import Leg
from okr_tui.domain.next_cycle import taking_part
from okr_tui.domain.plan import KeyResult, Objective, Plan
from okr_tui.domain.table import defaults_of, plain
from okr_tui.domain.workspace import CycleContent, Workspace

LEGS: tuple[Leg, ...] = ("frame", "propose", "integrate", "commit")
"""The company frames, the teams propose, the company integrates, everybody commits: down, up, down, up, a W."""

NOW = "now"
"""What stands for the plans as they are, beside the names of the legs."""

DifferenceKind = Literal["added", "dropped", "changed", "moved"]

_NOT_COMPARED = frozenset({"id", "key_result", "changed", "milestone", "initiative", "dropped", "lang"})
_PROPOSED = frozenset({"proposed", "agreed", "done"})


class Difference(NamedTuple):
    """One thing that is otherwise than before.

    Attributes:
        change: added; dropped, or no longer there; one key changed; moved to another objective or team.
        what: "objective" or "key-result".
        team: id of the team in whose plan it stands now, or stood last.
        title: as it is called now; objective: the title of the objective around a key result.
        key: the key that changed; before and after: its values, None for none; of something moved the titles of the
            objectives, or the ids of the teams.
        why: why it was dropped, where somebody said so.
    """

    change: DifferenceKind
    what: Literal["objective", "key-result"]
    team: str
    id: str
    title: str
    objective: str | None = None
    key: str | None = None
    before: Any = None
    after: Any = None
    why: str | None = None


class Waiting(NamedTuple):
    """A team that takes part and has not proposed anything yet, and how many drafts it has."""

    team: str
    drafts: int


def next_leg(leg: Leg) -> Leg | None:
    """The leg after this one; None after the last."""
    at = LEGS.index(leg)
    return LEGS[at + 1] if at + 1 < len(LEGS) else None


def not_proposed(workspace: Workspace, content: CycleContent) -> tuple[Waiting, ...]:
    """The teams that take part in a cycle and of whose plan nothing is proposed or agreed, in the order of teams.toml."""
    found = []
    for team in taking_part(workspace, content.cycle):
        plan = content.plans.get(team.id)
        living = [each for each in plan.objective if _lives(each)] if plan else []
        if not any(each.status in _PROPOSED for each in living):
            found.append(Waiting(team.id, len(living)))
    return tuple(found)


def difference(before: Mapping[str, Plan], after: Mapping[str, Plan]) -> tuple[Difference, ...]:
    """What was added, dropped, changed and moved from one state of all plans to another.

    By team, in the order of the plans: what is there now, then what is gone. Something given up counts as gone.

    Args:
        before: team id → plan; a team without one had nothing.
        after: the same, later.
    """
    old, new = _things(before), _things(after)
    found: list[Difference] = []
    reasons = _reasons(after)
    for team in dict.fromkeys((*after, *before)):
        for identity, thing in new.items():
            if thing.team == team:
                found += _compared(old.get(identity), thing)
        gone = [thing for identity, thing in old.items() if thing.team == team and identity not in new]
        found += [
            Difference("dropped", each.what, team, each.id, each.title, each.around, why=reasons.get(each.id))
            for each in gone
            if each.around_id not in {other.id for other in gone}
        ]
    return tuple(found)


class _Thing(NamedTuple):
    """An objective or key result that was not given up, and where it stands."""

    what: Literal["objective", "key-result"]
    team: str
    table: Objective | KeyResult
    around: str | None = None
    around_id: str | None = None

    @property
    def id(self) -> str:
        return self.table.id

    @property
    def title(self) -> str:
        return self.table.title


def _things(plans: Mapping[str, Plan]) -> dict[str, _Thing]:
    found: dict[str, _Thing] = {}
    for team, plan in plans.items():
        for objective in plan.objective:
            if not _lives(objective):
                continue
            found.setdefault(objective.id, _Thing("objective", team, objective))
            for result in objective.key_result:
                if result.dropped is None:
                    thing = _Thing("key-result", team, result, objective.title, objective.id)
                    found.setdefault(result.id, thing)
    return found


def _compared(old: _Thing | None, new: _Thing) -> Iterator[Difference]:
    def made(change: DifferenceKind, **keys: Any) -> Difference:
        return Difference(change, new.what, new.team, new.id, new.title, new.around, **keys)

    if old is None:
        yield made("added")
        return
    if old.around_id != new.around_id:
        yield made("moved", key="objective", before=old.around, after=new.around)
    elif old.what == "objective" and old.team != new.team:
        yield made("moved", key="team", before=old.team, after=new.team)
    was, now = _values(old.table), _values(new.table)
    for key in dict.fromkeys((*now, *was)):
        if was.get(key) != now.get(key):
            yield made("changed", key=key, before=was.get(key), after=now.get(key))


def _values(table: Objective | KeyResult) -> dict[str, Any]:
    """The keys that count, with plain values; the steps of milestones by their titles."""
    found = {
        name: _plain(getattr(table, name)) for name in defaults_of(type(table)) if name not in _NOT_COMPARED
    }  # absent and default are the same plan
    if isinstance(table, KeyResult):
        found["milestones"] = [step.title for step in table.milestone] or None
    return found


def _plain(value: Any) -> Any:
    found = plain(value)
    return None if found == [] else found


def _reasons(plans: Mapping[str, Plan]) -> dict[str, str]:
    """Why something was dropped, by its id."""
    found: dict[str, str] = {}
    for plan in plans.values():
        for objective in plan.objective:
            tables: tuple[Objective | KeyResult, ...] = (objective, *objective.key_result)
            found |= {each.id: each.dropped.why for each in tables if each.dropped is not None and each.dropped.why}
    return found


def _lives(objective: Objective) -> bool:
    return objective.dropped is None and objective.status != "dropped"
