"""A weekly check-in of a team of five, from its start to its minutes, by keys alone, over pseudo-terminals."""

import os
import sys
import tomllib
from pathlib import Path
from shutil import copytree

import pytest

from tests.e2e.terminal import Terminal

SAMPLES = Path(__file__).parents[2] / "sample_data"
ASKED = 8
"""Key results of the team that changed or fell in the week of the sample."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a thing of POSIX")


@pytest.fixture
def root(tmp_path):
    return Path(copytree(SAMPLES / "lumio", tmp_path / "lumio"))


def okr(root, person, *words):
    """A terminal in which a person runs okr."""
    kept = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "COLUMNS", "LINES"}}
    environment = {
        **kept, "OKR_ME": person, "OKR_TODAY": "2026-10-16", "OKR_WORKSPACE": str(root), "TERM": "xterm-256color",
        "COLORTERM": "truecolor", "LANG": "C.UTF-8", "HOME": str(root.parent), "TEXTUAL_ANIMATIONS": "none",
        **{f"XDG_{kind}_HOME": str(root.parent / kind.lower()) for kind in ("STATE", "CACHE", "CONFIG")},
    }  # fmt: skip
    return Terminal([sys.executable, "-m", "okr_tui", *words], environment, root.parent)


def table(root, path):
    return tomllib.loads((root / "cycles" / "t3" / path).read_text())


def votes_by_joining(root, person, confidence):
    with okr(root, person, "join") as own:
        for number in range(1, ASKED + 1):
            own.wait_for("0–10", times=number)  # before that, what is typed is thrown away
            own.press(str(confidence), "enter")
        assert "Your answer is in the box." in own.ended()
        assert f" {confidence}" not in own.shown.replace(str(root), "")


def votes_here(screen, name, confidence):
    for number in range(1, ASKED + 1):
        screen.wait_for(name, f"({number} of {ASKED})")
        screen.press(str(confidence), "enter")


def test_a_team_of_five_holds_its_weekly_check_in_from_start_to_minutes(root):
    with okr(root, "noa", "ritual", "-o", "minutes.md") as screen:
        screen.wait_for("Present a ritual: Product", "Weekly check-in")
        screen.press("enter")
        screen.wait_for("What went well since last week?", "of 2 minutes", "▸ ")
        screen.press("n")
        screen.wait_for("0 votes of 5 are in", "okr join")

        for person, confidence in (("sam", 2), ("ines", 4), ("lea", 9)):
            votes_by_joining(root, person, confidence)
        shown = screen.wait_for("3 votes of 5 are in", "still to come  Noa, Zoé")
        assert "spread" not in shown

        screen.press("v")
        votes_here(screen, "Noa", 6)
        votes_here(screen, "Zoé", 7)
        shown = screen.wait_for("5 votes, spread 7", "voted 2", "voted 9", "was")
        assert "Sam" in shown
        assert "Léa" in shown

        screen.press("n")
        screen.wait_for("What do you see that the others don't?")
        screen.press("enter")
        screen.wait_for("tab turns it")
        screen.press("tab", "tab")
        screen.press(*"Sam: a second on-call, by Wed 21 Oct", "enter")
        screen.wait_for("WRITTEN DOWN  1")
        screen.press("enter", "tab")
        screen.press(*"Macros before the status page", "enter")
        screen.wait_for("WRITTEN DOWN  2")
        assert any(each.get("owner") == "sam" and str(each["due"]) == "2026-10-21"
                   for each in table(root, "review/product.toml")["action"])  # fmt: skip

        screen.press("n")
        screen.wait_for("What stands in the way, and who can help?")
        screen.press("n")
        screen.wait_for("What are the three things that we do by next week?", "to the minutes")
        screen.press("n")
        screen.wait_for("# Weekly check-in, Product", "write a file")
        screen.press("esc")
        screen.wait_for("CHECK-INS DUE")
        screen.press("q")
        screen.ended()

    minutes = (root.parent / "minutes.md").read_text()
    assert "Noa Berger, Sam Okafor, Inès Marchetti, Léa Fontaine, Zoé Renard" in minutes
    assert "confidence 5.6 (5 votes, from 2 to 9)" in minutes
    assert "- Macros before the status page" in minutes
    assert "**Sam Okafor**: a second on-call, by Wed 21 Oct" in minutes
    assert "Fri 23 Oct · Weekly check-in" in minutes

    tallies = [
        each for each in table(root, "review/product.toml")["tally"] if each["ritual"] == "weekly-check-in-190fb"
    ]
    assert len(tallies) == ASKED
    assert [each["counts"] for each in tallies] == [{"2": 1, "4": 1, "6": 1, "7": 1, "9": 1}] * ASKED
    held = next(each for each in table(root, "cycle.toml")["ritual"] if each["id"] == "weekly-check-in-190fb")
    assert held["held"].date().isoformat() == "2026-10-16"
    assert not list((root.parent / "state").rglob("ballots/*.json"))


def test_a_ritual_that_was_killed_goes_on_where_it_was(root):
    with okr(root, "noa", "ritual", "weekly") as screen:
        screen.wait_for("What went well since last week?")
        screen.press("n")
        screen.wait_for("0 votes of 5 are in")
        votes_by_joining(root, "sam", 3)
        screen.wait_for("1 vote of 5 is in")
        screen.press("n", "n")
        screen.wait_for("What stands in the way, and who can help?")
        screen.kill()
    with okr(root, "noa") as screen:
        screen.wait_for("CHECK-INS DUE")
        screen.press("p")
        screen.wait_for("GOES ON", "goes on where it was")
        screen.press("enter")
        screen.wait_for("What stands in the way, and who can help?")
        screen.press("b", "b")
        screen.wait_for("1 vote of 5 is in")
