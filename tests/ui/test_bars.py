from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from okr_tui.ui.paint.bars import Bar, Spark, dots
from okr_tui.ui.paint.columns import Column, place_columns
from okr_tui.ui.paint.lines import Says, Tells, Title, amount, grid, headings
from okr_tui.ui.paint.runs import Brush, Run, align, beside, bold, cells, dim, fit, runs
from okr_tui.ui.paint.status import STATUSES, status_runs

BRUSH = Brush()
PLAIN = Brush(plain=True)


def _text(pieces) -> str:
    return "".join(run.text for run in pieces)


def _behind(pieces) -> list[str | None]:
    return [run.behind for run in pieces for _ in run.text]


def test_a_bar_fills_in_eighths_and_marks_what_was_expected():
    bar = Bar(0.13, 0.37, "off-track").paint(14, BRUSH)
    assert _text(bar) == "▔▉▔▔▔│▔▔▔▔▔▔▔▔"
    assert _behind(bar) == ["ink"] + ["shortfall_off"] * 4 + ["track"] * 9


def test_a_mark_over_the_fill_keeps_the_fill_behind_it():
    assert _behind(Bar(1, 0.37, "reached").paint(14, BRUSH)) == ["ink"] * 14
    assert _text(Bar(1, 0.37, "reached").paint(14, BRUSH)) == "▔" * 5 + "│" + "▔" * 8


def test_only_what_lags_is_tinted():
    assert "shortfall_slip" in _behind(Bar(0.1, 0.5, "slipping").paint(10, BRUSH))
    assert "shortfall_risk" in _behind(Bar(0.1, 0.5, "at-risk").paint(10, BRUSH))
    assert set(_behind(Bar(0.1, 0.5, "on-track").paint(10, BRUSH))) <= {None, "ink", "track"}


def test_stale_drains_and_no_data_has_no_mark():
    assert "faint" in _behind(Bar(0.5, 0.6, "stale").paint(10, BRUSH))
    assert "│" not in _text(Bar(None, 0.6, "no-data").paint(10, BRUSH))
    assert "│" not in _text(Bar(0.6, None, "on-track").paint(10, BRUSH))


def test_without_backgrounds_a_bar_is_told_by_glyphs():
    assert _text(Bar(0.25, 0.5).paint(8, PLAIN)) == "██░░│░░░"
    assert all(run.behind is None for run in Bar(0.25, 0.5).paint(8, PLAIN))


@given(
    st.floats(), st.one_of(st.none(), st.floats()), st.sampled_from([*STATUSES, "?"]), st.integers(0, 40), st.booleans()
)
def test_a_bar_always_takes_exactly_its_cells(share, expected, status, width, plain):
    assert cells(Bar(share, expected, status).paint(width, Brush(plain=plain))) == width


def test_a_spark_shows_the_last_six_values_as_they_are():
    falling = Spark((9, 8, 7, 5, 3, 2, 1)).paint(6, BRUSH)
    assert _text(falling) == "▇▆▄▃▂▁"
    assert falling[-1] == Run("▁", "text")
    assert _text(Spark((1, 2)).paint(6, BRUSH)) == "    ▁▇"
    assert _text(Spark(()).paint(6, BRUSH)) == "     ·"
    assert _text(Spark((3, 3)).paint(4, BRUSH)) == "  ▄▄"


@given(st.lists(st.floats(), max_size=9), st.integers(0, 9))
def test_a_spark_never_takes_more_than_its_cells(values, width):
    assert cells(Spark(tuple(values)).paint(width, BRUSH)) <= width


def test_dots_count():
    assert _text(dots(3, 5)) == "●●●○○"
    assert _text(dots(9, 5)) == "●●●●●"


def test_a_status_is_a_glyph_and_a_word():
    assert [_text(status_runs(status)) for status in STATUSES] == [
        "● on track", "◐ at risk", "○ off track", "▼ slipping", "◌ stale", "✔ reached", "✓ done", "· no data",
    ]  # fmt: skip


HOME = (
    Column("name", 25, 24, grows=True, leads=True),
    Column("now", 9, 8, title="now", right=True, gap=1, least_gap=0, leads=True),
    Column("trend", 6, title="trend", gap=3, least_gap=2, leaves=1),
    Column("bar", 14, 10, title="progress", leaves=3),
    Column("conf", 4, title="conf", right=True, gap=1),
    Column("seen", 4, title="seen", right=True, gap=2, least_gap=1, leaves=2),
    Column("status", 11, title="status", least_gap=1),
)


def _layout(room: int) -> list[tuple[str, int, int]]:
    return [(place.column.key, place.at, place.width) for place in place_columns(HOME, room)]


