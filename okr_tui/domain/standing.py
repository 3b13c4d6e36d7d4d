"""Where a key result stands today: every number about it, with the inputs that explain them."""

from datetime import date
from operator import is_

from msgspec import Struct

from okr_tui.domain.absences import reachable, skipped_days
from okr_tui.domain.clock import Window, days_that_count, expected, periods, window
from okr_tui.domain.pace import Judgement, Reason, Status, judge, latest_confidence, pace, slip
from okr_tui.domain.plan import KeyResult, Objective
from okr_tui.domain.progress import counted, progress, refreshes, values
from okr_tui.domain.rhythm import rhythm
from okr_tui.domain.score import key_result_score
from okr_tui.domain.taking_check_ins import CheckInState, check_in_state
from okr_tui.domain.units import in_unit
from okr_tui.domain.workspace import STANDING, CycleContent, Entry, Workspace


class Standing(Struct, frozen=True):
    """One key result on one day.

    Attributes:
        today: the day it was worked out for.
        value: the latest figure; None without one (milestones have none).
        progress: share of the way, not clamped; expected: share that was expected by today, 0…1.
        pace: progress / expected; elapsed: share of the window passed, 0…1.
        confidence: 0…10, the newest; status_word: what the owner last said, never overwritten.
        reasons: why the status, the telling one first.
        score: 0…1 on the day; of a closed cycle the one it was closed with, so that what comes late changes nothing.
        entries: the check-ins that count, oldest first.
        seen: the day of the latest figure; quiet: days without one that count towards stale.
        stale_after: days after which it is stale; stale: whether it is.
        due: whether a check-in is wanted in the current period; overdue: whether the one before was missed too.
        due_on: the day on which the check-in is, or was, due.
        answered: whether the period asked about last has a figure, or it is done.
        begun: whether its clock runs; it may be expected to move later than the others.
        periods_done: finished periods; periods_kept: those of them that have a figure.
    """

    today: date
    cycle: str
    team: str
    objective: Objective
    key_result: KeyResult
    window: Window
    value: float | None
    progress: float | None
    expected: float | None
    pace: float | None
    elapsed: float
    confidence: int | None
    status_word: str | None
    status: Status
    reasons: tuple[Reason, ...]
    score: float | None
    entries: tuple[Entry, ...]
    seen: date | None
    quiet: int
    stale_after: int
    stale: bool
    due: bool
    overdue: bool
    due_on: date | None
    answered: bool
    begun: bool
    periods_done: int
    periods_kept: int

    @property
    def last(self) -> Entry | None:
        """The latest check-in that counts, a figure or only words."""
        return self.entries[-1] if self.entries else None

    @property
    def judged(self) -> bool:
        """Whether it is pursued at all: not a draft, not dropped, its time begun."""
        return not any(reason.code.startswith("not-pursued") for reason in self.reasons)

    @property
    def recent_values(self) -> tuple[float, ...]:
        """The last six figures, oldest first."""
        return tuple(value for _, value in values(self.entries)[-6:])


def standing(
    workspace: Workspace, content: CycleContent, team: str, objective: Objective, key_result: KeyResult, today: date
) -> Standing:
    """Works out where a key result stands, exactly as the method says (design: method.md, "Achieve").

    What was worked out once for a day holds as long as everything it was worked out from is the very same.
    """
    key = (STANDING, key_result.id, today)
    sources = (
        workspace.settings, workspace.people, workspace.teams, content.file, objective, key_result,
        content.entries.get(key_result.id, ()), content.reviews.get(team) if content.cycle.closed else None,
    )  # fmt: skip
    before, known = content.worked_out.get(key, ((), None))
    if not isinstance(known, Standing) or not all(map(is_, before, sources)):
        known = _worked_out(workspace, content, team, objective, key_result, today)
        content.worked_out[key] = (sources, known)
    return known


def _worked_out(
    workspace: Workspace, content: CycleContent, team: str, objective: Objective, key_result: KeyResult, today: date
) -> Standing:
    cycle, policy, cadence = content.cycle, workspace.settings.policy, workspace.settings.cadence
    span = window(key_result, cycle)
    said = content.entries.get(key_result.id, ())
    given = counted(said, today)
    entries = in_unit(key_result, given, said)
    figures = values(entries)
    value = figures[-1][1] if figures else None
    share, due_share = progress(key_result, entries, today), expected(key_result, span, today)
    speed = pace(share, due_share, begun=today >= span.start)
    verdict = judge(
        key_result, entries, policy,
        progress=share, expected=due_share, pace=speed, elapsed=span.elapsed(today),
    )  # fmt: skip
    days = _days_with_a_figure(key_result, given, today)  # a figure in another unit was a check-in, too
    seen = max(days, default=None)
    known = bool(_days_with_a_figure(key_result, entries, today))
    every = key_result.every or cadence.check_in_every
    quiet = _quiet_days(workspace, team, key_result, span, seen, today)
    stale_after = 2 * every + policy.stale_days + (key_result.lag or 0)
    idle = _not_pursued(content, objective, key_result, today)
    done = _is_done(workspace, team, key_result, entries, share)
    stale = idle is None and not done and quiet >= stale_after
    status, reasons = _status(
        verdict, slip(key_result, entries, policy, speed),
        idle=idle, done=done, stale=stale, known=known, other_unit=seen is not None and not known,
        reached=key_result.kind != "keep" and share is not None and share >= 1, quiet=quiet, span=span, today=today,
    )  # fmt: skip
    wanted = idle is None and objective.status == "agreed" and not done and not cycle.closed and today <= span.end
    begun = reachable(workspace, team, key_result.owner, periods(span, every, cadence.check_in_day, today))
    kept = rhythm(begun, days, today, cycle.achieve_from)
    return Standing(
        today=today, cycle=cycle.id, team=team, objective=objective, key_result=key_result, window=span, value=value,
        progress=share, expected=due_share, pace=speed, elapsed=span.elapsed(today), confidence=latest_confidence(entries),
        status_word=_status_word(workspace, team, key_result, entries), status=status, reasons=reasons,
        score=_score(content, team, objective, key_result, share, value),
        entries=entries, seen=seen, quiet=quiet, stale_after=stale_after, stale=stale,
        due=wanted and kept.due, overdue=wanted and kept.overdue, due_on=kept.due_on if wanted and kept.due else None,
        answered=done or kept.answered,
        begun=today >= span.start, periods_done=kept.finished, periods_kept=kept.kept,
    )  # fmt: skip


