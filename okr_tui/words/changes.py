"""What changed, as words: "value 38 → 41, confidence 6 → 7"."""

from collections.abc import Iterable

from okr_tui.domain.history import Moved
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.numbers import NOTHING, number
from okr_tui.words.statuses import word


def changes(moved: Iterable[Moved]) -> str:
    """All that changed at once, in one line; "" where nothing did."""
    return ", ".join(_change(each) for each in moved)


def _change(moved: Moved) -> str:
    match moved.key:
        case "withdrawn":
            return _("withdrawn")
        case "corrected":
            return _("corrected since")
        case "dropped":
            return _("dropped")
        case "milestone":
            return _("milestone {id} done").format(id=one_line(str(moved.after)))
    before, after = _shown(moved.key, moved.before), _shown(moved.key, moved.after)
    if moved.before is None:
        return _("{key} {after}").format(key=_key(moved.key), after=after)
    return _("{key} {before} → {after}").format(key=_key(moved.key), before=before, after=after)


def _key(key: str) -> str:
    return {"value": _("value"), "confidence": _("confidence"), "status": _("status")}.get(key, one_line(key))


def _shown(key: str, value: object) -> str:
    if value is None:
        return NOTHING
    if key == "status":
        return word(str(value))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(float(value))
    return one_line(str(value))
