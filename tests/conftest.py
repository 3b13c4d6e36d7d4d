"""What every test gets: a user's folders of its own, and no settings of whoever runs it."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    # Workers, and the hundreds of programs that tests start, need not compile what was compiled before; nothing is left beside the sources.
    os.environ["PYTHONPYCACHEPREFIX"] = str(Path(__file__).parents[1] / ".pytest_cache" / "bytecode")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, so that no worker is left alone with one of them at the end."""
    items.sort(key=lambda item: "e2e" not in item.path.parts)


def pytest_collection_finish() -> None:
    """What was imported stays; the collector need not walk it over and over while the tests run. The app does the same."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(autouse=True)
def own_user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """State, cache and config of a user who has just begun, so that tests neither see nor touch the real ones."""
    home = tmp_path_factory.mktemp("home")
    for kind in ("STATE", "CACHE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    monkeypatch.setenv("HOME", str(home))
    for name in ("OKR_ME", "OKR_TODAY", "OKR_WORKSPACE", "NO_COLOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True, scope="session")
def no_waiting_for_the_disk() -> Iterator[None]:
    """Nothing that a test writes has to survive a power cut, so nothing waits for the disk itself."""
    real, os.fsync = os.fsync, lambda _file: None
    yield
    os.fsync = real
