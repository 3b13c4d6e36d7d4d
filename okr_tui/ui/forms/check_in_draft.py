"""Drafts of check-ins: what was typed, left, and not saved yet. Apart from the form, which is imported when opened."""

from collections.abc import Mapping

from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.quoting import quoted


def draft_key(subject: str) -> str:
    """The name under which what was typed about a key result or KPI is kept."""
    return f"check-in {subject}"


def draft_words(drafts: Mapping[str, Mapping[str, str]], subject: str) -> str | None:
    """What a draft says, in one line; None where there is none."""
    kept = drafts.get(draft_key(subject))
    if not kept:
        return None
    parts = [kept.get("value", "")]
    if kept.get("confidence"):
        parts.append(_("confidence {n}").format(n=kept["confidence"]))
    parts += [quoted(kept[key]) for key in ("note", "blocker") if kept.get(key)]
    return one_line(", ".join(part for part in parts if part))
