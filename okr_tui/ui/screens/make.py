"""Make: what hurts at the left, the team's drafts in the middle, what they do not say yet at the right."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult

from okr_tui.domain.guide import Step, next_steps
from okr_tui.domain.making import being_made
from okr_tui.domain.review import Decision
from okr_tui.domain.workspace import CycleContent
from okr_tui.ui.forms.choice import Choice
from okr_tui.ui.forms.draft_form import DraftForm
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.keymap import shown_key
from okr_tui.ui.paint.lines import Tells
from okr_tui.ui.paint.runs import key
from okr_tui.ui.place import Hint
from okr_tui.ui.screens.make_closed import closed_titles
from okr_tui.ui.screens.make_drafts import draft_rows
from okr_tui.ui.screens.make_panel import About, Asked, panel_rows
from okr_tui.ui.screens.make_shaping import Shaping
from okr_tui.ui.screens.make_sources import sources
from okr_tui.ui.screens.unreadable import unreadable_rows
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.holders import Beside
from okr_tui.ui.widgets.row_messages import Turned
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, still
from okr_tui.words.guide import line
from okr_tui.words.language import _

_ROOMY = 140
"""Columns of the terminal from which pain points have more room."""
_PANEL, _TIGHT = 100, 118
"""Columns between which there is a panel already, and little room beside it."""


class Make(Shaping):
    """The place where a team drafts."""

    place = "make"
    panel_width = 34
    DEFAULT_CSS = """
    Make #make { width: 1fr; height: 1fr; }
    Make #sources { width: 30; }
    Make.-tight #sources { width: 27; }
    Make.-roomy #sources { width: 40; }
    Make.-narrow #sources { display: none; }
    Make.-narrow.-folded #sources { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._other = False
        self._decisions: dict[str, Decision] = {}
        self._advised: tuple[tuple[int, str, str | None], tuple[Step, ...]] | None = None

    def body(self) -> ComposeResult:
        """Two lists side by side; the drafts come first for the keys."""
        with Beside(id="make"):
            yield RowPane(id="sources", followed=self.follow_cursor)
            yield RowPane(edge=1, id="drafts", followed=self.follow_cursor)

    def enter(self) -> None:
        """The keys go to the drafts, unless they were elsewhere when the place was left."""
        if self._last_focus is None:
            self._last_focus = self.drafts_pane
        super().enter()

    def on_resize(self, event: events.Resize) -> None:
        """Pain points take more room where there is some, and make room for the panel where there is little."""
        self.set_class(event.size.width >= _ROOMY, "-roomy")
        self.set_class(_PANEL <= event.size.width < _TIGHT, "-tight")
        self.set_class(event.size.width < _PANEL, "-narrow")

    # which cycle

    @property
    def content(self) -> CycleContent | None:
        """The cycle looked at: the one being made, unless another one was chosen."""
        session = self.session
        if session is None:
            return None
        made, chosen = being_made(session.workspace, session.today), session.content
        if made is None or chosen is None:
            return chosen or made
        elsewhere = chosen is not session.workspace.default_cycle(session.today)
        return chosen if elsewhere is not self._other else made

    @property
    def other(self) -> str:
        """The name of the cycle that `y` leads to; "" where there is none."""
        session, content = self.session, self.content
        made = being_made(session.workspace, session.today) if session is not None else None
        chosen = session.content if session is not None else None
        pair = [each for each in (made, chosen) if each is not None and each is not content]
        return pair[0].cycle.name if pair and chosen is not None else ""

    def action_other_cycle(self) -> None:
        """Between the cycle being made and the one that runs."""
        before = self.content
        self._other = not self._other
        if self.session is not None:
            self.refresh_from(self.session)
            self.repaint_panel()
        now = self.content
        if now is before or now is None:
            self.say(_("There is no other cycle being made; t chooses any."))
        else:
            self.say(_("Now looking at {cycle}.").format(cycle=now.cycle.name))

    # what is shown

    def refresh_from(self, session: Session) -> None:
        """Builds both lists anew."""
        content, team = self.content, session.team
        chosen = session.content
        elsewhere = content is not None and content is not chosen
        self.title = _("drafting {cycle}").format(cycle=content.cycle.name) if elsewhere and content else ""
        if content is None or team is None:
            self.drafts_pane.set_rows(_nothing(session, content))
            self.sources_pane.set_rows([])
            return
        titles = closed_titles(session, content, team)
        rows, self._pains, self._themes, self._decisions = sources(session.workspace, content, team, titles)
        self._titles = titles
        self.sources_pane.set_rows(rows)
        missing = list(unreadable_rows(self, session, {content.cycle.id}, {"plan"}, team=team))
        self.drafts_pane.set_rows(draft_rows(session.workspace, content, team, self.other, missing))

    def panel(self) -> Sequence[Row]:
        """What the row of the cursor does not say yet, business as usual, next steps."""
        session, content = self.session, self.content
        if session is None or content is None or session.team is None:
            return ()
        row, form = self.pane_here.here, self.open_form
        if isinstance(form, DraftForm):
            asked = Asked(session, content, session.team, seen=form.seen, typed=form.words)
        else:
            seen = self.coached(row.key) if row is not None else None
            asked = Asked(session, content, session.team, self._about(), seen)
        return panel_rows(asked, self._next_steps(session, content), self.keys_here)

    def _next_steps(self, session: Session, content: CycleContent) -> tuple[Step, ...]:
        """The guide for the cycle being made; worked out once a snapshot, not at every move of the cursor."""
        asked = (session.revision, content.cycle.id, session.team)
        if self._advised is None or self._advised[0] != asked:
            steps = next_steps(session.workspace, session.me, session.team, content, session.today)
            self._advised = asked, steps
        return self._advised[1]

    def footer(self) -> Sequence[Hint] | None:
        """The keys of an open form, while one is open."""
        form = self.open_form
        if isinstance(form, TableForm):
            last = Hint("esc", _("drafts are kept")) if form.keeps else Hint("esc", _("leaves"))
            ways = (Hint("^t", _("ways on")),) if isinstance(form, DraftForm) else ()
            return (Hint("enter", _("save")), Hint("tab", _("next field")), *ways, Hint("^l", _("begin anew")), last)
        if isinstance(form, Choice):
            return form.hints
        return None

    def _about(self) -> About:
        """What the cursor is on."""
        row = self.pane_here.here
        if row is None:
            return None
        if self.pane_here is self.sources_pane and row.key in self._pains:
            return self._pains[row.key]
        if self.pane_here is self.sources_pane and row.key in self._themes:
            return self._themes[row.key]
        if self.pane_here is self.sources_pane and row.kind == "carried":
            return self._decisions.get(row.key)
        place = self.place_of(row.key)
        return place.table if place is not None else None  # type: ignore[return-value]

    # where the cursor is

    def on_row_pane_turned(self, event: Turned) -> None:
        """Left and right go from list to list."""
        event.stop()
        target = self.sources_pane if event.to == "left" else self.drafts_pane
        if event.pane is not target:
            target.focus()

    def on_draft_form_judged(self, event: DraftForm.Judged) -> None:
        """The panel says in full what the coach found."""
        event.stop()
        self.repaint_panel()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The panel speaks of the list that has the keys."""
        if event.widget in {self.drafts_pane, self.sources_pane}:
            self.note_pane(event.widget)
            self.repaint_panel()


def _nothing(session: Session, content: CycleContent | None) -> list[Row]:
    """What stands here where there is no cycle or no team."""
    if content is None:
        steps = next_steps(session.workspace, session.me, session.team, None, session.today)
        return [still(Tells(line(step), indent=3, first=key(shown_key(step.key)))) for step in steps]
    said = _("There is no team yet: each one stands in teams.toml; okr add team adds one.")
    return [still(Tells(said, "dim"))]
