"""A workspace that says “circle” is spoken to in circles: what is said of teams, with the words around it that agree with it.

What stands in files and on command lines keeps its name: `teams.toml`, `okr add team`, `--team`, the blanks of a message.
"""

import re
from functools import lru_cache

_NAMES = r"\{[^}]*\}|--?teams?\b|\bteams?\.toml|\b(?:okr )?add team\b|\[\[?team\]?\]|`[^`]*`"
"""What is left as it is."""

_ENGLISH = {"team": "circle", "teams": "circles", "team’s": "circle’s", "team's": "circle's", "teams’": "circles’"}

_FRENCH = {
    "de l’": "du ", "à l’": "au ", "l’": "le ", "d’": "de ", "qu’une ": "qu’un ", "d’une ": "d’un ", "une ": "un ",
    "d’aucune ": "d’aucun ", "aucune ": "aucun ", "cette ": "ce ", "quelle ": "quel ", "quelles ": "quels ",
    "nouvelle ": "nouveau ", "première ": "premier ", "seule ": "seul ", "une autre ": "un autre ",
    "d’une autre ": "d’un autre ", "toutes les ": "tous les ", "une seule ": "un seul ", "la même ": "le même ",
    "une nouvelle ": "un nouveau ", "une première ": "un premier ", "certaines ": "certains ",
}  # fmt: skip
"""What stands before “équipe”, which is feminine and begins with a vowel, and before “cercle”, which is and does neither."""

_AGREES = {
    "en": {"a circle or circle": "a circle"},
    "fr": {
        "un cercle ou un cercle": "un cercle", "s’inviter elle-même": "s’inviter lui-même", "sous elle-même": "sous lui-même",
        "elle peut déclarer": "il peut déclarer", "si elle contribue": "s’il contribue", "ni par elle": "ni par lui",
        "La première n’a pas de parent": "Le premier n’a pas de parent", "elle porte les OKR": "il porte les OKR",
        "nomme celle du dessus": "nomme celui du dessus",
        "celle qui est au-dessus de toutes": "celui qui est au-dessus de tous",
        "cercles nouvelles": "cercles nouveaux", "» en ajoute une": "» en ajoute un", "» en fait une": "» en fait un",
        "elles sont dans teams.toml": "ils sont dans teams.toml", "okr add team en ajoute une": "okr add team en ajoute un",
        "répéter l’option pour chacune": "répéter l’option pour chacun", "Entrée pour aucune": "Entrée pour aucun",
        "séparées par": "séparés par", "la vôtre si": "le vôtre si", "cercle ou toutes": "cercle ou tous",
        "de toutes ensemble": "de tous ensemble", "cercles ou celle-ci": "cercles ou celui-ci", "n’est choisie": "n’est choisi",
        "elles contribuent": "ils contribuent", "à quoi elle contribue": "à quoi il contribue",
        "l’une attend l’autre": "l’un attend l’autre", "a ajoute la première": "a ajoute le premier",
        "dites laquelle": "dites lequel", "chacune a son plan": "chacun a son plan", "ce qu’elles savent": "ce qu’ils savent",
        "Une autre ici la déplace": "Un autre ici le déplace",
    },
}  # fmt: skip
"""What agrees with the word elsewhere in a sentence."""

_BEFORE = "|".join(sorted((re.escape(each) for each in _FRENCH), key=len, reverse=True))
_PATTERNS = {
    "en": re.compile(rf"(?P<name>{_NAMES})|(?<![\w-])(?P<word>teams?(?:[’']s|’)?)(?![\w=.]\w)", re.IGNORECASE),
    "fr": re.compile(
        rf"(?P<name>{_NAMES})|(?P<before>(?<!\w)(?:{_BEFORE}))?(?<![\w-])(?P<word>équipes?)\b", re.IGNORECASE
    ),
}


@lru_cache(4096)
def in_circles(message: str, language: str) -> str:
    """A message that speaks of circles instead of teams.

    Args:
        message: what is said in that language.
        language: "en" or "fr"; in another one nothing is changed.
    """
    pattern = _PATTERNS.get(language)
    said = message if pattern is None else pattern.sub(lambda found: _said(found, language), message)
    if said != message:
        for old, new in _AGREES[language].items():
            said = said.replace(old, new)
    return said


def _said(found: "re.Match[str]", language: str) -> str:
    word = found["word"]
    if word is None:
        return found[0]
    if language == "en":
        return _as(_ENGLISH.get(word.lower(), word), word)
    before = found["before"] or ""
    circle = "cercles" if word.lower().endswith("s") else "cercle"
    return _as(_FRENCH.get(before.lower(), before), word if word.isupper() else before) + _as(circle, word)


def _as(new: str, old: str) -> str:
    """In capitals, with a capital, or small, as the old words were."""
    letters = [letter for letter in old if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return new.upper()
    return new[:1].upper() + new[1:] if letters and letters[0].isupper() else new
