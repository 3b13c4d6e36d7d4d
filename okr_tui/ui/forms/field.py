"""What a form asks for: its fields as data."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from okr_tui.domain.errors import WrongUsage

Typed = Mapping[str, str]
"""What stands in the fields of a form, by their keys."""


class Field(Struct, frozen=True):
    """One field of a form.

    Attributes:
        key: what it is known by.
        label: one or two words before it, in the person's language.
        text: what stands in it at first.
        options: (value, word) to choose from; without any it is typed.
        half: two such fields share a row.
        names: what is completed while one types.
        when: shown only while this holds of what is typed; None shows it always.
        says: how what is typed is understood, shown while the cursor is in it; raises WrongUsage where it makes none.
        asks: what the field is for, shown while it is empty.
        by: the name of who wrote what stands in it by now, where that is known.
    """

    key: str
    label: str
    text: str = ""
    options: tuple[tuple[str, str], ...] = ()
    half: bool = False
    names: tuple[str, ...] = ()
    when: Callable[[Typed], bool] | None = None
    says: Callable[[str], str] | None = None
    asks: str = ""
    by: str = ""

    def shown(self, typed: Typed) -> bool:
        """Whether it is asked for, with what is typed so far."""
        return self.when is None or self.when(typed)


class Lacks(WrongUsage):
    """A form can't be saved while one of its fields is empty: the keys go there.

    Args:
        key: of the field.
        message: the sentence.
    """

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


def rows_of(fields: tuple[Field, ...]) -> tuple[tuple[Field, ...], ...]:
    """The fields row by row: halves that follow each other stand side by side."""
    rows: list[tuple[Field, ...]] = []
    for field in fields:
        before = rows[-1] if rows else ()
        if field.half and len(before) == 1 and before[0].half:
            rows[-1] = (*before, field)
        else:
            rows.append((field,))
    return tuple(rows)
