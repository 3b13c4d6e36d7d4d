"""The boards of a retrospective: what people said on the performance and on the method, grouped and backed (Partena)."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from okr_tui.domain.cycle import Cycle, Ritual
from okr_tui.domain.journal import Note
from okr_tui.domain.lines import LINE_KINDS
from okr_tui.domain.plan import Theme
from okr_tui.domain.review import Action, Learning
from okr_tui.domain.workspace import CycleContent, Workspace

Board = Literal["performance", "method"]
BOARDS: tuple[Board, ...] = ("performance", "method")
RETRO, SURVEY = "review-retrospective", "maturity-survey"
"""Kinds of the rituals that close a cycle."""

FORMATS: Mapping[str, tuple[str, ...]] = {
    "four-questions": ("went-well", "went-wrong", "learned", "try"),
    "start-stop-continue": ("start", "stop", "continue"),
    "liked-learned-lacked": ("liked", "learned", "lacked"),
}
"""Format → its columns; `method/<language>.toml` has their titles and questions. A team may name columns of its own."""
USUAL = "four-questions"


class Shown(NamedTuple):
    """A note that everybody sees.

    Attributes:
        person: id of who wrote it; backers: ids of the people who back it, each once.
        theme: id of the theme it was put into; None for none.
    """

    note: Note
    person: str
    backers: tuple[str, ...]
    theme: str | None


class Column(NamedTuple):
    """A column of a board, the notes that most people back first, then in the order in which they were shown."""

    code: str
    notes: tuple[Shown, ...]


class Grouped(NamedTuple):
    """Notes that belong together.

    Attributes:
        backers: ids of the people who back the theme or a note in it, each once.
    """

    theme: Theme
    notes: tuple[Shown, ...]
    backers: tuple[str, ...]


class Boarded(NamedTuple):
    """One of the two boards of a team.

    Attributes:
        format: which format its columns are of; "own" where most are the team's own.
        themes: the most backed first.
    """

    board: Board
    format: str
    columns: tuple[Column, ...]
    themes: tuple[Grouped, ...]

    @property
    def notes(self) -> tuple[Shown, ...]:
        """Every note on it, column by column."""
        return tuple(note for column in self.columns for note in column.notes)


class LastAction(NamedTuple):
    """What the retrospective before decided to do, and the cycle it was held in."""

    cycle: Cycle
    action: Action


def boards(
    workspace: Workspace, content: CycleContent, team: str, formats: Mapping[Board, str] | None = None
) -> tuple[Boarded, ...]:
    """Both boards of a team in a cycle.

    Args:
        workspace: what is known.
        content: the cycle, read in full.
        team: whose.
        formats: the format of each board; else the one that the notes on it speak of, the usual one where there is none.
    """
    shown = tuple(_shown(workspace, content, team))
    review = content.reviews.get(team)
    return tuple(
        _board(each, [note for note in shown if note.note.board == each], (formats or {}).get(each),
               review.theme if review else (), content)
        for each in BOARDS
    )  # fmt: skip


def ritual_of(content: CycleContent, team: str, kind: str = RETRO) -> Ritual | None:
    """The ritual of a kind that a team has in a cycle: its own, else everybody's, the latest of them; None where none is."""
    fitting = [each for each in content.file.ritual if each.kind == kind and each.team in {None, team}]
    return max(fitting, key=lambda each: (each.team is not None, each.on, each.id), default=None)


def last_actions(workspace: Workspace, content: CycleContent, team: str) -> tuple[LastAction, ...]:
    """What the last retrospective of a team before this one decided to do, done or not: it is looked at first."""
    before = [
        each
        for each in workspace.cycles.values()
        if each.cycle.kind == content.cycle.kind and each.cycle.end < content.cycle.end
        and team in each.reviews and each.reviews[team].action
    ]  # fmt: skip
    last = max(before, key=lambda each: (each.cycle.end, each.cycle.id), default=None)
    return () if last is None else tuple(LastAction(last.cycle, each) for each in last.reviews[team].action)


def last_learnings(workspace: Workspace, content: CycleContent, team: str) -> tuple[Cycle, tuple[Learning, ...]] | None:
    """What a team wrote down as learnt in the last cycle before this one where it did; None where it never did."""
    before = [
        each
        for each in workspace.cycles.values()
        if each.cycle.kind == content.cycle.kind and each.cycle.end < content.cycle.end
        and team in each.reviews and each.reviews[team].learning
    ]  # fmt: skip
    last = max(before, key=lambda each: (each.cycle.end, each.cycle.id), default=None)
    return None if last is None else (last.cycle, last.reviews[team].learning)


def backers_of(content: CycleContent, about: str) -> tuple[str, ...]:
    """Ids of the people who back something, each once."""
    return tuple(dict.fromkeys(
        journal.person for journal in content.talking for backing in journal.backing if backing.about == about
    ))  # fmt: skip


def _shown(workspace: Workspace, content: CycleContent, team: str) -> Iterator[Shown]:
    review = content.reviews.get(team)
    themes = {note: theme.id for theme in (review.theme if review else ()) for note in theme.of}
    of_ritual = {each.id: each.team for each in content.file.ritual}
    for journal in content.talking:
        person = workspace.person_by_id.get(journal.person)
        own = person.team if person is not None else ()
        for note in journal.note:
            if note.column in LINE_KINDS:  # written down in some ritual, and for its minutes
                continue
            its = note.team or of_ritual.get(note.ritual)
            if (its == team) if its is not None else (team in own):
                yield Shown(note, journal.person, backers_of(content, note.id), themes.get(note.id))


def _board(
    board: Board, shown: list[Shown], wanted: str | None, themes: tuple[Theme, ...], content: CycleContent
) -> Boarded:
    used = dict.fromkeys(each.note.column for each in sorted(shown, key=lambda each: (each.note.at, each.note.id)))
    chosen = wanted or _spoken_of(used)
    codes = dict.fromkeys((*FORMATS.get(chosen, ()), *used))
    columns = tuple(
        Column(code, tuple(sorted((each for each in shown if each.note.column == code), key=_order))) for code in codes
    )
    grouped = [_grouped(theme, [each for each in shown if each.theme == theme.id], content) for theme in themes]
    found = sorted((each for each in grouped if each.notes), key=lambda each: (-len(each.backers), each.theme.id))
    return Boarded(board, chosen, columns, tuple(found))


def _spoken_of(used: Mapping[str, None]) -> str:
    """The format that has most of the columns; "own" where no format has one."""
    if not used:
        return USUAL
    found = {name: sum(column in columns for column in used) for name, columns in FORMATS.items()}
    best = max(found, key=lambda name: found[name])
    return best if found[best] else "own"


def _grouped(theme: Theme, notes: list[Shown], content: CycleContent) -> Grouped:
    people = (*backers_of(content, theme.id), *(person for note in notes for person in note.backers))
    return Grouped(theme, tuple(sorted(notes, key=_order)), tuple(dict.fromkeys(people)))


def _order(shown: Shown) -> tuple[int, object, str]:
    return -len(shown.backers), shown.note.at, shown.note.id
