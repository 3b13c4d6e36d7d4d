"""Adding, editing, dropping, moving: what a person does, and what stands in the files afterwards."""

import random
import tomllib
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from shutil import copytree

import pytest

from okr_tui.actions.act import Author, Done, perform
from okr_tui.actions.check_in import Subject, Words, check_in
from okr_tui.actions.drafting import add_inside, add_objective, add_request, toggle_done
from okr_tui.actions.editing import drop, edit, move
from okr_tui.actions.setup import add_kpi, add_pain, add_person, add_team
from okr_tui.actions.values import value_for
from okr_tui.domain.errors import OkrError, PersonMustDecide, WrongUsage
from okr_tui.domain.people import Person
from okr_tui.domain.plan import Initiative, KeyResult, Objective
from okr_tui.store.reader import Reader

SAMPLES = Path(__file__).parents[2] / "sample_data"
TODAY = date(2026, 10, 16)
NOW = datetime(2026, 10, 16, 16, 30, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
AUTHOR = Author("noa", NOW, random.Random(1).choice)  # noqa: S311 - ids of a test
PLAN = "cycles/t3/okrs/product.toml"


@pytest.fixture
def root(tmp_path):
    return Path(copytree(SAMPLES / "lumio", tmp_path / "lumio"))


def done(root, make) -> Done:
    return perform(root, root.parent / "state", make)


def tables(root, path):
    return tomllib.loads((root / path).read_text(encoding="utf-8"))


def find(root, title):
    """The table with this title in the current cycle of team Product."""
    content = Reader(root).read().cycles["t3"]
    return next(item for item in content.located.values() if item.title == title and item.team == "product")


def files(root):
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def subject(**keys):
    base = {"id": "x-12345", "title": "X", "kind": "metric", "unit": "%", "cycle": "t3", "team": "product"}
    return Subject(**{**base, "team_name": "Product", "value": 29.0, **keys})


def test_a_text_that_is_longer_than_a_file_may_hold_is_refused_and_nothing_is_written(root):
    before = files(root)
    with pytest.raises(WrongUsage, match="100001 characters"):
        check_in(root, AUTHOR, subject(), Words(value="30", note="y" * 100_001))
    assert files(root) == before
    done(root, lambda: check_in(root, AUTHOR, subject(), Words(value="30", note="y" * 100_000)))
    assert not Reader(root).read().problems


def test_a_check_in_lands_in_my_journal_of_the_week_and_nowhere_else(root):
    before = files(root)
    words = Words(value="+1.5", confidence=8, note="It helps", blocker="", on=date(2026, 10, 15))
    act = done(root, lambda: check_in(root, AUTHOR, subject(), words)).act
    after = files(root)
    assert (
        [path for path in after if after[path] != before.get(path)]
        == ["cycles/t3/journal/2026-w42/noa.toml"]
        == [act.file]
    )
    assert tables(root, act.file)["check_in"][-1] == {
        "id": act.id, "at": NOW, "on": date(2026, 10, 15), "about": "x-12345", "value": 30.5, "confidence": 8, "note": "It helps",
    }  # fmt: skip


def test_the_first_word_of_a_week_begins_a_journal(root):
    later = AUTHOR._replace(now=NOW + timedelta(days=14))
    act = done(root, lambda: check_in(root, later, subject(), Words(value="31"))).act
    written = tables(root, "cycles/t3/journal/2026-w44/noa.toml")
    assert (written["format"], written["person"], written["week"]) == (1, "noa", "2026-w44")
    assert written["check_in"][0]["id"] == act.id


@pytest.mark.parametrize(("text", "value"), [("yes", 1), ("non", 0), ("1", 1)])
def test_yes_and_no_are_one_and_nought(root, text, value):
    act = done(root, lambda: check_in(root, AUTHOR, subject(kind="yes-no"), Words(value=text))).act
    assert tables(root, act.file)["check_in"][-1]["value"] == value


def test_a_milestone_is_meant_by_its_id_or_its_words(root):
    steps = (("beta-open-11111", "Beta is open"), ("first-ten-22222", "First ten customers"))
    act = done(root, lambda: check_in(root, AUTHOR, subject(kind="milestones", steps=steps), Words(value="ten"))).act
    assert tables(root, act.file)["check_in"][-1]["milestone"] == "first-ten-22222"
    with pytest.raises(PersonMustDecide) as several:
        check_in(root, AUTHOR, subject(kind="milestones", steps=steps), Words(value="e"))
    assert several.value.candidates == steps


@pytest.mark.parametrize(
    "words",
    [
        Words(),
        Words(value="many"),
        Words(confidence=11),
        Words(value="1", on=date(2026, 10, 17)),
        Words(note="  ", status="fine"),
    ],
)
def test_a_check_in_that_makes_no_sense_changes_nothing(root, words):
    before = files(root)
    with pytest.raises(WrongUsage):
        done(root, lambda: check_in(root, AUTHOR, subject(), words))
    assert files(root) == before


def test_two_people_who_write_one_plan_at_once_lose_nothing(root):
    ours = add_objective(root, AUTHOR, "t3", "product", "Ours")
    calls = []

    def slow():
        if not calls:
            calls.append(1)
            done(root, lambda: add_objective(root, AUTHOR, "t3", "product", "Theirs"))
            return ours
        return add_objective(root, AUTHOR, "t3", "product", "Ours")

    done(root, slow)
    titles = [objective["title"] for objective in tables(root, PLAN)["objective"]]
    assert sorted(titles[-2:]) == ["Ours", "Theirs"]


def test_a_key_that_somebody_set_since_i_looked_is_kept_in_both_values(root):
    seen = find(root, "Median answer time")
    was = seen.table.target
    done(root, lambda: edit(root, AUTHOR, seen, {"target": 4}, why="Two left"))
    written = done(root, lambda: edit(root, AUTHOR, seen, {"target": 5, "unit": "hours"}, why="One came")).written
    [record] = tables(root, PLAN)["conflict"]
    assert written.conflicts == (record["id"],)
    assert (record["key"], record["ours"], record["theirs"], record["base"]) == ("target", 5, 4, was)
    now = find(root, "Median answer time").table
    assert (now.target, now.unit, [each.to for each in now.changed][-3:]) == (5, "hours", [4, 5, "hours"])


def test_a_key_that_nobody_set_since_i_looked_is_just_set_whatever_else_changed(root):
    seen = find(root, "Median answer time")
    done(root, lambda: edit(root, AUTHOR, seen, {"title": "Answer time", "owner": None}))
    written = done(root, lambda: edit(root, AUTHOR, seen, {"unit": "hours", "measure": "help desk"})).written
    assert written.conflicts == ()
    now = find(root, "Answer time").table
    assert (now.owner, now.unit, now.measure) == (None, "hours", "help desk")


def test_an_objective_grows_key_results_initiatives_tasks_and_milestones(root):
    done(
        root,
        lambda: add_objective(root, AUTHOR, "t3", "product", "Teams come back", why="they pay", supports=["vision"]),
    )
    objective = find(root, "Teams come back")
    keys = {"baseline": 22, "target": 40, "unit": "%"}
    done(root, lambda: add_inside(root, AUTHOR, objective, "key-result", "Back on day 30", kind="metric", **keys))
    result = find(root, "Back on day 30")
    done(root, lambda: add_inside(root, AUTHOR, result, "initiative", "A better mail"))
    done(root, lambda: add_inside(root, AUTHOR, find(root, "A better mail"), "task", "Ask five people"))
    done(root, lambda: add_inside(root, AUTHOR, result, "milestone", "First mail sent"))
    made = tables(root, PLAN)["objective"][-1]
    assert (made["status"], made["why"], made["supports"]) == ("draft", "they pay", ["vision"])
    [key_result] = made["key_result"]
    assert {key: key_result[key] for key in keys} == keys
    assert key_result["initiative"][0]["task"][0]["title"] == "Ask five people"
    assert key_result["milestone"][0]["title"] == "First mail sent"
    with pytest.raises(WrongUsage):
        add_inside(root, AUTHOR, objective, "task", "Wrong place")
    with pytest.raises(WrongUsage):
        add_inside(root, AUTHOR, objective, "key-result", "  ")


def test_after_agreement_a_number_moves_only_with_a_reason_which_is_kept(root):
    place = find(root, "Median answer time")
    with pytest.raises(WrongUsage):
        edit(root, AUTHOR, place, {"target": 4})
    done(root, lambda: edit(root, AUTHOR, place, {"target": 4}, why="Two people left"))
    changed = find(root, "Median answer time").key_result.changed[-1]
    assert (changed.key, changed.from_, changed.to, changed.why, changed.by) == (
        "target",
        3,
        4,
        "Two people left",
        "noa",
    )
    assert find(root, "Median answer time").key_result.target == 4


def test_a_draft_changes_without_a_word_and_an_empty_value_removes_the_key(root):
    done(root, lambda: add_objective(root, AUTHOR, "t3", "product", "Draft", why="so"))
    done(root, lambda: edit(root, AUTHOR, find(root, "Draft"), {"why": None, "ambition": "committed"}))
    made = tables(root, PLAN)["objective"][-1]
    assert "why" not in made
    assert made["ambition"] == "committed"
    assert "changed" not in made


@pytest.mark.parametrize("values", [{"ambition": "huge"}, {"title": None}, {"ambition": "aspirational"}])
def test_an_edit_that_makes_no_sense_changes_nothing(root, values):
    done(root, lambda: add_objective(root, AUTHOR, "t3", "product", "Draft", ambition="aspirational"))
    before = files(root)
    with pytest.raises(OkrError):
        done(root, lambda: edit(root, AUTHOR, find(root, "Draft"), values))
    assert files(root) == before


def test_dropping_keeps_the_key_result_and_says_why(root):
    place = find(root, "Templates used twice")
    with pytest.raises(WrongUsage):
        drop(root, AUTHOR, place)
    done(root, lambda: drop(root, AUTHOR, place, why="Nobody asked for it"))
    dropped = find(root, "Templates used twice").key_result.dropped
    assert (dropped.on, dropped.why) == (TODAY, "Nobody asked for it")
    with pytest.raises(WrongUsage):
        drop(root, AUTHOR, find(root, "Templates used twice"), why="again")


def test_smaller_things_are_removed_and_an_initiative_says_dropped(root):
    done(root, lambda: add_objective(root, AUTHOR, "t3", "product", "Draft"))
    done(root, lambda: add_inside(root, AUTHOR, find(root, "Draft"), "key-result", "Steps", kind="milestones"))
    done(root, lambda: add_inside(root, AUTHOR, find(root, "Steps"), "milestone", "Only step"))
    done(root, lambda: add_inside(root, AUTHOR, find(root, "Steps"), "initiative", "Try it"))
    done(root, lambda: toggle_done(root, AUTHOR, find(root, "Only step")))
    assert tables(root, PLAN)["objective"][-1]["key_result"][0]["milestone"][0]["done"] == TODAY
    done(root, lambda: drop(root, AUTHOR, find(root, "Only step")))
    done(root, lambda: drop(root, AUTHOR, find(root, "Try it")))
    left = tables(root, PLAN)["objective"][-1]["key_result"][0]
    assert "milestone" not in left
    assert left["initiative"][0]["status"] == "dropped"


def test_a_key_result_moves_with_everything_in_it_even_to_another_team(root):
    place = find(root, "Median answer time")
    goal = next(
        item
        for item in Reader(root).read().cycles["t3"].located.values()
        if item.team == "care" and item.kind == "objective"
    )
    assert place.table in place.objective.key_result
    done(root, lambda: move(root, place, goal))
    there = Reader(root).read().cycles["t3"].located[place.table.id]
    assert (there.team, there.table) == ("care", place.table)
    with pytest.raises(WrongUsage):
        move(root, there, "product")


def test_an_objective_moves_to_another_team(root):
    place = find(root, "What people share looks finished")
    done(root, lambda: move(root, place, "growth"))
    assert place.table.id in {each["id"] for each in tables(root, "cycles/t3/okrs/growth.toml")["objective"]}
    assert place.table.id not in {each["id"] for each in tables(root, PLAN)["objective"]}


def test_somebody_named_as_in_a_mail_gets_the_address(root):
    done(root, lambda: add_person(root, "Ben Low <ben@lumio.example>"))
    assert Reader(root).read().person_by_id["ben"].name == "Ben Low"
    assert Reader(root).read().person_by_id["ben"].email == "ben@lumio.example"


def test_several_people_are_added_in_one_change_where_they_belong(root):
    done(root, lambda: add_person(root, "Ben Low <ben@lumio.example>: Care, platform; Ben Hur", team=["growth"]))
    people = Reader(root).read().person_by_id
    assert (people["ben"].email, people["ben"].team) == ("ben@lumio.example", ("growth", "care", "platform"))
    assert (people["ben-hur"].name, people["ben-hur"].team) == ("Ben Hur", ("growth",))


@pytest.mark.parametrize(
    ("name", "keys", "why"),
    [
        ("Ben: Plaform", {}, "No team is called “Plaform”; did you mean “Platform”\\?"),
        ("Ben: Somewhere", {}, "No team is called “Somewhere”; add it first"),
        ("Ben; Cy", {"identity": "ben"}, "one person"),
        ("Ben; Cy", {"email": "ben@lumio.example"}, "one person"),
        ("Ben <a@x.example>; Cy <a@x.example>", {}, "Ben has the address"),
    ],
)
def test_people_who_cannot_all_be_added_are_not_added_at_all(root, name, keys, why):
    before = (root / "people.toml").read_bytes()
    with pytest.raises(WrongUsage, match=why):
        done(root, lambda: add_person(root, name, **keys))
    assert (root / "people.toml").read_bytes() == before


def test_people_teams_kpis_pains_and_requests_find_their_files(root):
    done(root, lambda: add_person(root, "Beatrix Potter", email="beatrix@lumio.example", team=["care"]))
    done(root, lambda: add_team(root, "Field", parent="lumio", lead="beatrix"))
    done(root, lambda: add_kpi(root, AUTHOR, "care", "Open tickets", unit="/d", high=40))
    pain = done(root, lambda: add_pain(root, AUTHOR, "t1-next", "product", "Too many tabs")).act
    asked = {"kind": "depend", "from": "product", "to": "care", "by": TODAY}
    request = done(root, lambda: add_request(root, AUTHOR, "t3", "product", "A list of questions", **asked)).act
    workspace = Reader(root).read()
    assert workspace.person_by_id["beatrix"].name == "Beatrix Potter"
    assert workspace.team_by_id["field"].lead == "beatrix"
    assert "Open tickets" in {kpi.title for _team, kpi in workspace.kpi_by_id.values()}
    assert pain.file == "cycles/t1-next/journal/2026-w42/noa.toml"
    assert workspace.cycles["t3"].located[request.id].table.to == "care"
    assert not workspace.problems
    with pytest.raises(WrongUsage):
        add_person(root, "Beatrix Kiddo", identity="beatrix")
    with pytest.raises(WrongUsage):
        add_team(root, "Con", identity="con")


def test_a_file_that_cannot_be_read_is_never_written_over(root):
    (root / PLAN).write_text("format = 1\n<<<<<<< ours\n", encoding="utf-8")
    with pytest.raises(OkrError) as refused:
        add_objective(root, AUTHOR, "t3", "product", "New")
    assert (refused.value.file, refused.value.line) == (PLAN, 2)
    assert (root / PLAN).read_text(encoding="utf-8") == "format = 1\n<<<<<<< ours\n"


@pytest.mark.parametrize(
    ("model", "key", "text", "value"),
    [
        (KeyResult, "target", "40", 40), (KeyResult, "target", "2.5", 2.5), (KeyResult, "start", "2026-11-02", date(2026, 11, 2)),
        (KeyResult, "lead", "yes", True), (KeyResult, "every", "28", 28), (KeyResult, "supports", "a-1, b-2", ["a-1", "b-2"]),
        (KeyResult, "unit", "", None), (Objective, "why", "so that it counts", "so that it counts"), (Initiative, "good_first", "no", False),
        (Person, "left", "2026-12-01", date(2026, 12, 1)), (Person, "team", "care", ["care"]),
    ],
)  # fmt: skip
def test_words_become_the_value_that_a_key_holds(model, key, text, value):
    found = value_for(model, key, text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("model", "key", "text"),
    [(KeyResult, "id", "x"), (KeyResult, "colour", "red"), (KeyResult, "initiative", "x"), (KeyResult, "start", "soon"),
     (KeyResult, "every", "2.5"), (KeyResult, "target", "lots"), (KeyResult, "lead", "perhaps")],
)  # fmt: skip
def test_words_that_make_no_sense_for_a_key_are_refused(model, key, text):
    with pytest.raises(WrongUsage):
        value_for(model, key, text)
