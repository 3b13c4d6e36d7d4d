"""What every table of the workspace has in common: frozen, strict, bounded, and unknown keys kept.

The tables are structs of msgspec (ADR 15): `store.validate` makes them of what a file holds, and refuses what doesn't fit.
"""

from datetime import datetime
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, dataclass_transform

from msgspec import NODEFAULT, Meta, Struct, StructMeta, field
from msgspec.structs import fields

from okr_tui.domain.ids import MOST_WORDS

LARGEST = 1e15
"""The largest figure a file may hold; beyond it floats lose whole units."""

ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,79}\Z"
SLUG_PATTERN = r"^[a-z0-9][a-z0-9-]{0,39}\Z"

Id = Annotated[str, Meta(pattern=ID_PATTERN)]
"""An id as read: lower-case letters, digits and dashes, at most 80."""

Slug = Annotated[str, Meta(pattern=SLUG_PATTERN)]
"""A short id chosen by hand that is also a file name: a team, a person, a cycle."""

Words = Annotated[str, Meta(max_length=MOST_WORDS)]
Number = Annotated[float, Meta(ge=-LARGEST, le=LARGEST)]
Weight = Annotated[float, Meta(ge=0, le=1e6)]
Share = Annotated[float, Meta(ge=0, le=1)]
Confidence = Annotated[int, Meta(ge=0, le=10)]
Days = Annotated[int, Meta(ge=1, le=3660)]
Moment = Annotated[datetime, Meta(tz=True)]
"""When something was written: a date-time with its offset, so that two machines agree on the order."""

Ids = tuple[Id, ...]
WordList = tuple[Words, ...]


class TableMeta(StructMeta):
    """Makes a table of a class: its keys are given by name, and those that must be there may stand anywhere."""

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **config: Any) -> "TableMeta":
        """The class, made in C."""
        return super().__new__(mcs, name, bases, namespace, kw_only=True, **config)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class Table(Struct, metaclass=TableMeta, frozen=True, omit_defaults=True):
    """A table of a file. Unknown keys are kept, so that an older version never destroys what a newer one wrote.

    Attributes:
        unknown: keys of the file that this version does not know.
        repeated: keys of the file that say what holds without them.
    """

    unknown: tuple[str, ...] = field(default=(), name="?unknown")
    repeated: tuple[str, ...] = field(default=(), name="?repeated")

    @property
    def given(self) -> frozenset[str]:
        """The names of what stands in the file: all that is not as it would be without, and what is repeated."""
        return frozenset(filter(self.says, defaults_of(type(self)))).union(self.repeated)

    def says(self, name: str) -> bool:
        """Whether an attribute holds anything else than what holds where the file doesn't say."""
        return bool(getattr(self, name) != defaults_of(type(self))[name])


class Key(NamedTuple):
    """A key that a table may have.

    Attributes:
        name: of the attribute that holds it.
        key: as it stands in the file.
        type: what it holds, with its limits.
        default: what holds where the file doesn't say; `NODEFAULT` where it must.
    """

    name: str
    key: str
    type: Any
    default: Any


@cache
def defaults_of(kind: type[Table]) -> dict[str, Any]:
    """Name of each attribute → what holds where the file doesn't say; `NODEFAULT` where it must."""
    own, names = len(Table.__struct_fields__), kind.__struct_fields__
    defaults = kind.__struct_defaults__
    return dict.fromkeys(names[own:], NODEFAULT) | dict(zip(names[own:], defaults[own - len(names) :], strict=True))


@cache
def keys_of(kind: type[Table]) -> tuple[Key, ...]:
    """The keys that a kind of table may have, in their order."""
    own = len(Table.__struct_fields__)
    return tuple(Key(each.name, each.encode_name, each.type, each.default) for each in fields(kind)[own:])


def key_of(kind: type[Table], key: str) -> Key | None:
    """A key by what it is called in the file, or by the name of its attribute; None where there is no such key."""
    return next((each for each in keys_of(kind) if key in {each.key, each.name}), None)


def plain(value: Any) -> Any:
    """A value as a file would hold it: tables with what they say, lists for tuples."""
    if isinstance(value, Table):
        return {each.key: plain(getattr(value, each.name)) for each in keys_of(type(value)) if value.says(each.name)}
    return [plain(each) for each in value] if isinstance(value, tuple) else value


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
    conflict: tuple[Conflict, ...] = ()
