"""Measure: scores, grades, decisions, diagnosis and maturity as a person sees them."""

import tomllib
from pathlib import Path

import pytest

from okr_tui.ui.screens.measure import Measure
from okr_tui.ui.widgets.rows import blank
from okr_tui.ui.workbench import Workbench
from tests.ui.frames import frame, styles
from tests.ui.opened import opened, opened_at, typing, until
from tests.workspaces import Small, day

LATE = day(105)


@pytest.fixture
def small() -> Small:
    """A team with an aspirational objective and a committed one, checked in every week, in its Measure phase."""
    small = Small()
    small.cycle("t3", phase="measure", name="T3")
    small.objective("product", "trust", title="The editor feels instant")
    small.key_result("trust", "load", title="Load time", baseline=2, target=1, unit="s")
    small.key_result("trust", "spinner", title="Edits with no spinner", baseline=0, target=90, unit="%")
    small.objective("product", "bill", title="Nobody waits for an invoice", ambition="committed")
    small.key_result("bill", "sent", title="Invoices sent in a day", baseline=0, target=100, unit="%")
    for number in range(3, 100, 7):
        for about, value in (("load", 1.2), ("spinner", 45), ("sent", 80)):
            small.says("noa", "check_in", on=day(number), about=about, value=value, confidence=5)
    small.review(
        "product",
        grade=[{"about": "load", "computed": 0.8, "self": 0.7, "reason": "As felt: it opens before one has sat down."}],
        decision=[{"about": "trust", "verdict": "continue", "reason": "Speed became a habit."}],
        learning=[{"id": "l1", "text": "A figure that a program can move is no sign of value."}],
        action=[
            {"id": "a1", "text": "One page on activation", "owner": "noa", "due": day(101)},
            {"id": "a2", "text": "Share the page", "owner": "sam", "done": day(99)},
        ],
    )
    small.says("maya", "kudos", on=day(98), to="sam", text="the page opens before I have sat down")
    return small


def with_survey(small: Small) -> None:
    """Two cycles of answers: Make went from 2 to 4, Align differs most."""
    small.cycle("t2", start=day(-120), end=day(-20), phase="closed", name="T2")
    for cycle, answer in (("t2", "2"), ("t3", "4")):
        counts = {"make-1": {answer: 5}, "align-2": {"1": 2, "5": 3}, "achieve-1": {"3": 3}}
        small.review("product", cycle, tally=[
            {"id": f"{about}-{cycle}", "ritual": "survey", "about": about, "counts": told}
            for about, told in counts.items()
        ])  # fmt: skip


def measured(small: Small, folder: Path, me: str | None = "noa") -> Workbench:
    return opened_at(small.write(folder / "small"), folder / "state", "measure", me, LATE)


def place(app: Workbench) -> Measure:
    assert isinstance(app.place, Measure)
    return app.place


async def test_scores_stand_with_figures_grades_reasons_and_decisions(small: Small, tmp_path: Path):
    app = measured(small, tmp_path, me="sam")
    async with app.run_test(size=(120, 36)):
        lines = [line[:82].rstrip() for line in frame(app).splitlines()[4:14]]
        assert lines[0].startswith("    Scores   decisions   ")
        assert lines[0].endswith("team 0.73  rhythm 93 %")
        assert lines[2:] == [
            "    key result               landed of target            score  self  reason",
            "    ──────────────────────────────────────────────────────────────────────────────",
            "  ▌▾The editor feels instant   aspirational               0.65            continue",
            "    Load time                  1.2 of 1 s     ▔▔▔▔▔▔▔│▔▔  0.80   0.7  As felt: it…",
            "    Edits with no spinner       45 of 90 %    ▔▔▔▔▔▔▔│▔▔  0.50",
            "",
            "  ▾ Nobody waits for an invoice   committed               0.80             decide?",
            "    Invoices sent in a day      80 of 100 %   ▔▔▔▔▔▔▔▔▔│  0.80        post-mortem?",
        ]
        assert "1 of 2 decisions open" in frame(app)
        assert "scores open until 24 Dec" in frame(app)


async def test_a_score_is_shown_to_its_owner_once_they_have_graded_and_says_how_they_differ(
    small: Small, tmp_path: Path
):
    app = measured(small, tmp_path)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        text = frame(app)
        assert "team ?" in text
        assert "0.50" not in text
        assert text.count("your grade?") == 2
        place(app).pane.go_to("spinner")
        await pilot.press("w")
        await pilot.pause()
        assert "Grade it yourself first" in frame(app)
        await pilot.press("enter")
        await typing(pilot, "0.7")
        await pilot.press("enter")
        await pilot.pause()
        assert "Computed: 0.50. Why do you see it otherwise?" in frame(app)
        await typing(pilot, "Old phones")
        await pilot.press("enter")
        await until(pilot, lambda: "you said 0.70, computed 0.50: 0.20 higher" in frame(app))
        assert "you said 0.70, computed 0.50: 0.20 higher" in frame(app)
        assert "Your grade for “Invoices sent in a day”" in frame(app)  # the next one of mine
        review = (tmp_path / "small/cycles/t3/review/product.toml").read_text()
        assert 'self = 0.7\nreason = "Old phones"' in review


