"""Setup: the calendar of rituals of the open cycles."""

from collections.abc import Sequence

from textual.widget import Widget

from okr_tui.actions.dates import remove_date
from okr_tui.domain.cycle import Cycle, Ritual
from okr_tui.domain.errors import WrongUsage
from okr_tui.store.layout import cycle_path
from okr_tui.ui.forms.workspace import edit_date, new_date
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Tells, Title, grid
from okr_tui.ui.paint.runs import Run, dim
from okr_tui.ui.screens.setup_section import Asked, Section, nothing_here, nowhere
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _
from okr_tui.words.rituals import ritual


class Calendar(Section):
    """When the rituals of the open cycles are held."""

    id = "calendar"

    @property
    def title(self) -> str:
        """Its name."""
        return _("Calendar")

    @property
    def count(self) -> str:
        """How many are still to come."""
        return str(sum(found.held is None for _cycle, found in self._all()) or "")

    @property
    def about(self) -> str:
        """What it is for."""
        return _("When the rituals are held. Another day moves one; without a team it is everybody's.")

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """What its keys do."""
        return (
            ("add", _("adds a ritual to this cycle")),
            ("edit", _("moves it, or changes time, minutes, team")),
            ("drop", _("takes it out")),
        )

    def rows(self) -> list[Row]:
        """Cycle by cycle, in the order of the days."""
        rows: list[Row] = []
        for content in self.workspace.open_cycles(self.session.today):
            found = sorted(content.file.ritual, key=lambda each: (each.on, str(each.at or "")))
            title = Title(content.cycle.name.upper(), str(sum(each.held is None for each in found)))
            rows += [*([blank()] if rows else []), still(title)]
            rows += [self._row(each) for each in found]
            if not found:
                rows.append(still(Tells(_("No ritual has a day yet. a adds one."), "dim")))
        return rows or nothing_here(_("There is no open cycle whose rituals could have days."))

    def path_of(self, key: str) -> str:
        """The cycle's file."""
        found = next((cycle for cycle, each in self._all() if each.id == key), None)
        return cycle_path(found.id) if found is not None else self.file

    def form_to_add(self, key: str) -> Widget:
        """A ritual in the cycle of the cursor, else in the one looked at."""
        cycle = next((cycle.id for cycle, each in self._all() if each.id == key), None)
        open_ones = [content.cycle.id for content in self.workspace.open_cycles(self.session.today)]
        if cycle is None and not open_ones:
            raise WrongUsage(_("There is no open cycle whose rituals could have days."))
        chosen = self.session.cycle if self.session.cycle in open_ones else open_ones[0] if open_ones else ""
        return new_date(self.session, cycle or chosen)

    def form_to_edit(self, key: str) -> Widget:
        """Day, time, minutes, team."""
        return edit_date(self.session, *self._found(key))

    def drop(self, key: str) -> Asked | Widget:
        """Takes one out that was not held."""
        cycle, found = self._found(key)
        root = self.session.root
        question = _("Take out “{name}” of {day}?").format(
            name=ritual(found.kind), day=weekday_day(found.on, self.session.today)
        )
        return Asked(question, lambda _author: remove_date(root, cycle.id, found.id))

    def _all(self) -> list[tuple[Cycle, Ritual]]:
        cycles = self.workspace.open_cycles(self.session.today)
        return [(content.cycle, found) for content in cycles for found in content.file.ritual]

    def _found(self, key: str) -> tuple[Cycle, Ritual]:
        for cycle, found in self._all():
            if found.id == key:
                return cycle, found
        raise nowhere()

    def _row(self, found: Ritual) -> Row:
        columns = (
            Column("day", 15, 15),
            Column("at", 5, gap=2),
            Column("name", 24, 16, gap=2, grows=True, leads=True),
            Column("minutes", 7, gap=1, right=True, leaves=1),
            Column("team", 14, 8, gap=2, leaves=2),
        )
        over = found.held is not None
        late = not over and found.on < self.session.today
        day = weekday_day(found.on, self.session.today)
        minutes = _("{n} min").format(n=found.minutes) if found.minutes else ""
        line = grid(
            columns,
            day=dim(f"✓ {day}") if over else Run(f"  {day}", "at_risk" if late else "text"),
            at=dim(f"{found.at:%H:%M}" if found.at else ""),
            name=dim(ritual(found.kind)) if over else ritual(found.kind),
            minutes=dim(minutes),
            team=dim(self.workspace.name_of(found.team)),
        )
        return Row(found.id, (line,), "ritual")
