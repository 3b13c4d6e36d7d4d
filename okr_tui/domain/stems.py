"""Words brought to what they have in common, for comparing: without stop words, endings and the choice of the verb.

Light stemmers of our own for English and French: two wordings of one thing must meet, and no text is ever shown stemmed,
so that a stem need not be a word. Verbs that say "more", "less", "better" or "bring about" become one sign each: "cut
the churn" and "reduce churn" are the same wish.
"""

import re
from functools import cache, lru_cache

from okr_tui.domain.resolve import folded

UP, DOWN, BETTER, MAKE = "+", "-", "=", "*"
"""The signs that stand for verbs: more, less, better, and everything that brings something about."""

SIGNS = frozenset({UP, DOWN, BETTER, MAKE})

_WORD = re.compile(r"[a-z]+(?:\d+[a-z]*)?|\d+(?:[.,]\d+)*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP = {
    "en": _words("""
        become becomes became becoming
        a about above after again all also am an and any are as at be because been before being below between
        both but by can do does doing down during each every few for from further get gets getting had has have
        having he her here him his how i if in into is it its itself make makes making more most my new no nor
        not of off on once only or other our ours out over own same she so some such than that the their theirs
        them then there these they this those through to too under until up us very via was we were what when
        where which while who whom whose why will with within without you your yours
    """),
    "fr": _words("""
        devenir devient deviennent devienne
        a afin ai ainsi alors apres au aucun aussi autre aux avant avec avoir bien car ce ceci cela celle celles
        celui ces cet cette ceux chaque chez comme comment d dans de depuis des deux donc dont du elle elles en
        encore entre est et etre eux fait faire faut il ils j je jusque l la le les leur leurs lors lui m ma
        mais me meme memes mes moi mon n ne ni nos notre nous nouveau nouvelle on ont ou par parce pas plus pour
        pouvoir qu quand que quel quelle quelles quels qui quoi s sa sans se sera ses si sien son sont sous sur
        t ta tant te tes toi ton tous tout toute toutes tres tu un une va vers via vos votre vous y
    """),
}  # fmt: skip
"""Language → words, folded, that say nothing about what is wanted."""

_SIGNS = {
    "en": {
        UP: (
            "increase raise grow boost double triple lift expand extend accelerate maximize higher gain augment "
            "multiply"
        ),
        DOWN: "reduce cut decrease lower shrink halve minimize drop diminish shorten slash fewer less lessen limit",
        BETTER: "improve better enhance optimize strengthen upgrade improvement enhancement optimization",
        MAKE: (
            "build develop create launch implement establish deliver introduce complete finish design define ship "
            "achieve reach ensure drive execute construct provide"
        ),
    },
    "fr": {
        UP: (
            "augmenter accroitre doubler tripler hausser elever multiplier gagner agrandir accelerer hausse "
            "croissance augmentation"
        ),
        DOWN: (
            "reduire diminuer baisser abaisser limiter raccourcir ecourter reduction baisse diminution moins "
            "minimiser alleger"
        ),
        BETTER: (
            "ameliorer mieux optimiser renforcer perfectionner amelioration optimisation meilleur meilleure "
            "renforcement"
        ),
        MAKE: (
            "construire developper creer lancer implementer etablir livrer introduire deployer mettre definir "
            "concevoir realiser atteindre assurer garantir terminer achever batir produire"
        ),
    },
}  # fmt: skip
"""Language → sign → the words for it, folded; every form of theirs counts."""

_SAME = {
    "en": ("customer client buyer", "time duration delay", "rate percentage ratio proportion", "answer response reply",
           "employee staff colleague"),
    "fr": ("temps delai duree", "client clientele acheteur", "taux pourcentage ratio proportion", "salarie employe collegue"),
}  # fmt: skip
"""Language → words, folded, that stand for one another when people reword; the first one stands for all."""

_ENDINGS = {
    "en": (
        "ization", "ation", "ment", "ness", "ingly", "edly", "ing", "ize", "ity", "ied", "ion", "ed", "er", "ly", "al",
    ),
    "fr": (
        "issement", "isation", "ation", "atrice", "ateur", "ement", "ment", "euse", "eur", "issent", "issant", "ence",
        "ance", "ant", "ite", "ive", "ion", "ale", "ent", "iez", "ons", "ier", "er", "ir", "re", "ez", "ee", "if", "al", "ie",
    ),
}  # fmt: skip
"""Language → endings that are taken off after the plural, the longest that leaves a stem."""

_SHORTEST = 3  # letters that a stem keeps
_LONG = 6  # letters from which -ise is an ending: "optimise", not "rise"
_BRITISH = re.compile(r"is(e|es|ed|ing|ation|ations|er|ers)$")


@cache
def _ended(language: str) -> re.Pattern[str]:
    """A word with one of the endings of a language; made when the language is first read."""
    return re.compile(rf"(.{{{_SHORTEST},}}?)(?:{'|'.join(_ENDINGS[language])})$")


@lru_cache(maxsize=16_384)
def stem(word: str, language: str) -> str:
    """The stem of a folded word, or the sign of its direction."""
    bare = _bare(word, language)
    return _signs(language).get(bare, bare)


def stems(text: str, language: str) -> tuple[str, ...]:
    """The stems of a text in its order, stop words left out; of nothing but stop words all of them.

    Args:
        text: any words; only the first 400 characters count.
        language: "en" or "fr".
    """
    text = text[:400]
    words = _WORD.findall(text.lower() if text.isascii() else folded(text).replace("œ", "oe"))
    kept = [word for word in words if word not in STOP[language]]
    return tuple(stem(word, language) for word in kept or words)


def _bare(word: str, language: str) -> str:
    if word[0].isdigit() or len(word) <= _SHORTEST:
        return word
    word = _singular(word, language)
    found = _ended(language).match(word)
    return _tidied(found[1] if found is not None else word)


def _singular(word: str, language: str) -> str:
    """Without the plural; in English also with the American z, so that both spellings meet."""
    if language == "fr":
        return word[:-1] if word[-1] in "sx" and not word.endswith("ss") else word
    word = _BRITISH.sub(r"iz\1", word) if len(word) > _LONG else word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word[-1] == "s" and word[-2] not in "su" else word


def _tidied(word: str) -> str:
    """Without the letters that differ between forms: a doubled consonant, a last vowel or y."""
    if len(word) > _SHORTEST and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if len(word) > _SHORTEST and word[-1] in "ieuy" else word


@lru_cache(maxsize=2)
def _signs(language: str) -> dict[str, str]:
    """Stem → what stands for it: the sign of its direction, or the stem of the word that means the same."""
    found = {
        _bare(word, language): _bare(group.split()[0], language) for group in _SAME[language] for word in group.split()
    }
    return found | {_bare(word, language): sign for sign, words in _SIGNS[language].items() for word in words.split()}
