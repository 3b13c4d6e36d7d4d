"""From the bytes of a file to its tables: what is hostile or broken is refused before or right after parsing."""

import math
import re
from datetime import date
from typing import NamedTuple

import tomli

from okr_tui.domain.problem import Problem
from okr_tui.store.change import Tables
from okr_tui.words.language import _

LARGEST_FILE = 1024 * 1024
"""Bytes a file may have."""

DEEPEST = 32
"""Levels of nesting, and parts of a dotted key."""

BYTE_ORDER_MARK = "\ufeff"
"""What some editors on Windows put before a text: it is read over, and stays when the file is changed."""

EARLIEST, LATEST = 1900, 2199
"""Years that a date of a file may have: beyond them arithmetic with days ends in overflow."""

# Strings and comments, possessive so that no input makes it look twice. A quote that never closes ends the text:
# the parser gives up there, so what follows is never read.
_QUOTED = re.compile(
    r'#[^\n]*+|"""(?:[^"\\]++|\\.|"(?!""))*+"{3,5}|"(?!"")(?:[^"\\\n]++|\\.)*+"'
    r"|'''(?:[^']++|'(?!''))*+'{3,5}|'(?!'')[^'\n]*+'|[\"'].*+",
    re.DOTALL,
)
_MARKERS = re.compile(r"^(?:<{7}|>{7})(?: |\r?$)", re.MULTILINE)
_LONG_NUMBER = re.compile(r"[0-9a-fA-F_]{4000}")
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
    return _parsed_text(text.removeprefix(BYTE_ORDER_MARK))


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
    return _unusable(text, tables) or tables


def _not_toml(text: str, error: Exception) -> Refused:
    if found := _markers(text):
        return found
    if not isinstance(error, tomli.TOMLDecodeError) and (number := _LONG_NUMBER.search(text)):
        return Refused(text.count("\n", 0, number.start()) + 1, 1, "bad-number", _too_long())
    where = _WHERE.search(str(error))
    line, column = (int(where[1]), int(where[2])) if where else (text.count("\n") + 1, 1)
    reason = _WHERE.sub("", str(error)).removesuffix(" (at end of document)").strip()
    return Refused(line, column, "not-toml", _("Not valid TOML: {reason}. Mend this line.").format(reason=reason))


def _too_long() -> str:
    return _("This integer has more than 64 bits; no number that can be worked with.")


def _markers(text: str) -> Refused | None:
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    if not (found := _MARKERS.search(text)):
        return None
    line = text.count("\n", 0, found.start()) + 1
    message = _(
        "Git left conflict markers here; keep what both sides meant and remove the lines <<<<<<<, ======= and >>>>>>>."
    )
    return Refused(line, 1, "conflict-markers", message)


def _too_deep(text: str) -> bool:
    """Whether brackets or dotted keys go deeper than 32, told without a parser; strings and comments don't count."""
    if text.count("[") + text.count("{") <= DEEPEST and text.count(".") < DEEPEST:
        return False
    bare = _QUOTED.sub("q", text)
    depth = 0
    for bracket in re.findall(r"[\[\]{}]", bare):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        if depth > DEEPEST:
            return True
    return any(part.count(".") >= DEEPEST for part in re.split(r"[=,\[\]{}\n]", bare))


def _unusable(text: str, tables: Tables) -> Refused | None:
    """What parsed but can't be worked with or written back: nan, inf, more than 64 bits, nesting, days of another age."""
    if _all_usable(tables):
        return None
    left: list[tuple[tuple[str | int, ...], object]] = [((), tables)]
    while left:
        place, value = left.pop()
        if isinstance(value, dict) and len(place) <= 2 * DEEPEST:
            left += [((*place, key), each) for key, each in value.items() if not isinstance(each, str)]
        elif isinstance(value, list) and len(place) <= 2 * DEEPEST:
            left += [((*place, index), each) for index, each in enumerate(value) if not isinstance(each, str)]
        elif why := _why_unusable(value):
            from okr_tui.store.lines import Lines

            return Refused(*Lines(text).value(place), *why)
    return None


def _all_usable(tables: Tables) -> bool:
    """Whether there is nothing to find, told level by level without keeping places: so it is with nearly every file."""
    level: list[dict[str, object] | list[object]] = [tables]
    for _depth in range(2 * DEEPEST + 1):
        below: list[dict[str, object] | list[object]] = []
        for value in level:
            for each in value.values() if isinstance(value, dict) else value:
                kind = type(each)
                if kind is dict or kind is list:
                    below.append(each)  # type: ignore[arg-type]
                elif kind is not str and kind is not bool and _why_unusable(each):
                    return False
        if not below:
            return True
        level = below
    return False


def _why_unusable(value: object) -> tuple[str, str] | None:
    """Code and sentence for a value that no file should hold."""
    if isinstance(value, date):
        if EARLIEST <= value.year <= LATEST:
            return None
        return "bad-date", _("{day} is no day that can be worked with; write one from 1900 to 2199.").format(day=value)
    if isinstance(value, int):
        return None if -(2**63) <= value < 2**63 else ("bad-number", _too_long())
    if isinstance(value, float):
        if math.isfinite(value):
            return None
        return "bad-number", _("{number} is no number that can be worked with.").format(number=value)
    if isinstance(value, (dict, list)):
        return "too-deep", _("Values are nested too deep to be read.")
    return None
