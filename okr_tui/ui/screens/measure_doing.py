"""What can be done in Measure: grade, decide, thank, finish an action, look at a key result."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.retro import last_actions
from okr_tui.domain.workspace import Located
from okr_tui.ui.screens.in_place import FormPlace
from okr_tui.ui.screens.scored import Scored, scored_of
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row
from okr_tui.words.failures import sentence
from okr_tui.words.grades import compared
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.forms.table_form import TableForm

_GRADED = frozenset({"objective", "key-result"})
_SCORED = frozenset({"scores", "decisions"})
Key = Callable[[], Awaitable[None]]
_FINISHED = frozenset({"action", "last-action"})


class MeasureDoing(FormPlace):
    """The actions of Measure.

    Attributes:
        part: which part is looked at; folded: the objectives that are.
    """

    def __init__(self) -> None:
        super().__init__()
        self.part = "scores"
        self.folded: set[str] = set()
        self._left_at: dict[str, str] = {}

    @property
    def scores_pane(self) -> RowPane:
        """The list of every part but the boards."""
        return self.query_one("#scores", RowPane)

    @property
    def pane(self) -> RowPane:
        """The list that has the keys."""
        return self.scores_pane

    @property
    def scored(self) -> Scored:
        """The review of this moment.

        Raises:
            WrongUsage: there is no team or cycle.
        """
        found = scored_of(self.moment)
        if found is None:
            raise WrongUsage(_("There is nothing here yet."))
        return found

    # grading

    async def chosen(self, row: Row) -> None:
        """Enter: grades what has a score, marks an action as done."""
        try:
            if row.kind in _GRADED:
                await self._grade()
            elif row.kind in _FINISHED:
                await self.action_finish()
        except OkrError as error:
            self.say(sentence(error))

    @property
    def action_grade(self) -> Key | None:
        """Grades what the cursor is on; None where nothing is graded."""
        return self._grade if self.part in _SCORED else None

    async def _grade(self) -> None:
        """Asks for the grade of whom it belongs to; anybody else says what they would have given."""
        place = self._graded_place()
        await self.open_below(self._key(), self._grading(place))

    def _grading(self, place: Located) -> "TableForm":
        from okr_tui.ui.forms.review import contest_form, grade_form

        scored, session = self.scored, self.moment
        graded = scored.of(identity_of(place))
        mine = self._owes(place)
        if not mine and graded is not None and graded.own is not None and scored.over:
            return contest_form(session, place)
        form = grade_form(session, place, scored.when)
        form.follows = self._next_grade
        return form

    def _owes(self, place: Located) -> bool:
        """Whether it belongs to whoever looks: the owner, or the lead where there is none."""
        owner = getattr(place.table, "owner", None)
        return self.moment.me in self.moment.workspace.people_owing(place.team, owner)

    def _next_grade(self, done: str) -> "tuple[str, TableForm] | None":
        """The next key result of mine that has no grade yet."""
        from okr_tui.ui.forms.review import grade_form

        scored, session = self.scored, self.moment
        waiting = [each.id for each in scored.graded.every if each.id in scored.hidden and each.id != done]
        place = self.located(waiting[0]) if waiting else None
        if place is None:
            return None
        form = grade_form(session, place, scored.when)
        form.follows = self._next_grade
        return waiting[0], form

    async def on_table_form_saved(self, event: "TableForm.Saved") -> None:
        """Once a grade is given, what was computed is told with the difference."""
        about = getattr(event.form, "about", None)
        if event.done is None or not isinstance(about, Located):
            return
        graded = self.scored.of(identity_of(about))
        if graded is not None and graded.own is not None:
            self.say(compared(graded.own, graded.score))

    # deciding, thanking, finishing

    @property
    def action_decide(self) -> Key | None:
        """Decides on what the cursor is on; None where nothing is decided."""
        return self._decide if self.part in _SCORED else None

    async def _decide(self) -> None:
        """Asks what becomes of the objective or key result of the cursor, and why."""
        from okr_tui.ui.forms.review import decide_form

        place = self._graded_place()
        await self.open_below(self._key(), decide_form(self.moment, place, self.scored.when))

    async def action_kudos(self) -> None:
        """Thanks somebody."""
        from okr_tui.ui.forms.review import kudos_form

        session = self.moment
        running = session.workspace.default_cycle(session.today)
        if running is None:
            raise WrongUsage(_("There is no cycle yet."))
        await self.open_below(self._key(), kudos_form(session, running.cycle.id))

    async def action_finish(self) -> None:
        """Marks the action of the cursor as done."""
        from okr_tui.actions.finishing import finish_action

        row, session = self.pane.here, self.moment
        if row is None or row.kind not in _FINISHED or session.content is None or session.team is None:
            raise WrongUsage(_("Put the cursor on an action first."))
        root, cycle, team = session.root, session.content.cycle.id, session.team
        if row.kind == "last-action":
            last = last_actions(session.workspace, session.content, team)
            cycle = next((each.cycle.id for each in last if each.action.id == row.key), cycle)
        await self.bench.change(lambda author: finish_action(root, author, cycle, team, row.key))

    @property
    def action_check_in(self) -> Key | None:
        """Brings in a figure; None where there are no key results."""
        return self._check_in if self.part in _SCORED else None

    async def _check_in(self) -> None:
        """Opens the check-in on the key result of the cursor: figures that come late count, too."""
        await self.check_in_on(self._key() or None, self._key())

    @property
    def action_edit(self) -> Key | None:  # type: ignore[override]
        """Changes what the cursor is on; None where nothing of the plan stands."""
        return super().action_edit if self.part in _SCORED else None

    @property
    def action_drop(self) -> Key | None:  # type: ignore[override]
        """Gives up what the cursor is on; None where nothing of the plan stands."""
        return super().action_drop if self.part in _SCORED else None

    async def action_open_it(self) -> None:
        """Opens the key result of the cursor with its chart."""
        from okr_tui.ui.screens.detail import open_detail

        row = self.pane.here
        if row is None or row.kind != "key-result":
            raise WrongUsage(_("Put the cursor on a key result first."))
        await open_detail(self, row.key)

    # the cursor

    def _key(self) -> str:
        row = self.pane.here
        return row.key if row is not None else ""

    def _graded_place(self) -> Located:
        row = self.pane.here
        content = self.moment.content
        place = content.located.get(row.key) if row is not None and content is not None else None
        if place is None or place.kind not in _GRADED:
            raise WrongUsage(_("Put the cursor on a key result or an objective first."))
        return place


def identity_of(place: Located) -> str:
    """The id of the table that is meant."""
    return str(place.table.id)  # type: ignore[attr-defined]
