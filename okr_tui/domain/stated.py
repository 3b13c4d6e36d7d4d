"""Figures that are stated, not worked out: a range, a target, a cell, what a program tells. No sums, no dates."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from okr_tui.domain.amounts import CLOCK, DURATION, FACTORS, MONEY, finest, in_figures, is_time
from okr_tui.domain.figures import NUMBER, NotAFigure, closed_up, marks, number

Found = TypeVar("Found")
_LONGEST = 200
_COINS = "|".join(re.escape(sign) for sign in MONEY)
_END = re.compile(
    rf"=?\s*(?P<sign>[-−+]?)\s*(?P<before>{_COINS})?\s*(?P<second>[-−+]?)\s*"
    rf"(?P<figure>{NUMBER.pattern})(?P<factor>(?:{FACTORS})(?![^\W\d_])|[kKM](?=(?:{_COINS})))?(?P<rest>.*)"
)
_LOSS = re.compile(r"\(\s*([^()−+-][^()]*)\)(.*)")
_BARE = re.compile(rf"=?\s*([-−+]?)\s*({NUMBER.pattern})")
_COUNTED = re.compile(rf"(?:[kKM]\s?)?({_COINS})")
_ARROW = re.compile(r"\s*(?:-+>|→|=>|–>|…|\.{2,3})\s*")
_TO = re.compile(rf"(?P<first>.*?\d.*?)\s+(?:to|à)\s+(?P<second>[-−+=(\s]*(?:{_COINS})?\s*[\d.,].*)", re.IGNORECASE)
_FROM = re.compile(r"(?:from|de)\s+(?=[-−+=(€$£¥\d.,])", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\s*[-−–+*×÷=(:.,]+\s*\d|\s*\d|/\d|[eE]\d"  # a sum, a span, a time of day, a part of a number
    r"|.*(?:[%€$£¥]|\b(?:to|from|à|de|and|et|or|ou))\s+[-−+(€$£¥]*\d|.*[-−–=]>|.*→",
    re.IGNORECASE,
)
_OF = re.compile(r"(?:out\s+)?(?:of|sur|on)\s+\d", re.IGNORECASE)
_UNIT_ALONE = re.compile(r"(?:[^\d]|(?<=[^\W\d_])\d|(?:\b(?:per|par|pour|for|of|sur)\s+|/\s*)[\d.,]+)*", re.IGNORECASE)


class Stated(NamedTuple):
    """Figures that share a unit: what each comes to in it, and the unit, None where none was written."""

    values: tuple[float, ...]
    unit: str | None


class Way(NamedTuple):
    """`22 -> 40 %`: where a key result starts, where it wants to be, in what unit; None where it is not said."""

    baseline: float | None = None
    target: float | None = None
    unit: str | None = None


class _End(NamedTuple):
    """One figure before it is read.

    Attributes:
        text: without the brackets of a loss.
        number: its digits; None where it is made of several ("3h20").
        unit: the unit written with it, of "10k€" the euro.
        factor: a factor stands right behind the digits ("10k").
        loss: it stood in brackets, so that it is below zero.
    """

    text: str
    number: str | None
    unit: str | None
    factor: bool
    loss: bool


def figure_told(text: str, unit: str | None = None, *, comma: bool = False) -> float:
    """The one figure that a program, a pipe or a cell tells in the unit asked for; its sign is its own.

    Three digits behind a point are decimals however they end: programs write 1.200 for 1.2.

    Raises:
        NotAFigure: it is something else, or counted in something else.
    """
    end = _end(text)
    known = marks([end.number] if end.number else ())
    return _value(end, unit, comma=comma, decimal=None if known or "," in text else ".")


def stated(
    texts: Sequence[str], unit: str | None = None, *, comma: bool = False, decimal: str | None = None, free: bool = True
) -> Stated:
    """Figures that belong together: they share a unit, and one meaning of point and comma.

    Args:
        texts: one figure each.
        unit: the unit they are counted in; without one, that which is written with them.
        comma: a comma with three digits behind it is a decimal comma (French) and not thousands.
        decimal: the decimal mark, where more than these texts shows it.
        free: any words behind a figure are its unit; else only `%`, money and times are, as in a cell.

    Raises:
        NotAFigure: one of them is no figure, they are counted in different things, or point and comma differ.
    """
    ends = [_of(text, partial(_end, text)) for text in texts]
    shown = marks(end.number for end in ends if end.number)
    if len(shown) > 1:
        raise NotAFigure(0, "two-marks")
    decimal = next(iter(shown), decimal)
    if unit is None:
        unit = _shared(ends)
        if unit and not free and not (unit == "%" or is_time(unit) or _COUNTED.fullmatch(unit)):
            refused = NotAFigure()
            refused.text = next(text for text, end in zip(texts, ends, strict=True) if end.unit)
            raise refused
        if len(ends) == 1 and unit and _OF.match(unit):
            raise NotAFigure  # "3 of 4" are two figures
    pairs = zip(texts, ends, strict=True)
    values = tuple(_of(text, partial(_value, end, unit, comma=comma, decimal=decimal)) for text, end in pairs)
    return Stated(values, unit)


def _of(text: str, read: Callable[[], Found]) -> Found:
    """What is read of a text, which a refusal names."""
    try:
        return read()
    except NotAFigure as refused:
        refused.text = text
        raise


def way(text: str, *, comma: bool = False) -> Way:
    """`22 -> 40 %`, `from 22% to 40%`, one end of it, or a unit alone.

    Raises:
        NotAFigure: it is none of these, or start and target are the same.
    """
    if len(text) > _LONGEST:
        raise NotAFigure
    first, second = _ends(closed_up(text.strip()))
    alone = second if _is_unit(second) else ""
    told = [each for each in (first, "" if alone else second) if each]
    if not told:
        return Way(unit=alone or None)
    values, unit = stated(told, alone or None, comma=comma)
    if len(values) == 2 and values[0] == values[1]:
        raise NotAFigure(0, "same")
    whole = [int(each) if each == int(each) else each for each in values]
    return Way(whole[0] if first else None, None if alone or not second else whole[-1], unit)


def _ends(text: str) -> tuple[str, str]:
    """Start and target, either of which may be empty; one figure alone is a target."""
    ends = _ARROW.split(text)
    if len(ends) > 2:
        raise NotAFigure
    if len(ends) == 1 and (said := _TO.fullmatch(text)):
        ends = [said["first"], said["second"]]
    if len(ends) == 1:
        return "", ends[0]
    return _FROM.sub("", ends[0], count=1) if _FROM.match(ends[0]) else ends[0], ends[1]


def _is_unit(text: str) -> bool:
    return not _END.fullmatch(text) and bool(_UNIT_ALONE.fullmatch(text)) and not _ANOTHER.match(text)


def _end(text: str) -> _End:
    told = closed_up(text.strip())
    loss = _LOSS.fullmatch(told)
    told = loss[1].strip() + loss[2] if loss else told
    if CLOCK.fullmatch(told.lstrip("=+-− ")):
        return _End(told, None, None, factor=False, loss=bool(loss))
    found = _END.fullmatch(told) if len(told) <= _LONGEST else None
    if found is None or (found["sign"] and found["second"]):
        raise NotAFigure
    if several := DURATION.fullmatch(found["figure"] + (found["factor"] or "") + found["rest"].rstrip()):
        named = finest(several[0])
        if named != found["rest"].strip():
            return _End(told, None, named, factor=False, loss=bool(loss))
    factor, rest = found["factor"] or "", found["rest"].strip()
    if factor in {"m", "mn"} and not (found["before"] or _COUNTED.match(rest)):
        factor, rest = "", factor + rest  # metres, minutes
    if _ANOTHER.match(found["rest"]) or (found["before"] and rest):
        raise NotAFigure
    return _End(told, found["figure"], found["before"] or rest or None, bool(factor), bool(loss))


def _shared(ends: Sequence[_End]) -> str | None:
    """The unit of all of them: the one that is written, of times the finest, of k€ and € the euro."""
    units = {end.unit.casefold(): end.unit for end in ends if end.unit}
    bare = [end for end in ends if not (end.unit or end.factor or _is_nought(end))]
    if bare and any(end.factor or (end.unit and end.number is None) for end in ends):
        raise NotAFigure(0, "one-factor")
    if len(units) <= 1:
        return next(iter(units.values()), None)
    first, second, *_more = units.values()
    longest = max(units.values(), key=len)
    if all(unit == longest or (_is_mark(unit) and longest.startswith(f"{unit} ")) for unit in units.values()):
        return longest  # "45% -> 70% of users"
    if all(map(is_time, units)):
        return finest(" ".join(f"1 {unit}" for unit in units.values()))
    coins = {found[1] for unit in units.values() if (found := _COUNTED.fullmatch(unit))}
    if len(coins) == 1 and all(_COUNTED.fullmatch(unit) for unit in units.values()):
        return coins.pop()
    raise NotAFigure(0, "two-units", (first, second))


def _is_mark(unit: str) -> bool:
    return unit == "%" or unit in MONEY


def _is_nought(end: _End) -> bool:
    return end.number is not None and not end.number.strip("0.,")


def _value(end: _End, unit: str | None, *, comma: bool, decimal: str | None) -> float:
    read = partial(number, comma=comma, decimal=decimal)
    found = _BARE.fullmatch(in_figures(end.text, unit, read).strip())
    if found is None:
        raise NotAFigure
    value = read(found[2])
    if not value <= 1e15:
        raise NotAFigure
    return -value if end.loss or found[1] in {"-", "−"} else value
