"""What stands beside the steps that look back: scores, decisions, actions, what was written down, the survey."""

from datetime import date

from msgspec import Struct

from okr_tui.domain.grades import Graded, team_graded
from okr_tui.domain.maturity import Answers, maturity
from okr_tui.domain.retro import boards
from okr_tui.domain.review import Action, Verdict, When
from okr_tui.ui.paint.bars import Bar
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.flow import Flows, Uncut
from okr_tui.ui.paint.lines import Cells, Line, Says, Tells, grid, headings
from okr_tui.ui.paint.runs import Brush, Run, Runs, bold, dim, key, runs
from okr_tui.ui.paint.spread import Answered
from okr_tui.ui.rituals.presenting import Presenting
from okr_tui.ui.screens.key_result_rows import short_name
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _
from okr_tui.words.maturity import points, statement
from okr_tui.words.retro import board as board_word
from okr_tui.words.retro import column as column_word
from okr_tui.words.scores import grade, score, verdict

_BANDS = {"green": "on_track", "yellow": "at_risk", "red": "off_track"}


def _when(showing: Presenting) -> When:
    return "mid" if showing.run.kind == "mid-cycle-review" else "end"


def score_view(showing: Presenting) -> list[Row]:
    """Every objective and key result with its score, the own grade and the word on it."""
    columns = (
        Column("name", 40, 24, title=_("key result"), grows=True, leads=True),
        Column("bar", 16, 8, title=_("progress"), leaves=1),
        Column("score", 6, title=_("score"), right=True),
        Column("self", 5, title=_("self"), right=True),
        Column("reason", 28, 12, title=_("reason"), leaves=2),
    )
    workspace = showing.session.workspace
    team = team_graded(workspace, showing.content, showing.run.team, showing.today, _when(showing))
    rows = [still(headings(columns)), *(Row(each.id, (Uncut(_scored(columns, each)),)) for each in team.every)]
    return rows if len(rows) > 1 else [still(Tells(_("Nothing is agreed yet, so there is nothing to score."), "dim"))]


def _scored(columns: tuple[Column, ...], each: Graded) -> Cells:
    number = Run(score(each.score), _BANDS.get(each.band or "", "dim"), bold=each.key_result is None)
    if each.key_result is None:
        own, reason = grade(each.own), dim(each.reason or "")
        if each.reason:
            return grid(columns, name=bold(each.objective.title), score=number, self=own, reason=reason)
        return grid(columns, name=bold(each.objective.title), score=number, self=own)
    return grid(
        columns, name=f"  {each.key_result.title}", bar=Bar(each.score), score=number, self=grade(each.own),
        reason=dim(each.reason or ""),
    )  # fmt: skip


def verdict_rows(showing: Presenting) -> list[Row]:
    """Every objective with what was decided on it; a decision that is written down here says its verdict first."""
    team = team_graded(showing.session.workspace, showing.content, showing.run.team, showing.today, _when(showing))
    rows: list[Row] = []
    for each in team.objectives:
        said = each.itself.decision
        right = bold(verdict(said.verdict)) if said is not None else Run(_("! undecided"), "at_risk")
        progress = Run(score(each.itself.score), _BANDS.get(each.itself.band or "", "dim"))
        lines: list[Line] = [Flows(runs(each.itself.objective.title, dim("   "), progress), right, leads=True)]
        if said is not None and said.reason:
            lines.append(Tells(said.reason, "dim", indent=2))
        rows += [Row(each.itself.id, tuple(lines), kind="objective"), blank()]
    if not rows:
        return [still(Tells(_("No objective is agreed, so there is nothing to decide."), "dim"))]
    words = ", ".join(f"“{verdict(each)}: …”" for each in verdicts(showing))
    return [
        *rows,
        still(
            Tells(_("A decision on the objective of the cursor begins with one of: {words}").format(words=words), "dim")
        ),
    ]


def verdicts(showing: Presenting) -> tuple[Verdict, ...]:
    """What can be decided in this ritual."""
    from okr_tui.actions.deciding import VERDICTS

    return VERDICTS[_when(showing)]


def action_rows(showing: Presenting) -> list[Row]:
    """What somebody is to do, this cycle's and what the last retrospective left open; done ones at the end."""
    found: dict[str, Action] = {}
    for content in showing.session.workspace.cycles.values():
        review = content.reviews.get(showing.run.team)
        for each in review.action if review else ():
            if content is showing.content or not each.done:
                found[each.id] = each
    rows = [section(_("ACTIONS"), len(found) or "")]
    rows += [
        _action(showing, each)
        for each in sorted(found.values(), key=lambda each: (bool(each.done), each.due or date.max))
    ]
    if not found:
        rows.append(
            still(
                Tells(_("No action yet: ↵, then tab until it says action. “Noa: call Care, by Friday” works."), "dim")
            )
        )
    return rows


def _action(showing: Presenting, each: Action) -> Row:
    who = short_name(showing.session.workspace, each.owner)
    late = each.due is not None and each.due < showing.today and not each.done
    due = _("by {day}").format(day=weekday_day(each.due, showing.today)) if each.due else ""
    glyph = Run("✓  ", "reached") if each.done else Run("☐  ")
    right = runs(dim(f"{who}   " if who else ""), Run(due, "off_track" if late else "dim"))
    words = Run(each.text, "dim" if each.done else "text")
    return Row(each.id, (Flows(words, right, first=glyph, leads=True),))


def note_rows(showing: Presenting) -> list[Row]:
    """The boards of the retrospective, the method's first."""
    rows: list[Row] = []
    for each in reversed(boards(showing.session.workspace, showing.content, showing.run.team)):
        rows += [*([blank()] if rows else []), section(board_word(each.board).upper(), len(each.notes) or "")]
        for column in each.columns:
            rows.append(still(Says(runs(dim(column_word(column.code))))))
            rows += [
                Row(
                    note.note.id,
                    (
                        Flows(
                            note.note.text,
                            dim(
                                f"+{len(note.backers)}"
                                if note.backers
                                else short_name(showing.session.workspace, note.person)
                            ),
                            first=dim("·  "),
                            indent=2,
                            leads=True,
                        ),
                    ),
                )
                for note in column.notes
            ]
    return rows


def survey_rows(showing: Presenting) -> list[Row]:
    """The result of the survey where there is one, else how to take part."""
    found = maturity(showing.content.reviews.get(showing.run.team))
    if found is None:
        return [
            still(
                Tells(
                    _("v opens the survey; each then answers alone with “okr join” in a terminal of this machine."),
                    first=key("v"),
                )
            ),
            blank(),
            still(Tells(_("Nothing is shown before four people have answered."), "dim")),
        ]
    columns = (Column("name", 60, 24, grows=True, leads=True), Column("bar", 24, 10), Column("mean", 5, right=True))
    return [
        Row(
            each,
            (Uncut(grid(columns, name=statement(each), bar=_Mean(answers), mean=bold(points(answers.mean)))),),
        )
        for each, answers in found.statements.items()
    ]


class _Mean(Struct, frozen=True):
    """The bar of an answer from 1 to 5 on one row."""

    answers: Answers

    def paint(self, width: int, brush: Brush) -> Runs:
        """The bar alone."""
        return Answered(self.answers.mean, self.answers.low, self.answers.high).paint(width, brush)[0]
