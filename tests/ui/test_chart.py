from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from okr_tui.domain.course import Course
from okr_tui.ui.paint.chart import Chart, Onward
from okr_tui.ui.paint.runs import Brush, cells

START, END = date(2026, 9, 1), date(2026, 12, 31)


def drawn(chart: Chart, width: int = 60) -> list[str]:
    return ["".join(run.text for run in row) for row in chart.paint(width, Brush())]


def course(*values: tuple[int, float]) -> Course:
    points = tuple((START + timedelta(days=on), value) for on, value in values)
    return Course(START, END, points, ((START, 8.0), (END, 3.0)), (3.0,))


def test_the_start_and_the_target_are_labelled_and_the_top_has_the_unit():
    rows = drawn(Chart(course((10, 7)), date(2026, 10, 16), "h", 11))
    assert rows[0].startswith("8 h ·")
    assert rows[10].startswith("  3 ─")


def test_a_figure_is_a_point_at_its_day_and_height():
    rows = drawn(Chart(course((0, 8), (121, 3)), END, "", 11), 52)
    assert rows[0][2] == "●"
    assert rows[10][51] == "●"


def test_today_is_a_line_with_its_word_below():
    rows = drawn(Chart(course(), date(2026, 10, 16), "h", 8))
    at = rows[0].index("┊")
    assert all(row[at] in "┊·" for row in rows[:8])
    assert abs(rows[8].index("today") + 2 - at) <= 1


def test_a_day_outside_the_window_has_no_line():
    assert "┊" not in "".join(drawn(Chart(course((3, 5)), date(2027, 1, 5), "h", 8)))


def test_the_legend_names_only_what_is_there():
    assert drawn(Chart(course(), START, "h", 8))[-1].split() == ["···", "expected", "──", "target"]
    band = Course(START, END, ((START, 5.0),), (), (4.0, 6.0))
    assert drawn(Chart(band, START, "", 8))[-1].split() == ["▄●", "value", "──", "band"]


@settings(max_examples=200, deadline=None)
@example(values=[], target=5e-324, width=50, rows=2)
@given(
    values=st.lists(st.tuples(st.integers(-400, 400), st.floats(-1e15, 1e15)), max_size=12),
    target=st.floats(-1e15, 1e15),
    width=st.integers(50, 200),
    rows=st.integers(2, 30),
)
def test_no_figures_make_it_wider_or_higher_than_its_room(values, target, width, rows):
    known = tuple((START + timedelta(days=on), value) for on, value in sorted(dict(values).items()))
    days = [START, END, *(on for on, _ in known)]
    chart = Chart(Course(min(days), max(days), known, (), (target,)), START, "unit", rows)
    painted = chart.paint(width, Brush())
    assert len(painted) == chart.height(width)
    assert all(cells(row) <= width for row in painted)


def test_a_forecast_goes_on_from_the_last_figure_and_its_range_is_tinted_behind_what_is_drawn():
    onward = Onward((START + timedelta(days=40), 6.0), END, 4.0, 3.5, 7.0)
    chart = Chart(course((20, 7), (40, 6)), date(2026, 10, 16), "h", 11, onward=onward)
    rows = chart.paint(60, Brush())
    assert any("╌" in run.text and run.behind == "raised" for row in rows for run in row)
    assert any("forecast" in run.text for run in rows[-1])
    plain = "".join(run.text for row in chart.paint(60, Brush(plain=True)) for run in row)
    assert "˙" in plain


def test_zones_have_their_names_on_their_levels_and_confidence_stands_below_its_day():
    zones = (("commit", 6.0), ("target", 4.0), ("stretch", 3.0))
    rows = drawn(Chart(course((0, 8), (60, 6)), START, "h", 11, zones=zones, confidence=((START, 7), (END, 10))))
    assert [name for row in rows for name in ("commit", "target", "stretch") if f"─ {name} ─" in row] == [
        "commit", "target", "stretch"
    ]  # fmt: skip
    assert rows[-2].startswith("conf 7")
    assert rows[-2].endswith("10")
    assert rows[-1].split()[-1] == "zones"
