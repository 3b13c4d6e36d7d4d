"""The bench: the workspaces it makes are sound, and its arithmetic is right. Nothing here takes the time of anything."""

import os
import sys
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from bench.figures import Row, in_turn, percentile, ratio
from bench.make import Size, make
from bench.spans import spans
from bench.terminal import NeverShown, Terminal
from okr_tui.domain.guide import next_steps
from okr_tui.store.canonical import canonical
from okr_tui.store.check import check
from okr_tui.store.reader import Reader

TODAY = date(2026, 10, 16)
TINY = Size(teams=3, people=7, cycles=4)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    make(folder, TINY, 1, TODAY)
    return folder


def texts(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.toml")}


def test_a_made_workspace_has_nothing_to_complain_about(made):
    assert check(made) == ()


def test_a_made_workspace_has_what_was_asked_for(made):
    workspace = Reader(made).read()
    assert len(workspace.teams) == 3
    assert len(workspace.people) == 7
    assert [cycle.cycle.id for cycle in workspace.cycles.values() if cycle.cycle.kind == "cycle"] == [
        "y1-t1", "y1-t2", "y1-t3", "y2-t1",
    ]  # fmt: skip


def test_the_current_cycle_of_a_made_workspace_is_half_over_and_the_others_are_closed(made):
    workspace = Reader(made).read()
    current = workspace.default_cycle(TODAY)
    assert current is not None
    assert current.cycle.id == "y2-t1"
    gone = (TODAY - current.cycle.start) / (current.cycle.end - current.cycle.start)
    assert 1 / 3 < gone < 2 / 3
    assert [content.cycle.id for content in workspace.open_cycles(TODAY)] == ["y2-t1", "year-2"]
    assert set(workspace.cycles["y1-t3"].reviews) == {team.id for team in workspace.teams}


def test_owners_check_in_every_week_of_every_cycle_of_a_made_workspace(made):
    workspace = Reader(made).look_at("y1-t1", "y1-t2", "y1-t3", "year-1")
    for content in workspace.cycles.values():
        for _team, _objective, key_result in content.key_results():
            said = content.entries[key_result.id]
            weeks = (min(TODAY, content.cycle.end) - content.cycle.start).days / 7
            assert weeks / 2 < len(said) <= weeks + 1
            assert {entry.person for entry in said} == {key_result.owner}


def test_somebody_in_a_made_workspace_has_something_to_do(made):
    workspace = Reader(made).read()
    content = workspace.default_cycle(TODAY)
    assert content is not None
    team = workspace.teams[1]
    assert next_steps(workspace, team.lead, team.id, content, TODAY)


def test_every_made_file_is_in_canonical_form(made):
    assert all(canonical(text) for text in texts(made).values())


def test_the_same_seed_and_day_make_the_same_files_and_another_seed_others(made, tmp_path):
    make(tmp_path / "again", TINY, 1, TODAY)
    make(tmp_path / "other", TINY, 2, TODAY)
    assert texts(tmp_path / "again") == texts(made)
    assert texts(tmp_path / "other") != texts(made)


def test_made_people_and_teams_may_outnumber_the_names(tmp_path):
    make(tmp_path / "crowd", Size(teams=90, people=1300, cycles=1), 1, TODAY)
    people = tomllib.loads((tmp_path / "crowd" / "people.toml").read_text(encoding="utf-8"))["person"]
    teams = tomllib.loads((tmp_path / "crowd" / "teams.toml").read_text(encoding="utf-8"))["team"]
    assert len({person["id"] for person in people}) == 1300
    assert len({team["id"] for team in teams}) == 90


def test_nothing_is_made_where_something_is(tmp_path):
    (tmp_path / "okr.toml").write_text("format = 1\n", encoding="utf-8")
    with pytest.raises(FileExistsError):
        make(tmp_path, TINY, 1, TODAY)


def test_fewer_people_than_teams_make_no_company(tmp_path):
    with pytest.raises(ValueError, match="as many people"):
        make(tmp_path / "few", Size(teams=3, people=2, cycles=1), 1, TODAY)


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2024, 2, 29), date(2026, 12, 31)])
def test_made_cycles_follow_each_other_without_a_gap(today):
    found = [span for span in spans(today, 12) if span.kind == "cycle"]
    assert len(found) == 12
    assert all((later.start - sooner.end).days == 1 for sooner, later in pairwise(found))
    years = {span.id: span for span in spans(today, 12) if span.kind == "annual"}
    assert all(years[span.parent].start <= span.start < span.end <= years[span.parent].end for span in found)


def test_a_row_is_ok_up_to_its_goal_and_not_beyond():
    assert Row("start", 1.8, "×", 1.8).ok
    assert not Row("start", 1.81, "×", 1.8).ok
    assert Row("start", 99, "×").ok


def test_a_row_says_name_figure_goal_and_verdict():
    assert Row("start", 1.25, "×", 1.8).line().split() == ["start", "1.25", "×", "≤", "1.80", "×", "ok"]
    assert Row("keys", 61.4, "ms", 50).line().split() == ["keys", "61", "ms", "≤", "50", "ms", "NOT"]
    assert Row("status", 3, "×").line().split() == ["status", "3.00", "×", "–", "told"]


def test_a_ratio_is_of_medians_and_the_first_of_each_does_not_count():
    ours, theirs = iter([100.0, 6, 4, 50]), iter([100.0, 2, 2, 1])
    assert ratio(lambda: next(ours), lambda: next(theirs), 3) == 3


def test_measurements_are_taken_in_turn():
    order: list[str] = []

    def measured(name: str) -> float:
        order.append(name)
        return 1.0

    in_turn((lambda: measured("a"), lambda: measured("b")), 2)
    assert order == ["a", "b", "a", "b", "a", "b"]


def test_a_percentile_is_a_measured_value():
    values = [float(value) for value in range(1, 21)]
    assert percentile(values, 50) == 10
    assert percentile(values, 95) == 19
    assert percentile([7.0], 95) == 7
    with pytest.raises(ValueError, match="no values"):
        percentile([], 50)


def shown(program: str) -> Terminal:
    return Terminal([sys.executable, "-c", program], dict(os.environ))


def test_words_are_found_on_the_screen_however_they_were_written():
    program = r"print('\x1b[?2026$p\x1b[>1u\x1bP+q\x1b\\\x1b[31mhel\x1b[0mlo\x1b[3;5Hth\xe9re', flush=True); input()"
    with shown(program) as terminal:
        assert terminal.until("hello", "thére") > 0
        assert terminal.text.splitlines()[0].rstrip() == "hello"


def test_a_program_that_ends_without_the_words_is_told_with_what_it_said():
    with shown("print('something else')") as terminal, pytest.raises(NeverShown, match="something else"):
        terminal.until("never")


def test_a_key_is_answered_when_the_screen_has_changed():
    program = "import sys; print('ready', flush=True); sys.stdin.readline(); print('pressed', flush=True); input()"
    with shown(program) as terminal:
        terminal.until("ready")
        assert terminal.press("\n") > 0
        assert "pressed" in terminal.text
