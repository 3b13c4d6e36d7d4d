"""Figures in a draft: which of them measure, which only count the work, and which are dates, versions or names.

A from–to, a percentage, money, a unit or a comparator is evidence; years, quarters, versions, percentiles and "top 3"
are masked before (method.md). Every figure is looked at once, with a few characters on either side, so that the time
grows with the length of the text only.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from okr_tui.domain.drafts import lexicon
from okr_tui.domain.drafts.lexicon import Lexicon

NEAR = 32
"""Characters looked at on either side of a figure."""

_MONTHS = (
    r"(?:jan(?:uary|vier)?|feb(?:ruary)?|fevr?(?:ier)?|mar(?:ch|s)|apr(?:il)?|avril|may|mai|june?|juin|july?|juil(?:let)?|aug(?:ust)?"
    r"|aout|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember|embre)?)\b"
)
_LONG = r"(?:weeks?|months?|quarters?|years?|sprints?|semaines?|mois|trimestres?|ans?|annees?|semestres?)\b"
_FIGURE = (
    r"(?P<date>\d{4}-\d\d(?:-\d\d)?+(?!\d)|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?!\d)|\d{1,2}/\d{4}(?!\d)|24/7|7/7|\d{1,2}:\d{1,2}(?!\d)|\d{1,2}h\d\d(?!\d))"
    r"|(?P<figure>\d{1,3}(?:[ ,.]\d{3}){1,6}+(?!\d)(?:[.,]\d++)?|\d++(?:[.,]\d++)*+)"
)
_MONEY_BEFORE = re.compile(r"(?:[$€£¥]|\b(?:usd|eur|gbp|chf|cad)) ?$")
_MONEY_AFTER = re.compile(
    r" ?(?:k|m|mm|mn|bn|b|md|mds|mio|millions?|thousand|mille|milliers?|milliards?|billions?)? ?(?:d'|de |of )?"
    r"(?:[€$£¥]|(?:euros?|dollars?|eur|usd|chf|gbp|cad|pounds?)\b)"
)
_PERCENT = re.compile(r" ?(?:%|‰|(?:percent|per cent|pour ?cent|percentage|pct|pp|pts?|bps|points?|basis points)\b)")
_DONE = re.compile(
    r"[ :)]*(?:done|complete[d]?|completion|finished|delivered|implemented|progress|acheve|termine|realise|fait|livre|deploye|d'avancement|avancement)e?s?\b"
)
_TIMES_AFTER = re.compile(r"(?: ?x| (?:times|fois|fold)|fold|-fold)(?![^\W\d_])")
_OFTEN = re.compile(r" (?:times|fois) (?:a|per|each|every|par|chaque)\b")
_TIMES_BEFORE = re.compile(r"(?:(?<![^\W_])x|(?:factor of|by factor|facteur|divis\w{1,6} par|multipli\w{1,6} par)) ?$")
_NAMED = re.compile(
    r"(?:[^\W\d_]|[^\W\d_]-|\b(?:phase|version|step|etape|stage|niveau|level|tier|palier|lot|vague|wave|sprint|iso|iso/iec|soc|rfc|release|windows"
    r"|python|java|industry|industrie|web|percentile|centile|day|jour|j|d|week|semaine|month|mois|quarter|trimestre|semestre|serie|series|option|n°|no\.|numero"
    r"|top|v|v\.|wcag|rgaa|office|horizon|act|acte|chapitre|chapter|article|room|salle|group|groupe|class|classe|type|gen|zone|scope|vision|plan|agenda|cop|exercice|fy) ?)$"
)
_RANK = re.compile(
    r"\b(?:in|into|enter|reach|among|within|make|to|dans|parmi|integrer|entrer|atteindre|rejoindre|au)(?: (?:the|le|les|its|our|dans))* top ?$|#$|\b(?:rank|ranked|rang|place|position|numero|number|no\.|n°) ?$"
)
_TOP = re.compile(r"\btop ?$")
_MONTH_BEFORE = re.compile(_MONTHS + r"\.? ?(?:the )?$")
_MONTH_AFTER = re.compile(r"(?:st|nd|rd|th|er)?(?: of)? ?" + _MONTHS)
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|ere|e|eme|emes|d)\b")
_RATIO = re.compile(r" ?(?:/|sur|out of|of) ?\d")
_UNIT = re.compile(
    r"[ -]?(?:ms|s|secs?|seconds?|secondes?|min|mins|minutes?|mn|h|hrs?|hours?|heures?|days?|jours?|j|weeks?|semaines?|months?|mois|years?|ans?|annees?"
    r"|kg|g|t|tons?|tonnes?|km|m2|m²|kwh|mwh|gwh|gb|mb|go|mo|tb|fps|rpm|stars?|etoiles?|nps|csat|fte|etp|teqco2|tco2e?|co2|litres?|liters?|db|lines?|°c?)(?![^\W_])"
)
_LONG_AFTER = re.compile(r"[ -]?" + _LONG)
_WINDOW = re.compile(
    r"\b(?:in|within|over|during|for|next|last|past|en|sous|d'ici|dans|pendant|sur|after|apres|every|each|chaque|les|ces|de|des)"
    r"(?: (?:the|next|last|past|first|coming|les|a|prochaine?s|premiere?s|derniere?s|toutes|tous))* ?$"
)
_NEXT = re.compile(r"\b(?:next|last|past|first|coming|every|each|tous les|toutes les) $")
_NEXT_AFTER = re.compile(r" (?:prochain|premier|dernier)e?s? ")
_COMPARED = re.compile(
    r"(?:[<>≤≥=~]|\b(?:at least|less than|more than|under|over|above|below|up to|at most|fewer than|greater than|minimum|min|max|maximum|beyond|exceeding|exceeds?"
    r"|lower than|higher than|no more than|au moins|moins de|plus de|sous|au[ -]dessus de|au[ -]dessous de|en[ -]dessous de|superieure?s? a|inferieure?s? a|au minimum|au maximum"
    r"|au plus|au dela de|au-dela de|depasser|depasse|a plus de|a moins de|jusqu'a))(?: (?:les|le|la|of|de|the))? ?$"
)
_TOWARDS = re.compile(
    r"(?:\b(?:reach|reaching|hit|hits|achieve|attain|exceed|surpass|pass|get|have|atteindre|depasser|franchir|obtenir|avoir|toucher|gagner)(?: (?:the|les|nos|our|a|un|une|plus de))?) ?$"
)
_SCOPE = re.compile(r"\b(?:in|across|on|via|through|en|dans|sur|for|pour)(?: (?:the|les|our|nos))? $")
_OWNED = re.compile(
    r"\b(?:our|the|these|those|their|its|your|my|all|both|nos|les|ces|ses|leurs|mes|vos|des|aux|toutes les|tous les) $"
)
_TENFOLD = re.compile(
    r" ?(?:k|m|mm|mn|bn|mio|millions?|thousand|mille|milliers?|milliards?|hundred|cents?)(?![^\W\d_])"
)
_NEARBY_WORD = re.compile(r"[^\W_]++(?:-[^\W_]++)*+|[.;:,()]")
_ARROW = re.compile(
    r"(?:(?<![^\W_])(?:to|a|vers|jusqu'a|au)|->|=>|→|-->|>)[ ~]*(?:[$€£]|usd |eur |(?:less than|under|over|at least|plus de|moins de|au moins|sous) )*$"
)
_ONLY_ARROW = re.compile(r" ?(?:to|a|vers|->|=>|→) ?(?:v|version )?")
_NUMBER_OF = re.compile(r"\b(?:number of|nombre de|nombre d'|# of|nb de) ?(?P<what>[^:=<>]{1,40})$")


class Evidence(NamedTuple):
    """A figure, or a word that measures.

    Attributes:
        kind: money percent multiple ratio unit value rank count outcome (a number of customers, incidents), range (from–to),
            work (counts what is done), scope ("in 3 countries", "our 7 processes"), completion ("100 % done").
        start: where it begins in the folded text; end: where it ends.
        compared: whether a comparator stands before it.
        window: whether it may be a deadline ("in 30 days").
    """

    kind: str
    start: int
    end: int
    compared: bool = False
    window: bool = False


MEASURES = frozenset({"money", "percent", "multiple", "ratio", "unit", "value", "rank", "count", "outcome", "range"})
"""Kinds that measure; the others only count the work or name its scope."""


def evidence_in(text: str, words: Lexicon, every: int) -> tuple[Evidence, ...]:
    """Everything in the folded text that measures or pretends to.

    Args:
        text: the folded text.
        words: the words of its language.
        every: all sorts of its words together, so that what isn't there need not be looked for.
    """
    found: list[Evidence] = []
    masked = -1
    for match in _pattern(words).finditer(text) if every & lexicon.NUMBER else _figures(text):
        start, end = match.span()
        if found and found[-1].kind == "ratio" and start < found[-1].end:
            continue
        before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
        if 0 <= masked and _ONLY_ARROW.fullmatch(text, masked, start):
            one = None  # "from version 2 to 3"
        else:
            one = _one(match, before, after, words)
        if one is None:
            masked = end
        else:
            masked = -1
            found.append(one)
    if len(found) > 1:
        found = _ranges(text, found)
    if every & lexicon.MULTIPLE:
        found += _multiples(text, words)
    return tuple(found)


def _figures(text: str) -> Iterator[re.Match[str]]:
    """Every figure in digits; looking for a digit first is several times as fast as trying all forms everywhere."""
    digit = _DIGIT.search(text)
    while digit is not None:
        figure = _FIGURES.match(text, digit.start())
        if figure is None:
            return
        yield figure
        digit = _DIGIT.search(text, figure.end())


def _pattern(words: Lexicon) -> re.Pattern[str]:
    pattern = _PATTERNS.get(words.head_last)
    if pattern is None:
        named = "|".join(sorted(words.numbers, key=lambda each: (-len(each), each)))
        pattern = _PATTERNS[words.head_last] = re.compile(rf"{_FIGURE}|(?<![^\W_])(?P<word>{named})(?![^\W_])")
    return pattern


_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(_FIGURE)
_PATTERNS: dict[bool, re.Pattern[str]] = {}


def _one(match: re.Match[str], before: str, after: str, words: Lexicon) -> Evidence | None:
    """What a figure is; None for a date, a version, the name of something."""
    start, end = match.span()
    if match.lastgroup == "date":
        return None
    if _MONEY_BEFORE.search(before) or _MONEY_AFTER.match(after):
        return Evidence("money", start, end, compared=_COMPARED.search(before) is not None)
    if percent := _PERCENT.match(after):
        kind = "completion" if _DONE.match(after, percent.end()) else "percent"
        return Evidence(kind, start, end + percent.end(), compared=_COMPARED.search(before) is not None)
    if often := _OFTEN.match(after):
        return Evidence("count", start, end + often.end())
    if (times := _TIMES_AFTER.match(after)) or _TIMES_BEFORE.search(before):
        return Evidence("multiple", start, end + (times.end() if times else 0))
    if _RANK.search(before):
        return Evidence("rank", start, end)
    if match.lastgroup == "figure" and (_NAMED.search(before) or _is_date(match.group(), before, after, words)):
        return None
    if match.lastgroup == "word" and (_TOP.search(before) or before.endswith("-") or after.startswith("-")):
        return None
    if ratio := _RATIO.match(after):
        return Evidence("ratio", start, end + ratio.end())
    return _counted(match, before, after, words)


def _is_date(figure: str, before: str, after: str, words: Lexicon) -> bool:
    """Whether a bare figure is part of a date, an ordinal or a year."""
    if _ORDINAL.match(after) or _MONTH_AFTER.match(after) or _MONTH_BEFORE.search(before):
        return True
    if (
        after.startswith("/")
        and after[1:3].isdecimal()
        and (after[1] == "0" or float(figure.split(",")[0].split(".")[0]) > int(after[1:3]))
    ):
        return True
    if before.endswith("/") and before[-2:-1].isdecimal():
        return True
    year = len(figure) == 4 and figure.isdecimal() and 1990 <= int(figure) <= 2059
    return year and not _UNIT.match(after) and _noun(after, words) != "outcome"


def _counted(match: re.Match[str], before: str, after: str, words: Lexicon) -> Evidence | None:
    """What a figure with neither a sign nor a name is: a length of time, a value, a number of something."""
    start, end = match.span()
    compared = _COMPARED.search(before) is not None
    if (_NEXT.search(before) or _NEXT_AFTER.match(after)) and not compared:
        return None
    if unit := _UNIT.match(after):
        window = _WINDOW.search(before) is not None
        if window and not compared and _LONG_AFTER.match(after):
            return None
        return Evidence("unit", start, end + unit.end(), compared=compared, window=window)
    if after[:1].isalpha() and not _TENFOLD.match(after):
        return None  # "3D", "2FA"
    noun = _noun(after, words)
    if match.group() in {"zero", "0"}:
        return Evidence("outcome", start, end)
    if noun == "value":
        counted = _NUMBER_OF.search(before)
        if match.lastgroup == "word" and not compared:
            return None
        return Evidence(
            "work" if counted and _noun(" " + counted["what"], words) == "work" else "value", start, end, compared
        )
    if noun == "work":
        return Evidence("work", start, end, compared)
    towards = _TOWARDS.search(before) is not None
    if (
        not compared
        and not towards
        and (_OWNED.search(before) or (_SCOPE.search(before) and not _TENFOLD.match(after)))
    ):
        return Evidence("scope", start, end)
    return Evidence(noun, start, end, compared)


def _noun(after: str, words: Lexicon) -> str:
    """What stands after a figure: "work", "outcome", "count" for any other noun, "value" where there is none."""
    tenfold = _TENFOLD.match(after)
    seen, kind = 0, "value"
    for match in _NEARBY_WORD.finditer(after, tenfold.end() if tenfold else 0):
        word = match.group()
        sorts = words.words.get(word, 0)
        if not word[0].isalpha() or word[0].isdigit() or seen == 4:
            break
        if sorts & lexicon.STOP:
            if seen == 0 and word in {"de", "d", "of"}:
                continue
            break
        if sorts & lexicon.TIME and not sorts & (lexicon.WORK | lexicon.OUTCOME) and seen == 0:
            break
        seen += 1
        if sorts & (lexicon.WORK | lexicon.OUTCOME):
            kind = "outcome" if sorts & lexicon.OUTCOME and not sorts & lexicon.WORK else "work"
            if not words.head_last:
                break
        elif kind == "value":
            kind = "count"
    return "count" if kind == "value" and tenfold else kind


def _ranges(text: str, found: list[Evidence]) -> list[Evidence]:
    """The same with each "from X to Y" as one."""
    joined: list[Evidence] = []
    for one in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind != "range"
            and one.start - last.end <= NEAR + 8
            and _ARROW.search(text, last.end - 1, one.start)
        ):
            joined[-1] = Evidence("range", last.start, one.end)
        else:
            joined.append(one)
    return joined


def _multiples(text: str, words: Lexicon) -> list[Evidence]:
    """Words that measure without a figure: double, halve, a third of, none."""
    found = []
    for match in _NEARBY_WORD.finditer(text):
        if words.words.get(match.group(), 0) & lexicon.MULTIPLE and not _NOT_TIMES.match(text, match.end()):
            near = text[max(0, match.start() - NEAR) : match.start()]
            if match.group() not in _SHARES or _SHARE_OF.match(text, match.end()) or _BY_SHARE.search(near):
                found.append(Evidence("multiple", match.start(), match.end()))
    return found


_SHARES = frozenset({"half", "third", "moitie", "tiers"})
_SHARE_OF = re.compile(r" (?:of|the|our|des|de|du|d'|as|the number)")
_BY_SHARE = re.compile(r"\b(?:by|in|de|par) (?:a |la |un )?$")
_NOT_TIMES = re.compile(r"[ -](?:down|check|of the year|year|annee|de l'annee|du trimestre|of the quarter)\b")
