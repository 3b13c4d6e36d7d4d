"""Opening a cycle with its rituals, and moving its phase."""

from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

from msgspec.structs import replace

from okr_tui.actions.act import Act, Author
from okr_tui.actions.editing import edit
from okr_tui.actions.nested import slot_of, without_none
from okr_tui.actions.validity import still_valid
from okr_tui.domain.cycle import Cycle, CycleKind, Phase
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.fiscal import Stretch
from okr_tui.domain.ids import is_slug, new_id
from okr_tui.domain.next_cycle import adopted, next_span, overlapping, parent_of
from okr_tui.domain.rituals import ANNUAL_WEEK, MINUTES, OF_THE_ANCHOR, Placed, day_in_week, schedule, weeks_between
from okr_tui.domain.settings import Cadence
from okr_tui.domain.workspace import Located, Workspace
from okr_tui.store.change import Change, FileChange
from okr_tui.store.layout import SETTINGS, cycle_path
from okr_tui.store.tables import Held, held
from okr_tui.words.dates import day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.statuses import phase as phase_word


class NewCycle(NamedTuple):
    """What a new cycle should be; what is not said follows from the ones before.

    Attributes:
        kind: a cycle, the year around cycles, or the strategy around years.
        start: its first day; end: its last, included.
        cadence: another length than before, for this cycle and those after it; weeks: of a custom one.
        make: drafts before the cycle or inside its first month, where it isn't as in the settings.
        teams: who takes part; everybody when empty.
        parent: id of the cycle above; the year that holds it unless given, none for "".
    """

    kind: CycleKind = "cycle"
    name: str | None = None
    id: str | None = None
    start: date | None = None
    end: date | None = None
    cadence: Literal["quarter", "tertial", "half", "custom"] | None = None
    weeks: int | None = None
    make: Literal["before", "inside"] | None = None
    teams: tuple[str, ...] = ()
    parent: str | None = None


class Planned(NamedTuple):
    """A new cycle before it is a file: its days, id and name, how long cycles are from now on, what stands above it."""

    span: Stretch
    cadence: Cadence
    parent: str | None


def plan_cycle(workspace: Workspace, wanted: NewCycle, today: date) -> Planned:
    """Works out everything that was not said about a new cycle.

    Raises:
        WrongUsage: it overlaps another one, ends before it starts, or its id or a name in it is none.
    """
    cadence = cadence_of(workspace, wanted)
    span = next_span(workspace, wanted.kind, cadence, today, wanted.start)
    if wanted.end is not None:
        span = span._replace(end=wanted.end)
    if span.end < span.start:
        raise WrongUsage(_("It would end on {end}, before it starts.").format(end=span.end))
    span = span._replace(id=_id(workspace, wanted, span), label=_named(wanted, span))
    other = overlapping(workspace, wanted.kind, span.start, span.end, wanted.teams)
    if other is not None:
        message = _("It would overlap {cycle}, which runs from {start} to {end}; say another day with --start.")
        raise WrongUsage(message.format(cycle=one_line(other.name), start=other.start, end=other.end))
    strangers = [team for team in wanted.teams if team not in workspace.team_by_id]
    if strangers:
        raise WrongUsage(_("There is no team “{team}”.").format(team=strangers[0]))
    return Planned(span, cadence, _parent(workspace, wanted, span))


def new_cycle(root: Path, author: Author, workspace: Workspace, wanted: NewCycle) -> Act:
    """Opens a cycle in its Make phase, with its rituals from today on.

    A new length of cycles goes into okr.toml; the open cycles that lie in a new year, and had none, get it as their parent.

    Raises:
        WrongUsage: as `plan_cycle`.
    """
    span, cadence, parent = plan_cycle(workspace, wanted, author.today)
    file = held(root, cycle_path(span.id))
    if file.before is not None:
        raise WrongUsage(_("“{id}” is taken; choose another id.").format(id=span.id))
    rituals, achieve_from = _rituals(workspace, wanted, span, cadence, author.today)
    frame = {
        "id": span.id, "name": span.label, "kind": wanted.kind, "parent": parent, "start": span.start,
        "end": span.end, "phase": "make", "achieve_from": achieve_from, "teams": list(wanted.teams),
    }  # fmt: skip
    anchor = workspace.anchor()
    tables: dict[str, Any] = {"format": 1, "cycle": without_none(frame)}
    if rituals:
        tables["ritual"] = [_ritual(each, author, anchor.id if anchor else None) for each in rituals]
    still_valid(Held(file.path, tables, None))
    files = [file.changed(tables), *_adopting(root, workspace, wanted.kind, span), *_settings(root, wanted)]
    return Act(span.id, Change(_("new cycle “{name}”").format(name=one_line(span.label)), tuple(files)))


