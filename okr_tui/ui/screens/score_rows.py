"""The rows of Measure: every objective with its key results, their scores, grades and what was decided."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from okr_tui.domain.diagnosis import Band, success
from okr_tui.domain.grades import Graded
from okr_tui.domain.progress import milestones_done
from okr_tui.domain.rollup import ObjectiveStanding
from okr_tui.domain.settings import Policy
from okr_tui.domain.standing import Standing
from okr_tui.ui.paint.bars import Bar
from okr_tui.ui.paint.columns import Column, place_columns
from okr_tui.ui.paint.lines import Cells, Line, Piece, Rule, Says, grid
from okr_tui.ui.paint.runs import Brush, Run, Runs, Words, align, bold, cells, dim, fit, gap, key, runs
from okr_tui.ui.screens.scored import Scored
from okr_tui.ui.text import single
from okr_tui.ui.text import width as width_of
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.language import _
from okr_tui.words.numbers import NOTHING, figure, from_to, number
from okr_tui.words.scores import ambition, bands, grade, score, verdict
from okr_tui.words.statuses import lifecycle

BANDS: Mapping[Band, tuple[str, str]] = {
    "green": ("●", "on_track"),
    "yellow": ("◐", "at_risk"),
    "red": ("○", "off_track"),
}
"""Band → its glyph in the legend, and the role of its numbers."""
HIDDEN = "?"
"""What stands for a score whose owner has not graded yet: blind first."""
_LONGEST = {"landed": 10, "wanted": 18}


class _AtRight(Struct, frozen=True):
    """Words at the right end of their cell."""

    words: Words

    def paint(self, room: int, brush: Brush) -> Runs:
        """The words."""
        del brush
        return align(runs(self.words), room, right=True)


class Headings(Struct, frozen=True):
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


class _Named(Struct, frozen=True):
    """An objective and how it was meant; the title is cut before that is."""

    title: str
    meant: str

    def paint(self, room: int, brush: Brush) -> Runs:
        """The two."""
        del brush
        meant = runs(dim(f"   {self.meant}"))
        return fit(runs(bold(self.title)), max(room - cells(meant), 1)) + meant


def score_part(scored: Scored, folded: Collection[str]) -> list[Row]:
    """The table with its headings, and what its colours mean."""
    columns = score_columns(scored)
    return [
        still(Headings(columns)),
        still(Rule()),
        *score_rows(columns, scored, folded),
        blank(),
        still(_legend(scored.policy)),
    ]


def _legend(policy: Policy) -> Line:
    """What the colours mean."""
    parts: list[Run] = []
    sign, role = BANDS["green"]
    for (glyph, own), words in zip(BANDS.values(), bands(policy), strict=True):
        before, green, after = words.partition(sign)  # what is said of committed ones names the green sign itself
        parts += runs("   " if parts else "", Run(glyph, own), dim(f" {before}"), Run(green, role), dim(after))
    return Says(tuple(parts))


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
    graded = scored.of(objective.id)
    if graded is None:
        status = "dropped" if objective.dropped is not None else objective.status
        gone = grid(columns, spills="name", name=dim(objective.title), reason=_AtRight(dim(lifecycle(status))))
        return Row(objective.id, (gone,), kind="objective")
    pieces: dict[str, Piece] = {
        "name": _Named(objective.title, ambition(objective.ambition)),
        "score": dim(HIDDEN) if scored.hides(item) else coloured(graded),
        "reason": _AtRight(_decided(scored, graded)),
    }
    if graded.own is not None:
        pieces["self"] = grade(graded.own)
    line = Cells(columns, tuple(pieces.items()), "name")
    return Row(objective.id, (line,), kind="objective", mark=dim("▸" if folded else "▾"))


def _decided(scored: Scored, graded: Graded) -> Run:
    if graded.decision is not None:
        return dim(verdict(graded.decision.verdict))
    return key(_("decide?")) if scored.over else Run("")


def coloured(graded: Graded) -> Run:
    """A score in the colour of its band; the number is the word."""
    if graded.score is None or graded.band is None:
        return dim(NOTHING)
    return bold(score(graded.score), BANDS[graded.band][1])


def _key_result(columns: tuple[Column, ...], scored: Scored, item: Standing) -> Row:
    key_result, objective = item.key_result, item.objective
    landed, wanted = _landed(item)
    graded = scored.of(key_result.id)
    if graded is None:
        gone = grid(columns, name=dim(key_result.title), wanted=dim(wanted), reason=dim(lifecycle("dropped")))
        return Row(key_result.id, (gone,), kind="key-result")
    hidden = key_result.id in scored.hidden
    pieces: dict[str, Piece] = {
        "name": key_result.title,
        "landed": landed,
        "wanted": dim(wanted),
        "bar": Bar(None if hidden else graded.score, None if hidden else success(objective.ambition, scored.policy)),
        "score": dim(HIDDEN) if hidden else coloured(graded)._replace(bold=False),
        "reason": _reason(scored, graded, hidden=hidden),
    }
    if graded.own is not None:
        pieces["self"] = grade(graded.own)
    return Row(key_result.id, (Cells(columns, tuple(pieces.items())),), kind="key-result")


def _reason(scored: Scored, graded: Graded, *, hidden: bool) -> Run:
    """What is said beside a score: what is asked for, what came late, what others see otherwise, the owner's word."""
    if hidden:
        return key(_("your grade?"))
    if graded.late is not None:
        return Run(_("late: {score}").format(score=score(graded.late)), "at_risk")
    if graded.contested:
        return Run(_("contested"), "at_risk")
    if graded.reason:
        return dim(graded.reason)
    missed = scored.over and graded.objective.ambition == "committed" and graded.band == "red"
    return dim(_("post-mortem?") if missed else "")


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
