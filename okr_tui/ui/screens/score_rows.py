"""The rows of Measure: every objective with its key results, their scores, grades and what was decided."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from okr_tui.domain.diagnosis import Band, band, success
from okr_tui.domain.progress import milestones_done
from okr_tui.domain.review import Decision, Grade, Review
from okr_tui.domain.rollup import ObjectiveStanding, TeamStanding
from okr_tui.domain.settings import Policy
from okr_tui.domain.standing import Standing
from okr_tui.ui.paint.bars import Bar
from okr_tui.ui.paint.columns import Column, place_columns
from okr_tui.ui.paint.lines import Cells, Line, Piece, Says, grid
from okr_tui.ui.paint.runs import Brush, Run, Runs, Words, align, bold, cells, dim, fit, gap, runs
from okr_tui.ui.text import single
from okr_tui.ui.text import width as width_of
from okr_tui.ui.widgets.rows import Row, blank
from okr_tui.words.language import _
from okr_tui.words.numbers import NOTHING, figure, from_to, number
from okr_tui.words.scores import ambition, grade, score, verdict
from okr_tui.words.statuses import lifecycle

BANDS: Mapping[Band, tuple[str, str]] = {
    "green": ("●", "on_track"),
    "yellow": ("◐", "at_risk"),
    "red": ("○", "off_track"),
}
"""Band → its glyph in the legend, and the role of its numbers."""
_LONGEST = {"landed": 10, "wanted": 18}


@dataclass(frozen=True)
class Scored:
    """A team's cycle with what its review says of it.

    Attributes:
        over: whether decisions are wanted: the cycle is in Measure or closed.
    """

    team: TeamStanding
    policy: Policy
    review: Review | None
    over: bool

    def grade(self, identity: str) -> Grade | None:
        """What somebody gave themselves: at the end, else at the middle."""
        found = [each for each in (self.review.grade if self.review else ()) if each.about == identity]
        return next((each for each in found if each.when == "end"), found[0] if found else None)

    def decision(self, identity: str) -> Decision | None:
        """What was decided on an objective: at the end, else at the middle while the cycle runs."""
        found = [each for each in (self.review.decision if self.review else ()) if each.about == identity]
        last = next((each for each in found if each.when == "end"), None)
        return last or (found[0] if found and not self.over else None)

    @property
    def judged(self) -> bool:
        """Whether somebody graded or decided anything, or something is given up."""
        said = self.review is not None and bool(self.review.grade or self.review.decision)
        return (
            said
            or any(not each.objective.live for each in self.team.objectives)
            or any(each.key_result.dropped is not None for each in self.team.key_results)
        )

    @property
    def undecided(self) -> int:
        """Objectives without a decision; 0 while the cycle runs."""
        return sum(self.decision(each.objective.id) is None for each in self.decidable) if self.over else 0

    @property
    def decidable(self) -> tuple[ObjectiveStanding, ...]:
        """Objectives that were pursued."""
        return tuple(each for each in self.team.objectives if each.objective.live)


@dataclass(frozen=True, slots=True)
class _AtRight:
    """Words at the right end of their cell."""

    words: Words

    def paint(self, room: int, brush: Brush) -> Runs:
        """The words."""
        del brush
        return align(runs(self.words), room, right=True)


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of the scores; one stands over the two columns of figure and target."""

    columns: tuple[Column, ...]

    def height(self, width: int) -> int:
        """One."""
        del width
        return 1

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The row."""
        del brush
        made: Runs = ()
        placed = place_columns(self.columns, width)
        for place, after in zip(placed, (*placed[1:], None), strict=True):
            title = _("landed of target") if place.column.key == "landed" else place.column.title
            room = place.width
            if place.column.key == "landed" and after is not None:
                room = after.at + after.width - place.at
                title = title if width_of(title) <= room else _("landed")
            if title and place.at >= cells(made):
                made += gap(place.at - cells(made)) + align((dim(title),), room, right=place.column.right)
        return (made,)


@dataclass(frozen=True, slots=True)
class _Named:
    """An objective and how it was meant; the title is cut before that is."""

    title: str
    meant: str

    def paint(self, room: int, brush: Brush) -> Runs:
        """The two."""
        del brush
        meant = runs(dim(f"   {self.meant}"))
        return fit(runs(bold(self.title)), max(room - cells(meant), 1)) + meant


def score_columns(scored: Scored) -> tuple[Column, ...]:
    """The grid, wide enough for the longest figure and target; names have the room of grades that nobody gave yet."""
    figures = [_landed(item) for item in scored.team.key_results]

    def longest(place: int, usual: int, key: str) -> tuple[int, int]:
        most = min(max([width_of(single(each[place])) for each in figures], default=0), _LONGEST[key])
        return max(most, usual), max(most, 3)

    judged: tuple[Column, ...] = (
        Column("self", 4, title=_("self"), right=True, gap=2),
        Column("reason", 12, title=_("reason"), gap=2),
    )
    if not scored.over and not scored.judged:
        judged = ()
    return (
        Column("name", 25, 20, title=_("key result"), grows=True, leads=True),
        Column("landed", *longest(0, 5, "landed"), right=True, gap=0, leads=True),
        Column("wanted", *longest(1, 10, "wanted"), gap=1),
        Column("bar", 10, 8, gap=1, leaves=2),
        Column("score", 5, title=_("score"), right=True, gap=1),
        *judged,
    )


def score_rows(columns: tuple[Column, ...], scored: Scored, folded: Collection[str]) -> list[Row]:
    """Every objective with its key results, unless it is folded."""
    rows: list[Row] = []
    for item in scored.team.objectives:
        rows += [blank()] if rows else []
        hidden = item.objective.id in folded
        rows.append(_objective(columns, scored, item, folded=hidden))
        if item.objective.live and not hidden:
            rows += [_key_result(columns, scored, each) for each in item.key_results]
    return rows


def _objective(columns: tuple[Column, ...], scored: Scored, item: ObjectiveStanding, *, folded: bool) -> Row:
    objective = item.objective
    decision = scored.decision(objective.id)
    if not objective.live:
        status = "dropped" if objective.dropped is not None else objective.status
        gone = grid(columns, spills="name", name=dim(objective.title), reason=_AtRight(dim(lifecycle(status))))
        return Row(objective.id, (gone,), kind="objective")
    mine = scored.grade(objective.id)
    pieces: dict[str, Piece] = {
        "name": _Named(objective.title, ambition(objective.ambition)),
        "score": coloured(item.score, item, scored.policy),
        "reason": _AtRight(_decided(scored, decision)),
    }
    if mine is not None and mine.self_ is not None:
        pieces["self"] = grade(mine.self_)
    lines: list[Line] = [Cells(columns, tuple(pieces.items()), "name")]
    if decision is not None and decision.reason:
        lines.append(Says(dim(decision.reason)))
    return Row(objective.id, tuple(lines), kind="objective", mark=dim("▸" if folded else "▾"))


def _decided(scored: Scored, decision: Decision | None) -> Run:
    if decision is not None:
        return dim(verdict(decision.verdict))
    return Run(_("! undecided"), "at_risk") if scored.over else Run("")


def coloured(value: float | None, item: ObjectiveStanding | Standing, policy: Policy) -> Run:
    """A score in the colour of its band; the number is the word."""
    if value is None:
        return dim(NOTHING)
    return bold(score(value), BANDS[band(value, item.objective.ambition, policy)][1])


def _key_result(columns: tuple[Column, ...], scored: Scored, item: Standing) -> Row:
    key_result, objective = item.key_result, item.objective
    landed, wanted = _landed(item)
    if key_result.dropped is not None:
        gone = grid(columns, name=dim(key_result.title), wanted=dim(wanted), reason=dim(lifecycle("dropped")))
        return Row(key_result.id, (gone,), kind="key-result")
    number_ = coloured(item.score, item, scored.policy)._replace(bold=False)
    pieces: dict[str, Piece] = {
        "name": key_result.title,
        "landed": landed,
        "wanted": dim(wanted),
        "bar": Bar(item.score, success(objective.ambition, scored.policy)),
        "score": number_,
    }
    mine = scored.grade(key_result.id)
    if mine is not None and mine.self_ is not None:
        pieces["self"] = grade(mine.self_)
    if mine is not None and mine.reason:
        pieces["reason"] = dim(mine.reason)
    elif scored.over and objective.ambition == "committed" and number_.role == BANDS["red"][1]:
        pieces["reason"] = dim(_("post-mortem?"))
    return Row(key_result.id, (Cells(columns, tuple(pieces.items())),), kind="key-result")


def _landed(item: Standing) -> tuple[str, str]:
    """Where a key result came to, and what was wanted, each in a few cells."""
    key_result = item.key_result
    match key_result.kind:
        case "milestones":
            done = len(milestones_done(key_result, item.entries, item.today))
            return number(done), _("of {target}").format(target=number(len(key_result.milestone)))
        case "yes-no":
            words = NOTHING if item.value is None else _("yes") if item.value >= 1 else _("no")
            return words, ""
        case "keep":
            return number(item.value), from_to(key_result)
        case "metric":
            target = key_result.target
            wanted = "" if target is None else _("of {target}").format(target=figure(target, key_result.unit))
            return number(item.value), wanted
