"""A workspace in which every text that a person may write is hostile: markup, escape sequences, bidirectional controls."""

import re
import tomllib
from pathlib import Path
from shutil import copytree
from typing import Any

import tomli_w

SAMPLES = Path(__file__).parents[1] / "sample_data"

HOSTILE = (
    "[/foo][@click=app.quit]x[/] [WIP] [b]b {0} %s "
    "\x1b[31mred\x1b]52;c;aGk=\x07 \x9b31m\x85 \u202eevil\u2066 \u2028 \u200b \x00 \x7f end"
)
"""Everything that a terminal, a markup parser or a format string could obey."""

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
"""What must never reach a terminal (architecture.md)."""

FREE = frozenset({
    "name", "title", "why", "note", "blocker", "text", "need", "unit", "vision", "mission", "source", "measure", "reason",
    "wins", "plans", "problems", "priorities", "next_weeks", "tags", "accountabilities", "question", "options", "notes", "email",
})  # fmt: skip
"""Keys whose values are words of people."""


def hostile_copy(folder: Path, sample: str = "lumio") -> Path:
    """A copy of a sample workspace with hostile words wherever words may stand; ids, kinds and dates are as they were."""
    root = Path(copytree(SAMPLES / sample, folder / sample))
    for path in root.rglob("*.toml"):
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        path.write_text(tomli_w.dumps(_poisoned(tables)), encoding="utf-8")
    return root


def _poisoned(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _poisoned(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_poisoned(each, key) for each in value]
    return f"{HOSTILE}{value}" if isinstance(value, str) and key in FREE else value
