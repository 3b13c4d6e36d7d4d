"""A ritual that is being presented: the run, the workspace as it is now, and what can be done with both."""

import secrets
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from okr_tui.actions.presenting import Of
from okr_tui.domain.agenda import AgendaStep, scaled, view_of
from okr_tui.domain.agendas import steps_of
from okr_tui.domain.cycle import Ritual
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import new_id
from okr_tui.domain.rollup import TeamStanding, team_standing
from okr_tui.domain.running import Course, Happening, course_of, interrupted
from okr_tui.domain.standing import Standing
from okr_tui.domain.turns import ORDERS, attending, speakers
from okr_tui.domain.voting import Outcome, outcome, to_vote_on
from okr_tui.domain.workspace import CycleContent
from okr_tui.store.agendas import agendas_of
from okr_tui.store.ballot import Slip
from okr_tui.store.runs import Run, forget, keep, runs
from okr_tui.ui.session import Session
from okr_tui.words.agenda import StepWords, step_words
from okr_tui.words.language import _
from okr_tui.words.rituals import ritual as ritual_word

Clock = Callable[[], datetime]


class Wanted(NamedTuple):
    """Which ritual somebody wants to present.

    Attributes:
        kind: which one; None lets the person choose.
        team: id of the team; None for the one looked at.
        minutes: how much time there is; None for as much as was agreed.
    """

    kind: str | None = None
    team: str | None = None
    minutes: int | None = None


def begun(session: Session, state: Path, wanted: Wanted, *, planned: Ritual | None, clock: Clock) -> "Presenting":
    """A ritual, from its start, or where it was when it was cut off.

    Args:
        session: the workspace; its team and cycle are those of the ritual.
        state: this machine's state folder for the workspace.
        wanted: which one.
        planned: the one in the calendar, where there is one.
        clock: the present moment.

    Raises:
        WrongUsage: there is no cycle, no team, or no agenda for this kind.
        OkrError: the agendas of the workspace can't be read.
    """
    content, team, kind = session.content, wanted.team or session.team, wanted.kind
    if content is None or team is None or kind is None:
        raise WrongUsage(_("A ritual needs a cycle and a team; N opens a cycle, 5 has the teams."))
    cut_off = next((run for run in runs(state) if _same(run, kind, team, content.cycle.id, planned)), None)
    steps = steps_of(agendas_of(session.root), session.workspace, kind, team)
    if not steps:
        raise WrongUsage(_("There is no agenda for “{kind}”; agendas.toml can hold one.").format(kind=kind[:60]))
    if cut_off is not None and cut_off.codes == [step.code for step in steps]:
        presenting = Presenting(cut_off, steps, session, state, clock)
        presenting.resume()
        return presenting
    usual = [step.minutes for step in steps]
    whole = wanted.minutes or (planned.minutes if planned is not None and planned.minutes else sum(usual))
    run = Run(
        planned.id if planned is not None else new_id(kind, secrets.choice), kind, team, content.cycle.id,
        session.today.isoformat(), [step.code for step in steps], list(scaled(usual, whole)),
        planned=planned is not None, people=list(attending(session.workspace, team, session.today)),
    )  # fmt: skip
    presenting = Presenting(run, steps, session, state, clock)
    presenting.happens("begin")
    return presenting


def _same(run: Run, kind: str, team: str, cycle: str, planned: Ritual | None) -> bool:
    if (run.kind, run.team, run.cycle) != (kind, team, cycle):
        return False
    return run.id == planned.id if planned is not None else not run.planned


