from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from okr_tui.ui.text import content, cut, rich_text, single, wrap

HOSTILE = "[red]x[/] \x1b]52;c;aGk=\x07 \u202eevil\x9b31m"


def test_markup_in_words_stays_words():
    assert content("[@click=app.quit]press[/] [WIP]").plain == "[@click=app.quit]press[/] [WIP]"
    assert content("[/foo]").spans == []
    assert rich_text("[bold]a[/bold]").plain == "[bold]a[/bold]"


def test_control_and_direction_characters_never_come_through():
    for words in (
        content(HOSTILE).plain,
        rich_text(HOSTILE).plain,
        single(HOSTILE),
        cut(HOSTILE, 80),
        "".join(wrap(HOSTILE, 9)),
    ):
        assert not set(words) & set("\x1b\x07\u202e\x9b")
        assert "\ufffd" in words


def test_a_row_of_cells_has_no_line_feed():
    assert single("one\ntwo\tthree") == "one two three"


def test_what_fits_is_not_cut():
    assert cut("Median answer time", 18) == "Median answer time"


def test_what_does_not_fit_ends_in_an_ellipsis():
    assert cut("Median answer time", 10) == "Median an…"
    assert cut("Median answer time", 8) == "Median…"
    assert cut("Median", 1) == "…"
    assert cut("Median", 0) == ""


def test_a_wide_character_is_never_cut_in_half():
    assert cut("日本語の題", 6) == "日本…"
    assert cut("日本語", 6) == "日本語"


def test_marks_without_width_cannot_flood_a_cell():
    flooded = "e" + "\u0301" * 10_000
    assert len(cut(flooded, 5)) < 100


@given(st.text(max_size=60), st.integers(0, 40))
def test_cut_words_never_take_more_than_their_cells(words: str, cells: int):
    assert cell_len(cut(words, cells)) <= cells


@given(st.text(max_size=200), st.integers(2, 40))
def test_wrapped_lines_never_take_more_than_their_cells(words: str, cells: int):
    assert all(cell_len(line) <= cells for line in wrap(words, cells))


def test_sentences_break_at_spaces_and_long_words_where_they_must():
    assert wrap("Two falls in a row", 9) == ["Two falls", "in a row"]
    assert wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert wrap("", 4) == [""]
    assert wrap("one\ntwo", 10) == ["one", "two"]


def test_words_without_any_width_are_wrapped_like_others():
    assert wrap("\u200b \u0301 end", 1) == ["\u200b \u0301", "e", "n", "d"]
