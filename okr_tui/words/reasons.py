"""Why a key result has its status, as one sentence made of the facts."""

from collections.abc import Callable

from okr_tui.domain.pace import Reason
from okr_tui.domain.plan import KeyResult
from okr_tui.words.dates import day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import figure, from_to, number, percent, tenths
from okr_tui.words.statuses import lifecycle

NameOf = Callable[[str | None], str]
"""From an id to the name people know: `Workspace.name_of`."""


def sentence(reason: Reason, key_result: KeyResult, name_of: NameOf) -> str:
    """The reason as a sentence that can stand behind the status; a slipping one asks who can help."""
    return _SENTENCES[reason.code](reason, key_result, name_of)


def _pace(reason: Reason, _key_result: KeyResult, _name_of: NameOf) -> str:
    facts = reason.facts
    return _("pace {pace}: {progress} where {expected} was expected").format(
        pace=tenths(facts["pace"]), progress=percent(facts["progress"]), expected=percent(facts["expected"])
    )


def _grace(reason: Reason, _key_result: KeyResult, _name_of: NameOf) -> str:
    facts = reason.facts
    return _("{progress} where {expected} was expected: close enough").format(
        progress=percent(facts["progress"]), expected=percent(facts["expected"])
    )


def _early(reason: Reason, _key_result: KeyResult, _name_of: NameOf) -> str:
    return _("too early to judge: {elapsed} of its time has passed").format(elapsed=percent(reason.facts["elapsed"]))


def _low_confidence(reason: Reason, _key_result: KeyResult, _name_of: NameOf) -> str:
    confidence, blocker = reason.facts["confidence"], reason.facts["blocker"]
    if blocker:
        return _("confidence {n}: {blocker}").format(n=confidence, blocker=one_line(blocker))
    return _("confidence {n}").format(n=confidence)


def _band(reason: Reason, key_result: KeyResult, _name_of: NameOf) -> str:
    value = reason.facts["value"]
    if value is None:
        return _("no value yet to compare with its band")
    text = (
        _("{value} is inside its band, {band}")
        if reason.code == "inside-band"
        else _("{value} is outside its band, {band}")
    )
    return text.format(value=figure(value, key_result.unit), band=from_to(key_result))


def _two_falls(reason: Reason, key_result: KeyResult, _name_of: NameOf) -> str:
    *first, last = reason.facts["values"]
    way = " → ".join([*(number(value) for value in first), figure(last, key_result.unit)])
    return _("two falls, {way}: {share} of the way lost. Who can help?").format(
        way=way, share=percent(reason.facts["share"])
    )


def _confidence_fell(reason: Reason, _key_result: KeyResult, name_of: NameOf) -> str:
    facts = reason.facts
    return _("{name}'s confidence fell from {high} to {low}. Who can help?").format(
        name=one_line(name_of(facts["person"])), high=facts["from"], low=facts["to"]
    )


def _stale(reason: Reason, _key_result: KeyResult, _name_of: NameOf) -> str:
    days = reason.facts["days"]
    if reason.facts["never"]:
        return ngettext("{n} day, and not one value yet", "{n} days, and not one value yet", days).format(n=days)
    return ngettext("{n} day without a value", "{n} days without a value", days).format(n=days)


def _not_judged(reason: Reason, key_result: KeyResult, _name_of: NameOf) -> str:
    if key_result.kind == "metric" and reason.facts["baseline"] is None:
        return _("no baseline, so no progress can be told")
    if key_result.kind == "metric" and key_result.target is None:
        return _("no target, so no progress can be told")
    if key_result.kind == "milestones" and not key_result.milestone:
        return _("no milestones yet, so no progress can be told")
    return _("nothing is expected yet")


def _not_moving_yet(reason: Reason, _key_result: KeyResult, _name_of: NameOf) -> str:
    return _("not expected to move before {day}").format(day=day(reason.facts["from"]))


def _not_yet(_reason: Reason, _key_result: KeyResult, _name_of: NameOf) -> str:
    return _("not yet; yes or no is told at the end")


def _no_value(_reason: Reason, _key_result: KeyResult, _name_of: NameOf) -> str:
    return _("no value yet")


def _other_unit(_reason: Reason, key_result: KeyResult, _name_of: NameOf) -> str:
    if key_result.unit:
        return _("its unit has changed: no value in {unit} yet").format(unit=one_line(key_result.unit))
    return _("its unit has changed: no value without one yet")


def _reached(_reason: Reason, key_result: KeyResult, _name_of: NameOf) -> str:
    if key_result.kind == "metric" and key_result.target is not None:
        return _("the target {target} is reached").format(target=figure(key_result.target, key_result.unit))
    return _("the target is reached")


def _done(_reason: Reason, key_result: KeyResult, _name_of: NameOf) -> str:
    match key_result.kind:
        case "milestones":
            return _("every milestone is done")
        case "yes-no":
            return _("yes")
        case _:
            return _("reached, and its owner says it is done")


def _dropped(reason: Reason, _key_result: KeyResult, _name_of: NameOf) -> str:
    why = reason.facts["why"]
    return _("dropped: {why}").format(why=one_line(why)) if why else _("dropped")


def _draft(reason: Reason, _key_result: KeyResult, _name_of: NameOf) -> str:
    return _("its objective is not agreed yet ({status})").format(status=lifecycle(reason.facts["status"]))


def _later(reason: Reason, _key_result: KeyResult, _name_of: NameOf) -> str:
    return _("check-ins begin on {day}").format(day=day(reason.facts["from"]))


_SENTENCES: dict[str, Callable[[Reason, KeyResult, NameOf], str]] = {
    "pace": _pace, "within-grace": _grace, "early": _early, "low-confidence": _low_confidence, "inside-band": _band,
    "outside-band": _band, "not-yet": _not_yet, "not-judged": _not_judged, "two-falls": _two_falls,
    "confidence-fell": _confidence_fell, "stale": _stale, "not-moving-yet": _not_moving_yet, "no-value": _no_value,
    "other-unit": _other_unit,
    "reached": _reached, "done": _done, "not-pursued-dropped": _dropped, "not-pursued-draft": _draft,
    "not-pursued-yet": _later,
}  # fmt: skip
