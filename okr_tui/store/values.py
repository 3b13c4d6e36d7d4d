"""One value in a text that a person has written is replaced by another, in the way in which the old one was written."""

import re
from typing import Any

from okr_tui.store.canonical import literal, long_string, same
from okr_tui.store.matching import matched
from okr_tui.store.statements import value_end

_WIDTH = 100
_GAP = re.compile(r"[\s,]*")
_ITEM = re.compile(r"[^,\]#\n]*")
_LINE = re.compile(r"[^\n]*")


def replaced(text: str, value: tuple[int, int], old: Any, new: Any) -> str:
    """The lines of a key with another value.

    A list that stood on one line stays there while the line has at most 100 columns, else it gets one item per line;
    comments between the items stay with their items. A string over several lines is written as one again.

    Args:
        text: the lines of the key.
        value: offsets of the old value in them.
        old: the old value.
        new: the new one.

    Raises:
        ValueError: the new value has no place in TOML.
    """
    before, written, behind = text[: value[0]], text[value[0] : value[1]], text[value[1] :]
    if isinstance(old, list) and isinstance(new, list) and "\n" not in written:
        line = before + literal(new) + behind
        if len(line.rstrip("\n")) <= _WIDTH:
            return line
    if isinstance(old, str) and isinstance(new, str):
        long = written.startswith(('"""', "'''")) and "\n" in new and "\r" not in new
        return before + (long_string(new) if long else literal(new)) + behind
    comments: list[str] = []
    if isinstance(old, list) and "#" in written:
        rows = _Rows(written)
        if isinstance(new, list) and len(rows.items) == len(old):
            return before + rows.of(old, new) + behind
        comments = rows.comments()
    return "".join(f"{comment}\n" for comment in comments) + before + literal(new, rows=True) + behind


def comments_of(text: str, value: tuple[int, int]) -> list[str]:
    """The comments in the lines of a key: between the items of its list, and behind its value."""
    written, behind = text[value[0] : value[1]], text[value[1] :].strip()
    within = _Rows(written).comments() if written.startswith("[") and "#" in written else []
    return [*within, behind] if behind else within


class _Row:
    """One item of a list: the comments above it, its text, the comment behind it."""

    def __init__(self, above: list[str], text: str) -> None:
        self.above, self.text, self.behind = above, text, ""


class _Rows:
    """A list over several lines with comments, taken apart into its items."""

    def __init__(self, written: str) -> None:
        self.opening = ""
        self.items: list[_Row] = []
        self.closing: list[str] = []
        at = 1
        while at < len(written) - 1:
            gap = _GAP.match(written, at)[0]  # type: ignore[index]  # it matches anything
            at += len(gap)
            if written[at] == "#":
                comment = _LINE.match(written, at)[0]  # type: ignore[index]
                self._comment(comment.rstrip(), below="\n" in gap)
                at += len(comment)
            elif at < len(written) - 1:
                nested = written[at] in "\"'[{"
                end = value_end(written, at) if nested else _ITEM.match(written, at).end()  # type: ignore[union-attr]
                self.items.append(_Row(self.closing, written[at:end].rstrip()))
                self.closing = []
                at = end

    def _comment(self, comment: str, *, below: bool) -> None:
        if below:
            self.closing.append(comment)
        elif self.items:
            self.items[-1].behind = f"  {comment}"
        else:
            self.opening = f"  {comment}"

    def comments(self) -> list[str]:
        """All comments of the list."""
        parts = [self.opening, *(part for row in self.items for part in (*row.above, row.behind)), *self.closing]
        return [part.strip() for part in parts if part]

    def of(self, old: list[Any], new: list[Any]) -> str:
        """The list with the new items; comments behind an item go with it, those above one never."""
        matches = matched(old, new)
        kept = set(matches)
        left: list[str] = []
        for place, row in enumerate(self.items):
            if place in kept:
                row.above, left = left + row.above, []
            else:
                left += row.above
        lines: list[str] = []
        for at, value in zip(matches, new, strict=True):
            row = _Row([], "") if at is None else self.items[at]
            text = row.text if at is not None and same(old[at], value) else literal(value, rows=True, depth=1)
            lines += [*(f"    {comment}" for comment in row.above), f"    {text},{row.behind}"]
        lines += [f"    {comment}" for comment in left + self.closing]
        return "\n".join([f"[{self.opening}", *lines, "]"])
