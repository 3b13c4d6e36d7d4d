"""Linking, asking, answering, letting stand, making one of two: what stands in the files, and undo takes it back as one."""

import random
import tomllib
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from shutil import copytree

import pytest

from okr_tui.actions.act import Author, Done, perform
from okr_tui.actions.aligning import answer, ask, support, thank, unsupport
from okr_tui.actions.dismissing import dismiss, take_up
from okr_tui.actions.undoing import take_back
from okr_tui.actions.uniting import unite
from okr_tui.domain.alignment import Alignment, alignment
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.links import asked
from okr_tui.domain.news import news
from okr_tui.store.check import check
from okr_tui.store.reader import Reader

SAMPLES = Path(__file__).parents[2] / "sample_data"
TODAY = date(2026, 10, 16)
NOW = datetime(2026, 10, 16, 16, 30, tzinfo=timezone(timedelta(hours=2)))
OKRS = "cycles/t3/okrs/"
INVITED, CARE, PRODUCT = "which-first-answers-help-zn7v3", "customers-get-an-answer-aw8z0", "teams-get-an-answer-sqkpz"
EVERY_TEAM = "every-new-team-gets-a-5bfc0"


@pytest.fixture
def root(tmp_path):
    return Path(copytree(SAMPLES / "lumio", tmp_path / "lumio"))


def author(me="noa", *, minutes=0) -> Author:
    return Author(me, NOW + timedelta(minutes=minutes), random.Random(minutes).choice)  # noqa: S311 - ids of a test


def do(root, make) -> Done:
    return perform(root, root.parent / "state", make)


def read(root):
    workspace = Reader(root).read()
    return workspace, workspace.cycles["t3"]


def look(root) -> Alignment:
    return alignment(*read(root), TODAY)


def place(root, identity):
    return read(root)[1].located[identity]


def request(root, identity):
    return next(each for each in asked(read(root)[1], TODAY) if each.request.id == identity)


def files(root):
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def replied(root, identity, verdict, text=None, by=None, *, me="rosa", minutes=0, taking=None):
    workspace, content = read(root)
    each = request(root, identity)
    by_whom = author(me, minutes=minutes)
    return do(root, lambda: answer(root, by_whom, workspace, content, each, verdict, text, by, taking=taking))


def invite(root, to="people"):
    content = read(root)[1]
    made = do(root, lambda: ask(root, author("maya"), content, "invite", place(root, EVERY_TEAM), to, ""))
    return made.act.id


def test_a_link_stands_at_once_and_can_be_taken_back(root):
    workspace, _content = read(root)
    newcomers, above = place(root, "newcomers-ship-in-week-ac8rg"), place(root, EVERY_TEAM)
    do(root, lambda: support(root, author(), workspace, newcomers, above))
    linked = place(root, "newcomers-ship-in-week-ac8rg")
    assert linked.objective.supports == (EVERY_TEAM,)
    with pytest.raises(WrongUsage):
        support(root, author(), workspace, linked, above)
    do(root, lambda: unsupport(root, author(), linked, EVERY_TEAM))
    assert place(root, "newcomers-ship-in-week-ac8rg").objective.supports == ()


@pytest.mark.parametrize("status", ["draft", "agreed"])
def test_whoever_owns_what_is_supported_reads_it_among_the_news(root, status):
    path = root / OKRS / "people.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('status = "agreed"', f'status = "{status}"'), encoding="utf-8"
    )
    workspace, _content = read(root)
    newcomers, above = place(root, "newcomers-ship-in-week-ac8rg"), place(root, EVERY_TEAM)
    do(root, lambda: support(root, author("elif"), workspace, newcomers, above))
    told = [each for each in news(read(root)[0], "maya", TODAY, TODAY) if each.by == "elif"]
    assert [each.kind for each in told] == ["comment" if status == "draft" else "change"]


def test_a_link_that_would_close_a_circle_is_refused(root):
    workspace, _content = read(root)
    with pytest.raises(WrongUsage, match="circle"):
        support(root, author(), workspace, place(root, EVERY_TEAM), place(root, "imports-never-lose-a-row-rg2fm"))
    with pytest.raises(WrongUsage, match="itself"):
        support(root, author(), workspace, place(root, PRODUCT), place(root, "median-answer-time-1ywek"))


def test_the_same_is_not_asked_twice_and_no_team_invites_itself(root):
    invite(root)
    with pytest.raises(WrongUsage, match="asked already"):
        invite(root)
    with pytest.raises(WrongUsage, match="itself"):
        invite(root, "lumio")


def test_an_invitation_accepted_by_a_team_drafts_an_objective_that_supports_it_in_one_change(root):
    before = files(root)
    replied(root, INVITED, "accept")
    drafted = [each for each in read(root)[1].plans["care"].objective if each.status == "draft"]
    assert [each.supports for each in drafted] == [(EVERY_TEAM,)]
    assert request(root, INVITED).state == "accepted"
    do(root, lambda: take_back(root, root.parent / "state", "undo"))
    assert files(root) == before


