"""In which of the two languages a draft is written, where nobody says."""

import re

from okr_tui.domain.drafts import english, french, lexicon
from okr_tui.domain.drafts.draft import Lang
from okr_tui.domain.drafts.folding import folded

_WORDS = re.compile(r"[^\W\d_]++")
_ACCENTS = re.compile("[àâçéèêëîïôùûœÀÂÇÉÈÊËÎÏÔÙÛŒ]")


def guessed(text: str) -> Lang:
    """The language that more of its words belong to; an accent counts for French, and English where nothing tells."""
    english_words, french_words = english.LEXICON.words, french.LEXICON.words
    balance = 2 if _ACCENTS.search(text) else 0
    for word in _WORDS.findall(folded(text)[0]):
        in_english, in_french = english_words.get(word, 0), french_words.get(word, 0)
        if in_french and not in_english:
            balance += 2 if in_french & lexicon.OWN else 1
        elif in_english and not in_french:
            balance -= 2 if in_english & lexicon.OWN else 1
    return "fr" if balance > 0 else "en"
