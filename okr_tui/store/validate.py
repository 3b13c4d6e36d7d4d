"""From tables to models: what each file must hold, and every error of it at its line."""

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple, TypeVar

from msgspec import NODEFAULT, ValidationError, convert
from msgspec.structs import force_setattr

from okr_tui.domain.agendas import Agendas
from okr_tui.domain.cycle import CycleFile
from okr_tui.domain.journal import Journal
from okr_tui.domain.people import People, Teams
from okr_tui.domain.plan import Plan
from okr_tui.domain.problem import Problem
from okr_tui.domain.review import Review
from okr_tui.domain.settings import Settings
from okr_tui.domain.table import File, Table, defaults_of
from okr_tui.store.change import Tables
from okr_tui.store.layout import Place
from okr_tui.store.misfits import AS_THEY_ARE, Found, misfits
from okr_tui.words.language import _

MODELS: dict[str, type[File]] = {
    "settings": Settings, "people": People, "teams": Teams, "agendas": Agendas, "cycle": CycleFile,
    "plan": Plan, "review": Review, "journal": Journal,
}  # fmt: skip
"""Kind of file (`layout.Place.kind`) → the model of the whole file."""

Kind = TypeVar("Kind", bound=Table)


def model_of(place: Place, tables: Tables) -> File | list[Found]:
    """The model of a file, or every error in it."""
    if "format" not in tables:
        return [
            (
                (),
                "no-format",
                _("The file does not begin with “format = 1”: it is empty, cut off, or not a file of okr."),
            )
        ]
    newer = tables["format"]
    if isinstance(newer, int) and not isinstance(newer, bool) and newer > 1:
        message = _("The file has format {n}, which a newer okr wrote; update okr to read it.").format(n=newer)
        return [(("format",), "newer-format", message)]
    if newer is True:  # what Python takes for 1
        return [(("format",), "wrong-type", _("“format” is true, but must be 1."))]
    kind = MODELS[place.kind]
    try:
        return table_of(kind, tables)
    except ValidationError:
        return list(misfits(tables, kind))


def table_of(kind: type[Kind], tables: Tables) -> Kind:
    """A table with all that is in it.

    Args:
        kind: what it is.
        tables: the same as a file holds it.

    Raises:
        ValidationError: something in it does not fit; `misfits` tells all of it.
    """
    table = convert(tables, kind, builtin_types=AS_THEY_ARE)
    _note(table, tables)
    return table


class _Known(NamedTuple):
    """The name of an attribute, and what holds where the file doesn't say; None where it must, or where nothing holds."""

    name: str
    usual: Any


@cache
def _known(kind: type[Table]) -> dict[str, _Known]:
    keys = dict(zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True))
    return {
        keys[name]: _Known(name, None if default is NODEFAULT else default)
        for name, default in defaults_of(kind).items()
    }


def _note(table: Table, said: Tables) -> None:
    """Notes in a table that nobody else has yet, and in those within it, which keys are unknown or say nothing new."""
    known, unknown, repeated = _known(type(table)), [], []
    for key, value in said.items():
        found = known.get(key)
        if found is None:
            unknown.append(key)
            continue
        if isinstance(value, (dict, list)):
            _note_within(getattr(table, found.name), value)
        if found.usual is not None and getattr(table, found.name) == found.usual:
            repeated.append(found.name)
    if unknown:
        force_setattr(table, "unknown", tuple(unknown))
    if repeated:
        force_setattr(table, "repeated", tuple(repeated))


def _note_within(held: object, said: Any) -> None:
    if isinstance(held, Table):
        _note(held, said)
    elif isinstance(held, tuple) and held and isinstance(held[0], Table):
        for each, inner in zip(held, said, strict=True):
            _note(each, inner)


def unknown_keys(model: File) -> list[Found]:
    """Keys that this version does not know, as hints: kept and written back, but perhaps misspelt."""
    from okr_tui.store.checks.finding import tables_of

    said = _("“{key}” is not known to this version; it is kept. Is it spelt right?")
    return [
        ((*at.where, key), "unknown-key", said.format(key=key))
        for at in tables_of({"": model})
        for key in at.table.unknown
    ]


def problems_at(text: str, file: str, founds: Iterable[Found]) -> tuple[Problem, ...]:
    """Errors and hints of the tables as problems of the file, each at its line."""
    from okr_tui.store.lines import Lines

    lines = Lines(text)
    return tuple(
        Problem(file, *lines.key(where), "hint", code, message)
        if code == "unknown-key"
        else Problem(file, *lines.value(where), "error", code, message)
        for where, code, message in founds
    )
