"""What one person said in one ISO week (journal/<week>/<person>.toml); nobody else writes it."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from okr_tui.domain.table import Confidence, File, Id, Number, Said, Share, Slug, WordList, Words

StatusWord = Literal["on-track", "at-risk", "off-track", "done"]
CommentKind = Literal["comment", "question", "challenge", "suggestion", "agree"]


class CheckIn(Said):
    """A figure, a confidence, a word on one key result or KPI.

    Attributes:
        on: the day it speaks of.
        about: id of the key result or KPI.
        value: the figure; for yes-no 1 or 0.
        milestone: id of a milestone that is done.
        replaces: id of the check-in that this one corrects.
    """

    on: date
    about: Id
    value: Number | None = None
    milestone: Id | None = None
    confidence: Confidence | None = None
    status: StatusWord | None = None
    note: Words | None = None
    blocker: Words | None = None
    help_from: Id | None = None
    replaces: Id | None = None
    withdrawn: bool = False


class Comment(Said):
    """A word on anything; a thread is closed by `resolved` on it or on any reply."""

    about: Id
    text: Words
    kind: CommentKind = "comment"
    reply_to: Id | None = None
    resolved: bool = False
    digest: Words | None = None


class Answer(Said):
    """The answer to a request, perhaps with another day."""

    request: Id
    verdict: Literal["accept", "decline", "challenge"]
    text: Words | None = None
    by: date | None = None


class Opinion(Said):
    """What one thinks of somebody else's grade."""

    about: Id
    grade: Share
    text: Words | None = None


class Choice(Said):
    """An option chosen in a poll; a poll is not secret."""

    poll: Id
    option: Words


class PainPoint(Said):
    """What hurts, collected a month before the cycle (Wecandoo)."""

    team: Slug
    text: Words


class Backing(Said):
    """A pain point or a shown note that this person backs."""

    about: Id


class Weekly(Said):
    """The week in four squares (Wodtke) and PPP: priorities, next weeks, wins, plans, problems."""

    on: date
    priorities: Annotated[tuple[Words, ...], Meta(max_length=3)] = ()
    next_weeks: WordList | Words | None = None
    wins: WordList | Words | None = None
    plans: WordList | Words | None = None
    problems: WordList | Words | None = None


class Note(Said):
    """A note of a retrospective, once shown to the others; on the board of a team, else of the ritual's or the author's."""

    ritual: Id
    team: Slug | None = None
    board: Literal["performance", "method"]
    column: Words
    text: Words


class Kudos(Said):
    """Thanks to a person or a team."""

    to: Id
    text: Words


class Journal(File):
    """One person's week."""

    person: Slug
    week: Annotated[str, Meta(pattern=r"^[0-9]{4}-w[0-9]{2}\Z")]
    check_in: tuple[CheckIn, ...] = ()
    comment: tuple[Comment, ...] = ()
    answer: tuple[Answer, ...] = ()
    opinion: tuple[Opinion, ...] = ()
    choice: tuple[Choice, ...] = ()
    pain_point: tuple[PainPoint, ...] = ()
    backing: tuple[Backing, ...] = ()
    weekly: tuple[Weekly, ...] = ()
    note: tuple[Note, ...] = ()
    kudos: tuple[Kudos, ...] = ()

    @property
    def said(self) -> tuple[Said, ...]:
        """Everything in it, whatever its kind, in the order of the file's kinds."""
        return (
            *self.check_in, *self.comment, *self.answer, *self.opinion, *self.choice,
            *self.pain_point, *self.backing, *self.weekly, *self.note, *self.kudos,
        )  # fmt: skip
