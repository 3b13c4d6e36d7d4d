"""The rules for key results (method.md, "Make"): each looks at a reading and finds something or nothing."""

import re
from collections.abc import Callable
from itertools import pairwise

from okr_tui.domain.drafts import lexicon
from okr_tui.domain.drafts.evidence import MEASURES, Evidence, aimed_at
from okr_tui.domain.drafts.found import Finding, finding
from okr_tui.domain.drafts.purpose import says_what_for
from okr_tui.domain.drafts.reading import LEXICONS, Reading

_MAKES = lexicon.OUTPUT | lexicon.ACTIVITY | lexicon.SOFT
_PROVES = frozenset({"money", "multiple", "ratio", "range", "outcome", "rank", "value"})
_PART = re.compile(r" ?(?:(?:of|de|des|du|les|our) |d'(?!ici))")
_SHORT = re.compile(r"\d[ -]?(?:ms|s|secs?|seconds?|secondes?|min|mins|minutes?|mn|h|hrs?|hours?|heures?)$")
"""A time too short for a deadline: "within 5 minutes" is a promise."""
_WORDS = re.compile(r"[^\W\d_]++")
_SAYS_NOTHING = frozenset({"completion", "begin"})
_COMPLETE = ("done", "complete", "termin", "achev", "avancement", "progress", "fait")


def measures_in_fields(reading: Reading) -> bool:
    """Whether the fields say from where to where, not only that something gets done (0 → 1, 0 → 100 % done)."""
    draft = reading.draft
    if draft.shape == "keep":
        return draft.low is not None or draft.high is not None
    if draft.target is None:
        return False
    unit = (draft.unit or "").casefold()
    if any(word in unit for word in _COMPLETE):
        return False
    percent = unit.strip() in {"%", ""} and draft.target == 100
    if draft.baseline not in {0, None} or not (percent or draft.target == 1):
        return True
    names_figure = draft.baseline is None or reading.every & (lexicon.FIGURE | lexicon.OUTCOME)
    return bool(names_figure) and not reading.sorts_of_verb & lexicon.OUTPUT


def measures(reading: Reading) -> bool:
    """Whether anything says by how much: in the sentence or in the fields."""
    return reading.measured or measures_in_fields(reading)


def upwards(reading: Reading) -> bool | None:
    """Whether it wants more of something; False where it wants less, None where the verb says neither."""
    if reading.sorts_of_verb & lexicon.DOWN:
        return False
    return True if reading.sorts_of_verb & lexicon.MOVE else None


def _needs_no_figure(reading: Reading) -> bool:
    return reading.draft.shape in {"yes-no", "milestones"}


def task(reading: Reading) -> Finding | None:
    """A thing that will be made, and nothing that says what it changes (`kr-task`)."""
    position = _made_at(reading)
    if position is None or reading.draft.shape == "milestones":
        return None
    if reading.draft.shape != "yes-no" and measures_in_fields(reading):
        return None
    if any(_proves(reading, one) for one in reading.evidence) or says_what_for(reading):
        return None
    if _keeps_time(reading, position):
        return None
    return finding("kr-task", reading, reading.span(position, position))


def _made_at(reading: Reading) -> int | None:
    """The word that says that something is made: the verb it begins with, or a participle ("pricing page launched")."""
    verb, known = reading.verb, reading.sorts_of_verb
    if verb is None:
        return None
    if known & (lexicon.OUTPUT | lexicon.ACTIVITY):
        return verb
    if known & lexicon.SOFT and not known & lexicon.MOVE:
        return verb
    if known & lexicon.MAKING:
        return verb
    if known & (lexicon.MOVE | lexicon.HEALTH | lexicon.MULTIPLE) or not reading.every & (lexicon.DONE | lexicon.PAIR):
        return None
    things = lexicon.DELIVERABLE | lexicon.WORK | lexicon.OUTCOME
    for position in range(max(1, verb), len(reading.sorts)):
        sort = reading.sorts[position]
        if (sort & lexicon.DONE and not sort & things) or (
            sort & lexicon.PAIR and reading.pair(position) & lexicon.DONE
        ):
            return position
    return None


def _keeps_time(reading: Reading, position: int) -> bool:
    """Whether what others bring is dealt with in a given time: "vulnerabilities fixed within 7 days" is no deadline."""
    if position == reading.verb or not any(
        each & lexicon.OUTCOME for each in reading.sorts[max(0, position - 2) : position]
    ):
        return False
    return any(one.kind == "unit" for one in reading.evidence)


def _proves(reading: Reading, one: Evidence) -> bool:
    """Whether a figure says what came of the work, not how much of it was done."""
    activity = reading.sorts_of_verb & lexicon.ACTIVITY
    if one.kind == "percent":
        return not _share_of_work(reading, one, activity=bool(activity))
    if one.kind == "unit":
        if one.compared or (one.window and _SHORT.search(reading.folded, one.start, one.end)):
            return True
        return not (one.window or reading.sorts_of_verb & _MAKES)
    if activity and one.kind in {"outcome", "value"}:
        return aimed_at(reading.folded, one)
    return one.kind in _PROVES


