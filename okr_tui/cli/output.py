"""How commands print: aligned columns, wrapped lines, colour only on a terminal; no control character from a file."""

import json
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar

import click

from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_WIDEST = 120
_JOINER, _AS_EMOJI = "\u200d", "\ufe0f"
_COLOURS = {
    "on-track": "green", "at-risk": "yellow", "off-track": "red", "slipping": "bright_red", "reached": "cyan",
    "done": "cyan",
}  # fmt: skip


def json_flag(command: Decorated) -> Decorated:
    """The option `--json`, as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help=_("Print JSON with stable keys."))(command)


def cycle_option(command: Decorated) -> Decorated:
    """The option `--cycle`, as `cycle`: another than the default one, closed or not."""
    return click.option("--cycle", metavar="ID", help=_("Another cycle than the running one."))(command)


def team_option(command: Decorated) -> Decorated:
    """The option `--team`, as `team`."""
    return click.option("--team", metavar="ID", help=_("Only this team."))(command)


def json_text(value: object) -> str:
    """A value as ASCII JSON, nothing rounded, days as ISO dates."""
    return json.dumps(value, indent=2, default=str)


def print_json(value: object) -> None:
    """Prints a value as ASCII JSON."""
    click.echo(json_text(value))


def columns() -> int:
    """How many cells a line has: the terminal's, 80 in a pipe, at most 120."""
    return min(_WIDEST, max(40, shutil.get_terminal_size((80, 24)).columns))


def cells(text: str) -> int:
    """How many cells of a terminal the text takes."""
    return len(text) if text.isascii() else sum(width for _cluster, width in _clusters(text))


def cut(text: str, width: int) -> str:
    """The text on one line and at most so many cells wide; what is cut ends in "…"."""
    text = one_line(text)
    if cells(text) <= width:
        return text
    kept, used = "", 1
    for cluster, wide in _clusters(text):
        used += wide
        if used > width:
            break
        kept += cluster
    return kept.rstrip() + "…"


def left(text: str, width: int) -> str:
    """The text cut and filled to exactly so many cells, at the left."""
    text = cut(text, width)
    return text + " " * (width - cells(text))


def right(text: str, width: int) -> str:
    """The text filled to at least so many cells, at the right; numbers are never cut."""
    text = one_line(text)
    return " " * max(0, width - cells(text)) + text


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most so many cells, broken between words where there are any."""
    lines, line = [], ""
    for word in one_line(text).split(" "):
        rest = word
        if line and cells(line) + 1 + cells(rest) <= width:
            line += " " + rest
            continue
        if line:
            lines.append(line)
        while cells(rest) > width:
            head = cut(rest, width + 1).removesuffix("…")[:width] or rest[:1]
            lines.append(head)
            rest = rest[len(head) :]
        line = rest
    return [*lines, line] if line or not lines else lines


def status_style(text: str, status: str) -> str:
    """A status in its colour; stale and no data are dim, as the colour has drained."""
    colour = _COLOURS.get(status)
    return click.style(text, fg=colour) if colour else dim(text)


def bold(text: str) -> str:
    """What counts."""
    return click.style(text, bold=True)


def dim(text: str) -> str:
    """Reasons, notes, ages."""
    return click.style(text, dim=True)


def warm(text: str) -> str:
    """What is late."""
    return click.style(text, fg="bright_red")


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """What a terminal draws as one sign, with its cells: a letter with its marks, a joined emoji, a flag."""
    cluster, width, joined = "", 0, False
    for letter in text:
        own = _cell(letter)
        flag = len(cluster) == 1 and all("\U0001f1e6" <= each <= "\U0001f1ff" for each in cluster + letter)
        toned = width == 2 and "\U0001f3fb" <= letter <= "\U0001f3ff"
        more = joined and width == 2 and unicodedata.category(letter) == "So"
        if cluster and (own == 0 or flag or toned or more):
            cluster += letter
            width = 2 if flag or letter == _AS_EMOJI else width
        else:
            if cluster:
                yield cluster, width
            cluster, width = letter, own
        joined = letter == _JOINER
    if cluster:
        yield cluster, width


@cache
def _cell(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
