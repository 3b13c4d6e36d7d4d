"""Which language okr speaks: a person's own choice before the workspace's."""

from pathlib import Path

import pytest

from okr_tui.cli.context import speak_for
from okr_tui.store.config import config_folder, own_language
from okr_tui.words.language import speak, spoken


@pytest.fixture(autouse=True)
def _own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("OKR_LANG", raising=False)
    monkeypatch.delenv("OKR_WORKSPACE", raising=False)
    monkeypatch.chdir(tmp_path)
    yield
    speak("en")


def chosen(text: str) -> None:
    folder = config_folder()
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(text)


@pytest.fixture
def french_workspace(tmp_path: Path) -> Path:
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "okr.toml").write_text('format = 1\nid = "w"\nname = "W"\nlanguage = "fr"\n')
    return tmp_path / "w"


def test_the_workspace_chooses_where_nobody_does(french_workspace: Path):
    for words in (["-w", str(french_workspace)], [f"--workspace={french_workspace}"], [f"-w{french_workspace}", "due"]):
        speak("en")
        speak_for(words)
        assert spoken() == "fr", words


def test_without_a_workspace_it_is_english():
    speak_for([])
    assert spoken() == "en"


def test_the_config_comes_before_the_workspace(french_workspace: Path):
    chosen('language = "en"\ntheme = "okr"\n')
    speak_for(["-w", str(french_workspace)])
    assert spoken() == "en"


def test_the_environment_comes_before_the_config(monkeypatch: pytest.MonkeyPatch):
    chosen('language = "en"\n')
    monkeypatch.setenv("OKR_LANG", "fr")
    speak_for([])
    assert spoken() == "fr"


@pytest.mark.parametrize("text", ['language = "de"\n', "language = [1]\n", "language =", "[table]\n", 'x = "\udcff"'])
def test_a_choice_that_says_nothing_is_passed_over(text: str):
    folder = config_folder()
    folder.mkdir(parents=True)
    (folder / "config.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert own_language() is None


def test_a_language_that_okr_does_not_speak_is_passed_over(monkeypatch: pytest.MonkeyPatch, french_workspace: Path):
    monkeypatch.setenv("OKR_LANG", "de_DE.UTF-8")
    speak_for(["-w", str(french_workspace)])
    assert spoken() == "fr"