async def test_what_becomes_of_it_is_decided_with_a_reason_and_reworked_with_another_target(
    small: Small, tmp_path: Path
):
    app = measured(small, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        place(app).pane.go_to("spinner")
        await pilot.press("d", "2", "enter")
        await pilot.pause()
        assert "It needs a reason" in frame(app)
        await pilot.press("tab")
        await typing(pilot, "Half of it was the wrong half")
        await pilot.press("tab", "tab", "end", *["backspace"] * 2)
        await typing(pilot, "70")
        await pilot.press("enter")
        review = tmp_path / "small/cycles/t3/review/product.toml"
        await until(pilot, lambda: "rework" in review.read_text())
        decided = tomllib.loads(review.read_text())["decision"][-1]
        assert decided["about"] == "spinner"
        assert (decided["verdict"], decided["target"]) == ("rework", 70)
        await pilot.press("tab")
        await pilot.pause()
        assert "Half of it was the wrong half" in frame(app)
        assert "· A figure that a program can move is no sign of value." in frame(app)
        assert "Noa Berger · by Fri 11 Dec" in frame(app)
        assert "✓ Share the page" in frame(app)


async def test_somebody_elses_grade_is_contested_and_talked_about(small: Small, tmp_path: Path):
    app = measured(small, tmp_path, me="sam")
    async with app.run_test(size=(120, 40)) as pilot:
        place(app).pane.go_to("load")
        await pilot.press("enter")
        await typing(pilot, "0.4")
        await pilot.press("tab")
        await typing(pilot, "Not on my phone")
        await pilot.press("enter")
        await until(pilot, lambda: "contested" in frame(app))
        assert "contested" in frame(app)
        await pilot.press("w")
        await pilot.pause()
        assert "Sam Okafor: 0.4, Not on my phone" in " ".join(frame(app).split())


async def test_a_score_has_the_colour_of_its_band(small: Small, tmp_path: Path):
    app = measured(small, tmp_path, me="sam")
    async with app.run_test(size=(80, 40)):
        legend = [styles(app, glyph)[-1].color for glyph in ("●", "◐", "○")]
        green, yellow, red = legend
        assert len(set(legend)) == 3
        by_score = {score: [style.color for style in styles(app, score)] for score in ("0.65", "0.50", "0.80")}
        assert by_score["0.65"] == [yellow]
        assert by_score["0.50"] == [yellow]
        assert by_score["0.80"] == [green, red, red]


async def test_the_diagnosis_says_its_inputs_and_w_its_rule_and_the_formulas(small: Small, tmp_path: Path):
    app = measured(small, tmp_path, me="sam")
    async with app.run_test(size=(120, 50)) as pilot:
        assert "Rhythm 93 %, scores at 0.73:" in frame(app)
        assert "it landed." in frame(app)
        place(app).pane.go_to("diagnosis")
        await pilot.press("w")
        await pilot.pause()
        assert "42 of 45 check-ins made" in frame(app)
        assert "(0.65 + 0.80) ÷ 2 = 0.73" in " ".join(frame(app).split())


async def test_wins_and_kudos_stand_on_a_wall_and_k_thanks(small: Small, tmp_path: Path):
    small.says("noa", "weekly", on=day(98), priorities=[], wins=["The wizard is on"])
    app = measured(small, tmp_path, me="sam")
    async with app.run_test(size=(120, 50)) as pilot:
        text = frame(app)
        assert "WINS AND KUDOS  2" in text
        assert "★ Sam  the page opens" in text
        place(app).go_to_part("wins")
        await pilot.pause()
        assert "Key results stand here once they have reached" in frame(app)
        assert "★ Noa  The wizard is on" in frame(app)
        await pilot.press("k")
        await pilot.pause()
        await typing(pilot, "Noa")
        await pilot.press("tab")
        await typing(pilot, "the quiet week")
        await pilot.press("enter")
        await until(pilot, lambda: "KUDOS  2" in frame(app))
        assert "★ Noa  the quiet week" in frame(app)


async def test_w_explains_a_score_with_the_whole_reason_and_a_moved_target(small: Small, tmp_path: Path):
    small.plan("product")["objective"][0]["key_result"][0]["changed"] = [
        {"on": day(60), "key": "target", "from": 0.5, "to": 1, "why": "the bank decides", "by": "noa"}
    ]
    app = measured(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("down", "w")
        await pilot.pause()
        text = " ".join(line[78:].strip() for line in frame(app).splitlines())
        text = " ".join(text.split())
        assert "(2 − 1.2) ÷ (2 − 1) = 80 %" in text
        assert "target 0.5 s → 1 s on 31 Oct: the bank decides" in text
        assert "As felt: it opens before one has sat down." in text


async def test_objectives_fold_and_o_opens_a_key_result(small: Small, tmp_path: Path):
    app = measured(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("left")
        await pilot.pause()
        assert "Load time" not in frame(app)
        await pilot.press("space")
        await pilot.pause()
        assert "Load time" in frame(app)
        await pilot.press("down", "left")
        await pilot.pause()
        assert place(app).pane.here.key == "trust"
        await pilot.press("down", "o")
        await pilot.pause()
        assert app.place.place == "detail"


async def test_c_brings_in_a_late_figure(small: Small, tmp_path: Path):
    app = measured(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        place(app).pane.go_to("spinner")
        await pilot.press("c")
        await pilot.pause()
        await typing(pilot, "81")
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        (journal,) = (tmp_path / "small/cycles/t3/journal/2026-w51").glob("noa.toml")
        assert "value = 81" in journal.read_text()
        assert "81 of 90 %" in frame(app)


async def test_a_running_cycle_says_that_its_scores_are_not_final(small: Small, tmp_path: Path):
    small.cycle("t3", name="T3")
    small.reviews.clear()
    app = opened(small, tmp_path, "measure")
    async with app.run_test(size=(120, 36)):
        text = frame(app)
        assert "scores so far; final after 24 Dec" in text
        assert "decisions open" not in text
        assert "so far 0." in text
        assert "post-mortem" not in text
        assert "the rhythm holds; scores tell at the end." in " ".join(text.split())


async def test_maturity_is_told_by_phase_with_its_range_and_what_it_was(small: Small, tmp_path: Path):
    with_survey(small)
    app = measured(small, tmp_path)
    async with app.run_test(size=(120, 40)):
        side = [line[82:].strip() for line in frame(app).splitlines()[4:]]
        assert side[0].split() == ["MATURITY", "5", "answered"]
        assert "3.7 of 5, was 2.7       2 cycles" in side
        assert any(line.startswith("Align     3.4  1–5") for line in side)
        assert "└──────────────────────────────┘" in side
        assert "people differ most here" in side
        assert "3.4, answers from 1 to 5" in side
        assert not any(line.startswith("Achieve") for line in side)


async def test_empty_rows_leave_the_panel_where_all_of_it_fits_then(small: Small, tmp_path: Path):
    with_survey(small)
    app = measured(small, tmp_path)
    async with app.run_test(size=(120, 50)) as pilot:
        panel = place(app).side
        roomy = panel.rows
        rows, least = (
            sum(row.height(32) for row in some) for some in (roomy, [row for row in roomy if row != blank()])
        )
        beside = 50 - place(app).panel_room[1]
        for height in (rows, rows - 1, least, least - 1):
            await pilot.resize_terminal(120, height + beside)
            await pilot.pause()
            shown = sum(row.height(32) for row in panel.rows)
            assert shown == (height if height >= least else rows), "all of it in view, else as it was"


async def test_without_a_survey_the_panel_says_what_it_is_for(small: Small, tmp_path: Path):
    app = measured(small, tmp_path)
    async with app.run_test(size=(120, 36)):
        assert "Twelve statements on how we live" in frame(app)


async def test_nothing_to_score_says_what_the_place_is_for(tmp_path: Path):
    app = opened(Small(), tmp_path, "measure")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Here stands what was reached" in frame(app)
        assert "Product has no objective in T3" in frame(app)
        await pilot.press("space", "left", "right", "enter", "w", "c")


async def test_objectives_that_were_never_agreed_have_no_score(small: Small, tmp_path: Path):
    small.objective("product", "later", title="Not yet", status="draft")
    small.objective("product", "gone", title="Given up", dropped={"on": day(50), "why": "no"})
    app = measured(small, tmp_path)
    async with app.run_test(size=(120, 36)):
        lines = {line[4:12]: line[:82] for line in frame(app).splitlines()}
        assert lines["Not yet "].rstrip().endswith("draft")
        assert lines["Given up"].rstrip().endswith("dropped")
        assert "1 of 2 decisions open" in frame(app)
