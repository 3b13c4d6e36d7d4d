"""What a check finds, and the walk through the tables of a file on which checks find it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from okr_tui.domain.problem import Severity
from okr_tui.domain.table import File, Table

Where = tuple[str | int, ...]
"""Keys and positions on the way to a value of a file, as `spans.Location`."""

Files = Mapping[str, File]
"""Path → model of every file of a workspace that could be read."""


class Finding(NamedTuple):
    """Something wrong, at a value of a file whose line nobody has looked up yet.

    Attributes:
        code, severity, message: as in `Problem`.
    """

    file: str
    where: Where
    severity: Severity
    code: str
    message: str


class At(NamedTuple):
    """A table and where it stands."""

    file: str
    where: Where
    table: Table


def tables_of(files: Files) -> Iterator[At]:
    """Every table of every file, a table before its sub-tables; the file itself is the first."""
    for path, model in files.items():
        yield from _inside(path, (), model)


def _inside(path: str, where: Where, value: object) -> Iterator[At]:
    if isinstance(value, Table):
        yield At(path, where, value)
        for name, key in zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True):
            yield from _inside(path, (*where, key), getattr(value, name))
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            if isinstance(each, Table):
                yield from _inside(path, (*where, index), each)
