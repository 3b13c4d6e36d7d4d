"""Two people change one file: what each row of the table "Merging" in the design says comes of it."""

import copy
import itertools
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from okr_tui.domain.plan import Plan
from okr_tui.store.canonical import rendered
from okr_tui.store.merge import Merged, merge
from okr_tui.store.validate import table_of
from tests.store.merging import Step, holds_for_three, holds_for_two, steps

Tables = dict[str, Any]
Edit = Callable[[Tables], object]
TEXT = "one\ntwo\nthree\nfour\nfive\n"


def plan() -> Tables:
    return {
        "format": 1,
        "team": "product",
        "objective": [
            {"id": "grow-1", "title": "Grow", "why": TEXT, "supports": ["vision", "x-1"], "key_result": [
                {"id": "nps-2", "title": "NPS", "target": 40}, {"id": "churn-3", "title": "Churn", "target": 2}]},
            {"id": "keep-4", "title": "Keep", "status": "agreed", "key_result": [{"id": "up-5", "title": "Up"}]},
        ],
    }  # fmt: skip


def merged(mine: Edit, theirs: Edit, base: Tables | None = None) -> Merged:
    """The merge of two changes; that it is the same from the other side and when done again is made sure of here."""
    before = plan() if base is None else base
    one, two = copy.deepcopy(before), copy.deepcopy(before)
    mine(one)
    theirs(two)
    result = merge(before, one, two)
    for first, second in itertools.permutations((one, two, result.tables), 2):
        assert rendered(merge(before, first, second).tables) == rendered(result.tables)
    return result


def grow(tables: Tables) -> Tables:
    return tables["objective"][0]


def nps(tables: Tables) -> Tables:
    return grow(tables)["key_result"][0]


def sets(find: Callable[[Tables], Tables], **keys: Any) -> Edit:
    return lambda tables: find(tables).update(keys)


def adds(kind: str, *rows: Tables) -> Edit:
    return lambda tables: tables.setdefault(kind, []).extend(rows)


def nothing(_tables: Tables) -> None: ...


def test_different_keys_and_different_tables_are_both_changed() -> None:
    result = merged(sets(nps, target=50), lambda t: (nps(t).update(unit="points"), grow(t).update(title="Bloom")))
    assert nps(result.tables) == {"id": "nps-2", "title": "NPS", "target": 50, "unit": "points"}
    assert (grow(result.tables)["title"], result.conflicts) == ("Bloom", ())


def test_what_one_side_did_not_touch_is_the_others_to_the_letter() -> None:
    other = plan()
    other["objective"].reverse()
    assert merge(plan(), plan(), other).tables is other
    assert merge(plan(), other, plan()).tables is other


def test_added_tables_stand_behind_by_at_and_then_by_id() -> None:
    noon = datetime(2026, 10, 2, 12, tzinfo=UTC)
    rows = [{"id": f"r{n}", "at": noon + timedelta(hours=n % 2)} for n in range(4)]
    result = merged(adds("request", rows[3], rows[0]), adds("request", rows[1], rows[2]))
    assert [row["id"] for row in result.tables["request"]] == ["r0", "r2", "r1", "r3"]
    assert result.conflicts == ()


def test_moments_are_compared_across_offsets() -> None:
    early = datetime(2026, 10, 2, 23, 30, tzinfo=timezone(timedelta(hours=9)))
    late = datetime(2026, 10, 2, 15, tzinfo=UTC)
    result = merged(adds("request", {"id": "a", "at": late}), adds("request", {"id": "b", "at": early}))
    assert [row["id"] for row in result.tables["request"]] == ["b", "a"]


def test_a_table_inserted_in_the_middle_by_one_side_stays_there() -> None:
    result = merged(lambda t: t["objective"].insert(1, {"id": "new-9", "title": "New"}), sets(nps, target=50))
    assert [each["id"] for each in result.tables["objective"]] == ["grow-1", "new-9", "keep-4"]


