"""What a workspace has agreed on: its name, language, cadence and every threshold (okr.toml)."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, field

from okr_tui.domain.table import Days, File, Id, Share, Table, Words

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
Count = Annotated[int, Meta(ge=0, le=1000)]


class Cadence(Table):
    """How long a cycle is and when people check in.

    Attributes:
        weeks: length of a custom cycle.
        year_start: the month (1…12) in which the fiscal year begins.
        make: drafts before the cycle (Wecandoo) or in its first month (Partoo, Spendesk).
        check_in_every: days; check_in_day: the day on which a period ends.
    """

    cycle: Literal["quarter", "tertial", "half", "custom"] = "quarter"
    weeks: Annotated[int, Meta(ge=1, le=260)] | None = None
    year_start: Annotated[int, Meta(ge=1, le=12)] = 1
    make: Literal["before", "inside"] = "before"
    check_in_every: Days = 7
    check_in_day: Weekday = "friday"


class Policy(Table):
    """Every threshold of the method; the defaults are those of the design, each with its reason there.

    Attributes:
        on_track: pace from which a key result is on track; at_risk: pace from which it is at risk, off track below.
        grace: share by which progress may lag behind before pace judges.
        early: share of the window before which pace does not judge.
        low_confidence: at or below this (0…10) a key result is at risk.
        slip_share: share of |target - baseline| that two falls in a row must lose.
        slip_confidence_fall: points of confidence lost; slip_confidence_at: to this or below.
        stale_days: days beyond two due dates without a value.
        request_days: days after which an unanswered request is an alert.
        scores_open_days: days after the end that scores wait for late figures.
        owner_max: key results that one owner can carry.
        similar: likeness (0…100) from which two objectives are near-duplicates.
        rhythm: share of periods with a check-in below which the rhythm is looked at first.
        green: score from which an aspirational one is green; yellow: from which it is yellow.
        agree: whose agreement makes a plan agreed: the team's lead, the owners of what it supports, the team's champion.
    """

    levels: tuple[Literal["company", "team", "individual"], ...] = ("company", "team")
    max_objectives: Count = 3
    max_key_results: Count = 5
    min_key_results: Count = 2
    on_track: Annotated[float, Meta(ge=0, le=10)] = 0.9
    at_risk: Annotated[float, Meta(ge=0, le=10)] = 0.7
    grace: Share = 0.10
    early: Share = 0.15
    low_confidence: Annotated[int, Meta(ge=-1, le=10)] = 3
    slip_share: Share = 0.10
    slip_confidence_fall: Annotated[int, Meta(ge=1, le=11)] = 3
    slip_confidence_at: Annotated[int, Meta(ge=0, le=10)] = 6
    stale_days: Count = 3
    request_days: Count = 7
    scores_open_days: Count = 14
    owner_max: Count = 5
    similar: Annotated[float, Meta(ge=0, le=100)] = 80
    rhythm: Share = 0.7
    green: Share = 0.7
    yellow: Share = 0.4
    agree: tuple[Literal["lead", "owner", "parent", "champion"], ...] = (
        "lead", "parent", "champion",
    )  # fmt: skip


class Sync(Table):
    """How the workspace is shared through git."""

    branch: Words | None = None
    auto: bool = False


class Closed(Table):
    """Days that do not count, both ends included: a holiday of everybody."""

    from_: date = field(name="from")
    to: date
    name: Words | None = None


class Settings(File):
    """okr.toml.

    Attributes:
        timezone: the IANA name of the zone in which rituals have their hours ("Europe/Paris"); without it the machine's.
    """

    id: Id
    name: Words
    language: Literal["en", "fr"] = "en"
    vision: Words | None = None
    mission: Words | None = None
    vocabulary: Literal["team", "circle"] = "team"
    timezone: Words | None = None
    cadence: Cadence = Cadence()
    policy: Policy = Policy()
    sync: Sync | None = None
    closed: tuple[Closed, ...] = ()

    def is_closed(self, day: date) -> bool:
        """Whether a day does not count for anybody."""
        return any(closed.from_ <= day <= closed.to for closed in self.closed)


def known_zone(name: str) -> "ZoneInfo | None":
    """Return the time zone with an IANA name; None where there is none."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (ValueError, LookupError, OSError):  # no path of a zone, none there, a folder
        return None
