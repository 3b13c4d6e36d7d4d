"""Nothing is written that `okr check` would call an error, and what it would warn about is said."""

from pathlib import Path

import pytest

from okr_tui.actions.act import Author, perform
from okr_tui.actions.drafting import add_inside
from okr_tui.actions.editing import edit
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.store.check import check
from okr_tui.store.reader import Reader
from tests.workspaces import PARIS, Small, day

from datetime import datetime  # isort: skip

AUTHOR = Author("noa", datetime(2026, 10, 16, 10, tzinfo=PARIS), lambda letters: letters[0])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    small = Small()
    small.objective("product", "grow", owner="noa", status="draft")
    small.key_result("grow", "nps", baseline=30, target=60)
    small.key_result("grow", "old", baseline=5, target=5)
    return small.write(tmp_path / "ws")


def place(root: Path, identity: str):
    found = Reader(root).read().find(identity, day(45))
    assert found is not None
    return found


def changed(root: Path, identity: str, **keys):
    return perform(root, root.parent / "state", lambda: edit(root, AUTHOR, place(root, identity), keys))


@pytest.mark.parametrize("keys", [{"target": 30}, {"baseline": 60}, {"owner": "nobody"}])
def test_an_error_is_refused_and_nothing_is_written(root, keys):
    before = {path: path.read_bytes() for path in root.rglob("*.toml")}
    with pytest.raises(OkrError):
        changed(root, "nps", **keys)
    assert {path: path.read_bytes() for path in root.rglob("*.toml")} == before


def test_a_new_key_result_is_looked_at_too(root):
    with pytest.raises(WrongUsage, match="nothing to move"):
        perform(
            root, root.parent / "state",
            lambda: add_inside(root, AUTHOR, place(root, "grow"), "key-result", "Same", baseline=3, target=3),
        )  # fmt: skip


def test_a_warning_is_written_and_said(root):
    done = changed(root, "nps", low=9, high=2)
    assert len(done.warnings) == 1
    assert "above “high”" in done.warnings[0]
    assert any(problem.code == "band-upside-down" for problem in check(root))


def test_what_was_wrong_before_blocks_nobody(root):
    assert changed(root, "nps", target=70).warnings == ()
    assert changed(root, "old", unit="%").warnings == ()
