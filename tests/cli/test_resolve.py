import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from okr_tui.cli.main import okr
from okr_tui.domain.errors import PersonMustDecide, WrongUsage
from okr_tui.store.merge import merge
from tests.gitted import clones, git, needs_git, own_settings, replaced, synced
from tests.store.sound import FILES, written

PLAN = "cycles/2026-t3/okrs/product.toml"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(okr, ["resolve", "-w", str(root), "--me", "noa", *arguments])


def changed(text: str, *pairs: tuple[str, str]) -> dict[str, Any]:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return tomllib.loads(text)


def after(tmp_path: Path, mine: tuple[tuple[str, str], ...], other: tuple[tuple[str, str], ...]) -> Path:
    """A workspace in which two people's changes of the plan have been merged."""
    import tomli_w

    base = FILES[PLAN]
    tables = merge(tomllib.loads(base), changed(base, *mine), changed(base, *other)).tables
    return written(tmp_path / "ws", {**FILES, PLAN: tomli_w.dumps(tables)})


def plan(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / PLAN).read_text(encoding="utf-8"))


TWICE = ((("target = 60", "target = 70"),), (("target = 60", "target = 80"),))


def test_what_waits_is_listed_with_both_values_and_1(tmp_path: Path) -> None:
    root = after(tmp_path, *TWICE)
    result = run(root)
    assert result.exit_code == 1
    assert "Activation from 40 to 60 %  target  cf-" in result.output
    assert "before both: 60" in result.output
    (told,) = json.loads(run(root, "--json").output)
    assert (told["file"], told["about"], told["key"], told["base"]) == (PLAN, "activation-00002", "target", 60)
    assert {told["ours"], told["theirs"]} == {70, 80}


def test_nothing_waiting_is_0(tmp_path: Path) -> None:
    root = written(tmp_path / "ws")
    assert (run(root).exit_code, run(root).output) == (0, "Nothing waits for a choice.\n")
    assert json.loads(run(root, "--json").output) == []


@pytest.mark.parametrize(("answer", "value"), [("ours", 80), ("theirs", 70), ("65", 65)])
def test_a_choice_ends_it(tmp_path: Path, answer: str, value: int) -> None:
    root = after(tmp_path, *TWICE)
    identity = json.loads(run(root, "--json").output)[0]["id"]
    told = json.loads(run(root, identity[:6], answer, "--json").output)
    assert (told["id"], told["file"]) == (identity, PLAN)
    tables = plan(root)
    assert "conflict" not in tables
    assert tables["objective"][0]["key_result"][0]["target"] == value
    assert run(root).exit_code == 0


def test_the_thing_it_is_about_names_it_too(tmp_path: Path) -> None:
    root = after(tmp_path, *TWICE)
    assert run(root, "activation-00002", "theirs").exit_code == 0
    assert plan(root)["objective"][0]["key_result"][0]["target"] == 70


def test_a_value_that_makes_no_sense_changes_nothing(tmp_path: Path) -> None:
    root = after(tmp_path, *TWICE)
    before = (root / PLAN).read_bytes()
    assert isinstance(run(root, "activation-00002", "many").exception, WrongUsage)
    assert (root / PLAN).read_bytes() == before


def test_a_table_that_one_deleted_and_the_other_changed_is_kept_or_deleted(tmp_path: Path) -> None:
    gone = FILES[PLAN][FILES[PLAN].index('[[objective.key_result]]\nid = "steps') : FILES[PLAN].index("[[request]]")]
    for answer, stays in (("ours", True), ("theirs", False)):
        root = after(tmp_path / answer, ((gone, ""),), (("Three steps", "Four steps"),))
        assert "One deleted it, the other changed it" in run(root).output
        assert run(root, "steps-00003", answer).exit_code == 0
        assert ("steps-00003" in (root / PLAN).read_text(encoding="utf-8")) is stays


def test_several_about_one_thing_must_be_told_apart(tmp_path: Path) -> None:
    both = tuple((*pair, (('unit = "%"', f'unit = "{unit}"'))) for pair, unit in zip(TWICE, "ab", strict=True))
    root = after(tmp_path, *both)
    result = run(root, "activation-00002", "ours")
    assert isinstance(result.exception, PersonMustDecide)
    assert len(result.exception.candidates) == 2


def test_an_unknown_id_is_wrong_usage(tmp_path: Path) -> None:
    assert isinstance(run(written(tmp_path / "ws"), "cf-none", "ours").exception, WrongUsage)


def test_a_choice_can_be_taken_back(tmp_path: Path) -> None:
    root = after(tmp_path, *TWICE)
    before = (root / PLAN).read_bytes()
    run(root, "activation-00002", "theirs")
    assert CliRunner().invoke(okr, ["undo", "-w", str(root), "--me", "noa"]).exit_code == 0
    assert (root / PLAN).read_bytes() == before


@needs_git
def test_each_side_says_who_made_it_stand_and_when_as_git_knows_them(tmp_path: Path, monkeypatch: Any) -> None:
    own_settings(tmp_path, monkeypatch)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "user-state"))
    mine, other = clones(tmp_path, "mine", "other")
    for folder, value, email, day in ((mine, 70, "noa@acme.example", 5), (other, 80, "max@elsewhere.example", 6)):
        replaced(folder, PLAN, "target = 60", f"target = {value}")
        git(folder, "-c", f"user.email={email}", "-c", "user.name=Max Roth", "commit", "-q", "-a", "-m", "target",
            "--date", f"2026-10-0{day}T12:00:00+00:00")  # fmt: skip
    synced(other)
    synced(mine)
    output = run(mine, "--today", "2026-10-16").output
    assert "stands now (ours): 80 %  Max Roth, Tue 6 Oct" in output
    assert "the other (theirs): 70 %  Noa Berger, Mon 5 Oct" in output
    assert "before both: 60 %\n" in output
    (told,) = json.loads(run(mine, "--json").output)
    assert (told["ours_by"], told["theirs_by"]) == ("Max Roth", "noa")
    assert told["ours_at"].startswith("2026-10-06T12:00:00")


def test_where_nobody_knows_whose_a_side_is_nothing_is_said(tmp_path: Path) -> None:
    root = after(tmp_path, *TWICE)
    assert "stands now (ours): 80 %\n" in run(root).output
    assert not [key for key in json.loads(run(root, "--json").output)[0] if key.startswith(("ours_", "theirs_"))]


@needs_git
def test_a_value_that_stood_before_what_both_come_from_is_nobodys_now(tmp_path: Path, monkeypatch: Any) -> None:
    own_settings(tmp_path, monkeypatch)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "user-state"))
    (root,) = clones(tmp_path, "mine")
    for old, new in ((60, 80), (80, 60)):
        replaced(root, PLAN, f"target = {old}", f"target = {new}")
        git(root, "commit", "-q", "-a", "-m", "target")
    record = '\n[[conflict]]\nid = "cf-1111111111"\nabout = "activation-00002"\nkey = "target"\nours = 80\ntheirs = 70\nbase = 60\n'
    (root / PLAN).write_text((root / PLAN).read_text(encoding="utf-8") + record, encoding="utf-8")
    assert "stands now (ours): 80 %\n" in run(root).output
