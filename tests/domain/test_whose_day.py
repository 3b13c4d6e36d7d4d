"""Days are local, moments are not: what has been said is never in the future, and the later word counts."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from okr_tui.domain.counting import counting, has_come, in_order
from okr_tui.domain.journal import CheckIn
from okr_tui.domain.plan import Changed, KeyResult
from okr_tui.domain.progress import in_present_unit, values
from okr_tui.domain.shelf import Entry

EAST, WEST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-10))
NOON = datetime(2026, 10, 16, 12, tzinfo=UTC)


def said(identity: str, at: datetime, on: date | None = None, **keys) -> CheckIn:
    return CheckIn(id=identity, at=at, on=on or at.date(), about="nps", **keys)


@pytest.fixture(params=["UTC", "<+14>-14", "<-10>+10"])
def zone(request, monkeypatch):
    import time

    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_what_somebody_has_said_where_it_is_tomorrow_counts_today(zone):
    here = NOON.astimezone().date()
    assert has_come(said("ci-east", NOON.astimezone(EAST)), here)
    assert has_come(said("ci-west", NOON.astimezone(WEST)), here)


def test_what_is_dated_ahead_of_its_own_speaker_does_not_count_yet(zone):
    here = NOON.astimezone().date()
    assert not has_come(said("ci-1", NOON.astimezone(), here + timedelta(days=1)), here)


def test_a_reader_who_looks_back_does_not_see_what_was_said_after_that_day(zone):
    looked_at = NOON.astimezone().date() - timedelta(days=2)
    assert counting([said("ci-east", NOON.astimezone(EAST))], looked_at) == ()


@pytest.mark.parametrize("first", [EAST, WEST])
def test_of_two_clocks_the_word_said_later_is_the_later_one(first):
    second = WEST if first is EAST else EAST
    sooner, later = said("ci-a", NOON.astimezone(first)), said("ci-b", (NOON + timedelta(minutes=1)).astimezone(second))
    assert max([sooner, later], key=in_order) is later
    entries = [Entry("noa", each) for each in sorted([later, sooner], key=in_order)]
    days = [day for day, _value in values(entries)]
    assert days == sorted(days)


def test_the_day_spoken_of_goes_before_the_moment_it_was_said():
    on_friday = said("ci-1", NOON)
    late_word_on_tuesday = said("ci-2", NOON + timedelta(days=1), date(2026, 10, 13))
    correcting_friday = said("ci-3", NOON + timedelta(days=1), NOON.date())
    assert sorted([on_friday, late_word_on_tuesday, correcting_friday], key=in_order) == [
        late_word_on_tuesday, on_friday, correcting_friday,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        (Changed(on=NOON.date(), key="unit", by="noa", at=NOON), [None, 80]),
        (Changed(on=NOON.date() + timedelta(days=1), key="unit", by="noa"), [None, None]),
        (Changed(on=NOON.date(), key="unit", by="noa"), [80, 80]),
        (Changed(on=NOON.date(), key="target", by="noa", at=NOON), [80, 80]),
    ],
)
def test_a_figure_keeps_the_unit_in_which_it_was_said(changed, kept):
    result = KeyResult(id="nps", title="NPS", unit="k", changed=(changed,))
    entries = tuple(Entry("noa", said(f"ci-{n}", NOON + timedelta(minutes=n), value=80, confidence=5)) for n in (-1, 1))
    found = in_present_unit(result, entries)
    assert [each.check_in.value for each in found] == kept
    assert [each.check_in.confidence for each in found] == [5, 5]
