"""How `okr cycle` tells of cycles: for a person in lines, for a script as objects."""

from datetime import date
from typing import Any

from okr_tui.cli.calendar import as_object as ritual_object
from okr_tui.cli.context import Here
from okr_tui.cli.output import bold, cut, dim
from okr_tui.domain.clock import week_of, weeks_of
from okr_tui.domain.held import dated
from okr_tui.domain.phases import still_missing, suggested
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.words.dates import day, weekday_day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.legs import leg as leg_word
from okr_tui.words.phases import sentence
from okr_tui.words.quoting import with_colon
from okr_tui.words.rituals import ritual as ritual_word
from okr_tui.words.statuses import phase as phase_word


def as_object(workspace: Workspace, content: CycleContent, today: date) -> dict[str, Any]:
    """A cycle as scripts may rely on it."""
    cycle, cadence = content.cycle, workspace.settings.cadence
    return {
        "id": cycle.id, "name": cycle.name, "kind": cycle.kind, "start": cycle.start, "end": cycle.end,
        "phase": cycle.phase, "week": week_of(cycle, cadence, today), "weeks": weeks_of(cycle, cadence),
        "parent": cycle.parent, "teams": list(cycle.teams), "leg": cycle.leg, "achieve_from": cycle.achieve_from,
        "rituals": [ritual_object(each) for each in dated((content,), today)],
    }  # fmt: skip


def phase_object(workspace: Workspace, content: CycleContent, today: date) -> dict[str, Any]:
    """The phase of a cycle, what the calendar suggests, and what is still missing, as scripts may rely on it."""
    lacks = still_missing(workspace, content, today)
    return {
        "id": content.cycle.id, "phase": content.cycle.phase, "suggested": suggested(content, today),
        "missing": [{"code": each.code, "about": list(each.about), "text": sentence(each)} for each in lacks],
    }  # fmt: skip


def opened(workspace: Workspace, identity: str, today: date) -> list[str]:
    """What a new cycle is: its days, what stands above it, what comes first."""
    content = workspace.cycles[identity]
    cycle = content.cycle
    span = f"{weekday_day(cycle.start, today)} – {weekday_day(cycle.end, today)}"
    lines = [f"{bold(one_line(cycle.name))}  {cycle.id}  {span}"]
    above = workspace.cycles.get(cycle.parent or "")
    if above is not None:
        lines.append(dim(_("in {cycle}").format(cycle=one_line(above.cycle.name))))
    elif cycle.kind == "cycle":
        lines.append(dim(_("No year holds it; “okr cycle new --kind annual” opens one.")))
    rituals = sorted(content.file.ritual, key=lambda each: each.on)
    if rituals:
        n = len(rituals)
        first = f"{ritual_word(rituals[0].kind)}, {weekday_day(rituals[0].on, today)}"
        said = ngettext("{n} ritual; first {first}", "{n} rituals; first {first}", n)
        lines.append(dim(said.format(n=n, first=first)))
    return lines


def shown(where: Here, content: CycleContent) -> list[str]:
    """A cycle in lines: what it is, who takes part, what is missing, what comes next."""
    cycle, workspace, today = content.cycle, where.workspace, where.today
    cadence = workspace.settings.cadence
    week = _("week {week} of {weeks}").format(week=week_of(cycle, cadence, today), weeks=weeks_of(cycle, cadence))
    facts = [cycle.id, f"{day(cycle.start, today)} – {day(cycle.end, today)}", phase_word(cycle.phase)]
    facts += [week] if cycle.holds(today) else []
    facts += [_("leg “{leg}”").format(leg=leg_word(cycle.leg))] if cycle.leg else []
    lines = [f"{bold(cut(cycle.name, 60))}  {dim(' · '.join(facts))}"]
    above = workspace.cycles.get(cycle.parent or "")
    lines += [_("in {cycle}").format(cycle=one_line(above.cycle.name))] if above else []
    if cycle.teams:
        names = ", ".join(one_line(workspace.name_of(each)) for each in cycle.teams)
        lines.append(_("takes part: {teams}").format(teams=names))
    if cycle.achieve_from:
        lines.append(_("check-ins from {day}").format(day=weekday_day(cycle.achieve_from, today)))
    lines += missing_lines(workspace, content, today)
    coming = [each for each in dated((content,), today) if each.state in {"today", "next"}]
    lines += [
        _("next: {ritual}, {day}").format(ritual=ritual_word(each.ritual.kind), day=weekday_day(each.ritual.on, today))
        for each in coming
    ]
    return lines


def phase_lines(workspace: Workspace, content: CycleContent, today: date) -> list[str]:
    """In which phase a cycle is, what it misses, and what the calendar suggests where that is another one."""
    cycle = content.cycle
    lines = [f"{bold(cut(cycle.name, 60))}  {phase_word(cycle.phase)}"]
    wanted = suggested(content, today)
    if wanted != cycle.phase and not cycle.closed:
        lines.append(dim(_("By the calendar it would be {phase}: okr cycle phase {code}").format(
            phase=phase_word(wanted), code=wanted)))  # fmt: skip
    return lines + missing_lines(workspace, content, today)


def missing_lines(workspace: Workspace, content: CycleContent, today: date) -> list[str]:
    """What the phase still misses, each with the first names."""
    lines = []
    for lack in still_missing(workspace, content, today):
        names = [_named(workspace, content, each) for each in lack.about[:3]]
        more = ", …" if len(lack.about) > len(names) else ""
        lines.append("· " + with_colon(sentence(lack), dim(", ".join(names) + more)))
    return lines


def _named(workspace: Workspace, content: CycleContent, identity: str) -> str:
    place = content.located.get(identity)
    return cut(place.title if place is not None else workspace.name_of(identity), 40)
