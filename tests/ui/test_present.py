"""A ritual on the screen, by keys: what stands there, and what is in the files afterwards."""

import json
import tomllib
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from textual.events import Key

from okr_tui.domain.errors import OkrError
from okr_tui.store.ballots import ballots, cast
from okr_tui.ui.desk import Drafts
from okr_tui.ui.opening import open_workspace
from tests.ui.frames import frame
from tests.ui.opened import typing, until

SAMPLES = Path(__file__).parents[2] / "sample_data"
FRIDAY = date(2026, 10, 16)


@pytest.fixture
def root(tmp_path):
    return Path(copytree(SAMPLES / "lumio", tmp_path / "lumio"))


@asynccontextmanager
async def presented(root, kind=None, *, size=(120, 40), team=None, minutes=None):
    app = open_workspace(root, "noa", FRIDAY, root.parent / "state")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        if kind is not None:
            app.present(kind, team, minutes)
            await pilot.pause()
        yield app, pilot


async def press(app, pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def typed(app, pilot, words, *keys):
    await typing(pilot, words)
    await press(app, pilot, *keys)


def review(root, team="product"):
    return tomllib.loads((root / "cycles" / "t3" / "review" / f"{team}.toml").read_text())


async def test_p_proposes_what_comes_next_and_enter_begins(root):
    async with presented(root) as (app, pilot):
        await press(app, pilot, "p")
        assert "Present a ritual: Product" in frame(app)
        await press(app, pilot, "enter")
        shown = frame(app)
        assert "Product › Weekly check-in" in shown
        assert "What went well since last week?" in shown
        assert "of 2 minutes" in shown


async def test_the_clock_pauses_gets_a_minute_and_says_when_a_step_runs_over(root):
    async with presented(root, "leadership-slips") as (app, pilot):
        await press(app, pilot, "space")
        assert "‖ paused" in frame(app)
        await press(app, pilot, "plus")
        assert "of 11 minutes" in frame(app)
        await press(app, pilot, "space")
        run = app.screen.showing.run
        run.events[0] = ("2026-01-01T00:00:00+00:00", "begin")
        app.screen.paint()
        await pilot.pause()
        assert "▲ over time" in frame(app)
        assert not app.screen.showing.course.paused


async def test_a_line_that_is_left_is_kept_and_goes_into_a_file_when_it_is_sent(root):
    async with presented(root, "weekly-check-in") as (app, pilot):
        await press(app, pilot, "enter", "tab")
        await typed(app, pilot, "Macros first", "escape")
        assert "WRITTEN DOWN\n" in frame(app).replace(" ", "").replace("WRITTENDOWN", "WRITTEN DOWN")
        await press(app, pilot, "enter")
        assert "decision" in frame(app)
        await press(app, pilot, "enter")
        assert "WRITTEN DOWN  1" in frame(app)
    journal = tomllib.loads((root / "cycles/t3/journal/2026-w42/noa.toml").read_text())
    said = [each for each in journal["note"] if each["text"] == "Macros first"]
    assert [(each["column"], each["team"], each["ritual"]) for each in said] == [
        ("decision", "product", "weekly-check-in-190fb")
    ]


async def test_keys_that_follow_enter_at_once_are_heard_by_the_line(root):
    async with presented(root, "weekly-check-in") as (app, pilot):
        app.screen.set_focus(None)  # as while a line that was sent makes room
        for key in ("enter", "tab", *"Yes"):
            app.post_message(Key(key, None if len(key) > 1 else key))
        await pilot.pause()
        assert (app.screen.bar.is_open, app.screen.bar.kind, app.screen.bar.typed) == (True, "decision", "Yes")


async def test_a_line_begins_while_the_one_before_it_is_still_being_written(root):
    async with presented(root, "weekly-check-in") as (app, pilot):
        for key in ("enter", *"Macros", "enter", "enter", "tab", *"Later", "enter"):
            app.post_message(Key(key, None if len(key) > 1 else key))
        await until(pilot, lambda: "WRITTEN DOWN  2" in frame(app))
        await pilot.pause()
        assert not app.screen.bar.is_open
    journal = tomllib.loads((root / "cycles/t3/journal/2026-w42/noa.toml").read_text())
    said = [(each["column"], each["text"]) for each in journal["note"]]
    assert said[-2:] == [("note", "Macros"), ("decision", "Later")]


async def test_a_line_that_could_not_be_written_is_open_again(root, monkeypatch):
    async with presented(root, "weekly-check-in") as (app, pilot):
        await press(app, pilot, "enter")
        monkeypatch.setattr("okr_tui.ui.rituals.doing.write_line", _refused)
        await typed(app, pilot, "Macros", "enter")
        assert "No room here" in frame(app)
        assert (app.screen.bar.is_open, app.screen.bar.typed) == (True, "Macros")


def _refused(*_given, **_named):
    raise OkrError("No room here")


async def test_a_line_outlives_a_kill_with_its_kind_until_it_is_sent(root):
    async with presented(root, "weekly-check-in") as (app, pilot):
        file = app.desk.state / "drafts.json"
        await press(app, pilot, "enter")
        assert not Drafts(file)
        await typed(app, pilot, "Macros first")
        assert [*Drafts(file).values()] == [{"text": "Macros first", "kind": "note"}]
        await press(app, pilot, "tab")
        assert [*Drafts(file).values()] == [{"text": "Macros first", "kind": "decision"}]
    async with presented(root) as (app, pilot):
        await press(app, pilot, "p", "enter", "enter")
        assert (app.screen.bar.typed, app.screen.bar.kind) == ("Macros first", "decision")
        await press(app, pilot, "enter")
        assert "WRITTEN DOWN  1" in frame(app)
        assert not Drafts(file)


async def test_a_line_is_mended_with_the_usual_keys(root):
    async with presented(root, "weekly-check-in") as (app, pilot):
        await press(app, pilot, "enter")
        await typed(app, pilot, "Macros farst")
        await press(app, pilot, "left", "left", "left", "backspace")
        await typed(app, pilot, "i")
        assert app.screen.bar.typed == "Macros first"
        assert app.screen.showing.course.step == 0


@pytest.mark.parametrize("sent", [True, False])
async def test_a_ritual_does_not_end_over_a_line_that_was_not_sent(root, sent):
    async with presented(root, "weekly-check-in") as (app, pilot):
        await press(app, pilot, "enter")
        await typed(app, pilot, "Paint the zebra", "escape")
        for _step in app.screen.showing.steps:
            await press(app, pilot, "n")
        assert not app.screen.showing.course.ended
        assert "This line was not sent yet" in frame(app)
        assert app.screen.bar.typed == "Paint the zebra"
        await press(app, pilot, *([] if sent else ["backspace"] * len("Paint the zebra")), "enter")
        assert not Drafts(app.desk.state / "drafts.json")
        await press(app, pilot, "n")
        assert app.screen.showing.course.ended
        assert ("Paint the zebra" in app.screen.minutes()) is sent


async def test_what_a_vote_says_is_on_no_disk(root):
    async with presented(root, "weekly-check-in") as (app, pilot):
        await press(app, pilot, "n", "v", "5")
        assert app.screen.bar.typed == "5"
        assert not Drafts(app.desk.state / "drafts.json")


async def test_a_second_round_is_asked_of_one_key_result_and_both_stand_in_its_history(root):
    async with presented(root, "weekly-check-in") as (app, pilot):
        await press(app, pilot, "n")
        state = app.desk.state
        (ballot,) = ballots(state)
        for number, person in enumerate(ballot.may):
            cast(state, ballot.id, tuple((ask, 2 + number) for ask in ballot.asks), person)
        await press(app, pilot, "r")
        assert "5 votes, spread 4" in frame(app)
        about = app.screen.about
        await press(app, pilot, "r")
        (again,) = ballots(state)
        assert (again.asks, again.round) == ((about,), 2)
        cast(state, again.id, ((about, 5),), "sam")
        await press(app, pilot, "r")
        assert not ballots(state)
        assert not ballots(state, closed=True)
    rounds = [(each["round"], each["counts"]) for each in review(root)["tally"] if each["about"] == about]
    assert rounds == [(1, {"2": 1, "3": 1, "4": 1, "5": 1, "6": 1}), (2, {"5": 1})]
    (kept,) = (root.parent / "state").rglob("rituals/*.json")
    assert all(set(each) == {"about", "what", "round", "counts"} for each in json.loads(kept.read_text())["votes"])
    async with presented(root, size=(120, 70)) as (app, pilot):
        await app.go("achieve", focus=about)
        await press(app, pilot, "enter")
        assert "VOTES  2" in frame(app)
        assert "Weekly check-in · round 2" in frame(app)


async def test_nothing_is_revealed_while_nobody_has_voted(root):
    async with presented(root, "weekly-check-in") as (app, pilot):
        await press(app, pilot, "n", "r")
        assert "Nobody has voted yet." in frame(app)
        assert len(ballots(app.desk.state)) == 1


async def test_cards_say_how_far_a_target_is(root):
    async with presented(root, "team-drafting") as (app, pilot):
        await press(app, pilot, "n", "n", "n", "down")
        about = app.screen.about
        await press(app, pilot, "v")
        (ballot,) = ballots(app.desk.state)
        assert ballot.asks == (about,)
        assert ballot.options == ("1", "2", "3", "5", "8", "13")
        cast(app.desk.state, ballot.id, ((about, "3"),), "sam")
        cast(app.desk.state, ballot.id, ((about, "13"),), "lea")
        await press(app, pilot, "r")
        shown = frame(app)
        assert "How far is that?   2 votes, spread 10" in shown
        assert "voted 13" in shown
    assert review(root)["tally"][-1]["counts"] == {"3": 1, "13": 1}


async def test_a_verdict_with_its_reason_decides_on_the_objective_of_the_cursor(root):
    async with presented(root, "mid-cycle-review") as (app, pilot):
        await press(app, pilot, "n", "n")
        about = app.screen.about
        await press(app, pilot, "enter", "tab")
        await typed(app, pilot, "keep: it moves", "enter")
        assert "it moves" in frame(app)
    (decision,) = [each for each in review(root)["decision"] if each["about"] == about and each["when"] == "mid"]
    assert (decision["verdict"], decision["reason"]) == ("keep", "it moves")


async def test_a_ritual_goes_on_where_it_was_left_and_is_forgotten_when_it_is_over(root):
    async with presented(root, "weekly-check-in") as (app, pilot):
        await press(app, pilot, "n", "n", "escape")
        assert "The ritual waits" in frame(app)
        await press(app, pilot, "p", "enter")
        assert app.screen.showing.course.step == 2
        await press(app, pilot, "n", "n", "n")
        assert "# Weekly check-in, Product" in frame(app)
        await press(app, pilot, "escape", "p")
        assert "GOES ON" not in frame(app)
    cycle = tomllib.loads((root / "cycles/t3/cycle.toml").read_text())
    assert next(each for each in cycle["ritual"] if each["id"] == "weekly-check-in-190fb")["held"]


async def test_a_ritual_outside_the_calendar_is_put_there_when_it_was_held(root):
    async with presented(root, "pain-points", team="growth", minutes=6) as (app, pilot):
        await press(app, pilot, "n", "n", "n", "escape")
    cycle = tomllib.loads((root / "cycles/t3/cycle.toml").read_text())
    made = cycle["ritual"][-1]
    assert (made["kind"], made["team"], str(made["on"])) == ("pain-points", "growth", "2026-10-16")
    assert "held" in made


async def test_whoever_is_not_here_is_not_waited_for(root):
    async with presented(root, "weekly-check-in") as (app, pilot):
        gone = app.screen.showing.ordered[0]
        await press(app, pilot, "x", "n")
        (ballot,) = ballots(app.desk.state)
        assert gone not in ballot.may
        assert len(ballot.may) == 4


async def test_a_run_that_another_okr_kept_is_passed_over(root):
    folder = root.parent / "state" / "rituals"
    folder.mkdir(parents=True)
    (folder / "x.product.json").write_text(json.dumps({"id": "x", "events": "never"}))
    (folder / "y.product.json").write_text("{")
    async with presented(root) as (app, pilot):
        await press(app, pilot, "p")
        assert "GOES ON" not in frame(app)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_it_fits_small_and_large_screens(root, size):
    async with presented(root, "weekly-check-in", size=size) as (app, pilot):
        for _step in range(5):
            assert all(len(line) <= size[0] for line in frame(app).splitlines())
            assert "next" in frame(app)
            await press(app, pilot, "n")


@pytest.mark.parametrize("kind", ["weekly-check-in", "mid-cycle-review", "team-drafting", "review-retrospective"])
async def test_no_word_of_a_ritual_is_cut_on_a_small_screen(root, kind):
    async with presented(root, kind, size=(80, 24)) as (app, pilot):
        for _step in app.screen.showing.steps:
            shown = frame(app).replace(": …”", "")  # "close: …" says how a decision begins
            assert "…" not in shown, shown
            await press(app, pilot, "n")


async def test_the_keys_of_a_vote_come_first_while_it_runs_and_leave_with_its_step(root):
    async with presented(root, "weekly-check-in", size=(80, 24)) as (app, pilot):
        await press(app, pilot, "n")
        assert "r reveal   v vote   space pause" in frame(app)
        assert "still to come  Noa, Sam, Inès, Léa, Zoé" in frame(app)
        await press(app, pilot, "n", "n")
        assert "r reveal" not in frame(app)
        assert "WHO HAS VOTED" not in frame(app)
        assert "WHO SPEAKS" in frame(app)


async def test_a_long_line_that_was_written_stands_whole_beside_the_speakers(root):
    async with presented(root, "weekly-check-in", size=(80, 24)) as (app, pilot):
        await press(app, pilot, "enter")
        await typed(app, pilot, "the share sheet doubled the invites that come from mobile", "enter")
        app.clear_notifications()
        await pilot.pause()
        shown = " ".join(frame(app).split())
        assert "…" not in shown
        assert all(word in shown for word in ("doubled", "invites", "mobile"))


async def test_the_survey_is_opened_answered_alone_and_shown_together(root):
    async with presented(root, "maturity-survey") as (app, pilot):
        await press(app, pilot, "v")
        (ballot,) = ballots(app.desk.state)
        assert ballot.kind == "survey"
        for number, person in enumerate(ballot.may[:4]):
            cast(app.desk.state, ballot.id, tuple((ask, 1 + number) for ask in ballot.asks), person)
            if number == 2:
                await press(app, pilot, "r")
                assert "Fewer than 4 have answered" in frame(app)
        await press(app, pilot, "r")
        assert "2.5" in frame(app)
    assert {sum(each["counts"].values()) for each in review(root)["tally"] if each["about"] == "make-1"} == {4}
