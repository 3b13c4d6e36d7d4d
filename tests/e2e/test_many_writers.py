"""Several commands at once on one folder, with the app open on it in a terminal; `many_writers` is the long version."""

import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
def test_what_several_commands_write_at_once_is_all_there_and_the_open_app_shows_it(tmp_path: Path) -> None:
    from tests.e2e.many_writers import tried

    assert tried(tmp_path, 3, 3) == (9, 0, 0, True)
