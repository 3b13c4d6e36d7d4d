"""What people type for a figure in a check-in: numbers in any usual format, `+3`, `=-5`, `120/4`."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

_LONGEST = 200
_MOST_DIGITS = 15
"""Digits of the largest figures, below 1e15."""

_GAPS = "\u00a0\u202f\u2009'’"
NUMBER = re.compile(rf"(?:\d[\d{_GAPS}]*(?:[.,]\d+)*|[.,]\d+)(?:[eE][-+]?\d{{1,3}}(?!\w))?")
"""An unsigned number in any usual format, its thousands closed up: `1234,5`, `1,234.5`, `1E+05`."""

# Whoever types 41 needs none of these, so each is compiled where it is used first.
_TOKEN = rf"\s*(?:({NUMBER.pattern})|([-+*/()×÷−]))"
_SPACED = r"(?<![\d.,])[1-9]\d{0,2}(?: \d{3})+(?!\d)"
_GROUPS = (
    rf"(?P<whole>[1-9]\d{{0,2}}(?:(?P<gap>[.,{_GAPS}])\d{{3}})(?:(?P=gap)\d{{3}})*)"
    r"(?:(?!(?P=gap))(?P<mark>[.,])(?P<rest>\d+))?"
)
_PLAIN = r"(?P<whole>\d*)(?:(?P<mark>[.,])(?P<rest>\d+))?(?P<power>[eE][-+]?\d{1,3})?"
_DIGITS_ONLY = r"(?:[-+=*/()×÷−\d.,'’\s]|(?<=\d)[eE](?=[-+]?\d))*"
_DATE = r"(?<!\d)(?:\d{4}-\d\d?-\d\d?|\d{1,2}([/.-])\d{1,2}\1\d{4})(?!\d)"
_BRACKETED = rf"\(\s*({NUMBER.pattern})\s*\)"
_OPERATORS = str.maketrans("×÷−", "*/-")

Read = Callable[[str], float]
"""How an unsigned number is read."""


class NotAFigure(ValueError):
    """What was typed is no figure.

    Attributes:
        at: the place in the text from which it makes no sense.
        code: why, where more can be said: two-readings, two-marks, two-units, one-factor or same.
        facts: the figures or units that the sentence names.
        text: of several texts the one that is no figure; "" where it is the only one, or all of them don't go together.
    """

    def __init__(self, at: int = 0, code: str = "", facts: tuple[float | str, ...] = ()) -> None:
        super().__init__(f"no figure from character {at}")
        self.at, self.code, self.facts, self.text = at, code, facts, ""


class Typed(NamedTuple):
    """A figure as typed.

    Attributes:
        value: what it comes to.
        worked: the sum as it was worked out ("34 + 3"), where there was one to work out; else None.
    """

    value: float
    worked: str | None


def typed(text: str, *, last: float | None = None, unit: str | None = None, comma: bool = False) -> Typed:
    """The figure that a person means.

    A leading `+` or `-` adds to the last value, a leading `=` makes it absolute, arithmetic works, and so do amounts as
    people write them: `12k`, `1,2M`, `€ 12`, `45 %`, and where the unit is a time `3h20`, `90 min`, `1:30`. A number
    alone in brackets is below zero, as accountants write it. A date is no sum.

    Args:
        text: what was typed.
        last: the value that a leading sign adds to; without one the sign is the figure's own.
        unit: the unit, which may be typed with the figure; a duration or thousands of money are turned into it.
        comma: a comma with three digits behind it is a decimal comma (French) and not thousands.

    Raises:
        NotAFigure: it makes no sense, or comes to nothing finite.
    """
    told = closed_up(text.strip())
    if told.isdecimal() and len(told) <= _MOST_DIGITS:
        return Typed(float(told), None)
    if len(told) > _LONGEST or re.search(_DATE, told):
        raise NotAFigure
    read = partial(number, comma=comma, decimal=one_mark(NUMBER.findall(told)))
    body = told if re.fullmatch(_DIGITS_ONLY, told) else _amounts_read(told, unit, read)
    if not body:
        raise NotAFigure
    if loss := re.fullmatch(_BRACKETED, body.removeprefix("=").strip()):
        return Typed(-read(loss[1]), f"-{loss[1]}")
    absolute = body.startswith("=")
    body = body.removeprefix("=").translate(_OPERATORS).lstrip()
    relative = not absolute and body[:1] in {"+", "-"} and last is not None
    try:
        value = _Sum(body, read).value(start=last if relative else None)
    except NotAFigure as refused:
        raise NotAFigure(min(refused.at, len(text)), refused.code, refused.facts) from None
    meant = _digits(told) == _digits(body)  # else an amount was read: 12k, 3h20
    said = body if meant else told.removeprefix("=").translate(_OPERATORS).lstrip()
    if relative:
        return Typed(value, f"{last:g} {said[0]} {said[1:].strip()}")
    plain = meant and NUMBER.fullmatch(body.lstrip("+-").strip()) is not None
    return Typed(value, None if plain else said)


def _amounts_read(text: str, unit: str | None, read: Read) -> str:
    from okr_tui.domain.amounts import in_figures  # whoever types 41 needs none of it

    return in_figures(text, unit, read)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def closed_up(text: str) -> str:
    """The text with thousands that a space parts written as one number: "1 234 -> 2 000" is "1234 -> 2000"."""
    return text if " " not in text else re.sub(_SPACED, lambda found: found[0].replace(" ", ""), text)


class _Apart(NamedTuple):
    """A number taken apart.

    Attributes:
        mark: what stands before `rest`, a point or a comma; "" without one.
        decimal: the decimal mark, as far as this number shows which one it is.
        open: `rest` are three digits that may be thousands or decimals.
    """

    whole: str
    mark: str
    rest: str
    power: str
    decimal: str
    open: bool


def _apart(text: str) -> _Apart:
    """Takes a number apart.

    Raises:
        NotAFigure: it isn't one, or its groups aren't of three digits.
    """
    told = text.strip()
    if found := re.fullmatch(_GROUPS, told):
        gap, mark, rest = found["gap"], found["mark"] or "", found["rest"] or ""
        if gap in ".," and told.count(gap) == 1 and not mark:
            whole, rest = found["whole"].split(gap)
            return _Apart(whole, gap, rest, "", "", open=True)
        decimal = mark or {".": ",", ",": "."}.get(gap, "")
        return _Apart(_digits(found["whole"]), mark, rest, "", decimal, open=False)
    if (found := re.fullmatch(_PLAIN, told)) and (found["whole"] or found["rest"]):
        mark = found["mark"] or ""
        return _Apart(found["whole"] or "0", mark, found["rest"] or "", found["power"] or "", mark, open=False)
    raise NotAFigure


def marks(numbers: Iterable[str]) -> frozenset[str]:
    """The decimal marks that these numbers show: "1.234,5" shows a comma, "1.2" a point, "1.200" none for sure."""
    found = set()
    for each in numbers:
        try:
            found.add(_apart(each).decimal)
        except NotAFigure:
            continue
    return frozenset(found - {""})


def one_mark(numbers: Iterable[str]) -> str | None:
    """The decimal mark of all these numbers; None where they show none, or both."""
    found = marks(numbers)
    return next(iter(found)) if len(found) == 1 else None


def number(text: str, *, comma: bool = False, decimal: str | None = None) -> float:
    """One unsigned number in the usual formats: `1 234,5`, `1,234.5`, `1'234.5`, `.5`, `1E+05`.

    Args:
        text: the number.
        comma: a comma with three digits behind it is a decimal comma (French) and not thousands.
        decimal: the decimal mark, where the numbers beside this one show it; it goes before the custom.

    Raises:
        NotAFigure: it isn't one; or three digits behind the mark end in 0 ("1.200"), which nobody writes for 1.2,
            and nothing says that thousands are meant.
    """
    told = _apart(closed_up(text.strip()))
    if told.open:
        mark = decimal or ("," if comma and told.mark == "," else ".")
        if mark != told.mark:
            return float(told.whole + told.rest)
        if decimal is None and told.rest.endswith("0"):
            raise NotAFigure(0, "two-readings", (float(f"{told.whole}.{told.rest}"), float(told.whole + told.rest)))
    return float(f"{told.whole}.{told.rest or 0}{told.power}")


class _Sum:
    """Works out a sum with + - * / and brackets, from left to right by precedence."""

    def __init__(self, text: str, read: Read) -> None:
        self._tokens: list[tuple[int, str]] = []
        self._read = read
        self._at = 0
        token, place = re.compile(_TOKEN), 0
        while place < len(text.rstrip()):
            found = token.match(text, place)
            if not found:
                raise NotAFigure(place)
            self._tokens.append((place, found[1] or found[2]))
            place = found.end()

    def value(self, start: float | None = None) -> float:
        result = self._terms(self._term() if start is None else start)
        if self._at < len(self._tokens):
            raise NotAFigure(self._tokens[self._at][0])
        if not abs(result) <= 1e15:
            raise NotAFigure(0)
        return result

    def _next(self, *wanted: str) -> str | None:
        if self._at < len(self._tokens) and self._tokens[self._at][1] in wanted:
            self._at += 1
            return self._tokens[self._at - 1][1]
        return None

    def _terms(self, result: float) -> float:
        while operator := self._next("+", "-"):
            other = self._term()
            result = result + other if operator == "+" else result - other
        return result

    def _term(self) -> float:
        result = self._factor()
        while operator := self._next("*", "/"):
            other = self._factor()
            if operator == "/" and other == 0:
                raise NotAFigure(self._tokens[self._at - 1][0])
            result = result * other if operator == "*" else result / other
        return result

    def _factor(self) -> float:
        if self._next("-"):
            return -self._factor()
        if self._next("+"):
            return self._factor()
        if self._next("("):
            inner = self._terms(self._term())
            if not self._next(")"):
                raise NotAFigure(self._place())
            return inner
        if self._at >= len(self._tokens) or (
            not self._tokens[self._at][1][0].isdigit() and self._tokens[self._at][1][0] not in ".,"
        ):
            raise NotAFigure(self._place())
        self._at += 1
        return self._read(self._tokens[self._at - 1][1])

    def _place(self) -> int:
        return self._tokens[min(self._at, len(self._tokens) - 1)][0] if self._tokens else 0
