"""What the coach finds: a code, how serious it is, the words it is about, and what could be done."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from okr_tui.domain.drafts.reading import Reading

Severity = Literal["warn", "hint"]

NO_FACTS: Mapping[str, str] = MappingProxyType({})

SEVERITIES: Mapping[str, Severity] = MappingProxyType({
    "kr-task": "warn", "kr-vague": "warn", "kr-decorative-number": "warn", "kr-no-metric": "warn",
    "kr-no-baseline": "hint", "kr-health": "hint", "kr-two-in-one": "hint", "kr-jargon": "hint", "too-long": "hint",
    "obj-metric": "warn", "obj-bau": "warn", "obj-task": "warn", "obj-bare": "warn", "obj-vague": "hint",
    "obj-no-change-kind": "hint",
})  # fmt: skip
"""Code → severity, as method.md gives them, the most telling code first."""

REMEDIES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "kr-task": ("initiative", "figures", "leave"), "kr-vague": ("figures", "leave"),
    "kr-decorative-number": ("initiative", "figures", "leave"), "kr-no-metric": ("figures", "leave"),
    "kr-no-baseline": ("figures", "leave"), "kr-health": ("keep", "kpi", "leave"), "kr-two-in-one": ("split", "leave"),
    "kr-jargon": ("leave",), "too-long": ("shorten", "leave"), "obj-metric": ("figures", "leave"),
    "obj-bau": ("kpi", "leave"), "obj-task": ("why", "leave"), "obj-bare": ("why", "leave"), "obj-vague": ("why", "leave"),
    "obj-no-change-kind": ("change", "leave"),
})  # fmt: skip
"""Code → ids of what could be done about it."""


class Finding(NamedTuple):
    """One thing that the coach asks about.

    Attributes:
        code: of method.md.
        at: the words that caused it, half-open, in code points of the text as typed.
        facts: what the sentence is made of.
        remedies: ids of what could be done: initiative, figures, kpi, keep, split, change, shorten, why, leave.
    """

    code: str
    severity: Severity
    at: tuple[int, int]
    facts: Mapping[str, str]
    remedies: tuple[str, ...]


def finding(code: str, reading: Reading, at: tuple[int, int], **facts: str) -> Finding:
    """A finding with the severity and remedies of its code; the words it is about are always among its facts."""
    return Finding(
        code, SEVERITIES[code], at, {"words": reading.draft.text[at[0] : at[1]], **facts}, REMEDIES[code]
    )  # fmt: skip
