"""From the bytes of a file to its tables: what is hostile or broken is refused before or right after parsing."""

import math
import re
from typing import NamedTuple

import tomli

from okr_tui.domain.problem import Problem
from okr_tui.store.change import Tables
from okr_tui.words.language import _

LARGEST_FILE = 1024 * 1024
"""Bytes a file may have."""

DEEPEST = 32
"""Levels of nesting, and parts of a dotted key."""

_QUOTED = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL)
_MARKERS = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
_WHERE = re.compile(r"\(at line (\d+), column (\d+)\)")


class Refused(NamedTuple):
    """Why a file can't be read: where, a code, and a sentence that says what to do."""

    line: int
    column: int
    code: str
    message: str

    def problem(self, file: str) -> Problem:
        """The same as a problem of a file."""
        return Problem(file, self.line, self.column, "error", self.code, self.message)


def parsed(data: bytes) -> Tables | Refused:
    """The tables of a file, or why it is refused. Never raises, whatever the bytes."""
    if len(data) > LARGEST_FILE:
        return Refused(
            1, 1, "too-large", _("The file is larger than 1 MiB; split it or remove what does not belong here.")
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Refused(line, 1, "not-utf-8", _("The file is not UTF-8 text; save it as UTF-8."))
    if text.startswith("\ufeff"):
        return Refused(
            1, 1, "byte-order-mark", _("The file begins with a byte-order mark; save it as UTF-8 without BOM.")
        )
    return _parsed_text(text)


def _parsed_text(text: str) -> Tables | Refused:
    if _too_deep(text):
        return Refused(
            1, 1, "too-deep", _("Values or keys are nested more than 32 levels deep; nobody wrote that by hand.")
        )
    try:
        tables = tomli.loads(text)
    except (tomli.TOMLDecodeError, ValueError) as error:
        return _not_toml(text, error)
    except RecursionError:
        return Refused(1, 1, "too-deep", _("Values are nested too deep to be read."))
    markers = _markers(text)
    if markers is not None and len(_MARKERS.findall(text)) > 1:
        return markers
    if number := _unsavable(tables):
        return Refused(1, 1, "bad-number", _("{number} is no number that can be worked with.").format(number=number))
    return tables


def _not_toml(text: str, error: Exception) -> Refused:
    if found := _markers(text):
        return found
    where = _WHERE.search(str(error))
    line, column = (int(where[1]), int(where[2])) if where else (text.count("\n") + 1, 1)
    reason = _WHERE.sub("", str(error)).removesuffix(" (at end of document)").strip()
    return Refused(line, column, "not-toml", _("Not valid TOML: {reason}. Mend this line.").format(reason=reason))


def _markers(text: str) -> Refused | None:
    if not (found := _MARKERS.search(text)):
        return None
    line = text.count("\n", 0, found.start()) + 1
    message = _(
        "Git left conflict markers here; keep what both sides meant and remove the lines <<<<<<<, ======= and >>>>>>>."
    )
    return Refused(line, 1, "conflict-markers", message)


def _too_deep(text: str) -> bool:
    """Whether brackets or dotted keys go deeper than 32, told without a parser; strings and comments don't count."""
    brackets = text.count("[") + text.count("{")
    dotted = any(line.count(".") > DEEPEST for line in text.split("\n")) if text.count(".") > DEEPEST else False
    headings = 2 * len(re.findall(r"^\s*\[\[", text, re.MULTILINE)) + len(
        re.findall(r"^\s*\[[^\[]", text, re.MULTILINE)
    )
    if brackets - headings <= DEEPEST and not dotted:
        return False
    bare = _QUOTED.sub("q", text)
    depth = deepest = 0
    for bracket in re.findall(r"[\[\]{}]", bare):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest > DEEPEST or any(
        part.count(".") > DEEPEST for line in bare.split("\n") for part in re.split(r"[=,\[\]{}]", line)
    )


def _unsavable(value: object) -> str | None:
    """A number in here that could not be worked with or written back: not finite, or beyond 64 bits."""
    if isinstance(value, dict):
        return next((found for each in value.values() if (found := _unsavable(each))), None)
    if isinstance(value, list):
        return next((found for each in value if (found := _unsavable(each))), None)
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return _("An integer beyond 64 bits")
    return None
