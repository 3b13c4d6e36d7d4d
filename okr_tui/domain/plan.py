"""What a team intends: objectives, key results, initiatives, and what it asks of others (okrs/<team>.toml)."""

from datetime import date
from typing import Annotated, Any, Literal

from msgspec import Meta, field

from okr_tui.domain.counting import day_here
from okr_tui.domain.table import Days, File, Id, Ids, Moment, Number, Share, Slug, Table, Weight, WordList, Words

ObjectiveStatus = Literal["draft", "proposed", "agreed", "dropped", "done"]
Change = Literal["change", "innovate", "build", "correct"]
Ambition = Literal["committed", "aspirational"]
Kind = Literal["metric", "keep", "yes-no", "milestones"]
InitiativeStatus = Literal["planned", "active", "done", "dropped"]


class Dropped(Table):
    """When something was given up, and why: kept, never silent."""

    on: date
    why: Words | None = None


class Changed(Table):
    """A change after agreement, shown from then on ("target 50 → 40 on 3 Nov, because …").

    Attributes:
        on: the day; at: the moment, which tells what had been said before it, also on that day and on another clock.
    """

    on: date
    at: Moment | None = None
    key: Words
    from_: Any = field(default=None, name="from")
    to: Any = None
    why: Words | None = None
    by: Words

    @property
    def day(self) -> date:
        """Its day where this machine stands; without its moment the day that was written."""
        return self.on if self.at is None else day_here(self.at)


class Phase(Table):
    """A point that the value should have reached on a day."""

    on: date
    value: Number


class Milestone(Table):
    """A step of a key result that is measured by steps done."""

    id: Id
    title: Words
    weight: Weight = 1
    done: date | None = None


class Task(Table):
    """A thing to do within an initiative."""

    id: Id
    title: Words
    done: date | bool | None = None


class Initiative(Table):
    """What the team does to move a key result. It never counts as progress.

    Attributes:
        good_first: a newcomer could take it (Spendesk, Wecandoo).
    """

    id: Id
    title: Words
    owner: Id | None = None
    status: InitiativeStatus = "planned"
    due: date | None = None
    good_first: bool = False
    task: tuple[Task, ...] = ()


class KeyResult(Table):
    """How a team sees that its objective comes true.

    Attributes:
        baseline: the value at the start; target: the value wanted, above or below it.
        commit: at least this (zones, scored 0.3); stretch: beyond this it scores 1.0 (puzzle/okr).
        low: lower edge of the band of a `keep`; high: its upper edge.
        start: the day from which it is expected to move.
        every: days between check-ins; lag: days that the figure comes late.
        noise: share of |target - baseline| that two falls may lose before it counts as slipping.
    """

    id: Id
    title: Words
    owner: Id | None = None
    kind: Kind = "metric"
    unit: Words | None = None
    baseline: Number | None = None
    target: Number | None = None
    commit: Number | None = None
    stretch: Number | None = None
    low: Number | None = None
    high: Number | None = None
    weight: Weight = 1
    phased: tuple[Phase, ...] = ()
    start: date | None = None
    end: date | None = None
    every: Days | None = None
    lag: Annotated[int, Meta(ge=0, le=3660)] | None = None
    lead: bool | None = None
    noise: Share | None = None
    measure: Words | None = None
    supports: Ids = ()
    lang: Literal["en", "fr"] | None = None
    dropped: Dropped | None = None
    changed: tuple[Changed, ...] = ()
    milestone: tuple[Milestone, ...] = ()
    initiative: tuple[Initiative, ...] = ()


class Objective(Table):
    """A change that a team wants: verb, what, so that why (DOKR).

    Attributes:
        change: which of CHICC it is: change, innovate, build, correct.
        ambition: committed (1.0 expected) or aspirational (0.7 is a success).
        supports: ids of what it contributes to, or "vision".
        continues: the objective of an earlier cycle that it carries on.
    """

    id: Id
    title: Words
    why: Words | None = None
    owner: Id | None = None
    change: Change | None = None
    ambition: Ambition = "aspirational"
    status: ObjectiveStatus = "draft"
    supports: Ids = ()
    from_pain: Ids = ()
    continues: Id | None = None
    start: date | None = None
    end: date | None = None
    tags: WordList = ()
    lang: Literal["en", "fr"] | None = None
    dropped: Dropped | None = None
    changed: tuple[Changed, ...] = ()
    key_result: tuple[KeyResult, ...] = ()

    @property
    def live(self) -> bool:
        """Whether it is being pursued: agreed or done, and not dropped."""
        return self.status in {"agreed", "done"} and self.dropped is None


class Request(Table):
    """What a team asks of another: to contribute, to deliver something by a day, or an invitation."""

    id: Id
    at: Moment
    kind: Literal["contribute", "depend", "invite"]
    from_: Id = field(name="from")
    to: Id
    need: Words
    by: date | None = None


class NotNow(Table):
    """What was renounced: start less, finish more (Partena)."""

    id: Id
    title: Words
    why: Words | None = None


class Poll(Table):
    """A question with options that people choose from in their journals."""

    id: Id
    question: Words
    options: WordList
    about: Id | None = None


class Theme(Table):
    """Pain points or notes that belong together."""

    id: Id
    title: Words
    of: Ids = ()


class Dismissed(Table):
    """An alert or a finding that somebody looked at and let stand."""

    about: Words
    code: Words
    why: Words | None = None
    by: Words
    digest: Words | None = None


class Plan(File):
    """The plan of one team in one cycle."""

    team: Slug
    objective: tuple[Objective, ...] = ()
    request: tuple[Request, ...] = ()
    not_now: tuple[NotNow, ...] = ()
    poll: tuple[Poll, ...] = ()
    theme: tuple[Theme, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()
