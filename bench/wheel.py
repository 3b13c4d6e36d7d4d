"""The row about the size of what pip installs."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figures import Row
from bench.sites import PROJECT

INSTALLED = 110
"""Goal of quality.md, in megabytes of 10⁶ bytes."""


def wheel_row() -> Row:
    """Builds the wheel, installs it with its dependencies into an empty environment and adds up the disk blocks.

    Raises:
        subprocess.CalledProcessError: pip failed.
    """
    with TemporaryDirectory(prefix="okr-wheel-") as folder:
        here = Path(folder)
        _python("-m", "pip", "wheel", "-qq", "--no-deps", "--wheel-dir", folder, str(PROJECT))
        _python("-m", "venv", "--without-pip", str(here / "venv"))
        wheel = next(here.glob("*.whl"))
        _python("-m", "pip", "-qq", "--python", str(here / "venv"), "install", str(wheel))
        packages = next((here / "venv").glob("lib/python*/site-packages"), here / "venv" / "Lib" / "site-packages")
        blocks = sum(file.lstat().st_blocks for file in packages.rglob("*"))
    return Row("wheel installed, with its dependencies", blocks * 512 / 1e6, "MB", INSTALLED)


def _python(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True)
