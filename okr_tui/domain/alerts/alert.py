"""An alert of alignment: what doesn't fit together, whom it concerns, and which objectives are not healthy for it."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Literal, NamedTuple

Code = Literal[
    "no-company-okrs", "contradiction", "circular-wait", "uncovered", "duplicate", "orphan", "request-declined",
    "request-unanswered", "owner-missing", "role-without-holder", "outside-cycle", "level-skipped", "silo",
    "owner-overloaded",
]  # fmt: skip

CODES: tuple[Code, ...] = (
    "no-company-okrs", "contradiction", "circular-wait", "uncovered", "duplicate", "orphan", "request-declined",
    "request-unanswered", "owner-missing", "role-without-holder", "outside-cycle", "level-skipped", "silo",
    "owner-overloaded",
)  # fmt: skip
"""Every code, in the order in which alerts of one severity are said: what blocks others first."""

Severity = Literal["error", "warn", "hint"]
"""How much it matters: nothing can be aligned, something doesn't fit, something to think about."""

SEVERITIES: tuple[Severity, ...] = ("error", "warn", "hint")


class Alert(NamedTuple):
    """Something that doesn't fit together.

    Attributes:
        about: ids of what it is about, the one to begin with first.
        team: id of the team in whose plan it would be settled, and dismissed.
        facts: what its sentence is made of, by name; ids, numbers and days, no words.
        objectives: ids of the objectives of the cycle that are not healthy as long as it is open.
        teams: ids of the teams that it concerns.
        digest: of the wording of what it is about; empty where it is about no words.
    """

    code: Code
    severity: Severity
    about: tuple[str, ...]
    team: str
    facts: Mapping[str, Any]
    objectives: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    digest: str = ""


def order(alert: Alert) -> tuple[int, int]:
    """Where an alert stands among others: by severity, then as `CODES`."""
    return SEVERITIES.index(alert.severity), CODES.index(alert.code)


def digest_of(*words: str) -> str:
    """A short digest of wordings, whatever their order: the same as long as nobody reworded one."""
    return sha256("\n".join(sorted(words)).encode()).hexdigest()[:16]
