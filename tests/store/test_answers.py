"""An answer is given again while nothing has changed, and never after anything has."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from okr_tui.store.answers import remember, said_before
from okr_tui.store.reader import Reader

SAMPLES = Path(__file__).parent.parent.parent / "sample_data"
TODAY = date(2026, 10, 16)
ASKED = ("status", None, None, "en")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace whose answer was kept long after its files were written."""
    root = Path(shutil.copytree(SAMPLES / "lumio", tmp_path / "lumio"))
    reader = Reader(root)
    reader.read()
    remember(root, tmp_path / "cache", TODAY, ASKED, "all is well", reader.files)
    later(tmp_path)
    return root


def later(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "answers.json"
    then = file.stat().st_mtime_ns + 10_000_000_000
    os.utime(file, ns=(then, then))


def again(root: Path, tmp_path: Path, today: date = TODAY, asked: tuple[str | None, ...] = ASKED) -> str | None:
    return said_before(root, tmp_path / "state", tmp_path / "cache", today, asked)


def test_the_same_question_on_the_same_day_has_the_same_answer(root, tmp_path):
    assert again(root, tmp_path) == "all is well"


def test_another_day_another_team_or_another_language_is_another_question(root, tmp_path):
    assert again(root, tmp_path, date(2026, 10, 17)) is None
    assert again(root, tmp_path, asked=("status", "product", None, "en")) is None
    assert again(root, tmp_path, asked=("status", None, None, "fr")) is None


@pytest.mark.parametrize("path", ["okr.toml", "teams.toml", "cycles/t3/cycle.toml", "cycles/t3/okrs/product.toml"])
def test_a_changed_file_takes_the_answer_away(root, tmp_path, path):
    (root / path).touch()
    later(tmp_path)
    assert again(root, tmp_path) is None


def test_so_does_a_new_journal_and_one_that_is_gone(root, tmp_path):
    week = root / "cycles" / "t3" / "journal" / "2026-w40"
    some = next(each for each in week.iterdir())
    shutil.copy(some, week / "somebody.toml")
    assert again(root, tmp_path) is None
    (week / "somebody.toml").unlink()
    assert again(root, tmp_path) == "all is well"
    some.unlink()
    assert again(root, tmp_path) is None


def test_a_file_that_changed_just_before_is_not_trusted(root, tmp_path):
    file = tmp_path / "cache" / "answers.json"
    written = (root / "okr.toml").stat().st_ctime_ns
    os.utime(file, ns=(written, written))
    assert again(root, tmp_path) is None


@pytest.mark.parametrize("kept", [b"", b"[]", b'{"reading": 7, "answers": {}}', b"\x00\xff"])
def test_whatever_stands_where_answers_are_kept_there_is_none(root, tmp_path, kept):
    (tmp_path / "cache" / "answers.json").write_bytes(kept)
    assert again(root, tmp_path) is None
