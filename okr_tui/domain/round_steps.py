"""Steps that people count in: 1, 2, 5 and ten times that, for the labels of a chart and the arrow keys of a figure."""

from math import floor, log10

_COUNTED_IN = (1.0, 2.0, 5.0, 10.0)
_LEAST, _MOST = 1e-300, 1e300
"""Beyond these, a float has no power of ten to count in."""


def round_step(least: float) -> float:
    """The smallest step people count in that is at least as large, from 1e-300 to 1e300; `least` is above 0."""
    ten: float = 10.0 ** power_of_ten(least)
    return next(each * ten for each in _COUNTED_IN if each * ten >= min(least, _MOST) * 0.999)


def power_of_ten(figure: float) -> int:
    """How many powers of ten a figure above 0 has: 2 for 340, -2 for 0.03; never beyond ±300."""
    return floor(log10(min(max(figure, _LEAST), _MOST)))
