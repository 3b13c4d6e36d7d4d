"""The minutes of a ritual as Markdown, and what people typed stays words in it."""

from datetime import date
from pathlib import Path

from okr_tui.actions.minutes import minutes_page
from okr_tui.store.reader import Reader
from okr_tui.store.runs import Run, Voted, Written, forget, keep, runs

FRIDAY = date(2026, 10, 16)
WORKSPACE = Reader(Path(__file__).parents[2] / "sample_data" / "lumio").read()


def held(**said):
    return Run(
        "weekly-check-in-190fb", "weekly-check-in", "product", "t3", "2026-10-16", ["wins", "vote"], [2, 5],
        people=["noa", "sam"], events=[("2026-10-16T16:00:00+02:00", "begin")], **said,
    )  # fmt: skip


def page(run):
    return minutes_page(WORKSPACE, run, FRIDAY, [("wins", "Wins"), ("vote", "Confidence vote")])


def test_the_page_says_who_what_was_decided_what_is_open_and_what_comes_next():
    told = page(held(
        written=[
            Written("note", "The wizard is on", "no-1", "wins"), Written("decision", "Macros first", "no-2", "vote"),
            Written("parked", "Do we want a bot?", "no-3", "vote"),
            Written("action", "…", "second-person-for-the-62esy", "vote"),
        ],
        votes=[Voted("median-answer-time-nope", "confidence", 2, {"2": 1, "7": 1})],
    ))  # fmt: skip
    assert told.startswith("# Weekly check-in, Product\n\nFri 16 Oct 2026, ")
    for line in (
        "**Who was there**: Noa Berger, Sam Okafor", "- Wins: The wizard is on", "## Decided\n\n- Macros first",
        "## Open questions\n\n- Do we want a bot?", "**Sam Okafor**: A second person for the nights, from Monday, by Mon 19 Oct",
        "confidence 4.5 (2 votes, from 2 to 7), round 2", "## Next dates\n\n- Fri 23 Oct · Weekly check-in",
    ):  # fmt: skip
        assert line in told


def test_a_ritual_in_which_nothing_was_written_has_short_minutes():
    told = page(held())
    assert "## Decided" not in told
    assert "## Actions" not in told
    assert "## Next dates" in told


def test_typed_words_are_neither_markdown_nor_commands_of_the_terminal():
    told = page(held(written=[Written("decision", "# <b>x</b> [y](z)\x1b]52;c;aGk=\x07 `rm`\nnew", "no-1", "wins")]))
    assert "- \\# \\<b\\>x\\</b\\> \\[y\\](z)" in told
    assert "\x1b" not in told
    assert "\nnew" not in told


def test_a_run_comes_back_from_the_state_folder_as_it_was(tmp_path):
    run = held(
        written=[Written("note", "é", "no-1", "wins")],
        votes=[Voted("x", "cards", 1, {"3": 2})],
        seen="2026-10-16T16:01:00+02:00",
    )
    keep(tmp_path, run)
    assert runs(tmp_path) == (run,)
    forget(tmp_path, run)
    assert runs(tmp_path) == ()
