"""What gives drafts and pain points another order or shape: reorder, copy, convert, group, templates; and KPI check-ins."""

from okr_tui.actions.act import Act, Author
from okr_tui.actions.grouping import group
from okr_tui.actions.shaping import duplicate, into_draft, into_kpi, reorder
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.plan import KeyResult, Objective
from okr_tui.domain.workspace import CycleContent, Located
from okr_tui.ui.forms.adding import new_objective, new_theme
from okr_tui.ui.forms.check_in import CheckInForm
from okr_tui.ui.forms.choice import Choice
from okr_tui.ui.forms.objective import change_words
from okr_tui.ui.screens.kpi_asked import kpi_asked
from okr_tui.ui.screens.make_asking import conversions, destinations
from okr_tui.ui.screens.make_drafts import NEW
from okr_tui.ui.screens.make_ways import Ways
from okr_tui.ui.session import Session
from okr_tui.words.language import _
from okr_tui.words.templates import templates

_NEW, _OUT = "new-theme", "no-theme"
_AS = "as-"


class Shaping(Ways):
    """The actions by which drafts and pain points change their place or their shape."""

    # order and copies

    async def action_move_up(self) -> None:
        """One further up among its neighbours."""
        await self._reorder(-1)

    async def action_move_down(self) -> None:
        """One further down."""
        await self._reorder(1)

    async def _reorder(self, step: int) -> None:
        session, _content, _drawer = self._seen()
        pane, row, place = self._located()
        await self.bench.change(lambda _author: reorder(session.root, place, step=step))
        pane.go_to(row.key)

    async def action_duplicate(self) -> None:
        """A copy of the draft of the cursor, right below it."""
        session, _content, _drawer = self._seen()
        pane, _row, place = self._located()
        done = await self.bench.change(lambda author: duplicate(session.root, author, place))
        if done is not None:
            pane.go_to(done.act.id)

    # moving and converting

    async def action_move(self) -> None:
        """Asks where it goes, or what it becomes."""
        session, content, _drawer = self._seen()
        pane, row, place = self._located()
        answers = (*destinations(session.workspace, content, place), *conversions(place))
        if not answers:
            raise WrongUsage(_("There is no other place where it could stand."))
        await self._open(pane, row.key, Choice(_("Move it to"), answers, "move"))

    async def action_add_objective(self) -> None:
        """A new objective; from what is not done now, that is drafted after all."""
        row = self.pane_here.here if self.pane_here is self.sources_pane else None
        place = self.place_of(row.key) if row is not None and row.kind == "not-now" else None
        if place is None:
            await super().action_add_objective()
            return
        session, _content, _drawer = self._seen()
        done = await self.bench.change(lambda _author: into_draft(session.root, place))
        if done is not None and self.drafts_pane.go_to(done.act.id):
            self.drafts_pane.focus()

    async def action_template(self) -> None:
        """Offers shapes to begin an objective with, by what it is: change, innovate, build, correct."""
        session, _content, _drawer = self._seen()
        known, words = templates(session.workspace.settings.language), dict(change_words())
        answers = [(str(number), f"{words[each.change]}: {each.title}") for number, each in enumerate(known)]
        await self._open(self.drafts_pane, NEW, Choice(_("Begin with which shape?"), answers, "template"))

    # pain points

    async def action_group(self) -> None:
        """Asks into which theme a pain point belongs."""
        _session, _content, _drawer = self._seen()
        pane, row = self._row()
        if row.key not in self._pains:
            raise WrongUsage(_("Put the cursor on a pain point: G groups it with others."))
        inside = any(row.key in theme.of for theme in self._themes.values())
        answers = [(theme.id, theme.title) for theme in self._themes.values() if row.key not in theme.of]
        answers.append((_NEW, _("a new theme")))
        if inside:
            answers.append((_OUT, _("on its own again")))
        await self._open(pane, row.key, Choice(_("It belongs to"), answers, "group"))

    # business as usual

    async def action_figure(self) -> None:
        """Asks for the figure of a KPI of the team."""
        session, _content, drawer = self._seen()
        if session.me is None:
            raise WrongUsage(_("Nobody knows who you are here: start okr with --me ID; the ids stand in people.toml."))
        known = session.workspace.team_by_id[drawer.team].kpi
        if not known:
            raise WrongUsage(_("The team has no KPI yet: m makes one of a draft that only keeps what is good."))
        if len(known) == 1:
            await self._ask_figure(session, known[0].id)
            return
        answers = [(kpi.id, kpi.title) for kpi in known]
        row = self.pane_here.here
        await self._open(self.pane_here, row.key if row else "", Choice(_("Which figure?"), answers, "kpi"))

    async def _ask_figure(self, session: Session, identity: str) -> None:
        asked = kpi_asked(session, identity)
        row = self.pane_here.here
        await self._open(self.pane_here, row.key if row else "", CheckInForm(asked))

    async def on_check_in_form_saved(self, event: CheckInForm.Saved) -> None:
        """The figure stands in the journal."""
        event.stop()
        await self._close()

    async def on_check_in_form_kept(self, event: CheckInForm.Kept) -> None:
        """It was left; its words are kept."""
        event.stop()
        await self._close()

    # what was chosen

    async def _carry_out(
        self, session: Session, content: CycleContent, place: Located | None, event: Choice.Answered
    ) -> None:
        about, value = event.choice.about, event.value
        if about == "template":
            await self._begin_with(session, int(value))
        elif about == "kpi":
            await self._ask_figure(session, value)
        elif about == "group":
            await self._group(session, content, value)
        elif about == "move" and place is not None and value.startswith(_AS):
            await self._convert(session, place, value.removeprefix(_AS))
        else:
            await super()._carry_out(session, content, place, event)

    async def _begin_with(self, session: Session, number: int) -> None:
        chosen = templates(session.workspace.settings.language)[number]
        _session, _content, drawer = self._seen()
        await self._open(self.drafts_pane, NEW, new_objective(drawer, chosen.title, chosen.change))

    async def _group(self, session: Session, content: CycleContent, theme: str) -> None:
        _session, _content, drawer = self._seen()
        row = self.sources_pane.here
        if row is None or row.key not in self._pains:
            return
        if theme == _NEW:
            await self._open(self.sources_pane, row.key, new_theme(drawer, row.key))
            return
        to = None if theme == _OUT else theme

        def make(_author: Author) -> Act:
            return group(session.root, content.cycle.id, drawer.team, row.key, to)

        await self.bench.change(make)

    async def _convert(self, session: Session, place: Located, shape: str) -> None:
        if shape == "initiative" and isinstance(place.table, KeyResult):
            await self._way(session, place, "initiative")
        elif isinstance(place.table, KeyResult | Objective):
            await self.bench.change(lambda _author: into_kpi(session.root, place))
