"""Bad bytes in any file: the short version of `bad_files`."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.e2e.bad_files import Bad, Trial, cut_off, mutations

TRIED: dict[str, Iterable[Bad]] = {"cut off": cut_off(100), "mutations": mutations(60, 2)}


@pytest.mark.parametrize("name", TRIED)
def test_no_bad_bytes_stop_the_reader_the_check_or_a_command(name: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("okr_tui.cli.prompt.refresh_soon", lambda *_told: None)
    trial = Trial(tmp_path)
    for bad in TRIED[name]:
        trial.put(bad)
    assert [each for each in trial.wrong if " took " not in each] == []
    assert trial.refused > trial.tried / 2
