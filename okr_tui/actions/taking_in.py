"""Taking in objectives and key results from elsewhere: all of them drafts, in one change that one undo takes back."""

from collections.abc import Sequence
from pathlib import Path

from okr_tui.actions.act import Act, Author
from okr_tui.actions.nested import new_plan, slot_of, without_none
from okr_tui.actions.validity import still_valid
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import new_id
from okr_tui.domain.incoming import NewObjective
from okr_tui.store.change import Change, Tables
from okr_tui.store.layout import plan_path
from okr_tui.store.tables import Held, held
from okr_tui.words.language import _, ngettext


def take_in(root: Path, author: Author, cycle: str, objectives: Sequence[NewObjective]) -> Act:
    """Adds what came from elsewhere to the plans of its teams.

    Args:
        root: the workspace folder.
        author: who takes it in.
        cycle: id of the cycle.
        objectives: what is to be added; one that is known only gets its key results.

    Raises:
        WrongUsage: there is nothing to add, or a value makes no sense in a plan.
        OkrError: an objective that was known is gone.
    """
    if not objectives:
        raise WrongUsage(_("There is nothing to add; nothing was changed."))
    ids: list[str] = []
    plans: list[tuple[Held, Tables]] = []
    taken: set[str] = set()
    for team in dict.fromkeys(each.team for each in objectives):
        plan = held(root, plan_path(cycle, team))
        changed = Held(plan.path, plan.tables or new_plan(team), plan.before)
        ids += [_add(changed, each, author, taken) for each in objectives if each.team == team]
        still_valid(changed)
        plans.append((plan, changed.tables))
    return Act(ids[0], Change(_named(objectives), tuple(plan.changed(tables) for plan, tables in plans)))


def _add(plan: Held, objective: NewObjective, author: Author, taken: set[str]) -> str:
    """Adds one objective, or only its key results; tells its id. The ids given in this import are added to `taken`."""

    def fresh(title: str) -> str:
        taken.add(made := new_id(title, author.choose, taken))
        return made

    if objective.known is not None:
        table = slot_of(plan, objective.known).table
    else:
        identity = fresh(objective.title)
        table = without_none({"id": identity, "title": objective.title, "status": "draft", **objective.keys})
        plan.tables.setdefault("objective", []).append(table)
    for each in objective.key_results:
        row = without_none({"id": fresh(each.title), "title": each.title, **each.keys})
        table.setdefault("key_result", []).append(row)
    return str(table["id"])


def _named(objectives: Sequence[NewObjective]) -> str:
    new = sum(each.known is None for each in objectives)
    results = sum(len(each.key_results) for each in objectives)
    words = [
        ngettext("{n} objective", "{n} objectives", new).format(n=new) if new else "",
        ngettext("{n} key result", "{n} key results", results).format(n=results) if results else "",
    ]
    return _("import {what}").format(what=", ".join(word for word in words if word))
