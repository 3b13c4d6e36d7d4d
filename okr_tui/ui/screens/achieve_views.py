"""Which key results Achieve shows, and in which order: all by objective, those that lag first, mine; sorted by a column."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any, NamedTuple

from msgspec.structs import replace

from okr_tui.domain.rollup import ObjectiveStanding, TeamStanding
from okr_tui.domain.standing import Standing
from okr_tui.ui.screens.achieve_needs import needs_table
from okr_tui.ui.screens.achieve_rows import Table, team_table
from okr_tui.ui.screens.key_result_rows import (
    NEEDS_A_LOOK,
    given_up,
    key_result_columns,
    key_result_row,
    owner_of,
    shown,
)
from okr_tui.ui.session import Session
from okr_tui.words.language import _

SHOWS = ("all", "slips", "mine")
SORTS = ("", "status", "progress", "confidence", "seen", "owner", "name")


class View(NamedTuple):
    """How the table is looked at.

    Attributes:
        shows: one of SHOWS.
        sort: one of SORTS; "" groups by objective, or by status where what lags comes first.
    """

    shows: str = "all"
    sort: str = ""

    def filtered(self) -> "View":
        """The next filter."""
        return self._replace(shows=SHOWS[(SHOWS.index(self.shows) + 1) % len(SHOWS)])

    def sorted_on(self) -> "View":
        """The next order."""
        return self._replace(sort=SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)])

    @property
    def plain(self) -> bool:
        """Whether nothing is filtered or sorted."""
        return self == View()

    def said(self) -> str:
        """What the head says of it; "" where everything stands by objective."""
        shows = {"all": "", "slips": _("slips first"), "mine": _("mine")}[self.shows]
        sort = {
            "": "", "status": _("by status"), "progress": _("by progress, least first"),
            "confidence": _("by confidence, least first"), "seen": _("by age, oldest first"),
            "owner": _("by owner"), "name": _("by name"),
        }[self.sort]  # fmt: skip
        return ", ".join(each for each in (shows, sort) if each)


def table_of(session: Session, rolled: TeamStanding, view: View, folded: Collection[str], *, strong: bool) -> Table:
    """The table of a team as it is looked at; at the anchor what lags, and what is mine, comes from every team."""
    if view.plain:
        return team_table(session, rolled, folded, strong=strong)
    anchor = session.workspace.anchor()
    everybody = view.shows != "all" and anchor is not None and anchor.id == session.team
    teams = session.cycle_standing() if everybody else (rolled,)
    if view.sort:
        return _flat(session, [each for team in teams for each in team.key_results], view, strong=strong)
    if view.shows == "slips":
        return needs_table(session, teams, strong=strong)
    return team_table(session, _mine(session, teams, rolled), folded, strong=strong)


def _mine(session: Session, teams: tuple[TeamStanding, ...], rolled: TeamStanding) -> TeamStanding:
    """The objectives with a key result of mine, and of each only those."""
    found = []
    for objective in (each for team in teams for each in team.objectives):
        own = tuple(each for each in objective.key_results if _is_mine(session, each))
        if own:
            found.append(_only(objective, own))
    return _with(rolled, tuple(found))


def _only(objective: ObjectiveStanding, own: tuple[Standing, ...]) -> ObjectiveStanding:
    return replace(objective, key_results=own)


def _with(rolled: TeamStanding, objectives: tuple[ObjectiveStanding, ...]) -> TeamStanding:
    return replace(rolled, objectives=objectives)


def _is_mine(session: Session, standing: Standing) -> bool:
    owing = session.workspace.people_owing(standing.team, standing.key_result.owner)
    return session.me is not None and session.me in owing


def _flat(session: Session, standings: list[Standing], view: View, *, strong: bool) -> Table:
    """All of them in one order, without objectives between."""
    if view.shows == "mine":
        standings = [each for each in standings if _is_mine(session, each)]
    elif view.shows == "slips":
        standings = [each for each in standings if each.status in NEEDS_A_LOOK and not given_up(each)]
    known = {each.key_result.id: shown(session.workspace, each) for each in standings}
    columns = key_result_columns(known.values())
    by = _orders(session)[view.sort]
    ordered = sorted(standings, key=lambda each: (bool(given_up(each)), by(each), each.key_result.title.casefold()))
    rows = [key_result_row(columns, known[each.key_result.id], session.workspace, strong=strong) for each in ordered]
    return Table(columns, tuple(rows))


def _orders(session: Session) -> dict[str, Callable[[Standing], Any]]:
    """What each order goes by; what is not known comes last."""
    needs = {status: at for at, status in enumerate(NEEDS_A_LOOK)}

    def known(value: float | None) -> tuple[bool, float]:
        return value is None, value or 0.0

    return {
        "status": lambda each: (needs.get(each.status, len(needs)), each.status),
        "progress": lambda each: known(each.progress),
        "confidence": lambda each: known(each.confidence),
        "seen": lambda each: each.seen or date.min,
        "owner": lambda each: session.workspace.name_of(owner_of(session.workspace, each)).casefold(),
        "name": lambda each: each.key_result.title.casefold(),
    }
