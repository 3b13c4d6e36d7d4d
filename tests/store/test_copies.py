from pathlib import Path

import pytest

from okr_tui.store.codec import Refused, parsed
from okr_tui.store.copies import absorb, copies
from okr_tui.store.reader import Reader
from tests.store.sound import FILES, written

PLAN = "cycles/2026-t3/okrs/product.toml"
JOURNAL = "cycles/2026-t3/journal/2026-w40/noa.toml"
NAMES = [
    "product.sync-conflict-20261016-120000-ABCDEFG.toml", "product.sync-conflict-20261016-120000.toml",
    "product (conflicted copy 2026-10-16).toml", "product (Noa's conflicted copy 2026-10-16).toml",
    "product (Noa Berger's MacBook's conflicted copy 2026-10-16) (1).toml", "product (Copie en conflit de Noa 2026-10-16).toml",
    "product (conflicted copy 2026-10-16 120000).toml", "product 2.toml", "product (1).toml", "product(2).toml",
    "product_conflict-20261016-120000.toml", "product-DESKTOP-4711.toml", "product-Noas-MacBook-Pro 2.toml",
    "product - Copy.toml", "product - Copy (2).toml", "product copy.toml", "product - Copie.toml",
]  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return written(tmp_path / "ws")


def beside(root: Path, name: str, text: str, folder: str = "cycles/2026-t3/okrs") -> Path:
    path = root / folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_is_merged_into_its_original_and_goes_to_the_trash(root: Path, tmp_path: Path, name: str) -> None:
    text = FILES[PLAN].replace(
        'title = "First"', 'title = "First"\n\n[[objective]]\nid = "theirs-00009"\ntitle = "Theirs"'
    )
    copy = beside(root, name, text)
    assert [each.original for each in copies(root)] == [PLAN]
    told = absorb(root, tmp_path / "state")
    assert told.merged == (f"cycles/2026-t3/okrs/{name}",)
    assert "theirs-00009" in (root / PLAN).read_text(encoding="utf-8")
    assert "# What people say about us" in (root / PLAN).read_text(encoding="utf-8")
    assert not copy.exists()
    (kept,) = (tmp_path / "state/trash").iterdir()
    assert kept.read_text(encoding="utf-8") == text
    assert absorb(root, tmp_path / "state") == ((), 0, ())


def test_what_only_the_original_has_is_not_deleted(root: Path, tmp_path: Path) -> None:
    beside(root, NAMES[0], 'format = 1\nteam = "product"\n')
    absorb(root, tmp_path / "state")
    assert (root / PLAN).read_text(encoding="utf-8") == FILES[PLAN]


def test_two_values_are_a_record(root: Path, tmp_path: Path) -> None:
    beside(root, NAMES[0], FILES[PLAN].replace("target = 60", "target = 70"))
    assert absorb(root, tmp_path / "state").conflicts == 1
    found = parsed((root / PLAN).read_bytes())
    assert not isinstance(found, Refused)
    assert {found["conflict"][0]["ours"], found["conflict"][0]["theirs"]} == {60, 70}


def test_several_copies_of_one_file_are_all_merged(root: Path, tmp_path: Path) -> None:
    for number, name in enumerate(NAMES[:3]):
        beside(root, name, f'{FILES[PLAN]}\n[[objective]]\nid = "new-{number}"\ntitle = "New"\n')
    assert len(absorb(root, tmp_path / "state").merged) == 3
    assert all(f"new-{number}" in (root / PLAN).read_text(encoding="utf-8") for number in range(3))


@pytest.mark.parametrize("text", ["format = 1\nteam = ", "<<<<<<<", ""])
def test_a_copy_that_cannot_be_read_stays_or_adds_nothing(root: Path, tmp_path: Path, text: str) -> None:
    copy = beside(root, NAMES[0], text)
    told = absorb(root, tmp_path / "state")
    assert (root / PLAN).read_text(encoding="utf-8") == FILES[PLAN]
    assert copy.exists() == bool(text)
    assert len(told.left) == bool(text)


def test_an_original_that_cannot_be_read_or_is_gone_keeps_its_copy(root: Path, tmp_path: Path) -> None:
    copy = beside(root, NAMES[0], FILES[PLAN])
    (root / PLAN).write_text("team = ", encoding="utf-8")
    assert len(absorb(root, tmp_path / "state").left) == 1
    (root / PLAN).unlink()
    assert len(absorb(root, tmp_path / "state").left) == 1
    assert copy.exists()


def test_other_files_and_links_are_no_copies(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.toml").write_text("format = 1\n", encoding="utf-8")
    (root / "cycles/2026-t3/okrs" / NAMES[0]).symlink_to(tmp_path / "secret.toml")
    beside(root, "conflict-of-interest.toml", 'format = 1\nteam = "conflict-of-interest"\n')
    beside(root, "product-2.toml", 'format = 1\nteam = "product-2"\n')
    beside(root, NAMES[1], "format = 1\n", "cycles")
    beside(root, "notes (conflicted copy 2026-10-16).txt", "x")
    assert copies(root) == []


def test_a_copy_is_never_read_as_a_plan_or_a_journal(root: Path) -> None:
    beside(root, NAMES[0], FILES[PLAN])
    beside(root, "noa.sync-conflict-20261016-120000-ABCDEFG.toml", FILES[JOURNAL], "cycles/2026-t3/journal/2026-w40")
    assert set(Reader(root).read().cycles["2026-t3"].plans) == {"product"}
    assert [each.person for each in Reader(root).read().cycles["2026-t3"].journals] == ["noa"]
