"""What people type for a figure: numbers, `+3`, `=-5`, `120/4`, and a range such as `22 -> 40 %`."""

import re
from typing import NamedTuple

_LONGEST = 200
_NUMBER = re.compile(r"\d[\d\u00a0\u202f\u2009'’]*(?:[.,]\d+)*|[.,]\d+")
_TOKEN = re.compile(rf"\s*(?:({_NUMBER.pattern})|([-+*/()×÷−]))")
_GROUPED = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_DIGITS_ONLY = re.compile(r"[-+=*/()×÷−\d.,'’\s]*")
_OPERATORS = str.maketrans("×÷−", "*/-")
_RANGE = re.compile(
    r"^\s*(?P<from>[-−+]?[\d.,\u00a0\u202f' ]*\d)\s*(?:->|→|=>|–>|\.\.\.?|\bto\b|\bà\b)\s*(?P<rest>.*)$"
)
_SIGNED = re.compile(r"^\s*(?P<to>[-−+]?\d[\d.,\u00a0\u202f']*)\s*(?P<unit>.*)$")


class NotAFigure(ValueError):
    """What was typed is no figure; `at` is the place in the text from which it makes no sense."""

    def __init__(self, at: int) -> None:
        super().__init__(f"no figure from character {at}")
        self.at = at


class Typed(NamedTuple):
    """A figure as typed.

    Attributes:
        value: what it comes to.
        worked: the sum as it was worked out ("34 + 3"), where there was one to work out; else None.
    """

    value: float
    worked: str | None


class Range(NamedTuple):
    """`22 -> 40 %`: where a key result starts, where it wants to be, and in what unit."""

    baseline: float
    target: float
    unit: str | None


def typed(text: str, *, last: float | None = None, unit: str | None = None, comma: bool = False) -> Typed:
    """The figure that a person means.

    A leading `+` or `-` adds to the last value, a leading `=` makes it absolute, arithmetic works, and so do amounts as
    people write them: `12k`, `1,2M`, `€ 12`, `45 %`, and where the unit is a time `3h20`, `90 min`, `1:30`.

    Args:
        text: what was typed.
        last: the last value, which a leading sign adds to; without one the sign is the figure's own.
        unit: the unit, which may be typed with the figure; a duration or thousands of money are turned into it.
        comma: a comma with three digits behind it is a decimal comma (French) and not thousands.

    Raises:
        NotAFigure: it makes no sense, or comes to nothing finite.
    """
    told = _GROUPED.sub("", text.strip())
    if len(told) > _LONGEST:
        raise NotAFigure(0)
    body = told if _DIGITS_ONLY.fullmatch(told) else _amounts_read(told, unit, comma=comma)
    if not body:
        raise NotAFigure(0)
    absolute = body.startswith("=")
    body = body.removeprefix("=").translate(_OPERATORS).lstrip()
    relative = not absolute and body[:1] in {"+", "-"} and last is not None
    try:
        value = _Sum(body, comma=comma).value(start=last if relative else None)
    except NotAFigure as refused:
        raise NotAFigure(min(refused.at, len(text))) from None
    meant = _digits(told) == _digits(body)  # else an amount was read: 12k, 3h20
    said = body if meant else told.removeprefix("=").translate(_OPERATORS).lstrip()
    if relative:
        return Typed(value, f"{last:g} {said[0]} {said[1:].strip()}")
    plain = meant and _NUMBER.fullmatch(body.lstrip("+-").strip()) is not None
    return Typed(value, None if plain else said)


def _amounts_read(text: str, unit: str | None, *, comma: bool) -> str:
    from okr_tui.domain.amounts import in_figures  # whoever types 41 needs none of it

    return in_figures(text, unit, lambda digits: number(digits, comma=comma))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def typed_range(text: str, *, comma: bool = False) -> Range | None:
    """`22 -> 40 %` as baseline, target and unit; None when it is no range of two different figures."""
    if len(text) > _LONGEST or not (left := _RANGE.match(text)) or not (right := _SIGNED.match(left["rest"])):
        return None
    try:
        baseline, target = (_signed(part, comma=comma) for part in (left["from"], right["to"]))
    except NotAFigure:
        return None
    return Range(baseline, target, right["unit"].strip() or None) if baseline != target else None


def number(text: str, *, comma: bool = False) -> float:
    """One unsigned number in the usual formats: `1 234,5`, `1,234.5`, `1'234.5`, `.5`.

    Raises:
        NotAFigure: it isn't one.
    """
    digits = re.sub(r"[\s\u00a0\u202f'’]", "", text)
    commas, points = digits.count(","), digits.count(".")
    if commas and points:
        decimal = "," if digits.rfind(",") > digits.rfind(".") else "."
    elif commas:
        grouped = re.fullmatch(r"\d{1,3}(,\d{3})+", digits) is not None
        decimal = "." if grouped and (commas > 1 or not comma) else ","
    else:
        decimal = "," if points > 1 else "."
    other = "." if decimal == "," else ","
    try:
        return float(digits.replace(other, "").replace(decimal, "."))
    except ValueError:
        raise NotAFigure(0) from None


def _signed(text: str, *, comma: bool) -> float:
    body = text.strip().translate(_OPERATORS)
    sign = -1.0 if body.startswith("-") else 1.0
    return sign * number(body.lstrip("+-"), comma=comma)


class _Sum:
    """Works out a sum with + - * / and brackets, from left to right by precedence."""

    def __init__(self, text: str, *, comma: bool) -> None:
        self._tokens: list[tuple[int, str]] = []
        self._comma = comma
        self._at = 0
        place = 0
        while place < len(text.rstrip()):
            found = _TOKEN.match(text, place)
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
        return number(self._tokens[self._at - 1][1], comma=self._comma)

    def _place(self) -> int:
        return self._tokens[min(self._at, len(self._tokens) - 1)][0] if self._tokens else 0
