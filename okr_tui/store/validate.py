"""From tables to models: what each file must hold, and every error of it at its line."""

from typing import Any

from pydantic import ValidationError

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
from okr_tui.words.language import _

MODELS: dict[str, type[File]] = {
    "settings": Settings, "people": People, "teams": Teams, "cycle": CycleFile,
    "plan": Plan, "review": Review, "journal": Journal,
}  # fmt: skip
"""Kind of file (`layout.Place.kind`) → the model of the whole file."""

Found = tuple[tuple[int | str, ...], str, str]
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
    try:
        return MODELS[place.kind].model_validate(tables)
    except ValidationError as error:
        return [_found(each) for each in error.errors(include_url=False, include_context=True)]


def _found(error: Any) -> Found:
    where = tuple(part for part in error["loc"] if not _is_union_branch(part))
    key = next((str(part) for part in reversed(where) if isinstance(part, str)), "")
    return where, "wrong-type", _sentence(key, error)


def _is_union_branch(part: int | str) -> bool:
    """Pydantic names the branch of a union it tried; that is no key of the file."""
    return isinstance(part, str) and any(mark in part for mark in "[({")


def _sentence(key: str, error: Any) -> str:
    """What should stand there, in words of the file and not of the library."""
    kind, context, given = error["type"], error.get("ctx", {}), repr(error["input"])[:60]
    if kind == "missing":
        return _("“{key}” is missing; add it.").format(key=key)
    if kind == "literal_error":
        return _("“{key}” is {given}, but must be {wanted}.").format(key=key, given=given, wanted=context["expected"])
    if kind == "string_pattern_mismatch":
        return _("“{key}” is {given}, but an id has only a-z, 0-9 and dashes.").format(key=key, given=given)
    wanted = _WANTED.get(kind, "")
    if wanted:
        return _("“{key}” is {given}, but must be {wanted}.").format(key=key, given=given, wanted=_(wanted))
    if "ge" in context or "le" in context:
        limit = f"≥ {context['ge']}" if "ge" in context else f"≤ {context['le']}"
        return _("“{key}” is {given}, but must be {wanted}.").format(key=key, given=given, wanted=limit)
    return _("“{key}” is {given}: {reason}.").format(key=key, given=given, reason=error["msg"])


_WANTED = {
    "float_type": "a number",
    "int_type": "a whole number", "int_from_float": "a whole number", "finite_number": "a finite number",
    "string_type": "text in quotes", "bool_type": "true or false", "date_type": "a date such as 2026-10-16",
    "datetime_type": "a time with its offset such as 2026-10-16T09:00:00+02:00",
    "timezone_aware": "a time with its offset such as 2026-10-16T09:00:00+02:00", "time_type": "a time such as 16:00:00",
    "tuple_type": "a list in [ ]", "model_type": "a table", "model_attributes_type": "a table",
    "string_too_long": "shorter", "date_from_datetime_inexact": "a date such as 2026-10-16",
    "dict_type": "a table", "too_long": "a shorter list",
}  # fmt: skip


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


def problem_at(text: str, file: str, found: Found) -> Problem:
    """An error of a table as a problem of the file, at its line."""
    from okr_tui.store.spans import line_of_key

    where, code, message = found
    keys = [part for part in where if isinstance(part, str)]
    line = 1
    if keys:
        cut = max(index for index, part in enumerate(where) if isinstance(part, str))
        line = line_of_key(text, where[:cut], keys[-1]) or 1
    severity = "hint" if code == "unknown-key" else "error"
    return Problem(file, line, 1, severity, code, message)
