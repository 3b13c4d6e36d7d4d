"""What an edit form is open on: a table as it was seen last, which somebody else may change meanwhile."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from okr_tui.actions.act import Act, Author
from okr_tui.actions.editing import edit, needs_reason
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.workspace import Located
from okr_tui.ui.forms.field import Field, Lacks, Typed
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.entry import from_typed, to_typed
from okr_tui.words.language import _

FieldsOf = Callable[[Session, Located], tuple[Field, ...]]
"""From a table to what is asked of it."""
ValuesOf = Callable[[Session, Located, Typed], dict[str, Any]]
"""From what was typed to the keys of the table."""
REASON = "why it changes"
"""The field of the reason; no key of a table is called so."""
_OF_WAY = frozenset({"baseline", "target", "unit"})


class Edited:
    """A table that is edited, as it was seen last: saving compares with that, so a person overwrites knowingly.

    Args:
        session: the moment.
        place: the table.
        fields_of: what is asked of it.
        values_of: what becomes of what was typed.
    """

    def __init__(self, session: Session, place: Located, fields_of: FieldsOf, values_of: ValuesOf) -> None:
        self.session, self.place = session, place
        self._fields_of, self._values_of = fields_of, values_of
        self.fields = self._asked()

    def _asked(self) -> tuple[Field, ...]:
        asks = _("It is agreed: the reason is shown from then on.")
        reason = Field(REASON, _("why now"), when=self.asks_why, asks=asks)
        return (*self._fields_of(self.session, self.place), reason)

    def again(self, session: Session) -> tuple[Field, ...] | None:
        """The fields as the table stands in another snapshot, each with who wrote it where that is known; None: it is gone."""
        found = session.workspace.find(str(self.place.table.id), session.today)  # type: ignore[attr-defined]
        if found is None or found.kind != self.place.kind:
            return None
        by = _written_by(self.place, found)
        self.session, self.place = session, found
        names = {key: session.workspace.name_of(person) for key, person in by.items() if person != session.me}
        self.fields = self._asked()
        return tuple(replace(field, by=names.get(field.key, "")) for field in self.fields)

    def values(self, typed: Typed) -> dict[str, Any]:
        """The keys that would stand otherwise than they do.

        Raises:
            OkrError: what was typed makes no sense.
        """
        before = {field.key: from_typed(to_typed(field.text)) for field in self.fields}
        changed = {key: text.strip() for key, text in typed.items() if before.get(key) != text.strip()}
        changed.pop(REASON, None)
        if "title" in changed and not changed["title"]:
            raise WrongUsage(_("It needs a title."))
        values = self._values_of(self.session, self.place, changed)
        return {key: value for key, value in values.items() if getattr(self.place.table, key, None) != value}

    def asks_why(self, typed: Typed) -> bool:
        """Whether what was typed needs a reason."""
        try:
            return needs_reason(self.place, set(self.values(typed)))
        except OkrError:
            return False

    def make(self, typed: Typed) -> Callable[[Author], Act] | None:
        """The change; None where nothing would be different.

        Raises:
            Lacks: it has no reason and needs one.
        """
        changed, place, root = self.values(typed), self.place, self.session.root
        if not changed:
            return None
        why = typed.get(REASON) or None
        if why is None and needs_reason(place, set(changed)):
            raise Lacks(REASON, _("This is agreed: say why it changes; the reason is shown from then on."))
        return lambda author: edit(root, author, place, changed, why=why)


def _written_by(before: Located, now: Located) -> dict[str, str]:
    """Which fields somebody has changed since, by what the table itself says of changes after agreement."""
    known = getattr(before.table, "changed", ())
    fresh = [each for each in getattr(now.table, "changed", ()) if each not in known]
    return {"way" if each.key in _OF_WAY else each.key: each.by for each in fresh}
