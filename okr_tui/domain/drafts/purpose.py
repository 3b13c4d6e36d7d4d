"""Whether a draft says what for: "so that", "to reduce", "which", "afin de"."""

from okr_tui.domain.drafts import lexicon
from okr_tui.domain.drafts.reading import Reading

_AND = frozenset({"and", "et"})
_MAKING = lexicon.OUTPUT | lexicon.SOFT | lexicon.ACTIVITY
_CHANGING = lexicon.MOVE | lexicon.CHANGE | lexicon.MULTIPLE


def says_what_for(reading: Reading) -> bool:
    """Whether a clause after the verb says what the thing is good for."""
    if reading.verb is None or not reading.every & (lexicon.PURPOSE | lexicon.TO):
        return False
    sorts, words = reading.sorts, reading.words
    adds = not reading.sorts_of_verb & _MAKING  # "grow sales and cut costs"
    for position in range(reading.verb + 1, len(sorts) - 1):
        if sorts[position] & lexicon.PURPOSE:
            return True
        if sorts[position] & lexicon.TO and sorts[position + 1] & _CHANGING and not (adds and words[position] in _AND):
            return True
    return False


def names_quality(reading: Reading) -> bool:
    """Whether a word says how good the thing is to be, which is more than that it is there."""
    return bool(reading.every & lexicon.QUALITY)
