"""What people say to each other about one thing: threads, what is still open in them, who has spoken before."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from okr_tui.domain.journal import Comment
from okr_tui.domain.owning import answering
from okr_tui.domain.workspace import CycleContent, Workspace

ASKING = frozenset({"question", "challenge"})
"""Kinds of a comment that wait for an answer of the owner."""

OFFERING = "suggestion"
"""The kind of a comment that waits for the owner to take it up, or not."""


class Word(NamedTuple):
    """A comment and the person who said it."""

    person: str
    comment: Comment


class Thread(NamedTuple):
    """A word that answers nobody, and everything said below it, the oldest first."""

    first: Word
    replies: tuple[Word, ...]

    @property
    def closed(self) -> bool:
        """Whether somebody has closed it."""
        return any(word.comment.resolved for word in (self.first, *self.replies))


def threads(content: CycleContent, about: str) -> tuple[Thread, ...]:
    """The threads on one thing, the oldest first; what answers a word that is gone begins a thread of its own."""
    return _spoken(content).threads.get(about, ())


def word(content: CycleContent, identity: str) -> Word | None:
    """The comment with this id, and who said it."""
    return _spoken(content).words.get(identity)


def settled(content: CycleContent, comment: Comment, people: Collection[str]) -> bool:
    """Whether a question needs no answer any more: it is closed, or one of these people has replied below it."""
    if comment.resolved:
        return True
    waiting, seen = [comment.id], {comment.id}
    below = _spoken(content).below
    while waiting:
        for reply in below.get(waiting.pop(), ()):
            if reply.comment.resolved or reply.person in people:
                return True
            if reply.comment.id not in seen:
                seen.add(reply.comment.id)
                waiting.append(reply.comment.id)
    return False


def questions(content: CycleContent) -> tuple[Word, ...]:
    """Every question and challenge of a cycle that was not closed itself, the oldest first."""
    return tuple(
        each
        for each in _spoken(content).words.values()
        if each.comment.kind in ASKING and not each.comment.resolved
    )  # fmt: skip


def is_open(workspace: Workspace, content: CycleContent, thread: Thread) -> bool:
    """Whether a thread still waits: a question for an answer of the owner, a suggestion for being taken up or closed."""
    first = thread.first.comment
    if thread.closed:
        return False
    if first.kind == OFFERING:
        return True
    return first.kind in ASKING and not settled(
        content, first, answering(workspace, content, first.about, thread.first.person)
    )


def open_threads(workspace: Workspace, content: CycleContent) -> Mapping[str, int]:
    """Id of a thing → how many of its threads still wait; what has none is left out."""
    found: dict[str, int] = {}
    for about, each in _spoken(content).threads.items():
        waiting = sum(is_open(workspace, content, thread) for thread in each)
        if waiting:
            found[about] = waiting
    return found


def has_spoken(workspace: Workspace, person: str) -> bool:
    """Whether a person has said a named word before that others read: then they know that it lasts."""
    return any(
        journal.comment or journal.choice or journal.answer or journal.pain_point or journal.kudos
        for content in workspace.cycles.values()
        for journal in content.talking
        if journal.person == person
    )


class _Spoken(NamedTuple):
    """The comments of a cycle: by id in the order they were said, replies by what they answer, threads by thing."""

    words: Mapping[str, Word]
    below: Mapping[str, tuple[Word, ...]]
    threads: Mapping[str, tuple[Thread, ...]]


def _spoken(content: CycleContent) -> _Spoken:
    if "spoken" not in content.worked_out:
        content.worked_out["spoken"] = _listened(content)
    found: _Spoken = content.worked_out["spoken"]
    return found


def _listened(content: CycleContent) -> _Spoken:
    said = [Word(journal.person, comment) for journal in content.talking for comment in journal.comment]
    said.sort(key=lambda each: (each.comment.at, each.comment.id))
    words = {each.comment.id: each for each in said}
    below: dict[str, list[Word]] = {}
    roots: dict[str, list[Word]] = {}
    for each in said:
        if each.comment.reply_to in words:
            below.setdefault(str(each.comment.reply_to), []).append(each)
        else:
            roots.setdefault(each.comment.about, []).append(each)
    replies = {identity: tuple(found) for identity, found in below.items()}
    threads_ = {about: tuple(Thread(each, _under(replies, each)) for each in found) for about, found in roots.items()}
    return _Spoken(words, replies, threads_)


def _under(below: Mapping[str, tuple[Word, ...]], first: Word) -> tuple[Word, ...]:
    """Everything said below a word, the oldest first; words that answer each other in a circle end where they began."""
    return tuple(sorted(_walked(below, first), key=lambda each: (each.comment.at, each.comment.id)))


def _walked(below: Mapping[str, tuple[Word, ...]], first: Word) -> Iterator[Word]:
    waiting, seen = [first.comment.id], {first.comment.id}
    while waiting:
        for reply in below.get(waiting.pop(), ()):
            if reply.comment.id not in seen:
                seen.add(reply.comment.id)
                waiting.append(reply.comment.id)
                yield reply
