"""Two people on two sides of the date line say one thing each: both see both at once, and what was said later counts."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gitted import git, needs_git, own_settings
from tests.workspaces import END, START, Small

pytestmark = [needs_git, pytest.mark.skipif(sys.platform == "win32", reason="zones are set by TZ")]
ZONES = {"noa": "<+14>-14", "sam": "<-10>+10"}


@pytest.fixture
def clones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    own_settings(tmp_path, monkeypatch)
    small = Small()
    small.cycles["t3"]["cycle"] |= {"start": START.replace(year=2000), "end": END.replace(year=2100)}
    small.objective("product", "grow", owner="noa")
    small.key_result("grow", "nps", baseline=0, target=100)
    seed = small.write(tmp_path / "noa")
    git(tmp_path, "init", "-q", "--bare", "shared.git")
    git(seed, "init", "-q")
    git(seed, "add", ".")
    git(seed, "commit", "-q", "-m", "seed")
    git(seed, "remote", "add", "origin", str(tmp_path / "shared.git"))
    git(seed, "push", "-q", "-u", "origin", "main")
    git(tmp_path, "clone", "-q", str(tmp_path / "shared.git"), "sam")
    return {person: tmp_path / person for person in ZONES}


def okr(folder: Path, person: str, *words: str) -> str:
    own = {"TZ": ZONES[person], "HOME": str(folder.parent), "XDG_STATE_HOME": str(folder.parent / f"{person}-state")}
    environment = {**os.environ, **own, "XDG_CACHE_HOME": str(folder.parent / f"{person}-cache"), "OKR_ME": person}
    environment.pop("OKR_TODAY", None)
    done = subprocess.run(
        [sys.executable, "-m", "okr_tui", "-w", str(folder), *words],
        env=environment, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3], timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("order", [("noa", "sam"), ("sam", "noa")])
def test_both_see_both_at_once_and_the_later_word_counts(clones: dict[str, Path], order: tuple[str, str]) -> None:
    figures = dict(zip(order, ("20", "30"), strict=True))
    for person in order:
        okr(clones[person], person, "sync", "--trust")
        okr(clones[person], person, "checkin", "nps", figures[person], "-c", "5")
        okr(clones[person], person, "sync")
    okr(clones[order[0]], order[0], "sync")
    for person in order:
        (team,) = [
            each
            for each in json.loads(okr(clones[person], person, "status", "--json"))["teams"]
            if each["id"] == "product"
        ]
        (result,) = team["objectives"][0]["key_results"]
        assert result["value"] == 30, person
        said = [
            each
            for each in json.loads(okr(clones[person], person, "log", "nps", "--json"))
            if each["kind"] == "check-in"
        ]
        assert sorted(each["value"] for each in said) == [20, 30]
