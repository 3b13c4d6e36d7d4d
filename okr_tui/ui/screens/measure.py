"""Measure: what was reached, graded and decided, what it says, and how well the team lives the method."""

from collections.abc import Sequence
from datetime import timedelta

from textual.app import ComposeResult

from okr_tui.domain.cycle import Cycle
from okr_tui.domain.workspace import CycleContent
from okr_tui.ui.commands import GO
from okr_tui.ui.paint.lines import Line, Rule, Says, Tells
from okr_tui.ui.paint.runs import Run, bold, dim, key, runs
from okr_tui.ui.screens.in_place import FormPlace
from okr_tui.ui.screens.measure_panel import panel_rows
from okr_tui.ui.screens.review_rows import review_rows
from okr_tui.ui.screens.score_rows import BANDS, Headings, Scored, score_columns, score_rows
from okr_tui.ui.screens.unreadable import unreadable_rows
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.row_messages import Selected, Turned
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.dates import day
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import percent
from okr_tui.words.scores import bands, score

_GREEN = BANDS["green"]


class Measure(FormPlace):
    """The scores of the team looked at in the cycle looked at, and what the review says of them."""

    place = "measure"
    panel_width = 36

    def __init__(self) -> None:
        super().__init__()
        self._folded: set[str] = set()

    def body(self) -> ComposeResult:
        """One list."""
        yield RowPane(id="scores")

    @property
    def pane(self) -> RowPane:
        """The scores and what stands below them."""
        return self.query_one("#scores", RowPane)

    def refresh_from(self, session: Session) -> None:
        """Says everything anew."""
        self._say(session)
        self.ask_anew()

    def _say(self, session: Session) -> None:
        scored = scored_of(session)
        content = session.content
        missing = self._missing(session)
        missing += [blank()] if missing else []
        if scored is None or content is None or not scored.team.objectives:
            self.pane.set_rows(missing or _empty(session))
            return
        columns = score_columns(scored)
        self.pane.set_rows([
            still(_head(session, content.cycle, scored)),
            blank(),
            *missing,
            still(Headings(columns)),
            still(Rule()),
            *score_rows(columns, scored, self._folded),
            blank(),
            still(_legend(scored)),
            *review_rows(session, content, scored.team),
        ])  # fmt: skip

    def _missing(self, session: Session) -> list[Row]:
        """What can't be told because the team's plan or review can't be read."""
        if session.cycle is None or session.team is None:
            return []
        return list(unreadable_rows(self, session, {session.cycle}, {"plan", "review"}, team=session.team))

    def panel(self) -> Sequence[Row]:
        """Maturity, and the next steps."""
        if self.session is None:
            return ()
        return panel_rows(
            self.session,
            {name for command in self.frame.commands if command.id != GO + self.place for name in command.keys},
        )

    # folding, going, explaining

    def on_row_pane_turned(self, event: Turned) -> None:
        """← folds an objective, or goes up to it; → unfolds it."""
        row = event.row
        if row is None or event.pane is not self.pane:
            return
        if row.kind == "objective":
            self._fold(row.key, fold=event.to == "left")
        elif row.kind == "key-result" and event.to == "left":
            self.pane.go_to(self.under_cursor().objective.id)  # type: ignore[union-attr]

    def _fold(self, objective: str, *, fold: bool) -> None:
        if fold is not (objective in self._folded):
            self._folded ^= {objective}
            self._say(self.moment)

    def action_fold_branch(self) -> None:
        """Folds or unfolds the objective of the cursor."""
        row = self.pane.here
        if row is not None and row.kind == "objective":
            self._fold(row.key, fold=row.key not in self._folded)

    async def on_row_pane_selected(self, event: Selected) -> None:
        """A key result opens with its check-ins; an objective folds."""
        from okr_tui.ui.screens.detail import open_detail

        if event.row.kind == "key-result":
            await open_detail(self, event.row.key)
        elif event.row.kind == "objective":
            self.action_fold_branch()

    async def action_check_in(self) -> None:
        """Opens the check-in on the key result of the cursor: figures that come late count, too."""
        row = self.pane.here
        await self.check_in_on(row.key if row is not None else None, row.key if row is not None else "")

    def action_why(self) -> None:
        """Says how a score came about, or the diagnosis."""
        from okr_tui.ui.modals.why import Why
        from okr_tui.ui.screens.score_why import why_score

        self.app.push_screen(Why(*why_score(self.moment, scored_of(self.moment), self.pane.here)))


def scored_of(session: Session) -> Scored | None:
    """The team looked at in the cycle looked at; None without either."""
    content, team = session.content, session.team_standing()
    if content is None or team is None:
        return None
    over = content.cycle.phase in {"measure", "closed"}
    return Scored(team, session.workspace.settings.policy, content.reviews.get(team.team), over)


def _head(session: Session, cycle: Cycle, scored: Scored) -> Line:
    """How final the scores are, the team's score, its rhythm, and the decisions that wait."""
    team = scored.team
    right: list[Run | str] = []
    if scored.undecided:
        n = len(scored.decidable)
        words = ngettext("{open} of {n} decision open", "{open} of {n} decisions open", n)
        right += [Run(words.format(open=scored.undecided, n=n), "at_risk"), "   "]
    right += [dim(_("team ")), bold(score(team.score)), dim(_("   rhythm ")), bold(percent(team.rhythm))]
    return Says(_finality(session, cycle), runs(*right))


def _finality(session: Session, cycle: Cycle) -> tuple[Run, ...]:
    last = cycle.end + timedelta(days=session.workspace.settings.policy.scores_open_days)
    on = day(last, session.today)
    if cycle.closed:
        return runs(bold(_("Scores")))
    if cycle.phase == "measure" and session.today <= last:
        return runs(bold(_("Scores")), dim(_(", open until {day}").format(day=on)))
    if cycle.phase == "measure":
        return runs(bold(_("Scores")), dim(_(", not closed yet")))
    return runs(bold(_("Scores so far")), dim(_("; final after {day}").format(day=on)))


def _legend(scored: Scored) -> Line:
    """What the colours mean."""
    parts: list[Run] = []
    for (glyph, role), words in zip(BANDS.values(), bands(scored.policy), strict=True):
        before, green, after = words.partition(_GREEN[0])  # what is said of committed ones names the green sign itself
        parts += runs("   " if parts else "", Run(glyph, role), dim(f" {before}"), Run(green, _GREEN[1]), dim(after))
    return Says(tuple(parts))


def _empty(session: Session) -> list[Row]:
    """What Measure is for, where there is nothing to score."""
    title = still(Tells(_("Here stands what was reached, what it was worth, and what is carried on."), bold=True))
    content: CycleContent | None = session.content
    if content is None:
        return [title, blank(), still(Tells(_("The first cycle is a folder in cycles/ with its cycle.toml."), "dim"))]
    name = session.workspace.name_of(session.team)
    if not name:
        return [title, blank(), still(Tells(_("Choose a team."), "dim", indent=3, first=key("t")))]
    words = _("{team} has no objective in {cycle}, so there is nothing to score. Draft one,")
    return [
        title,
        blank(),
        still(Tells(words.format(team=name, cycle=content.cycle.name), "dim", indent=3, first=key("1"))),
        still(Tells(_("or look at another team or cycle."), "dim", indent=3, first=key("t"))),
    ]
