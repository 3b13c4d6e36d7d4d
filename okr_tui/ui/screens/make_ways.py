"""The coach's ways on, in the list of drafts and in their forms: what a draft becomes, or why it stays as it is."""

from typing import NamedTuple

from okr_tui.actions.act import Act, Author
from okr_tui.actions.drafting import add_inside
from okr_tui.actions.leaving import leave_finding
from okr_tui.actions.setup import add_kpi
from okr_tui.actions.shaping import into_initiative, into_kpi
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.plan import KeyResult, Objective
from okr_tui.domain.workspace import CycleContent, Located
from okr_tui.ui.coaching import Coached, coached_table
from okr_tui.ui.forms.adding import new_key_result
from okr_tui.ui.forms.changing import edit_form, leave_form
from okr_tui.ui.forms.choice import Choice
from okr_tui.ui.forms.draft_form import DraftForm
from okr_tui.ui.forms.key_result import key_result_values
from okr_tui.ui.screens.make_asking import helped
from okr_tui.ui.screens.make_doing import Doing
from okr_tui.ui.session import Session
from okr_tui.words.coach import question, remedy
from okr_tui.words.language import _

_IN_THE_FORM = frozenset({"figures", "keep", "change", "why", "shorten", "split"})
"""Ways on that lead into the form of the draft."""


class _Becoming(NamedTuple):
    """A draft of which an initiative is made, until it is said of which key result.

    Attributes:
        about: its id; None for one that was never saved.
        words: its title as typed.
        form: by what name its words are kept.
    """

    about: str | None
    words: str
    form: str


class Ways(Doing):
    """What a place that drafts does with the coach's ways on."""

    def __init__(self) -> None:
        super().__init__()
        self._becoming: _Becoming | None = None

    def coached(self, identity: str) -> Coached | None:
        """What the coach says about a draft; None for what it has nothing to say about."""
        place, session, content = self.place_of(identity), self.session, self.content
        if place is None or session is None or content is None or not isinstance(place.table, Objective | KeyResult):
            return None
        if place.table.dropped is not None:
            return None
        return coached_table(session.workspace, content.plans.get(place.team), place.table, place.objective)

    async def action_ways_on(self) -> None:
        """Asks what becomes of the draft of the cursor; where there is nothing to ask, the keys go to the next list."""
        row = self.pane_here.here
        seen = self.coached(row.key) if row is not None else None
        if row is None or seen is None or not seen.remedies:
            self.screen.focus_next()
            return
        language = seen.draft.lang
        answers = [(each, remedy(each, language)) for each in seen.remedies]
        await self._open(self.pane_here, row.key, Choice(question(seen.findings[0], language), answers, "way"))

    async def on_draft_form_chosen(self, event: DraftForm.Chosen) -> None:
        """A draft that is being typed becomes something else."""
        event.stop()
        await self._tried(lambda: self._become(event.form, event.remedy))

    async def _become(self, form: DraftForm, way: str) -> None:
        if not form.words.strip():
            raise WrongUsage(_("It needs a title."))
        place = self.place_of(form.about) if form.about is not None else None
        if way == "kpi":
            if await self._changed_into_kpi(form, place):
                form.forget()
                await self._close()
        elif way == "figures" and place is not None:
            await self._measured(place)
        elif way == "initiative":
            await self._ask_which(_Becoming(form.about, form.words.strip(), form.draft))

    async def _changed_into_kpi(self, form: DraftForm, place: Located | None) -> bool:
        session, _content, drawer = self._seen()
        words = form.words.strip()
        band = {key: form.typed[key] for key in ("low", "high", "unit") if form.typed.get(key)}
        values = key_result_values(session.workspace, band)

        def make(author: Author) -> Act:
            if place is not None:
                return into_kpi(session.root, place, title=words)
            return add_kpi(session.root, author, drawer.team, words, **values)

        return await self.bench.change(make) is not None

    async def _ask_which(self, becoming: _Becoming) -> None:
        session, content, drawer = self._seen()
        answers = helped(session.workspace, content, drawer.team, becoming.about)
        if not answers:
            raise WrongUsage(
                _("There is no other key result that it could help: write down first what it should change.")
            )
        row = self.drafts_pane.here
        self._becoming = becoming
        key = row.key if row is not None else ""
        await self._open(self.drafts_pane, key, Choice(_("It helps which key result?"), answers, "initiative"))

    async def _carry_out(
        self, session: Session, content: CycleContent, place: Located | None, event: Choice.Answered
    ) -> None:
        match event.choice.about:
            case "way" if place is not None:
                await self._way(session, place, event.value)
            case "initiative":
                await self._made_initiative(session, content, event.value)
            case _:
                await super()._carry_out(session, content, place, event)

    async def _way(self, session: Session, place: Located, way: str) -> None:
        """Carries a way on out on what stands in the plan."""
        identity = place.table.id  # type: ignore[attr-defined]
        seen = self.coached(identity)
        if way == "figures" and place.kind == "objective":
            await self._measured(place)
        elif way in _IN_THE_FORM:
            form = edit_form(session, place, coached=True)
            await self._open(self.drafts_pane, identity, form)
            if isinstance(form, DraftForm):
                form.turn(way)
        elif way == "initiative":
            await self._ask_which(_Becoming(identity, place.title, ""))
        elif way == "kpi":
            await self.bench.change(lambda _author: into_kpi(session.root, place))
        elif way == "leave" and seen is not None and (finding := seen.for_remedy("leave")) is not None:
            await self._open(self.drafts_pane, identity, leave_form(session, place, finding.code))

    async def _measured(self, objective: Located) -> None:
        """The measure that an objective holds gets a key result of its own."""
        _session, _content, drawer = self._seen()
        identity = objective.table.id  # type: ignore[attr-defined]
        await self._open(self.drafts_pane, identity, new_key_result(drawer, identity, objective.title))

    async def _made_initiative(self, session: Session, content: CycleContent, to: str) -> None:
        becoming, self._becoming = self._becoming, None
        goal = content.located.get(to)
        if becoming is None or goal is None:
            raise WrongUsage(_("This is no longer there; somebody has moved or removed it."))
        place = content.located.get(becoming.about) if becoming.about is not None else None

        def make(author: Author) -> Act:
            if place is not None:
                return into_initiative(session.root, place, goal, title=becoming.words)
            return add_inside(session.root, author, goal, "initiative", becoming.words)

        done = await self.bench.change(make)
        if done is not None:
            if becoming.form in self.bench.drafts:
                del self.bench.drafts[becoming.form]
            self.drafts_pane.go_to(done.act.id)

    async def leave_what_was_left(self, form: DraftForm, identity: str) -> None:
        """Writes down what the person left as it is while typing, now that the draft has an id and its wording."""
        place, session = self.place_of(identity), self.session
        if place is None or session is None:
            return
        for code in sorted(form.left):
            await self._left_one(session, place, code)

    async def _left_one(self, session: Session, place: Located, code: str) -> None:
        await self.bench.change(lambda author: leave_finding(session.root, author, place, code))
