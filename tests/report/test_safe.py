"""Words of people in Markdown, HTML and CSV: nothing that somebody typed is obeyed."""

import csv
import io
from datetime import date
from html.parser import HTMLParser

import pytest

from okr_tui.domain.champion import rounds
from okr_tui.domain.rollup import cycle_standing
from okr_tui.report.gathered import Report
from okr_tui.report.markdown import markdown
from okr_tui.report.page import page
from okr_tui.report.safe import in_cell, in_html, in_markdown, out_of_cell
from okr_tui.report.spreadsheet import COLUMNS, spreadsheet
from okr_tui.store.reader import Reader
from tests.hostile import HOSTILE, OBEYED, hostile_copy

EVIL = '<script>alert(1)</script>" onload="x" [go](https://evil.example) ![x](y) `a` *b* _c_ | d # e'


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory):
    workspace = Reader(hostile_copy(tmp_path_factory.mktemp("hostile"))).read()
    today = date(2026, 10, 16)
    content = workspace.default_cycle(today)
    teams = cycle_standing(workspace, content, today)
    return Report(workspace, content, teams, today, rounds(workspace, content, today))


@pytest.mark.parametrize("make", [markdown, page, spreadsheet])
def test_no_format_holds_a_control_character(poisoned, make):
    text = make(poisoned)
    assert "evil" in text
    assert not OBEYED.search(text.replace("\r\n", "\n"))


def test_a_page_has_no_tag_but_its_own_and_nothing_from_elsewhere(poisoned):
    seen, names = set(), set()

    class Tags(HTMLParser):
        def handle_starttag(self, tag, attrs):
            seen.add(tag)
            names.update(name for name, _value in attrs)

    Tags().feed(page(poisoned))
    assert seen <= {
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "div", "table", "tr", "th", "td", "ul",
        "li", "strong",
    }  # fmt: skip
    assert names <= {"lang", "charset", "name", "content", "http-equiv", "class", "style", "scope"}


def test_what_a_person_typed_is_text_in_html():
    said = in_html(EVIL)
    assert not set('<>"') & set(said)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("5.1 h", "5.1 h"),
        ("1. one", "1\\. one"),
        ("- item", "\\- item"),
        ("# head", "\\# head"),
        ("a | b", "a \\| b"),
        ("<b>", "&lt;b&gt;"),
        ("[x](y)", "\\[x\\]\\(y\\)"),
        ("two\n\n# heads", "two \\# heads"),
        ("https://evil.example", "http&#115;://evil.example"),
    ],
)
def test_markdown_takes_words_for_words(typed, written):
    assert in_markdown(typed) == written


@pytest.mark.parametrize("typed", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "\uff1d1", "'=1"])
def test_a_cell_is_no_formula_and_comes_back_as_it_was(typed):
    assert in_cell(typed).startswith("'")
    assert out_of_cell(in_cell(typed)) == typed


def test_words_that_are_no_formula_stay_as_they_are():
    assert [in_cell(each) for each in ("%", "Ship it", "", "'t Hooft")] == ["%", "Ship it", "", "'t Hooft"]
    assert out_of_cell("'t Hooft") == "'t Hooft"


def test_every_row_of_the_spreadsheet_has_every_column(poisoned):
    rows = list(csv.reader(io.StringIO(spreadsheet(poisoned), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert len(rows) > 20


def test_the_hostile_words_are_in_markdown_only_escaped(poisoned):
    text = markdown(poisoned)
    assert HOSTILE[:6] not in text
    assert "\\[/foo\\]\\[@click=app.quit\\]" in text
