"""The day of the last look, remembered on this machine."""

from datetime import date

from okr_tui.store.last_look import last_look

WED, THU, FRI = date(2026, 10, 14), date(2026, 10, 15), date(2026, 10, 16)


def test_every_look_of_a_day_is_told_the_day_of_the_look_before_it(tmp_path):
    assert last_look(tmp_path / "state", "noa", WED) is None
    assert last_look(tmp_path / "state", "noa", WED) is None
    assert last_look(tmp_path / "state", "noa", FRI) == WED
    assert last_look(tmp_path / "state", "noa", FRI) == WED


def test_each_person_has_their_own_last_look(tmp_path):
    last_look(tmp_path, "noa", WED)
    assert last_look(tmp_path, "sam", FRI) is None


def test_a_look_from_a_day_that_has_not_come_is_none(tmp_path):
    last_look(tmp_path, "noa", FRI)
    assert last_look(tmp_path, "noa", THU) is None
    assert last_look(tmp_path, "noa", FRI) == THU


def test_a_broken_file_is_as_good_as_none(tmp_path):
    for broken in (b"", b"\xff", b"[1]", b'{"noa": 3}', b'{"noa": {"seen": "soon", "since": 4}}', b"[" * 100_000):
        (tmp_path / "looked.json").write_bytes(broken)
        assert last_look(tmp_path, "noa", FRI) is None
        assert last_look(tmp_path, "noa", date(2026, 10, 19)) == FRI
