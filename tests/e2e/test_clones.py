from pathlib import Path

import pytest

from tests.e2e.changing import Ledger
from tests.e2e.clones import begun, git, people, settled, worked, wrong
from tests.gitted import needs_git, own_settings


@needs_git
def test_three_clones_that_change_anything_end_equal_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_settings(tmp_path, monkeypatch)
    clones = begun(tmp_path, 3, undriven=1)
    names = people(clones[0])
    ledgers = [Ledger() for _each in clones]
    at_work = [
        worked(clone, names[number], number, 8, (1, 4) if number < 2 else (9, 9)) for number, clone in enumerate(clones)
    ]
    for _change in range(8):
        ledgers = [next(each) for each in at_work]
    assert settled(clones)
    everything = Ledger()
    for ledger in ledgers:
        everything.join(ledger)
    assert len(everything.added) + len(everything.said) > 12
    assert wrong(clones, everything) == []
    assert git(clones[0], "log", "-1", "--format=%H") == git(clones[2], "log", "-1", "--format=%H")


@needs_git
def test_what_is_lost_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tmp_path, monkeypatch)
    one, two = begun(tmp_path, 2)
    plan = one / "cycles/t3/okrs/product.toml"
    plan.write_text(plan.read_text(encoding="utf-8") + "\n<<<<<<< ours\n", encoding="utf-8")
    found = wrong([one, two], Ledger(added={"gone-00000"}, said={("gone-00000", "Never")}))
    assert [line.split()[0] for line in found] == [
        "clone-1",
        "markers",
        "cycles/t3/okrs/product.toml",
        "lost:",
        "lost:",
    ]
