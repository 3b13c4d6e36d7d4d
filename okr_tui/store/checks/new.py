"""What a change would make wrong that was not wrong before: the rules of `okr check`, asked before anything is written."""

from collections import Counter
from collections.abc import Iterator

from okr_tui.domain.people import Teams
from okr_tui.domain.plan import Plan
from okr_tui.domain.table import File
from okr_tui.store.change import FileChange, Tables
from okr_tui.store.checks.figures import figures
from okr_tui.store.checks.finding import Finding, tables_of
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.layout import place_of
from okr_tui.store.validate import model_of

_LOOKED_AT = {"plan", "teams"}
"""Kinds of files that hold figures people set; a check-in, in a journal, costs nothing here."""


def newly_wrong(change: FileChange) -> list[Finding]:
    """The errors and warnings about figures that a change of one file brings; what stood there before is nobody's fault."""
    place = place_of(change.path)
    if place is None or place.kind not in _LOOKED_AT or change.tables is None or change.image is not None:
        return []
    before = parsed(change.seen) if change.seen else {}
    known = Counter((each.code, each.message) for each in _found(change.path, before))
    new = []
    for finding in _found(change.path, change.tables):
        if known[finding.code, finding.message]:
            known[finding.code, finding.message] -= 1
        elif finding.severity != "hint":
            new.append(finding)
    return new


def _found(path: str, tables: Tables | Refused) -> Iterator[Finding]:
    place = place_of(path)
    if place is None or isinstance(tables, Refused):
        return
    model: File | object = model_of(place, {"format": 1, **tables})
    if isinstance(model, (Plan, Teams)):
        yield from figures(tables_of({path: model}))
