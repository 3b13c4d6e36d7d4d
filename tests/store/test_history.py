"""What was changed can be taken back and done again, across restarts, whoever has written since."""

import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from okr_tui.actions.act import Act, Done, perform
from okr_tui.actions.undoing import take_back
from okr_tui.domain.errors import WrongUsage
from okr_tui.store import history
from okr_tui.store.change import Change
from okr_tui.store.history import entries, load, next_one
from okr_tui.store.tables import held

PATH = "cycles/t3/okrs/product.toml"
OTHER = "people.toml"
PLAN = '# ours\nformat = 1\nteam = "product"\n\n# the big one\n[[objective]]\nid = "grow-1"\ntitle = "Grow"  # !\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "w/cycles/t3/okrs").mkdir(parents=True)
    (tmp_path / "w" / PATH).write_text(PLAN)
    return tmp_path / "w"


def state(root: Path) -> Path:
    return root.parent / "state"


def do(root: Path, name: str, edit: Callable[[dict[str, Any]], Any], path: str = PATH) -> Done:
    def make() -> Act:
        file = held(root, path, unfit=True)
        edit(file.tables)
        return Act("grow-1", Change(name, (file.changed(file.tables),)))

    return perform(root, state(root), make, by="noa", at=datetime(2026, 10, 16, 9, tzinfo=UTC))


def title(root: Path, words: str) -> Done:
    return do(root, f"call it {words}", lambda tables: tables["objective"][0].update(title=words))


def undo(root: Path) -> Done:
    return perform(root, state(root), lambda: take_back(root, state(root), "undo"))


def redo(root: Path) -> Done:
    return perform(root, state(root), lambda: take_back(root, state(root), "redo"))


def text(root: Path, path: str = PATH) -> str:
    return (root / path).read_text()


def by_hand(root: Path, old: str, new: str) -> None:
    assert old in text(root)
    (root / PATH).write_text(text(root).replace(old, new))


def objective(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads(text(root))["objective"][0]
    return found


def test_a_record_says_who_what_and_when(root: Path) -> None:
    title(root, "Bloom")
    [entry] = entries(state(root) / "history")
    record = load(entry)
    assert record is not None
    assert record[:4] == ("call it Bloom", "grow-1", "noa", "2026-10-16T09:00:00+00:00")
    assert record.files[0].before == PLAN.encode()
    assert record.files[0].after == text(root).encode()
    assert entries(state(root) / "pending") == []


def test_changes_are_taken_back_last_first_and_done_again_in_their_order(root: Path) -> None:
    texts = [text(root)]
    for words in ("Bloom", "Thrive", "Last"):
        title(root, words)
        texts.append(text(root))
    for n in (2, 1, 0):
        assert undo(root).act.change.name == f"call it {('Bloom', 'Thrive', 'Last')[n]}"
        assert text(root) == texts[n]
    for n in (1, 2):
        redo(root)
        assert text(root) == texts[n]
    undo(root)
    assert text(root) == texts[1]
    redo(root)
    redo(root)
    assert text(root) == texts[3]


def test_a_new_change_ends_what_could_be_done_again(root: Path) -> None:
    title(root, "Bloom")
    undo(root)
    title(root, "Thrive")
    with pytest.raises(WrongUsage, match="nothing to redo"):
        redo(root)
    undo(root)
    with pytest.raises(WrongUsage, match="nothing to undo"):
        undo(root)
    assert text(root) == PLAN


def test_comments_that_a_deletion_took_come_back(root: Path) -> None:
    do(root, "remove", lambda tables: tables.pop("objective"))
    assert "the big one" not in text(root)
    undo(root)
    assert text(root) == PLAN


def test_what_somebody_else_wrote_since_stays(root: Path) -> None:
    title(root, "Bloom")
    by_hand(root, 'id = "grow-1"\n', 'id = "grow-1"\nowner = "ines"  # since Monday\n')
    assert undo(root).written.conflicts == ()
    assert text(root) == PLAN.replace('id = "grow-1"\n', 'id = "grow-1"\nowner = "ines"  # since Monday\n')
    redo(root)
    assert objective(root) == {"id": "grow-1", "owner": "ines", "title": "Bloom"}


def test_the_same_key_changed_since_leaves_a_conflict(root: Path) -> None:
    title(root, "Bloom")
    by_hand(root, '"Bloom"', '"Wither"')
    [identity] = undo(root).written.conflicts
    [record] = tomllib.loads(text(root))["conflict"]
    assert (record["id"], record["ours"], record["theirs"], record["base"]) == (identity, "Wither", "Grow", "Bloom")


def test_a_file_that_was_made_goes_again_but_not_with_what_others_added(root: Path) -> None:
    do(root, "add Noa", lambda tables: tables.update(format=1, person=[{"id": "noa", "name": "Noa"}]), OTHER)
    made = text(root, OTHER)
    undo(root)
    assert not (root / OTHER).exists()
    redo(root)
    assert text(root, OTHER) == made
    (root / OTHER).write_text(made + '\n[[person]]\nid = "sam"\n')
    undo(root)
    assert tomllib.loads(text(root, OTHER)) == {"format": 1, "person": [{"id": "sam"}]}


def test_a_file_that_somebody_removed_since_stays_away_and_earlier_changes_can_be_taken_back(root: Path) -> None:
    title(root, "Bloom")
    do(root, "add Noa", lambda tables: tables.update(format=1, person=[{"id": "noa", "name": "Noa"}]), OTHER)
    (root / OTHER).unlink()
    assert undo(root).written.files == ()
    assert not (root / OTHER).exists()
    undo(root)
    assert text(root) == PLAN


def test_two_at_once_take_back_two_changes(root: Path) -> None:
    title(root, "Bloom")
    title(root, "Thrive")
    late = take_back(root, state(root), "undo")
    undo(root)
    made = iter([late])
    perform(root, state(root), lambda: next(made, None) or take_back(root, state(root), "undo"))
    assert text(root) == PLAN


def test_a_damaged_record_is_passed_over(root: Path) -> None:
    title(root, "Bloom")
    title(root, "Thrive")
    [_first, second] = entries(state(root) / "history")
    second.file.write_bytes(second.file.read_bytes()[:-1])
    by_hand(root, "Thrive", "Bloom")
    undo(root)
    assert text(root) == PLAN


def test_only_so_many_are_kept_and_the_numbers_go_on(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "KEPT", 5)
    for n in range(9):
        title(root, str(n))
    assert [entry.number for entry in entries(state(root) / "history")] == [5, 6, 7, 8, 9]
    for _n in range(2):
        undo(root)
    assert objective(root)["title"] == "6"
    assert [entry.kind for entry in entries(state(root) / "history")] == ["change"] * 3 + ["undo"] * 2
    undo(root)
    assert next_one(state(root), "undo") is None


def test_records_that_are_large_together_go_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "LARGEST", 2000)
    monkeypatch.setattr(history, "_LOOK_EVERY", 1)
    for n in range(9):
        title(root, str(n))
    kept = entries(state(root) / "history")
    assert 1 < len(kept) < 5
    assert kept[-1].number == 9


def test_where_no_record_can_be_kept_a_single_file_is_still_saved(root: Path) -> None:
    state(root).write_text("in the way")
    title(root, "Bloom")
    assert objective(root)["title"] == "Bloom"
