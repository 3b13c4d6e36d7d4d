"""The rules for objectives (method.md, "Make"): each looks at a reading and finds something or nothing."""

from collections.abc import Callable
from itertools import pairwise

from okr_tui.domain.drafts import lexicon
from okr_tui.domain.drafts.found import Finding, finding
from okr_tui.domain.drafts.purpose import names_quality, says_what_for
from okr_tui.domain.drafts.reading import Reading

_METRIC = frozenset({"money", "percent", "multiple", "ratio", "unit", "value", "count", "outcome", "range"})
_BARE = 2
"""Words that carry meaning, up to which an objective is a theme and no change."""
_FOR = frozenset({"for", "pour", "by", "so"})
_NOTHING = frozenset({"more", "plus", "s", "affaires"})
_OF = frozenset({"of", "de", "d", "du", "des"})
_VERBS = (
    lexicon.OUTPUT | lexicon.SOFT | lexicon.ACTIVITY | lexicon.MOVE | lexicon.CHANGE | lexicon.ROUTINE | lexicon.ENSURE
    | lexicon.PLAIN | lexicon.SUCCEED | lexicon.HEALTH
)  # fmt: skip


def metric(reading: Reading) -> Finding | None:
    """The metric that belongs in a key result (`obj-metric`)."""
    for one in reading.evidence:
        figure = reading.folded[one.start].isdigit() or one.kind in {"money", "percent", "range"}
        if one.kind in _METRIC and figure and not one.window:
            return finding("obj-metric", reading, reading.place(one.start, one.end))
    position = _named_metric(reading)
    return None if position is None else finding("obj-metric", reading, reading.span(position, position))


def _named_metric(reading: Reading) -> int | None:
    """The noun that is the metric, where one is to be moved: "increase the number of calls"; None where there is none."""
    verb = reading.verb
    if verb is None or not reading.sorts_of_verb & lexicon.MOVE or not reading.every & lexicon.RATE:
        return None
    for position in range(verb + 1, min(verb + 6, len(reading.sorts))):
        sort = reading.sorts[position]
        if sort & lexicon.RATE:
            return position
        if sort & lexicon.STOP and not sort & (lexicon.DETERMINER | lexicon.LEAD):
            return None
    return None


def routine(reading: Reading) -> Finding | None:
    """Business as usual: continue, maintain, ensure the day-to-day (`obj-bau`)."""
    verb, known = reading.verb, reading.sorts_of_verb
    if verb is None:
        return None
    if known & lexicon.ROUTINE and not known & lexicon.CHANGE:
        return finding("obj-bau", reading, reading.span(verb, verb))
    if known & lexicon.ENSURE and any(each & lexicon.RUNNING for each in reading.sorts[verb + 1 : verb + 7]):
        return finding("obj-bau", reading, reading.span(verb, verb))
    return None


def task(reading: Reading) -> Finding | None:
    """An output verb with a deliverable (`obj-task`): "build a culture of ownership" is no task, "build a portal" is."""
    verb, known = reading.verb, reading.sorts_of_verb
    if verb is None or says_what_for(reading) or names_quality(reading) or reading.draft.why:
        return None
    if known & lexicon.SOFT and _and_makes(reading, verb):
        return finding("obj-task", reading, reading.span(verb, verb + 2))
    if known & (lexicon.OUTPUT | lexicon.MAKING) and not known & lexicon.SOFT:
        return finding("obj-task", reading, reading.span(verb, verb))
    if not known & (lexicon.SOFT | lexicon.ACTIVITY):
        return None
    things = lexicon.DELIVERABLE | (lexicon.WORK if known & lexicon.ACTIVITY else 0)
    for position in range(verb + 1, len(reading.sorts)):
        if reading.sorts[position] & things:
            return finding("obj-task", reading, reading.span(verb, position))
    return None


def _and_makes(reading: Reading, verb: int) -> bool:
    """Whether a second verb says that a thing is made: "build and launch", "concevoir et livrer"."""
    if verb + 2 >= len(reading.words) or reading.words[verb + 1] not in {"and", "et"}:
        return False
    return bool(reading.sorts[verb + 2] & lexicon.OUTPUT and not reading.sorts[verb + 2] & lexicon.SOFT)


def _carries(word: str, sorts: int) -> bool:
    """Whether a word carries meaning of its own here: no function word, no deadline, no "more"."""
    return not (sorts & (lexicon.STOP | lexicon.TIME | lexicon.LEAD) or word.isdigit() or word in _NOTHING)


def bare(reading: Reading) -> Finding | None:
    """A theme and no change (`obj-bare`): one or two words, or a general verb with one noun."""
    carrying = [word for word, each in zip(reading.words, reading.sorts, strict=True) if _carries(word, each)]
    if len(reading.words) <= _BARE and not (reading.sorts_of_verb & lexicon.CHANGE and len(reading.words) == _BARE):
        return finding("obj-bare", reading, reading.whole)
    if len(carrying) <= _BARE and not reading.sorts_of_verb & _VERBS and not _OF.isdisjoint(reading.words):
        return finding("obj-bare", reading, reading.whole)
    general = reading.verb is not None and reading.sorts_of_verb & lexicon.PLAIN
    if len(carrying) < _BARE or (len(carrying) == _BARE and general and not reading.draft.why):
        return finding("obj-bare", reading, reading.whole)
    if _says_little(reading) and not reading.draft.why and not says_what_for(reading):
        return finding("obj-bare", reading, reading.whole)
    return None


def _says_little(reading: Reading) -> bool:
    """Whether a general verb has only words that name no change, and one at most that does: "be the best team".

    After "increase" and the like, one that does is a question only (`obj-vague`).
    """
    known = reading.sorts_of_verb
    if (known & lexicon.CHANGE and not known & lexicon.PLAIN) or not reading.every & lexicon.EMPTY:
        return False
    if not known & (lexicon.PLAIN | lexicon.SUCCEED | lexicon.EMPTY):
        return False
    little = lexicon.EMPTY | lexicon.PLAIN | lexicon.SUCCEED
    said = [
        word
        for word, each in zip(reading.words, reading.sorts, strict=True)
        if _carries(word, each) and not each & little
    ]
    return len(said) <= (0 if known & lexicon.MOVE else 1)


def vague(reading: Reading) -> Finding | None:
    """Improve or increase alone, no for whom and no what for (`obj-vague`): a question, verdicts on it differ."""
    verb = reading.verb
    if verb is None or not reading.sorts_of_verb & lexicon.MOVE or reading.draft.why:
        return None
    if says_what_for(reading):
        return None
    for word, following in pairwise([*reading.words[verb + 1 :], ""]):
        if word in _FOR or (word == "en" and following.endswith("ant")):
            return None
    return finding("obj-vague", reading, reading.span(verb, verb))


def no_change_kind(reading: Reading) -> Finding | None:
    """None of change, innovate, build, correct was chosen (`obj-no-change-kind`)."""
    if reading.draft.bare or reading.draft.change is not None:
        return None
    return finding("obj-no-change-kind", reading, reading.whole)


RULES: tuple[Callable[[Reading], Finding | None], ...] = (metric, routine, task, bare, vague, no_change_kind)
"""Every rule that looks at objectives only, the most telling first."""
