"""The verbs that read, as a person in a terminal, a pipe or a script meets them."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from okr_tui.cli import main as cli
from okr_tui.store.state import remember_me
from tests.workspaces import Small, day

HOSTILE = "Answer \x1b[31mred\x1b[0m \u202egnp\u202c\x07 time"


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of this machine's user: own state folder, no git identity, no settings from outside."""
    for name in ("OKR_ME", "OKR_TODAY", "OKR_WORKSPACE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def small() -> Small:
    made = Small()
    made.objective("product", "grow", title="New users stay", owner="sam")
    made.key_result("grow", "nps-aaaaa", title="NPS", baseline=20, target=40, unit="%")
    made.key_result("grow", "time-bbbbb", title=HOSTILE, baseline=8, target=3, unit="h")
    for number, value in ((30, 5.6), (37, 5.9), (44, 6.2)):
        made.says("noa", "check_in", on=day(number), about="time-bbbbb", value=value, confidence=7)
    made.says("noa", "check_in", on=day(30), about="nps-aaaaa", value=29, confidence=6, note=HOSTILE)
    made.objective("product", "later", title="Later", status="draft")
    made.key_result("later", "later-ccccc", title="Later one", target=4)
    made.objective("company", "top", title="Top")
    made.cycle("t2", start=day(-120), end=day(-1), phase="closed")
    made.objective("product", "old", "t2", title="Old one")
    made.key_result("old", "old-ddddd", title="Old figure", baseline=0, target=10)
    made.says("noa", "check_in", on=day(-9), cycle="t2", about="old-ddddd", value=8)
    return made


@pytest.fixture
def root(small: Small, tmp_path: Path) -> Path:
    return small.write(tmp_path / "workspace")


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs a command line within the workspace on day 45 as Noa: exit code, stdout, stderr."""
    monkeypatch.chdir(root)
    monkeypatch.setenv("OKR_TODAY", day(45).isoformat())
    monkeypatch.setenv("OKR_ME", "noa")

    def ran(*argv: str) -> tuple[int, str, str]:
        code = cli.run(list(argv))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return ran


def test_status_for_scripts_has_the_keys_they_rely_on(run: Any) -> None:
    code, out, err = run("status", "--json")
    assert (code, err) == (0, "")
    assert out.isascii()
    told = json.loads(out)
    assert set(told) >= {"workspace", "cycle", "teams"}
    assert told["workspace"] == "small"
    assert told["cycle"] == {
        "id": "t3", "name": "T3", "start": "2026-09-01", "end": "2026-12-10", "phase": "achieve", "week": 7, "weeks": 13,
    }  # fmt: skip
    assert [team["id"] for team in told["teams"]] == ["company", "product"], "in the order of teams.toml"
    product = told["teams"][1]
    assert set(product) == {"id", "score", "objectives"}
    grow, later = product["objectives"]
    assert {**grow, "key_results": 0} == {
        "id": "grow", "title": "New users stay", "owner": "sam", "status": "agreed", "health": "slipping",
        "progress": pytest.approx((0.45 + 0.36) / 2), "score": pytest.approx((0.45 + 0.36) / 2), "key_results": 0,
    }  # fmt: skip
    assert (later["status"], later["score"], later["key_results"][0]["status"]) == ("draft", None, "no-data")


def test_status_tells_a_key_result_without_rounding_anything(run: Any) -> None:
    _code, out, _err = run("status", "--json", "--team", "product")
    nps, time = json.loads(out)["teams"][0]["objectives"][0]["key_results"]
    documented = (
        "id title owner kind baseline target value progress expected pace confidence status reasons last_check_in stale"
    )
    assert list(nps)[: len(documented.split())] == documented.split()
    assert (nps["value"], nps["progress"], nps["expected"], nps["pace"]) == (29, 0.45, 0.45, 1.0)
    assert time["progress"] == (6.2 - 8) / (3 - 8)
    assert (time["status"], time["last_check_in"], time["stale"]) == ("slipping", "2026-10-15", False)
    assert time["reasons"][0] == "two falls, 5.6 → 5.9 → 6.2 h: 12 % of the way lost. Who can help?"
    assert time["title"] == HOSTILE, "scripts get every character"


def test_status_for_people_is_aligned_and_fits_80_columns(run: Any) -> None:
    code, out, _err = run("status")
    assert code == 0
    lines = out.splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert all(line == line.rstrip() for line in lines)
    (nps,) = [line for line in lines if "NPS" in line]
    assert nps.split() == ["NPS", "29", "%", "20", "→", "40", "%", "45", "%", "6", "●", "on", "track"]
    assert "      two falls, 5.6 → 5.9 → 6.2 h: 12 % of the way lost. Who can help?" in lines
    assert any(line.startswith("◇ Later") and line.endswith("draft") for line in lines)


@pytest.mark.parametrize("verb", ["status", "due", "log", "next"])
def test_nothing_that_a_terminal_obeys_comes_from_a_file_or_into_a_pipe(run: Any, verb: str) -> None:
    _code, out, err = run(verb)
    assert not {
        letter for letter in out + err if (ord(letter) < 32 and letter != "\n") or letter in "\x7f\x9b\u202e\u202c"
    }


def test_why_of_hostile_titles_is_harmless(run: Any) -> None:
    _code, out, _err = run("why", "time-bbbbb")
    assert "\x1b" not in out
    assert "Answer \ufffd[31mred" in out


def test_a_closed_cycle_is_read_when_it_is_named(run: Any) -> None:
    _code, out, _err = run("status", "--cycle", "t2", "--json")
    told = json.loads(out)
    assert told["cycle"]["id"] == "t2"
    assert told["teams"][0]["objectives"][0]["key_results"][0]["value"] == 8


def test_an_unknown_team_or_cycle_is_wrong_usage(run: Any) -> None:
    for argv in (["status", "--team", "zzz"], ["status", "--cycle", "zzz"], ["why", "zzz"], ["log", "zzz"]):
        code, out, err = run(*argv)
        assert (code, out) == (2, "")
        assert err.startswith("okr: ")
        assert err.count("\n") == 1


def test_due_is_0_until_something_is_overdue(run: Any) -> None:
    code, out, _err = run("due", "--json")
    assert code == 1
    told = json.loads(out)
    assert told == [
        {
            "kind": "check-in", "id": "nps-aaaaa", "title": "NPS", "team": "product", "due": "2026-10-09", "overdue": True,
            "cycle": "t3",
        }
    ]  # fmt: skip
    assert run("due", "--me", "maya")[:2] == (0, "Nothing waits for you.\n")
    assert run("due", "--today", day(32).isoformat())[0] == 0


def test_due_of_everybody_names_them(run: Any) -> None:
    code, out, _err = run("due", "--all", "--json")
    assert code == 1
    assert {(item["person"], item["id"]) for item in json.loads(out)} == {("noa", "nps-aaaaa")}
    assert "Noa Berger" in run("due", "--all")[1]


def test_due_needs_to_know_who_asks(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OKR_ME")
    code, _out, err = run("due")
    assert (code, "--me" in err) == (2, True)


def test_why_writes_the_formula_out(run: Any) -> None:
    code, out, _err = run("why", "time")
    assert code == 0
    assert "(8 − 6.2) ÷ (8 − 3) = 36 %" in out
    told = json.loads(run("why", "time", "--json")[1])
    assert {"label": "Progress", "text": "(8 − 6.2) ÷ (8 − 3) = 36 %"} in told["rows"]
    assert "÷ 2 = 41 %" in run("why", "grow")[1]
    assert run("why", "product")[0] == 0


def test_what_is_closed_is_found_by_its_whole_id_only(run: Any) -> None:
    assert run("why", "old-ddddd")[0] == 0
    assert run("log", "old-ddddd", "--json")[1].count('"about"') == 1
    assert run("why", "old-dddd")[0] == 2


def test_an_ambiguous_id_lists_the_candidates_and_exits_4(run: Any, small: Small, root: Path) -> None:
    small.key_result("grow", "nps-eeeee", title="NPS of admins", baseline=0, target=1)
    small.write(root)
    code, out, err = run("why", "nps")
    assert (code, out) == (4, "")
    assert "  nps-aaaaa  NPS\n" in err
    assert "  nps-eeeee  NPS of admins\n" in err


def test_the_log_says_what_changed_newest_first(run: Any) -> None:
    told = json.loads(run("log", "time", "--json")[1])
    assert [
        set(row) >= {"at", "on", "by", "about", "kind", "value", "confidence", "note", "change"} for row in told
    ] == [True] * 3
    assert [row["value"] for row in told] == [6.2, 5.9, 5.6]
    assert (told[0]["on"], told[0]["by"], told[0]["change"]) == ("2026-10-15", "noa", "value 5.9 → 6.2")
    assert told[0]["at"].endswith("+02:00")
    assert len(json.loads(run("log", "--json", "-n", "2")[1])) == 2
    assert "value 5.9 → 6.2" in run("log")[1]


def test_next_advises_in_order(run: Any) -> None:
    told = json.loads(run("next", "--json")[1])
    assert [step["code"] for step in told][:2] == ["check-in", "slipping"]
    assert told[0]["about"] == "nps-aaaaa"
    assert run("next")[1].startswith("1.  Check in 1 figure\n")


def test_next_speaks_of_the_team_that_has_a_plan(run: Any, small: Small, tmp_path: Path) -> None:
    small.people[0]["team"] = ["company", "product"]
    del small.plans["t3", "company"]
    other = str(small.write(tmp_path / "other"))
    told = json.loads(run("next", "--json", "-w", other)[1])
    assert "slipping" in {step["code"] for step in told}
    assert told == json.loads(run("next", "--json", "-w", other, "--team", "product")[1])
    assert told != json.loads(run("next", "--json", "-w", other, "--team", "company")[1])


def test_a_plan_that_cannot_be_read_is_said_wherever_it_is_missing(run: Any, root: Path) -> None:
    with (root / "cycles/t3/okrs/product.toml").open("a") as plan:
        plan.write('title = "open\n')
    said = "okr: 1 file can't be read (cycles/t3/okrs/product.toml); “okr check” says why\n"
    code, out, err = run("status", "--json")
    assert (code, err) == (0, said)
    assert json.loads(out)
    code, _out, err = run("why", "nps-aaaaa")
    assert (code, err.startswith(said)) == (2, True)
    assert run("prompt")[2] == ""


def test_global_options_stand_before_or_after_the_verb(
    run: Any, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("OKR_ME")
    monkeypatch.delenv("OKR_TODAY")
    options = ["-w", str(root / "cycles" / "t3"), "--me", "noa", "--today", "2026-10-16"]
    before, after = run(*options, "due", "--json"), run("due", "--json", *options)
    assert before == after
    assert json.loads(before[1])[0]["due"] == "2026-10-09"


def test_a_folder_inside_the_workspace_will_do(run: Any, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "cycles" / "t3" / "okrs")
    assert run("status")[0] == 0


def test_outside_a_workspace_it_says_what_to_do(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run("status")
    assert (code, out) == (3, "")
    assert "okr init" in err
    code, out, err = run()
    assert (code, err) == (0, "")
    assert "okr init" in out
    assert "okr demo" in out


def test_a_folder_that_is_gone_or_a_circle_of_links_is_no_workspace(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    for argv in ([], ["-w", str(tmp_path / "circle")], ["-w", "x" * 5000]):
        script = f"import os, sys; os.rmdir({str(gone)!r}); from okr_tui.__main__ import main; sys.argv[1:] = {[*argv, 'status']!r}; sys.exit(main())"
        done = subprocess.run([sys.executable, "-c", script], cwd=gone, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)
        gone.mkdir()


def test_a_day_that_is_none_is_wrong_usage(run: Any) -> None:
    assert run("status", "--today", "yesterday")[0] == 2
    assert run("status", "--bogus")[0] == 2
    assert run("bogus")[0] == 2


def test_who_asks_is_remembered_else_found_by_gits_email(run: Any, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OKR_ME")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.email")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "NOA@small.example")
    assert json.loads(run("due", "--json")[1])[0]["id"] == "nps-aaaaa"
    remember_me(root, "small", "maya")
    assert json.loads(run("due", "--json")[1]) == []
    assert json.loads(run("due", "--json", "--me", "noa")[1])[0]["id"] == "nps-aaaaa"
    assert run("due", "--me", "nobody")[0] == 2


def test_a_broken_file_hides_only_itself(run: Any, root: Path) -> None:
    (root / "cycles/t3/okrs/company.toml").write_text("format = 1\n[[[", encoding="utf-8")
    told = json.loads(run("status", "--json")[1])
    assert [team["id"] for team in told["teams"]] == ["product"]


def test_what_nobody_foresaw_is_one_sentence_and_a_log(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("oh no")

    monkeypatch.setattr("okr_tui.domain.rollup.cycle_standing", broken)
    code, out, err = run("status")
    assert (code, out) == (3, "")
    assert "Traceback" not in err
    assert err.count("\n") == 1
    assert "ZeroDivisionError: oh no" in (tmp_path / "state/okr/failure.log").read_text(encoding="utf-8")


def test_ctrl_c_is_130(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("okr_tui.domain.rollup.cycle_standing", interrupted)
    assert run("status")[0] == 130


def test_a_reader_that_has_seen_enough_is_no_failure(root: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "okr_tui", "log", "-w", str(root), "--today", "2026-10-16"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.close()
    assert (program.stderr.read(), program.wait(30)) == (b"", 0)
    program.stderr.close()


def test_french_workspaces_are_answered_in_french_numbers(run: Any, small: Small, root: Path) -> None:
    from okr_tui.words.language import speak

    small.settings["language"] = "fr"
    small.write(root)
    done = subprocess.run(
        [sys.executable, "-m", "okr_tui", "status", "-w", str(root), "--today", "2026-10-16"],
        capture_output=True, text=True, encoding="utf-8", check=True, env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    speak("en")
    assert "6,2\u202fh" in done.stdout
    assert "ven. 16 oct." in done.stdout


def test_every_verb_of_the_table_has_its_command() -> None:
    import click

    context = click.Context(cli.okr)
    for verb in cli.okr.list_commands(context):
        assert cli.okr.get_command(context, verb) is not None, verb


def test_help_lists_every_verb_in_one_line_each(run: Any) -> None:
    code, out, _err = run("--help")
    assert code == 0
    for verb in ("status", "due", "checkin", "why", "log", "next", "add", "init", "demo", "check"):
        assert f"\n  {verb} " in out


def test_dates_of_the_fixture() -> None:
    assert day(45) == date(2026, 10, 16)


def test_prompt_is_a_verb_like_the_others(run: Any) -> None:
    assert run("prompt") == (0, "1 due, 1 overdue\n", "")
