"""The two boards of a retrospective: what the last one wanted first, then columns with notes, themes, actions."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from okr_tui.domain.retro import Board, Boarded, Grouped, LastAction, Shown
from okr_tui.domain.review import Action, Review
from okr_tui.domain.workspace import Workspace
from okr_tui.store.ballot import Ballot, Count
from okr_tui.ui.paint.flow import Flows
from okr_tui.ui.paint.lines import Line, Says, Tells, Title
from okr_tui.ui.paint.runs import Brush, Run, Runs, align, bold, cells, dim, gap, key, runs
from okr_tui.ui.session import Session
from okr_tui.ui.text import wrap
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.dates import day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.retro import board, board_question, column, column_question, format_word


class Alone(NamedTuple):
    """Notes that are being written alone on this machine, and how many people have written some."""

    ballot: Ballot
    so_far: Count

    def columns(self, code: Board) -> tuple[str, ...]:
        """The columns of a board."""
        split = (each.partition("/") for each in self.ballot.asks)
        return tuple(name for on, _slash, name in split if on == code)


class Noted(Struct, frozen=True):
    """A note over as many rows as it needs, and how many people back it at its right end."""

    text: str
    backers: int
    mine: bool
    indent: int = 2

    def height(self, width: int) -> int:
        """As many rows as the words need."""
        return len(self._lines(width))

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The rows."""
        role = Run("", "text", bold=brush.here)
        votes = self._votes()
        made = []
        for number, line in enumerate(self._lines(width)):
            lead = align(runs(*gap(self.indent - 2), dim("·")), self.indent) if number == 0 else gap(self.indent)
            words = align((role._replace(text=line),), width - self.indent - cells(votes))
            made.append((*lead, *words, *(votes if number == 0 else ())))
        return tuple(made)

    def _lines(self, width: int) -> list[str]:
        return list(wrap(one_line(self.text), max(width - self.indent - cells(self._votes()), 8)))

    def _votes(self) -> Runs:
        return runs(Run(f" +{self.backers}", "accent" if self.mine else "text", bold=self.mine)) if self.backers else ()


def board_rows(session: Session, boarded: Boarded, alone: Alone | None) -> Iterator[Row]:
    """One board: its question, its themes, its columns; while notes are written alone only how many wrote some."""
    code = boarded.board
    count = "" if alone is not None else len(boarded.notes) or ""
    yield still(Title(board(code).upper(), str(count)), Tells(board_question(code), "dim"))
    columns = alone.columns(code) if alone is not None else tuple(each.code for each in boarded.columns)
    for grouped in boarded.themes:
        yield blank()
        yield from _theme(session, grouped)
    notes: Mapping[str, tuple[Shown, ...]] = {each.code: each.notes for each in boarded.columns}
    for name in columns:
        yield blank()
        shown = [each for each in notes.get(name, ()) if each.theme is None]
        question = column_question(name)
        lines: list[Line] = [Says(bold(column(name)), dim(str(len(shown))) if shown else ())]
        lines += [Tells(question, "dim")] if question and not shown else []
        yield Row(f"{code}/{name}", tuple(lines), "column")
        for each in shown:
            yield _note(session, each)


def _theme(session: Session, grouped: Grouped) -> Iterator[Row]:
    mine = session.me in grouped.backers
    right = Run(f"+{len(grouped.backers)}", "accent" if mine else "text", bold=mine) if grouped.backers else Run("")
    title = runs(Run("◆ ", "accent"), bold(grouped.theme.title))
    yield Row(grouped.theme.id, (Says(title, right),), "theme")
    for each in grouped.notes:
        yield _note(session, each, indent=4)


def _note(session: Session, each: Shown, indent: int = 2) -> Row:
    return Row(each.note.id, (Noted(each.note.text, len(each.backers), session.me in each.backers, indent),), "note")


def last_rows(workspace: Workspace, found: tuple[LastAction, ...], session: Session) -> Iterator[Row]:
    """What the last retrospective wanted, done or not: it is looked at first."""
    if not found:
        return
    done = sum(bool(each.action.done) for each in found)
    words = _("{done} of {n} done").format(done=done, n=len(found))
    yield section(_("WANTED LAST TIME"), right=dim(f"{one_line(found[0].cycle.name)} · {words}"))
    for each in found:
        yield Row(each.action.id, (_brief(workspace, each.action, session.today),), "last-action")
    yield blank()


def _brief(workspace: Workspace, action: Action, today: date) -> Flows:
    """An action in the half of a screen: its words, who by the first name, the day."""
    name = workspace.name_of(action.owner)
    who = name.split(" ")[0] if action.owner in workspace.person_by_id else name
    if action.done:
        return Flows(dim(action.text), dim(who), first=Run("✓ ", "reached"))
    late = action.due is not None and action.due < today
    on = day(action.due, today) if action.due is not None else ""
    return Flows(action.text, runs(dim(f"{who} " if who else ""), Run(on, "off_track" if late else "dim")), first="☐ ")


def made_rows(session: Session, review: Review | None) -> Iterator[Row]:
    """The actions that this retrospective has come to."""
    actions = review.action if review else ()
    yield blank()
    yield section(_("ACTIONS"), len(actions) or "")
    for each in actions:
        yield Row(each.id, (_brief(session.workspace, each, session.today),), "action")
    if not actions:
        yield still(Tells(_("makes an action of the note under the cursor."), "dim", indent=3, first=key("m")))


def how_rows(alone: Alone | None, formats: str, *, shown: bool) -> Iterator[Row]:
    """How far the boards are, and which key goes on."""
    if alone is not None:
        n = alone.so_far.answers
        words = ngettext("{n} person has written notes", "{n} people have written notes", n).format(n=n)
        yield still(
            Tells(_("Each alone first: {words}; nobody sees them yet.").format(words=words), bold=True),
            Tells(_("writes one; from another terminal, okr join does."), "dim", indent=3, first=key("a")),
            Tells(_("shows all of them at once."), "dim", indent=3, first=key("R")),
        )
        yield blank()
    elif not shown:
        yield still(
            Tells(_("Notes are written alone first, then shown together."), bold=True),
            Tells(_("writes the first one into the column under the cursor."), "dim", indent=3, first=key("a")),
            Tells(_("other columns than {formats}").format(formats=formats), "dim", indent=3, first=key("F")),
        )
        yield blank()


def formats_said(found: tuple[Boarded, ...]) -> str:
    """Which formats the boards have, in words."""
    return ", ".join(dict.fromkeys(format_word(each.format) for each in found))