def _share_of_work(reading: Reading, one: Evidence, *, activity: bool) -> bool:
    """Whether a percentage only says how much of a work is done: "to 100 %", "80 % of the roadmap"."""
    part = _PART.match(reading.folded, one.end)
    if part is None:
        return reading.folded[one.start : one.start + 3] == "100"
    words = _WORDS.findall(reading.folded[part.end() : part.end() + 40])[:4]
    get = LEXICONS[reading.draft.lang].words.get
    known = _first_nouns([get(word, 0) for word in words])
    if any(each & lexicon.OUTCOME for each in known):
        return activity
    making = known[-1:] if reading.draft.lang == "en" else known[:1]
    return any(each & (lexicon.WORK | lexicon.DELIVERABLE) for each in known) or any(
        each & lexicon.MAKING for each in making
    )


def _first_nouns(sorts: list[int]) -> list[int]:
    """What is known of the words up to the function word after them; those before them don't count."""
    begin = next((at for at, each in enumerate(sorts) if not each & (lexicon.STOP | lexicon.DETERMINER)), len(sorts))
    end = next((at for at in range(begin, len(sorts)) if sorts[at] & lexicon.STOP), len(sorts))
    return sorts[begin:end]


def vague(reading: Reading) -> Finding | None:
    """A word that says which way but not how far, and no number (`kr-vague`)."""
    if not reading.every & lexicon.VAGUE or _needs_no_figure(reading) or measures(reading):
        return None
    position = next(at for at, each in enumerate(reading.sorts) if each & lexicon.VAGUE)
    return finding("kr-vague", reading, reading.span(position, position))


def decorative_number(reading: Reading) -> Finding | None:
    """A number that only counts the work (`kr-decorative-number`)."""
    if not reading.evidence or _needs_no_figure(reading) or measures_in_fields(reading):
        return None
    activity = reading.sorts_of_verb & lexicon.ACTIVITY and not reading.sorts_of_verb & lexicon.MOVE
    first = None
    for one in reading.evidence:
        counts_people = activity and one.kind in {"outcome", "count"} and not aimed_at(reading.folded, one)
        if one.kind in MEASURES and not counts_people:
            return None
        first = first or one
    if first is None or first.kind == "begin":
        return None
    return finding("kr-decorative-number", reading, reading.place(first.start, first.end))


def no_metric(reading: Reading) -> Finding | None:
    """No number that measures (`kr-no-metric`); a number that only counts the work is another finding."""
    if _needs_no_figure(reading) or measures(reading) or any(one.kind not in _SAYS_NOTHING for one in reading.evidence):
        return None
    return finding("kr-no-metric", reading, reading.whole)


def no_baseline(reading: Reading) -> Finding | None:
    """A target without a start (`kr-no-baseline`)."""
    draft = reading.draft
    if draft.baseline is not None or draft.shape in {"keep", "yes-no", "milestones"} or not measures(reading):
        return None
    if reading.sorts_of_verb & lexicon.HEALTH and not reading.sorts_of_verb & lexicon.MOVE:
        return None
    if any(one.kind in {"range", "multiple"} for one in reading.evidence):
        return None
    one = next((each for each in reading.evidence if each.kind in MEASURES), None)
    return finding("kr-no-baseline", reading, reading.whole if one is None else reading.place(one.start, one.end))


def health(reading: Reading) -> Finding | None:
    """A guardrail: maintain, keep, stay above (`kr-health`). Google accepts an SLA as committed."""
    if reading.verb is None or not reading.sorts_of_verb & lexicon.HEALTH or reading.draft.shape == "keep":
        return None
    if reading.sorts_of_verb & lexicon.OUTPUT and not measures(reading):
        return None
    return finding("kr-health", reading, reading.span(reading.verb, reading.verb))


_JOINS = frozenset({"and", "et", "while", "plus", "ainsi"})


def two_in_one(reading: Reading) -> Finding | None:
    """Two measures joined (`kr-two-in-one`)."""
    measured = [one for one in reading.evidence if one.kind in MEASURES]
    for one, other in pairwise(measured):
        between = reading.folded[one.end : other.start]
        if len(between) <= 120 and (not _JOINS.isdisjoint(between.split()) or "&" in between or ";" in between):
            return finding("kr-two-in-one", reading, reading.place(one.start, other.end))
    if reading.verb is None or not reading.sorts_of_verb & lexicon.MOVE or _JOINS.isdisjoint(reading.words):
        return None
    for position in range(reading.verb + 2, len(reading.words) - 1):
        if reading.words[position] in {"and", "et"} and reading.sorts[position + 1] & lexicon.MOVE:
            return finding("kr-two-in-one", reading, reading.span(position, position + 1))
    return None


RULES: tuple[Callable[[Reading], Finding | None], ...] = (
    task, vague, decorative_number, no_metric, no_baseline, health, two_in_one,
)  # fmt: skip
"""Every rule that looks at key results only, the most telling first."""
