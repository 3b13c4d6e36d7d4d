"""Words of people in the formats of others: nothing that somebody typed becomes a tag, a link, a formula or a command."""

import html
import re

from okr_tui.words.hostile import one_line, plain

_MARKS = re.compile(r"([\\`*_{}\[\]()#!|~$])")
_BEGINS = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)])(?=\s|$))")
_FORMULA = re.compile(r"^[\s'\"]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]")


def in_html(words: str) -> str:
    """The words as text of a page or as the value of an attribute in double quotes; on one line."""
    return html.escape(one_line(words), quote=True)


def in_markdown(words: str) -> str:
    """The words within a line or a cell of a table: no markup, no tag, no link, no new block; on one line."""
    text = one_line(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _MARKS.sub(r"\\\1", text)
    text = re.sub(
        r"(?i)\b(https?|ftp|mailto)(?=:)|(?<![\w.])www(?=\.)",
        lambda found: found[0][:-1] + "&#" + str(ord(found[0][-1])) + ";",
        text,
    )
    return _BEGINS.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text)


def in_cell(words: str) -> str:
    """The words as a cell of a spreadsheet: what it would take for a formula begins with an apostrophe (OWASP)."""
    text = plain(words)
    return f"'{text}" if _FORMULA.match(text) else text


def out_of_cell(words: str) -> str:
    """The words of a cell as they were before `in_cell`."""
    return words[1:] if words.startswith("'") and _FORMULA.match(words[1:]) else words
