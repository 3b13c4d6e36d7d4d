"""Headings and keys are found where they stand, whatever strings, lists and comments say between them."""

import pytest

from okr_tui.store.spans import line_of, line_of_key, spans
from okr_tui.store.statements import statements

PLAN = '''\
# Product
format = 1
team = "product"

# the big one
# [[objective]] isn't here
[[objective]]
id = "grow-1"
title = """
[[objective]]
id = "not-me"
"""
tags = [
    "[x]",  # ] "
    'y',
]

[[objective.key_result]]
id = 'nps-2'
phased = [{ on = 2026-10-01, value = 3 }]

[ "objective" . 'dropped' ]
why = \'\'\'
[cycle]\'\'\'

[[objective]]
id = "keep-3"  # [[key_result]]
[[objective.key_result]]
id = "churn-4"
'''


def test_tables_are_told_with_their_places_and_lines() -> None:
    found = [(span.location, span.lead, span.first, span.last) for span in spans(PLAN)]
    assert found == [
        ((), 1, 1, 3),
        (("objective", 0), 5, 7, 16),
        (("objective", 0, "key_result", 0), 18, 18, 20),
        (("objective", 0, "dropped"), 22, 22, 24),
        (("objective", 1), 26, 26, 27),
        (("objective", 1, "key_result", 0), 28, 28, 29),
    ]
    assert spans(PLAN)[2].path == ("objective", "key_result")
    assert spans(PLAN)[2].positions == (0, 0)


@pytest.mark.parametrize(("id", "line"), [("grow-1", 7), ("nps-2", 18), ("churn-4", 28), ("not-me", None), ("x", None)])
def test_the_line_of_an_id_is_that_of_its_heading(id: str, line: int | None) -> None:  # noqa: A002
    assert line_of(PLAN, id) == line


def test_an_inline_table_is_found_by_its_id() -> None:
    assert line_of('format = 1\nperson = [\n  { name = "Ines", id = "ines" },\n]\n', "ines") == 3


def test_the_line_of_a_key_is_found_by_id_and_by_place() -> None:
    assert line_of_key(PLAN, "nps-2", "phased") == 20
    assert line_of_key(PLAN, ("objective", 0), "title") == 9
    assert line_of_key(PLAN, ("objective", 0, "dropped"), "why") == 23
    assert line_of_key(PLAN, (), "team") == 3


def test_a_key_that_is_not_written_gives_the_nearest_line_around_it() -> None:
    assert line_of_key(PLAN, "nps-2", "target") == 18
    assert line_of_key(PLAN, ("objective", 0, "key_result", 0, "phased", 0), "value") == 20
    assert line_of_key(PLAN, (), "nothing") is None


def test_crlf_counts_the_same_lines() -> None:
    assert [span[2:] for span in spans(PLAN.replace("\n", "\r\n"))] == [span[2:] for span in spans(PLAN)]


def test_behind_a_broken_line_the_rest_is_still_found() -> None:
    text = '[[objective]]\nid = "a"\ntitle = "never ends\n<<<<<<< ours\nlist = [ "x",\n[[objective]]\nid = "b"\n'
    assert line_of(text, "b") == 6


@pytest.mark.parametrize(
    "piece",
    ["a = [\n", 'a = """\n', "[[[[", '"', "a = '''", '\\"""', "[a]\n", "x.", "#", "{", "= \n", "\r", '[""" \'"\\'],
)
def test_statements_cover_any_text_and_end(piece: str) -> None:  # quadratic would be minutes
    text = piece * (300_000 // len(piece))
    found = statements(text)
    assert "".join(text[statement.start : statement.end] for statement in found) == text
