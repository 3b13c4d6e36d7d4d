"""The clock of a ritual, worked out from what happened."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from okr_tui.domain.agenda import AGENDAS, VIEWS, AgendaStep, scaled, view_of
from okr_tui.domain.running import Event, course_of, interrupted

START = datetime(2026, 10, 16, 16, tzinfo=UTC)
MINUTES = (2, 5, 8)


def at(seconds):
    return START + timedelta(seconds=seconds)


def events(*said):
    return [Event(at(seconds), what) for seconds, what in said]


def test_time_runs_from_the_beginning_of_a_step():
    course = course_of(MINUTES, events((0, "begin")), at(45))
    assert (course.step, course.left, course.over, course.paused) == (0, 75, False, False)
    assert course.whole_left == 75 + 13 * 60


def test_a_pause_does_not_count():
    course = course_of(MINUTES, events((0, "begin"), (30, "pause"), (500, "go-on")), at(510))
    assert course.spent[0] == 40
    assert course_of(MINUTES, events((0, "begin"), (30, "pause")), at(900)).paused


def test_a_step_runs_over_and_a_minute_more_helps():
    late = course_of(MINUTES, events((0, "begin")), at(150))
    assert late.over
    assert late.left == -30
    more = course_of(MINUTES, events((0, "begin"), (140, "more")), at(150))
    assert not more.over
    assert more.minutes == (3, 5, 8)


def test_going_back_goes_on_with_the_time_that_was_left():
    course = course_of(MINUTES, events((0, "begin"), (60, "next"), (90, "back")), at(100))
    assert course.step == 0
    assert course.spent == (70, 30, 0)


def test_neither_before_the_first_step_nor_behind_the_last():
    course = course_of(MINUTES, events((0, "begin"), (1, "back"), *[(9, "next")] * 9), at(10))
    assert course.last
    assert course_of(MINUTES, events((0, "begin"), (1, "back")), at(10)).step == 0


def test_the_time_in_which_nobody_was_there_does_not_count():
    told = interrupted(events((0, "begin"), (60, "next")), at(80), at(4000))
    course = course_of(MINUTES, told, at(4010))
    assert course.step == 1
    assert course.spent == (60, 30, 0)
    assert not course.paused


def test_one_that_paused_when_it_was_cut_off_still_pauses():
    told = interrupted(events((0, "begin"), (60, "pause")), at(80), at(4000))
    assert course_of(MINUTES, told, at(4010)).paused


HAPPENED = st.lists(
    st.tuples(st.integers(0, 5000), st.sampled_from(["begin", "pause", "go-on", "next", "back", "more", "end"])),
    max_size=20,
)


@given(HAPPENED, st.integers(5000, 9000))
def test_no_second_is_counted_twice_or_invented(said, now):
    told = events(*sorted(said))
    course = course_of(MINUTES, told, at(now))
    assert 0 <= sum(course.spent) <= now
    assert 0 <= course.step < len(MINUTES)


@given(st.lists(st.integers(1, 90), min_size=1, max_size=8), st.integers(1, 300))
def test_scaled_minutes_fill_the_time_there_is_and_no_step_has_none(minutes, whole):
    found = scaled(minutes, whole)
    assert all(each >= 1 for each in found)
    assert sum(found) == max(whole, len(minutes))
    assert scaled(minutes, sum(minutes)) == tuple(minutes)


def test_every_step_of_the_method_has_something_beside_it():
    steps = {(kind, step.code): view_of(kind, step) for kind, steps in AGENDAS.items() for step in steps}
    assert set(steps.values()) <= set(VIEWS)
    assert steps["alignment", "decisions"] == "alerts"
    assert steps["review-retrospective", "decisions"] == "verdicts"
    assert view_of("weekly-check-in", AgendaStep("tea", 5, view="slips")) == "slips"
    assert view_of("weekly-check-in", AgendaStep("tea", 5)) == "notes"
