"""Numbers as the language spoken writes them: "29 %", "6.2 h", "22 → 40 %".

English is written here, because importing Babel and its first locale takes about 50 ms; other languages use Babel.
"""

import math
from typing import TYPE_CHECKING

from okr_tui.words.language import _, ngettext, spoken

if TYPE_CHECKING:
    from okr_tui.domain.plan import KeyResult

NOTHING = "–"
"""What stands where there is no figure."""

MINUS = "\u2212"


def number(value: float | None) -> str:
    """A number with as many decimals as help: two below 100, one below 10,000, else none; "–" for None."""
    if value is None:
        return NOTHING
    size = abs(value)
    decimals = 2 if size < 100 else 1 if size < 10_000 else 0
    if 0 < size < 0.1:
        # A small share of something: its first two digits count, wherever they stand.
        decimals = min(12, -int(f"{size:e}".partition("e")[2]) + 1)
    return _written(round(value, decimals), decimals)


def figure(value: float | None, unit: str | None = None) -> str:
    """A number with its unit: "29 %", "6.2 h", "455 /wk"; "–" for None."""
    if value is None:
        return NOTHING
    return f"{number(value)}{_gap()}{unit}" if unit else number(value)


def current(key_result: "KeyResult", value: float | None) -> str:
    """Where a key result is now: its figure, or yes or no; "–" where nothing is known, and for milestones."""
    if value is None or key_result.kind != "yes-no":
        return figure(value, key_result.unit)
    return _("yes") if value >= 1 else _("no")


def percent(share: float | None) -> str:
    """A share as whole percents, halves upwards: 0.405 is "41 %". What is not quite 1 never reads as 100 %."""
    if share is None:
        return NOTHING
    hundredths = math.floor(share * 100 + 0.5 + 1e-9)
    if hundredths == 100 and share < 1 - 1e-9:
        hundredths = 99
    return f"{_written(float(hundredths), 0)}{_gap()}%"


def signed(value: float | None, unit: str | None = None) -> str:
    """A difference with its sign: "+3", "−2.5 h"; "–" for None."""
    if value is None:
        return NOTHING
    sign = "+" if value > 0 else MINUS if value < 0 else "±"
    return sign + figure(abs(value), unit)


def tenths(value: float | None) -> str:
    """A score or a pace with two decimals at most and one at least: "0.7", "0.35"; "–" for None."""
    if value is None:
        return NOTHING
    rounded = round(value, 2)
    return _written(rounded, 2, least=1)


def from_to(key_result: "KeyResult", done: int | None = None) -> str:
    """What a key result wants: "22 → 40 %", "keep 4 to 6 h", "2 of 5 milestones", "yes / no"; "–" where it does not say.

    Args:
        key_result: the key result.
        done: milestones done; those marked in the plan when not given.
    """
    match key_result.kind:
        case "yes-no":
            return _("yes / no")
        case "milestones":
            total = len(key_result.milestone)
            count = sum(step.done is not None for step in key_result.milestone) if done is None else done
            return ngettext("{done} of {n} milestone", "{done} of {n} milestones", total).format(done=count, n=total)
        case "keep":
            return _band(key_result)
        case "metric":
            return _way(key_result)


def _way(key_result: "KeyResult") -> str:
    baseline, target, unit = key_result.baseline, key_result.target, key_result.unit
    if target is None:
        return NOTHING if baseline is None else _("from {start}").format(start=figure(baseline, unit))
    if baseline is None:
        return f"→ {figure(target, unit)}"
    return f"{number(baseline)} → {figure(target, unit)}"


def _band(key_result: "KeyResult") -> str:
    low, high, unit = key_result.low, key_result.high, key_result.unit
    if low is not None and high is not None:
        return _("keep {low} to {high}").format(low=number(low), high=figure(high, unit))
    if low is not None:
        return _("keep ≥ {low}").format(low=figure(low, unit))
    if high is not None:
        return _("keep ≤ {high}").format(high=figure(high, unit))
    return NOTHING


def _written(value: float, most: int, *, least: int = 0) -> str:
    """A rounded value as the language writes it, with `least` to `most` decimals."""
    value = value + 0.0  # no "-0"
    if spoken() != "en":
        from babel.numbers import format_decimal

        pattern = "#,##0" + ("." + "0" * least + "#" * (most - least) if most else "")
        return format_decimal(value, format=pattern, locale=spoken())
    written = f"{value:,.{most}f}"
    if not most:
        return written
    whole, _point, decimals = written.partition(".")
    kept = decimals.rstrip("0").ljust(least, "0")
    return f"{whole}.{kept}" if kept else whole


def _gap() -> str:
    """What stands between a number and its unit: a space, in French a narrow one that does not break."""
    return " " if spoken() == "en" else "\u202f"
