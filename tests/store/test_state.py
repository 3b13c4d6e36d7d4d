import os
import stat
from pathlib import Path

import platformdirs
import pytest

from okr_tui.store.glance import glance, known_people
from okr_tui.store.state import cache_folder, log_failure, note_place, remember_me, remembered_me, state_folder
from tests.workspaces import Small


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.mark.parametrize("home", ["", "elsewhere"])
def test_the_folders_are_those_of_platformdirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / home) if home else "")
    assert state_folder(tmp_path, "w").parent == Path(platformdirs.user_state_dir("okr", appauthor=False))
    assert cache_folder(tmp_path, "w").parent == Path(platformdirs.user_cache_dir("okr", appauthor=False))


def test_who_i_am_is_remembered_for_one_workspace_at_one_path(tmp_path: Path) -> None:
    here, there = tmp_path / "a", tmp_path / "b"
    assert remembered_me(here, "w") is None
    remember_me(here, "w", "noa")
    remember_me(here, "w", "sam")
    assert remembered_me(here, "w") == "sam"
    assert remembered_me(there, "w") is None
    assert remembered_me(here, "other") is None
    assert [path.name for path in state_folder(here, "w").iterdir()] == ["me"]


def test_a_hostile_id_or_memory_leads_nowhere(tmp_path: Path) -> None:
    assert state_folder(tmp_path, "../../etc").parent == tmp_path / "state" / "okr"
    remember_me(tmp_path, "w", "../../etc")
    assert remembered_me(tmp_path, "w") is None


def test_the_way_to_the_workspace_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert state_folder(tmp_path / "link", "w") == state_folder(tmp_path / "real", "w")


def test_a_failure_is_written_down_where_it_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = log_failure("oh \ud800 no")
    assert log is not None
    assert log.read_text(encoding="utf-8") == "oh \\ud800 no"
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert log_failure("oh no") is None


def test_a_glance_reads_what_is_there_and_never_fails(tmp_path: Path) -> None:
    small = Small()
    small.settings["language"] = "fr"
    root = small.write(tmp_path / "w")
    assert glance(root) == ("small", "Small", "fr", "team")
    assert known_people(root)[0] == ("noa", "Noa Berger", "noa@small.example")
    (root / "okr.toml").write_text('id = "../x"\nname = 3\nlanguage = []\n', encoding="utf-8")
    (root / "people.toml").write_text('person = [1, {id = "A"}, {id = "ok", name = 3}]\n', encoding="utf-8")
    assert glance(root) == ("unreadable", "", "en", "team")
    assert known_people(root) == (("ok", "", ""),)
    (root / "people.toml").write_bytes(b"\xff[[[")
    assert known_people(root) == ()
    (root / "okr.toml").unlink()
    assert glance(root) == ("unreadable", "", "en", "team")


def test_a_workspace_that_is_moved_takes_its_state_along(tmp_path: Path) -> None:
    old, new = Small().write(tmp_path / "old"), tmp_path / "new"
    note_place(state_folder(old, "w"), old)
    remember_me(old, "w", "noa")
    old.rename(new)
    assert remembered_me(new, "w") == "noa"
    assert not (state_folder(old, "w") / "me").exists()
    new.rename(tmp_path / "again")
    assert remembered_me(tmp_path / "again", "w") == "noa"


def test_a_second_copy_of_a_workspace_has_a_state_of_its_own(tmp_path: Path) -> None:
    first, second = Small().write(tmp_path / "first"), Small().write(tmp_path / "second")
    note_place(state_folder(first, "w"), first)
    remember_me(first, "w", "noa")
    assert remembered_me(second, "w") is None


def test_nothing_is_guessed_where_two_copies_are_gone(tmp_path: Path) -> None:
    for name in ("first", "second"):
        root = Small().write(tmp_path / name)
        note_place(state_folder(root, "w"), root)
        remember_me(root, "w", "noa")
    (tmp_path / "first").rename(tmp_path / "third")
    (tmp_path / "second").rename(tmp_path / "fourth")
    assert remembered_me(tmp_path / "third", "w") is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_nobody_else_may_read_state_or_cache(tmp_path: Path) -> None:
    folder = state_folder(tmp_path, "w")
    folder.mkdir(parents=True)
    folder.chmod(0o755)  # as an older version made it
    remember_me(tmp_path, "w", "noa")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "me").stat().st_mode) == 0o600
