"""Odd figures on the command line, and check-ins taken back or corrected: visibly, and only one's own."""

import json
from pathlib import Path
from typing import Any

import pytest

from okr_tui.cli.main import run
from okr_tui.store.reader import Reader

SIGN_UPS = "sign-ups-active-on-day-7-867m2"


def said(root: Path) -> list[Any]:
    content = Reader(root).read().cycles["t3"]
    return [entry.check_in for entry in content.entries[SIGN_UPS] if entry.person == "noa"]


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_what_is_odd_is_taken_and_said_on_stderr_where_nobody_can_be_asked(root, capsys):
    assert run(["checkin", "sign-ups", "2.9", "-c", "0", "-s", "on-track"]) == 0
    out, err = capsys.readouterr()
    assert "2.9 % is a tenth of the last value, 29 %, or less." in err
    assert "Confidence 0 and “on track” do not go together." in err
    assert "29 → 2.9 %" in out


def test_several_at_once_are_asked_about_once_on_a_terminal_and_nothing_is_saved_on_no(root, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _question="": "n")
    before = said(root)
    assert run(["checkin", "sign-ups=2.9/7", "templates=12/5"]) == 4
    assert said(root) == before
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _question="": "y")
    assert run(["checkin", "sign-ups=2.9/7", "templates=12/5"]) == 0
    assert said(root)[-1].value == 2.9


def test_a_check_in_is_taken_back_by_its_key_result_or_its_id_and_stays_in_the_log(root, capsys):
    run(["checkin", "sign-ups", "31", "-c", "8", "--json"])
    identity = told(capsys)["id"]
    assert run(["checkin", "--withdraw", "sign-ups"]) == 0
    assert "taken back; it stays in the log" in capsys.readouterr().out
    assert (said(root)[-1].id, said(root)[-1].withdrawn) == (identity, True)
    run(["log", SIGN_UPS, "--json"])
    row = next(row for row in told(capsys) if row["id"] == identity)
    assert [each["key"] for each in row["changes"]] == ["withdrawn"]
    assert run(["checkin", "--withdraw", identity]) == 2


def test_a_correction_keeps_its_day_and_what_was_not_said_anew(root, capsys):
    run(["checkin", "sign-ups", "310", "-c", "8", "-m", "the survey is in", "--on", "2026-10-14"])
    assert run(["checkin", "sign-ups", "31", "--replaces", "last"]) == 0
    assert "tenth" not in capsys.readouterr().err
    wrong, right = said(root)[-2:]
    assert (right.replaces, right.value, right.confidence, right.note) == (wrong.id, 31, 8, "the survey is in")
    assert right.on == wrong.on


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["checkin", "--withdraw", "ci-nothing"], "There is no check-in"),
        (["checkin", "--withdraw", SIGN_UPS, "31"], "takes no further words"),
        (["checkin", "templates", "12", "--replaces", SIGN_UPS], "on something else"),
        (["checkin", "a=1", "b=2", "c=3", "--replaces", "last"], "say one key result"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(root, capsys, argv, sentence):
    assert run(argv) == 2
    assert sentence in capsys.readouterr().err


def test_nobody_takes_back_what_somebody_else_said(root, capsys):
    identity = said(root)[-1].id
    assert run(["checkin", "--withdraw", identity, "--me", "ines"]) == 2
    assert "Only who said it" in capsys.readouterr().err
