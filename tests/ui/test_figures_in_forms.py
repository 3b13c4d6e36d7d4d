"""Figures typed into the forms of the app: what a person types, and what stands in the files then."""

import tomllib
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.ui.frames import frame
from tests.ui.opened import typing, until
from tests.ui.test_detail import MEDIAN
from tests.ui.test_home import opened, press, said
from tests.ui.test_make import drafting, plan
from tests.workspaces import Small, day


@pytest.fixture
def net() -> Small:
    """One key result of Noa's that is due, with figures below zero."""
    small = Small()
    small.objective("product", "grow", owner="sam")
    small.key_result("grow", "net-score", baseline=-20, target=-5, unit="pts")
    small.says("noa", "check_in", on=day(31), about="net-score", value=-12, confidence=7)
    small.says("noa", "check_in", on=day(38), about="net-score", value=-10, confidence=7)
    return small


def figures(tmp_path: Path) -> list[float]:
    return [each["value"] for each in said(tmp_path)]


async def test_a_figure_below_zero_that_stands_in_the_field_is_saved_as_it_stands(net, tmp_path):
    app = opened(net, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", "tab", "8", "ctrl+s")
    assert figures(tmp_path) == [-10]


async def test_a_minus_is_the_figures_own_and_asked_about_once_where_figures_are_below_zero(net, tmp_path):
    app = opened(net, tmp_path)
    async with app.run_test(size=(160, 36)) as pilot:
        await press(pilot, "enter", "-", "8", "enter")
        words = " ".join(frame(app).split())
        assert "? -8 pts is taken for the figure itself; if 8 pts less than -10 pts is meant, type =-18." in words
        assert figures(tmp_path) == []
        await press(pilot, "enter")
    assert figures(tmp_path) == [-8]


async def test_a_plus_still_adds_where_figures_are_below_zero(net, tmp_path):
    app = opened(net, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", "+", "3")
        assert "-10 + 3 = -7 pts" in " ".join(frame(app).split())
        await press(pilot, "ctrl+s")
    assert figures(tmp_path) == [-7]


async def test_a_sign_adds_to_the_figure_of_the_day_that_is_typed(tmp_path):
    small = Small()
    small.objective("product", "grow", owner="sam")
    small.key_result("grow", "answers", baseline=0, target=1000)
    small.says("noa", "check_in", on=day(31), about="answers", value=100, confidence=7)
    small.says("noa", "check_in", on=day(38), about="answers", value=400, confidence=7)
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", "+", *"10", "shift+tab", *day(32).isoformat())
        assert "100 + 10 = 110" in " ".join(frame(app).split())
        await press(pilot, "ctrl+s")
    assert [(each["on"], each["value"]) for each in said(tmp_path)] == [(day(32), 110)]


async def test_a_first_plus_counts_from_the_start_and_says_so(tmp_path):
    small = Small()
    small.objective("product", "grow", owner="sam")
    small.key_result("grow", "nps", baseline=22, target=40)
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", "+", "1")
        assert "start 22 + 1 = 23" in " ".join(frame(app).split())
        await press(pilot, "ctrl+s")
    assert figures(tmp_path) == [23]


@pytest.mark.parametrize(("told", "value"), [("-8", -8), ("(5)", -5)])
async def test_a_figure_of_ones_own_command_is_the_figure_itself(net, tmp_path, monkeypatch, told, value):
    from okr_tui.actions import own_figures

    monkeypatch.setattr(own_figures, "commands_for", lambda ids: dict.fromkeys(ids, "true"))
    monkeypatch.setattr(own_figures, "own_figures", lambda ids: {each: own_figures.Prefilled(told) for each in ids})
    app = opened(net, tmp_path)
    async with app.run_test(size=(120, 50)) as pilot:
        await press(pilot, "enter")
        assert app.query_one("#value", Input).value == f"={value}"
        await press(pilot, "ctrl+s")
    assert figures(tmp_path) == [value]


async def test_what_ones_own_command_tells_is_no_sum_and_leaves_the_field_alone(net, tmp_path, monkeypatch):
    from okr_tui.actions import own_figures

    monkeypatch.setattr(own_figures, "commands_for", lambda ids: dict.fromkeys(ids, "true"))
    monkeypatch.setattr(own_figures, "own_figures", lambda ids: {each: own_figures.Prefilled("5 - 10") for each in ids})
    app = opened(net, tmp_path)
    async with app.run_test(size=(120, 50)) as pilot:
        await press(pilot, "enter")
        assert "“5 - 10” is not one figure" in " ".join(frame(app).split())
        assert app.query_one("#value", Input).value == "=-10"


async def test_a_figure_below_zero_is_corrected_to_what_is_typed(net, tmp_path):
    app = opened(net, tmp_path)
    async with app.run_test(size=(120, 50)) as pilot:
        await app.go_to("achieve")
        await pilot.press(*MEDIAN, "down", "e")
        await pilot.pause()
        await pilot.press("end", *["backspace"] * 5, *"-11", "enter")
        await pilot.pause()
        assert "corrected since" in frame(app)
    rows = [row for path in tmp_path.glob("small/cycles/t3/journal/*/noa.toml")
            for row in tomllib.loads(path.read_text("utf-8"))["check_in"]]  # fmt: skip
    assert [(row["value"], "replaces" in row) for row in sorted(rows, key=lambda row: row["at"])][-1] == (-11, True)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1 234 -> 2 000", (1234, 2000, None)),
        ("22 % -> 45 %", (22, 45, "%")),
        ("from 3 to 9", (3, 9, None)),
        ("1.5M -> 2M €", (1_500_000, 2_000_000, "€")),
        ("3h20 -> 90 min", (200, 90, "min")),
        ("1.234,5 -> 2.000", (1234.5, 2000, None)),
        ("0 -> 1e6", (0, 1_000_000, None)),
    ],
)
async def test_a_range_is_read_in_the_form_as_on_the_command_line(tmp_path, typed, kept):
    app = opened_to_make(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "K")
        await typing(pilot, "Answers")
        await pilot.press("tab")
        await typing(pilot, typed)
        await pilot.press("enter")
        await until(pilot, lambda: len(plan(tmp_path)["objective"][0]["key_result"]) == 3)
    made = plan(tmp_path)["objective"][0]["key_result"][-1]
    assert (made["baseline"], made["target"], made.get("unit")) == kept


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("1.200 -> 2.500", "could mean 1.2 or 1,200"),
        ("3/4 -> 1", "is no way from a start"),
        ("10 -> 25k€", "write both alike"),
    ],
)
async def test_a_range_that_is_not_clear_is_said_in_the_form_and_nothing_is_written(tmp_path, typed, why):
    app = opened_to_make(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "K")
        await typing(pilot, "Answers")
        await pilot.press("tab")
        await typing(pilot, typed)
        await pilot.press("enter")
        await pilot.pause()
        assert why in " ".join(frame(app).split())
    assert len(plan(tmp_path)["objective"][0]["key_result"]) == 2


def opened_to_make(tmp_path: Path):
    from tests.ui.opened import opened as opened_in

    return opened_in(drafting(), tmp_path, "make")
