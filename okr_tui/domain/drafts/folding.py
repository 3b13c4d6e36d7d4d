"""Letters as the coach compares them: lower case, without accents, one kind of dash, apostrophe and space."""

import re
import unicodedata
from collections.abc import Sequence

_MARKS = re.compile("[\u0300-\u036f]")

_ALIKE = {
    "\u2018\u2019\u02bc": "'", "\u2010\u2011\u2012\u2013\u2014\u2212": "-", "\u00a0\u202f\u2009\t\r\n\v\f": " ",
    "\u00d7": "x", "\u21d2\u27a1\u279c": "\u2192",
}  # fmt: skip


def _without_accents() -> dict[int, str]:
    """Accented Latin letter → the letter, and what people type for a dash, an apostrophe, a space, an arrow."""
    table = {}
    for code in range(0xC0, 0x180):
        parts = unicodedata.decomposition(chr(code)).split()
        if parts and not parts[0].startswith("<"):
            table[code] = chr(int(parts[0], 16)).lower()
    for letters, plain in _ALIKE.items():
        table |= dict.fromkeys(map(ord, letters), plain)
    return table


_TABLE = _without_accents()


def folded(text: str) -> tuple[str, Sequence[int] | None]:
    """The text as compared, and for each of its characters the place in the text; None where the places are the same."""
    if text.isascii():
        return text.lower().replace("\t", " "), None
    low = text.lower()
    if len(low) != len(text):  # a capital whose small letter is two characters
        low = "".join(each if len(each.lower()) != 1 else each.lower() for each in text)
    if _MARKS.search(low) is None:
        return low.translate(_TABLE), None
    kept = [place for place, letter in enumerate(low) if not "\u0300" <= letter <= "\u036f"]
    return "".join(low[place] for place in kept).translate(_TABLE), [*kept, len(low)]
