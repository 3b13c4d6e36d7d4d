"""The ballot box: votes, survey answers and notes written alone, kept on the machine that presents until they are revealed.

Ballots are nobody's words (workspace.md, rule 3), so none of this is ever in the workspace: a ballot is one file in the
state folder, readable by its user alone, and gone once its result is written. Several terminals of the machine may cast
at once. Of a survey only sums are kept, and who has taken part; which answer is whose is not known even here. A vote
keeps who gave which, so that the two outliers can be asked to speak first, and a note who wrote it, because once it is
shown it stands in that person's journal; both are told in an order that says nothing about when they came.
"""

import json
import os
import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.ids import is_id
from okr_tui.domain.maturity import FEWEST
from okr_tui.store import disk
from okr_tui.store.ballot import EMPTY, Ballot, Count, Revealed, Said, count, put, told
from okr_tui.store.lock import locked
from okr_tui.store.own_files import make_private_folder
from okr_tui.store.state import every_state_folder
from okr_tui.words.language import _

_FOLDER = "ballots"


class Presented(NamedTuple):
    """A ballot that is open on this machine, and the state folder in which it lies."""

    state: Path
    ballot: Ballot


def open_ballot(state: Path, ballot: Ballot) -> Ballot:
    """Opens a ballot; one that is open already with the same id stays as it is.

    Args:
        state: this machine's state folder for the workspace.
        ballot: what is asked.

    Raises:
        OkrError: the state folder can't be written.
    """
    if not is_id(ballot.id):
        raise ValueError(ballot.id)
    with _box(state) as folder:
        if not (folder / f"{ballot.id}.json").exists():
            _write(folder, ballot, EMPTY)
    return ballot


def ballots(state: Path, *, closed: bool = False) -> tuple[Ballot, ...]:
    """Every ballot of a workspace that people can answer now, by its day, then its title.

    Args:
        state: this machine's state folder for the workspace.
        closed: those instead that are revealed, and whose result is not written yet: somebody was stopped meanwhile.
    """
    found = (_known(file) for file in sorted((state / _FOLDER).glob("*.json")))
    wanted = (each for each in found if each is not None and each.closed is closed)
    return tuple(sorted(wanted, key=lambda each: (each.on, each.title, each.id)))


def presented() -> tuple[Presented, ...]:
    """Every ballot that people can answer on this machine, of whatever workspace."""
    return tuple(Presented(state, ballot) for state in every_state_folder() for ballot in ballots(state))


def cast(state: Path, identity: str, said: Said, who: str | None = None) -> Count:
    """Puts an answer into the box, from whatever terminal of this machine.

    A vote can be changed until it is revealed; notes are added; a survey takes one answer of a person, because nobody
    knows which was whose.

    Args:
        state: this machine's state folder for the workspace.
        identity: id of the ballot.
        said: the answers.
        who: the person's id, for a vote and notes, and so that nobody answers a survey twice; None gives no name.

    Raises:
        WrongUsage: it is closed, the person may not answer or has, or an answer is none.
        OkrError: the box can't be written; the answer is not in it then.
    """
    with _box(state) as folder:
        ballot, box = _read(folder, identity)
        box = put(ballot, box, said, who)
        _write(folder, ballot, box)
        return count(ballot, box)


def counted(state: Path, identity: str) -> Count:
    """How many have answered.

    Raises:
        WrongUsage: there is no such ballot.
    """
    ballot, box = _read(state / _FOLDER, identity)
    return count(ballot, box)


def reveal(state: Path, identity: str) -> Revealed:
    """Closes a ballot and says what was answered; again the same, until it is discarded.

    Raises:
        WrongUsage: there is no such ballot, or it is a survey that fewer than four have answered; it stays open then.
        OkrError: the state folder can't be written.
    """
    with _box(state) as folder:
        ballot, box = _read(folder, identity)
        if ballot.kind == "survey" and count(ballot, box).answers < FEWEST:
            raise WrongUsage(_("Fewer than {n} have answered, so nothing is shown; it stays open.").format(n=FEWEST))
        if not ballot.closed:
            ballot = ballot._replace(closed=True)
            _write(folder, ballot, box)
    return told(ballot, box)


def discard(state: Path, identity: str) -> None:
    """Takes a ballot away with all its answers; nothing where it is gone already."""
    with _box(state) as folder:
        for file in (folder / f"{identity}.json", folder / f"{identity}.tmp"):
            with suppress(FileNotFoundError):
                file.unlink()


@contextmanager
def _box(state: Path) -> Iterator[Path]:
    """The folder of the ballots, held so that nobody else writes there."""
    folder = state / _FOLDER
    try:
        make_private_folder(folder)
    except OSError as error:
        raise _unwritten(error) from error
    with locked(folder, state=folder):
        yield folder


def _read(folder: Path, identity: str) -> tuple[Ballot, dict[str, Any]]:
    gone = WrongUsage(_("This is no longer asked: it was revealed, or taken away."))
    if not is_id(identity):
        raise gone
    try:
        kept = json.loads((folder / f"{identity}.json").read_bytes())
        return _ballot(kept["ballot"]), {**EMPTY, **kept["box"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise gone from error


def _known(file: Path) -> Ballot | None:
    """The ballot in a file; None for anything else, and for one that has just been taken away."""
    try:
        return _read(file.parent, file.stem)[0]
    except WrongUsage:
        return None


def _ballot(kept: dict[str, Any]) -> Ballot:
    lists = {key: tuple(kept[key]) for key in ("asks", "options", "may")}
    return Ballot(**{**kept, **lists, "on": date.fromisoformat(kept["on"])})


def _write(folder: Path, ballot: Ballot, box: Mapping[str, Any]) -> None:
    """Writes a ballot in one step. The slips are shuffled each time, and nothing but the newest file is left.

    The temporary file always has the same name, so that one left by a process that was killed is written over.
    """
    slips = list(box["slips"])
    random.SystemRandom().shuffle(slips)
    kept = {"ballot": {**ballot._asdict(), "on": ballot.on.isoformat()}, "box": {**box, "slips": slips}}
    place = folder / f"{ballot.id}.json"
    temporary = place.with_suffix(".tmp")
    try:
        with suppress(FileNotFoundError):
            temporary.unlink()
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(json.dumps(kept, sort_keys=True).encode())
            file.flush()
            os.fsync(file.fileno())
        disk.swap(temporary, place)
    except OSError as error:
        raise _unwritten(error) from error
    disk.settled({folder})


def _unwritten(error: OSError) -> OkrError:
    reason = error.strerror or str(error)
    return OkrError(_("The ballot box of this machine can't be written: {reason}.").format(reason=reason))
