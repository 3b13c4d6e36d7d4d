"""What the coach knows about words of one language: each word's sorts as bits, and the two-word verbs."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

OUTPUT = 1
"""A form of a verb that makes a thing: launch, write, migrate."""
SOFT = 1 << 1
"""A form of a verb that makes a thing or a change: create, build, develop; it needs a deliverable to be a task."""
ACTIVITY = 1 << 2
"""A form of a verb for which counting people proves nothing: interview, train, survey."""
VAGUE = 1 << 3
"""Better, more, optimise: which way, but not how far."""
HEALTH = 1 << 4
"""Maintain, keep, stay: a guardrail."""
ROUTINE = 1 << 5
"""Continue, maintain, keep: business as usual where an objective begins with it."""
DELIVERABLE = 1 << 6
"""A thing that is made and then there: website, report, dashboard."""
WORK = 1 << 7
"""What is counted when work is counted: workshops, features, interviews."""
OUTCOME = 1 << 8
"""What is counted when results are counted: customers, sign-ups, incidents."""
STOP = 1 << 9
"""A function word, which ends a group of nouns and carries no meaning of its own."""
MOVE = 1 << 10
"""A form of a verb that moves a measure, without saying how far: increase, reduce, improve."""
LEAD = 1 << 11
"""A word that may stand before the verb: we, will, successfully."""
DONE = 1 << 12
"""A participle of an output verb: launched, published."""
QUALITY = 1 << 13
"""A word that says how good the thing is to be: successful, delightful."""
TIME = 1 << 14
"""A word of a deadline: quarter, year, next, June."""
MULTIPLE = 1 << 15
"""A word that measures without a figure: double, halve."""
SUCCEED = 1 << 16
"""A verb that lends its meaning to the noun after it: achieve, succeed, carry out."""
ENSURE = 1 << 17
"""Ensure, guarantee: business as usual with what runs anyway."""
RUNNING = 1 << 18
"""What runs anyway: operations, support, compliance."""
PURPOSE = 1 << 19
"""A word that opens the clause that says what for."""
TO = 1 << 20
"""A word that says what for when a verb of change comes after it: to, pour."""
DETERMINER = 1 << 21
"""Our, the, these: a number after it counts what is there already."""
OWN = 1 << 22
"""A function word that only this language has, by which it is recognised."""
MAKING = 1 << 23
"""A noun for making a thing: launch of, mise en place, rédaction."""
PLAIN = 1 << 24
"""A verb so general that with one noun it is no more than a theme: make, get, have."""
CHANGE = 1 << 25
"""A verb that says a change for people: delight, help, win, become."""
DOWN = 1 << 26
"""A form of a verb that brings a measure down: reduce, cut."""
FIGURE = 1 << 27
"""A noun for what is measured, which makes a noun of the verb before it: "release frequency", "open rate"."""
IMPROVE = 1 << 30
"""A verb that betters things and moves no figure: improve, optimise; what is counted after it is what is bettered."""
EFFORT = 1 << 31
"""A verb for what is put in: spend, allocate; the figure after it is no result."""
EMPTY = 1 << 32
"""A word that says nothing of what would change: best, things, project, excellence."""
RATE = 1 << 33
"""A noun that is a metric by itself: number, rate, score."""
BACKGROUND = 1 << 34
"""A word of what describes the situation or what is spent: although, despite, budget."""

PAIR = 1 << 29
"""A word that begins a pair with a meaning of its own: "set up"."""
NUMBER = 1 << 28
"""A word that is a number."""


class Lexicon(NamedTuple):
    """The words of one language, in lower case and without accents.

    Attributes:
        words: word → its sorts.
        pairs: first word → second word → sorts of the two together ("set up", "mettre en").
        numbers: words that are a number.
        head_last: whether the noun that counts stands last in a group ("20 customer interviews"), as in English.
    """

    words: Mapping[str, int]
    pairs: Mapping[str, Mapping[str, int]]
    numbers: frozenset[str]
    head_last: bool


def sorted_words(lists: Iterable[tuple[int, Iterable[str] | str]]) -> dict[str, int]:
    """Word → all of its sorts, from lists of words of one sort each; a text is a list of what stands between its spaces."""
    found: dict[str, int] = {}
    for sort, words in lists:
        for word in words.split() if isinstance(words, str) else words:
            found[word] = found.get(word, 0) | sort
    return found


def paired(lists: Iterable[tuple[int, str]]) -> dict[str, dict[str, int]]:
    """First word → second word → sorts, from lists of "first second, first second"."""
    found: dict[str, dict[str, int]] = {}
    for sort, listed in lists:
        for pair in listed.split(","):
            first, second = pair.split()
            inner = found.setdefault(first, {})
            inner[second] = inner.get(second, 0) | sort
    return found
