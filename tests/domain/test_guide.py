import ast
import inspect
from datetime import date

import pytest
from msgspec.structs import replace

from okr_tui.domain import guide
from okr_tui.domain.guide import MOST, Step, next_steps
from okr_tui.domain.problem import Problem
from okr_tui.words.guide import line
from tests.workspaces import Small, day


def steps(small: Small, person: str | None = "noa", team: str = "product", today: int = 45) -> tuple[Step, ...]:
    workspace = small.workspace()
    found = next_steps(workspace, person, team, workspace.cycles.get("t3"), day(today))
    assert 1 <= len(found) <= MOST
    assert all(line(step) and "{" not in line(step) for step in found)
    return found


def codes(small: Small, person: str | None = "noa", team: str = "product", today: int = 45) -> list[str]:
    return [step.code for step in steps(small, person, team, today)]


def of_phase(phase: str, *, company: bool = True) -> Small:
    small = Small()
    small.cycle("t3", phase=phase)
    if company:
        small.objective("company", "what-the-company-wants")
    return small


@pytest.mark.parametrize(
    ("phase", "team", "key"), [("make", "company", "o"), ("make", "product", "t"), ("align", "product", "a")]
)
def test_without_company_okrs_the_first_thing_said_is_that(phase: str, team: str, key: str) -> None:
    small = of_phase(phase, company=False)
    if team == "product":
        small.objective("product", "a", status="proposed")
    first = steps(small, "maya", team)[0]
    assert (first.code, first.key, first.about) == ("no-company-okrs", key, "company")
    assert line(first).startswith("Write what Small wants first")
    assert "no-supports" not in codes(small, "maya", team)


def test_where_nothing_is_drafted_and_nobody_else_is_here_the_guide_leads_to_setup() -> None:
    small = of_phase("make", company=False)
    small.people = small.people[:1]
    first = steps(small)[0]
    assert (first.code, first.key) == ("setup-people", "5")
    small.teams = []
    assert codes(small)[:2] == ["setup-people", "setup-teams"]
    small.objective("product", "grow")
    small.teams = [{"id": "product", "name": "Product"}]
    assert "setup-people" not in codes(small)


def test_without_a_cycle_the_first_step_is_one() -> None:
    small = Small()
    small.cycles.clear()
    assert codes(small) == ["no-cycle"]


def test_a_closed_cycle_is_looked_back_at() -> None:
    assert codes(of_phase("closed")) == ["closed"]


def test_make_begins_with_a_first_objective() -> None:
    assert codes(of_phase("make"))[0] == "first-objective"


@pytest.mark.parametrize("phase", ["make", "achieve"])
def test_a_plan_that_cannot_be_read_is_mended_and_not_begun_again(phase: str) -> None:
    workspace = of_phase(phase).workspace()
    problem = Problem("cycles/t3/okrs/product.toml", 3, 1, "error", "not-toml", "It is no TOML.")
    broken = replace(workspace, problems=(problem,))
    found = next_steps(broken, "noa", "product", broken.cycles["t3"], day(45))
    assert (found[0].code, found[0].key, found[0].about) == ("unread-plan", "P", "product")
    assert line(found[0]) == "Mend the plan of Product: it can't be read"
    assert not {each.code for each in found} & {"first-objective", "listen", "template"}
    assert "unread-plan" not in [each.code for each in next_steps(broken, "noa", "company", None, day(45))]


def test_make_names_what_blocks_before_it_proposes() -> None:
    small = of_phase("make")
    for name in "abcd":
        small.objective("product", name, status="draft")
    small.key_result("a", "bare", target=4)
    small.key_result("b", "fine", baseline=1, target=4)
    too_many, no_key_results, no_baseline = steps(small)
    assert (too_many.code, too_many.facts) == ("too-many-objectives", {"n": 4, "most": 3})
    assert (no_key_results.code, no_key_results.about, no_key_results.facts["n"]) == ("no-key-results", "c", 2)
    assert (no_baseline.code, no_baseline.about, no_baseline.key) == ("no-baseline", "bare", "e")


def test_make_proposes_drafts_that_are_complete() -> None:
    small = of_phase("make")
    small.objective("product", "a", status="draft")
    small.key_result("a", "fine", baseline=1, target=4)
    first = steps(small)[0]
    assert (first.code, first.key) == ("propose", "A")


def test_align_answers_first_then_links_upwards() -> None:
    small = of_phase("align")
    small.objective("product", "a", owner="noa", status="proposed")
    small.key_result("a", "k", baseline=1, target=4)
    small.says("maya", "comment", on=day(40), about="a", text="Why?", kind="question")
    assert codes(small) == ["answer", "no-supports", "agree"]