def test_an_invitation_accepted_with_an_objective_links_that_one(root):
    replied(root, INVITED, "accept", taking=place(root, CARE))
    assert EVERY_TEAM in place(root, CARE).objective.supports
    assert all(each.status != "draft" for each in read(root)[1].plans["care"].objective)


def test_who_declines_says_why(root):
    with pytest.raises(WrongUsage):
        replied(root, INVITED, "decline")
    replied(root, INVITED, "decline", "no room this cycle")
    assert request(root, INVITED).state == "declined"


def test_a_day_is_negotiated_until_one_accepts_what_the_other_proposed(root):
    need = "an-event-on-project-k6mf2"
    replied(root, need, "challenge", by=date(2026, 11, 20), me="noa", minutes=1)
    (wait,) = (each for each in look(root).waits if each.asked.request.id == need)
    assert (wait.turn, wait.by) == ("growth", date(2026, 11, 20))
    replied(root, need, "accept", me="karim", minutes=2)
    each = request(root, need)
    assert (each.state, each.by, each.answer.by) == ("accepted", "karim", date(2026, 11, 20))


def test_thanks_stand_in_the_journal_of_who_thanks(root):
    do(root, lambda: thank(root, author("maya"), "t3", "product", "Three links in a week"))
    said = tomllib.loads((root / "cycles/t3/journal/2026-w42/maya.toml").read_text(encoding="utf-8"))["kudos"]
    assert (said[-1]["to"], said[-1]["text"]) == ("product", "Three links in a week")


def test_an_alert_is_let_stand_with_a_reason_and_can_be_taken_up_again(root):
    alert = next(each for each in look(root).alerts if each.code == "duplicate")
    with pytest.raises(WrongUsage, match="Say why"):
        dismiss(root, author(), "t3", alert, " ")
    do(root, lambda: dismiss(root, author(), "t3", alert, "two kinds of customers"))
    found = look(root)
    (let,) = (each for each in found.dismissed if each.alert.code == "duplicate")
    assert (let.dismissed.why, let.dismissed.by, let.team) == ("two kinds of customers", "noa", "product")
    assert not [each for each in check(root) if each.code.startswith("dangling")]
    do(root, lambda: take_up(root, "t3", let))
    assert "duplicate" in [each.code for each in look(root).alerts]


def united(root):
    seen = look(root).seen
    kept, gone = place(root, PRODUCT), place(root, CARE)
    return do(root, lambda: unite(root, author(), seen, kept, gone))


def test_two_that_say_the_same_become_one_with_the_history_of_both(root):
    before = read(root)[1]
    entries = before.entries.get("first-answer-time-z07hp", ())
    assert entries
    united(root)
    content = read(root)[1]
    gone, kept = content.located[CARE].objective, content.located[PRODUCT].objective
    assert (gone.status, gone.dropped.on) == ("dropped", TODAY)
    assert PRODUCT in gone.dropped.why
    parts = {each.id: each for each in kept.key_result}
    assert {"median-answer-time-1ywek", "first-answer-time-z07hp", "chats-closed-the-same-41fnw"} <= set(parts)
    assert content.located["first-answer-time-z07hp"].team == "product"
    assert content.entries["first-answer-time-z07hp"] == entries
    assert "duplicate" not in [each.code for each in look(root).alerts]
    words = [each.text for journal in content.journals for each in journal.comment if each.about == PRODUCT]
    assert any(CARE in each for each in words)


def test_what_measures_the_same_is_dropped_and_names_what_goes_on(root):
    workspace, _content = read(root)
    path = root / OKRS / "care.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"First answer time"', '"Median time to an answer"'), encoding="utf-8"
    )
    united(root)
    content = read(root)[1]
    part = content.located["first-answer-time-z07hp"]
    assert (part.team, part.key_result.dropped.on) == ("care", TODAY)
    assert "median-answer-time-1ywek" in part.key_result.dropped.why
    assert workspace.cycles["t3"].entries["first-answer-time-z07hp"] == content.entries["first-answer-time-z07hp"]


def test_links_and_requests_that_named_the_one_that_goes_name_the_one_that_stays(root):
    workspace, _content = read(root)
    newcomers = place(root, "newcomers-ship-in-week-ac8rg")
    do(root, lambda: support(root, author(), workspace, newcomers, place(root, CARE)))
    united(root)
    assert place(root, "newcomers-ship-in-week-ac8rg").objective.supports == (PRODUCT,)
    assert request(root, "the-words-people-use-tpzqz").request.from_ == PRODUCT
    assert not [each for each in check(root) if each.severity == "error"]


def test_making_one_of_two_is_one_change_that_undo_takes_back(root):
    before = files(root)
    made = united(root)
    assert len(made.act.change.files) >= 3
    do(root, lambda: take_back(root, root.parent / "state", "undo"))
    assert files(root) == before
