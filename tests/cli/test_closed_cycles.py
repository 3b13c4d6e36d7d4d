"""Check-ins on what does not count are refused with what would make them count; late ones are taken for some days."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from okr_tui.cli.main import run
from tests.workspaces import END, Small, day

TODAY = day(45)


@pytest.fixture
def small() -> Small:
    made = Small()
    made.objective("product", "grow", owner="noa")
    made.key_result("grow", "nps", baseline=30, target=60, unit="%")
    return made


def at(small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, today: date = TODAY) -> Path:
    root = small.write(tmp_path / "ws")
    told = {"OKR_WORKSPACE": str(root), "OKR_ME": "noa", "OKR_TODAY": str(today), "HOME": str(tmp_path)}
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    return root


@pytest.mark.parametrize(
    ("status", "said"), [("draft", "is a draft"), ("proposed", "not agreed to"), ("dropped", "dropped")]
)
def test_a_check_in_on_what_is_not_pursued_is_refused_with_what_would_change_that(
    small, tmp_path, monkeypatch, capsys, status, said
):
    small.plan("product")["objective"][0]["status"] = status
    root = at(small, tmp_path, monkeypatch)
    assert run(["checkin", "nps", "41"]) == 2
    assert said in capsys.readouterr().err
    assert not list(root.rglob("journal/*/*.toml"))


def test_a_key_result_that_was_dropped_alone_takes_no_figure(small, tmp_path, monkeypatch, capsys):
    small.plan("product")["objective"][0]["key_result"][0]["dropped"] = {"on": day(10), "why": "Not now"}
    at(small, tmp_path, monkeypatch)
    assert run(["checkin", "nps", "41"]) == 2
    assert "was dropped" in capsys.readouterr().err


@pytest.mark.parametrize(("days", "code"), [(0, 0), (14, 0), (15, 2)])
def test_a_late_figure_is_taken_for_fourteen_days_and_said_to_be_late(small, tmp_path, monkeypatch, capsys, days, code):
    small.cycles["t3"]["cycle"]["phase"] = "closed"
    small.cycle("next", start=END + timedelta(days=1), end=END + timedelta(days=90))
    small.review("product", grade=[{"about": "nps", "computed": 0.4}])
    root = at(small, tmp_path, monkeypatch, END + timedelta(days=days))
    assert run(["checkin", "nps", "58"]) == code
    told = capsys.readouterr()
    assert ("late" in told.out) is (code == 0)
    assert ("final" in told.err) is (code == 2)
    assert "computed = 0.4" in (root / "cycles/t3/review/product.toml").read_text(encoding="utf-8")
    assert run(["status", "--cycle", "t3", "--json"]) == 0
    (team,) = [each for each in json.loads(capsys.readouterr().out)["teams"] if each["id"] == "product"]
    assert team["score"] == 0.4


def test_the_app_says_the_same_of_a_draft(small, tmp_path):
    from okr_tui.actions.check_in import Subject, barred

    about = Subject("nps", "NPS", "metric", "%", "t3", "product", "Product", state="draft")
    assert "is a draft" in (barred(about) or "")
    assert barred(about._replace(state="late")) is None
    assert barred(about._replace(state="open")) is None


def test_a_cycle_that_still_runs_is_not_closed_by_force_alone(small, tmp_path, monkeypatch, capsys):
    root = at(small, tmp_path, monkeypatch)
    assert run(["cycle", "close", "t3", "--force"]) == 4
    assert f"{(END - TODAY).days} days are left" in capsys.readouterr().err
    assert 'phase = "achieve"' in (root / "cycles/t3/cycle.toml").read_text(encoding="utf-8")
    assert run(["cycle", "close", "t3", "--force", "--early"]) == 0
    assert 'phase = "closed"' in (root / "cycles/t3/cycle.toml").read_text(encoding="utf-8")


def test_a_draft_that_nobody_proposed_is_no_part_of_a_closed_cycle(small, tmp_path, monkeypatch, capsys):
    small.objective("product", "never", status="draft")
    small.cycles["t3"]["cycle"]["phase"] = "closed"
    at(small, tmp_path, monkeypatch, END)
    for words in (["status", "--cycle", "t3"], ["report", "--cycle", "t3"]):
        assert run(words) == 0
        assert "Never" not in capsys.readouterr().out


@pytest.mark.parametrize("words", [["grade", "nps", "0.5", "--why", "So"], ["decide", "grow", "close", "--why", "So"]])
def test_grading_and_deciding_can_name_a_closed_cycle(small, tmp_path, monkeypatch, words):
    small.cycles["t3"]["cycle"]["phase"] = "closed"
    small.cycle("next", start=END + timedelta(days=1), end=END + timedelta(days=90))
    small.objective("product", "grow-on", "next", owner="noa")
    root = at(small, tmp_path, monkeypatch, END + timedelta(days=3))
    assert run([*words, "--cycle", "t3"]) == 0
    assert "So" in (root / "cycles/t3/review/product.toml").read_text(encoding="utf-8")


def test_somebody_elses_grade_is_not_replaced_without_a_question(small, tmp_path, monkeypatch, capsys):
    root = at(small, tmp_path, monkeypatch, END)
    assert run(["grade", "nps", "0.5", "--why", "So"]) == 0
    assert run(["grade", "nps", "0.9", "--why", "No", "--me", "maya"]) == 4
    assert "--opinion" in capsys.readouterr().err
    assert "self = 0.5" in (root / "cycles/t3/review/product.toml").read_text(encoding="utf-8")
    assert run(["grade", "nps", "0.6", "--why", "Again"]) == 0
