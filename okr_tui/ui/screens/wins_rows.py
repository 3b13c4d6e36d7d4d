"""The wall of wins: key results that came, thanks, and what people called a win, week by week."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Literal, NamedTuple

from okr_tui.domain.workspace import CycleContent
from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.paint.runs import Run, cells, dim, key, runs
from okr_tui.ui.screens.scored import Scored
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.dates import day
from okr_tui.words.language import _
from okr_tui.words.scores import score


class Win(NamedTuple):
    """Thanks, or a week's win."""

    kind: Literal["kudos", "win"]
    at: datetime
    whose: str
    text: str
    by: str


def wins(session: Session, content: CycleContent, team: str) -> tuple[Win, ...]:
    """What a team or one of its people was thanked for, and what its people called a win; the newest first."""
    mine = {person.id for person in session.workspace.people if team in person.team} | {team}
    found: list[Win] = []
    for journal in content.journals:
        found += [
            Win("kudos", each.at, each.to, each.text, journal.person) for each in journal.kudos if each.to in mine
        ]
        for weekly in journal.weekly if journal.person in mine else ():
            said = (weekly.wins,) if isinstance(weekly.wins, str) else weekly.wins or ()
            found += [Win("win", weekly.at, journal.person, each, journal.person) for each in said]
    return tuple(sorted(found, key=lambda each: each.at, reverse=True))


def first_name(session: Session, whose: str) -> str:
    """Whose win it is, by the first name; a team by its whole one."""
    name = session.workspace.name_of(whose)
    return name.split(" ")[0] if whose in session.workspace.person_by_id else name


def wins_rows(session: Session, scored: Scored) -> Iterator[Row]:
    """The three parts of the wall; an empty one says what fills it."""
    content = session.content
    came = [
        each for each in scored.graded.every
        if each.key_result is not None and each.band == "green" and each.id not in scored.hidden
    ]  # fmt: skip
    yield section(_("IT CAME"), len(came) or "")
    for each in came:
        title = each.key_result.title if each.key_result is not None else ""
        owner = session.workspace.name_of(each.key_result.owner if each.key_result is not None else None)
        right = runs(dim(f"{owner}   " if owner else ""), Run(score(each.score), "on_track"))
        yield Row(each.id, (Says(runs(Run("✔ ", "reached"), title), right, leads=True),), "key-result")
    if not came:
        yield still(Tells(_("Key results stand here once they are where success begins."), "dim"))
    found = wins(session, content, scored.team.team) if content is not None else ()
    yield from _said(session, _("KUDOS"), [each for each in found if each.kind == "kudos"])
    yield from _said(session, _("WINS OF THE WEEKS"), [each for each in found if each.kind == "win"])


def _said(session: Session, title: str, found: list[Win]) -> Iterator[Row]:
    yield blank()
    yield section(title, len(found) or "")
    if not found:
        thanks = bool(title == _("KUDOS"))
        words = _("Whom do you thank, and for what?") if thanks else _("Wins of the week, told in Achieve, stand here.")
        yield still(Tells(words, "dim", indent=3, first=key("k") if thanks else dim("·")))
        return
    names = [first_name(session, each.whose) for each in found]
    room = max(cells(runs(name)) for name in names)
    today: date = session.today
    for number, (name, each) in enumerate(zip(names, found, strict=True)):
        lead = name + " " * (room - cells(runs(name)))
        thanks = _("from {name}").format(name=first_name(session, each.by)) if each.kind == "kudos" else ""
        when = day(each.at.date(), today)
        right = dim(f"{thanks} · {when}" if thanks else when)
        yield Row(f"{each.kind} {number}", (Says(runs(Run("★ ", "accent"), lead, f"  {each.text}"), right),), each.kind)
