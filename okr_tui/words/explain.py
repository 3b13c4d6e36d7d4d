"""How a key result's number came about: every input, the formula written out, and the threshold that decided."""

from typing import NamedTuple

from okr_tui.domain.absences import not_counted
from okr_tui.domain.forecast import forecast
from okr_tui.domain.plan import KeyResult
from okr_tui.domain.progress import inside, milestones_done, values
from okr_tui.domain.score import AT_COMMIT, AT_STRETCH, AT_TARGET, has_zones
from okr_tui.domain.settings import Policy
from okr_tui.domain.standing import Standing
from okr_tui.domain.week import iso_week
from okr_tui.domain.workspace import Workspace
from okr_tui.words.dates import day, weekday_day
from okr_tui.words.forecast import forecast_explained
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.moved import moved_said
from okr_tui.words.numbers import MINUS, current, figure, from_to, number, percent, tenths
from okr_tui.words.reasons import sentence
from okr_tui.words.statuses import labelled, word


class Row(NamedTuple):
    """One line of an explanation."""

    label: str
    text: str


def explain(standing: Standing, workspace: Workspace) -> tuple[Row, ...]:
    """Why a key result stands where it does, from its status down to every input."""
    policy = workspace.settings.policy
    rows = [
        Row(_("Status"), labelled(standing.status)),
        *(Row(_("Because"), _because(standing, place, workspace)) for place in range(len(standing.reasons))),
        Row(_("Rule"), _rule(standing, policy)),
    ]
    if standing.status_word:
        rows.append(Row(_("Owner says"), word(standing.status_word)))
    rows += [
        Row(_("Wanted"), from_to(standing.key_result, _steps_done(standing))),
        *(Row(_("Moved"), line) for line in moved_said(standing.key_result)),
        Row(_("Value"), _value(standing)),
        Row(_("Progress"), _progress(standing)),
        Row(_("Elapsed"), _elapsed(standing)),
        Row(_("Expected"), _expected(standing)),
        Row(_("Pace"), _pace(standing)),
        Row(_("Forecast"), _forecast(standing)),
        Row(_("Confidence"), _confidence(standing, workspace)),
        Row(_("Quiet"), _quiet(standing, workspace)),
        Row(_("Weight"), _weight(standing)),
        Row(_("Score"), _score(standing)),
    ]
    return tuple(row for row in rows if row.text)


def _because(standing: Standing, place: int, workspace: Workspace) -> str:
    return sentence(standing.reasons[place], standing.key_result, workspace.name_of)


def _rule(standing: Standing, policy: Policy) -> str:
    """The threshold that decided, from the reason that told."""
    bands = {
        "on-track": _("a pace of {on} or more is on track").format(on=number(policy.on_track)),
        "at-risk": _("a pace from {at} to {on} is at risk").format(
            at=number(policy.at_risk), on=number(policy.on_track)
        ),
        "off-track": _("a pace under {at} is off track").format(at=number(policy.at_risk)),
    }
    match standing.reasons[0].code:
        case "pace":
            return bands.get(standing.status, "")
        case "within-grace":
            return _("progress within {n} points of what was expected is on track").format(n=number(policy.grace * 100))
        case "early":
            return _("pace does not judge before {share} of the time has passed").format(share=percent(policy.early))
        case "low-confidence":
            return _("a confidence of {n} or less is at risk").format(n=policy.low_confidence)
        case "two-falls":
            noise = policy.slip_share if standing.key_result.noise is None else standing.key_result.noise
            return _("two falls in a row that lose more than {share} of the way, at a pace under 1").format(
                share=percent(noise)
            )
        case "confidence-fell":
            return _("one person's confidence down by {n} or more, to {at} or below").format(
                n=policy.slip_confidence_fall, at=policy.slip_confidence_at
            )
        case "stale":
            return _("stale after {n} days without a value").format(n=standing.stale_after)
        case "inside-band" | "outside-band":
            return _("inside its band at the last value is on track, outside is off track")
        case "reached":
            return _("progress of 100 % or more; done once its owner says so")
        case _:
            return ""


def _value(standing: Standing) -> str:
    if standing.value is None:
        return "" if standing.key_result.kind == "milestones" else _("none yet")
    on, value = values(standing.entries)[-1]
    return _("{value} on {day}").format(value=current(standing.key_result, value), day=weekday_day(on))


def _progress(standing: Standing) -> str:
    key_result, share = standing.key_result, standing.progress
    match key_result.kind:
        case "metric":
            return _way(standing)
        case "yes-no":
            return percent(share) if share is not None else _("not known: nothing was said yet")
        case "milestones":
            return _steps(standing)
        case "keep":
            return _weeks(standing)


def _way(standing: Standing) -> str:
    key_result, share = standing.key_result, standing.progress
    baseline, target = key_result.baseline, key_result.target
    if baseline is None or target is None:
        return _("not known: there is no baseline") if baseline is None else _("not known: there is no target")
    if share is None or standing.value is None:
        return _("not known: there is no value yet")
    high, low, whole = standing.value, baseline, target
    above, below = (high, low) if target > baseline else (low, high)
    top, bottom = (whole, low) if target > baseline else (low, whole)
    formula = f"({_term(above)} {MINUS} {_term(below)}) ÷ ({_term(top)} {MINUS} {_term(bottom)}) = {percent(share)}"
    if share < 0:
        return _("{formula}, below the start, counts as 0 %").format(formula=formula)
    return _("{formula}, beyond the target, counts as 100 %").format(formula=formula) if share > 1 else formula


def _term(value: float) -> str:
    return number(value) if value >= 0 else f"({MINUS}{number(-value)})"


