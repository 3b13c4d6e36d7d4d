from collections.abc import Iterator

import pytest

from tests.quiet import known_when_quiet


@pytest.fixture(autouse=True)
def _a_terminal_with_all_colours(monkeypatch):
    """Frames must not depend on the terminal that runs the tests."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")


@pytest.fixture(autouse=True, scope="package")
def _no_waiting_for_the_clock() -> Iterator[None]:
    """A key is answered when the app is quiet."""
    with known_when_quiet():
        yield