def test_the_same_id_added_by_both_is_one_table() -> None:
    result = merged(
        adds("request", {"id": "help-1", "need": "Data"}), adds("request", {"id": "help-1", "need": "Data", "to": "it"})
    )
    assert result.tables["request"] == [{"id": "help-1", "need": "Data", "to": "it"}]
    result = merged(
        adds("request", {"id": "help-1", "need": "Data"}), adds("request", {"id": "help-1", "need": "Time"})
    )
    assert result.tables["request"] == [{"id": "help-1", "need": "Time"}]
    [record] = result.conflicts
    assert (record["about"], record["key"], record["ours"], record["theirs"]) == ("help-1", "need", "Time", "Data")
    assert "base" not in record


def test_an_id_that_stands_twice_on_one_side_gets_a_new_one_from_its_content() -> None:
    def copies(tables: Tables) -> None:
        tables["objective"].append({**copy.deepcopy(grow(tables)), "title": "Copied by hand"})

    result = merged(copies, sets(nps, target=50))
    ids = [each["id"] for each in result.tables["objective"]]
    assert ids[:2] == ["grow-1", "keep-4"]
    assert ids[2].startswith("grow-1-")
    assert {old for old, _new in result.renamed} == {"grow-1", "nps-2", "churn-3"}
    assert nps(result.tables)["target"] == 50
    assert result.tables["objective"][2]["key_result"][0]["target"] == 40
    assert result.conflicts == ()


@pytest.mark.parametrize("key", ["supports", "tags"])
def test_lists_of_ids_are_merged_as_sets(key: str) -> None:
    base = plan()
    grow(base)[key] = ["vision", "x-1"]
    result = merged(sets(grow, **{key: ["vision", "z-1", "x-1"]}), sets(grow, **{key: ["x-1", "b-1"]}), base)
    assert grow(result.tables)[key] == ["x-1", "b-1", "z-1"]
    assert result.conflicts == ()


def test_a_set_that_both_empty_goes() -> None:
    result = merged(lambda t: grow(t).pop("supports"), lambda t: grow(t).update(supports=[]))
    assert "supports" not in grow(result.tables)


def test_records_of_changes_are_a_set_of_whole_tables() -> None:
    one, two = ({"on": date(2026, 10, n), "key": "target", "to": n, "by": "noa"} for n in (2, 1))
    result = merged(sets(nps, changed=[one]), sets(nps, changed=[two]))
    assert nps(result.tables)["changed"] == [two, one]
    assert result.conflicts == ()


def test_any_other_list_is_one_value() -> None:
    base = {"format": 1, "poll": [{"id": "p-1", "options": ["a", "b"]}]}
    result = merged(lambda t: t["poll"][0].update(options=["a"]), lambda t: t["poll"][0].update(options=["c"]), base)
    assert result.tables["poll"][0]["options"] == ["c"]
    assert len(result.conflicts) == 1


def test_the_same_value_from_both_is_that_value() -> None:
    result = merged(sets(nps, target=50), sets(nps, target=50))
    assert (nps(result.tables)["target"], result.conflicts) == (50, ())


def test_two_values_of_one_key_leave_the_greater_and_a_record_that_the_models_accept() -> None:
    result = merged(sets(nps, target=50), sets(nps, target=45))
    assert nps(result.tables)["target"] == 50
    [record] = result.tables["conflict"]
    assert result.conflicts == (record,)
    assert {key: record[key] for key in ("about", "key", "ours", "theirs", "base")} == {
        "about": "nps-2", "key": "target", "ours": 50, "theirs": 45, "base": 40,
    }  # fmt: skip
    assert table_of(Plan, result.tables).conflict[0].id == record["id"]


def test_the_later_of_two_words_stands_where_both_say_when() -> None:
    base = {"format": 1, "comment": [{"id": "co-1", "at": datetime(2026, 10, 1, tzinfo=UTC), "text": "c"}]}

    def says(text: str, day: int) -> Edit:
        return lambda t: t["comment"][0].update(text=text, at=datetime(2026, 10, day, tzinfo=UTC))

    result = merged(says("a", 3), says("b", 2), base)
    assert result.tables["comment"][0] == {"id": "co-1", "at": datetime(2026, 10, 3, tzinfo=UTC), "text": "a"}
    assert {record["key"] for record in result.conflicts} == {"text", "at"}


