"""What differs between two versions of a file, and what all of it comes to."""

from datetime import UTC, date, datetime
from typing import Any

from okr_tui.domain.comparing import Version, differences, rows
from okr_tui.domain.history import Moved, Row, summed
from okr_tui.words.changes import changes


def plan(**keys: Any) -> dict[str, Any]:
    result = {"id": "nps", "title": "NPS", "target": 50, **keys}
    return {"format": 1, "team": "product", "objective": [{"id": "o", "title": "O", "key_result": [result]}]}


def test_a_key_that_stands_otherwise_is_told_with_both_values_and_what_it_stands_in() -> None:
    (found,) = differences(plan(), plan(target=40, unit="%"))
    assert found == ("nps", ("o",), (Moved("target", 50, 40), Moved("unit", None, "%")))


def test_what_came_or_went_is_told_once_not_with_everything_inside() -> None:
    empty = {"format": 1, "team": "product"}
    assert [each[::2] for each in differences(empty, plan())] == [("o", (Moved("added", None, "O"),))]
    assert [each[::2] for each in differences(plan(), empty)] == [("o", (Moved("removed", "O", None),))]
    assert [each.about for each in differences({}, plan())] == ["o"]


def test_what_the_plan_tells_itself_with_a_reason_is_not_told_twice() -> None:
    changed = [{"on": date(2026, 10, 5), "key": "target", "from": 50, "to": 40, "why": "too far", "by": "noa"}]
    assert differences(plan(), plan(target=40, changed=changed)) == ()
    (found,) = differences(plan(), plan(target=40, owner="sam", changed=changed))
    assert found.moved == (Moved("owner", None, "sam"),)
    assert differences(plan(), plan(dropped={"on": date(2026, 10, 5), "why": "x"})) == ()


def test_tables_are_the_same_wherever_they_stand_and_moving_into_another_one_is_told() -> None:
    two = plan()
    two["objective"].append({"id": "p", "title": "P"})
    other = {**two, "objective": [{"id": "p", "title": "P", "key_result": two["objective"][0]["key_result"]}]}
    other["objective"].append({"id": "o", "title": "O"})
    (found,) = differences(two, other)
    assert found == ("nps", ("p",), (Moved("in", "o", "p"),))
    assert changes(found.moved) == "moved elsewhere"


def test_grades_are_told_apart_by_what_they_are_about_and_settings_by_the_name_of_their_table() -> None:
    review = {"team": "product", "grade": [{"about": "nps", "self": 0.5}, {"about": "other", "self": 0.5}]}
    better = {"team": "product", "grade": [{"about": "other", "self": 0.5}, {"about": "nps", "self": 0.7}]}
    assert differences(review, better) == (("nps", (), (Moved("self", 0.5, 0.7),)),)
    before, after = ({"id": "w", "cadence": {"check_in_every": n}} for n in (7, 14))
    assert differences(before, after) == (("cadence", (), (Moved("check_in_every", 7, 14),)),)


def test_whoever_committed_is_the_person_with_that_address_else_the_name_git_knows() -> None:
    at = datetime(2026, 10, 5, 9, tzinfo=UTC)
    told = [Version(at, mail, "N. B.", None, "t3", "product", plan(), plan(target=40)) for mail in ("Noa@x.org", "?")]
    found = rows(tuple(told), {"noa@x.org": "noa"})
    assert [(row.by, row.about, row.on) for row in found] == [
        ("noa", "nps", date(2026, 10, 5)), ("N. B.", "nps", date(2026, 10, 5)),
    ]  # fmt: skip
    assert found[0].within == ("product", "t3", "o")


def test_all_changes_of_a_thing_together_go_from_the_first_value_to_the_last() -> None:
    def row(key: str, before: Any, after: Any) -> Row:
        return Row(None, date(2026, 10, 5), "noa", "nps", "change", change=(Moved(key, before, after),))

    lines = [row("target", 45, 40), row("confidence", 5, 4), row("owner", "b", "a"), row("target", 50, 45)]
    (found,) = summed([*lines, row("confidence", 7, 5), row("owner", "a", "b")])
    assert changes(found[1]) == "target 50 → 40, confidence 7 → 4"
