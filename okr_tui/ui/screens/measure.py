"""Measure (4): what was reached, graded, decided and learned, what it says, and how well the team lives the method."""

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult

from okr_tui.ui.paint.lines import Tells
from okr_tui.ui.paint.runs import Runs, bold, dim, key, runs
from okr_tui.ui.screens.across_rows import across_rows
from okr_tui.ui.screens.decision_rows import decision_rows
from okr_tui.ui.screens.maturity_rows import maturity_rows
from okr_tui.ui.screens.measure_ending import MeasureEnding
from okr_tui.ui.screens.measure_panel import panel_rows
from okr_tui.ui.screens.review_rows import review_rows
from okr_tui.ui.screens.score_rows import HIDDEN, score_part
from okr_tui.ui.screens.scored import Scored, scored_of
from okr_tui.ui.screens.unreadable import unreadable_rows
from okr_tui.ui.screens.wins_rows import wins_rows
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.holders import Beside
from okr_tui.ui.widgets.measure_head import MeasureHead
from okr_tui.ui.widgets.row_messages import Selected, Turned
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.language import _
from okr_tui.words.numbers import percent
from okr_tui.words.scores import score


class Measure(MeasureEnding):
    """The review of the team looked at in the cycle looked at, part by part."""

    place = "measure"
    panel_width = 36
    DEFAULT_CSS = """
    Measure #boards { display: none; }
    Measure.-retro #scores { display: none; }
    Measure.-retro #boards { display: block; height: 1fr; }
    """

    def body(self) -> ComposeResult:
        """The parts' names, one list, and the two boards."""
        yield MeasureHead()
        yield RowPane(id="scores")
        with Beside(id="boards"):
            yield RowPane(id="performance")
            yield RowPane(edge=0, id="method")

    # what is shown

    def refresh_from(self, session: Session) -> None:
        """Says everything anew."""
        self.show_part(session)
        self.ask_anew()

    def show_part(self, session: Session) -> None:
        """Says what the part looked at says."""
        scored = scored_of(session)
        missing = self._missing(session)
        missing += [blank()] if missing else []
        self.query_one(MeasureHead).show(part_names(), PARTS.index(self.part), self._says(session, scored))
        empty = scored is None or not scored.team.objectives
        self.set_class(self.part == "retro" and not empty, "-retro")
        if scored is None or empty:
            self.scores_pane.set_rows(missing or _empty(session))
            return
        if self.part == "retro":
            self.show_boards(session)
            return
        rows: Sequence[Row] = _ROWS[self.part](self, session, scored)
        self.scores_pane.set_rows([*missing, *rows])

    def _says(self, session: Session, scored: Scored | None) -> tuple[Runs, ...]:
        """What stands at the right end of the parts' names, as long as there is room and shorter."""
        if scored is None or session.content is None:
            return ()
        if self.part == "retro":
            return (runs(dim(self.retro_said(session))),)
        number = HIDDEN if scored.hides_team else score(scored.graded.score)
        team = runs(dim(_("team ") if scored.over else _("so far ")), bold(number))
        rhythm = runs(dim(_("rhythm ")), bold(percent(scored.team.rhythm)))
        return (runs(team, "   ", rhythm), runs(team, "  ", rhythm), team)

    def _missing(self, session: Session) -> list[Row]:
        """What can't be told because the team's plan or review can't be read."""
        if session.cycle is None or session.team is None:
            return []
        return list(unreadable_rows(self, session, {session.cycle}, {"plan", "review"}, team=session.team))

    def on_resize(self) -> None:
        """What fits into the panel depends on the size."""
        if self.session is not None:
            self.call_after_refresh(self.repaint_panel)

    def panel(self) -> Sequence[Row]:
        """Maturity, and the next steps."""
        if self.session is None or self.part in _WIDE:
            return ()
        return panel_rows(self.session, self.keys_here, self.panel_room)

    # getting about

    def go_to_part(self, part: str) -> None:
        """Looks at another part; the cursor of the one left stays where it was."""
        here = self.scores_pane.here
        if here is not None:
            self._left_at[self.part] = here.key
        self.part = part
        if self.session is None:
            return
        had_focus = self.has_focus_within
        self.show_part(self.session)
        if not self.scores_pane.go_to(self._left_at.get(part, "")):
            self.scores_pane.scroll_home(animate=False)
        if had_focus:
            self.pane.focus(scroll_visible=False)
        self.repaint_panel()
        self.frame.refresh_frame()

    def action_next_part(self) -> None:
        """The next part, round at the end."""
        self.go_to_part(PARTS[(PARTS.index(self.part) + 1) % len(PARTS)])

    def action_retro(self) -> None:
        """The boards of the retrospective; from there back to the scores."""
        self.go_to_part("scores" if self.part == "retro" else "retro")

    def action_part_before(self) -> None:
        """The part before."""
        self.go_to_part(PARTS[PARTS.index(self.part) - 1])

    def on_click(self, event: events.Click) -> None:
        """A click on the name of a part looks at it."""
        head = self.query_one(MeasureHead)
        if event.widget is head and event.y == 0:
            found = head.part_at(event.x)
            if found is not None:
                self.go_to_part(PARTS[found])

    def on_row_pane_turned(self, event: Turned) -> None:
        """← folds an objective, or goes up to it; → unfolds it."""
        row = event.row
        if event.pane in {self.left, self.right}:
            (self.left if event.to == "left" else self.right).focus()
            return
        if row is None or event.pane is not self.scores_pane or self.part != "scores":
            return
        if row.kind == "objective":
            self._fold(row.key, fold=event.to == "left")
        elif row.kind == "key-result" and event.to == "left":
            self.scores_pane.go_to(self.under_cursor().objective.id)  # type: ignore[union-attr]

    def _fold(self, objective: str, *, fold: bool) -> None:
        if fold is not (objective in self.folded):
            self.folded ^= {objective}
            self.show_part(self.moment)

    def action_fold_branch(self) -> None:
        """Folds or unfolds the objective of the cursor."""
        row = self.scores_pane.here
        if row is not None and row.kind == "objective" and self.part == "scores":
            self._fold(row.key, fold=row.key not in self.folded)

    async def on_row_pane_selected(self, event: Selected) -> None:
        """Enter does what the row asks for."""
        await self.chosen(event.row)

    def action_why(self) -> None:
        """Says how a score came about, or the diagnosis."""
        from okr_tui.ui.modals.why import Why
        from okr_tui.ui.screens.score_why import why_score

        self.app.push_screen(Why(*why_score(self.moment, scored_of(self.moment), self.pane.here)))