def test_a_key_that_one_side_deleted_and_the_other_changed_is_kept_and_recorded() -> None:
    result = merged(lambda t: nps(t).pop("target"), sets(nps, target=50))
    assert nps(result.tables)["target"] == 50
    [record] = result.conflicts
    assert (record["ours"], record["base"], "theirs" in record) == (50, 40, False)


def test_a_deleted_table_that_the_other_did_not_touch_is_gone() -> None:
    result = merged(lambda t: t["objective"].pop(0), lambda t: t["objective"][1].update(title="Hold"))
    assert [each["title"] for each in result.tables["objective"]] == ["Hold"]
    assert result.conflicts == ()


@pytest.mark.parametrize(
    "change",
    [
        sets(nps, target=50), sets(grow, title="Bloom"), lambda t: grow(t)["key_result"].append({"id": "new-9"}),
        lambda t: grow(t)["key_result"].append(t["objective"][1].pop("key_result")[0]),
    ],
    ids=["changed below", "changed", "added below", "moved there"],
)  # fmt: skip
def test_a_deleted_table_that_the_other_changed_is_kept_whole_and_recorded_once(change: Edit) -> None:
    expected = plan()
    change(expected)
    result = merged(lambda t: t["objective"].pop(0), change)
    assert grow(result.tables) == grow(expected)
    [record] = result.conflicts
    assert record.keys() == {"id", "about"}
    assert record["about"] == "grow-1"


def test_a_key_result_moved_by_one_and_changed_by_the_other_is_both() -> None:
    def moves(tables: Tables) -> None:
        tables["objective"][1]["key_result"].append(grow(tables)["key_result"].pop(0))

    result = merged(moves, sets(nps, target=50))
    assert [each["id"] for each in grow(result.tables)["key_result"]] == ["churn-3"]
    assert result.tables["objective"][1]["key_result"][1] == {"id": "nps-2", "title": "NPS", "target": 50}
    assert result.conflicts == ()


def test_one_moved_to_two_places_stands_in_one_and_is_recorded() -> None:
    base = plan()
    base["objective"].append({"id": "third-6", "title": "Third"})

    def to(position: int) -> Edit:
        return lambda t: t["objective"][position].setdefault("key_result", []).append(grow(t)["key_result"].pop(0))

    result = merged(to(1), to(2), base)
    assert [each["id"] for each in result.tables["objective"][2]["key_result"]] == ["nps-2"]
    [record] = result.conflicts
    assert (record["key"], record["ours"], record["theirs"], record["base"]) == ("in", "third-6", "keep-4", "grow-1")


def test_two_that_were_moved_into_each_other_are_both_there() -> None:
    base = {"x": [{"id": "a"}, {"id": "b"}]}

    def into(position: int) -> Edit:
        def move(tables: Tables) -> None:
            moved = tables["x"].pop(1 - position)
            tables["x"][0]["x"] = [moved]

        return move

    result = merged(into(0), into(1), base)
    assert result.tables["x"] == [{"id": "b", "x": [{"id": "a"}]}]
    assert len(result.conflicts) == 1


def test_long_text_is_merged_by_lines() -> None:
    result = merged(sets(grow, why=TEXT.replace("one", "ONE")), sets(grow, why=TEXT + "six\n"))
    assert grow(result.tables)["why"] == TEXT.replace("one", "ONE") + "six\n"
    assert result.conflicts == ()
    result = merged(sets(grow, why=TEXT.replace("two", "2")), sets(grow, why=TEXT.replace("two", "II")))
    assert [record["key"] for record in result.conflicts] == ["why"]


def test_grades_are_told_by_what_they_are_about_and_when() -> None:
    base = {"format": 1, "grade": [{"about": "x-1", "computed": 0.5}, {"about": "x-1", "when": "mid", "computed": 0.2}]}
    result = merged(
        lambda t: t["grade"][0].update(self=0.6),
        lambda t: (t["grade"].reverse(), t["grade"][1].update(when="end")),
        base,
    )
    assert result.tables["grade"] == [
        {"about": "x-1", "when": "mid", "computed": 0.2}, {"about": "x-1", "computed": 0.5, "when": "end", "self": 0.6},
    ]  # fmt: skip


