"""One figure with its marks, or two with an arrow between them: `€ 12k`, `1.234,5`, `(5)`, `3h20`, `22 % -> 45 %`.

The strict readers: no sums, nothing relative, nothing half-read. A cell of a spreadsheet, a figure from a pipe or a
person's own command is one amount; a range holds two, whose points and commas mean the same at both ends.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from okr_tui.domain.amounts import CURRENCIES, FACTORS, SECONDS
from okr_tui.domain.figures import NotAFigure, Range, Unclear

_LONGEST = 200
_MOST = 1e15
_SPACES = "\u00a0\u202f\u2009 '’"
_DIGITS = rf"(?:\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)|\d+)(?:[.,]\d+)*|[.,]\d+"
_MONEY = "|".join(re.escape(sign) for sign in CURRENCIES)
_FACTOR = "|".join(sorted(FACTORS, key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[-−+])?\s*(?P<before>{_MONEY})?\s*(?P<inner>[-−])?\s*"
    rf"(?P<digits>{_DIGITS})(?:[eE](?P<power>[+-]?\d{{1,2}})(?![\d.,]))?\s*"
    rf"(?:(?P<factor>{_FACTOR})(?![^\W\d_]))?\s*(?P<unit>(?:/(?=[^\W\d_])|[^\s\d().,;:+\-−*/=<>])[^()]{{0,40}}?)?\s*(?P<close>\))?"
)
_TIME = "|".join(sorted(SECONDS, key=len, reverse=True))
_CLOCK = re.compile(r"(\d{1,4}):([0-5]\d)(?::([0-5]\d))?")
_PARTS = re.compile(rf"(\d+(?:[.,]\d+)?)\s*({_TIME})?(?![^\W\d_])\s*", re.IGNORECASE)
_LONE_DIGITS = re.compile(r"(?<![^\W\d_])\d")
_POWER = re.compile(r"[eE]\d")
_PER = re.compile(r"(?:/|\b(?:per|pour|par)\b)\s*\d", re.IGNORECASE)
_ARROW = re.compile(r"\s*(?:-+>|→|=>|–>|\.{2,3}|…)\s*")
_TO = re.compile(r"\s+(?:to|à|jusqu['’]à)\s+", re.IGNORECASE)
_FROM = re.compile(r"^\s*(?:from|de|du)\s+", re.IGNORECASE)


class Amount(NamedTuple):
    """A figure and the unit that was written with it; None where there was none."""

    value: float
    unit: str | None


class _Read(NamedTuple):
    """A figure taken apart, before it is known what its points and commas mean."""

    digits: str
    scale: float
    unit: str | None
    seconds: float | None = None  # of a duration in several parts, such as 3h20


def amount(text: str, *, unit: str | None = None, comma: bool = False) -> Amount:
    """One figure, as somebody writes it who means nothing else.

    Args:
        text: what was written.
        unit: what the figure is counted in, where that is known; a duration is turned into it.
        comma: whether a comma with three digits behind it is a decimal comma (French) and not one of thousands.

    Raises:
        NotAFigure: it is none: empty, a sum, a date, two figures, or counted in another unit.
    """
    read = _taken_apart(text, unit)
    decimal = _decimal([read.digits], comma=comma, strict=False)
    return _in_unit(read, decimal, unit)


def amount_range(text: str, *, comma: bool = False) -> Range:
    """`22 -> 40 %` as baseline, target and unit.

    Args:
        text: two figures with an arrow, dots, "to" or "à" between them; "from" or "de" may stand before.
        comma: as for `amount`, where nothing else in the range tells.

    Raises:
        NotAFigure: it is no range of two different figures in one unit.
        Unclear: a point could part thousands or decimals.
    """
    told = _FROM.sub("", text[: _LONGEST + 1])
    ends = _ARROW.split(told) if _ARROW.search(told) else _TO.split(told)
    if len(text) > _LONGEST or len(ends) != 2 or not all(end.strip() for end in ends):
        raise NotAFigure(0)
    first, second = (_taken_apart(end, None) for end in ends)
    decimal = _decimal([first.digits, second.digits], comma=comma, strict=True)
    unit = _common_unit(first, second)
    baseline, target = (_in_unit(read, decimal, unit).value for read in (first, second))
    if baseline == target:
        raise NotAFigure(0)
    return Range(baseline, target, unit)


def _taken_apart(text: str, unit: str | None) -> _Read:
    told = text.strip()
    if not told or len(told) > _LONGEST:
        raise NotAFigure(0)
    if (seconds := _duration(told, unit)) is not None:
        return _Read("0", 1, None, seconds)
    found = _AMOUNT.fullmatch(told)
    if found is None or bool(found["open"]) != bool(found["close"]) or (found["sign"] and found["inner"]):
        raise NotAFigure(0)
    said = (found["unit"] or "").strip() or None
    if said is not None and (
        found["before"] or _POWER.match(said) or (_LONE_DIGITS.search(said) and not _PER.search(said))
    ):
        raise NotAFigure(found.start("unit"))
    negative = (found["sign"] in {"-", "−"} or bool(found["inner"])) != bool(found["open"])
    scale = (-1.0 if negative else 1.0) * 10.0 ** int(found["power"] or 0) * FACTORS.get(found["factor"], 1.0)
    return _Read(re.sub(rf"[{_SPACES}]", "", found["digits"]), scale, said or found["before"])


def _duration(text: str, unit: str | None) -> float | None:
    """The seconds of `3h20`, `1 h 30 min`, and where a time is asked for `1:30`; None for anything else."""
    wanted = SECONDS.get(_core(unit))
    if wanted and (clock := _CLOCK.fullmatch(text)):
        first, second, third = (int(part or 0) for part in clock.groups())
        above = 3600 if clock[3] is not None or wanted >= 3600 else 60
        return first * above + second * above / 60 + third
    parts, at = [], 0
    while at < len(text) and (found := _PARTS.match(text, at)):
        parts.append(found)
        at = found.end()
    if at < len(text) or len(parts) < 2 or not all(part[2] for part in parts[:-1]):
        return None
    total, last = 0.0, 0.0
    for part in parts:
        step = SECONDS[part[2].casefold()] if part[2] else last / 60
        if last and step >= last:
            return None
        total += float(part[1].replace(",", ".")) * step
        last = step
    return total


def _core(unit: str | None) -> str:
    """The unit without what it is counted by: "h" of "h/ticket"."""
    return (unit or "").partition("/")[0].strip().casefold()


def _decimal(numbers: Iterable[str], *, comma: bool, strict: bool) -> str:
    """Which sign parts the decimals, "." or ",": what one number shows counts for all of them."""
    sure: set[str] = set()
    open_ones: list[tuple[str, str]] = []
    for number in numbers:
        signs = {sign for sign in ".," if sign in number}
        if len(signs) == 2:
            last = max(signs, key=number.rfind)
            _grouped(number[: number.rfind(last)], *(signs - {last}))
            sure.add(last)
        elif signs:
            (sign,) = signs
            if number.count(sign) > 1:
                _grouped(number, sign)
                sure.add("," if sign == "." else ".")
            elif re.fullmatch(rf"[1-9]\d{{0,2}}{re.escape(sign)}\d{{3}}", number):
                open_ones.append((sign, number))
            else:
                sure.add(sign)
    if len(sure) > 1 or (not sure and len({sign for sign, _number in open_ones}) > 1):
        raise Unclear(open_ones[0][1] if open_ones else "")
    if sure:
        return sure.pop()
    if open_ones and open_ones[0][0] == "," and not comma:
        return "."
    if open_ones and open_ones[0][0] == "." and strict:
        raise Unclear(open_ones[0][1])
    return open_ones[0][0] if open_ones else "."


def _grouped(number: str, sign: str) -> None:
    """Makes sure that a sign parts thousands.

    Raises:
        NotAFigure: it doesn't: `1.23.4` is a version or a date.
    """
    if not re.fullmatch(rf"\d{{1,3}}(?:{re.escape(sign)}\d{{3}})+", number):
        raise NotAFigure(0)


def _in_unit(read: _Read, decimal: str, unit: str | None) -> Amount:
    wanted, own = SECONDS.get(_core(unit)), SECONDS.get(_core(read.unit))
    if read.seconds is not None:
        if wanted is None:
            raise NotAFigure(0)
        return Amount(read.seconds / wanted, unit)
    other = "," if decimal == "." else "."
    value = float(read.digits.replace(other, "").replace(decimal, ".")) * read.scale
    if own and wanted:
        value *= own / wanted
    elif read.unit and unit and not _same_unit(read.unit, unit):
        raise NotAFigure(0)
    elif unit and re.match(r"[kKM](?:[€$£¥]|EUR|USD|GBP|CHF|JPY|\s|$)", unit) and abs(read.scale) >= 1e3:
        value /= FACTORS[unit[0]]  # "12k€" where k€ are counted
    value = float(f"{value:.12g}")
    if not abs(value) <= _MOST:
        raise NotAFigure(0)
    return Amount(value, unit or read.unit)


def _same_unit(one: str, other: str) -> bool:
    """Whether a figure in one unit is one in the other: "€" is enough for "k€" or "€/month"."""
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return short == long or (short in {sign.casefold() for sign in (*CURRENCIES, "%")} and short in long)


def _common_unit(first: _Read, second: _Read) -> str | None:
    """The unit of a range: the one that is written, at either end; of two times the second."""
    if first.seconds is not None and second.seconds is not None:
        return "min"
    if first.seconds is not None or second.seconds is not None:
        one = second.unit if first.seconds is not None else first.unit
        if SECONDS.get(_core(one)) is None:
            raise NotAFigure(0)
        return one
    times = all(SECONDS.get(_core(read.unit)) for read in (first, second))
    if first.unit and second.unit and not times and first.unit.casefold() != second.unit.casefold():
        raise NotAFigure(0)
    return second.unit or first.unit
