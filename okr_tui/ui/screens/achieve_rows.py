"""The rows of Achieve: a team's key results by objective, the same by need, and a line for every team below."""

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from okr_tui.domain.plan import Objective
from okr_tui.domain.rollup import ObjectiveStanding, TeamStanding
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.paint.columns import Column, place_columns
from okr_tui.ui.paint.lines import Tells, grid
from okr_tui.ui.paint.runs import Brush, Run, Runs, align, beside, bold, cells, dim, fit, gap, key, runs
from okr_tui.ui.screens.key_result_rows import (
    Shown,
    key_result_columns,
    key_result_row,
    shown,
)
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.language import _
from okr_tui.words.numbers import percent
from okr_tui.words.statuses import lifecycle

FOLDED, UNFOLDED = "▸", "▾"


class Table(Struct, frozen=True):
    """What the table of Achieve shows: its grid, and its rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def team_table(session: Session, rolled: TeamStanding, folded: Collection[str], *, strong: bool) -> Table:
    """A team's objectives, each with its key results unless it is folded.

    Args:
        session: the moment.
        rolled: where the team stands.
        folded: ids of the objectives that show no key results.
        strong: the present figures are bold.
    """
    known = {item.key_result.id: shown(session.workspace, item) for item in rolled.key_results}
    columns = key_result_columns(known.values())
    rows: list[Row] = []
    for objective in rolled.objectives:
        rows += [blank()] if rows else []
        rows += _objective(session.workspace, columns, objective, known, folded, strong=strong)
    return Table(columns, tuple(rows))


def _objective(
    workspace: Workspace,
    columns: tuple[Column, ...],
    rolled: ObjectiveStanding,
    known: dict[str, Shown],
    folded: Collection[str],
    *,
    strong: bool,
) -> Iterator[Row]:
    closed = rolled.objective.id in folded
    mark = dim(FOLDED if closed else UNFOLDED)
    line = ObjectiveLine(columns, rolled.objective.title, _facts(rolled.objective, len(rolled.key_results), folded=closed),
                         percent(rolled.progress), faded=not rolled.objective.live)  # fmt: skip
    yield Row(rolled.objective.id, (line,), kind="objective", mark=mark)
    if closed:
        return
    for item in rolled.key_results:
        yield key_result_row(columns, known[item.key_result.id], workspace, strong=strong)
    if not rolled.key_results:
        yield still(Tells(_("No key result yet: how will you see that it comes true?"), "dim"))


def _facts(objective: Objective, count: int, *, folded: bool) -> tuple[str, ...]:
    """What is said beside an objective's title, the telling one last: its state or ambition, and its kind of change."""
    if objective.dropped is not None or not objective.live:
        said = [lifecycle("dropped" if objective.dropped is not None else objective.status)]
    else:
        said = [_("committed") if objective.ambition == "committed" else _("aspirational")]
    kinds = {"change": _("change"), "innovate": _("innovate"), "build": _("build"), "correct": _("correct")}
    said += [kinds[objective.change]] if objective.change else []
    return (*([f"{count}"] if folded else []), *said)


