"""The statements of a TOML text and where they stand: headings, keys, comments, blank lines.

Not a validator: `tomllib` says what is TOML. What a broken file holds is found as far as it can be, in linear time.
"""

import re
from typing import Literal, NamedTuple

Kind = Literal["blank", "comment", "table", "array", "key", "broken"]

_BASIC = r'"(?:[^"\\\n]++|\\.)*+"'
_LITERAL = r"'[^'\n]*+'"
_LONG_BASIC = r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+"""(?:"{0,2})'
_LONG_LITERAL = r"'''(?:[^']++|'(?!''))*+'''(?:'{0,2})"
_PART = rf"(?:[A-Za-z0-9_-]++|{_BASIC}|{_LITERAL})"
_KEY = rf"{_PART}(?:[ \t]*+\.[ \t]*+{_PART})*+"

_PARTS = re.compile(_PART)
_ASSIGNED = re.compile(rf"({_KEY})[ \t]*+=[ \t]*+")
_HEADING = re.compile(rf"(\[\[?)[ \t]*+({_KEY})[ \t]*+\]\]?")
_STRINGS = {
    '"': (re.compile(_BASIC), re.compile(_LONG_BASIC)),
    "'": (re.compile(_LITERAL), re.compile(_LONG_LITERAL)),
}
_SCALAR = re.compile(r"[^#\n]*")
_NESTING = re.compile(r"[\"'#\[\]{}]")
_INDENT = re.compile(r"[ \t]*+")


class Statement(NamedTuple):
    """One statement with the whole of its lines.

    Attributes:
        kind: "table" is `[a.b]`, "array" `[[a.b]]`, "key" `a.b = value`; "broken" fits nothing.
        line: its first line, from 1.
        start: offset of the beginning of its first line.
        end: offset behind the line feed of its last line.
        path: the parts of the heading or of the (dotted) key; empty for the others.
        value: offsets of the value of a key, without the comment behind it.
    """

    kind: Kind
    line: int
    start: int
    end: int
    path: tuple[str, ...] = ()
    value: tuple[int, int] = (0, 0)


def statements(text: str) -> list[Statement]:
    """Every statement in the order of the text; together they cover it.

    Args:
        text: TOML with LF or CRLF line ends, well-formed or not.
    """
    found: list[Statement] = []
    at, line, whole = 0, 1, True
    while at < len(text):
        kind, path, value = _statement(text, _end(_INDENT, text, at), whole)
        if kind == "broken":
            whole = False  # from a value that never ends on, each line stands for itself: linear on any input
        line_feed = text.find("\n", value[1] or at)
        end = len(text) if line_feed < 0 else line_feed + 1
        found.append(Statement(kind, line, at, end, path, value))
        line += text.count("\n", at, end)
        at = end
    return found


def value_end(text: str, at: int) -> int:
    """Offset behind the value that begins at `at`; -1 when it never ends."""
    if text.startswith(('"', "'"), at):
        return _string_end(text, at)
    if text.startswith(("[", "{"), at):
        return _nested_end(text, at)
    return at + len(_SCALAR.match(text, at)[0].rstrip())  # type: ignore[index]  # it matches anything


def _statement(text: str, at: int, whole: bool) -> tuple[Kind, tuple[str, ...], tuple[int, int]]:
    if at == len(text) or text[at] == "\n" or text.startswith("\r\n", at):
        return "blank", (), (0, 0)
    if text[at] == "#":
        return "comment", (), (0, 0)
    if heading := _HEADING.match(text, at):
        return ("array" if heading[1] == "[[" else "table"), _path(heading[2]), (0, 0)
    if assigned := _ASSIGNED.match(text, at):
        end = value_end(text, assigned.end()) if whole else _end(_SCALAR, text, assigned.end())
        if end > assigned.end():
            return "key", _path(assigned[1]), (assigned.end(), end)
    return "broken", (), (0, 0)


def _nested_end(text: str, at: int) -> int:
    """Behind the bracket that closes the one at `at`, whatever strings and comments between them say."""
    depth = 0
    while token := _NESTING.search(text, at):
        at = token.end()
        match token[0]:
            case "[" | "{":
                depth += 1
            case "]" | "}":
                depth -= 1
                if depth == 0:
                    return at
            case "#":
                at = text.find("\n", at)
            case _:
                at = _string_end(text, token.start())
        if at < 0:
            return -1
    return -1


def _string_end(text: str, at: int) -> int:
    quote = text[at]
    return _end(_STRINGS[quote][text.startswith(quote * 3, at)], text, at)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else -1


def _path(key: str) -> tuple[str, ...]:
    return tuple(_part(part) for part in _PARTS.findall(key))


def _part(part: str) -> str:
    if part[0] not in "\"'":
        return part
    if "\\" not in part or part[0] == "'":
        return part[1:-1]
    import tomllib

    try:
        return next(iter(tomllib.loads(f"{part} = 0")))
    except tomllib.TOMLDecodeError:
        return part[1:-1]
