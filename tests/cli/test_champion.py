"""`okr champion`: a champion's rounds as lines and as an object."""

import json

from okr_tui.cli.main import run


def test_the_rounds_fit_a_terminal_of_80_cells(root, capsys):
    assert run(["champion"]) == 0
    out = capsys.readouterr().out
    assert "Maya Lindqvist     sponsor" in out
    assert "UNANSWERED  3" in out
    assert "WITHOUT AN OWNER  none" in out
    assert max(map(len, out.splitlines())) <= 80


def test_a_script_reads_people_teams_and_what_is_stuck(root, capsys):
    assert run(["champion", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"people", "teams", "drafts", "requests", "unowned"}
    assert told["people"][0]["person"] == "maya"
    product = next(each for each in told["teams"] if each["team"] == "product")
    assert (product["made"], product["wanted"], product["stale"], product["slipping"]) == (5, 9, 1, 1)
    assert {each["turn"] for each in told["requests"]} == {"care", "product"}
