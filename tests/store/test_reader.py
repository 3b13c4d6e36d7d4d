import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okr_tui.domain.errors import OkrError
from okr_tui.store.reader import Reader
from tests.store.sound import FILES, changed, written

PLAN = "cycles/2026-t3/okrs/product.toml"
JOURNAL = "cycles/2026-t3/journal/2026-w40/noa.toml"


def codes(root: Path) -> list[tuple[str, str]]:
    return [(problem.file, problem.code) for problem in Reader(root).read().problems]


def test_a_sound_workspace_is_read_without_a_problem(tmp_path: Path) -> None:
    workspace = Reader(written(tmp_path)).read()
    assert workspace.problems == ()
    assert [person.id for person in workspace.people] == ["noa", "ines"]
    content = workspace.default_cycle(date(2026, 10, 16))
    assert content is not None
    assert content.cycle.id == "2026-t3"
    assert [key_result.id for _team, _objective, key_result in content.key_results()] == [
        "activation-00002",
        "steps-00003",
    ]
    assert len(content.entries["activation-00002"]) == 1


def test_no_workspace_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(OkrError, match="okr init"):
        Reader(tmp_path).read()


def test_four_files_broken_in_different_ways_leave_the_rest_usable(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "people.toml").write_bytes(b"this is not toml\n")
    (tmp_path / "teams.toml").write_bytes(b'format = 1\nteam = "x"\n')
    (tmp_path / JOURNAL).write_bytes(b"<<<<<<< HEAD\nformat = 1\n=======\n>>>>>>> x\n")
    (tmp_path / "cycles/2026-t3/review/product.toml").write_bytes(b"")
    workspace = Reader(tmp_path).read()
    assert {problem.code for problem in workspace.problems} == {
        "not-toml", "wrong-type", "conflict-markers", "no-format",
    }  # fmt: skip
    assert list(workspace.cycles["2026-t3"].plans) == ["product"]
    assert [team.id for team in workspace.teams] == ["product"]


def test_an_unreadable_okr_toml_still_lets_the_rest_be_read(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "okr.toml").write_bytes(b"\xff")
    workspace = Reader(tmp_path).read()
    assert workspace.settings.id == "unreadable"
    assert "2026-t3" in workspace.cycles


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_folders_pipes_and_links_to_elsewhere_are_problems_and_never_read(tmp_path: Path) -> None:
    root = written(tmp_path / "ws")
    secret = tmp_path / "secret.toml"
    secret.write_text('format = 1\nteam = "secret"\n', encoding="utf-8")
    plans = root / "cycles/2026-t3/okrs"
    (plans / "folder.toml").mkdir()
    (root / "people.toml").unlink()
    (root / "people.toml").mkdir()
    os.mkfifo(plans / "pipe.toml")
    (plans / "outside.toml").symlink_to(secret)
    (plans / "dangling.toml").symlink_to(tmp_path / "nowhere")
    (plans / "loop.toml").symlink_to(plans / "loop.toml")
    (plans / "inside.toml").symlink_to(plans / "product.toml")
    found = dict(codes(root))
    assert found == {
        "people.toml": "no-file",
        "cycles/2026-t3/okrs/pipe.toml": "no-file",
        "cycles/2026-t3/okrs/outside.toml": "link-outside",
        "cycles/2026-t3/okrs/dangling.toml": "unreadable",
        "cycles/2026-t3/okrs/loop.toml": "unreadable",
    }
    assert set(Reader(root).read().cycles["2026-t3"].plans) == {"product", "inside"}


