import os
import subprocess
from pathlib import Path

import pytest

from okr_tui.cli.prompt import refresh_soon
from tests.store.sound import written


@pytest.mark.skipif(not hasattr(os, "posix_spawn"), reason="started in another way")
def test_a_folder_of_the_workspace_is_never_taken_for_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = written(tmp_path / "ws")
    for name in ("okr_tui/__init__.py", "tomllib.py", "gettext.py"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("open('ran', 'w').close()\n", encoding="utf-8")
    started: list[list[str]] = []
    monkeypatch.setattr(os, "posix_spawn", lambda _program, argv, _environment, **_how: started.append(argv))
    monkeypatch.chdir(root)
    refresh_soon(str(root), "noa", "2026-10-16")
    assert subprocess.run(started[0], check=False, capture_output=True).returncode == 0
    assert not (root / "ran").exists()
