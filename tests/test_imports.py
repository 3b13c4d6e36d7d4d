"""What a command does not need it does not import: start-up is a promise."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.workspaces import Small

LOADED = "import sys; {program}; print(' '.join(sorted({{name.partition('.')[0] for name in sys.modules}})))"
STATUS = "from okr_tui.cli.main import run; assert run(['status', '-w', {root!r}, '--today', '2026-10-16']) == 0"


def loaded(program: str) -> set[str]:
    """The top names of every module that a program has loaded."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(program=program)], capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    small = Small()
    small.objective("product", "o")
    small.key_result("o", "nps", baseline=20, target=40, unit="%")
    return small.write(tmp_path)


def test_status_loads_no_screen(root: Path) -> None:
    assert not loaded(STATUS.format(root=str(root))) & {
        "textual",
        "rich",
        "babel",
        "rapidfuzz",
        "pendulum",
        "watchfiles",
    }


@pytest.mark.parametrize(
    "module", ["okr_tui.domain", "okr_tui.domain.standing", "okr_tui.domain.due", "okr_tui.domain.guide"]
)
def test_the_domain_loads_neither_screens_nor_the_command_line(module: str) -> None:
    assert not loaded(f"import {module}") & {"textual", "rich", "click", "babel", "tomli", "platformdirs"}


def test_finding_out_where_and_who_needs_no_models() -> None:
    assert not loaded("import okr_tui.cli.main, okr_tui.store.glance, okr_tui.store.state") & {
        "msgspec",
        "textual",
        "rich",
    }
