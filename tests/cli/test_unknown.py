"""What nobody knows is an error that names what was likely meant, and it writes nothing."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from okr_tui.cli.main import run
from okr_tui.cli.verbs import VERBS

README = Path(__file__).parents[2] / "README.md"
CRONTAB = re.search(r"```crontab\n(.*?)```", README.read_text("utf-8"), re.DOTALL)[1].splitlines()


def told(capsys, *argv):
    code = run(list(argv))
    return code, capsys.readouterr().err


def files(root):
    return {path: path.read_bytes() for path in root.rglob("*.toml")}


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb not in ("prompt", "merge-driver")])
def test_every_verb_refuses_an_option_that_it_does_not_know(root, capsys, verb):
    before = files(root)
    code, words = told(capsys, verb, "--tody=2026-10-16")
    assert code == 2
    assert "--tody" in words
    assert "--today" in words
    assert files(root) == before


@pytest.mark.parametrize(("typed", "meant"), [("stauts", "status"), ("chekin", "checkin"), ("alig", "align")])
def test_a_misspelt_verb_is_answered_with_the_likeliest(root, capsys, typed, meant):
    code, words = told(capsys, typed)
    assert code == 2
    assert f"“{meant}”" in words


@pytest.mark.parametrize("options", [["--confidense", "7"], ["--confidense=7"], ["-x"]])
def test_a_check_in_takes_no_unknown_option_for_a_value(root, capsys, options):
    before = files(root)
    code, words = told(capsys, "checkin", "median-answer-time-1ywek", "4", *options)
    assert code == 2
    assert options[0].partition("=")[0] in words
    assert files(root) == before


def test_a_check_in_still_takes_a_figure_below_zero(root, capsys):
    assert run(["checkin", "median-answer-time-1ywek", "-0.1"]) == 0


@pytest.mark.parametrize(
    ("identity", "pair", "meant"),
    [
        ("median-answer-time-1ywek", "titel=x", "title"),
        ("noa", "nmae=x", "name"),
        ("okr", "policy.max_objectivs=4", "max_objectives"),
    ],
)
def test_a_misspelt_key_is_answered_with_the_likeliest(root, capsys, identity, pair, meant):
    before = files(root)
    code, words = told(capsys, "edit", identity, pair)
    assert code == 2
    assert words.rstrip().endswith(f"“{meant}”?")
    assert files(root) == before


def in_cron(root, line, tmp_path):
    """Runs a line of the README's crontab as cron does: /bin/sh, a home, a short path, nothing else."""
    command = line.split(None, 5)[5]
    assert "%" not in command
    home = tmp_path / "home"
    programs = home / ".local" / "bin"
    programs.mkdir(parents=True)
    okr = programs / "okr"
    okr.write_text(f'#!/bin/sh\nOKR_TODAY=2026-10-16 exec {shlex.quote(sys.executable)} -m okr_tui "$@"\n')
    okr.chmod(0o755)
    (home / "acme").symlink_to(root)
    command = re.sub(r"curl -fsS \S+", "echo 3.5", command).replace("ada", "noa")
    command = command.replace(" nps ", " median-answer-time-1ywek ")
    bare = {"HOME": str(home), "LOGNAME": "ada", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin"}
    return subprocess.run(
        ["/bin/sh", "-c", command],
        env=bare,
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(os.name != "posix", reason="cron is a program of Unix")
def test_the_cron_line_that_asks_what_is_due_says_it(root, tmp_path):
    done = in_cron(root, CRONTAB[0], tmp_path)
    assert (done.returncode in (0, 1), done.stderr) == (True, "")
    assert done.stdout.strip()


@pytest.mark.skipif(os.name != "posix", reason="cron is a program of Unix")
def test_the_cron_line_that_gives_a_figure_saves_it(root, tmp_path):
    before = files(root)
    done = in_cron(root, CRONTAB[1], tmp_path)
    assert done.returncode == 0, done.stderr
    assert files(root) != before
