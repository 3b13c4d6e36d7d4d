"""`okr report`: what a meeting reads, what another program reads."""

import base64
import csv
import json
import os
from pathlib import Path

import pytest

from okr_tui.cli.main import run


def test_a_meeting_reads_where_everything_stands_and_what_to_talk_about(root, capsys):
    assert run(["report", "--team", "product"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# Lumio · T3\n")
    assert "## Product" in out
    assert "## Growth" not in out
    assert "| Median answer time | Noa Berger | 6.2 h | 8 → 3 h | 36 % | 4 | ▼ slipping |" in out
    assert "- **Answered without a human**: pace 0.35" in out
    assert "Who checked in" not in out


def test_the_format_is_that_of_the_files_name(root, tmp_path, capsys):
    for name, begins in (
        ("r.md", "# Lumio"),
        ("r.html", "<!doctype html>"),
        ("r.csv", "\ufeffcycle,team"),
        ("r.json", "{"),
    ):
        assert run(["report", "-o", str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    assert capsys.readouterr().out == ""


def test_json_has_the_keys_of_status_and_a_champions_rounds_where_asked(root, capsys):
    run(["status", "--json"])
    status = json.loads(capsys.readouterr().out)
    assert run(["report", "--json", "--champion"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told.pop("champion")) == {"people", "teams", "drafts", "requests", "unowned"}
    assert told == status


def test_a_champions_report_names_who_waits(root, capsys):
    assert run(["report", "--champion"]) == 0
    out = capsys.readouterr().out
    assert "| Person | checked in | overdue | rhythm | last word |" in out
    assert "## Unanswered" in out


def test_a_closed_cycle_is_told_with_its_scores(root, capsys):
    assert run(["report", "--cycle", "t2"]) == 0
    assert "score 0." in capsys.readouterr().out


def test_a_file_of_the_workspace_is_never_written_over(root, capsys):
    before = (root / "okr.toml").read_bytes()
    assert run(["report", "-o", str(root / "okr.toml")]) == 2
    assert (root / "okr.toml").read_bytes() == before
    assert run(["report", "-o", str(root / "missing" / "r.md")]) == 3
    assert "can't be written" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX")
def test_a_report_that_was_private_stays_so(root, tmp_path):
    (tmp_path / "r.md").write_text("old", encoding="utf-8")
    (tmp_path / "r.md").chmod(0o600)
    assert run(["report", "-o", str(tmp_path / "r.md")]) == 0
    assert (tmp_path / "r.md").stat().st_mode & 0o777 == 0o600


def test_a_spreadsheet_reads_one_row_a_key_result(root, tmp_path):
    assert run(["report", "-o", str(tmp_path / "r.csv")]) == 0
    with Path(tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = {row["key_result"]: row for row in csv.DictReader(stream)}
    median = rows["Median answer time"]
    assert (median["team"], median["value"], median["target"], median["status"]) == (
        "product",
        "6.2",
        "3.0",
        "slipping",
    )


def test_an_export_holds_every_file_to_the_byte_closed_cycles_and_broken_files_too(root, tmp_path):
    (root / "cycles" / "t3" / "okrs" / "care.toml").write_text("format = 1\nteam = [[[\n", encoding="utf-8")
    (root / "cycles" / "t3" / "okrs" / "people.toml").write_bytes(b'format = 1\nteam = "people" # \xe9\n')
    assert run(["export", "-o", str(tmp_path / "all.json")]) == 0
    told = json.loads((tmp_path / "all.json").read_text(encoding="ascii"))
    for path in root.rglob("*.toml"):
        file = told["files"][path.relative_to(root).as_posix()]
        data = file["text"].encode() if "text" in file else base64.b64decode(file["base64"])
        assert data == path.read_bytes()
    assert told["workspace"] == "lumio-7d4kq"
    assert told["files"]["cycles/t3/okrs/care.toml"]["tables"] is None
    assert told["files"]["cycles/t3/cycle.toml"]["tables"]["cycle"]["start"] == "2026-09-01"
