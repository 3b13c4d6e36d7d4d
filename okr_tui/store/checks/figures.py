"""Figures of key results and KPIs that can't be worked with, or not yet."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from okr_tui.domain.journal import CheckIn
from okr_tui.domain.people import Kpi
from okr_tui.domain.plan import KeyResult, Objective
from okr_tui.store.checks.finding import At, Finding
from okr_tui.words.language import _


def figures(tables: Iterable[At]) -> Iterator[Finding]:
    """Targets, bands, zones and milestones that contradict each other or are missing where people have agreed."""
    objective: Objective | None = None
    yes_no: set[str] = set()
    check_ins: list[At] = []
    for at in tables:
        if isinstance(at.table, Objective):
            objective = at.table
        elif isinstance(at.table, KeyResult):
            yield from _key_result(at, at.table, agreed=objective is not None and objective.live)
            if at.table.kind == "yes-no":
                yes_no.add(at.table.id)
        elif isinstance(at.table, Kpi):
            yield from _band(at, at.table)
        elif isinstance(at.table, CheckIn):
            check_ins.append(at)
    for at in check_ins:
        said = at.table
        if isinstance(said, CheckIn) and said.about in yes_no and said.value not in {None, 0, 1}:
            message = _("“value” is {value:g}, but this key result is answered by 1 (yes) or 0 (no).")
            yield Finding(at.file, (*at.where, "value"), "hint", "yes-no-value", message.format(value=said.value))


def _key_result(at: At, key_result: KeyResult, *, agreed: bool) -> Iterator[Finding]:
    if key_result.baseline is not None and key_result.baseline == key_result.target:
        message = _("“target” equals “baseline” ({value:g}): there is nothing to move; change one of them.")
        message = message.format(value=key_result.target)
        yield Finding(at.file, (*at.where, "target"), "error", "target-is-baseline", message)
    yield from _band(at, key_result)
    yield from _zones(at, key_result)
    if any(later.on <= sooner.on for sooner, later in pairwise(key_result.phased)):
        message = _("The phased targets are not in the order of their days; sort them.")
        yield Finding(at.file, (*at.where, "phased"), "warning", "phased-order", message)
    if agreed and key_result.dropped is None:
        yield from _unfinished(at, key_result)


def _band(at: At, table: KeyResult | Kpi) -> Iterator[Finding]:
    if table.low is not None and table.high is not None and table.low > table.high:
        message = _("“low” ({low:g}) is above “high” ({high:g}); exchange them.").format(low=table.low, high=table.high)
        yield Finding(at.file, (*at.where, "low"), "warning", "band-upside-down", message)


def _zones(at: At, key_result: KeyResult) -> Iterator[Finding]:
    """Commit, target and stretch lie one behind the other, away from the baseline (puzzle/okr)."""
    baseline, target = key_result.baseline, key_result.target
    commit, stretch = key_result.commit, key_result.stretch
    if (commit is None) != (stretch is None):
        message = _("Zones need both “commit” and “stretch”; the other one is missing.")
        key = "stretch" if commit is None else "commit"
        yield Finding(at.file, (*at.where, key), "hint", "zone-alone", message)
    if baseline is None or target is None or baseline == target:
        return
    sign = 1 if target > baseline else -1
    if commit is not None and not sign * baseline < sign * commit <= sign * target:
        message = _("“commit” ({value:g}) does not lie between “baseline” and “target”; correct it.")
        yield Finding(at.file, (*at.where, "commit"), "warning", "zone-order", message.format(value=commit))
    if stretch is not None and sign * stretch < sign * target:
        message = _("“stretch” ({value:g}) does not lie beyond “target”; correct it.")
        yield Finding(at.file, (*at.where, "stretch"), "warning", "zone-order", message.format(value=stretch))


def _unfinished(at: At, key_result: KeyResult) -> Iterator[Finding]:
    """What an agreed key result lacks before its progress can be told."""
    match key_result.kind:
        case "milestones" if not key_result.milestone:
            message = _("This key result is measured by milestones, but has none; add one.")
            yield Finding(at.file, at.where, "warning", "no-milestones", message)
        case "keep" if key_result.low is None and key_result.high is None:
            message = _("This key result is to be kept in a band, but has neither “low” nor “high”; add one.")
            yield Finding(at.file, at.where, "hint", "no-band", message)
        case "metric" if key_result.target is None:
            message = _("This key result is agreed, but has no target; add “target”.")
            yield Finding(at.file, at.where, "hint", "no-target", message)
        case "metric" if key_result.baseline is None:
            message = _("This key result has no start, so its progress can't be told; add “baseline”.")
            yield Finding(at.file, at.where, "hint", "no-baseline", message)
