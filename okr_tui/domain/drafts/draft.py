"""What the coach looks at: the words of one objective or key result, and what its fields already say."""

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from okr_tui.domain.plan import KeyResult, Objective

DraftKind = Literal["objective", "key_result"]
Lang = Literal["en", "fr"]
Shape = Literal["metric", "keep", "yes-no", "milestones"]


class Draft(NamedTuple):
    """One draft as the coach sees it.

    Attributes:
        text: the wording, as typed.
        lang: the language whose rules judge it.
        shape: kind of a key result; None where it isn't known.
        baseline: where it starts; target: where it wants to be; low, high: the edges of a band; None where unknown.
        unit: the unit of these figures.
        change: which of CHICC an objective is (change, innovate, build, correct); why: its "so that".
        bare: only the wording is known (a line on stdin), so nothing is said about fields that are empty.
    """

    kind: DraftKind
    text: str
    lang: Lang = "en"
    shape: Shape | None = None
    baseline: float | None = None
    target: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    change: str | None = None
    why: str | None = None
    bare: bool = False


def of_objective(objective: "Objective", lang: Lang) -> Draft:
    """The draft that an objective of a plan is.

    Args:
        objective: the table of the plan; its own `lang` wins.
        lang: the language of the workspace.
    """
    return Draft(
        "objective", objective.title, objective.lang or lang, change=objective.change, why=objective.why or None
    )


def of_key_result(key_result: "KeyResult", lang: Lang) -> Draft:
    """The draft that a key result of a plan is.

    Args:
        key_result: the table of the plan; its own `lang` wins.
        lang: the language of the workspace, or of its objective.
    """
    return Draft(
        "key_result", key_result.title, key_result.lang or lang, shape=key_result.kind,
        baseline=key_result.baseline, target=key_result.target, low=key_result.low, high=key_result.high,
        unit=key_result.unit,
    )  # fmt: skip
