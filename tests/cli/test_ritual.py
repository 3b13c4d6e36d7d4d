"""`okr ritual` where there is no terminal: the agenda, the workspace's own agendas, and what check says of them."""

import json

import pytest

from okr_tui.cli import main as cli

AGENDA = """format = 1

[[agenda]]
kind = "weekly-check-in"

[[agenda.step]]
code = "wins"
minutes = 3

[[agenda.step]]
code = "tea"
title = "Tea"
prompt = "Who is missing?"
minutes = 7
view = "slips"

[[agenda]]
kind = "weekly-check-in"
team = "growth"

[[agenda.step]]
code = "vote"
minutes = 5
"""


@pytest.fixture
def run(root, capsys):
    """Runs a command line: exit code, stdout, stderr."""

    def ran(*argv):
        code = cli.run(list(argv))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return ran


@pytest.fixture
def told(run):
    """The agenda of a ritual as JSON."""
    return lambda *words: json.loads(run("ritual", *words, "--json")[1])


def test_the_ritual_of_today_is_proposed(told):
    found = told()
    assert (found["kind"], found["team"], found["id"]) == ("weekly-check-in", "product", "weekly-check-in-190fb")
    assert [each["minutes"] for each in found["steps"]] == [2, 5, 8, 7, 5]
    assert found["steps"][1]["view"] == "vote"


def test_the_minutes_are_scaled_to_the_time_there_is(told):
    found = told("weekly", "--minutes", "15")
    assert sum(each["minutes"] for each in found["steps"]) == 15
    assert min(each["minutes"] for each in found["steps"]) >= 1


def test_a_team_new_to_it_speaks_longer_of_the_method(told):
    early = {each["code"]: each["minutes"] for each in told("review", "--team", "people")["steps"]}
    later = {each["code"]: each["minutes"] for each in told("review", "--team", "product")["steps"]}
    assert early["method"] > later["method"]


def test_a_workspace_has_agendas_of_its_own_and_a_team_too(root, run, told):
    (root / "agendas.toml").write_text(AGENDA)
    assert [(each["title"], each["view"]) for each in told("weekly")["steps"]] == [("Wins", "wins"), ("Tea", "slips")]
    assert [each["code"] for each in told("weekly", "--team", "growth")["steps"]] == ["vote"]
    assert run("check")[0] == 0


def test_a_broken_agenda_is_reported_with_its_line(root, run):
    (root / "agendas.toml").write_text(AGENDA.replace("minutes = 7", 'minutes = "7"'))
    code, _out, error = run("ritual", "weekly")
    assert code == 3
    assert "agendas.toml:14:" in error
    code, out, _error = run("check")
    assert code == 1
    assert "agendas.toml:14" in out


@pytest.mark.parametrize("words", [("picnic",), ("weekly", "--team", "nobody"), ("m",)])
def test_what_is_not_there_is_said(run, words):
    code, out, error = run("ritual", *words)
    assert code == 2
    assert not out
    assert error
