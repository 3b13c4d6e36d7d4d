"""Words from files are hostile until shown otherwise: what a terminal would obey is replaced before it is shown."""

import re

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
_LONGEST = 10_000
_GAPS = re.compile(r"[^\S\u00a0\u202f]+")  # white space at which a line may break


def plain(words: str) -> str:
    """The words with every control and direction character replaced by U+FFFD; line feeds and tabs stay."""
    return _OBEYED.sub("\ufffd", words)


def one_line(words: str) -> str:
    """The words on one line, safe for a terminal, at most 10,000 characters; spaces that don't break stay as they are."""
    words = words[:_LONGEST]
    if "\u202f" in words or "\u00a0" in words:
        return plain(_GAPS.sub(" ", words).strip())
    return plain(" ".join(words.split()))
