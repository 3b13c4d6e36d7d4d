"""Asking people alone and writing down what comes of it: the survey, votes, notes for the boards.

Each goes the same way: open the ballot, people cast (`store.ballots.cast`, from this or another terminal), `reveal`,
carry out the act that writes the result, `discard` the ballot. Where somebody is stopped between the last two, the
ballot is found again (`ballots(state, closed=True)`), and writing its result once more changes nothing.
"""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

from okr_tui.actions.act import Act, Author
from okr_tui.actions.grading import review_of
from okr_tui.actions.retro import Jot, add_notes, ritual_for
from okr_tui.actions.validity import still_valid
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import CROCKFORD, new_id
from okr_tui.domain.maturity import HIGHEST, LOWEST, STATEMENTS
from okr_tui.domain.retro import BOARDS, FORMATS, RETRO, SURVEY, Board, ritual_of
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.store.ballot import Ballot, Revealed
from okr_tui.store.ballots import ballots, open_ballot
from okr_tui.store.change import Change
from okr_tui.words.language import _


def people_of(workspace: Workspace, team: str, today: date) -> tuple[str, ...]:
    """Ids of the people of a team who are there: its members and its lead; everybody for the one above all others."""
    there = [person for person in workspace.people if person.left is None or person.left > today]
    known = workspace.team_by_id.get(team)
    if known is None:
        return ()
    own = [each.id for each in there if team in each.team or each.id in (*known.members, known.lead)]
    anchor = workspace.anchor()
    whole = anchor is not None and anchor.id == team and not any(team in each.team for each in there)
    return tuple(each.id for each in there) if whole else tuple(own)


def open_survey(
    root: Path, state: Path, author: Author, workspace: Workspace, content: CycleContent, team: str
) -> Ballot:
    """Opens the maturity survey of a team; the one that is open already where there is one.

    Raises:
        OkrError: the state folder can't be written.
    """
    asks = tuple(statement for part in STATEMENTS.values() for statement in part)
    rounds = [each.round for review in (content.reviews.get(team),) if review for each in review.tally
              if each.about in asks]  # fmt: skip
    ritual = ritual_of(content, team, SURVEY)
    return _opened(state, Ballot(
        new_id("survey", author.choose), "survey", _("How well do we live the method?"), asks, (), LOWEST, HIGHEST,
        max(rounds, default=0) + 1, people_of(workspace, team, author.today), ritual.id if ritual else "", team,
        content.cycle.id, str(root), author.today,
    ))  # fmt: skip


def open_notes(
    root: Path, state: Path, author: Author, workspace: Workspace, content: CycleContent, team: str,
    formats: dict[Board, str] | dict[Board, tuple[str, ...]],
) -> Ballot:  # fmt: skip
    """Opens the boards of a retrospective for notes that people write alone.

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace.
        author: who presents.
        workspace: what is known.
        content: the cycle.
        team: whose retrospective.
        formats: board → format, or columns of its own; the usual format for a board that isn't named.

    Raises:
        OkrError: the state folder can't be written.
    """
    columns: list[str] = []
    for board in BOARDS:
        said: Any = formats.get(board) or "four-questions"
        columns += [f"{board}/{each}" for each in (FORMATS[said] if isinstance(said, str) else said)]
    ritual = ritual_of(content, team, RETRO)
    return _opened(state, Ballot(
        new_id("notes", author.choose), "notes", _("Notes for the retrospective, each alone first"), tuple(columns),
        may=people_of(workspace, team, author.today), ritual=ritual.id if ritual else "", team=team,
        cycle=content.cycle.id, root=str(root), on=author.today,
    ))  # fmt: skip


def open_vote(
    root: Path, state: Path, author: Author, content: CycleContent, team: str, about: str, title: str, *,
    may: tuple[str, ...] = (), options: tuple[str, ...] = (), low: int = 0, high: int = 10, ritual: str = "",
    again: int = 1,
) -> Ballot:  # fmt: skip
    """Opens a vote on one thing: a number (confidence, 0…10), or one of some options (ambition).

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace.
        author: who presents.
        content: the cycle.
        team: in whose review the tally will stand.
        about: id of what is voted on.
        title: what people are asked.
        may: ids of those who may vote; anybody where it is empty.
        options: what can be chosen; a number from low to high where there are none.
        low: the lowest number.
        high: the highest number.
        ritual: id of the ritual in which it happens.
        again: which round it is, from 1.

    Raises:
        OkrError: the state folder can't be written.
    """
    return _opened(state, Ballot(
        new_id("vote", author.choose), "vote", title, (about,), options, low, high, again, may, ritual, team,
        content.cycle.id, str(root), author.today,
    ))  # fmt: skip


