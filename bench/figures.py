"""Rows of figures: ratios of medians of things measured in turn, each with its goal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

NAME, FIGURE = 52, 10  # columns


@dataclass(frozen=True, slots=True)
class Row:
    """A figure and what it should be.

    Attributes:
        unit: "×" for a ratio, "ms", "MB".
        goal: the most it may be; None where it is only told.
    """

    name: str
    figure: float
    unit: str
    goal: float | None = None

    @property
    def ok(self) -> bool:
        """Whether the goal is reached; what is only told always is."""
        return self.goal is None or self.figure <= self.goal

    def line(self) -> str:
        """The row as it is printed."""
        if self.goal is None:
            goal, verdict = "–", "told"
        else:
            goal, verdict = f"≤ {_shown(self.goal, self.unit)}", "ok" if self.ok else "NOT"
        return f"{self.name:<{NAME}}{_shown(self.figure, self.unit):>{FIGURE}}  {goal:>{FIGURE + 2}}  {verdict}"


def ratio(ours: Callable[[], float], theirs: Callable[[], float], runs: int) -> float:
    """The median of one measurement over the median of another, taken in turn after one of each that doesn't count."""
    mine, other = in_turn((ours, theirs), runs)
    return mine / other


def in_turn(measurements: Sequence[Callable[[], float]], runs: int) -> tuple[float, ...]:
    """The medians of some measurements, taken A B A B …, so that a busy moment of the machine hits all of them."""
    for measure in measurements:
        measure()
    taken = [[measure() for measure in measurements] for _run in range(runs)]
    return tuple(median(each) for each in zip(*taken, strict=True))


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that so many percent of the values do not exceed.

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("no values")
    return sorted(values)[max(0, ceil(len(values) * percent / 100) - 1)]


def _shown(figure: float, unit: str) -> str:
    return f"{figure:.2f} {unit}" if unit == "×" else f"{figure:.0f} {unit}"
