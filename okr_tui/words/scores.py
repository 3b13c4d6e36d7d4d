"""Scores in words: their bands, what is decided, what rhythm and score say together, what a change cost."""

from datetime import date

from okr_tui.domain.diagnosis import Diagnosis
from okr_tui.domain.plan import Ambition, KeyResult
from okr_tui.domain.review import Verdict
from okr_tui.domain.settings import Policy
from okr_tui.words.dates import day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext, spoken
from okr_tui.words.numbers import NOTHING, figure, percent
from okr_tui.words.quoting import quoted, with_colon


def score(value: float | None) -> str:
    """A score as it stands in its column, with two decimals: "0.70"; "–" for None. What is not quite 1 never reads as 1."""
    if value is None:
        return NOTHING
    hundredths = round(value * 100)
    if hundredths == 100 and value < 1 - 1e-9:
        hundredths = 99
    written = f"{hundredths / 100:.2f}"
    if spoken() == "en":
        return written
    from babel.numbers import format_decimal

    return format_decimal(hundredths / 100, format="0.00", locale=spoken())


def grade(value: float | None) -> str:
    """A grade that a person gave: one decimal, two where they gave two; nothing for None."""
    if value is None:
        return ""
    short = score(value)
    return short.removesuffix("0")


def ambition(code: Ambition) -> str:
    """What an objective was meant to be."""
    return _("committed") if code == "committed" else _("aspirational")


def verdict(code: Verdict) -> str:
    """What was decided on an objective."""
    words = {
        "keep": _("keep"), "adjust": _("adjust"), "close": _("close"), "continue": _("continue"),
        "rework": _("rework"), "drop": _("drop"),
    }  # fmt: skip
    return words[code]


def bands(policy: Policy) -> tuple[str, str, str]:
    """What the three colours mean: green, yellow, red."""
    below = score(policy.green - 0.01)
    return (
        _("{green} and above").format(green=score(policy.green)),
        _("{yellow} to {below}").format(yellow=score(policy.yellow), below=below),
        _("below; committed: ● {all} only").format(all=score(1.0)),
    )


def inputs(diagnosis: Diagnosis) -> str:
    """The two numbers that a diagnosis is told from: "Rhythm 84 %, scores at 0.63:"."""
    return _("Rhythm {rhythm}, scores at {score}:").format(
        rhythm=percent(diagnosis.rhythm), score=score(diagnosis.score)
    )


def advice(diagnosis: Diagnosis) -> str:
    """What to look at first, in one sentence."""
    words = {
        "strategy": _("look at the strategy first."),
        "rhythm": _("look at the rhythm first."),
        "not-ambitious": _("was it ambitious enough?"),
        "landed": _("it landed."),
        "running": _("the rhythm holds; scores tell at the end."),
        "unknown": _("too early to tell."),
    }
    return words[diagnosis.verdict]


def because(diagnosis: Diagnosis, policy: Policy) -> str:
    """Why that is the advice, and which key results it was told from."""
    titles = [one_line(item.key_result.title) for item in diagnosis.missed[:2]]
    lowest = _(" and ").join(quoted(title) for title in titles)
    missed = len(diagnosis.missed)
    match diagnosis.verdict:
        case "strategy":
            return ngettext(
                "The checks were made, and {n} bet did not come: {lowest}.",
                "The checks were made, and {n} bets did not come, least of all {lowest}.", missed,
            ).format(n=missed, lowest=lowest)  # fmt: skip
        case "rhythm":
            return _("Under {limit} of the check-ins were made: what nobody looks at, nobody steers.").format(
                limit=percent(policy.rhythm)
            )
        case "not-ambitious":
            return _("Everything aspirational was reached, and the first confidence was {sure} of 10.").format(
                sure=round(diagnosis.sure or 0)
            )
        case "landed" if missed:
            return ngettext(
                "{n} bet did not come: {lowest}.", "{n} bets did not come, least of all {lowest}.", missed
            ).format(n=missed, lowest=lowest)
        case "landed":
            return _("Every key result is where success begins, or beyond.")
        case "running":
            return _("A score under {green} will then ask for another strategy.").format(green=score(policy.green))
        case "unknown":
            return _("It takes a score and at least one finished period of check-ins.")


def moved_targets(key_result: KeyResult, today: date) -> tuple[str, ...]:
    """Every change of the target after agreement: "target 50 → 40 on 3 Nov, because …"."""
    return tuple(
        _moved(key_result, change.from_, change.to, change.on, change.why, today)
        for change in key_result.changed
        if change.key == "target"
    )


def _moved(key_result: KeyResult, before: object, after: object, on: date, why: str | None, today: date) -> str:
    old, new = (_figure(each, key_result.unit) for each in (before, after))
    text = _("target {old} → {new} on {day}").format(old=old, new=new, day=day(on, today))
    return with_colon(text, one_line(why)) if why else text


def _figure(value: object, unit: str | None) -> str:
    known = isinstance(value, int | float) and not isinstance(value, bool)
    return figure(float(value), unit) if known else NOTHING  # type: ignore[arg-type]
