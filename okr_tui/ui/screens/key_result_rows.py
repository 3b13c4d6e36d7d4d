"""A key result as one row of the team's table: its columns, its cells, and why it is not on track."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from okr_tui.domain.lately import confidence_change
from okr_tui.domain.progress import milestones_done
from okr_tui.domain.standing import Standing
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.paint.bars import Bar, Spark
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.flow import Uncut
from okr_tui.ui.paint.lines import Cells, Line, Piece, Says, Tells
from okr_tui.ui.paint.runs import Run, Runs, bold, dim, runs
from okr_tui.ui.paint.status import status_runs
from okr_tui.ui.text import single, width
from okr_tui.ui.widgets.rows import Row
from okr_tui.words.dates import day
from okr_tui.words.language import _
from okr_tui.words.numbers import NOTHING, from_to, number, percent
from okr_tui.words.reasons import sentence
from okr_tui.words.statuses import lifecycle

NEEDS_A_LOOK = ("slipping", "off-track", "at-risk", "stale")
"""Statuses that say why, on a second line."""

_MOST = {"now": 10, "unit": 8, "way": 24, "owner": 8}
_LEAST = {"now": 4, "unit": 4, "way": 8, "owner": 3}
_USUAL = {"now": 5, "unit": 4, "way": 14, "owner": 5}


class Shown(NamedTuple):
    """What a key result says in its cells, as words."""

    standing: Standing
    now: str
    unit: str
    way: str
    owner: str


def shown(workspace: Workspace, standing: Standing) -> Shown:
    """The words of a key result's cells."""
    key_result = standing.key_result
    now, unit = _now(standing)
    way = _("milestones") if key_result.kind == "milestones" else from_to(key_result)
    return Shown(standing, now, unit, way, short_name(workspace, owner_of(workspace, standing)))


def owner_of(workspace: Workspace, standing: Standing) -> str | None:
    """The id of who owns a key result; without an owner the team's lead owes."""
    if standing.key_result.owner:
        return standing.key_result.owner
    team = workspace.team_by_id.get(standing.team)
    return team.lead if team else None


def short_name(workspace: Workspace, identity: str | None) -> str:
    """What people call somebody: the first name of a person, the whole title of a role."""
    name = workspace.name_of(identity)
    return name.split()[0] if identity in workspace.person_by_id and name.split() else name


def _now(standing: Standing) -> tuple[str, str]:
    key_result = standing.key_result
    if key_result.kind == "milestones":
        done = len(milestones_done(key_result, standing.entries, standing.today))
        return str(done), _("of {n}").format(n=len(key_result.milestone))
    if standing.value is None:
        return NOTHING, ""
    if key_result.kind == "yes-no":
        return (_("yes") if standing.value >= 1 else _("no")), ""
    return number(standing.value), key_result.unit or ""


def key_result_columns(rows: Iterable[Shown]) -> tuple[Column, ...]:
    """The grid of the table, wide enough for the longest number, unit and way of these rows."""
    rows = tuple(rows)

    def fitting(key: str) -> tuple[int, int]:
        longest = max((width(single(getattr(row, key))) for row in rows), default=0)
        longest = min(longest, _MOST[key])
        return max(longest, _USUAL[key]), max(longest, _LEAST[key])

    now, unit, way, (owner, least_owner) = (fitting(key) for key in ("now", "unit", "way", "owner"))
    owned = _("owner")
    return (
        Column("name", 27, 24, title=_("key result"), grows=True, leads=True),
        Column("now", *now, title=_("now"), right=True, gap=1, least_gap=0, leads=True),
        Column("unit", *unit, gap=1),
        Column("way", *way, title=_("from → to"), gap=1, leaves=3),
        Column("trend", 6, title=_("trend"), right=True, gap=1, leaves=4),
        Column("bar", 14, 10, title=_("progress"), leaves=6),
        Column("share", 5, right=True, gap=1, leaves=1),
        Column("conf", 4, title=_("conf"), right=True, gap=2, least_gap=1),
        Column("seen", 4, title=_("seen"), right=True, gap=2, least_gap=1, leaves=5),
        Column("owner", max(owner, width(owned)), least_owner, title=owned, gap=2, least_gap=1, leaves=2),
        Column("status", 11, title=_("status"), gap=2, least_gap=1),
    )


