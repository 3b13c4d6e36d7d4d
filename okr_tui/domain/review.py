"""What a team decided at the middle and the end of a cycle (review/<team>.toml)."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, field

from okr_tui.domain.plan import Theme
from okr_tui.domain.table import File, Id, Number, Share, Slug, Table, Words

When = Literal["mid", "end"]
Verdict = Literal["keep", "adjust", "close", "continue", "rework", "drop"]


class Grade(Table):
    """A score 0…1: computed, and the owner's own with the reason."""

    about: Id
    when: When = "end"
    computed: Share | None = None
    self_: Share | None = field(default=None, name="self")
    reason: Words | None = None


class Decision(Table):
    """What becomes of an objective or key result; nothing is carried silently.

    Attributes:
        next: id in the next cycle of what carries it on.
        baseline: of a key result that is reworked: where it starts then; target: what it aims for then.
    """

    about: Id
    when: When = "end"
    verdict: Verdict
    reason: Words | None = None
    next: Id | None = None
    baseline: Number | None = None
    target: Number | None = None


class Action(Table):
    """What somebody will do because of a retrospective."""

    id: Id
    text: Words
    owner: Id | None = None
    due: date | None = None
    done: date | bool | None = None


class Learning(Table):
    """What the team knows now."""

    id: Id
    text: Words


class Tally(Table):
    """The result of a vote or survey, without names."""

    id: Id
    ritual: Id
    about: Words
    round: Annotated[int, Meta(ge=1, le=100)] = 1
    counts: dict[str, int] | tuple[int, ...] = ()
    on: date | None = None


class Review(File):
    """The review of one team in one cycle."""

    team: Slug | None = None
    grade: tuple[Grade, ...] = ()
    decision: tuple[Decision, ...] = ()
    action: tuple[Action, ...] = ()
    learning: tuple[Learning, ...] = ()
    tally: tuple[Tally, ...] = ()
    theme: tuple[Theme, ...] = ()
