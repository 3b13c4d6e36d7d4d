"""Agreeing to objectives: who must, who has, and what changed since somebody did."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from okr_tui.domain.absences import is_here, present
from okr_tui.domain.journal import Comment
from okr_tui.domain.plan import Changed, KeyResult, Objective, Plan
from okr_tui.domain.threads import ASKING, OFFERING, Word, is_open, threads
from okr_tui.domain.wording import Difference, differences
from okr_tui.domain.workspace import CycleContent, Workspace


class Accord(NamedTuple):
    """How far people agree on an objective.

    Attributes:
        must: ids of the people who have to agree, in the order of the policy.
        has: those who have agreed to it as it stands now.
        since: person → what changed since they agreed; only those who agreed to something else than what stands now.
    """

    must: tuple[str, ...]
    has: tuple[str, ...]
    since: dict[str, tuple[Difference, ...]]

    @property
    def missing(self) -> tuple[str, ...]:
        """Who still has to agree."""
        return tuple(person for person in self.must if person not in self.has)

    @property
    def complete(self) -> bool:
        """Whether everybody who must has agreed; where nobody must, somebody has."""
        return not self.missing and bool(self.has)


def accord(workspace: Workspace, content: CycleContent, team: str, objective: Objective, today: date) -> Accord:
    """Who must agree on an objective, who has, and what changed since for those who agreed to something else."""
    said = agreements(content, objective.id)
    since = {person: differences(word.digest, objective) for person, word in said.items()}
    return Accord(
        must_agree(workspace, content, team, objective, today),
        tuple(person for person, changed in since.items() if not changed),
        {person: changed for person, changed in since.items() if changed},
    )


def must_agree(
    workspace: Workspace, content: CycleContent, team: str, objective: Objective, today: date
) -> tuple[str, ...]:
    """Ids of the people whose agreement the policy asks for: the team's lead, the owners, those above, the champion.

    Where the policy finds nobody, the owners of the objective and of its key results have to: a plan is never agreed by
    somebody whom it does not concern. Whoever is away with a stand-in is replaced by them; people who left and the vision
    agree to nothing.
    """
    found: list[str] = []
    known = workspace.team_by_id.get(team)
    for who in workspace.settings.policy.agree:
        match who:
            case "lead":
                found += workspace.people_owing(team, None)
            case "owner":
                found += _owners(workspace, team, objective)
            case "parent":
                found += _owners_above(workspace, content, objective)
            case "champion":
                found += [known.champion] if known is not None and known.champion else []
    for people in (found, _owners(workspace, team, objective)):
        here = [each for each in people if each in workspace.person_by_id and is_here(workspace, each, today)]
        if here:
            return tuple(dict.fromkeys(present(workspace, each, today) for each in here))
    return ()


def _owners(workspace: Workspace, team: str, objective: Objective) -> list[str]:
    """Who owns an objective and the key results that are pursued in it."""
    own = [each.owner for each in objective.key_result if each.dropped is None]
    owners = dict.fromkeys((objective.owner, *(owner or objective.owner for owner in own)))
    return [person for owner in owners for person in workspace.people_owing(team, owner)]


def agreements(content: CycleContent, objective: str) -> dict[str, Comment]:
    """Person → the newest word by which they agreed to an objective; the first one who did comes first."""
    said = [
        word
        for thread in threads(content, objective)
        for word in (thread.first, *thread.replies)
        if word.comment.kind == "agree"
    ]
    said.sort(key=_order)
    return {word.person: word.comment for word in said}


def last_shown(content: CycleContent, objective: str) -> str | None:
    """The digest of what was proposed or agreed to last, by anybody; None where nobody has."""
    said = [each for each in agreements(content, objective).values() if each.digest]
    return max(said, key=lambda each: (each.at, each.id)).digest if said else None


def changed_since_shown(content: CycleContent, objective: Objective) -> tuple[Difference, ...]:
    """What is otherwise now than when it was proposed or agreed to last."""
    return differences(last_shown(content, objective.id), objective)


def to_propose(content: CycleContent, plan: Plan) -> tuple[Objective, ...]:
    """What proposing a plan proposes: its drafts, and proposals that changed since."""
    return tuple(
        each
        for each in plan.objective
        if each.dropped is None
        and (each.status == "draft" or (each.status == "proposed" and changed_since_shown(content, each)))
    )


def to_agree(
    workspace: Workspace, content: CycleContent, team: str, person: str, today: date
) -> tuple[Objective, ...]:  # fmt: skip
    """The objectives of a team that wait for somebody's agreement, or for anybody to say that all have agreed."""
    plan = content.plans.get(team)
    found = []
    for each in plan.objective if plan is not None else ():
        if each.dropped is not None or each.status not in {"proposed", "agreed"}:
            continue
        now = accord(workspace, content, team, each, today)
        proposed = each.status == "proposed" and (person not in now.has or now.complete)
        if proposed or (each.status == "agreed" and person in now.since):
            found.append(each)
    return tuple(found)


def owes_a_word(workspace: Workspace, content: CycleContent, team: str, objective: Objective, ask: "Asked") -> bool:
    """Whether somebody who must agree owes their word on an objective.

    On a proposal: as long as they have not agreed to it as it stands, unless they asked something that still waits; once
    all have, in copies that did not know of each other, the team's lead says so. On what is agreed: only those who agreed
    to other words than stand now, and did not change them themselves.
    """
    if objective.status == "agreed" and ask.person not in agreements(content, objective.id):
        return False
    found = accord(workspace, content, team, objective, ask.today)
    if objective.status == "proposed" and found.complete and len(found.must) > 1:
        leads = workspace.people_owing(team, None)
        return ask.person in {present(workspace, each, ask.today) for each in leads}
    if ask.person not in found.must or ask.person in found.has:
        return False
    if objective.status == "proposed":
        return not any(
            thread.first.person == ask.person and is_open(workspace, content, thread)
            for thread in threads(content, objective.id)
            if thread.first.comment.kind in {*ASKING, OFFERING}
        )
    return objective.status == "agreed" and not _own_changes(content, objective, ask.person, found)


class Asked(NamedTuple):
    """Who is asked whether they owe a word, on which day."""

    person: str
    today: date


def _order(word: Word) -> tuple[Any, str]:
    return word.comment.at, word.comment.id


def _owners_above(workspace: Workspace, content: CycleContent, objective: Objective) -> Iterator[str]:
    """The owners of what an objective and its key results support, in this cycle or another."""
    others = [each for each in workspace.cycles.values() if each is not content]
    alive = [each for each in objective.key_result if each.dropped is None]
    for target in dict.fromkeys((*objective.supports, *(above for each in alive for above in each.supports))):
        place = next((each.located[target] for each in (content, *others) if target in each.located), None)
        if place is not None:
            yield from workspace.people_owing(place.team, getattr(place.table, "owner", None))


def _own_changes(content: CycleContent, objective: Objective, person: str, found: Accord) -> bool:
    """Whether a person has nothing to look at: they never agreed, or all that changed since they changed themselves."""
    said = agreements(content, objective.id).get(person)
    if said is None or person not in found.since:
        return True
    tables: tuple[Objective | KeyResult, ...] = (objective, *objective.key_result)
    changed = [each for table in tables for each in table.changed if _since(each, said.at)]
    return bool(changed) and all(each.by == person for each in changed)


def _since(changed: Changed, at: datetime) -> bool:
    """Whether a change was made after a moment; where only its day is known, on that day or later."""
    return changed.on >= at.date() if changed.at is None else changed.at >= at
