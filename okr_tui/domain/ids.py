"""Ids: made once from the first title and five random characters, never changed, never reused."""

import re
from collections.abc import Callable, Container, Iterable

from okr_tui.domain.transliteration import latin

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford base 32 without i, l, o, u: what can be read aloud."""

MOST_WORDS = 100_000
"""Characters that one text of a file may have."""

SLUG_LENGTH = 24
_BARE = 34  # leaves room for a number behind it
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
    return _SLUG.fullmatch(text) is not None and not is_reserved(text)


def is_reserved(text: str) -> bool:
    """Whether Windows keeps this name for a device, so that no file can be called so there."""
    return text in _RESERVED


def slug(title: str, longest: int = SLUG_LENGTH) -> str:
    """The title as at most so many characters of a-z, 0-9 and dashes; "x" where nothing of it can be kept."""
    words = re.sub(r"[^a-z0-9]+", "-", latin(title)).strip("-")
    if len(words) > longest:
        head = words[: longest + 1]
        words = head[: head.rfind("-")] if "-" in head[1:] else words[:longest]
    return words.strip("-")[:longest] or "x"


def free_slug(names: Iterable[str], taken: Container[str], otherwise: str) -> str:
    """A short id made of the first of the names whose id is free, else numbered: for a person, a team, a cycle.

    Args:
        names: what it may be made of, the best first; one of which no letter can be kept is passed over.
        taken: ids that others have.
        otherwise: what it is made of where none of the names will do: "person".
    """
    made = [slug(name, _BARE) for name in names if re.search(r"[a-z0-9]", latin(name))] or [otherwise]
    free = next((each for each in made if is_slug(each) and each not in taken), None)
    number = 2
    while free is None:
        numbered = f"{made[-1]}-{number}"
        free, number = (numbered if numbered not in taken else None), number + 1
    return free


def new_id(title: str, choose: Choose, taken: Container[str] = ()) -> str:
    """An id for a table that has a title: `activation-rate-9x3w7`.

    Args:
        title: its first one.
        choose: picks the characters.
        taken: ids that are in use. Of 5,000 titles that begin alike, two get the same characters in one case of three.
    """
    while (made := f"{slug(title)}-{''.join(choose(CROCKFORD) for _ in range(5))}") in taken:
        pass
    return made


def new_said_id(kind: str, choose: Choose) -> str:
    """An id for a table of a journal: `ci-4k2m9x3w7q`.

    Args:
        kind: the table's name, a key of `KINDS`.
        choose: picks the characters.
    """
    return f"{KINDS[kind]}-{''.join(choose(CROCKFORD) for _ in range(10))}"
