"""Ids: made once from the first title and five random characters, never changed, never reused."""

import re
import unicodedata
from collections.abc import Callable

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford base 32 without i, l, o, u: what can be read aloud."""

SLUG_LENGTH = 24
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})

KINDS = {
    "check_in": "ci", "comment": "co", "answer": "an", "opinion": "op", "choice": "ch", "pain_point": "pp",
    "backing": "ba", "weekly": "we", "note": "no", "kudos": "ku",
}  # fmt: skip
"""Table of a journal → the two letters its ids begin with."""

Choose = Callable[[str], str]
"""Picks one character at random: `secrets.choice`, or a seeded one in tests."""


def is_id(text: str) -> bool:
    """Whether this may stand as an id in a file."""
    return _ID.fullmatch(text) is not None


def is_slug(text: str) -> bool:
    """Whether this may name a team, a person or a cycle, and so a file on every system."""
    return _SLUG.fullmatch(text) is not None and text not in _RESERVED


def slug(title: str, longest: int = SLUG_LENGTH) -> str:
    """The title as at most so many characters of a-z, 0-9 and dashes; "x" where nothing of it can be kept."""
    letters = unicodedata.normalize("NFKD", title.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")).casefold()
    ascii_only = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
    if len(words) > longest:
        head = words[: longest + 1]
        words = head[: head.rfind("-")] if "-" in head[1:] else words[:longest]
    return words.strip("-")[:longest] or "x"


def new_id(title: str, choose: Choose) -> str:
    """An id for a table that has a title: `activation-rate-9x3w7`."""
    return f"{slug(title)}-{''.join(choose(CROCKFORD) for _ in range(5))}"


def new_said_id(kind: str, choose: Choose) -> str:
    """An id for a table of a journal: `ci-4k2m9x3w7q`.

    Args:
        kind: the table's name, a key of `KINDS`.
        choose: picks the characters.
    """
    return f"{KINDS[kind]}-{''.join(choose(CROCKFORD) for _ in range(10))}"
