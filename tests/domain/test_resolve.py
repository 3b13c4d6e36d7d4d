import sys

import pytest

from okr_tui.domain.resolve import NothingFits, SeveralFit, pick, resolve, resolve_cycle, resolve_person, resolve_team
from okr_tui.domain.workspace import Workspace
from tests.workspaces import Small, day


@pytest.fixture
def workspace() -> Workspace:
    small = Small()
    small.objective("product", "grow-aaaaa", title="Grow")
    small.key_result("grow-aaaaa", "activation-rate-9x3w7", title="Activation rate of sign-ups")
    small.key_result("grow-aaaaa", "active-teams-bbbbb", title="Équipes actives chaque semaine")
    small.key_result("grow-aaaaa", "answer-time-ccccc", title="Median answer time")
    small.teams[1]["kpi"] = [{"id": "uptime-ddddd", "title": "Uptime"}]
    small.cycle("t4", start=day(101), end=day(200), phase="make")
    small.objective("product", "next-eeeee", "t4", title="Something else")
    small.key_result("next-eeeee", "activation-later-fffff", title="Activation, later")
    small.cycle("t2", start=day(-120), end=day(-1), phase="closed")
    small.objective("product", "old-ggggg", "t2", title="Old one")
    return small.workspace()


def found(workspace: Workspace, text: str, *kinds: str) -> str:
    return str(resolve(workspace, day(45), text, kinds).table.id)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("answer-time-ccccc", "answer-time-ccccc"),
        ("ans", "answer-time-ccccc"),
        ("ANS", "answer-time-ccccc"),
        ("activat", "activation-rate-9x3w7"),
        ("next", "next-eeeee"),
        ("uptime", "uptime-ddddd"),
        ("median answer", "answer-time-ccccc"),
        ("equipes actives", "active-teams-bbbbb"),
        ("Median anwser tme", "answer-time-ccccc"),
        ("old-ggggg", "old-ggggg"),
    ],
)
def test_ids_beginnings_and_titles_find_the_one_thing(workspace: Workspace, text: str, identity: str) -> None:
    assert found(workspace, text) == identity


def test_the_running_cycle_goes_before_the_next_one(workspace: Workspace) -> None:
    assert found(workspace, "activation") == "activation-rate-9x3w7"
    assert found(workspace, "activation-l") == "activation-later-fffff"


def test_closed_cycles_are_found_by_the_whole_id_only(workspace: Workspace) -> None:
    for text in ("old-ggg", "Old one"):
        with pytest.raises(NothingFits):
            found(workspace, text)


def test_an_ambiguous_beginning_lists_the_candidates(workspace: Workspace) -> None:
    with pytest.raises(SeveralFit) as error:
        found(workspace, "activ")
    assert error.value.exit_code == 4
    assert error.value.candidates == (
        ("activation-rate-9x3w7", "Activation rate of sign-ups"),
        ("active-teams-bbbbb", "Équipes actives chaque semaine"),
    )


def test_kinds_narrow_what_is_meant(workspace: Workspace) -> None:
    assert found(workspace, "grow", "objective") == "grow-aaaaa"
    with pytest.raises(NothingFits):
        found(workspace, "grow-aaaaa", "initiative")


@pytest.mark.parametrize("text", ["", "  ", "zzz", "\x1b[2J", "../../etc"])
def test_what_nothing_is_called_is_wrong_usage(workspace: Workspace, text: str) -> None:
    with pytest.raises(NothingFits) as error:
        found(workspace, text)
    assert error.value.exit_code == 2


def test_people_teams_and_cycles_are_found_likewise(workspace: Workspace) -> None:
    assert resolve_person(workspace, "noa") == "noa"
    assert resolve_person(workspace, "okafor") == "sam"
    assert resolve_team(workspace, "prod") == "product"
    assert resolve_cycle(workspace, day(45), "t4").cycle.id == "t4"
    assert resolve_cycle(workspace, day(45), "t2").cycle.id == "t2"
    with pytest.raises(SeveralFit):
        resolve_cycle(workspace, day(45), "t")
    with pytest.raises(NothingFits) as error:
        resolve_person(workspace, "zebulon")
    assert (error.value.kind, error.value.text) == ("person", "zebulon")


def test_two_of_one_title_must_be_told_apart() -> None:
    with pytest.raises(SeveralFit):
        pick("mails", [("a-1", "Mails"), ("b-2", "Mails")], "thing")


def test_an_exact_id_does_not_load_the_fuzzy_matcher(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    assert found(workspace, "answer-time-ccccc") == "answer-time-ccccc"
    assert found(workspace, "ans") == "answer-time-ccccc"
