"""`okr due`: what waits, overdue first, its exit code for scripts, and the whole team for a champion."""

import json

import pytest

from okr_tui.cli.main import run


def owed(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, list[dict[str, object]]]:
    code = run(["due", "--json", *argv])
    return code, json.loads(capsys.readouterr().out)


def test_everybodys_is_told_with_the_person_and_a_team_can_be_chosen(root, capsys):
    _code, mine = owed(capsys)
    _code, all_of_them = owed(capsys, "--all")
    _code, product = owed(capsys, "--all", "--team", "product")
    assert 0 < len(mine) < len(all_of_them)
    assert {each["team"] for each in product} == {"product"}
    assert len({each["person"] for each in product}) > 1
    assert [each for each in all_of_them if each["team"] == "product"] == product


def test_it_exits_1_when_something_is_overdue_and_0_otherwise(root, capsys):
    code, items = owed(capsys, "--all")
    assert code == int(any(each["overdue"] for each in items)) == 1
    code, items = owed(capsys, "--me", "karim")
    assert code == int(any(each["overdue"] for each in items))


def test_a_stand_in_owes_for_who_is_away_today_and_for_nobody_else(root, capsys):
    # Tom is away from 16 to 18 October and Inès stands in
    _code, before = owed(capsys, "--me", "tom", "--today", "2026-10-15")
    _code, tom = owed(capsys, "--me", "tom")
    _code, ines = owed(capsys, "--me", "ines")
    his = {each["id"] for each in before if each["kind"] == "check-in"}
    assert his
    assert not [each for each in tom if each["kind"] != "question"]  # a poll is answered by oneself
    assert his <= {each["id"] for each in ines}


def test_overdue_comes_first(root, capsys):
    _code, items = owed(capsys, "--today", "2026-10-20")
    late = [each["overdue"] for each in items]
    assert late == sorted(late, reverse=True)