def test_columns_of_home_stand_where_the_design_puts_them():
    assert _layout(84) == [
        ("name", 0, 25), ("now", 26, 9), ("trend", 38, 6), ("bar", 46, 14), ("conf", 61, 4), ("seen", 67, 4),
        ("status", 73, 11),
    ]  # fmt: skip
    assert _layout(74) == [
        ("name", 0, 24), ("now", 24, 8), ("trend", 34, 6), ("bar", 42, 10), ("conf", 53, 4), ("seen", 58, 4),
        ("status", 63, 11),
    ]  # fmt: skip


def test_columns_leave_in_turn_and_names_take_what_is_left():
    assert [key for key, _, _ in _layout(70)] == ["name", "now", "bar", "conf", "seen", "status"]
    assert [key for key, _, _ in _layout(62)] == ["name", "now", "bar", "conf", "status"]
    assert [key for key, _, _ in _layout(54)] == ["name", "now", "conf", "status"]
    assert _layout(100)[0] == ("name", 0, 41)


def test_at_last_the_name_shrinks_never_a_number_or_a_status():
    assert [width for _, _, width in _layout(40)] == [15, 8, 4, 11]


@given(st.integers(30, 250))
def test_placed_columns_fit_and_do_not_overlap(room: int):
    placed = place_columns(HOME, room)
    assert placed[-1].at + placed[-1].width <= room
    assert all(one.at + one.width <= other.at for one, other in pairwise(placed))


def test_a_row_of_a_table_puts_every_cell_in_its_column():
    row = grid(HOME, name="Median answer time", now=amount("6.2", "h"), conf="4", status=status_runs("slipping"))
    assert _text(row.paint(74, BRUSH)[0]) == "Median answer time         6.2 h" + " " * 24 + "4      ▼ slipping "


def test_names_are_cut_where_the_column_ends():
    row = grid(HOME, name="A name that is far too long for its column", now="1")
    assert _text(row.paint(74, BRUSH)[0]).startswith("A name that is far too…        1")


def test_a_title_may_run_on_over_empty_columns():
    row = grid(HOME, spills="name", name="Teams get an answer before they lose patience", conf="22 %")
    assert "Teams get an answer before they lose patience" in _text(row.paint(74, BRUSH)[0])


def test_on_the_row_of_the_cursor_what_leads_is_bold_and_the_rest_is_not():
    row = grid(HOME, name="A", now=amount("6", "h"), conf="4").paint(74, Brush(here=True))[0]
    assert {run.text.strip() for run in row if run.bold} == {"A", "6"}


def test_headings_hold_the_title_of_a_section():
    assert _text(headings(HOME, "CHECK-INS DUE", "3").paint(74, BRUSH)[0]).startswith(
        "CHECK-INS DUE  3             now  trend"
    )


def test_a_section_carries_its_rule_to_the_right_end():
    assert _text(Title("NEXT", "2", dim("today")).paint(24, BRUSH)[0]) == "NEXT  2  ────────  today"


def test_the_right_end_of_a_row_stays_whole():
    assert _text(Says("a sentence too long for it", dim("by Tue")).paint(20, BRUSH)[0]) == "a sentence…   by Tue"


def test_sentences_take_the_rows_they_need():
    told = Tells("Answer the data request", indent=3, first=bold("r"))
    assert told.height(14) == 3
    assert [_text(line) for line in told.paint(14, BRUSH)] == ["r  Answer the", "   data", "   request"]


def test_a_long_key_before_a_sentence_does_not_stick_to_it():
    told = Tells("Keep those that tell most", indent=3, first=bold("del"))
    assert [_text(line) for line in told.paint(15, BRUSH)] == ["del Keep those", "    that tell", "    most"]
    assert told.height(15) == 3


@given(st.lists(st.text(max_size=12), max_size=5), st.integers(0, 30))
def test_runs_fit_their_room(words, room):
    pieces = runs(*words)
    assert cells(fit(pieces, room)) <= room
    assert cells(align(pieces, room)) == room
    assert cells(beside(pieces, runs("end"), room)) <= max(room, 3)


def test_a_name_and_the_figure_after_it_never_read_as_one_word():
    columns = (Column("name", 12, grows=True), Column("now", 6, right=True, gap=1, least_gap=0))
    rows = [_text(grid(columns, name=name, now=now).paint(18, BRUSH)[0]) for name, now in (
        ("Active day 7", "4.43 %"), ("Active day 7", "41 %"), ("Active", "4.43 %"), ("Active day 7", ""),
    )]  # fmt: skip
    assert rows == ["Active day… 4.43 %", "Active day 7  41 %", "Active      4.43 %", "Active day 7      "]
