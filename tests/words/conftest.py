from collections.abc import Iterator

import pytest

from okr_tui.words.language import speak


@pytest.fixture
def french() -> Iterator[None]:
    speak("fr")
    yield
    speak("en")
