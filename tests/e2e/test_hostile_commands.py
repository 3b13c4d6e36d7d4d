"""No command lets a terminal obey what stands in a file."""

import json

import pytest

from okr_tui.cli.main import run
from tests.hostile import OBEYED, hostile_copy

COMMANDS = [
    ["status"], ["status", "--team", "product"], ["status", "--cycle", "t2"], ["due"], ["due", "--all"], ["why", "median"],
    ["why", "product"], ["log"], ["log", "median"], ["next"], ["check"], ["check", "--format", "github"], ["doctor"],
    ["checkin", "median", "6", "-c", "5", "-m", "fine"], ["checkin", "zzzz", "6"], ["checkin", "a", "6"], ["checkin", "evil end", "5"],
    ["edit", "median", "target=4", "--why", "because"], ["edit", "median", "colour=x"], ["drop", "median", "--why", "because"],
    ["add", "objective", "One more", "--team", "product"], ["add", "pain", "Ouch", "--team", "product"],
    ["add", "initiative", "Try", "--to", "median"], ["add", "task", "Try", "--to", "median"], ["move", "median", "--to", "time-to"],
    ["cycle", "show"], ["cycle", "phase"], ["cycle", "leg"], ["cycle", "leg", "frame"], ["cycle", "new", "--start", "2026-12-01"],
    ["cycle", "new"], ["calendar"], ["calendar", "--all"],
    ["align"], ["align", "--team", "product"], ["support", "median", "--of", "vision"], ["dismiss", "nothing", "--why", "x"],
    ["answer", "an-event-on-project-k6mf2", "accept"], ["add", "request", "--kind", "invite", "--from", "median", "--to", "care"],
    ["comment", "median"], ["comment", "templates-used-twice-bb6re"], ["comment", "median", "Fine."], ["ask", "Why?"],
    ["comment", "which-first-day-do-we"], ["propose", "--team", "product"], ["agree", "a-team-feels-at-home-on-2py4d"],
    ["agree", "product", "--cycle", "t1-next"], ["choose", "which-first-day-do-we"], ["choose", "which-first-day-do-we", "2"],
    ["choose", "which-first-day-do-we", "nothing"], ["add", "poll", "Which?", "--option", "A", "--option", "B", "--about", "median"],
    ["report", "--champion"], ["report", "--format", "html"], ["report", "--team", "product", "--format", "json"], ["export"],
    ["status", "--team", "nobody"], ["status", "--me", "nobody"],
]  # fmt: skip


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory):
    return hostile_copy(tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def root(poisoned, tmp_path, monkeypatch):
    from shutil import copytree

    copy = copytree(poisoned, tmp_path / "lumio")
    monkeypatch.setenv("OKR_WORKSPACE", str(copy))
    monkeypatch.setenv("OKR_TODAY", "2026-10-16")
    monkeypatch.setenv("OKR_ME", "noa")
    monkeypatch.setattr("okr_tui.cli.prompt.refresh_soon", lambda *_told: None)
    return copy


@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
def test_nothing_but_plain_characters_reaches_the_terminal(root, capsys, argv):
    assert run(argv) in {0, 1, 2, 4}
    said = capsys.readouterr()
    assert said.out or said.err
    assert not OBEYED.search(said.out + said.err)
    assert "Traceback" not in said.err
    assert "should not" not in said.err


def test_a_calendar_file_has_no_control_character_but_the_line_ends_of_its_format(root, capsys):
    assert run(["calendar", "--ics"]) == 0
    said = capsys.readouterr().out
    assert "BEGIN:VEVENT\r\n" in said
    assert not OBEYED.search(said.replace("\r\n", "\n"))


@pytest.mark.parametrize(
    "argv",
    [
        ["status"],
        ["due"],
        ["log"],
        ["why", "median"],
        ["next"],
        ["check"],
        ["cycle", "show"],
        ["calendar"],
        ["align"],
        ["report"],
        ["export"],
    ],
    ids=" ".join,
)
def test_json_is_ascii_and_loses_nothing(root, capsys, argv):
    assert run([*argv, "--json"]) in {0, 1}
    out = capsys.readouterr().out
    assert out.isascii()
    assert not OBEYED.search(out)
    json.loads(out)


def test_json_gives_a_title_exactly_as_it_stands_in_the_file(root, capsys):
    import tomllib

    run(["status", "--json"])
    told = {
        k["title"]
        for t in json.loads(capsys.readouterr().out)["teams"]
        for o in t["objectives"]
        for k in o["key_results"]
    }
    plan = tomllib.loads((root / "cycles/t3/okrs/product.toml").read_text(encoding="utf-8"))
    assert plan["objective"][0]["key_result"][0]["title"] in told
