"""What was said on a thing, as rows: threads with their replies, what a suggestion would change, polls with names."""

from collections.abc import Iterator
from typing import NamedTuple

from okr_tui.actions.suggesting import proposal
from okr_tui.domain.errors import OkrError
from okr_tui.domain.polls import Result, is_open, polls
from okr_tui.domain.threads import OFFERING, Thread, Word, open_threads, threads
from okr_tui.domain.threads import is_open as waits
from okr_tui.domain.workspace import CycleContent, Located
from okr_tui.ui.paint.lines import Line, Says, Tells
from okr_tui.ui.paint.runs import Run, bold, dim, key, runs
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.dates import day
from okr_tui.words.hostile import one_line, plain
from okr_tui.words.language import _
from okr_tui.words.numbers import NOTHING, number
from okr_tui.words.talking import kind_said, open_said

NEW = "new word"
"""The key of the row from which a new thread begins."""
PART = "part"
"""The kind of a row that leads to the threads of a key result."""


class About(NamedTuple):
    """What is talked about.

    Attributes:
        id: of the thing, the team or the pain point.
        cycle: the cycle in whose journals the words stand.
        place: the table, where it is one that can be changed.
    """

    id: str
    title: str
    cycle: str
    team: str
    place: Located | None = None


def said_rows(session: Session, about: About) -> list[Row]:
    """Everything said on a thing, then the row of a new word."""
    content = session.workspace.cycles[about.cycle]
    rows: list[Row] = []
    for each in polls(session.workspace, content):
        if about.id in {each.poll.about, each.poll.id}:
            rows += [_poll_row(session, content, each), blank()]
    for thread in threads(content, about.id):
        rows += [*_thread_rows(session, content, about, thread), blank()]
    rows += _part_rows(session, content, about)
    if not rows:
        words = _(
            "Nothing was said on it yet. A question waits for the owner; a suggestion can be applied with one key."
        )
        rows += [still(Tells(words, "dim")), blank()]
    return [*rows, Row(NEW, (Says(dim(_("a new word")), leads=True),), "new")]


def _part_rows(session: Session, content: CycleContent, about: About) -> list[Row]:
    """What waits on the key results of an objective: rows that lead there."""
    objective = about.place.objective if about.place is not None and about.place.kind == "objective" else None
    waiting = open_threads(session.workspace, content) if objective is not None else {}
    rows = [
        Row(part.id, (Says(runs(Run("? ", "at_risk"), one_line(part.title)), dim(open_said(waiting[part.id]))),), PART)
        for part in (objective.key_result if objective is not None else ())
        if part.id in waiting
    ]
    return [*rows, blank()] if rows else []


def _thread_rows(session: Session, content: CycleContent, about: About, thread: Thread) -> Iterator[Row]:
    first = thread.first
    state = Run(_("open"), "at_risk") if waits(session.workspace, content, thread) else Run("")
    if thread.closed:
        state = dim(_("closed"))
    lines = [_head(session, first, state), *_words(first, 2)]
    if first.comment.kind == OFFERING and not thread.closed and about.place is not None:
        lines += _offered(about.place, first)
    yield Row(first.comment.id, tuple(lines), "thread")
    for reply in thread.replies:
        closing = dim(_("closes it")) if reply.comment.resolved else Run("")
        yield still(_head(session, reply, closing, indent=4), *_words(reply, 6))


def _head(session: Session, said: Word, state: Run, indent: int = 0) -> Line:
    name = bold(one_line(session.workspace.name_of(said.person)))
    kind = kind_said(said.comment.kind)
    when = day(said.comment.at.date(), session.today)
    right = runs(state, dim(("  " if state.text else "") + when))
    return Says(runs(name, dim(f"  {kind}") if kind else ""), right, indent=indent)


def _words(said: Word, indent: int) -> Iterator[Line]:
    for line in plain(said.comment.text).split("\n"):
        if line.strip():
            yield Tells(line, indent=indent)


def _offered(place: Located, said: Word) -> Iterator[Line]:
    """What taking the suggestion up would change."""
    try:
        found = proposal(place, said.comment.text)
    except OkrError as error:
        yield Tells(one_line(str(error)), "dim", indent=2)
        return
    for name, value in found.values.items() if found is not None else ():
        before = _value(getattr(place.table, name, None))
        words = f"{before} → {_value(value)}" if name == "title" else f"{name} {before} → {_value(value)}"
        yield Tells(words, "accent", indent=4, first=key("↵"))


def _value(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(float(value))
    if isinstance(value, list | tuple):
        return one_line(", ".join(map(str, value)))
    return NOTHING if value in (None, "") else one_line(str(value))


def _poll_row(session: Session, content: CycleContent, found: Result) -> Row:
    """A poll: its options with the names of those who chose them."""
    mine, open_ = found.choice_of(session.me), is_open(content, found)
    state = _("poll") if open_ else _("poll, over")
    lines: list[Line] = [Says(bold(one_line(found.poll.question)), dim(state))]
    for place, (option, people) in enumerate(found.chosen.items(), start=1):
        names = ", ".join(one_line(session.workspace.name_of(person)) for person in people)
        chosen = Run("● ", "accent") if option == mine else dim("○ ")
        lines.append(Says(runs(key(f"{place} "), chosen, one_line(option)), dim(names or "–"), indent=2))
    return Row(found.poll.id, tuple(lines), "poll")
