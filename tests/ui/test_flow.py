"""Words in several styles over as many rows as they need, and what gives way where a row is short."""

from hypothesis import given
from hypothesis import strategies as st

from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.flow import Flows, Uncut, broken, hanging
from okr_tui.ui.paint.lines import Says, Title, grid
from okr_tui.ui.paint.runs import Brush, Run, bold, cells, dim
from okr_tui.ui.text import single

WORDS = st.lists(st.tuples(st.text(max_size=30), st.sampled_from(["text", "dim"])), max_size=4)


def said(rows) -> list[str]:
    return ["".join(run.text for run in row).rstrip(" ") for row in rows]


@given(WORDS, st.integers(4, 60))
def test_no_row_is_wider_than_its_room_and_no_word_is_lost(words, room):
    pieces = tuple(Run(text, role) for text, role in words)
    rows = broken(pieces, room)
    assert all(cells(row) <= room for row in rows)
    letters = "".join(single(text) for text, _role in words)
    assert "".join(said(rows)).replace(" ", "") == letters.replace(" ", "")


@given(WORDS, st.integers(8, 60), st.integers(0, 50))
def test_only_the_first_row_gives_way_to_what_stands_at_its_end(words, room, taken):
    first = max(room - taken, 4)
    rows = broken(tuple(Run(text, role) for text, role in words), room, first)
    assert cells(rows[0]) <= first
    assert all(cells(row) <= room for row in rows)
    letters = "".join(single(text) for text, _role in words)
    assert "".join(said(rows)).replace(" ", "") == letters.replace(" ", "")


def test_every_word_keeps_its_style_and_what_runs_on_is_set_in():
    rows = hanging((bold("Noa"), dim("  the share sheet doubled the invites")), 20, 2)
    assert said(rows) == ["Noa  the share", "  sheet doubled the", "  invites"]
    assert rows[0][0].bold
    assert {run.role for run in rows[1] if run.text.strip()} == {"dim"}


def test_what_stands_at_the_right_end_stands_on_the_first_row():
    line = Flows("Nobody is in the inbox between two and six", dim("Noa"), first=dim("▲ "))
    assert said(line.paint(30, Brush())) == ["▲ Nobody is in the inbox   Noa", "  between two and six"]
    assert line.height(30) == 2


def test_a_name_that_has_no_room_stands_above_its_row():
    row = Uncut(
        grid((Column("name", 10, grows=True), Column("now", 4, right=True)), name="Median answer time", now="6.2")
    )
    assert said(row.paint(40, Brush())) == ["Median answer time" + " " * 19 + "6.2"]
    assert said(row.paint(16, Brush())) == ["Median answer", "time", " " * 13 + "6.2"]
    assert row.height(16) == 3


def test_names_at_the_right_end_give_way_to_what_they_belong_to():
    (row,) = said(
        Says("Near-duplicate", dim("Director of Engineering, Dev, Director of Ops"), yields=True).paint(40, Brush())
    )
    assert row == "Near-duplicate  Director of Engineering…"


def test_a_title_is_whole_before_what_stands_at_its_right():
    title = Title("WHAT CHANGED SINCE FRI 9 OCT", right=dim("all teams, the whole cycle"))
    (row,) = said(title.paint(40, Brush()))
    assert row == "WHAT CHANGED SINCE FRI 9 OCT  all teams…"
