"""The command starts without looking for plugins that nobody has."""

import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "sample_data" / "solo"


def test_the_metadata_of_installed_packages_is_not_read_for_a_status():
    asked = [sys.executable, "-X", "importtime", "-m", "okr_tui", "status", "-w", str(SAMPLE), "--today", "2026-10-16"]
    told = subprocess.run(asked, text=True, capture_output=True, check=True)
    loaded = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines()}
    assert "pydantic" in loaded
    assert loaded.isdisjoint({"importlib.metadata", "email.message"})
