"""Polls among the people of a team: who is asked, who chose what; a poll is not secret."""

from collections.abc import Iterator
from typing import NamedTuple

from okr_tui.domain.links import alive
from okr_tui.domain.plan import Poll
from okr_tui.domain.workspace import CycleContent, Workspace


class Result(NamedTuple):
    """How a poll stands.

    Attributes:
        team: id of the team in whose plan it stands.
        chosen: option → ids of the people whose newest choice it is, in the order of the options; a choice that is no
            option (any more) is left out.
        asked: ids of the people who are asked: those of the team, and its lead.
    """

    poll: Poll
    team: str
    chosen: dict[str, tuple[str, ...]]
    asked: tuple[str, ...]

    def choice_of(self, person: str | None) -> str | None:
        """What somebody chose; None where they didn't."""
        return next((option for option, people in self.chosen.items() if person in people), None)


def polls(workspace: Workspace, content: CycleContent) -> Iterator[Result]:
    """Every poll of a cycle, in the order of the plans."""
    newest = _newest(content)
    for team, plan in content.plans.items():
        for poll in plan.poll:
            chosen = {
                option: tuple(person for (about, person), said in newest.items() if (about, said) == (poll.id, option))
                for option in poll.options
            }
            yield Result(poll, team, chosen, _asked(workspace, team))


def result(workspace: Workspace, content: CycleContent, identity: str) -> Result | None:
    """The poll with this id."""
    return next((each for each in polls(workspace, content) if each.poll.id == identity), None)


def is_open(content: CycleContent, found: Result) -> bool:
    """Whether people are still asked: the cycle is not closed, and what it is about is not given up."""
    about = content.located.get(found.poll.about or "")
    given_up = about is not None and about.objective is not None and not alive(about.objective)
    return not content.cycle.closed and not given_up


def waiting_for(workspace: Workspace, content: CycleContent, person: str) -> Iterator[Result]:
    """Open polls in which somebody is asked and has not chosen yet."""
    for each in polls(workspace, content):
        if person in each.asked and each.choice_of(person) is None and is_open(content, each):
            yield each


def _asked(workspace: Workspace, team: str) -> tuple[str, ...]:
    members = [each.id for each in workspace.people if team in each.team and each.left is None]
    return tuple(dict.fromkeys([*members, *workspace.people_owing(team, None)]))


def _newest(content: CycleContent) -> dict[tuple[str, str], str]:
    """(poll, person) → the option chosen last, in the order in which they were chosen."""
    said = [(choice, journal.person) for journal in content.talking for choice in journal.choice]
    said.sort(key=lambda each: (each[0].at, each[0].id))
    return {(choice.poll, person): choice.option for choice, person in said}
