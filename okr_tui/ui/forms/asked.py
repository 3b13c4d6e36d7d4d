"""What a check-in form asks about, and what comes of an answer before it is saved."""

from datetime import UTC, date, datetime
from typing import Any, NamedTuple, cast

from msgspec import Struct
from msgspec.structs import replace

from okr_tui.actions.check_in import Subject, Words, adds_to, figure
from okr_tui.domain.clock import periods
from okr_tui.domain.errors import OkrError
from okr_tui.domain.figures import NotAFigure, typed
from okr_tui.domain.journal import CheckIn
from okr_tui.domain.plan import KeyResult
from okr_tui.domain.progress import milestones_done, values
from okr_tui.domain.round_steps import power_of_ten, round_step
from okr_tui.domain.standing import Standing, taking_check_ins
from okr_tui.domain.suspicion import goes_below, scale_of
from okr_tui.domain.whatif import standing_with
from okr_tui.ui.session import Session
from okr_tui.words.language import spoken

_STEPS_OF_THE_WAY = 50


class Asked(Struct, frozen=True):
    """What is asked about: a key result with its standing, or a KPI without one.

    Attributes:
        session: the moment in which it is asked.
        subject: what the action needs to know.
        key_result: None for a KPI; standing likewise.
        low: the lower edge of its band; None without one. high: the upper edge.
        steps: (id, title) of the milestones that are still open.
        since: the day of the last figure of a KPI; a key result's standing knows its own.
        said: the figures that count, with their days, the oldest first.
        corrects: what this person said in the present period already, which the answer replaces; None for a new word.
    """

    session: Session
    subject: Subject
    key_result: KeyResult | None = None
    standing: Standing | None = None
    low: float | None = None
    high: float | None = None
    steps: tuple[tuple[str, str], ...] = ()
    since: date | None = None
    said: tuple[tuple[date, float], ...] = ()
    corrects: CheckIn | None = None

    def on(self, day: date | None) -> "Asked":
        """The same question for an earlier day: the last figure is the one that stood there on that day."""
        if day is None or day >= self.session.today:
            return self
        last = next((value for on, value in reversed(self.said) if on <= day), None)
        scale = self.subject.scale._replace(last=last) if self.subject.scale is not None else None
        return replace(self, subject=self.subject._replace(value=last, scale=scale))

    @property
    def step(self) -> float:
        """How far ↑ and ↓ go: about a fiftieth of the way, a whole number where only whole numbers were ever said."""
        result, last = self.key_result, self.subject.value
        known = [last, self.low, self.high, *((result.baseline, result.target) if result else ())]
        figures = [each for each in known if each is not None]
        way = max(figures) - min(figures) if len(figures) > 1 else abs(figures[0]) if figures else 0
        if way <= 0:
            return 1.0
        step = round_step(way / _STEPS_OF_THE_WAY)
        whole = all(each == int(each) for each in figures) and "%" not in (self.subject.unit or "")
        return max(1.0, step) if whole else step

    def moved(self, value: float | None, steps: int) -> float:
        """A figure so many steps further, as round as the step is; it never leaves 0 for a figure that is never below."""
        start = (self.subject.value or 0.0) if value is None else value
        decimals = max(0, -power_of_ten(self.step)) + 1
        moved = round(start + steps * self.step, decimals)
        never_below = all(each is None or each >= 0 for each in (self.subject.value, self.low, *self._ends))
        return max(0.0, moved) if never_below else moved

    @property
    def _ends(self) -> tuple[float | None, ...]:
        return (self.key_result.baseline, self.key_result.target) if self.key_result else ()


def own_of_this_period(session: Session, standing: Standing) -> CheckIn | None:
    """The last figure that this person said on a key result in the present period; None where there is none."""
    cadence = session.workspace.settings.cadence
    every = standing.key_result.every or cadence.check_in_every
    begun = periods(standing.window, every, cadence.check_in_day, session.today)
    if not begun or standing.key_result.kind == "milestones":
        return None
    mine = [
        entry.check_in for entry in standing.entries if entry.person == session.me and entry.check_in.value is not None
    ]
    return mine[-1] if mine and begun[-1].first <= mine[-1].on <= begun[-1].last else None


def asked_of(session: Session, standing: Standing) -> Asked:
    """The question about a key result."""
    result = standing.key_result
    done = milestones_done(result, standing.entries, standing.today)
    steps = tuple((each.id, each.title) for each in result.milestone)
    said, scale = values(standing.entries), scale_of(standing)
    subject = Subject(
        id=result.id, title=result.title, kind=result.kind, unit=result.unit, cycle=standing.cycle,
        team=standing.team, team_name=session.workspace.name_of(standing.team), value=standing.value,
        confidence=standing.confidence, steps=steps, scale=scale,
        below_zero=goes_below(scale, (figure for _day, figure in said)),
        state=taking_check_ins(session.workspace, session.workspace.cycles[standing.cycle], standing, session.today),
    )  # fmt: skip
    open_steps = tuple(each for each in steps if each[0] not in done)
    return Asked(
        session, subject, result, standing, result.low, result.high, open_steps, said=said,
        corrects=own_of_this_period(session, standing),
    )  # fmt: skip


class Reading(NamedTuple):
    """What was typed for a figure.

    Attributes:
        value: the figure; None for nothing, or for what makes no sense.
        worked: it was worked out ("29 + 1.5"), so what it comes to is worth showing.
        trouble: a sentence where it makes no sense; unfinished: more may be coming ("29 +"), so don't say it yet.
    """

    value: float | None = None
    worked: bool = False
    trouble: str = ""
    unfinished: bool = False


def read_figure(subject: Subject, text: str) -> Reading:
    """What a person means by what is typed so far."""
    if not text.strip():
        return Reading()
    if subject.kind == "yes-no":
        return Reading(1.0 if text == "yes" else 0.0)
    try:
        found = typed(text, last=adds_to(subject, text), unit=subject.unit, comma=spoken() == "fr")
        return Reading(found.value, worked=found.worked is not None)
    except NotAFigure as error:
        try:
            figure(subject, text)
        except OkrError as said:
            return Reading(trouble=str(said), unfinished=error.at >= len(text.strip().removeprefix("=")) - 1)
        return Reading()


def supposed(asked: Asked, words: Words, value: float | None, steps: tuple[str, ...] = ()) -> Standing | None:
    """Where the key result would stand with this answer; None for a KPI, or where it can't be told."""
    now = asked.standing
    if now is None:
        return None
    # It comes after everything said already, because the latest word on a day is the one that counts.
    at = datetime.max.replace(tzinfo=UTC)
    told = [
        CheckIn(
            id=f"zz-{number}", at=at, on=words.on or asked.session.today, about=asked.subject.id,
            value=value, milestone=step, confidence=words.confidence, blocker=words.blocker,
            status=cast("Any", words.status),
        )
        for number, step in enumerate(steps or (None,))
    ]  # fmt: skip
    return standing_with(asked.session.workspace, now, told, asked.session.me or "")