class Presenting:
    """The ritual on the screen.

    Args:
        run: what is kept of it.
        steps: its agenda.
        session: the workspace as it is now.
        state: this machine's state folder for the workspace.
        clock: the present moment.

    Attributes:
        slips: what was revealed in this sitting, by what was voted on: who said what is known here and nowhere else.
    """

    def __init__(self, run: Run, steps: tuple[AgendaStep, ...], session: Session, state: Path, clock: Clock) -> None:
        self.run, self.steps, self.state = run, steps, state
        self._session, self._clock = session, clock
        self.slips: dict[str, tuple[Slip, ...]] = {}

    # the clock

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self._clock()

    @property
    def course(self) -> Course:
        """Where the ritual stands now."""
        return course_of(self.run.minutes, self.run.happened, self.now)

    def happens(self, what: Happening) -> None:
        """Something happens to the clock, and is kept."""
        before = self.course.step if self.run.events else 0
        self.run.happen(self.now, what)
        if self.course.step != before:
            self.run.speaker, self.run.about = 0, ""
        self.keep()

    def resume(self) -> None:
        """Goes on where it was cut off; the time in between does not count."""
        seen = datetime.fromisoformat(self.run.seen) if self.run.seen else self.now
        self.run.events = [(at.isoformat(), what) for at, what in interrupted(self.run.happened, seen, self.now)]
        self.keep()

    def keep(self) -> None:
        """Keeps the ritual as it is now."""
        self.run.seen = self.now.isoformat()
        keep(self.state, self.run)

    def forget(self) -> None:
        """Nobody goes on with it."""
        forget(self.state, self.run)

    # what it is about

    @property
    def session(self) -> Session:
        """The workspace as it is now."""
        return self._session

    @session.setter
    def session(self, session: Session) -> None:
        self._session = session
        for name in ("standing", "ordered", "voted_on"):
            self.__dict__.pop(name, None)

    @property
    def content(self) -> CycleContent:
        """The cycle that it belongs to."""
        return self.session.workspace.cycles[self.run.cycle]

    @property
    def of(self) -> Of:
        """The ritual, for what is written down."""
        return Of(self.run.id, self.run.kind, self.run.team, self.run.cycle)

    @property
    def title(self) -> str:
        """What the ritual is called."""
        return ritual_word(self.run.kind)

    @property
    def today(self) -> date:
        """The day."""
        return self.session.today

    @property
    def step(self) -> AgendaStep:
        """The step that runs."""
        return self.steps[self.course.step]

    @property
    def view(self) -> str:
        """What stands beside the step."""
        return view_of(self.run.kind, self.step)

    def words(self, step: AgendaStep) -> StepWords:
        """What a step is called and what it asks."""
        said = step_words(self.run.kind, step.code)
        return StepWords(step.title or said.title, step.prompt or ("" if step.title else said.prompt))

    @cached_property
    def standing(self) -> TeamStanding:
        """Where the team stands."""
        return team_standing(self.session.workspace, self.content, self.run.team, self.today)

    @cached_property
    def voted_on(self) -> tuple[Standing, ...]:
        """The key results worth a vote."""
        return to_vote_on(self.session.workspace, self.content, self.run.team, self.today)

    def key_result(self, identity: str) -> Standing | None:
        """A key result of the team."""
        return next((each for each in self.standing.key_results if each.key_result.id == identity), None)

    # who speaks

    @cached_property
    def ordered(self) -> tuple[str, ...]:
        """Who is there, in the order of speaking."""
        by = next((each for each in ORDERS if each == self.run.order), ORDERS[0])
        found = speakers(self.session.workspace, self.content, self.run.team, self.today, by, seed=self.run.id)
        return tuple(each for each in found if each in self.run.people) or found

    def next_speaker(self) -> None:
        """The next one speaks; after the last one the first again."""
        self.run.speaker = (self.run.speaker + 1) % max(1, len(self.ordered))
        self.keep()

    def next_order(self) -> None:
        """Another way to order who speaks."""
        at = ORDERS.index(self.run.order) if self.run.order in ORDERS else 0
        self.run.order, self.run.speaker = ORDERS[(at + 1) % len(ORDERS)], 0
        self.__dict__.pop("ordered", None)
        self.keep()

    # what came of votes

    def result(self, about: str) -> Outcome | None:
        """What came of the last vote on something in this ritual, with its outliers while they are known."""
        if about in self.slips:
            return outcome(
                (slip.who, int(value)) for slip in self.slips[about] for ask, value in slip.said if ask == about
            )
        told = [each for each in self.run.votes if each.about == about]
        return Outcome({int(value): people for value, people in sorted(_numbered(told[-1].counts))}) if told else None

    @property
    def results(self) -> Mapping[str, Outcome]:
        """What came of all votes, by what was voted on, the lowest mean first."""
        found = {each.about: result for each in self.run.votes if (result := self.result(each.about)) is not None}
        return dict(sorted(found.items(), key=lambda each: each[1].mean))

    def round_of(self, about: str) -> int:
        """How often something was voted on in this ritual."""
        return max((each.round for each in self.run.votes if each.about == about), default=0)


def _numbered(counts: Mapping[str, int]) -> list[tuple[int, int]]:
    return [(int(value), people) for value, people in counts.items() if value.isdecimal()]
