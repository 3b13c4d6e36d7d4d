"""A change of unit keeps the unit of what was said before it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from okr_tui.domain.history import history
from okr_tui.domain.news import news
from okr_tui.domain.standing import Standing, standing
from okr_tui.words.moved import moved_said
from tests.workspaces import PARIS, Small

CHANGED = datetime(2026, 10, 13, 15, tzinfo=PARIS)
DAY = CHANGED.date()


def small(*changes: dict[str, Any], unit: str | None = "k") -> Small:
    """A share that was said to be 80 on the morning of the day on which its unit was changed."""
    made = Small()
    made.objective("product", "grow", owner="noa")
    made.key_result("grow", "share", baseline=0, target=100, changed=list(changes), **({"unit": unit} if unit else {}))
    made.says("noa", "check_in", on=DAY - timedelta(days=7), about="share", value=70, confidence=6)
    made.says("noa", "check_in", on=DAY, at=CHANGED - timedelta(hours=5), about="share", value=80, confidence=7)
    return made


def change(before: str | None, after: str | None, at: datetime | None = CHANGED, on: date = DAY) -> dict[str, Any]:
    found = {"on": on, "at": at, "key": "unit", "from": before, "to": after, "why": "thousands", "by": "noa"}
    return {key: value for key, value in found.items() if value is not None}


def now(made: Small, today: date = DAY + timedelta(days=1)) -> Standing:
    workspace = made.workspace()
    content = workspace.cycles["t3"]
    ((team, objective, key_result),) = content.key_results()
    return standing(workspace, content, team, objective, key_result, today)


def test_it_has_no_value_in_the_new_unit_yet_and_says_so() -> None:
    found = now(small(change("%", "k")))
    assert (found.value, found.progress, found.status) == (None, None, "no-data")
    assert [reason.code for reason in found.reasons] == ["other-unit"]
    assert found.confidence == 7


def test_what_was_said_in_the_old_unit_was_a_check_in_all_the_same() -> None:
    before, after = now(small()), now(small(change("%", "k")))
    kept = ("seen", "quiet", "stale", "due", "overdue", "periods_done", "periods_kept")
    assert [getattr(after, key) for key in kept] == [getattr(before, key) for key in kept]


def test_what_is_said_after_the_change_counts_also_on_its_day() -> None:
    made = small(change("%", "k"))
    made.says("noa", "check_in", on=DAY, at=CHANGED + timedelta(minutes=1), about="share", value=9)
    found = now(made)
    assert (found.value, found.progress, found.recent_values) == (9, 0.09, (9,))


def test_a_day_that_is_over_is_told_in_the_present_unit_where_it_is_told_now() -> None:
    made = small(change("%", "k"))
    made.says("noa", "check_in", on=DAY - timedelta(days=2), at=CHANGED + timedelta(minutes=1), about="share", value=8)
    assert now(made).value == 8


def test_going_back_to_the_old_unit_brings_its_figures_back() -> None:
    back = CHANGED + timedelta(hours=1)
    assert now(small(change("k", "%", at=back), change("%", "k"), unit="%")).value == 80


def test_a_correction_speaks_in_the_unit_of_what_it_corrects() -> None:
    made = small(change("%", "k"))
    first = made.journals["t3", "2026-w42", "noa"]["check_in"][-1]["id"]
    made.says("noa", "check_in", on=DAY, at=CHANGED + timedelta(hours=1), about="share", value=81, replaces=first)
    assert now(made).value is None


@pytest.mark.parametrize(("on", "value"), [(DAY, 80), (DAY + timedelta(days=1), None)])
def test_where_only_the_day_of_the_change_is_known_that_days_figures_are_in_the_new_unit(
    on: date, value: float | None
) -> None:
    assert now(small(change("%", "k", at=None, on=on)), DAY + timedelta(days=2)).value == value


def test_a_unit_that_only_lost_a_space_is_no_other_unit() -> None:
    assert now(small(change("k ", "k"))).value == 80


def test_figures_of_two_units_are_not_compared_in_the_history() -> None:
    made = small(
        change("%", "k"), {**change("%", "k"), "key": "target", "from": 90, "to": 100, "at": CHANGED - timedelta(1)}
    )
    made.says("noa", "check_in", on=DAY, at=CHANGED + timedelta(minutes=1), about="share", value=9, confidence=7)
    rows = [moved for row in history([made.content()]) for moved in row.change if moved.key in {"value", "target"}]
    assert [(each.before, each.after, each.unit) for each in rows if each.key == "value"] == [
        (None, 9, None), (70, 80, "%"), (None, 70, "%"),
    ]  # fmt: skip
    assert [each.unit for each in rows if each.key == "target"] == ["%"]
    assert any("target 90 → 100 %" in line for line in moved_said(now(made).key_result))


def test_news_of_a_figure_in_the_new_unit_tells_no_way_from_the_old_one() -> None:
    made = small(change("%", "k"))
    made.says("sam", "check_in", on=DAY, at=CHANGED + timedelta(minutes=1), about="share", value=9)
    found = [each for each in news(made.workspace(), "noa", DAY, DAY) if each.kind == "check-in"]
    assert [(each.before, each.after) for each in found] == [(None, 9)]
