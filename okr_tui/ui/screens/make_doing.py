"""What can be done in Make: add, edit, drop, back, move on, move elsewhere, propose."""

from typing import Any

from okr_tui.actions.backing import back
from okr_tui.actions.drafting import toggle_done
from okr_tui.actions.editing import drop, edit, move
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.making import alive
from okr_tui.domain.workspace import CycleContent, Located
from okr_tui.ui.forms.adding import (
    new_initiative,
    new_key_result,
    new_milestone,
    new_not_now,
    new_objective,
    new_pain,
    new_task,
)
from okr_tui.ui.forms.changing import ASK_WHY, drop_form, edit_form, next_step
from okr_tui.ui.forms.choice import Choice
from okr_tui.ui.forms.draft_form import DraftForm
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.screens.make_asking import ADDED, destinations, ids_around, kinds_here, parent_for
from okr_tui.ui.screens.make_drafts import NEW
from okr_tui.ui.screens.make_here import Here
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.row_messages import Selected
from okr_tui.words.language import _

_INSIDE = {"initiative": new_initiative, "milestone": new_milestone, "task": new_task, "key-result": new_key_result}


class Doing(Here):
    """The actions of a place that drafts, whatever it looks like."""

    # adding

    async def action_add(self) -> None:
        """Adds what belongs where the cursor is; asks where several things do."""
        _session, _content, drawer = self._seen()
        row = self.pane_here.here
        if self.pane_here is self.sources_pane and row is not None:
            if row.kind == "carried":
                await self.action_add_objective()
            else:
                form = new_not_now(drawer) if row.kind == "not-now" else new_pain(drawer)
                await self._open(self.sources_pane, row.key, form)
            return
        place = self.place_of(row.key) if row is not None else None
        kinds = kinds_here(place)
        if row is None or kinds == ("objective",):
            await self.action_add_objective()
        elif len(kinds) == 1:
            await self._add(kinds[0])
        else:
            answers = [(kind, ADDED[kind]()) for kind in kinds]
            await self._open(self.drafts_pane, row.key, Choice(_("Add what?"), answers, "add"))

    async def action_add_objective(self) -> None:
        """A new objective: from the pain point or what is carried on, where the cursor is on one."""
        _session, _content, drawer = self._seen()
        row = self.pane_here.here if self.pane_here is self.sources_pane else None
        keys: dict[str, Any] = {}
        title = ""
        if row is not None and row.key in self._pains:
            keys = {"from_pain": [row.key]}
        elif row is not None and row.kind == "theme":
            keys = {"from_pain": list(self._themes[row.key].of)}
        elif row is not None and row.kind == "carried":
            keys, title = {"continues": row.key}, self._titles.get(row.key, "")
        await self._open(self.drafts_pane, NEW, new_objective(drawer, title, **keys))

    async def action_add_key_result(self) -> None:
        """A new key result of the objective of the cursor; where it is on none, asks which one, or offers to write one."""
        session, content, drawer = self._seen()
        drawer.check_read()
        row = self.pane_here.here
        if row is not None and parent_for("key-result", content.located.get(row.key)) is not None:
            await self._add("key-result")
            return
        plan = content.plans.get(session.team or "")
        answers = [(each.id, each.title) for each in alive(plan)] if plan is not None else []
        question = _("A key result of which objective?")
        if not answers:
            question = _("A key result says how you see that an objective is reached, and there is no objective yet.")
        answers.append((NEW, _("write an objective first") if not answers else _("a new objective")))
        await self._open(self.drafts_pane, NEW, Choice(question, answers, "key-result"))

    async def _add(self, kind: str) -> None:
        _session, content, drawer = self._seen()
        if kind == "objective":
            await self.action_add_objective()
            return
        row = self.drafts_pane.here
        place = content.located.get(row.key) if row is not None else None
        parent = parent_for(kind, place)
        if parent is None:
            raise WrongUsage(_("Put the cursor on the objective that it belongs to."))
        await self._open(self.drafts_pane, self._last_row_of(kind, parent), _INSIDE[kind](drawer, parent))

    async def _add_to(self, objective: str) -> None:
        """A new key result of an objective that was chosen, or the objective first."""
        _session, _content, drawer = self._seen()
        if objective == NEW:
            await self._open(self.drafts_pane, NEW, new_objective(drawer))
            return
        below = self._last_row_of("key-result", objective)
        await self._open(self.drafts_pane, below, new_key_result(drawer, objective))

    def _last_row_of(self, kind: str, parent: str) -> str:
        """The row below which something new of a table stands: the last one that is in it already."""
        rows = [row.key for row in self.drafts_pane.rows if row.selectable]
        known = [key for key in rows if (place := self.place_of(key)) is not None and parent in ids_around(place)]
        return known[-1] if known and kind in {"key-result", "milestone", "task"} else parent

    # changing

    async def action_edit(self) -> None:
        """Everything of the row of the cursor, in place."""
        session, _content, _drawer = self._seen()
        pane, row, place = self._located()
        await self._open(pane, row.key, edit_form(session, place, coached=True))

    async def action_drop(self) -> None:
        """Gives something up: with a reason where the next cycle learns from it, else after one question."""
        session, _content, _drawer = self._seen()
        pane, row, place = self._located()
        if place.kind in ASK_WHY:
            await self._open(pane, row.key, drop_form(session, place))
            return
        question = _("Take out “{title}”?").format(title=place.title)
        await self._open(pane, row.key, Choice(question, (("yes", _("yes")), ("no", _("no"))), "drop"))

    async def action_vote(self) -> None:
        """Backs a pain point, or takes that back."""
        session, content, _drawer = self._seen()
        _pane, row = self._row()
        if row.key not in self._pains:
            raise WrongUsage(_("Put the cursor on a pain point: v says that it hurts you too."))
        await self.bench.change(lambda author: back(session.root, author, content, row.key, self._pains[row.key].text))

    async def action_move_on(self) -> None:
        """A task or milestone is done, or not; an initiative goes from planned to active to done."""
        session, _content, _drawer = self._seen()
        _pane, _row, place = self._located()
        if place.kind in {"milestone", "task"}:
            await self.bench.change(lambda author: toggle_done(session.root, author, place))
        elif place.kind == "initiative":
            status = next_step(place)
            await self.bench.change(lambda author: edit(session.root, author, place, {"status": status}))
        else:
            raise WrongUsage(_("x moves initiatives on, and marks tasks and milestones as done."))

    async def action_move(self) -> None:
        """Asks where it goes."""
        session, content, _drawer = self._seen()
        pane, row, place = self._located()
        answers = destinations(session.workspace, content, place)
        if not answers:
            raise WrongUsage(_("There is no other place where it could stand."))
        await self._open(pane, row.key, Choice(_("Move it to"), answers, "move"))

    def action_propose(self) -> None:
        """Asks once, then the team's plan can be answered by the others; where nothing is drafted, agrees to it."""
        from okr_tui.ui.modals.agreeing import open_agreeing

        session, content, _drawer = self._seen()
        row = self.pane_here.here
        place = self.place_of(row.key) if row is not None else None
        objective = place.objective if place is not None else None
        start = objective.id if objective is not None else ""
        open_agreeing(self.bench, content.cycle.id, session.team, start, first="propose")

    # what comes of it

    async def on_row_pane_selected(self, event: Selected) -> None:
        """Enter: edits what stands, adds where nothing does."""
        if event.pane not in {self.drafts_pane, self.sources_pane}:
            return
        event.stop()
        self.note_pane(event.pane)
        if event.row.kind == "poll":
            self.bench.action_comment()
            return
        command = "edit" if self.place_of(event.row.key) is not None else "add"
        if event.row.key in self._pains or event.row.kind == "carried":
            command = "add-objective"
        await self._tried({"edit": self.action_edit, "add": self.action_add}.get(command, self.action_add_objective))

    async def on_table_form_saved(self, event: TableForm.Saved) -> None:
        """The cursor goes to what was saved; where more belongs, the next form offers itself."""
        event.stop()
        form = event.form
        identity = event.done.act.id if event.done is not None else form.about if isinstance(form, DraftForm) else None
        if identity is None:
            await self._close()
            return
        if isinstance(form, DraftForm):
            await self.leave_what_was_left(form, identity)
        follow = form.follows(identity) if form.follows is not None else None
        pane = self.sources_pane if self.sources_pane.form is not None else self.drafts_pane
        await self._close()
        pane.go_to(identity)
        if follow is not None:
            await self._open(pane, *follow)

    async def on_table_form_left(self, event: TableForm.Left) -> None:
        """Left without saving; what was typed is kept."""
        event.stop()
        await self._close()

    async def on_choice_left(self, event: Choice.Left) -> None:
        """Nothing was chosen."""
        event.stop()
        await self._close()

    async def on_choice_answered(self, event: Choice.Answered) -> None:
        """Does what was chosen."""
        event.stop()
        session, content, _drawer = self._seen()
        row = self.pane_here.here
        place = content.located.get(row.key) if row is not None else None
        await self._close()
        if event.choice.about == "add":
            await self._tried(lambda: self._add(event.value))
        elif event.choice.about == "key-result":
            await self._tried(lambda: self._add_to(event.value))
        elif event.value != "no":
            await self._tried(lambda: self._carry_out(session, content, place, event))

    async def leave_what_was_left(self, form: DraftForm, identity: str) -> None:
        """Writes down what the person left as it is while typing."""
        raise NotImplementedError

    async def _carry_out(
        self, session: Session, content: CycleContent, place: Located | None, event: Choice.Answered
    ) -> None:
        """Does what was chosen; `place` is what the cursor is on."""
        if place is None:
            return
        match event.choice.about:
            case "drop":
                await self.bench.change(lambda author: drop(session.root, author, place))
            case "move":
                to = content.located.get(event.value, event.value)
                await self.bench.change(lambda _author: move(session.root, place, to))
