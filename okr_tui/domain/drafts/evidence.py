"""Figures in a draft: which of them measure, which only count the work, and which are dates, versions or names.

A from–to, a percentage, money, a unit or a comparator is evidence; years, quarters, versions, percentiles and "top 3"
are masked before (method.md). Every figure is looked at once, with a few characters on either side, so that the time
grows with the length of the text only.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from okr_tui.domain.drafts import lexicon, marks
from okr_tui.domain.drafts.lexicon import Lexicon

NEAR = 32
"""Characters looked at on either side of a figure."""


class Evidence(NamedTuple):
    """A figure, or a word that measures.

    Attributes:
        kind: money percent multiple ratio unit value rank count outcome (a number of customers, incidents), range (from–to),
            work (counts what is done), scope ("in 3 countries", "our 7 processes", what describes the situation), completion
            ("100 % done"), begin (where it starts, with nothing that says where to).
        start: where it begins in the folded text; end: where it ends.
        compared: whether a comparator stands before it.
        window: whether it may be a deadline ("in 30 days").
    """

    kind: str
    start: int
    end: int
    compared: bool = False
    window: bool = False


_COUNTED = {lexicon.WORK: "work", lexicon.OUTCOME: "outcome", lexicon.WORK | lexicon.OUTCOME: "either"}
_STARTS = frozenset({"money", "percent", "unit", "value", "ratio"})
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
        versions = (  # "from version 2 to 3", but not "version 2 to 80%"
            masked >= 0 and marks.ONLY_ARROW.fullmatch(text, masked, start) and not marks.PERCENT.match(after)
        )
        one = None if versions else _one(match, before, after, words)
        if one is None:
            masked = end
        else:
            masked = -1
            found.append(one)
    if len(found) > 1:
        found = _ranges(text, found)
    if found:
        found = _of_change(text, found, every)
    if every & lexicon.MULTIPLE:
        found += _multiples(text, words)
    if "from " in text or "de " in text:
        grades = marks.GRADES.search(text)
        if grades is not None and grades[1] > grades[2]:
            found.append(Evidence("range", *grades.span()))
    if " a" in text or " u" in text or "'u" in text or "dans l" in text:
        found += [Evidence("unit", *each.span(), compared=True) for each in marks.UNDER_ONE.finditer(text)]
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
        pattern = _PATTERNS[words.head_last] = re.compile(rf"{marks.FIGURE}|(?<![^\W_])(?P<word>{named})(?![^\W_])")
    return pattern


_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(marks.FIGURE)
_PATTERNS: dict[bool, re.Pattern[str]] = {}


def _one(match: re.Match[str], before: str, after: str, words: Lexicon) -> Evidence | None:
    """What a figure is; None for a date, a version, the name of something."""
    start, end = match.span()
    if match.lastgroup == "date":
        return None
    if marks.MONEY_BEFORE.search(before) or marks.MONEY_AFTER.match(after):
        return Evidence("money", start, end, compared=marks.COMPARED.search(before) is not None)
    if percent := marks.PERCENT.match(after):
        kind = "completion" if marks.DONE.match(after, percent.end()) else "percent"
        return Evidence(kind, start, end + percent.end(), compared=marks.COMPARED.search(before) is not None)
    if often := marks.OFTEN.match(after):
        return Evidence("count", start, end + often.end())
    if (times := marks.TIMES_AFTER.match(after)) or marks.TIMES_BEFORE.search(before):
        return Evidence("multiple", start, end + (times.end() if times else 0))
    if marks.RANK.search(before) or (marks.RIVALS.match(after) and marks.BEATEN.search(before)):
        return Evidence("rank", start, end)
    if match.lastgroup == "figure" and (marks.NAMED.search(before) or _is_date(match.group(), before, after, words)):
        return None
    if match.lastgroup == "word" and (marks.TOP.search(before) or before.endswith("-") or after.startswith("-")):
        return None
    if after.startswith(("-star", " etoile")) and (marks.STARRED.match(after) or marks.STARRED_BEFORE.search(before)):
        return None  # "a 5-star experience"
    if ratio := marks.RATIO.match(after):
        return Evidence("ratio", start, end + ratio.end())
    return _counted(match, before, after, words)


def _is_date(figure: str, before: str, after: str, words: Lexicon) -> bool:
    """Whether a bare figure is part of a date, an ordinal or a year."""
    if marks.ORDINAL.match(after) or marks.MONTH_AFTER.match(after) or marks.MONTH_BEFORE.search(before):
        return True
    if (
        after.startswith("/")
        and after[1:3].isdecimal()
        and (after[1] == "0" or float(re.split("[ ,.]", figure, maxsplit=1)[0]) > int(after[1:3]))
    ):
        return True
    if before.endswith("/") and before[-2:-1].isdecimal():
        return True
    year = len(figure) == 4 and figure.isdecimal() and 1990 <= int(figure) <= 2059
    return year and not marks.UNIT.match(after) and _noun(after, words) != "outcome"


def _counted(match: re.Match[str], before: str, after: str, words: Lexicon) -> Evidence | None:
    """What a figure with neither a sign nor a name is: a length of time, a value, a number of something."""
    start, end = match.span()
    compared = marks.COMPARED.search(before) is not None
    if (marks.NEXT.search(before) or marks.NEXT_AFTER.match(after)) and not compared:
        return None
    if unit := marks.UNIT.match(after):
        window = marks.WINDOW.search(before) is not None
        if window and not compared and marks.LONG_AFTER.match(after):
            return None
        if marks.SURVEYED.match(after) and _noun(after[unit.end() :], words) == "work":
            return Evidence("work", start, end, compared)
        return Evidence("unit", start, end + unit.end(), compared=compared, window=window)
    if after[:1].isalpha() and not marks.TENFOLD.match(after):
        return None  # "3D", "2FA"
    noun = _noun(after, words)
    if noun == "either":
        noun = "outcome" if _thousands(match.group(), after) else "work"
    if match.group() in {"zero", "0"}:
        return Evidence("outcome", start, end)
    if noun == "value":
        counted = marks.NUMBER_OF.search(before)
        if match.lastgroup == "word" and not compared:
            return None
        return Evidence(
            "work" if counted and _noun(" " + counted["what"], words) == "work" else "value", start, end, compared
        )
    if noun == "work":
        return Evidence("count" if marks.WON.search(before) else "work", start, end, compared)
    if (
        not compared
        and marks.TOWARDS.search(before) is None
        and (marks.OWNED.search(before) or (marks.SCOPE.search(before) and not marks.TENFOLD.match(after)))
    ):
        return Evidence("scope", start, end)
    return Evidence(noun, start, end, compared)


def _noun(after: str, words: Lexicon) -> str:
    """What stands after a figure: "work", "outcome", "count" for any other noun, "value" where there is none.

    "either" is a noun that counts work in small numbers and an audience in large ones: visits, sessions.
    """
    tenfold = marks.TENFOLD.match(after)
    seen, kind = 0, "value"
    for match in marks.NEARBY_WORD.finditer(after, tenfold.end() if tenfold else 0):
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
            kind = _COUNTED[sorts & (lexicon.WORK | lexicon.OUTCOME)]
            if not words.head_last:
                break
        elif kind == "value":
            kind = "count"
    return "count" if kind == "value" and tenfold else kind


def _thousands(figure: str, after: str) -> bool:
    """Whether a number is more than anybody does by themselves."""
    return len(_DIGIT.findall(figure)) > 3 or marks.TENFOLD.match(after) is not None


def _ranges(text: str, found: list[Evidence]) -> list[Evidence]:
    """The same with each "from X to Y" as one."""
    joined: list[Evidence] = []
    for one in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind != "range"
            and one.start - last.end <= NEAR + 8
            and marks.ARROW.search(text, last.end - 1, one.start)
        ):
            joined[-1] = Evidence("range", last.start, one.end)
        else:
            joined.append(one)
    return joined


def aimed_at(text: str, one: Evidence) -> bool:
    """Whether words before a number say that it is to be reached or won from others: "reach 500 readers"."""
    before = text[max(0, one.start - NEAR) : one.start]
    return marks.TOWARDS.search(before) is not None or marks.WON.search(before) is not None


def _of_change(text: str, found: list[Evidence], every: int) -> list[Evidence]:
    """The same, with the figures that say nothing about a change told apart: a start without an end, the situation."""
    background = marks.BACKGROUND.search(text) if every & lexicon.BACKGROUND else None
    if background is not None:
        until = text.find(", ", background.end())
        until = len(text) if until < 0 else until
        found = [one._replace(kind="scope") if background.start() < one.start < until else one for one in found]
    last = found[-1]
    begins = (
        len(found) == 1 and last.kind in _STARTS and marks.START.search(text, max(0, last.start - NEAR), last.start)
    )
    if begins and marks.TO_SOMEWHERE.search(text, last.end) is None:
        found[-1] = last._replace(kind="begin")
    return found


def _multiples(text: str, words: Lexicon) -> list[Evidence]:
    """Words that measure without a figure: double, halve, a third of, none."""
    found = []
    for match in marks.NEARBY_WORD.finditer(text):
        if words.words.get(match.group(), 0) & lexicon.MULTIPLE and not marks.NOT_TIMES.match(text, match.end()):
            near = text[max(0, match.start() - NEAR) : match.start()]
            if (
                match.group() not in marks.SHARES
                or marks.SHARE_OF.match(text, match.end())
                or marks.BY_SHARE.search(near)
            ):
                often = match.group() == "twice" and marks.RHYTHM.match(text, match.end())
                found.append(Evidence("count" if often else "multiple", match.start(), match.end()))
    return found
