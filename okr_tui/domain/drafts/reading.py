"""A draft read once: its words with what is known of them, the verb it begins with, its figures."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from okr_tui.domain.drafts import english, french, lexicon
from okr_tui.domain.drafts.draft import Draft
from okr_tui.domain.drafts.evidence import MEASURES, Evidence, aimed_at, evidence_in
from okr_tui.domain.drafts.folding import folded
from okr_tui.domain.drafts.lexicon import Lexicon

_WORDS = re.compile(r"[^\W_]++(?:-[^\W_]++)*+")
_MAKES = lexicon.OUTPUT | lexicon.SOFT | lexicon.ACTIVITY
_INFINITIVE = ("er", "ir", "oir", "dre", "tre", "vre")
_AIMS = (" to ", " a ", ": ", "= ", "par ", "by ")
_AT_ONCE = re.compile(
    r" (?:at least |up to |about |around |some |more than |au moins |jusqu'a |environ |plus de )?[$€£]?"
)
"""What may stand between a verb of effort and the figure that belongs to it."""
_FIRST = 6
"""Words among which the verb that a draft begins with is looked for."""

LOOKED_AT = 4_000
"""Characters of a draft that the rules look at; what is longer is found too long anyway."""

LEXICONS: dict[str, Lexicon] = {"en": english.LEXICON, "fr": french.LEXICON}
"""Language → its words."""


class Reading(NamedTuple):
    """What the rules look at.

    Attributes:
        folded: the text in lower case, without accents.
        places: where each of its characters stands in the text; None where the places are the same.
        words: its words; sorts: what is known of each, as bits of `lexicon`; every: all of these bits together.
        verb: position of the word that it begins with, after "we will", "the"; None where there is no word.
        sorts_of_verb: what is known of that word, and of the pair it opens ("set up").
        evidence: its figures and words that measure, in order; measured: whether any of them really does.
    """

    draft: Draft
    folded: str
    places: Sequence[int] | None
    words: list[str]
    sorts: list[int]
    every: int
    verb: int | None
    sorts_of_verb: int
    evidence: tuple[Evidence, ...]
    measured: bool

    def span(self, first: int, last: int) -> tuple[int, int]:
        """From the beginning of one word to the end of another, in the text as typed."""
        spans = [match.span() for match in _WORDS.finditer(self.folded)]
        return self.place(spans[first][0], spans[last][1])

    def pair(self, position: int) -> int:
        """What is known of a word together with the next one ("is live")."""
        return _pair(LEXICONS[self.draft.lang], self.words, position)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the folded text in the text as typed."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end]

    @property
    def whole(self) -> tuple[int, int]:
        """All of it, without the white space around."""
        text = self.draft.text
        return len(text) - len(text.lstrip()), len(text.rstrip())


def read(draft: Draft) -> Reading:
    """Reads a draft."""
    text, places = folded(draft.text[:LOOKED_AT])
    words = _WORDS.findall(text)
    lexicon_of = LEXICONS[draft.lang]
    get = lexicon_of.words.get
    sorts = [get(word, 0) for word in words]
    every = 0
    for sort in sorts:
        every |= sort
    verb, sorts_of_verb = _verb(lexicon_of, words, sorts)
    found = evidence_in(text, lexicon_of, every)
    if found and sorts_of_verb & (lexicon.IMPROVE | lexicon.EFFORT | lexicon.DOWN) and not every & lexicon.PURPOSE:
        found = _of_result(text, found, sorts_of_verb, words[verb or 0])
    measured = any(one.kind in MEASURES for one in found)
    return Reading(draft, text, places, words, sorts, every, verb, sorts_of_verb, found, measured)


def _verb(lexicon_of: Lexicon, words: list[str], sorts: list[int]) -> tuple[int | None, int]:
    """The word that a draft begins with, looking past those that only lead to it, and what is known of it."""
    if not words:
        return None, 0
    position = 0
    while position < min(_FIRST, len(words) - 1) and _leads(words, sorts, position):
        position += 1
    pair = _pair(lexicon_of, words, position)
    known = sorts[position] | pair
    if pair & (lexicon.OUTPUT | lexicon.CHANGE) or (
        known & lexicon.CHANGE and _makes_so(lexicon_of, words, sorts, position)
    ):
        known &= ~lexicon.SOFT
    if position and words[position - 1] == "nous" and words[position].endswith(_INFINITIVE):
        known &= ~_MAKES  # "nous installer en Italie"
    if pair & lexicon.PLAIN:
        known &= ~(lexicon.SOFT | lexicon.CHANGE)
    if known & _MAKES and _names_figure(sorts, position):
        return position, known & ~_MAKES
    if known & lexicon.SUCCEED and not known & (lexicon.OUTPUT | lexicon.HEALTH):
        for after in range(position + 1, min(position + 4, len(words))):
            if sorts[after] & lexicon.MAKING:
                return position, known | lexicon.OUTPUT
            if not sorts[after] & lexicon.STOP:
                break
    return position, known


def _makes_so(lexicon_of: Lexicon, words: list[str], sorts: list[int], position: int) -> bool:
    """Whether "make" or "faire" makes something so instead of making a thing: "make our app fast", "faire grandir"."""
    if position + 1 == len(words):
        return False
    if lexicon_of.head_last:
        return bool(sorts[position + 1] & lexicon.DETERMINER)
    following = words[position + 1]
    if following in {"du", "des"}:  # "faire du contenu notre force"
        return any(each & lexicon.DETERMINER for each in sorts[position + 3 : position + 7])
    return following.endswith(_INFINITIVE) and not sorts[position + 1] & (lexicon.DELIVERABLE | lexicon.WORK)


def _of_result(text: str, found: tuple[Evidence, ...], known: int, verb: str) -> tuple[Evidence, ...]:
    """The same, as the verb has it: "optimise 4 journeys" and "spend 20%" aim at nothing, "reduce the steps to 3" does."""
    if known & lexicon.EFFORT:
        first = found[0]
        near = first.kind != "range" and _AT_ONCE.fullmatch(text, text.find(verb) + len(verb), first.start)
        return (first._replace(kind="scope"), *found[1:]) if near else found
    if known & lexicon.DOWN:
        return tuple(
            one._replace(kind="count") if one.kind == "work" and (one.compared or _is_target(text, one)) else one
            for one in found
        )
    return tuple(
        one._replace(kind="scope")
        if one.kind in {"count", "outcome"} and not one.compared and not _is_target(text, one)
        else one
        for one in found
    )


def _is_target(text: str, one: Evidence) -> bool:
    """Whether a number is what is to be reached: "to 500 customers", "win 50 customers"."""
    return text.endswith(_AIMS, 0, one.start) or aimed_at(text, one)


def _names_figure(sorts: list[int], position: int) -> bool:
    """Whether the words up to the next function word name what is measured: "release frequency"."""
    for sort in sorts[position + 1 : position + 5]:
        if sort & lexicon.STOP:
            return False
        if sort & lexicon.FIGURE:
            return True
    return False


def _leads(words: list[str], sorts: list[int], position: int) -> bool:
    """Whether a word only leads to the verb: "we", "KR1", "successfully"."""
    word = words[position]
    return bool(sorts[position] & lexicon.LEAD) or (word.startswith(("kr", "okr")) and word[-1].isdigit())


def _pair(lexicon_of: Lexicon, words: list[str], position: int) -> int:
    second = lexicon_of.pairs.get(words[position])
    return second.get(words[position + 1], 0) if second and position + 1 < len(words) else 0
