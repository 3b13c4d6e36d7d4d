"""What every table of the workspace has in common: frozen, strict, bounded, and unknown keys kept."""

from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

MOST_WORDS = 100_000
"""Characters that one text of a file may have."""

LARGEST = 1e15
"""The largest figure a file may hold; beyond it floats lose whole units."""

ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,79}$"
SLUG_PATTERN = r"^[a-z0-9][a-z0-9-]{0,39}$"

Id = Annotated[str, Field(pattern=ID_PATTERN)]
"""An id as read: lower-case letters, digits and dashes, at most 80."""

Slug = Annotated[str, Field(pattern=SLUG_PATTERN)]
"""A short id chosen by hand that is also a file name: a team, a person, a cycle."""

Words = Annotated[str, Field(max_length=MOST_WORDS)]
Number = Annotated[float, Field(ge=-LARGEST, le=LARGEST, allow_inf_nan=False)]
Weight = Annotated[float, Field(ge=0, le=1e6, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Confidence = Annotated[int, Field(ge=0, le=10)]
Days = Annotated[int, Field(ge=1, le=3660)]
Moment = AwareDatetime
"""When something was written: a date-time with its offset, so that two machines agree on the order."""

# A list of a file is a tuple here: strict mode would refuse a list for a tuple, so only the container is lax.
Ids = Annotated[tuple[Id, ...], Field(strict=False)]
WordList = Annotated[tuple[Words, ...], Field(strict=False)]


_NO_OTHERS: dict[str, Any] = {}


@lru_cache(maxsize=1024)
def _given(keys: frozenset[str]) -> set[str]:
    """One set for all tables with these keys; a set, not a frozen one, because pydantic adds to those of its copies."""
    return set(keys)


class Table(BaseModel):
    """A table of a file. Unknown keys are kept, so that an older version never destroys what a newer one wrote."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True, defer_build=True, populate_by_name=True)

    def model_post_init(self, context: Any, /) -> None:
        """Shares with all tables alike what pydantic makes anew for each: which keys were given, and that no other was.

        Of a large workspace this is a third of the memory. A frozen table never changes either; a copy copies them.
        """
        del context
        object.__setattr__(self, "__pydantic_fields_set__", _given(frozenset(self.__pydantic_fields_set__)))
        if not self.__pydantic_extra__:
            object.__setattr__(self, "__pydantic_extra__", _NO_OTHERS)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Keys of the file that this version does not know."""
        return tuple(self.__pydantic_extra__ or ())


class Said(Table):
    """A table of a journal: one thing that one person said.

    Attributes:
        id: two letters for the kind and ten characters.
        at: when it was written.
    """

    id: Id
    at: Moment


class Conflict(Table):
    """Two people changed one thing differently; the file is valid and a person chooses.

    Attributes:
        about: the id, else the name, of the table it is about.
        key: the key both changed; without one, one side deleted what the other changed.
        ours: the value that stands.
        theirs: the value that lost for now.
        base: the value before both.
    """

    id: Id
    about: Words
    key: Words | None = None
    ours: Any = None
    theirs: Any = None
    base: Any = None


class File(Table):
    """A whole file. `format = 1` is required: an empty or cut-off file must not pass for an empty team."""

    format: Literal[1]
    conflict: Annotated[tuple[Conflict, ...], Field(strict=False)] = ()