def _steps_done(standing: Standing) -> int | None:
    if standing.key_result.kind != "milestones":
        return None
    return len(milestones_done(standing.key_result, standing.entries, standing.today))


def _steps(standing: Standing) -> str:
    key_result = standing.key_result
    if standing.progress is None:
        return _("not known: there are no milestones")
    done = milestones_done(standing.key_result, standing.entries, standing.today)
    weights = [number(step.weight) for step in key_result.milestone if step.id in done]
    total = sum(step.weight for step in key_result.milestone)
    above = " + ".join(weights) or "0"
    above = f"({above})" if len(weights) > 1 else above
    return _("{done} ÷ {all} of the weight = {share}").format(
        done=above, all=number(total), share=percent(standing.progress)
    )


def _weeks(standing: Standing) -> str:
    if standing.progress is None:
        return _("not known: there is no value yet")
    weeks: dict[str, bool] = {}
    for on, value in values(standing.entries):
        weeks[iso_week(on)] = weeks.get(iso_week(on), True) and inside(standing.key_result, value)
    return _("{inside} ÷ {weeks} weeks with a value inside its band = {share}").format(
        inside=sum(weeks.values()), weeks=len(weeks), share=percent(standing.progress)
    )


def _elapsed(standing: Standing) -> str:
    span = standing.window
    passed = round(standing.elapsed * span.days)
    text = ngettext("{passed} of {n} day = {share}", "{passed} of {n} days = {share}", span.days)
    text = text.format(passed=passed, n=span.days, share=percent(standing.elapsed))
    return _("{text}, from {start} to {end}").format(text=text, start=day(span.start), end=day(span.end, span.start))


def _expected(standing: Standing) -> str:
    if standing.expected is None:
        return _("nothing: it is kept, not moved")
    text = percent(standing.expected)
    if standing.key_result.phased:
        text = _("{share}, on the line through its phased targets").format(share=text)
    if lag := standing.key_result.lag:
        text = ngettext(
            "{text}, as its figure comes {n} day late", "{text}, as its figure comes {n} days late", lag
        ).format(text=text, n=lag)
    return text


def _pace(standing: Standing) -> str:
    if standing.pace is None:
        return ""
    return f"{percent(standing.progress)} ÷ {percent(standing.expected)} = {tenths(standing.pace)}"


def _forecast(standing: Standing) -> str:
    found = forecast(standing)
    return forecast_explained(found, standing.key_result) if found else ""


def _confidence(standing: Standing, workspace: Workspace) -> str:
    given = [entry for entry in standing.entries if entry.check_in.confidence is not None]
    if not given:
        return _("none given yet")
    last = given[-1]
    return _("{n} of 10, by {name} on {day}").format(
        n=last.check_in.confidence, name=one_line(workspace.name_of(last.person)), day=weekday_day(last.check_in.on)
    )


def _quiet(standing: Standing, workspace: Workspace) -> str:
    if not standing.judged or standing.status == "done":
        return ""
    lag = standing.key_result.lag or 0
    stale_days = workspace.settings.policy.stale_days
    twice = standing.stale_after - stale_days - lag
    parts = [f"2 × {twice // 2}", number(stale_days), *([number(lag)] if lag else [])]
    all_, others = _not_counted(standing, workspace)
    if others:
        said = _("{n} of {all} days without a value count ({others}); stale at {limit} = {sum}")
        return said.format(
            n=standing.quiet, all=all_, others=others, limit=standing.stale_after, sum=" + ".join(parts)
        )  # fmt: skip
    return ngettext(
        "{n} day without a value; stale at {limit} = {sum}", "{n} days without a value; stale at {limit} = {sum}",
        standing.quiet,
    ).format(n=standing.quiet, limit=standing.stale_after, sum=" + ".join(parts))  # fmt: skip


def _not_counted(standing: Standing, workspace: Workspace) -> tuple[int, str]:
    """How many days have passed without a value, and which of them don't count, as words; "" where all do."""
    span = standing.window
    since, until = max(standing.seen or span.start, span.start), span.until(standing.today)
    closed, away = not_counted(workspace, standing.team, standing.key_result.owner, since, until)
    told = [
        *([ngettext("{n} was closed", "{n} were closed", closed).format(n=closed)] if closed else []),
        *([ngettext("on {n} its owner was away", "on {n} its owner was away", away).format(n=away)] if away else []),
    ]
    return (until - since).days, ", ".join(told)


def _weight(standing: Standing) -> str:
    siblings = [each for each in standing.objective.key_result if each.dropped is None]
    total = sum(each.weight for each in siblings)
    if standing.key_result.dropped is not None or not total:
        return number(standing.key_result.weight)
    return _("{weight} of {total} in its objective").format(
        weight=number(standing.key_result.weight), total=number(total)
    )


def _score(standing: Standing) -> str:
    key_result = standing.key_result
    if standing.score is None:
        return ""
    if has_zones(key_result, standing.objective) and standing.value is not None:
        return _("{score}, by its zones: {commit} scores {c}, {target} scores {t}, {stretch} scores {s}").format(
            score=tenths(standing.score), **_marks(key_result), c=number(AT_COMMIT), t=number(AT_TARGET),
            s=tenths(AT_STRETCH),
        )  # fmt: skip
    if standing.progress is None:
        return _("0, because no progress is known")
    return _("{score}, the progress within 0 and 1").format(score=tenths(standing.score))


def _marks(key_result: KeyResult) -> dict[str, str]:
    unit = key_result.unit
    return {
        "commit": figure(key_result.commit, unit),
        "target": figure(key_result.target, unit),
        "stretch": figure(key_result.stretch, unit),
    }
