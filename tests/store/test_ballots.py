"""The ballot box: alone first, from several terminals, and nothing that says who or when."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from okr_tui.domain.errors import WrongUsage
from okr_tui.store import disk
from okr_tui.store.ballot import Ballot
from okr_tui.store.ballots import ballots, cast, counted, discard, open_ballot, reveal

SURVEY = Ballot("survey-1", "survey", "How?", ("make-1", "make-2"), low=1, high=5, may=("noa", "sam", "ida", "hugo"))
VOTE = Ballot("vote-1", "vote", "How sure?", ("nps",), may=("noa", "sam"))
NOTES = Ballot("notes-1", "notes", "Notes", ("method/try", "performance/learned"))


def _answered(state: Path, people: int) -> None:
    open_ballot(state, SURVEY)
    for number, who in enumerate(SURVEY.may[:people]):
        cast(state, "survey-1", (("make-1", 1 + number), ("make-2", 5)), who)


def test_how_many_have_answered_is_told_and_nothing_of_what(tmp_path: Path) -> None:
    _answered(tmp_path, 2)
    assert counted(tmp_path, "survey-1") == (2, ("noa", "sam"), ("ida", "hugo"))


def test_the_sums_of_a_survey_are_told_and_no_single_answer(tmp_path: Path) -> None:
    _answered(tmp_path, 4)
    found = reveal(tmp_path, "survey-1")
    assert found.counts == {"make-1": {"1": 1, "2": 1, "3": 1, "4": 1}, "make-2": {"5": 4}}
    assert (found.answers, found.slips) == (4, ())


def test_fewer_than_four_answers_reveal_nothing_and_the_survey_stays_open(tmp_path: Path) -> None:
    _answered(tmp_path, 3)
    with pytest.raises(WrongUsage, match="Fewer than 4"):
        reveal(tmp_path, "survey-1")
    assert [each.id for each in ballots(tmp_path)] == ["survey-1"]


def test_a_statement_that_fewer_than_four_answered_is_left_out(tmp_path: Path) -> None:
    open_ballot(tmp_path, SURVEY)
    for number in range(4):
        cast(tmp_path, "survey-1", (("make-1", 3), *((("make-2", 2),) if number else ())))
    assert set(reveal(tmp_path, "survey-1").counts) == {"make-1"}


def test_what_the_box_holds_of_a_survey_ties_no_answer_to_a_person_or_a_moment(tmp_path: Path) -> None:
    _answered(tmp_path, 4)
    (file,) = (tmp_path / "ballots").iterdir()
    box = json.loads(file.read_bytes())["box"]
    assert box["slips"] == []
    assert box["took_part"] == sorted(SURVEY.may)
    assert set(box) == {"counts", "slips", "took_part", "unnamed"}
    assert file.stat().st_mode & 0o777 == 0o600


def test_nobody_answers_a_survey_twice_or_where_others_are_asked(tmp_path: Path) -> None:
    _answered(tmp_path, 1)
    for who, why in (("noa", "You have answered"), ("maya", "asked of others")):
        with pytest.raises(WrongUsage, match=why):
            cast(tmp_path, "survey-1", (("make-1", 3),), who)
    assert counted(tmp_path, "survey-1").answers == 1


@pytest.mark.parametrize(
    ("ballot", "said"),
    [
        (SURVEY, (("make-1", 6),)), (SURVEY, (("make-1", 0),)), (SURVEY, (("make-1", "3"),)), (SURVEY, (("make-1", True),)),
        (SURVEY, (("other", 3),)), (SURVEY, (("make-1", 3), ("make-1", 4))), (SURVEY, ()),
        (VOTE, (("nps", 11),)), (VOTE._replace(options=("yes", "no")), (("nps", "maybe"),)),
        (NOTES, (("method/try", "  "),)), (NOTES, (("method/try", 3),)), (NOTES, (("method/try", "x" * 2001),)),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_refused_and_changes_nothing(tmp_path: Path, ballot: Ballot, said: tuple) -> None:
    open_ballot(tmp_path, ballot)
    with pytest.raises(WrongUsage):
        cast(tmp_path, ballot.id, said)
    assert counted(tmp_path, ballot.id).answers == 0


def test_a_vote_can_be_changed_until_it_is_revealed_and_then_names_who_gave_what(tmp_path: Path) -> None:
    open_ballot(tmp_path, VOTE)
    cast(tmp_path, "vote-1", (("nps", 3),), "noa")
    cast(tmp_path, "vote-1", (("nps", 8),), "noa")
    cast(tmp_path, "vote-1", (("nps", 4),), "sam")
    found = reveal(tmp_path, "vote-1")
    assert found.counts == {"nps": {"8": 1, "4": 1}}
    assert {(slip.who, slip.said) for slip in found.slips} == {("noa", (("nps", 8),)), ("sam", (("nps", 4),))}
    with pytest.raises(WrongUsage, match="revealed already"):
        cast(tmp_path, "vote-1", (("nps", 5),), "sam")


def test_notes_are_added_to_what_one_has_written(tmp_path: Path) -> None:
    open_ballot(tmp_path, NOTES)
    cast(tmp_path, "notes-1", (("method/try", "one"),), "noa")
    cast(tmp_path, "notes-1", (("method/try", "two"), ("performance/learned", "three")), "noa")
    (slip,) = reveal(tmp_path, "notes-1").slips
    assert [text for _column, text in slip.said] == ["one", "two", "three"]


def test_a_ballot_that_was_revealed_is_found_again_until_it_is_taken_away(tmp_path: Path) -> None:
    _answered(tmp_path, 4)
    first = reveal(tmp_path, "survey-1")
    assert ballots(tmp_path) == ()
    assert [each.id for each in ballots(tmp_path, closed=True)] == ["survey-1"]
    assert reveal(tmp_path, "survey-1") == first
    discard(tmp_path, "survey-1")
    assert list((tmp_path / "ballots").iterdir()) == []
    with pytest.raises(WrongUsage, match="no longer asked"):
        reveal(tmp_path, "survey-1")


def test_answers_from_many_terminals_at_once_are_all_in_the_box(tmp_path: Path) -> None:
    open_ballot(tmp_path, SURVEY._replace(may=()))
    program = (
        "import sys; from pathlib import Path; from okr_tui.store.ballots import cast\n"
        "for n in range(5): cast(Path(sys.argv[1]), 'survey-1', (('make-1', 1 + n),))"
    )
    running = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path)]) for _ in range(4)]
    assert [each.wait() for each in running] == [0] * 4
    assert reveal(tmp_path, "survey-1").counts == {"make-1": {str(n): 4 for n in range(1, 6)}}


@pytest.mark.parametrize("dies", ["fsync", "replace"])
def test_an_answer_is_in_the_box_or_not_wherever_the_process_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dies: str
) -> None:
    _answered(tmp_path, 3)

    class EndsHereError(BaseException):
        pass

    def end(*_said: object) -> None:
        raise EndsHereError

    with monkeypatch.context() as patched:
        patched.setattr(os, dies, end)
        with pytest.raises(EndsHereError):
            cast(tmp_path, "survey-1", (("make-1", 5), ("make-2", 5)), "hugo")
    assert counted(tmp_path, "survey-1").answers == 3
    cast(tmp_path, "survey-1", (("make-1", 5), ("make-2", 5)), "hugo")
    assert counted(tmp_path, "survey-1").answers == 4
    assert [each.name for each in (tmp_path / "ballots").iterdir()] == ["survey-1.json"]


def test_the_order_in_which_slips_lie_says_nothing_of_when_they_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "settled", lambda _folders: True)
    orders = set()
    for number in range(12):
        state = tmp_path / str(number)
        open_ballot(state, VOTE._replace(may=()))
        for value in range(5):
            cast(state, "vote-1", (("nps", value),))
        orders.add(tuple(slip.said[0][1] for slip in reveal(state, "vote-1").slips))
    assert len(orders) > 1