def move_phase(root: Path, author: Author, cycle: Cycle, phase: Phase) -> Act:
    """Moves the company's phase of a cycle, forwards or back; it locks nothing.

    Raises:
        WrongUsage: the cycle is in that phase already, or closed: closing and reopening are steps of their own.
    """
    if "closed" in {phase, cycle.phase}:
        raise WrongUsage(_("Closing a cycle, and opening it again, is done with “okr cycle close”."))
    act = edit(root, author, Located("cycle", cycle.id, "", cycle), {"phase": phase})
    name = _("{cycle}: {phase}").format(cycle=one_line(cycle.name), phase=phase_word(phase))
    return Act(act.id, act.change._replace(name=name))


def cadence_of(workspace: Workspace, wanted: NewCycle) -> Cadence:
    """Return how long cycles are with a new one: as in the settings, but for what is said.

    Raises:
        WrongUsage: weeks are said of a cycle of calendar months.
    """
    own = workspace.settings.cadence
    changed: dict[str, Any] = {"make": wanted.make} if wanted.make else {}
    if wanted.cadence or wanted.weeks:
        changed["cycle"] = wanted.cadence or "custom"
    if wanted.weeks:
        if changed["cycle"] != "custom":
            raise WrongUsage(_("Weeks belong to custom cycles; the others are calendar months."))
        changed["weeks"] = wanted.weeks
    return replace(own, **changed)


def _id(workspace: Workspace, wanted: NewCycle, span: Stretch) -> str:
    if wanted.id is None:
        return span.id
    if not is_slug(wanted.id):
        raise WrongUsage(_("“{id}” can't be an id: use a-z, 0-9 and dashes, at most 40.").format(id=wanted.id[:60]))
    if wanted.id in workspace.cycles:
        raise WrongUsage(_("“{id}” is taken; choose another id.").format(id=wanted.id))
    return wanted.id


def _named(wanted: NewCycle, span: Stretch) -> str:
    """The name given, else that of its place in the year, else how long it is from when."""
    if wanted.name and wanted.name.strip():
        return wanted.name.strip()
    if span.label:
        return span.label
    weeks = weeks_between(span.start, span.end)
    said = ngettext("{weeks} week from {day}", "{weeks} weeks from {day}", weeks)
    return said.format(weeks=weeks, day=f"{day(span.start)} {span.start.year}")


def _parent(workspace: Workspace, wanted: NewCycle, span: Stretch) -> str | None:
    if wanted.parent is None:
        above = parent_of(workspace, wanted.kind, span.start, span.end)
        return above.id if above is not None else None
    if wanted.parent and wanted.parent not in workspace.cycles:
        raise WrongUsage(_("There is no cycle “{id}”.").format(id=wanted.parent[:60]))
    return wanted.parent or None


def _rituals(
    workspace: Workspace, wanted: NewCycle, span: Stretch, cadence: Cadence, today: date
) -> tuple[tuple[Placed, ...], date | None]:
    """The rituals of a cycle by the table; of a year only the one that makes it, as long as that is ahead."""
    if wanted.kind == "cycle":
        teams = len(wanted.teams) or len(workspace.teams)
        people = sum(each.left is None or each.left > today for each in workspace.people)
        return schedule(cadence, span.start, span.end, today, workspace.settings.is_closed, teams=teams, people=people)
    made = day_in_week(span.start, ANNUAL_WEEK, 1)
    return ((Placed("annual-okrs", made),) if wanted.kind == "annual" and made >= today else ()), None


def _ritual(placed: Placed, author: Author, anchor: str | None) -> dict[str, Any]:
    above = placed.kind in OF_THE_ANCHOR or placed.kind == "annual-okrs"
    table = {"id": new_id(placed.kind, author.choose), "kind": placed.kind, "on": placed.on}
    return without_none({**table, "team": anchor if above else None, "minutes": MINUTES[placed.kind]})


def _adopting(root: Path, workspace: Workspace, kind: CycleKind, span: Stretch) -> list[FileChange]:
    """The files of the open cycles that get the new one as their parent."""
    found = []
    for cycle in adopted(workspace, kind, span.start, span.end):
        file = held(root, cycle_path(cycle.id))
        slot_of(file, cycle.id).table["parent"] = span.id
        found.append(file.changed(file.tables))
    return found


def _settings(root: Path, wanted: NewCycle) -> list[FileChange]:
    """okr.toml, where cycles have another length from now on."""
    if wanted.kind != "cycle" or not (wanted.cadence or wanted.weeks):
        return []
    file = held(root, SETTINGS)
    cadence = file.tables.setdefault("cadence", {})
    before = dict(cadence)
    cadence["cycle"] = wanted.cadence or "custom"
    if wanted.weeks:
        cadence["weeks"] = wanted.weeks
    still_valid(file)
    return [file.changed(file.tables)] if cadence != before else []
