import pytest


@pytest.fixture(autouse=True)
def _a_terminal_with_all_colours(monkeypatch):
    """Frames must not depend on the terminal that runs the tests."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
