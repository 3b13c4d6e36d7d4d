"""Align's matrix: what a parent team wants, down to its key results, against the teams that contribute to it."""

from okr_tui.domain.matrix import Matrix, MatrixRow
from okr_tui.domain.plan import Objective
from okr_tui.ui.paint.crossing import Column, CrossHead, CrossLegend, CrossRow, Grid, short_names
from okr_tui.ui.paint.lines import Rule, Says, Tells
from okr_tui.ui.paint.runs import Run, Runs, bold, dim, key, runs
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.links import contributors_words

CROSSED = "crossed"
"""Kind of rows."""
_MANY = 9


def matrix_rows(session: Session, found: Matrix, column: int) -> list[Row]:
    """The matrix, its legend, and what is missing in it.

    Args:
        session: the moment.
        found: who contributes where.
        column: the index of the team that the cursor is in.
    """
    parent = one_line(session.workspace.name_of(found.parent))
    if not found.rows or not found.teams:
        return _nothing(parent, teams=bool(found.teams))
    grid = _grid(session, found, column)
    rows = [still(CrossHead(grid)), still(Rule())]
    for each in found.rows:
        whole = isinstance(each.place.table, Objective)
        rows += [blank()] if whole and len(rows) > 2 else []
        rows.append(_row(grid, found, each, whole=whole))
    rows += [still(Rule()), still(CrossLegend(grid)), blank(), still(Says(_glyphs()))]
    if found.empty_teams:
        names = ", ".join(each.name for each in grid.columns if each.empty)
        words = _("contribute to nothing of {parent}: {teams}").format(parent=parent, teams=names)
        rows.append(still(Tells(words, indent=2, first=Run("!", "off_track"))))
    return rows


def _grid(session: Session, found: Matrix, column: int) -> Grid:
    names = [one_line(session.workspace.name_of(each)) for each in found.teams]
    columns = tuple(
        Column(name, short, empty=team in found.empty_teams)
        for team, name, short in zip(found.teams, names, short_names(names), strict=True)
    )
    return Grid(columns, min(column, len(columns) - 1))


def _row(grid: Grid, found: Matrix, each: MatrixRow, *, whole: bool) -> Row:
    name = one_line(each.place.title)
    marks = tuple(_mark(each, team) for team in found.teams)
    title = bold(name) if whole else runs("  ", Run(name, "text"))
    line = CrossRow(grid, title, marks, _ends(each, _count(found, each, whole=whole), partly=bool(found.unread)))
    return Row(str(each.place.table.id), (line,), kind=CROSSED)  # type: ignore[attr-defined]


def _mark(each: MatrixRow, team: str) -> Run:
    """One cell: named, named several times, its objective as a whole, nothing."""
    count = len(each.cells.get(team, ()))
    if count:
        return Run("●" if count == 1 else f"●{min(count, _MANY)}", "on_track")
    return Run("○", "dim") if team in each.whole else Run("·", "faint")


def _count(found: Matrix, each: MatrixRow, *, whole: bool) -> int:
    """How many objectives contribute: to an objective also those that name a part of it."""
    objective = each.place.objective
    rows = [row for row in found.rows if row.place.objective is objective] if whole else [each]
    return len({one for row in rows for ids in row.cells.values() for one in ids})


def _ends(each: MatrixRow, count: int, *, partly: bool) -> tuple[Runs, Runs]:
    """What a row comes to, in full and short."""
    if count:
        return runs(Run(contributors_words(count).words, "on_track")), runs(Run(f"● {count}", "on_track"))
    if each.whole:
        return runs(dim(_("○ only as a whole"))), runs(dim(_("○ whole")))
    if partly:
        return runs(dim(contributors_words(0, partly=True).words)), runs(dim("·"))
    return runs(Run(contributors_words(0).words, "off_track")), runs(Run(_("! nobody"), "off_track"))


def _glyphs() -> Runs:
    return runs(
        Run("● ", "on_track"), dim(_("names it")), "   ", dim("○ "), dim(_("the objective as a whole")), "   ",
        key("←→"), dim(" " + _("team")), "   ", key("v"), dim(" " + _("invite it")),
    )  # fmt: skip


def _nothing(parent: str, *, teams: bool) -> list[Row]:
    """Why there is no matrix yet."""
    words = (
        _("{parent} has no objective in this cycle: there is nothing yet that others could contribute to.")
        if teams
        else _("There is no other team yet that could contribute to what {parent} wants.")
    )
    return [
        still(Tells(_("Here stands which team contributes to which key result."), bold=True)),
        blank(),
        still(Tells(words.format(parent=parent))),
        blank(),
        still(Tells(_("Draft an objective"), "dim", indent=3, first=key("1")))
        if teams
        else still(Tells(_("Add a team, in Setup"), "dim", indent=3, first=key("5"))),
    ]
