"""What was read is kept: trusted while the file is the same, and never needed."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from okr_tui.domain.workspace import Workspace
from okr_tui.store.reader import Reader

SAMPLES = Path(__file__).parent.parent.parent / "sample_data"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLES / "lumio", tmp_path / "lumio"))


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def kept_later(cache: Path) -> Path:
    """As if everything had been kept long after the files were written."""
    file = cache / "files.jsonl"
    later = file.stat().st_mtime_ns + 10_000_000_000
    os.utime(file, ns=(later, later))
    return file


def forged(cache: Path, old: bytes, new: bytes) -> None:
    """Changes what is kept, so that it can be told from what the files say."""
    file = kept_later(cache)
    said = file.read_bytes()
    assert old in said
    file.write_bytes(said.replace(old, new))
    kept_later(cache)


def read(root: Path, cache: Path, *cycles: str) -> Workspace:
    """Reads everything of these cycles and keeps it."""
    reader = Reader(root, cache)
    workspace = reader.look_at(*cycles)
    reader.keep()
    return workspace


def name(root: Path, cache: Path) -> str:
    return read(root, cache).settings.name


@pytest.mark.parametrize("sample", ["lumio", "rivage"])
def test_what_is_kept_is_what_the_files_say(tmp_path, cache, sample):
    root = Path(shutil.copytree(SAMPLES / sample, tmp_path / sample))
    cycles = [path.name for path in (root / "cycles").iterdir()]
    read(root, cache, *cycles)
    kept_later(cache)
    assert read(root, cache, *cycles) == Reader(root).look_at(*cycles)


def test_a_file_that_is_the_same_is_not_parsed_again(root, cache):
    read(root, cache)
    forged(cache, b'"name":"Lumio"', b'"name":"Keeps"')
    assert name(root, cache) == "Keeps"


def test_a_file_that_changed_is_parsed_again(root, cache):
    read(root, cache)
    forged(cache, b'"name":"Lumio"', b'"name":"Keeps"')
    settings = root / "okr.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('"Lumio"', '"Loomio"'), encoding="utf-8")
    kept_later(cache)
    assert name(root, cache) == "Loomio"


def test_a_file_whose_time_was_set_back_is_parsed_again(root, cache):
    read(root, cache)
    settings = root / "okr.toml"
    before = settings.stat()
    with settings.open("r+b") as stream:
        stream.write(settings.read_bytes().replace(b'"Lumio"', b'"Limbo"'))
    os.utime(settings, ns=(before.st_atime_ns, before.st_mtime_ns))
    kept_later(cache)
    assert name(root, cache) == "Limbo"


def test_a_file_that_changed_just_before_it_was_kept_is_not_trusted(root, cache):
    read(root, cache)
    file = cache / "files.jsonl"
    file.write_bytes(file.read_bytes().replace(b'"name":"Lumio"', b'"name":"Keeps"'))
    assert name(root, cache) == "Lumio"


def test_a_date_where_anything_may_stand_stays_a_date(root, cache):
    settings = root / "okr.toml"
    conflict = '[[conflict]]\nid = "cf-0000000001"\nabout = "lumio"\nkey = "founded"\nours = 2019-05-01\n'
    settings.write_text(settings.read_text(encoding="utf-8") + conflict, encoding="utf-8")
    for _time in range(2):
        assert read(root, cache).settings.conflict[0].ours == date(2019, 5, 1)
        kept_later(cache)


def test_what_a_file_says_and_how_is_still_known(root, cache):
    settings = root / "okr.toml"
    settings.write_text("founded = 2019\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    for _time in range(2):
        found = read(root, cache).settings
        assert found.unknown == ("founded",)
        assert "language" in found.given, "though it is English, as it would be without"
        assert "vocabulary" not in found.given
        kept_later(cache)


def test_a_broken_file_is_told_every_time(root, cache):
    (root / "cycles" / "t3" / "okrs" / "care.toml").write_text("format = \n", encoding="utf-8")
    for _time in range(2):
        assert [problem.file for problem in read(root, cache).problems] == ["cycles/t3/okrs/care.toml"]
        kept_later(cache)


def test_one_change_after_the_other_keeps_nothing_anew(root, cache):
    read(root, cache)
    file = kept_later(cache)
    before = file.read_bytes()
    (root / "people.toml").touch()
    read(root, cache)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "said",
    [
        b"", b"\x00\xff", b"6\n", b"7\n", b"7\n[]", b"7\n[]\n{}", b'7\n[["okr.toml",0,[1,2,3,4],false,null,null,2]]',
        b'7\n[["okr.toml",0,[1,2,3,4],false,null,null,3]]\n{}', b'7\n[["okr.toml",0,[1,2,3,4],false,null,null,-1]]\n{}',
        b'7\n[["okr.toml",0,[1,2,3,4],false,null,null,99999999999999999999]]\n{}',
        b'7\n[["okr.toml"]]\n{}', b"7\n7\n{}", b"7\n[7]\n{}",
    ],
)  # fmt: skip
def test_whatever_stands_where_it_is_kept_the_files_count(root, cache, said):
    cache.mkdir()
    (cache / "files.jsonl").write_bytes(said)
    kept_later(cache)
    assert name(root, cache) == "Lumio"


def test_what_was_kept_of_another_model_is_read_from_the_file(root, cache):
    read(root, cache)
    forged(cache, b'"name":"Lumio"', b'"name":1234567')
    assert name(root, cache) == "Lumio"


def test_a_journal_that_was_kept_of_another_model_is_read_from_the_file_when_it_is_opened(root, cache):
    said = read(root, cache).cycles["t3"]
    forged(cache, b'"on":"2026-', b'"on":"once-')
    again = read(root, cache).cycles["t3"]
    assert dict(again.entries) == dict(said.entries)


def test_where_nothing_can_be_kept_everything_can_be_read(root, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert name(root, tmp_path / "file" / "cache") == "Lumio"
