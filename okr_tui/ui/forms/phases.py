"""Where a key result should be on the way, as people type it: `2026-10-31 30; 2026-11-30 35`."""

import re
from collections.abc import Iterable
from typing import Any

from okr_tui.actions.values import number
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.plan import Phase
from okr_tui.ui.forms.figures import exact
from okr_tui.words.dates import day
from okr_tui.words.language import _
from okr_tui.words.numbers import figure
from okr_tui.words.typed import typed_day

_BETWEEN = re.compile(r"\s*(?:;|,(?=\s*\d{4}-))\s*")
_ONE = re.compile(r"(?P<on>\S+)\s+(?P<value>\S.*)")


def phases_typed(text: str) -> list[dict[str, Any]]:
    """The points as they stand in the file, the earliest first.

    Raises:
        OkrError: a part of it is no day with a figure.
    """
    found: list[dict[str, Any]] = []
    for part in _BETWEEN.split(text.strip(" ;")):
        if not part.strip():
            continue
        one = _ONE.fullmatch(part.strip())
        if one is None:
            raise WrongUsage(_("“{text}” is no day with a figure; write 2026-10-31 30.").format(text=part[:60]))
        found.append({"on": typed_day(one["on"]), "value": number(one["value"])})
    return sorted(found, key=lambda each: each["on"])


def phases_written(phases: Iterable[Phase]) -> str:
    """The points as they are typed."""
    return "; ".join(f"{phase.on.isoformat()} {exact(phase.value)}" for phase in phases)


def phases_said(text: str) -> str:
    """How the points are understood."""
    return ", ".join(f"{day(each['on'])}: {figure(each['value'])}" for each in phases_typed(text))