class ObjectiveLine(Struct, frozen=True):
    """An objective's title, bold, what it is, and its progress in the column of the shares, or at the right end."""

    columns: tuple[Column, ...]
    title: str
    facts: tuple[str, ...]
    share: str
    faded: bool = False

    def height(self, width: int) -> int:
        """One."""
        del width
        return 1

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The row; what it is leaves from the front when room is short, the title is cut last."""
        del brush
        column = next((place for place in place_columns(self.columns, width) if place.column.key == "share"), None)
        end = width if column is None else column.at + column.width
        share = runs(Run(self.share, "dim") if self.faded else bold(self.share))
        room = end - cells(share) - 2
        title = dim(self.title) if self.faded else bold(self.title)
        facts = self.facts
        while len(facts) > 1 and cells((title,)) + 3 + cells((dim(" · ".join(facts)),)) > room:
            facts = facts[1:]
        said = runs(dim(" · ".join(facts))) if facts else ()
        left = fit((title,), room - 3 - cells(said)) + gap(3) + said if said else (title,)
        return (align(beside(left, share, end), width),)


def teams_below(session: Session) -> tuple[str, ...]:
    """Ids of the teams with a line of their own: all others below the anchor, the direct ones below any other team."""
    workspace, content = session.workspace, session.content
    if content is None:
        return ()
    anchor = workspace.anchor()
    part = content.cycle.teams
    below = [
        team
        for team in workspace.teams
        if team.id != session.team
        and ((anchor is not None and session.team == anchor.id) or team.parent == session.team)
    ]
    known = {*part, *content.plans} if part else {team.id for team in below}
    return tuple(team.id for team in below if team.id in known or workspace.unread_plan(content.cycle.id, team.id))


def team_rows(session: Session, below: Iterable[TeamStanding]) -> tuple[Row, ...]:
    """A line for every team: how far, what was expected, checked in, and how many have which status."""
    rolled = tuple(below)
    if not rolled:
        return ()
    columns = (
        Column("name", 27, 18, title=_("team"), grows=True, leads=True),
        Column("bar", 14, 10, title=_("progress"), gap=1),
        Column("share", 5, right=True, gap=1),
        Column("expected", 8, title=_("expected"), right=True, gap=2, least_gap=1, leaves=1),
        Column("checked", 10, title=_("checked in"), right=True, gap=2, least_gap=1, leaves=2),
        Column("counts", 32, 24, gap=3, least_gap=2),
    )
    rows = [still(grid(columns, spills="name", name=_title(len(rolled)),
                       **{column.key: dim(column.title) for column in columns[1:] if column.title}))]  # fmt: skip
    rows += [_team(session, columns, team) for team in rolled]
    return tuple(rows)


def _title(count: int) -> Runs:
    return (Run(_("TEAMS"), "dim", bold=True), bold(f"  {count}"))


def _team(session: Session, columns: tuple[Column, ...], team: TeamStanding) -> Row:
    from okr_tui.ui.paint.bars import Bar

    name = session.workspace.name_of(team.team)
    if session.workspace.unread_plan(session.cycle or "", team.team) is not None:
        said = Run(_("! its plan can't be read"), "off_track")
        return Row(team.team, (grid(columns, name=name, bar=said, spills="bar"),), kind="team")
    if not team.objectives:
        line = grid(columns, name=dim(name), bar=dim(_("no objectives yet")), spills="bar")
        return Row(team.team, (line,), kind="team")
    checked = _("{n} of {all}").format(n=team.checked_in, all=team.pursued) if team.pursued else ""
    line = grid(
        columns,
        name=name,
        bar=Bar(team.progress, team.expected),
        share=percent(team.progress),
        expected=dim(percent(team.expected)),
        checked=dim(checked),
        counts=Counts(tuple((status, count) for status, count in team.counts.items())),
    )
    return Row(team.team, (line,), kind="team")


class Counts(Struct, frozen=True):
    """How many key results have which status, as glyphs and numbers; the gaps give way first, then the last ones."""

    counts: tuple[tuple[str, int], ...]
    right: bool = False

    def paint(self, width: int, brush: Brush) -> Runs:
        """The counts in at most so many cells."""
        del brush
        from okr_tui.ui.paint.status import STATUSES, status_glyph, status_role

        known = dict(self.counts)
        parts = [
            (status_glyph(status), Run(f" {known[status]}", status_role(status)))
            for status in STATUSES
            if known.get(status)
        ]
        while parts and sum(map(cells, parts)) + len(parts) - 1 > width:
            parts.pop()
        between = next((n for n in (3, 2) if sum(map(cells, parts)) + n * (len(parts) - 1) <= width), 1)
        made: Runs = ()
        for part in parts:
            made += (gap(between) if made else ()) + part
        return align(made, width, right=self.right) if self.right else fit(made, width)


def empty_rows(session: Session) -> tuple[Row, ...]:
    """What Achieve is for, where there is nothing to achieve yet, and which key begins.

    Args:
        session: the moment.
    """
    if session.content is None:
        return (
            still(Tells(_("No cycle is open yet."), bold=True)),
            still(Tells(_("A cycle says from when to when; its key results are followed here week by week."), "dim")),
            blank(),
            still(Tells(_("It is a folder in cycles/ with its cycle.toml."))),
        )
    if session.team is None:
        return (
            still(Tells(_("No team is chosen."), bold=True)),
            blank(),
            still(Tells(_("Choose a team and a cycle"), indent=3, first=key("t"))),
            still(Tells(_("In a terminal, okr add team adds one."))),
        )
    words = _("{team} has no objectives in {cycle} yet.").format(
        team=session.workspace.name_of(session.team), cycle=session.content.cycle.name
    )
    return (
        still(Tells(words, bold=True)),
        still(Tells(_("Once they are there, this table shows each week how far they are and what slips."), "dim")),
        blank(),
        still(Tells(_("Add a first objective, in Make"), indent=3, first=key("a"))),
        still(Tells(_("Look at another team"), indent=3, first=key("t"))),
    )
