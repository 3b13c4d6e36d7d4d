"""The fields of a key result, and what becomes of what was typed into them."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from okr_tui.actions.values import values_for
from okr_tui.actions.ways import way_typed
from okr_tui.domain.plan import KeyResult
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.forms.figures import exact, way_said, way_written
from okr_tui.ui.forms.owners import owner_of, owner_said
from okr_tui.ui.forms.phases import phases_said, phases_written
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _
from okr_tui.words.typed import typed_day

MORE = "more"
"""The field that shows the rarer ones; no key of a table is called so."""
_SEVERAL = re.compile(r"\s*[;⏎\n]\s*")


def kind_words() -> tuple[tuple[str, str], ...]:
    """The kinds of key results, in words."""
    return (("metric", _("metric")), ("keep", _("keep")), ("yes-no", _("yes-no")), ("milestones", _("milestones")))


def key_result_fields(
    workspace: Workspace, names: tuple[str, ...], today: date, key_result: KeyResult | None = None, title: str = ""
) -> tuple[Field, ...]:
    """What is asked of a key result: of each kind what it needs, the rest where somebody wants it or it is said already.

    Args:
        workspace: knows the names of owners.
        names: whom the owner's field completes.
        today: the day, for dates.
        key_result: the one that is edited; None for a new one.
        title: of a new one, where it is known already.
    """
    known = key_result or KeyResult(id="", title=title)
    first = (
        Field("title", _("key result"), known.title, asks=_("What would move, so that everybody sees it?")),
        Field("way", _("from → to"), way_written(known), when=_kinds("metric"), says=way_said,
              asks=_("22 -> 40 %; what is not known yet may be left out.")),
        *_band(known),
        *(() if key_result is not None else (_steps(),)),
        Field("owner", _("owner"), workspace.name_of(known.owner), names=names,
              says=lambda text: owner_said(workspace, text),
              asks=_("A person or a role; → completes. Without one the team's lead owes.")),
        Field("kind", _("kind"), known.kind, kind_words(),
              asks=_("A metric moves, keep stays within a band, yes-no, or milestones: ← → choose.")),
        Field("start", _("moves from"), _day(known.start), says=_day_said(today),
              asks=_("When will you first see it move? Until that day it need not: 2026-10-16.")),
        Field(MORE, _("fields"), "few", (("few", _("few")), ("all", _("all"))),
              asks=_("All: zones, phases, weight, days, lag, source.")),
    )  # fmt: skip
    return (*first, *_numbers(known), *_days(known, today), *_source(known))


def key_result_values(workspace: Workspace, typed: Typed) -> dict[str, Any]:
    """The keys of the table; None where nothing was typed.

    Raises:
        OkrError: the owner isn't known, or a figure or a day makes no sense.
    """
    values: dict[str, Any] = {}
    plain: dict[str, str] = {}
    for key, text in typed.items():
        match key:
            case "more":
                continue
            case "way":
                values |= way_typed(text)._asdict()
            case "owner":
                values[key] = owner_of(workspace, text) if text else None
            case "milestone":
                values[key] = [{"title": step} for step in _SEVERAL.split(text.strip(" ;")) if step.strip()] or None
            case _:
                plain[key] = text
    return values | values_for(KeyResult, plain, values.get("unit"))


def _kinds(*kinds: str) -> Callable[[Typed], bool]:
    return lambda typed: typed["kind"] in kinds


def _if_wanted(said: object, *kinds: str) -> Callable[[Typed], bool]:
    """Shown where all fields are, or where something is said already, for these kinds; without any for all of them."""
    return lambda typed: (bool(said) or typed[MORE] == "all") and (not kinds or typed["kind"] in kinds)


def _band(known: KeyResult) -> tuple[Field, ...]:
    keep = _kinds("keep")
    return (
        Field("low", _("from"), exact(known.low), half=True, when=keep, asks=_("The lower edge of the band.")),
        Field("high", _("up to"), exact(known.high), half=True, when=keep, asks=_("The upper edge of the band.")),
        Field("unit", _("unit"), known.unit or "", when=keep, asks=_("What it is counted in: %, h, €…")),
    )


def _steps() -> Field:
    return Field("milestone", _("milestones"), when=_kinds("milestones"),
                 asks=_("Steps that can be seen as done: one; another; a third."))  # fmt: skip


def _numbers(known: KeyResult) -> tuple[Field, ...]:
    weight = "" if known.weight == 1 else exact(known.weight)
    return (
        Field("commit", _("commit"), exact(known.commit), half=True, when=_if_wanted(known.commit, "metric"),
              asks=_("At least this: it scores 0.3.")),
        Field("stretch", _("stretch"), exact(known.stretch), half=True, when=_if_wanted(known.stretch, "metric"),
              asks=_("Beyond the target: it scores 1.0, the target 0.7.")),
        Field("phased", _("phases"), phases_written(known.phased), says=phases_said,
              when=_if_wanted(known.phased, "metric"), asks=_("Where it should be on the way: 2026-10-31 30; 2026-11-30 35.")),
        Field("weight", _("weight"), weight, half=True, when=_if_wanted(weight),
              asks=_("How much it counts within its objective; 1 unless said.")),
        Field("every", _("every"), "" if known.every is None else str(known.every), half=True,
              when=_if_wanted(known.every), asks=_("Days between two check-ins, where they are its own.")),
        Field("lag", _("lag"), "" if known.lag is None else str(known.lag), half=True,
              when=_if_wanted(known.lag, "metric", "keep"), asks=_("Days by which the figure comes late.")),
        Field("lead", _("leads"), "" if known.lead is None else str(known.lead).lower(),
              (("true", _("yes")), ("false", _("no"))), half=True, when=_if_wanted(known.lead is not None, "metric", "keep"),
              asks=_("Does it move early, before the others do?")),
    )  # fmt: skip


def _days(known: KeyResult, today: date) -> tuple[Field, ...]:
    return (
        Field("end", _("until"), _day(known.end), says=_day_said(today), when=_if_wanted(known.end),
              asks=_("Its last day, where it isn't the cycle's: 2026-12-31.")),
    )  # fmt: skip


def _day_said(today: date) -> Callable[[str], str]:
    return lambda text: weekday_day(typed_day(text), today)


def _source(known: KeyResult) -> tuple[Field, ...]:
    return (
        Field("measure", _("source"), known.measure or "", when=_if_wanted(known.measure, "metric", "keep"),
              asks=_("Where the figure comes from, in words.")),
    )  # fmt: skip


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
