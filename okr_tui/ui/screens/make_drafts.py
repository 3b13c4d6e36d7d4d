"""The drafts of a team as rows: objectives with their why, key results, milestones, initiatives, tasks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from okr_tui.domain.making import alive
from okr_tui.domain.plan import Initiative, KeyResult, Milestone, Objective, Plan, Task
from okr_tui.domain.polls import polls
from okr_tui.domain.threads import open_threads
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.ui.coaching import DOTS, Coached, coached_table, in_short, marked, strength
from okr_tui.ui.forms.objective import ambition_words, change_words
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Line, Rule, Says, Tells, Title, grid
from okr_tui.ui.paint.runs import Run, Runs, cells, dim, key, runs
from okr_tui.ui.screens.counted import Counted
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.focus import limit_said
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import from_to
from okr_tui.words.statuses import OBJECTIVE, OBJECTIVE_DRAFT, lifecycle
from okr_tui.words.talking import open_said

NEW = "new-objective"
"""The key of the row that waits for the next objective."""
_WAY, _OWNER = (12, 20), (5, 10)  # cells: at least, at most


class Shown(NamedTuple):
    """What the rows of a team's drafts are made from.

    Attributes:
        workspace: what is known; plan: the team's; columns: the grid of its key results.
        talked: id of a thing → how many of its threads still wait for somebody.
    """

    workspace: Workspace
    plan: Plan | None
    columns: tuple[Column, ...]
    talked: Mapping[str, int]

    def waiting(self, identity: str) -> tuple[Line, ...]:
        """How many threads on something wait; nothing where none does."""
        n = self.talked.get(identity, 0)
        return (Says(runs(Run("? ", "at_risk"), dim(open_said(n))), indent=2),) if n else ()

    def coached(self, objective: Objective, key_result: KeyResult | None = None) -> Coached | None:
        """What the coach says about a draft; None for what is agreed already, or given up."""
        table = key_result or objective
        if objective.live or table.dropped is not None:
            return None
        return coached_table(self.workspace, self.plan, table, objective)


def draft_rows(
    workspace: Workspace, content: CycleContent, team: str, other: str = "", missing: Sequence[Row] = ()
) -> list[Row]:
    """Everything in the team's plan for this cycle, dropped things last.

    Args:
        workspace: what is known.
        content: the cycle looked at.
        team: whose plan.
        other: the name of the cycle that `y` leads to; "" for none.
        missing: why the plan can't be read; then nothing of it is there, and nothing is asked for.
    """
    plan = content.plans.get(team)
    live, most = alive(plan), workspace.settings.policy.max_objectives
    drafted = content.cycle.phase in {"make", "align"}
    count = ngettext("{n} of {most} objective", "{n} of {most} objectives", most) if drafted else _("{n} of {most}")
    words, count = _("DRAFTS") if drafted else _("OBJECTIVES"), "" if missing else count
    title = Title(words, count.format(n=len(live), most=most), _which(content, other), ruled=False)
    rows = [still(title), still(Rule())]
    if missing:
        return [*rows, blank(), *missing]
    shown = Shown(workspace, plan, _columns(workspace, plan), open_threads(workspace, content))
    for number, objective in enumerate(live, start=1):
        rows.append(blank())
        if number == most + 1:
            rows += [still(Tells(limit_said(most), "dim", indent=2, first=Run("◐", "at_risk"))), blank()]
        rows += _objective_rows(shown, objective)
    rows += [blank(), _next_row(len(live), most)]
    return [*rows, *_poll_rows(workspace, content, team), *_dropped_rows(plan)]


def _poll_rows(workspace: Workspace, content: CycleContent, team: str) -> list[Row]:
    """What the people of the team are asked to choose, and how many of them have."""
    asked = [each for each in polls(workspace, content) if each.team == team]
    rows = [blank(), still(Title(_("POLLS"), str(len(asked))))] if asked else []
    for each in asked:
        chosen = sum(each.choice_of(person) is not None for person in each.asked)
        right = dim(_("{n} of {all} chose").format(n=chosen, all=len(each.asked)))
        rows.append(Row(each.poll.id, (Says(each.poll.question, right, leads=True),), "poll"))
    return rows


def _which(content: CycleContent, other: str) -> Runs:
    """The key that leads to the other cycle; where there is none, the one looked at."""
    return runs(key("y"), dim(f" {other}")) if other else runs(dim(content.cycle.name))


def _next_row(count: int, most: int) -> Row:
    """The place of the next objective, with what it costs."""
    if not count:
        said = _("A first objective: what should be different at the end, and for whom?")
        return Row(NEW, (Tells(said, "dim", indent=3, first=key("o")),), "new")
    asked = {1: _("a second one?"), 2: _("a third one?"), 3: _("a fourth one?")}.get(count, _("one more?"))
    words = f"{asked} {limit_said(most)}" if count >= most - 1 else asked
    return Row(NEW, (Tells(words, "dim"),), "new", mark=Run(OBJECTIVE_DRAFT, "dim"))


def _columns(workspace: Workspace, plan: Plan | None) -> tuple[Column, ...]:
    """The grid of the key results: numbers and owners are never cut, so their columns are as wide as they are."""
    known = [each for objective in alive(plan) for each in objective.key_result if each.dropped is None]
    way = max((cells((Run(from_to(each)),)) for each in known), default=0)
    owner = max((cells((Run(_first_name(workspace, each.owner)),)) for each in known), default=0)
    judged = any(not objective.live for objective in alive(plan))
    return (
        Column("name", 25, 18, grows=True, leads=True),
        Column("way", max(_WAY[0], min(_WAY[1], way)), gap=1),
        Column("owner", max(_OWNER[0], min(_OWNER[1], owner)), gap=2, least_gap=1, leaves=1),
        *((Column("strength", DOTS, gap=2, least_gap=1),) if judged else ()),
    )


def _first_name(workspace: Workspace, owner: str | None) -> str:
    """The name by which an owner is known: the first one of a person whom nobody shares it with, else the whole."""
    name = workspace.name_of(owner)
    first = name.split(" ", 1)[0]
    alone = sum(person.name.split(" ", 1)[0] == first for person in workspace.people) == 1
    return first if alone and owner in workspace.person_by_id else name


def _objective_rows(shown: Shown, objective: Objective) -> Iterator[Row]:
    seen = shown.coached(objective)
    lines: list[Line] = [Counted(objective.title, strength(seen) if seen is not None else (), bold=True)]
    if objective.why:
        lines.append(Tells(objective.why, "dim"))
    lines.append(Says(dim(" · ".join(_kinds(objective))), dim(lifecycle(objective.status))))
    lines += [*_asked(seen), *shown.waiting(objective.id)]
    yield Row(objective.id, tuple(lines), "objective", mark=Run(OBJECTIVE, "accent"))
    if objective.key_result:
        yield blank()
    for key_result in objective.key_result:
        yield from _key_result_rows(shown, objective, key_result)


def _asked(seen: Coached | None) -> tuple[Line, ...]:
    """What the coach asks first; nothing where nothing is worth a warning."""
    worst = seen.worst if seen is not None else None
    if seen is None or worst is None:
        return ()
    return (Says(runs(Run("◐ ", "at_risk"), dim(in_short(worst))), indent=2),)


def _kinds(objective: Objective) -> Iterator[str]:
    """Ambition, change, where it comes from."""
    yield dict(ambition_words())[objective.ambition]
    if objective.change:
        yield dict(change_words())[objective.change]
    if objective.continues:
        yield _("carried on")
    elif objective.from_pain:
        yield _("from a pain point")


def _key_result_rows(shown: Shown, objective: Objective, key_result: KeyResult) -> Iterator[Row]:
    if key_result.dropped is not None:
        why = key_result.dropped.why or ""
        said = _("dropped: {why}").format(why=why) if why else _("dropped")
        yield Row(key_result.id, (Says(dim(key_result.title), dim(_("dropped"))), Tells(said, "dim", indent=2)), "gone")
        return
    seen = shown.coached(objective, key_result)
    row = grid(
        shown.columns,
        name=marked(key_result.title, seen) if seen is not None else key_result.title,
        way=from_to(key_result),
        owner=dim(_first_name(shown.workspace, key_result.owner)),
        strength=strength(seen) if seen is not None else (),
    )
    lines = (row, *_asked(seen), *shown.waiting(key_result.id))
    yield Row(key_result.id, lines, "key-result")
    for milestone in key_result.milestone:
        yield _step_row(milestone, "milestone")
    for initiative in key_result.initiative:
        yield from _initiative_rows(shown.workspace, initiative)


def _initiative_rows(workspace: Workspace, initiative: Initiative) -> Iterator[Row]:
    over = initiative.status in {"done", "dropped"}
    left = runs(dim("→ "), dim(initiative.title) if over else initiative.title)
    facts = (_first_name(workspace, initiative.owner), lifecycle(initiative.status))
    right = dim(" · ".join(fact for fact in facts if fact))
    yield Row(initiative.id, (Says(left, right, indent=2, leads=True),), "initiative")
    for task in initiative.task:
        yield _step_row(task, "task")


def _step_row(step: Milestone | Task, kind: str) -> Row:
    done = bool(step.done)
    indent = 4 if kind == "task" else 2
    title = dim(step.title) if done else Run(step.title)
    right = dim(_("milestone")) if kind == "milestone" else ()
    box = Run("☑ ", "reached") if done else dim("☐ ")
    return Row(step.id, (Says(runs(box, title), right, indent=indent, leads=True),), kind)


def _dropped_rows(plan: Plan | None) -> list[Row]:
    gone = [each for each in (plan.objective if plan else ()) if each not in alive(plan)]
    if not gone:
        return []
    rows = [blank(), still(Title(_("DROPPED"), str(len(gone))))]
    for objective in gone:
        why = objective.dropped.why if objective.dropped else None
        lines: tuple[Line, ...] = (Says(dim(objective.title)), *((Tells(why, "dim", indent=2),) if why else ()))
        rows.append(Row(objective.id, lines, "gone"))
    return rows