def _scores(place: Measure, session: Session, scored: Scored) -> list[Row]:
    content = session.content
    below = review_rows(session, content, scored) if content is not None else ()
    return [*score_part(scored, place.folded), *below]


def _decisions(place: Measure, session: Session, scored: Scored) -> list[Row]:
    del place
    return list(decision_rows(session, scored))


def _wins(place: Measure, session: Session, scored: Scored) -> list[Row]:
    del place
    return list(wins_rows(session, scored))


def _maturity(place: Measure, session: Session, scored: Scored) -> list[Row]:
    del place
    return list(maturity_rows(session, scored.team.team))


def _history(place: Measure, session: Session, scored: Scored) -> list[Row]:
    return list(across_rows(session, place.past(session), scored.policy, everybody=place.everybody))


_ROWS: dict[str, Callable[[Measure, Session, Scored], list[Row]]] = {
    "scores": _scores, "decisions": _decisions, "wins": _wins, "maturity": _maturity,
    "history": _history,
}  # fmt: skip
PARTS = ("scores", "decisions", "retro", "wins", "maturity", "history")
"""The parts, in the order of their names."""
_WIDE = frozenset({"retro", "maturity", "history"})
"""Parts that need the room of the panel."""


def part_names() -> tuple[str, ...]:
    """What the parts are called."""
    words = {
        "scores": _("Scores"), "decisions": _("decisions"), "retro": _("retro"), "wins": _("wins"),
        "maturity": _("maturity"), "history": _("history"),
    }  # fmt: skip
    return tuple(words[part] for part in PARTS)


def _empty(session: Session) -> list[Row]:
    """What Measure is for, where there is nothing to score."""
    title = still(Tells(_("Here stands what was reached, what it was worth, and what is carried on."), bold=True))
    content = session.content
    if content is None:
        return [title, blank(), still(Tells(_("The first cycle is a folder in cycles/ with its cycle.toml."), "dim"))]
    name = session.workspace.name_of(session.team)
    if not name:
        return [title, blank(), still(Tells(_("Choose a team."), "dim", indent=3, first=key("t")))]
    words = _("{team} has no objective in {cycle}, so there is nothing to score.")
    return [
        title,
        still(Tells(words.format(team=name, cycle=content.cycle.name))),
        blank(),
        still(Tells(_("Draft a first objective, in Make"), "dim", indent=3, first=key("1"))),
        still(Tells(_("Look at another team or cycle"), "dim", indent=3, first=key("t"))),
        still(Tells(_("Thank somebody: that needs no score"), "dim", indent=3, first=key("k"))),
    ]
