"""The wall of wins: key results that came, what went well, and thanks."""

from collections.abc import Iterator, Sequence

from okr_tui.domain.wins import Win, wins
from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.paint.runs import Run, cells, dim, key, runs
from okr_tui.ui.screens.scored import Scored
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.dates import day
from okr_tui.words.language import _
from okr_tui.words.scores import score


def wins_rows(session: Session, scored: Scored) -> Iterator[Row]:
    """The three parts of the wall; an empty one says what fills it."""
    found: Sequence[Win] = ()
    if session.content is not None:
        found = wins(session.workspace, session.content, session.today, scored.team.team)
    came = [each for each in found if each.kind == "reached"]
    yield section(_("IT CAME"), len(came) or "")
    for each in came:
        graded = scored.of(each.about)
        owner = session.workspace.name_of(each.by)
        told = score(graded.score) if graded is not None and each.about not in scored.hidden else ""
        right = runs(dim(f"{owner}   " if owner else ""), Run(told, "on_track"))
        yield Row(each.about, (Says(runs(Run("✔ ", "reached"), each.text), right, leads=True),), "key-result")
    if not came:
        yield still(Tells(_("Key results stand here once they have reached what was wanted."), "dim"))
    yield blank()
    yield from _kudos(session, [each for each in found if each.kind == "kudos"])
    yield blank()
    yield from _well(session, [each for each in found if each.kind in {"win", "note"}])


def _kudos(session: Session, found: list[Win]) -> Iterator[Row]:
    yield section(_("KUDOS"), len(found) or "")
    if not found:
        yield still(Tells(_("Whom do you thank, and for what?"), "dim", indent=3, first=key("k")))
        return
    yield from _said(session, found)
    yield still(Tells(_("thanks somebody else"), "dim", indent=3, first=key("k")))


def _well(session: Session, found: list[Win]) -> Iterator[Row]:
    yield section(_("WENT WELL"), len(found) or "")
    yield from _said(session, found)
    if not found:
        yield still(Tells(_("Wins of the week and what went well on the boards stand here."), "dim"))


def _said(session: Session, found: list[Win]) -> Iterator[Row]:
    """Thanks and wins, the newest first."""
    ordered = sorted(found, key=lambda each: each.on or session.today, reverse=True)
    names = [first_name(session, each) for each in ordered]
    room = max(cells(runs(name)) for name in names) if names else 0
    for number, (name, each) in enumerate(zip(names, ordered, strict=True)):
        lead = name + " " * (room - cells(runs(name)))
        when = day(each.on, session.today) if each.on is not None else ""
        by = session.workspace.name_of(each.by).split(" ")[0]
        thanks = _("from {name}").format(name=by) if each.kind == "kudos" else ""
        right = dim(" · ".join(part for part in (thanks, when) if part))
        yield Row(f"{each.kind} {number}", (Says(runs(Run("★ ", "accent"), lead, f"  {each.text}"), right),), each.kind)


def whose(win: Win) -> str:
    """Id of whom a win belongs to: who was thanked, else who told it."""
    return win.about if win.kind == "kudos" else win.by or ""


def first_name(session: Session, win: Win) -> str:
    """Whose win it is, by the first name; a team by its whole one."""
    identity = whose(win)
    name = session.workspace.name_of(identity)
    return name.split(" ")[0] if identity in session.workspace.person_by_id else name
