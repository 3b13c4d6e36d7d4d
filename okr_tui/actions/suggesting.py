"""What a suggestion proposes, and taking it up: the draft is changed and the thread closed in one change.

A suggestion's text is the new title. Where lines of it are of the form `key = value`, those are the keys to change and
what else it says is the reason; on a key result `22 -> 40 %` is baseline, target and unit. Whole sentences, and a
question, propose nothing: they are talked about.
"""

import re
from pathlib import Path
from typing import Any, NamedTuple

from okr_tui.actions.act import Act, Author
from okr_tui.actions.editing import edit
from okr_tui.actions.saying import journal_of, put
from okr_tui.actions.values import values_for
from okr_tui.actions.ways import way_typed
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.plan import KeyResult
from okr_tui.domain.threads import OFFERING, Word
from okr_tui.domain.workspace import Located
from okr_tui.store.change import Change
from okr_tui.words.language import _

_PAIR = re.compile(r"\s*([a-z_]+)\s*=\s*(.*)")
_SENTENCE = re.compile(r"[.!?…](\s|$)")
_LONGEST_TITLE = 300


class Proposal(NamedTuple):
    """What would stand there.

    Attributes:
        values: the keys that would change, with their new values; None takes a key out.
        why: the rest of the words.
    """

    values: dict[str, Any]
    why: str


def proposal(place: Located, text: str) -> Proposal | None:
    """What a suggestion proposes for a thing; None where it proposes nothing that could be taken up with a key.

    Raises:
        WrongUsage: it names a key that there is not, or a value that makes no sense for it.
    """
    lines = [(line, _PAIR.fullmatch(line)) for line in text.strip().splitlines()]
    pairs = [found for _line, found in lines if found is not None]
    rest = "\n".join(line for line, found in lines if found is None).strip() if pairs else ""
    if pairs:
        said = {pair[1]: pair[2] for pair in pairs}
        values = values_for(type(place.table), said, getattr(place.table, "unit", None))
    else:
        values = _range(place, text) or _title(place, text)
    changed = {key: value for key, value in values.items() if getattr(place.table, key, None) != value}
    return Proposal(changed, rest) if changed else None


def can_apply(place: Located | None, word: Word) -> bool:
    """Whether a word is a suggestion that can be taken up as it stands."""
    if place is None or word.comment.kind != OFFERING or word.comment.resolved:
        return False
    try:
        return proposal(place, word.comment.text) is not None
    except OkrError:
        return False


def apply(root: Path, author: Author, place: Located, word: Word, cycle: str, *, why: str | None = None) -> Act:
    """Takes a suggestion up: changes what it is about, and closes its thread, as one change.

    Args:
        root: the workspace folder.
        author: who takes it up.
        place: what the suggestion is about.
        word: the suggestion.
        cycle: the cycle in whose journals it stands.
        why: the reason, for a change after agreement; else what the suggestion says beside its values.

    Raises:
        WrongUsage: it proposes nothing, or what is agreed would change without a reason.
        OkrError: what it is about is gone, or a file can't be read.
    """
    if word.comment.kind != OFFERING:
        raise WrongUsage(_("Only a suggestion can be applied; this is none."))
    found = proposal(place, word.comment.text)
    if found is None:
        raise WrongUsage(_("This suggestion proposes no other wording or value: answer it, or close the thread."))
    edited = edit(root, author, place, found.values, why=why or found.why or None)
    journal = journal_of(root, author, cycle)
    said = {"about": word.comment.about, "text": _("Applied."), "reply_to": word.comment.id, "resolved": True}
    put(journal, author, "comment", said)
    name = _("apply a suggestion to “{title}”").format(title=place.title)
    return Act(edited.id, Change(name, (*edited.change.files, journal.changed(journal.tables))))


def _range(place: Located, text: str) -> dict[str, Any] | None:
    if not isinstance(place.table, KeyResult):
        return None
    try:
        way = way_typed(text)
    except WrongUsage:
        return None
    if way.baseline is None or way.target is None:
        return None
    return {key: value for key, value in way._asdict().items() if value is not None}


def _title(place: Located, text: str) -> dict[str, Any]:
    title = " ".join(text.split())
    titled = hasattr(place.table, "title")
    if not titled or not title or _SENTENCE.search(title) or len(title) > _LONGEST_TITLE:
        return {}
    return {"title": title}
