"""What the tests of commands share."""

from pathlib import Path
from shutil import copytree

import pytest

SAMPLES = Path(__file__).parents[2] / "sample_data"


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A copy of the sample workspace, in which the commands run as Noa on the day that the sample was written for."""
    folder = Path(copytree(SAMPLES / "lumio", tmp_path / "lumio"))
    monkeypatch.setenv("OKR_WORKSPACE", str(folder))
    monkeypatch.setenv("OKR_TODAY", "2026-10-16")
    monkeypatch.setenv("OKR_ME", "noa")
    monkeypatch.setattr("okr_tui.cli.prompt.refresh_soon", lambda *_told: None)
    return folder
