"""The form of a new cycle: everything may stay empty, and what then follows is shown while one types."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from okr_tui.actions.act import Act, Author
from okr_tui.actions.cycles import NewCycle, Planned, cadence_of, new_cycle, plan_cycle
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.fiscal import Beginning
from okr_tui.domain.next_cycle import choice_of_beginning
from okr_tui.domain.resolve import resolve_team
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.paint.lines import Line, Says, Tells
from okr_tui.ui.paint.runs import Run, bold, dim, runs
from okr_tui.words.dates import weekday_day
from okr_tui.words.failures import sentence
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.typed import typed_day

if TYPE_CHECKING:
    from okr_tui.ui.session import Session

DRAFT = "new-cycle"
"""By what name the words of the form are kept."""
_MOST_WEEKS = 260


class NewCycleForm(TableForm):
    """Asks what the next cycle should be, and shows its days, its name and what stands above it as it would be.

    Args:
        session: the moment.
    """

    def __init__(self, session: "Session") -> None:
        self._session = session
        self._preview = Heard()
        super().__init__(_("New cycle"), _fields(session.workspace, session.today), self._act, draft=DRAFT)

    def beneath(self, key: str) -> ComposeResult:
        """Below the last field, what would be opened."""
        if key == self.fields[-1].key:
            yield self._preview

    def on_mount(self) -> None:
        """Shows what follows when nothing is typed; Textual calls the form's own handler as well."""
        self._show_preview()

    def _changed(self) -> None:
        super()._changed()
        self._show_preview()

    def _show_preview(self) -> None:
        workspace, today = self._session.workspace, self._session.today
        try:
            planned = plan_cycle(workspace, wanted_of(workspace, self._shown_values(), today), today)
            self._preview.hears(_preview(workspace, planned, today))
        except OkrError as error:
            self._preview.hears(Tells(one_line(sentence(error)), indent=2, first=Run("○", "off_track")))

    def _shown_values(self) -> Typed:
        typed = self.typed
        return {field.key: typed[field.key] for field in self.fields if field.shown(typed)}

    def _act(self, typed: Typed) -> Callable[[Author], Act]:
        root, workspace = self._session.root, self._session.workspace
        wanted = wanted_of(workspace, typed, self._session.today)
        return lambda author: new_cycle(root, author, workspace, wanted)


def wanted_of(workspace: Workspace, typed: Typed, today: date) -> NewCycle:
    """What was typed as what a new cycle should be; near the end of one, it begins with the next unless told.

    Raises:
        WrongUsage: a day or a number is none, or a team is not known.
    """
    cadence = typed.get("cadence") or None
    kind = typed.get("kind") or "cycle"
    own = workspace.settings.cadence
    weeks = _weeks(typed.get("weeks", "")) if cadence == "custom" else None
    another = cadence != own.cycle or (weeks or own.weeks) != own.weeks
    drafts = typed.get("make") or None
    wanted = NewCycle(
        kind,  # type: ignore[arg-type]
        name=typed.get("name", "").strip() or None,
        start=_day(typed.get("start", "")),
        end=_day(typed.get("end", "")),
        cadence=cadence if kind == "cycle" and another else None,  # type: ignore[arg-type]
        weeks=weeks if kind == "cycle" and another else None,
        make=drafts if drafts != own.make else None,  # type: ignore[arg-type]
        teams=_teams(workspace, typed.get("teams", "")),
    )
    late = _late(workspace, wanted, today) if typed.get("begin", "next") == "next" else None
    return wanted if late is None else wanted._replace(start=late.following.start)


def _late(workspace: Workspace, wanted: NewCycle, today: date) -> Beginning | None:
    """The cycles to choose from, where no days are said and the one that runs ends soon."""
    if wanted.kind != "cycle" or wanted.start or wanted.end:
        return None
    return choice_of_beginning(workspace, cadence_of(workspace, wanted), today)


def _fields(workspace: Workspace, today: date) -> tuple[Field, ...]:
    own = workspace.settings.cadence

    def cycles(typed: Typed) -> bool:
        return typed.get("kind") == "cycle"

    def late(typed: Typed) -> bool:
        try:
            return _late(workspace, wanted_of(workspace, {**typed, "begin": "running"}, today), today) is not None
        except OkrError:
            return False

    kinds = (("cycle", _("cycle")), ("annual", _("year")), ("strategy", _("strategy")))
    lengths = (
        ("quarter", _("quarter")), ("tertial", _("tertial")), ("half", _("half-year")), ("custom", _("weeks")),
    )  # fmt: skip
    ways = (("next", _("with the next cycle")), ("running", _("with the one that runs")))
    drafts = (("before", _("before it starts")), ("inside", _("in its first month")))
    return (
        Field("kind", _("kind"), "cycle", kinds, asks=_("A cycle, the year around its cycles, the strategy above.")),
        Field("cadence", _("length"), own.cycle, lengths, when=cycles,
              asks=_("Another length counts from this cycle on.")),
        Field("weeks", _("weeks"), str(own.weeks or 6),
              when=lambda typed: cycles(typed) and typed.get("cadence") == "custom", says=lambda text: str(_weeks(text))),
        Field("begin", _("begins"), "next", ways, when=late, asks=_("The cycle that runs ends soon: with it, or after it?")),
        Field("name", _("name"), asks=_("Left empty, it is called as below.")),
        Field("start", _("from"), half=True, says=_told,
              asks=_("Left empty, it begins where the last one ended; else a day such as 2027-01-01.")),
        Field("end", _("to"), half=True, says=_told, asks=_("Left empty, it has its usual length.")),
        Field("make", _("drafts"), own.make, drafts, when=cycles, asks=_("When the plans of this cycle are drafted.")),
        Field("teams", _("teams"), names=tuple(team.name for team in workspace.teams),
              says=lambda text: ", ".join(workspace.name_of(each) for each in _teams(workspace, text)),
              asks=_("Left empty, everybody takes part; else names with commas between them.")),
    )  # fmt: skip


def _preview(workspace: Workspace, planned: Planned, today: date) -> Line:
    span, above = planned.span, workspace.cycles.get(planned.parent or "")
    days = f"{weekday_day(span.start, today)} – {weekday_day(span.end, today)}"
    inside = _("in {cycle}").format(cycle=one_line(above.cycle.name)) if above is not None else _("in no year")
    return Says(runs(Run("→ ", "accent"), bold(one_line(span.label)), dim(f"  {days}  ·  {inside}")))


def _told(text: str) -> str:
    day = _day(text)
    return weekday_day(day, None) + f" {day.year}" if day is not None else ""


def _day(text: str) -> date | None:
    return typed_day(text) if text.strip() else None


def _weeks(text: str) -> int:
    if not text.strip().isascii() or not text.strip().isdigit() or not 1 <= int(text.strip()[:9]) <= _MOST_WEEKS:
        raise WrongUsage(_("“{text}” is no number of weeks.").format(text=one_line(text)[:20]))
    return int(text)


def _teams(workspace: Workspace, text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(resolve_team(workspace, part.strip()) for part in text.split(",") if part.strip()))
