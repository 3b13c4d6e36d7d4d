"""Align's map of requests: who waits for whom, by when, whose turn it is; circles of waiting first."""

from collections.abc import Iterable, Iterator

from okr_tui.domain.alignment import Alignment
from okr_tui.domain.waits import Wait, unmet
from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.paint.runs import Run, Runs, bold, dim, key, runs
from okr_tui.ui.screens.tree_rows import ROLES
from okr_tui.ui.session import Session
from okr_tui.ui.text import cut
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.dates import day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.links import asked_words

REQUEST = "request"
"""Kind of rows."""
_NAME = 20
"""Cells that the name of a team gets behind what is asked for."""


def map_rows(session: Session, found: Alignment, team: str | None) -> list[Row]:
    """Every request between teams, or those of one team.

    Args:
        session: the moment.
        found: the alignment of the cycle.
        team: id of a team, None for all.
    """
    waits = [each for each in found.waits if team is None or team in {each.team, each.of}]
    groups = (
        (_("EVERYBODY WAITS FOR THE NEXT"), [each for each in waits if each.circle]),
        (_("WAITING"), [each for each in waits if not each.circle and not each.asked.settled]),
        (_("SETTLED"), [each for each in waits if not each.circle and each.asked.settled]),
    )
    rows: list[Row] = []
    for title, group in groups:
        if group:
            rows += [blank()] if rows else []
            rows.append(section(title, len(group)))
            rows += wait_rows(session, group)
    return rows or list(_nothing(team))


def wait_rows(session: Session, waits: Iterable[Wait]) -> Iterator[Row]:
    """Two lines a request: who waits for whom, by when and what became of it; then what, and whose turn it is."""
    for each in waits:
        said = asked_words(each.asked)
        right = runs(_by(session, each), Run(said.words, ROLES[said.tone]))
        need = Says(dim(one_line(each.asked.request.need)), _turn(session, each), indent=2)
        mark = Run("!", "slipping") if each.circle else ()
        yield Row(each.asked.request.id, (Says(bold(between(session, each)), right), need), kind=REQUEST, mark=mark)


def unmet_rows(session: Session) -> list[Row]:
    """What the team looked at asked for, or is asked for, whose day is near and on which nobody agreed yet."""
    content = session.content
    if content is None or session.team is None or content.cycle.closed:
        return []
    waits = unmet(session.workspace, content, session.team, session.today)
    title = section(_("NOT YET AGREED"), len(waits), right=dim(_("↵ opens it in Align")))
    return [blank(), title, *wait_rows(session, waits)] if waits else []


def between(session: Session, wait: Wait) -> str:
    """Who waits for whom: "Growth → Product"."""
    name_of = session.workspace.name_of
    return f"{one_line(name_of(wait.team))} → {one_line(name_of(wait.of) if wait.of else wait.asked.request.to)}"


def _by(session: Session, wait: Wait) -> Runs:
    """The day, before what became of it; one that has passed on what is open is text, not dim."""
    if wait.by is None:
        return ()
    past = not wait.asked.settled and wait.by < session.today
    words = (_("was wanted {day}") if past else _("by {day}")).format(day=day(wait.by, session.today)) + "   "
    return (Run(words) if past else dim(words),)


def _turn(session: Session, wait: Wait) -> Runs:
    if not wait.turn:
        return ()
    if session.me is not None and session.me in session.workspace.people_owing(wait.turn, None):
        return (Run(_("your turn"), "accent", bold=True),)
    return (dim(_("{team} answers").format(team=cut(one_line(session.workspace.name_of(wait.turn)), _NAME))),)


def _nothing(team: str | None) -> Iterator[Row]:
    yield still(Tells(_("Here stands who waits for whom, and by when."), bold=True))
    yield blank()
    if team is not None:
        yield still(Tells(_("Nothing is asked of this team, or by it. f shows everything."), "dim"))
    yield still(Tells(_("Ask another team for something by a day"), indent=3, first=key("n")))
    yield still(Tells(_("Invite a team to contribute: on an objective in the tree"), indent=3, first=key("v")))
