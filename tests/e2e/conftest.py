from collections.abc import Iterator

import pytest

from tests.quiet import known_when_quiet


@pytest.fixture(autouse=True, scope="package")
def _no_waiting_for_the_clock() -> Iterator[None]:
    """A key is answered when the app is quiet."""
    with known_when_quiet():
        yield
