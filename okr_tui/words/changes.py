"""What changed, as words: "value 38 → 41, confidence 6 → 7"."""

from collections.abc import Callable, Iterable

from okr_tui.domain.comparing import ADDED, PLACE, REMOVED
from okr_tui.domain.history import Moved, Row
from okr_tui.words.hostile import one_line
from okr_tui.words.keys import key_word, shown
from okr_tui.words.language import _
from okr_tui.words.numbers import number
from okr_tui.words.quoting import quoted
from okr_tui.words.statuses import word

_LONG = 60
"""Characters from which both versions of a text are too long for one line: that it is another one is all that is said."""


def changes(moved: Iterable[Moved], name_of: Callable[[str], str] = str, unit: str | None = None) -> str:
    """All that changed at once, in one line; "" where nothing did.

    Args:
        moved: what changed.
        name_of: from an id to what people know it by.
        unit: that of the figures; without one the figures alone are said.
    """
    return ", ".join(_change(each, name_of, unit if each.unit is None else each.unit) for each in moved)


def kind_word(row: Row) -> str:
    """What a line of the history is, where nothing changed."""
    words = {
        "check-in": _("the same as before"), "comment": _("comment"), "question": _("question"),
        "challenge": _("challenge"), "suggestion": _("suggestion"), "agree": _("agrees"), "kudos": _("kudos"),
        "change": _("changed"),
    }  # fmt: skip
    verdicts = {"accept": _("accepted"), "decline": _("declined"), "challenge": _("challenged")}
    return verdicts.get(str(row.value), "") if row.kind == "answer" else words.get(row.kind, one_line(row.kind))


def _change(moved: Moved, name_of: Callable[[str], str], unit: str | None) -> str:
    match moved.key:
        case "withdrawn":
            return _("withdrawn")
        case "corrected":
            return _("corrected since")
        case "dropped":
            return _("dropped")
        case "milestone":
            return _("milestone {id} done").format(id=one_line(name_of(str(moved.after))))
        case key if key == ADDED:
            return _("added")
        case key if key == REMOVED:
            return (
                _("removed {title}").format(title=quoted(one_line(str(moved.before)))) if moved.before else _("removed")
            )
        case key if key == PLACE:
            return _("moved elsewhere")
    return _two(moved, name_of, unit)


def _two(moved: Moved, name_of: Callable[[str], str], unit: str | None) -> str:
    """A key with what stood there and what stands there."""
    key = key_word(moved.key)
    after = _shown(moved.key, moved.after, name_of, unit)
    before = _shown(moved.key, moved.before, name_of, unit if moved.after is None else None)
    if len(before) > _LONG or len(after) > _LONG:
        return (
            _("{key} written anew").format(key=key) if moved.before is not None else _("{key} written").format(key=key)
        )
    if moved.before is None:
        return _("{key} {after}").format(key=key, after=after)
    return _("{key} {before} → {after}").format(key=key, before=before, after=after)


def _shown(key: str, value: object, name_of: Callable[[str], str], unit: str | None) -> str:
    if key == "status" and isinstance(value, str) and "-" in value:
        return word(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and not unit:
        return number(float(value))
    return shown(key, value, name_of=name_of, unit=unit)
