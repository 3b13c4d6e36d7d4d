"""How alike two wordings are: normalised words, sorted, compared by rapidfuzz (its token_sort on stems)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple, Protocol

from okr_tui.domain.resolve import folded
from okr_tui.domain.stems import BETTER, DOWN, MAKE, SIGNS, UP, stems


class Ratio(Protocol):
    """How alike two strings are, 0…100; rapidfuzz's, which is loaded when something is first compared."""

    def __call__(self, s1: str, s2: str, *, score_cutoff: float | None = None) -> float:
        """0 where it is less than the cutoff."""


class Wording(NamedTuple):
    """A title made comparable.

    Attributes:
        key: its stems, sorted; what is compared.
        whole: all its words, sorted, stop words too.
        words: the same as a set, for finding what may be alike at all.
        direction: 1 where it says "more", -1 where it says "less", else 0.
    """

    key: str
    whole: str
    words: frozenset[str]
    direction: int


@lru_cache(maxsize=16_384)
def wording(text: str, language: str, *, figures: bool = True) -> Wording:
    """A title made comparable; words of a direction are told apart from what is wanted.

    Args:
        text: the title.
        language: "en" or "fr", the one it is written in.
        figures: whether its numbers count; for what a key result measures they do not.
    """
    found = stems(text, language)
    kept = sorted(each for each in found if each not in {UP, DOWN} and (figures or not each[0].isdigit()))
    direction = (UP in found) - (DOWN in found)
    if not figures:
        kept = [each for each in kept if each not in {BETTER, MAKE} and each not in _COUNTED[language]] or kept
    whole = text[:400]
    whole = " ".join(sorted((whole.lower() if whole.isascii() else folded(whole)).split())) if figures else ""
    return Wording(" ".join(kept), whole, frozenset(kept) - SIGNS, direction)


_COUNTED = {
    "en": frozenset(stems("number total count amount figure", "en")),
    "fr": frozenset(stems("nombre total somme chiffre", "fr")),
}
"""Words before what is counted: "number of sign-ups" measures what "sign-ups" measures."""


NEAR = 10
"""Points by which stems may differ more than asked for where the sentences as they stand are alike."""


def alike(one: Wording, other: Wording, least: float = 0) -> float:
    """How alike two wordings are, 0…100; 0 where it is less than `least`, or one of them holds no words.

    The likeness of the sorted stems; or the share of stems that both hold, where those are three or more; or, where the
    stems are nearly so alike, that of the sentences with their stop words: who says the same about "teams" and
    "customers" says the same.
    """
    from rapidfuzz.fuzz import ratio

    return _likeness(one, other, len(one.words & other.words), least, ratio)


def _likeness(one: Wording, other: Wording, shared: int, least: float, ratio: Ratio) -> float:
    """The same, for two wordings that share so many stems."""
    if not one.key or not other.key or _of_another_thing(one, other, ratio):
        return 0.0
    score = ratio(one.key, other.key, score_cutoff=max(0.0, least - NEAR) or None)
    if shared >= _ENOUGH:
        score = max(score, 200 * shared / (len(one.words) + len(other.words)))
    if score >= least - NEAR and shared and one.whole and other.whole:
        score = max(score, ratio(one.whole, other.whole))
    return score if score >= least else 0.0


def _of_another_thing(one: Wording, other: Wording, ratio: Ratio) -> bool:
    """Whether a short wording differs from another in what it is about: the churn of small and of large customers."""
    if min(len(one.words), len(other.words)) > _ENOUGH:
        return False
    own, others = one.words - other.words, other.words - one.words
    return bool(own and others) and all(ratio(mine, theirs) < _SAME_WORD for mine in own for theirs in others)


_ENOUGH = 3
_SAME_WORD = 70


def pairs(wordings: Sequence[Wording], least: float) -> Iterator[tuple[int, int, float]]:
    """The pairs of places whose wordings are at least so alike, and how alike; each pair once.

    Only those that share a word are compared, and whose lengths let them be alike enough.

    Args:
        wordings: what is compared.
        least: likeness, 0…100.
    """
    from rapidfuzz.fuzz import ratio

    for (one, other), shared in _sharing(wordings):
        if score := _likeness(wordings[one], wordings[other], shared, least, ratio):
            yield one, other, score


def _sharing(wordings: Sequence[Wording]) -> Iterable[tuple[tuple[int, int], int]]:
    """Pairs of places that share a third of the words of the shorter one, and how many: others can't be alike enough."""
    holding: dict[str, list[int]] = {}
    for place, each in enumerate(wordings):
        for word in each.words:
            holding.setdefault(word, []).append(place)
    shared = Counter(pair for places in holding.values() for pair in combinations(places, 2))
    sizes = [len(each.words) for each in wordings]
    return sorted(each for each in shared.items() if each[1] * 3 >= min(sizes[each[0][0]], sizes[each[0][1]]))