def test_a_folder_that_is_a_link_to_elsewhere_is_not_entered(tmp_path: Path) -> None:
    root, other = written(tmp_path / "ws"), written(tmp_path / "other")
    (root / "cycles/2026-t3/journal/2026-w40/noa.toml").unlink()
    (root / "cycles/2026-t3/journal/2026-w40").rmdir()
    (root / "cycles/2026-t3/journal").rmdir()
    (root / "cycles/2026-t3/journal").symlink_to(other / "cycles/2026-t3/journal")
    (root / "cycles/linked").symlink_to(other / "cycles/2026-t3")
    workspace = Reader(root).read()
    assert workspace.cycles["2026-t3"].journals == ()
    assert "linked" not in workspace.cycles


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / PLAN).chmod(0)
    assert codes(tmp_path) == [(PLAN, "unreadable")]


@pytest.mark.parametrize("name", ["con", "a" * 60, "Upper", "..", "x_y"])
def test_strange_names_of_cycle_folders_stop_nothing(tmp_path: Path, name: str) -> None:
    root = written(tmp_path)
    if name != "..":
        written(root, {f"cycles/{name}/cycle.toml": FILES["cycles/2026/cycle.toml"]})
    assert "2026-t3" in Reader(root).read().cycles


def test_only_what_has_changed_is_parsed_again(tmp_path: Path) -> None:
    reader = Reader(written(tmp_path))
    before = reader.read()
    (tmp_path / PLAN).write_text(FILES[PLAN].replace("Three steps", "Three longer steps"), encoding="utf-8")
    after = reader.read()
    assert after.revision == before.revision + 1
    assert after.cycles["2026-t3"].plans["product"] is not before.cycles["2026-t3"].plans["product"]
    assert after.cycles["2026-t3"].journals[0] is before.cycles["2026-t3"].journals[0]


def test_a_file_that_was_deleted_and_forgotten_is_missed(tmp_path: Path) -> None:
    reader = Reader(written(tmp_path))
    before = reader.read()
    (tmp_path / PLAN).unlink()
    reader.forget([PLAN])
    assert reader.read() is not before
    assert reader.changed == (PLAN,)
    assert list(reader.read().cycles["2026-t3"].plans) == []


def test_a_file_of_the_same_size_and_time_is_read_again_after_forget(tmp_path: Path) -> None:
    reader = Reader(written(tmp_path))
    reader.read()
    status = (tmp_path / PLAN).stat()
    with (tmp_path / PLAN).open("r+b") as stream:
        stream.write(FILES[PLAN].replace("Three", "Thrxe").encode())
    os.utime(tmp_path / PLAN, ns=(status.st_atime_ns, status.st_mtime_ns))
    reader.forget([PLAN])
    titles = [each.title for _team, _objective, each in reader.read().cycles["2026-t3"].key_results()]
    assert "Thrxe steps" in titles


def test_of_a_closed_cycle_only_the_reviews_are_read_until_somebody_looks(tmp_path: Path) -> None:
    reader = Reader(changed(tmp_path, "cycles/2026-t3/cycle.toml", '"achieve"', '"closed"'))
    content = reader.read().cycles["2026-t3"]
    assert not content.complete
    assert (dict(content.plans), content.journals, list(content.reviews)) == ({}, (), ["product"])
    content = reader.look_at("2026-t3").cycles["2026-t3"]
    assert content.complete
    assert list(content.plans) == ["product"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(sorted(FILES)), data=st.binary(max_size=200), cut=st.integers(0, 2000))
def test_no_bytes_in_any_file_stop_the_reader(tmp_path: Path, path: str, data: bytes, cut: int) -> None:
    root = written(tmp_path)
    (root / path).write_bytes(FILES[path].encode()[:cut] + data)
    Reader(root).read()
    (root / path).write_bytes(FILES[path].encode())


@pytest.mark.parametrize("path", sorted(FILES))
def test_a_file_cut_off_at_any_byte_is_read_or_is_a_problem(tmp_path: Path, path: str) -> None:
    root, data = written(tmp_path), FILES[path].encode()
    reader = Reader(root)
    for length in range(len(data)):
        (root / path).write_bytes(data[:length])
        reader.forget([path])
        workspace = reader.read()
        if length < len("format = 1"):
            assert [problem.file for problem in workspace.problems] == [path]
