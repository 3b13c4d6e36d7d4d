"""Who contributes where: the key results of a parent team against the teams that could contribute."""

from functools import cached_property

from msgspec import Struct

from okr_tui.domain.alerts.situation import Situation, live_parts
from okr_tui.domain.workspace import Located


class MatrixRow(Struct, frozen=True):
    """An objective as a whole, or one of its key results.

    Attributes:
        place: which one.
        cells: team id → ids of its objectives that name this; teams that name it not are left out.
        whole: of a key result, ids of the teams that contribute to its objective as a whole.
    """

    place: Located
    cells: dict[str, tuple[str, ...]]
    whole: frozenset[str] = frozenset()

    @property
    def empty(self) -> bool:
        """Whether nobody contributes, neither to this nor to the whole."""
        return not self.cells and not self.whole


class Matrix(Struct, frozen=True, dict=True):
    """Objectives and key results of a parent × teams.

    Attributes:
        parent: id of the team whose objectives they are.
        teams: ids of the columns, in the order of teams.toml.
        excused: those of which nothing is expected: they are not in the method yet, or lead to the parent over others.
        unread: ids of the teams whose plan can't be read; what they contribute to is not known.
    """

    parent: str
    teams: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    excused: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()

    @cached_property
    def empty_teams(self) -> frozenset[str]:
        """Columns in which something is missing: teams that contribute to nothing of the parent's."""
        there = {team for row in self.rows for team in row.cells}
        return frozenset(self.teams) - there - self.excused - self.unread


def matrix(seen: Situation, parent: str | None = None) -> Matrix:
    """The matrix of a parent team, the anchor unless told otherwise.

    Its columns are the teams right below it that want something in this cycle or are in the method, and every other that
    contributes: what a team further down wants is for its own parent to see.
    """
    above = parent or seen.anchor
    rows: list[MatrixRow] = []
    for team, objective in seen.objectives:
        if team != above:
            continue
        own = _cells(seen, objective.id, above)
        rows.append(MatrixRow(seen.content.located[objective.id], own))
        for each in live_parts(objective):
            cells = _cells(seen, each.id, above)
            rows.append(MatrixRow(seen.content.located[each.id], cells, frozenset(own) - frozenset(cells)))
    there = {team for row in rows for team in row.cells}
    teams = [each.id for each in seen.workspace.teams if each.id != above and _column(seen, each.id, above, there)]
    wanted = {objective.id for team, objective in seen.objectives if team == above}
    excused = frozenset(each for each in teams if not seen.blamed(each) or _leads(seen, each, wanted))
    unread = seen.workspace.teams_unread(seen.content.cycle.id)
    return Matrix(above, tuple(teams), tuple(rows), excused, unread)


def _leads(seen: Situation, team: str, wanted: set[str]) -> bool:
    """Whether anything of a team leads to what is wanted, directly or over others."""
    own = (each.id for owner, each in seen.objectives if owner == team)
    return any(seen.graph.leads(each, one) for each in own for one in wanted)


def _column(seen: Situation, team: str, above: str, there: set[str]) -> bool:
    if team in there:
        return True
    known = seen.workspace.team_by_id[team]
    if above != (known.parent or seen.anchor):
        return False
    return team in seen.teams_with_objectives or known.stage == "in"


def _cells(seen: Situation, identity: str, above: str) -> dict[str, tuple[str, ...]]:
    """Team id → its objectives that name something, itself and not a part of it."""
    found: dict[str, list[str]] = {}
    for objective in seen.graph.contributors.get(identity, ()):
        place = seen.graph.objectives[objective]
        names = any(link.target == identity for link in seen.graph.links.get(objective, ()))
        if place.team != above and names:
            found.setdefault(place.team, []).append(objective)
    return {team: tuple(objectives) for team, objectives in found.items()}
