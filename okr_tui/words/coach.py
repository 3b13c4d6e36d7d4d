"""What the drafting coach says, in the language of the draft: why, a question to move on, and what could be done."""

from collections.abc import Mapping
from typing import Protocol

from okr_tui.words.hostile import one_line
from okr_tui.words.method import section

_LONGEST = 60
"""Characters of a draft that a sentence quotes."""


class Found(Protocol):
    """A finding on a draft or on a set of them."""

    @property
    def code(self) -> str:
        """The code of the method."""

    @property
    def facts(self) -> Mapping[str, str]:
        """What the sentence is made of."""


def message(finding: Found, lang: str) -> str:
    """One sentence that says why.

    Args:
        finding: what was found.
        lang: "en" or "fr".
    """
    return _said(finding, "message", lang)


def question(finding: Found, lang: str) -> str:
    """One question to move on."""
    return _said(finding, "question", lang)


def remedy(identity: str, lang: str) -> str:
    """What could be done, in two to four words.

    Args:
        identity: of `found.REMEDIES`.
        lang: "en" or "fr".
    """
    words: str = section("remedy", lang)[identity]
    return words


def _said(finding: Found, what: str, lang: str) -> str:
    words: str = section("finding", lang)[finding.code][what]
    if "{" not in words:
        return words
    facts = {key: _short(value) for key, value in finding.facts.items()}
    return words.format_map(facts)


def _short(words: str) -> str:
    quoted = one_line(words[: 4 * _LONGEST])
    return quoted if len(quoted) <= _LONGEST else quoted[: _LONGEST - 1].rstrip() + "…"