def test_single_tables_are_merged_by_name() -> None:
    base = {"format": 1, "id": "acme", "policy": {"levels": ["team"]}, "cycle": {"id": "t3", "phase": "make"}}
    result = merged(
        lambda t: (t["policy"].update(max_objectives=4), t["cycle"].update(phase="align"), nps),
        lambda t: (t["policy"].update(max_key_results=4), t["cycle"].update(phase="achieve")),
        base,
    )
    assert result.tables["policy"] == {"levels": ["team"], "max_objectives": 4, "max_key_results": 4}
    assert [(record["about"], record["key"]) for record in result.conflicts] == [("t3", "phase")]
    result = merged(sets(nps, dropped={"why": "a"}), sets(nps, dropped={"why": "b"}))
    assert [(record["about"], record["key"]) for record in result.conflicts] == [("nps-2", "dropped.why")]


def test_two_check_ins_for_one_day_are_both_there() -> None:
    day = date(2026, 10, 2)
    result = merged(
        adds("check_in", {"id": "ci-1", "on": day, "about": "nps-2", "value": 1}),
        adds("check_in", {"id": "ci-2", "on": day, "about": "nps-2", "value": 2}),
    )
    assert [row["id"] for row in result.tables["check_in"]] == ["ci-1", "ci-2"]


def test_with_an_empty_base_nothing_counts_as_deleted() -> None:
    mine, theirs = plan(), plan()
    del mine["objective"][0], theirs["objective"][1]
    result = merge({}, mine, theirs)
    assert {each["id"] for each in result.tables["objective"]} == {"grow-1", "keep-4"}
    assert result.conflicts == ()


def test_a_record_that_a_person_has_chosen_for_does_not_come_back() -> None:
    base = merged(sets(nps, target=50), sets(nps, target=45)).tables
    result = merged(lambda t: (t.pop("conflict"), nps(t).update(target=45)), sets(grow, title="Bloom"), base)
    assert "conflict" not in result.tables
    assert nps(result.tables)["target"] == 45


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (1, 1.0),
        (1, True),
        (0.0, -0.0),
        ("2026-10-02", date(2026, 10, 2)),
        ([1], [1.0]),
        ({"a": 1}, {"a": "1"}),
        ([], {}),
    ],
)
def test_values_that_look_alike_are_still_two(mine: Any, theirs: Any) -> None:
    assert len(merged(sets(nps, x=mine), sets(nps, x=theirs)).conflicts) == 1


def test_a_value_where_the_other_side_has_tables_is_kept_in_a_record() -> None:
    result = merged(sets(nps, initiative=[{"id": "i-1"}]), sets(nps, initiative="call them"))
    assert nps(result.tables)["initiative"] == [{"id": "i-1"}]
    assert result.conflicts[0]["theirs"] == "call them"


def test_tables_that_somebody_wrote_without_an_id_are_told_by_their_content() -> None:
    result = merged(adds("objective", {"title": "No id"}), adds("objective", {"title": "None either"}))
    assert {each["title"] for each in result.tables["objective"]} == {"Grow", "Keep", "No id", "None either"}
    assert result.conflicts == ()


@settings(max_examples=250, deadline=None)
@example([(5, 0, 0), (12, 1, 1)], [(5, 0, 1), (12, 1, 55)])
@example([(12, 0, 1), (13, 0, 0), (12, 164, 2)], [(12, 165, 1), (5, 0, 0)])
@example([(12, 0, 0)], [(12, 0, 0), (12, 0, 0)])
@example([(0, 1, 0)], [(0, 1, 0), (1, 1, 1), (0, 1, 1)])
@example([(0, 1, 1)], [(1, 1, 1), (0, 1, 1)])
@given(steps, steps)
def test_merging_is_symmetric_settled_and_loses_nothing(ours: list[Step], theirs: list[Step]) -> None:
    holds_for_two(ours, theirs)


@settings(max_examples=60, deadline=None)
@given(st.lists(steps, min_size=3, max_size=3))
def test_three_people_end_with_the_same_file_in_any_order(sides: list[list[Step]]) -> None:
    holds_for_three(sides)
