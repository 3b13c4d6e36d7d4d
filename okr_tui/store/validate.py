"""From tables to models: what each file must hold, and every error of it at its line."""

from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from okr_tui.domain.agendas import Agendas
from okr_tui.domain.cycle import CycleFile
from okr_tui.domain.journal import Journal
from okr_tui.domain.people import People, Teams
from okr_tui.domain.plan import Plan
from okr_tui.domain.problem import Problem
from okr_tui.domain.review import Review
from okr_tui.domain.settings import Settings
from okr_tui.domain.table import File, Table
from okr_tui.store.change import Tables
from okr_tui.store.layout import Place
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.quoting import quoted

MODELS: dict[str, type[File]] = {
    "settings": Settings, "people": People, "teams": Teams, "agendas": Agendas, "cycle": CycleFile,
    "plan": Plan, "review": Review, "journal": Journal,
}  # fmt: skip
"""Kind of file (`layout.Place.kind`) → the model of the whole file."""

Found = tuple[tuple[str | int, ...], str, str]
"""Location in the tables, code, sentence."""


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
    try:
        return MODELS[place.kind].model_validate(tables)
    except ValidationError as error:
        founds = [_found(each) for each in error.errors(include_url=False, include_context=True)]
        return list({where: (where, code, message) for where, code, message in reversed(founds)}.values())[::-1]


def _found(error: Any) -> Found:
    where = tuple(part for part in error["loc"] if not _is_union_branch(part))
    key = next((str(part) for part in reversed(where) if isinstance(part, str)), "")
    return where, "wrong-type", _sentence(key, error)


def _is_union_branch(part: int | str) -> bool:
    """Pydantic names the branch of a union it tried; that is no key of the file."""
    return isinstance(part, str) and (part == "constrained-str" or any(mark in part for mark in "[({"))


def _sentence(key: str, error: Any) -> str:
    """What should stand there, in words of the file and not of the library."""
    kind, context, given = error["type"], error.get("ctx", {}), _given(error["input"])
    if kind == "missing":
        return _("“{key}” is missing; add it.").format(key=key)
    if kind == "literal_error":
        return _("“{key}” is {given}, but must be {wanted}.").format(key=key, given=given, wanted=context["expected"])
    if kind == "string_pattern_mismatch" and key == "week":
        return _("“{key}” is {given}, but must be an ISO week such as 2026-w40.").format(key=key, given=given)
    if kind == "string_pattern_mismatch":
        return _("“{key}” is {given}, but an id has only a-z, 0-9 and dashes.").format(key=key, given=given)
    if wanted := _wanted(kind):
        return _("“{key}” is {given}, but must be {wanted}.").format(key=key, given=given, wanted=wanted)
    if "ge" in context or "le" in context:
        limit = f"≥ {context['ge']:g}" if "ge" in context else f"≤ {context['le']:g}"
        return _("“{key}” is {given}, but must be {wanted}.").format(key=key, given=given, wanted=limit)
    return _("“{key}” is {given}: {reason}.").format(key=key, given=given, reason=error["msg"])


def _given(value: object) -> str:
    """The value as it may be shown: short and on one line."""
    if isinstance(value, dict):
        return _("a table")
    if isinstance(value, list):
        return _("a list")
    if isinstance(value, str):
        return quoted(one_line(value[:60])) if value else _("empty")
    return str(value).lower() if isinstance(value, bool) else str(value)[:60]


def _wanted(kind: str) -> str:
    """What pydantic's kind of error asks for; empty for a kind that has no words of ours."""
    day = _("a date such as 2026-10-16")
    moment = _("a time with its offset such as 2026-10-16T09:00:00+02:00")
    return {
        "float_type": _("a number"), "int_type": _("a whole number"), "int_from_float": _("a whole number"),
        "finite_number": _("a finite number"), "string_type": _("text in quotes"), "bool_type": _("true or false"),
        "date_type": day, "date_from_datetime_inexact": day, "datetime_type": moment, "timezone_aware": moment,
        "time_type": _("a time such as 16:00:00"), "tuple_type": _("a list in [ ]"), "model_type": _("a table"),
        "model_attributes_type": _("a table"), "dict_type": _("a table"), "string_too_long": _("shorter"),
        "too_long": _("a shorter list"),
    }.get(kind, "")  # fmt: skip


def unknown_keys(model: File) -> list[Found]:
    """Keys that this version does not know, as hints: kept and written back, but perhaps misspelt."""
    found: list[Found] = []
    _collect_unknown(model, (), found)
    return found


def _collect_unknown(value: object, where: tuple[int | str, ...], found: list[Found]) -> None:
    if isinstance(value, Table):
        for key in value.unknown:
            message = _("“{key}” is not known to this version; it is kept. Is it spelt right?").format(key=key)
            found.append(((*where, key), "unknown-key", message))
        for name, field in type(value).model_fields.items():
            _collect_unknown(getattr(value, name), (*where, field.alias or name), found)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            _collect_unknown(each, (*where, index), found)


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
