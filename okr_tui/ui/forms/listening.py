"""What the coach hears of a form: a draft made from what is typed so far, however unfinished."""

from collections.abc import Callable, Mapping
from typing import TypeVar, get_args

from okr_tui.actions.ways import way_typed
from okr_tui.domain.drafts.draft import Draft, Shape
from okr_tui.domain.drafts.left import left_of
from okr_tui.domain.errors import OkrError
from okr_tui.domain.phrasing import split_why
from okr_tui.domain.plan import KeyResult, Objective, Plan
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.coaching import Coached, coached
from okr_tui.ui.forms.draft_form import Listens
from okr_tui.ui.widgets.entry import from_typed

Value = TypeVar("Value")
_SHAPES: Mapping[str, Shape] = {each: each for each in get_args(Shape)}


def hears_objective(workspace: Workspace, plan: Plan | None, known: Objective | None = None) -> Listens:
    """What is heard while an objective is typed.

    Args:
        workspace: knows the language.
        plan: the plan it stands in, which knows what was left as it is.
        known: the one that is edited; None for a new one.
    """
    language = (known.lang if known is not None else None) or workspace.settings.language

    def listen(typed: Mapping[str, str], left: frozenset[str]) -> Coached:
        what, because = split_why(from_typed(typed["title"]))
        draft = Draft(
            kind="objective", text=what, lang=language,
            change=typed.get("change") or None, why=typed.get("why", "").strip() or because,
        )  # fmt: skip
        return coached(draft, left | _left(plan, known, what))

    return listen


def hears_key_result(
    workspace: Workspace, plan: Plan | None, inside: Objective | None, known: KeyResult | None = None
) -> Listens:
    """What is heard while a key result is typed; figures that make no sense yet are not heard.

    Args:
        workspace: knows the language.
        plan: the plan it stands in, which knows what was left as it is.
        inside: its objective, whose language is its own unless it has one.
        known: the one that is edited; None for a new one.
    """
    own = (known.lang if known is not None else None) or (inside.lang if inside is not None else None)
    language = own or workspace.settings.language

    def listen(typed: Mapping[str, str], left: frozenset[str]) -> Coached:
        text = from_typed(typed["title"])
        way = _heard(way_typed, typed.get("way", "")) or way_typed("")
        keep = typed["kind"] == "keep"
        draft = Draft(
            kind="key_result", text=text, lang=language, shape=_SHAPES.get(typed["kind"]),
            baseline=way.baseline, target=way.target, unit=typed.get("unit") if keep else way.unit,
            low=_edge(typed, "low") if keep else None, high=_edge(typed, "high") if keep else None,
        )  # fmt: skip
        return coached(draft, left | _left(plan, known, text))

    return listen


def _left(plan: Plan | None, known: Objective | KeyResult | None, text: str) -> frozenset[str]:
    return left_of(plan, known.id, text) if plan is not None and known is not None else frozenset()


def _edge(typed: Mapping[str, str], key: str) -> float | None:
    from okr_tui.actions.values import number

    return _heard(number, typed.get(key, ""))


def _heard(read: Callable[[str], Value], text: str) -> Value | None:
    try:
        return read(text) if text.strip() else None
    except OkrError:
        return None