def key_result_row(
    columns: tuple[Column, ...], row: Shown, workspace: Workspace, *, strong: bool, where: str = "",
    further: tuple[Line, ...] = (), whole: bool = False,
) -> Row:  # fmt: skip
    """A key result: its cells, and below them why it is not on track.

    Args:
        columns: the grid.
        row: what its cells say.
        workspace: for the names in the reason.
        strong: the present figure is bold on every row, not on that of the cursor alone.
        where: the objective it belongs to, where the table is not grouped by objective.
        further: what stands below it besides.
        whole: name and reason take as many rows as they need: a room reads it, and nobody there can press `w`.
    """
    standing = row.standing
    first = Cells(columns, tuple(_cells(row, strong=strong).items()))
    lines: list[Line] = [Uncut(first) if whole else first]
    reason = why(standing, workspace) if standing.status in NEEDS_A_LOOK else ""
    second = " · ".join(words for words in (reason, where) if words)
    if second:
        lines.append(Tells(second, "dim", indent=2) if whole else Says(dim(second), indent=2))
    return Row(standing.key_result.id, (*lines, *further), kind="key-result")


def why(standing: Standing, workspace: Workspace) -> str:
    """The reason of a status, and when its owner is back where that explains the silence."""
    words = sentence(standing.reasons[0], standing.key_result, workspace.name_of)
    person = workspace.person_by_id.get(owner_of(workspace, standing) or "")
    back = (
        max((away.to for away in person.away if away.from_ <= standing.today <= away.to), default=None)
        if person
        else None
    )
    if standing.status != "stale":
        return words
    days = (standing.today - standing.seen).days if standing.seen else standing.quiet
    if days != standing.quiet:
        words = _("{n} days without a value, of which {counted} count").format(n=days, counted=standing.quiet)
    if person is None or back is None:
        return words
    return _("{reason}; {name} is away until {day}").format(
        reason=words, name=short_name(workspace, person.id), day=day(back, standing.today)
    )


def _cells(row: Shown, *, strong: bool) -> dict[str, Piece]:
    standing = row.standing
    word = given_up(standing)
    if word:
        status: Runs = runs(dim(f"· {word}"))
        name: Run = dim(standing.key_result.title)
    else:
        status, name = status_runs(standing.status), Run(standing.key_result.title)
    known = standing.progress is not None
    return {
        "name": name,
        "now": bold(row.now) if strong and not word else Run(row.now, "dim" if word else "text"),
        "unit": dim(row.unit),
        "way": dim(row.way),
        "trend": Spark(standing.recent_values),
        "bar": Bar(standing.progress, standing.expected if known else None, standing.status),
        "share": dim(percent(standing.progress)),
        "conf": confidence_runs(standing),
        "seen": dim(age(standing)),
        "owner": dim(row.owner),
        "status": status,
    }


def confidence_runs(standing: Standing) -> Runs:
    """The confidence, and which way it went from the one before it."""
    if standing.confidence is None:
        return ()
    change = confidence_change(standing)
    way = "↑" if change > 0 else "↓" if change < 0 else ""
    return runs(dim(way), Run(str(standing.confidence)))


def age(standing: Standing) -> str:
    """How old the last figure is, in four cells: days, from a hundred on weeks."""
    if standing.seen is None:
        return ""
    days = max(0, (standing.today - standing.seen).days)
    return _("{n} d").format(n=days) if days < 100 else _("{n} w").format(n=min(days // 7, 999))


def given_up(standing: Standing) -> str:
    """The word for a key result that is not pursued: dropped, or a draft; nothing for the others."""
    objective = standing.objective
    if standing.key_result.dropped is not None or objective.dropped is not None:
        return lifecycle("dropped")
    return "" if objective.live else lifecycle(objective.status)


def in_order_of_need(standings: Iterable[Standing]) -> list[tuple[str, list[Standing]]]:
    """Key results that are pursued, by status, those that need a look first; the others together under ""."""

    def place(standing: Standing) -> int:
        return NEEDS_A_LOOK.index(standing.status) if standing.status in NEEDS_A_LOOK else len(NEEDS_A_LOOK)

    pursued = sorted((each for each in standings if not given_up(each)), key=place)
    return [
        (NEEDS_A_LOOK[at] if at < len(NEEDS_A_LOOK) else "", list(group)) for at, group in groupby(pursued, key=place)
    ]
