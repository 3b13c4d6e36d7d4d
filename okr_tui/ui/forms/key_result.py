"""The fields of a key result, and what becomes of what was typed into them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from okr_tui.actions.values import value_for
from okr_tui.domain.plan import KeyResult
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.forms.figures import exact, way_said, way_typed, way_written
from okr_tui.ui.forms.owners import owner_of, owner_said
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _
from okr_tui.words.typed import typed_day


def kind_words() -> tuple[tuple[str, str], ...]:
    """The kinds of key results, in words."""
    return (("metric", _("metric")), ("keep", _("keep")), ("yes-no", _("yes-no")), ("milestones", _("milestones")))


def key_result_fields(
    workspace: Workspace, names: tuple[str, ...], today: date, key_result: KeyResult | None = None
) -> tuple[Field, ...]:
    """What is asked of a key result.

    Args:
        workspace: knows the names of owners.
        names: whom the owner's field completes.
        today: the day, for dates.
        key_result: the one that is edited; None for a new one.
    """
    known = key_result or KeyResult.model_construct(id="", title="")
    first = (
        Field("title", _("key result"), known.title, asks=_("What would move, so that everybody sees it?")),
        Field("way", _("from → to"), way_written(known), when=_kinds("metric"), says=way_said,
              asks=_("22 -> 40 %; what is not known yet may be left out.")),
        Field("owner", _("owner"), workspace.name_of(known.owner), names=names,
              says=lambda text: owner_said(workspace, text),
              asks=_("A person or a role; → completes. Without one the team's lead owes.")),
        Field("kind", _("kind"), known.kind, kind_words(),
              asks=_("A metric moves, keep stays within a band, yes-no, or milestones: ← → choose.")),
    )  # fmt: skip
    return (*first, *_numbers(known), *_days(known, today), *_source(known))


def key_result_values(workspace: Workspace, typed: Typed) -> dict[str, Any]:
    """The keys of the table; None where nothing was typed.

    Raises:
        OkrError: the owner isn't known, or a figure or a day makes no sense.
    """
    values: dict[str, Any] = {}
    for key, text in typed.items():
        if key == "way":
            values |= way_typed(text)._asdict()
        elif key == "owner":
            values[key] = owner_of(workspace, text) if text else None
        else:
            values[key] = value_for(KeyResult, key, text)
    return values


def _kinds(*kinds: str) -> Callable[[Typed], bool]:
    return lambda typed: typed["kind"] in kinds


def _numbers(known: KeyResult) -> tuple[Field, ...]:
    metric, keep = _kinds("metric"), _kinds("keep")
    return (
        Field("low", _("from"), exact(known.low), half=True, when=keep, asks=_("The lower edge of the band.")),
        Field("high", _("up to"), exact(known.high), half=True, when=keep, asks=_("The upper edge of the band.")),
        Field("unit", _("unit"), known.unit or "", when=keep, asks=_("What it is counted in: %, h, €…")),
        Field("commit", _("commit"), exact(known.commit), half=True, when=metric,
              asks=_("At least this: it scores 0.3.")),
        Field("stretch", _("stretch"), exact(known.stretch), half=True, when=metric,
              asks=_("Beyond the target: it scores 1.0, the target 0.7.")),
        Field("weight", _("weight"), "" if known.weight == 1 else exact(known.weight), half=True,
              asks=_("How much it counts within its objective; 1 unless said.")),
        Field("every", _("every"), "" if known.every is None else str(known.every), half=True,
              asks=_("Days between two check-ins, where they are its own.")),
    )  # fmt: skip


def _days(known: KeyResult, today: date) -> tuple[Field, ...]:
    def said(text: str) -> str:
        return weekday_day(typed_day(text), today)

    return (
        Field("start", _("moves from"), _day(known.start), says=said,
              asks=_("The day from which it is expected to move: 2026-10-16.")),
        Field("end", _("until"), _day(known.end), says=said,
              asks=_("Its last day, where it isn't the cycle's: 2026-12-31.")),
    )  # fmt: skip


def _source(known: KeyResult) -> tuple[Field, ...]:
    return (Field("measure", _("source"), known.measure or "", asks=_("Where the figure comes from, in words.")),)


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
