"""The index that a check-in on the command line works from: as right as the models, after whatever anybody writes."""

import os
import re
from datetime import date
from pathlib import Path
from shutil import copytree
from zlib import crc32

import pytest

from okr_tui.actions.subjects import meant
from okr_tui.domain.errors import PersonMustDecide, WrongUsage
from okr_tui.domain.progress import counted, values
from okr_tui.store.extracted import VERSION
from okr_tui.store.index import index
from okr_tui.store.reader import Reader

SAMPLES = Path(__file__).parents[2] / "sample_data"
TODAY = date(2026, 10, 16)


@pytest.fixture
def root(tmp_path):
    return Path(copytree(SAMPLES / "lumio", tmp_path / "lumio"))


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


def journal(root, said):
    folder = root / "cycles/t3/journal/2026-w42"
    folder.mkdir(exist_ok=True)
    lines = ["format = 1", 'person = "zoe"', 'week = "2026-w42"']
    for identity, keys in said.items():
        lines += ["[[check_in]]", f'id = "{identity}"', "at = 2026-10-16T09:00:00+02:00", *keys]
    (folder / "zoe.toml").write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize("sample", ["lumio", "rivage", "solo"])
def test_it_knows_the_same_last_values_as_the_models(sample, cache):
    known = index(SAMPLES / sample, cache)
    workspace = Reader(SAMPLES / sample).read()
    assert known.order(TODAY) == tuple(content.cycle.id for content in workspace.open_cycles(TODAY))
    for content in workspace.open_cycles(TODAY):
        cards = {card.id: card for card in known.cards(content.cycle.id)}
        assert set(cards) == {key_result.id for _team, _objective, key_result in content.key_results()}
        for identity in cards:
            by_models = values(counted(content.entries.get(identity, ()), TODAY))
            by_index = [each.value for each in known.said(identity, TODAY) if each.value is not None]
            assert by_index == [value for _day, value in by_models]


def test_it_follows_what_somebody_else_writes_and_what_is_withdrawn_or_corrected(root, cache):
    key_result = index(root, cache).cards("t3")[0].id
    about = [f'about = "{key_result}"', "on = 2026-10-16"]
    journal(root, {"ci-1111111111": [*about, "value = 5"]})
    assert index(root, cache).said(key_result, TODAY)[-1].value == 5
    corrected = {
        "ci-1111111111": [*about, "value = 5"],
        "ci-2222222222": [*about, "value = 6", 'replaces = "ci-1111111111"'],
    }
    journal(root, corrected)
    assert [each.value for each in index(root, cache).said(key_result, TODAY)][-1] == 6
    assert "ci-1111111111" not in {each.id for each in index(root, cache).said(key_result, TODAY)}
    journal(
        root, {**corrected, "ci-2222222222": [*about, "value = 6", 'replaces = "ci-1111111111"', "withdrawn = true"]}
    )
    assert index(root, cache).said(key_result, TODAY)[-1].value == 5


def test_a_broken_file_or_a_lost_cache_hides_nothing_else(root, cache):
    count = len(index(root, cache).cards("t3"))
    (root / "cycles/t3/okrs/care.toml").write_text("<<<<<<< nothing", encoding="utf-8")
    (root / "cycles/t3/okrs/growth.toml").write_text(
        'format = 1\nteam = "growth"\n[[objective]]\nid = 7', encoding="utf-8"
    )
    (cache / "index.txt").write_text("{", encoding="utf-8")
    left = index(root, cache).cards("t3")
    assert 0 < len(left) < count
    assert {card.team for card in left}.isdisjoint({"care", "growth"})


def test_it_is_kept_between_two_check_ins(root, cache):
    index(root, cache)
    file = cache / "index.txt"
    body = file.read_text(encoding="utf-8").partition("\n")[2].replace("Sign-ups active on day 7", "Kept")
    file.write_text(f"okr index {VERSION} {crc32(body.encode())}\n{body}", encoding="utf-8")
    assert "Kept" in {card.title for card in index(root, cache).cards("t3")}


def long_ago(path):
    """As if a folder had changed last long before anything was kept."""
    os.utime(path, ns=(10**18, 10**18))


def test_an_old_week_is_asked_about_as_a_whole_and_looked_through_when_nobody_waits(root, cache):
    weeks = sorted(path for path in (root / "cycles/t3/journal").iterdir() if path.is_dir())
    old = next(week for week in weeks if any(week.glob("*.toml")))
    for week in weeks:
        long_ago(week)
    file = next(iter(sorted(old.glob("*.toml"))))
    key_result = re.search(r'about = "(.+)"', file.read_text(encoding="utf-8"))[1]
    before = index(root, cache).said(key_result, TODAY)[0]
    status = file.stat()
    said = re.sub(r"(?m)^value = .+$", "value = 12345", file.read_text(encoding="utf-8"))
    file.write_text(said, encoding="utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    assert index(root, cache).said(key_result, TODAY)[0] == before, "the folder is as it was"
    assert index(root, cache, whole=True).said(key_result, TODAY)[0].value == 12345
    assert index(root, cache).said(key_result, TODAY)[0].value == 12345, "and kept"
    file.with_name("zz.toml").write_text(said.replace("ci-", "ci-9", 1), encoding="utf-8")
    assert len(index(root, cache).said(key_result, TODAY)) >= 2, "somebody checks in late"


@pytest.mark.parametrize("said", ["", "{", "okr index 3", "okr index 7 0\n", "okr index 7 1\nteams.toml\t1 2 3\tnull"])
def test_whatever_stands_where_it_is_kept_the_files_count(root, cache, said):
    cache.mkdir(parents=True)
    (cache / "index.txt").write_text(said, encoding="utf-8")
    assert index(root, cache).team_name("care") == "Care"
    assert index(root, cache).cards("t3")


def test_a_beginning_of_an_id_is_enough_and_words_of_a_title_are_a_guess(root, cache):
    assert meant(root, cache, "sign-ups", TODAY).sure
    guessed = meant(root, cache, "templates twice", TODAY)
    assert (guessed.subject.title, guessed.sure) == ("Templates used twice", False)
    with pytest.raises(PersonMustDecide):
        meant(root, cache, "a", TODAY)
    with pytest.raises(WrongUsage):
        meant(root, cache, "qqqqqq", TODAY)


def test_a_closed_cycle_takes_a_late_figure_by_the_whole_id_only(root, cache):
    closed = Reader(root).look_at("t2").cycles["t2"]
    identity = next(key_result.id for _team, _objective, key_result in closed.key_results())
    assert meant(root, cache, identity, TODAY).subject.cycle == "t2"


def test_a_kpi_is_checked_in_in_the_default_cycle(root, cache):
    kpi = index(root, cache).kpis()[0]
    assert meant(root, cache, kpi.id, TODAY).subject.cycle == "t3"
