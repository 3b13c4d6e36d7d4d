"""A whole tertial by commands alone: from `okr init` to the opening of the next one (and by keys, with the same files)."""

import re
from pathlib import Path
from typing import Any

import pytest

from okr_tui.cli.main import run
from tests.e2e.tertial import CYCLE, NEXT, PEOPLE, STORY, ByCommands, Told, content_of
from tests.e2e.tertial_keys import ByKeys


@pytest.fixture
def tell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Told:
    """Runs one command as a person on a day; it must succeed."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("okr_tui.cli.prompt.refresh_soon", lambda *_told: None)
    monkeypatch.delenv("OKR_ME", raising=False)
    monkeypatch.setenv("OKR_WORKSPACE", str(tmp_path / "tern"))

    def told(day: str, me: str, *words: str) -> str:
        monkeypatch.setenv("OKR_TODAY", day)
        monkeypatch.setenv("OKR_ME", me)
        code = run(list(words))
        said = capsys.readouterr()
        assert code == 0, (words, said.err)
        return said.out

    return told


@pytest.fixture
def played(tmp_path: Path, tell: Told) -> tuple[Path, Told]:
    root = tmp_path / "tern"
    ByCommands(root, tell).play()
    return root, tell


def _only(content: dict[str, Any], path: str) -> Any:
    return content[path]


def test_a_whole_tertial_can_be_played_by_commands_alone(played: tuple[Path, Told], tmp_path: Path) -> None:
    root, tell = played
    content = content_of(root)
    frame = content[f"cycles/{CYCLE}/cycle.toml"]["cycle"]
    assert frame["phase"] == "closed"
    review = content[f"cycles/{CYCLE}/review/product.toml"]
    grades = {each["about"]: (each["computed"], each["self"]) for each in review["grade"]}
    assert grades == {
        "sign-ups-active-on-day-7": (0.667, 0.7),  # 12 of 18
        "questions-in-the-first": (0.8, 0.8),  # 4 of 5
        "invoices-sent-in-a-day": (0.84, 0.5),  # 42 of 50, and a promise
    }
    assert len(review["tally"]) == 12
    assert all(each["counts"] == {"2": 1, "3": 1, "4": 1, "5": 1} for each in review["tally"])
    following = content[f"cycles/{NEXT}/okrs/product.toml"]
    (carried,) = following["objective"]
    assert (carried["status"], carried["continues"]) == ("draft", "new-people-feel-at-home")
    figures = {each["title"]: (each["baseline"], each["target"]) for each in carried["key_result"]}
    assert figures == {"Sign-ups active on day 7": (34, 40), "Questions in the first week": (4, 3)}
    assert [each["title"] for each in following["not_now"]] == ["A mobile app"]
    assert "Talk to the bank" in tell("2027-05-03", "sam", "due")
    assert tell("2027-05-03", "noa", "check") == "Everything is in order.\n"
    assert not list((tmp_path / "state").rglob("ballots/*"))


def test_closing_is_one_change_and_can_be_taken_back_and_done_again(played: tuple[Path, Told]) -> None:
    root, tell = played
    closed = content_of(root)
    tell("2027-04-30", "noa", "undo")
    opened = content_of(root)
    assert opened[f"cycles/{CYCLE}/cycle.toml"]["cycle"]["phase"] == "measure"
    assert not any(path.startswith(f"cycles/{NEXT}/") for path in opened)
    tell("2027-04-30", "noa", "redo")
    assert content_of(root) == closed


def test_no_answer_of_the_survey_stands_beside_a_name_in_any_file(tmp_path: Path, tell: Told) -> None:
    root = tmp_path / "tern"
    at = next(n for n, step in enumerate(STORY) if step.what == "survey")
    player = ByCommands(root, tell)
    player.play(STORY[:at])
    before = {path: path.read_bytes() for path in root.rglob("*.toml")}
    player.play(STORY[at : at + 1])
    changed = [path for path in root.rglob("*.toml") if before.get(path) != path.read_bytes()]
    assert [path.relative_to(root).as_posix() for path in changed] == [f"cycles/{CYCLE}/review/product.toml"]
    names = "|".join(name.split()[0].lower() for name in PEOPLE)
    written = changed[0].read_text(encoding="utf-8").partition("[[tally]]")[2]
    assert not re.search(rf"\b({names})\b", written)
    assert not re.search(r"\d\d:\d\d", written)
    for record in (tmp_path / "state").rglob("*"):
        if record.is_file() and b"[[tally]]" in (data := record.read_bytes()):
            after = data.split(b"[[tally]]", 1)[1].split(b"[[", 1)[0]
            assert not re.search(names.encode(), after)


async def test_by_keys_alone_the_same_files_come_out(tmp_path: Path, tell: Told) -> None:
    by_keys, by_commands = tmp_path / "keys", tmp_path / "tern"
    ByCommands(by_keys, tell).play(STORY[:1])
    await ByKeys(by_keys, tmp_path / "state-of-keys").play()
    ByCommands(by_commands, tell).play()
    keys, commands = content_of(by_keys), content_of(by_commands)
    assert keys.keys() == commands.keys()
    for path, tables in commands.items():
        assert _without_ids(keys[path]) == _without_ids(tables), path


def _without_ids(tables: dict[str, Any]) -> dict[str, Any]:
    """A file without the id of the workspace, which is drawn by chance."""
    return {key: value for key, value in tables.items() if key != "id"}