def taking_check_ins(workspace: Workspace, content: CycleContent, item: Standing, today: date) -> CheckInState:
    """Whether a check-in on a key result counts on a day."""
    return check_in_state(
        item.objective.status,
        dropped=item.objective.dropped is not None or item.key_result.dropped is not None,
        closed=content.cycle.closed,
        end=content.cycle.end,
        today=today,
        open_days=workspace.settings.policy.scores_open_days,
    )


def live_score(item: Standing) -> float | None:
    """The score as it is on the day, 0…1, whatever was written down when the cycle was closed; None where none counts."""
    if not item.objective.live or item.key_result.dropped is not None:
        return None
    return key_result_score(item.key_result, item.objective, progress=item.progress, value=item.value)


def _score(
    content: CycleContent, team: str, objective: Objective, key_result: KeyResult, share: float | None,
    value: float | None,
) -> float | None:  # fmt: skip
    """The score: of a closed cycle the one it was closed with, where that was written down."""
    if not objective.live or key_result.dropped is not None:
        return None
    review = content.reviews.get(team) if content.cycle.closed else None
    for grade in review.grade if review is not None else ():
        if grade.about == key_result.id and grade.when == "end" and grade.computed is not None:
            return grade.computed
    return key_result_score(key_result, objective, progress=share, value=value)


def _days_with_a_figure(key_result: KeyResult, entries: tuple[Entry, ...], today: date) -> list[date]:
    """The days of figures, and of milestones that the plan says are done."""
    days = [entry.check_in.on for entry in entries if refreshes(key_result, entry)]
    return days + [step.done for step in key_result.milestone if step.done and step.done <= today]


def _not_pursued(content: CycleContent, objective: Objective, key_result: KeyResult, today: date) -> Reason | None:
    """Why nobody expects anything of it yet, or any more; None where it is pursued."""
    if key_result.dropped is not None or objective.dropped is not None or objective.status == "dropped":
        dropped = key_result.dropped or objective.dropped
        return Reason("not-pursued-dropped", {"why": dropped.why if dropped else None})
    if objective.status in {"draft", "proposed"}:
        return Reason("not-pursued-draft", {"status": objective.status})
    begins = content.cycle.achieve_from
    return Reason("not-pursued-yet", {"from": begins}) if begins and today < begins else None


def _quiet_days(
    workspace: Workspace, team: str, key_result: KeyResult, span: Window, seen: date | None, today: date
) -> int:
    """Days since the last figure, or since the clock began; closed days and the owner's absences don't count."""
    since = max(seen, span.start) if seen else span.start
    until = span.until(today)
    if until <= since:
        return 0
    skipped = skipped_days(workspace, team, key_result.owner)
    return (until - since).days if skipped is None else days_that_count(since, until, skipped)


def _status_word(workspace: Workspace, team: str, key_result: KeyResult, entries: tuple[Entry, ...]) -> str | None:
    owing = workspace.people_owing(team, key_result.owner)
    said = [entry.check_in.status for entry in entries if entry.check_in.status and entry.person in owing]
    return said[-1] if said else None


def _is_done(
    workspace: Workspace, team: str, key_result: KeyResult, entries: tuple[Entry, ...], share: float | None
) -> bool:
    """Every milestone done, yes, or the owner says done at progress ≥ 1; a `keep` never is."""
    if key_result.kind == "keep" or share is None or share < 1:
        return False
    if key_result.kind in {"yes-no", "milestones"}:
        return True
    return _status_word(workspace, team, key_result, entries) == "done"


def _status(
    verdict: Judgement, slipping: Reason | None, *, idle: Reason | None, done: bool, stale: bool, known: bool,
    other_unit: bool, reached: bool, quiet: int, span: Window, today: date,
) -> tuple[Status, tuple[Reason, ...]]:  # fmt: skip
    """The first that holds of done, stale, reached, slipping, off track, at risk, on track; or no data."""
    if idle is not None:
        return "no-data", (idle,)
    if done:
        return "done", (Reason("done", {}),)
    if stale:
        return "stale", (Reason("stale", {"days": quiet, "never": not known and not other_unit}),)
    if other_unit:
        return "no-data", (Reason("other-unit", {}),)
    if not known:
        early = today < span.start
        return "no-data", (Reason("not-moving-yet" if early else "no-value", {"from": span.start}),)
    if reached:
        return "reached", (Reason("reached", {}),)
    if slipping is not None:
        return "slipping", (slipping, *verdict.reasons)
    return verdict.status, verdict.reasons
