import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from okr_tui.cli.main import okr
from okr_tui.store.disk import TEMPORARY
from okr_tui.store.state import remember_me, remembered_me
from tests.store.sound import changed, written

PLAN = "cycles/2026-t3/okrs/product.toml"


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("OKR_ME", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "python3 -c pass")
    folder = written(tmp_path / "ws")
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(okr, ["doctor", *arguments])


def told(*arguments: str) -> dict[str, tuple[str, str]]:
    """Code → state and sentence."""
    return {
        each["code"]: (each["state"], each["message"])
        for each in json.loads(run(*arguments, "--json").output)["findings"]
    }


def git_knows(email: str) -> None:
    subprocess.run(["git", "config", "--file", os.environ["GIT_CONFIG_GLOBAL"], "user.email", email], check=True)


def test_everything_that_works_is_said_with_its_place(root: Path) -> None:
    remember_me(root, "acme", "noa")
    found = told()
    assert {code for code, (state, _message) in found.items() if state == "bad"} == set()
    assert "Acme" in found["workspace"][1]
    assert found["me"] == ("good", "You are Noa Berger (noa), as remembered on this machine.")
    assert run().exit_code == 0


def test_errors_in_the_files_are_counted_and_exit_1(root: Path) -> None:
    remember_me(root, "acme", "noa")
    changed(root, PLAN, "target = 60", "target = 40")
    assert told()["files"] == ("bad", "1 error in the files; “okr check” says where.")
    assert run().exit_code == 1


def test_how_it_is_known_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told()["me"][0] == "bad"
    assert "OKR_ME" in told()["me"][1]
    git_knows("stranger@acme.example")
    assert "stranger@acme.example" in told()["me"][1]
    assert "--me says so" in told("--me", "noa")["me"][1]
    monkeypatch.setenv("OKR_ME", "ines")
    assert "OKR_ME says so" in told()["me"][1]
    monkeypatch.setenv("OKR_ME", "nobody")
    assert told()["me"][0] == "bad"


def test_somebody_remembered_who_is_gone_is_said(root: Path) -> None:
    remember_me(root, "acme", "gone")
    assert told()["me"][0] == "bad"
    assert "gone" in told()["me"][1]


def test_whom_git_knows_is_remembered_by_fix(root: Path) -> None:
    git_knows("NOA@acme.example")
    assert told()["me"][0] == "note"
    assert remembered_me(root, "acme") is None
    assert "okr doctor --fix" in run().output
    assert "It is remembered" in run("--fix").output
    assert remembered_me(root, "acme") == "noa"


def test_on_a_terminal_it_asks_before_it_mends(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git_knows("noa@acme.example")
    monkeypatch.setattr("okr_tui.cli.doctor.on_a_terminal", lambda: True)
    CliRunner().invoke(okr, ["doctor", "--fix"], input="n\n")
    assert remembered_me(root, "acme") is None
    assert "Remember that you are Noa Berger?" not in CliRunner().invoke(okr, ["doctor", "--fix", "--yes"]).output
    assert remembered_me(root, "acme") == "noa"


def test_what_a_stopped_writer_left_is_removed_once_it_is_old(root: Path) -> None:
    old = root / f"cycles/2026-t3/okrs/{TEMPORARY}0123.tmp"
    young = root / f"{TEMPORARY}4567.tmp"
    other = root / "cycles/notes.tmp"
    for path in (old, young, other):
        path.write_bytes(b"x")
    for path in (old, other):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert told()["leftovers"] == ("note", "1 temporary file is left over from a writer that was stopped.")
    assert old.exists()
    run("--fix")
    assert [path.exists() for path in (old, young, other)] == [False, True, True]
    assert "leftovers" not in told()


def test_an_editor_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor -w")
    assert told()["editor"][0] == "bad"
    monkeypatch.delenv("EDITOR")
    assert told()["editor"][0] == "note"


@pytest.mark.skipif(os.name == "nt" or not os.environ.get("HOME"), reason="config folders of Linux")
def test_settings_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    written(tmp_path / "config/okr", {"config.toml": "theme = \n", "themes/mine.toml": 'name = "mine"\n'})
    state, message = told()["config"]
    assert state == "bad"
    assert "config.toml" in message


def test_a_state_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert told()["state"][0] == "bad"


def test_outside_a_workspace_the_machine_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nowhere").mkdir()
    monkeypatch.chdir(tmp_path / "nowhere")
    assert set(told()) == {"program", "workspace", "terminal", "editor", "config"}
    assert run().exit_code == 0


def test_looking_writes_nothing(root: Path) -> None:
    git_knows("noa@acme.example")
    before = {path: path.read_bytes() for path in root.parent.rglob("*") if path.is_file()}
    run()
    assert {path: path.read_bytes() for path in root.parent.rglob("*") if path.is_file()} == before