def tally(root: Path, author: Author, content: CycleContent, revealed: Revealed, kind: str = SURVEY) -> Act:
    """Writes the sums of a survey or a vote into the team's review: what was asked, how often which answer, no names.

    Args:
        root: the workspace folder.
        author: who presents.
        content: the cycle.
        revealed: what lay in the box.
        kind: the ritual that is made for it where the cycle has none of this kind and the ballot names none.

    Raises:
        WrongUsage: nothing was answered; of a survey, nothing by four people.
        OkrError: a file can't be read.
    """
    ballot = revealed.ballot
    if not revealed.counts:
        raise WrongUsage(_("Nothing was answered."))
    made: tuple[Any, ...] = ()
    ritual = ballot.ritual
    if not ritual:
        ritual, made = ritual_for(root, author, content, ballot.team, kind)
    review = review_of(root, ballot.cycle, ballot.team)
    rows = review.tables.setdefault("tally", [])
    mark = ballot.id.rpartition("-")[2]
    for about in ballot.asks:
        if about not in revealed.counts:
            continue
        identity = f"{about[:70]}-{mark}"
        rows[:] = [row for row in rows if row.get("id") != identity]
        counts = {answer: revealed.counts[about][answer] for answer in sorted(revealed.counts[about], key=_in_order)}
        rows.append({
            "id": identity, "ritual": ritual, "about": about, "round": ballot.round, "on": author.today,
            "counts": counts,
        })  # fmt: skip
    still_valid(review)
    name = _("result of the survey") if ballot.kind == "survey" else _("result of a vote")
    return Act(rows[-1]["id"], Change(name, (review.changed(review.tables), *made)))


def shown_notes(root: Path, author: Author, content: CycleContent, revealed: Revealed) -> Act:
    """Puts the notes of a box onto the boards, each into its author's journal; those nobody signed into the presenter's.

    They stand in an order that says nothing of when they were written, all with the moment of the showing.

    Raises:
        WrongUsage: nobody wrote any.
        OkrError: a file can't be read.
    """
    ballot = revealed.ballot
    written = sorted(
        (slip.who or author.me, *ask.partition("/")[::2], str(text))
        for slip in revealed.slips
        for ask, text in slip.said
    )
    known = {note.id for journal in content.journals for note in journal.note}
    jots = tuple(
        (each[0], Jot(_board(each[1]), each[2], each[3], _note_id(ballot, number, each)))
        for number, each in enumerate(written)
    )
    left = tuple((person, jot) for person, jot in jots if jot.id not in known)
    if jots and not left:
        return Act(jots[0][1].id or "", Change(_("notes on the boards"), ()))
    return add_notes(root, author, content, ballot.team, left)


def _opened(state: Path, wanted: Ballot) -> Ballot:
    """The ballot of the same kind on the same thing that is open already, else this one, opened."""
    same = (wanted.kind, wanted.cycle, wanted.team)
    alike = [each for each in ballots(state) if (each.kind, each.cycle, each.team) == same]
    known = next((each for each in alike if wanted.kind != "vote" or each.asks == wanted.asks), None)
    return known or open_ballot(state, wanted)


def _board(code: str) -> Board:
    return "method" if code == "method" else "performance"


def _note_id(ballot: Ballot, number: int, written: tuple[str, ...]) -> str:
    """An id that is the same when the same box is shown again."""
    digest = hashlib.sha256("\0".join((ballot.id, str(number), *written)).encode()).digest()
    return "no-" + "".join(CROCKFORD[byte % 32] for byte in digest[:10])


def _in_order(answer: str) -> tuple[int, str]:
    return (int(answer), "") if answer.lstrip("-").isdecimal() else (10**6, answer)
