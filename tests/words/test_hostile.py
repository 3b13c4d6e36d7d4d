"""Words from files on one line: gaps become one space, a space that doesn't break stays one."""

import pytest

from okr_tui.words.hostile import one_line


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("  a\tb\n\nc ", "a b c"),
        ("Qui peut aider\u202f?", "Qui peut aider\u202f?"),
        ("12\u00a0%  of\nit\u202f ", "12\u00a0% of it"),
        ("a\u2028b\u202f!", "a b\u202f!"),
        ("a\u202f\x1b[31m", "a\u202f\ufffd[31m"),
    ],
)
def test_a_line_breaks_only_where_it_may(words: str, said: str) -> None:
    assert one_line(words) == said
