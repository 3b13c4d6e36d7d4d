from okr_tui.domain.history import Moved, Row, history, with_parts
from okr_tui.words.changes import changes
from tests.workspaces import Small, day


def small() -> Small:
    made = Small()
    made.objective("product", "o", title="O")
    made.key_result("o", "nps", baseline=20, target=40)
    return made


def rows(made: Small, *about: str) -> tuple[Row, ...]:
    return history([made.content()], about or None)


def test_each_check_in_says_what_it_changed_since_the_one_before() -> None:
    made = small()
    made.says("noa", "check_in", on=day(10), about="nps", value=30, confidence=6)
    made.says("noa", "check_in", on=day(17), about="nps", value=32, confidence=6, note="better")
    made.says("noa", "check_in", on=day(18), about="nps", value=32, blocker="stuck")
    newest, middle, oldest = rows(made)
    assert oldest.change == (Moved("value", None, 30.0), Moved("confidence", None, 6))
    assert middle.change == (Moved("value", 30.0, 32.0),)
    assert (newest.change, newest.note) == ((), "stuck")
    assert changes(middle.change) == "value 30 → 32"
    assert changes(oldest.change) == "value 30, confidence 6"


def test_what_was_taken_back_is_told_and_changes_nothing() -> None:
    made = small()
    made.says("noa", "check_in", on=day(10), about="nps", value=30)
    wrong = made.says("noa", "check_in", on=day(17), about="nps", value=99)
    made.says("noa", "check_in", on=day(17), about="nps", value=33, replaces=wrong["id"])
    made.says("noa", "check_in", on=day(18), about="nps", value=1, withdrawn=True)
    assert [changes(row.change) for row in rows(made)] == ["withdrawn", "value 30 → 33", "corrected since", "value 30"]


def test_changes_after_agreement_words_and_thanks_are_part_of_it() -> None:
    made = small()
    result = made.plan("product")["objective"][0]["key_result"][0]
    result["changed"] = [{"on": day(20), "key": "target", "from": 50, "to": 40, "why": "too far", "by": "noa"}]
    made.says("sam", "comment", on=day(21), about="nps", text="Why?", kind="question")
    made.says("sam", "kudos", on=day(22), to="noa", text="thanks")
    made.says("sam", "answer", on=day(23), request="ask", verdict="accept", text="yes")
    assert [(row.kind, row.by, row.about) for row in rows(made)] == [
        ("answer", "sam", "ask"), ("kudos", "sam", "noa"), ("question", "sam", "nps"), ("change", "noa", "nps"),
    ]  # fmt: skip
    assert rows(made)[3].change == (Moved("target", 50, 40),)
    assert (rows(made)[3].note, rows(made)[0].value) == ("too far", "accept")


def test_an_objective_or_a_team_includes_what_stands_inside() -> None:
    made = small()
    made.objective("company", "c")
    made.key_result("c", "other", baseline=0, target=1)
    made.says("noa", "check_in", on=day(10), about="nps", value=30)
    made.says("noa", "check_in", on=day(10), about="other", value=1)
    content = made.content()
    assert with_parts([content], "o") == {"o", "nps"}
    assert with_parts([content], "product") == {"product", "o", "nps"}
    assert [row.about for row in history([content], with_parts([content], "o"))] == ["nps"]