def test_align_asks_no_support_of_the_team_above_all() -> None:
    small = of_phase("align")
    small.objective("company", "a", status="proposed")
    assert "no-supports" not in codes(small, "maya", "company")


def test_achieve_begins_with_the_figures_that_are_due() -> None:
    small = Small()
    small.objective("product", "o")
    for name in ("nps", "answer"):
        small.key_result("o", name, baseline=8, target=3)
    for number, value in ((30, 5.6), (37, 5.9), (44, 6.2)):
        small.says("noa", "check_in", on=day(number), about="answer", value=value)
    first, second, *_rest = steps(small)
    assert (first.code, first.facts["n"], first.about, first.key) == ("check-in", 1, "nps", "c")
    assert (second.code, second.about) == ("slipping", "answer")
    assert line(second) == "“Answer” is slipping: who can help?"


def test_achieve_without_a_person_still_tells_what_the_team_needs() -> None:
    small = Small()
    small.objective("product", "o")
    small.key_result("o", "nps", baseline=8, target=3)
    assert codes(small, None)[0] == "stale"


def test_the_next_cycle_is_opened_when_its_make_begins() -> None:
    small = of_phase("achieve")
    assert "next-cycle" not in codes(small, None, today=45)
    assert codes(small, None, today=80)[0] == "next-cycle"
    small.cycle("t3", phase="achieve", rituals=({"id": "opens", "kind": "next-make-opens", "on": day(45)},))
    assert codes(small, None, today=45)[0] == "next-cycle"
    small.cycle("t1", phase="make", start=day(101), end=day(200))
    assert "next-cycle" not in codes(small, None, today=45)


@pytest.mark.parametrize(
    ("phase", "today", "said"),
    [
        ("make", 45, "Achieve"),
        ("align", 45, "Achieve"),
        ("achieve", 101, "Measure"),
        ("achieve", 45, ""),
        ("make", -20, ""),
    ],
)
def test_where_the_calendar_is_further_than_the_phase_somebody_moves_it(phase: str, today: int, said: str) -> None:
    small = of_phase(phase)
    told = [line(step) for step in steps(small, None, "company", today) if step.code == "move-phase"]
    assert told == ([f"By the calendar T3 is in {said} now: move the phase"] if said else [])


def test_measure_grades_then_decides() -> None:
    small = of_phase("measure")
    small.objective("product", "o")
    small.key_result("o", "nps", baseline=8, target=3)
    small.says("noa", "check_in", on=day(99), about="nps", value=4)
    assert codes(small, today=101) == ["grade", "decide", "retrospective"]
    small.review(
        "product", grade=[{"about": "nps", "self": 0.8}], decision=[{"about": "o", "verdict": "close", "reason": "x"}]
    )
    assert codes(small, today=101) == ["retrospective", "close"]


@pytest.mark.parametrize("phase", ["make", "align", "achieve", "measure"])
def test_every_phase_always_has_a_step_even_for_an_empty_team(phase: str) -> None:
    assert codes(of_phase(phase), None, "nowhere")


def test_every_step_of_the_domain_has_its_words() -> None:
    calls = [
        node
        for node in ast.walk(ast.parse(inspect.getsource(guide)))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Step", "_several"}
    ]
    given = {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}
    assert len(given) > 15
    for code in given:
        assert line(Step(str(code), {"n": 2, "most": 3, "title": "T", "name": "T3"}, "c"))


def test_a_month_before_the_next_cycle_what_hurts_is_collected_and_not_once_it_is() -> None:
    small = Small()
    small.cycle("t1", start=date(2026, 12, 11), end=date(2027, 3, 20), phase="make")
    small.objective("product", "o")
    small.key_result("o", "nps", owner="sam", baseline=8, target=3)
    small.says("sam", "check_in", on=day(66), about="nps", value=6)
    assert "listen-next" not in codes(small, today=65)
    (step,) = (each for each in steps(small, today=67) if each.code == "listen-next")
    assert (step.facts["n"], step.key) == (34, "1")
    small.says("sam", "pain_point", on=day(66), cycle="t1", team="product", text="Exports break")
    assert "listen-next" not in codes(small, today=67)


def test_what_the_coach_asks_about_comes_before_the_question_whether_it_is_enough() -> None:
    small = of_phase("make")
    small.objective("product", "o", title="New teams find their feet without help", status="proposed")
    small.key_result("o", "ship", title="Ship the wizard", baseline=0, target=1)
    (step,) = (each for each in steps(small) if each.code == "coach")
    assert (step.about, step.key, step.facts["title"]) == ("ship", "tab", "Ship the wizard")
    left = [{"about": "ship", "code": code, "by": "noa"} for code in ("kr-task", "kr-no-metric")]
    small.plan("product")["dismissed"] = left
    assert "coach" not in codes(small)
