"""Each alert of alignment: what raises it, and what does not."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from okr_tui.domain.alerts.alert import CODES
from okr_tui.domain.alignment import RULES, Alignment, alignment
from okr_tui.domain.matrix import matrix
from okr_tui.domain.problem import Problem
from okr_tui.domain.tree import tree
from okr_tui.domain.waits import unmet
from okr_tui.words.links import link_words
from tests.workspaces import END, START, Small, day


class Aligned(Small):
    """A company with an objective and two teams below it that support it: nothing to say about it."""

    def __init__(self) -> None:
        super().__init__()
        self.teams.append({"id": "growth", "name": "Growth", "parent": "company", "lead": "maya"})
        self.objective("company", "grow", title="Small teams find us")
        self.key_result("grow", "paying", title="Paying teams", baseline=10, target=20)
        self.objective("product", "stay", title="Whoever tries it stays", supports=["paying"])
        self.key_result("stay", "week-two", title="Back in week two", unit="%", baseline=20, target=40)
        self.objective("growth", "come", title="Trials come by word of mouth", supports=["grow"])
        self.key_result("come", "invited", title="Invited by a friend", unit="%", baseline=5, target=30)

    def find(self, identity: str) -> dict:
        return next(each for plan in self.plans.values() for each in plan["objective"] if each["id"] == identity)

    def request(
        self, identity: str, team: str, from_: str, to: str, *, asked: int = 40, kind: str = "depend", **keys
    ) -> None:
        at = date_time(day(asked))
        table = {"id": identity, "at": at, "kind": kind, "from": from_, "to": to, "need": f"{identity} please", **keys}
        self.plan(team).setdefault("request", []).append(table)

    def aligned(self, today: int = 45) -> Alignment:
        workspace = self.workspace()
        return alignment(workspace, workspace.cycles["t3"], day(today))

    def codes(self, today: int = 45) -> list[str]:
        return [each.code for each in self.aligned(today).alerts]


def date_time(on: date):
    from datetime import datetime

    from tests.workspaces import PARIS

    return datetime(on.year, on.month, on.day, 9, tzinfo=PARIS)


def test_plans_that_fit_together_raise_nothing_and_are_healthy():
    found = Aligned().aligned()
    assert found.alerts == ()
    assert found.health.share == 1
    assert found.health.healthy == 3


def test_every_code_has_a_rule():
    assert set(RULES) == set(CODES)


def test_without_company_okrs_that_comes_first_and_takes_the_orphans_with_it():
    small = Aligned()
    small.plans[("t3", "company")]["objective"].clear()
    del small.find("stay")["supports"]
    del small.find("come")["supports"]
    found = small.aligned()
    assert found.alerts[0].code == "no-company-okrs"
    assert (found.alerts[0].about, found.alerts[0].severity) == (("company",), "error")
    assert not {"orphan", "silo"} & {each.code for each in found.alerts}
    assert found.health.share == 0


def test_objectives_of_the_year_are_company_okrs_too():
    small = Aligned()
    small.plans[("t3", "company")]["objective"].clear()
    small.cycle("year", kind="annual", start=date(2026, 1, 1), end=date(2026, 12, 31))
    small.cycles["t3"]["cycle"]["parent"] = "year"
    small.objective("company", "the-year", "year")
    small.find("stay")["supports"] = ["the-year"]
    small.find("come")["supports"] = ["the-year"]
    assert small.codes() == []


@pytest.mark.parametrize(
    ("keys", "raised"),
    [
        ({"supports": []}, "none"), ({"supports": ["vision"]}, "vision"), ({"supports": ["nowhere"]}, "dangling"),
        ({"supports": ["vision"], "why": "so that the vision comes true"}, None), ({"supports": ["grow"]}, None),
    ],
)  # fmt: skip
def test_an_orphan_supports_nothing_unless_it_says_why_it_answers_the_vision(keys, raised):
    small = Aligned()
    small.find("stay").update(keys)
    small.find("come")["supports"] = ["grow", "paying"]
    found = [each for each in small.aligned().alerts if each.code == "orphan"]
    assert [each.facts["reason"] for each in found] == ([raised] if raised else [])


def test_a_key_result_may_declare_the_link():
    small = Aligned()
    del small.find("stay")["supports"]
    small.find("stay")["key_result"][0]["supports"] = ["paying"]
    assert small.codes() == []


def test_objectives_that_only_support_each_other_are_orphans():
    small = Aligned()
    small.find("stay")["supports"] = ["come"]
    small.find("come")["supports"] = ["stay"]
    found = [each for each in small.aligned().alerts if each.code == "orphan"]
    assert [(each.about, each.facts["reason"]) for each in found] == [(("stay",), "circle"), (("come",), "circle")]


@pytest.mark.parametrize("stage", ["pilot", "not-yet"])
def test_teams_that_are_not_in_are_not_blamed(stage):
    small = Aligned()
    small.teams[1]["stage"] = stage
    del small.find("stay")["supports"]
    assert not {"orphan", "silo", "owner-missing"} & set(small.codes())


def test_a_team_without_any_link_is_a_silo_until_something_is_asked():
    small = Aligned()
    del small.find("stay")["supports"]
    assert "silo" in small.codes()
    small.request("data", "growth", "come", "product")
    assert "silo" not in small.codes()


def test_a_company_objective_to_which_nobody_contributes_is_uncovered_with_its_key_results():
    small = Aligned()
    small.objective("company", "alone", title="We hire well")
    small.key_result("alone", "offers", title="Offers accepted", baseline=1, target=9)
    found = [each for each in small.aligned().alerts if each.code == "uncovered"]
    assert [(each.about, each.severity) for each in found] == [(("alone", "offers"), "warn")]


def test_a_key_result_nobody_names_is_a_hint_where_the_whole_is_supported():
    small = Aligned()
    small.key_result("grow", "press", title="Articles in the press", baseline=1, target=9)
    found = [each for each in small.aligned().alerts if each.code == "uncovered"]
    assert [(each.about, each.severity) for each in found] == [(("press",), "hint")]


def test_a_contribution_to_the_whole_covers_the_key_results_that_it_speaks_of():
    small = Aligned()
    small.key_result("grow", "friends", title="Friends who were invited", baseline=1, target=9)
    assert small.codes() == []


def test_what_says_the_same_in_two_teams_is_a_duplicate_until_one_supports_the_other():
    small = Aligned()
    small.find("stay")["title"] = "Reduce the churn of new customers"
    small.find("come")["title"] = "Lower new customers' churn"
    (found,) = (each for each in small.aligned().alerts if each.code == "duplicate")
    assert found.about == ("stay", "come")
    assert found.facts["alike"] >= 80
    small.find("come")["supports"] = ["stay", "grow"]
    assert "duplicate" not in small.codes()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reduce the churn of new customers", "Increase the number of new customers"),
        ("Complete the onboarding", "Complete the audit"),
        ("Build a team we are proud of", "Build a product that customers love"),
    ],
)
def test_what_only_begins_alike_or_wants_the_opposite_is_no_duplicate(one, other):
    small = Aligned()
    small.find("stay")["title"], small.find("come")["title"] = one, other
    assert "duplicate" not in small.codes()


def test_one_team_may_say_a_thing_twice():
    small = Aligned()
    small.objective("product", "again", title="Whoever tries it stays", supports=["grow"])
    assert "duplicate" not in small.codes()


def test_several_that_say_the_same_are_one_alert():
    small = Aligned()
    small.teams.append({"id": "care", "name": "Care", "parent": "company", "lead": "maya"})
    small.objective("care", "third", title="Customers get an answer at once", supports=["grow"])
    small.find("stay")["title"] = small.find("come")["title"] = "Customers get an answer at once"
    (found,) = (each for each in small.aligned().alerts if each.code == "duplicate")
    assert set(found.about) == {"stay", "come", "third"}


def test_how_alike_is_too_alike_is_a_policy():
    small = Aligned()
    small.settings["policy"] = {"similar": 99}
    small.find("stay")["title"] = "Customers get an answer before they lose patience"
    small.find("come")["title"] = "Teams get an answer before they lose patience"
    assert "duplicate" not in small.codes()
    small.settings["policy"] = {"similar": 80}
    assert "duplicate" in small.codes()


@pytest.mark.parametrize(
    ("keys", "raised"),
    [
        ({"title": "Mails to a new user", "unit": "/wk", "baseline": 9, "target": 4}, True),
        ({"title": "Number of mails to new users", "unit": "/wk", "baseline": 9, "target": 4}, True),
        ({"title": "Fewer mails to a new user", "unit": "/wk"}, True),
        ({"title": "Mails to a new user", "unit": "/wk", "baseline": 2, "target": 4}, False),
        ({"title": "Mails to a new user", "unit": "%", "baseline": 9, "target": 4}, False),
        ({"title": "Calls to an old partner", "unit": "/wk", "baseline": 9, "target": 4}, False),
        ({"title": "Mails to a new user", "unit": "/wk", "kind": "keep", "low": 1, "high": 3}, False),
    ],
)
def test_one_metric_pulled_in_opposite_directions_is_a_contradiction(keys, raised):
    small = Aligned()
    small.key_result("stay", "mails", title="Mails to a new user", unit="/wk", baseline=4, target=8)
    small.key_result("come", "other", **keys)
    found = [each for each in small.aligned().alerts if each.code == "contradiction"]
    assert [each.about for each in found] == ([("mails", "other")] if raised else [])


@pytest.mark.parametrize("length", [2, 3, 5])
def test_a_circle_of_waiting_of_any_length_is_found_once(length):
    small = Aligned()
    names = [f"team{n}" for n in range(length)]
    for name in names:
        small.teams.append({"id": name, "name": name, "parent": "company", "lead": "maya"})
        small.objective(name, f"goal-{name}", supports=["grow"])
    for name, after in zip(names, [*names[1:], names[0]], strict=True):
        small.request(f"need-{name}", name, f"goal-{name}", after)
    (found,) = (each for each in small.aligned(41).alerts if each.code == "circular-wait")
    assert sorted(found.about) == sorted(f"need-{name}" for name in names)
    small.says("maya", "answer", on=day(41), request="need-team0", verdict="decline", text="no")
    assert "circular-wait" not in small.codes(41)


def test_who_waits_for_another_objective_than_the_one_that_waits_is_in_no_circle():
    small = Aligned()
    small.objective("growth", "other", supports=["grow"])
    small.request("one", "product", "stay", "come")
    small.request("two", "growth", "other", "stay")
    assert "circular-wait" not in small.codes(41)


def test_a_request_is_an_alert_after_seven_days_and_when_its_day_has_come():
    small = Aligned()
    small.request("data", "product", "stay", "growth", by=day(60))
    assert "request-unanswered" not in small.codes(46)
    assert "request-unanswered" in small.codes(47)
    small.settings["policy"] = {"request_days": 30}
    assert "request-unanswered" not in small.codes(47)
    assert "request-unanswered" in small.codes(60)


def test_after_a_counter_proposal_it_is_the_turn_of_who_asked_and_the_newest_word_counts():
    small = Aligned()
    small.request("data", "product", "stay", "growth", by=day(60))
    small.says("maya", "answer", on=day(42), request="data", verdict="challenge", text="later", by=day(70))
    (wait,) = small.aligned().waits
    assert (wait.turn, wait.by, wait.asked.open) == ("product", day(70), True)
    (late,) = (each for each in small.aligned(50).alerts if each.code == "request-unanswered")
    assert late.facts["turn"] == "product"
    small.says("sam", "answer", on=day(51), request="data", verdict="challenge", text="sooner", by=day(65))
    assert small.aligned(52).waits[0].turn == "growth"
    small.says("maya", "answer", on=day(52), request="data", verdict="accept", by=day(65))
    assert small.aligned(53).waits[0].turn == ""
    assert small.codes(90) == []


def test_what_was_declined_stays_an_alert_of_who_asked():
    small = Aligned()
    small.request("data", "product", "stay", "growth")
    small.says("maya", "answer", on=day(42), request="data", verdict="decline", text="no room")
    (found,) = small.aligned().alerts
    assert (found.code, found.team, found.objectives) == ("request-declined", "product", ("stay",))


def test_what_is_asked_and_near_its_day_is_shown_on_both_sides():
    small = Aligned()
    small.request("data", "product", "stay", "growth", by=day(60))
    small.request("far", "product", "stay", "growth", by=day(90))
    workspace = small.workspace()
    for team in ("product", "growth"):
        assert [each.asked.request.id for each in unmet(workspace, workspace.cycles["t3"], team, day(50))] == ["data"]
    assert unmet(workspace, workspace.cycles["t3"], "company", day(50)) == ()


@pytest.mark.parametrize(
    ("owner", "lead", "raised"),
    [("noa", "sam", False), (None, "sam", False), (None, None, True), ("gone", "sam", True), ("left", "sam", True)],
)
def test_an_owner_is_missing_where_nobody_owes(owner, lead, raised):
    small = Aligned()
    small.people.append({"id": "left", "name": "Left", "left": day(10)})
    small.teams[1]["lead"] = lead
    if lead is None:
        del small.teams[1]["lead"]
    small.find("stay").update({"owner": owner} if owner else {})
    assert ("owner-missing" in small.codes()) is raised


def test_a_role_owns_and_without_a_holder_it_is_pointed_out():
    small = Aligned()
    small.teams[1]["role"] = [{"id": "care-role", "title": "Care", "holders": []}]
    (found,) = small.aligned().alerts
    assert (found.code, found.severity, found.objectives) == ("role-without-holder", "hint", ())
    small.find("stay")["owner"] = "care-role"
    (found,) = small.aligned().alerts
    assert (found.code, found.severity, found.objectives) == ("role-without-holder", "warn", ("stay",))
    small.teams[1]["role"][0]["holders"] = ["noa"]
    assert small.codes() == []


def test_an_owner_can_carry_as_many_key_results_as_the_policy_says():
    small = Aligned()
    for number in range(2):
        small.key_result("stay", f"extra{number}", title=f"Thing {number} of ours", baseline=0, target=1)
    assert "owner-overloaded" not in small.codes()
    small.key_result("come", "one-more", title="A sixth", baseline=0, target=1)
    (found,) = (each for each in small.aligned().alerts if each.code == "owner-overloaded")
    assert (found.about, found.facts["n"], found.objectives) == (("noa",), 6, ())


def test_a_level_is_skipped_where_the_team_between_has_an_objective_on_the_way():
    small = Aligned()
    small.teams.append({"id": "design", "name": "Design", "parent": "product", "lead": "sam"})
    small.objective("design", "look", title="It looks finished", supports=["grow"])
    (found,) = small.aligned().alerts
    assert (found.code, found.about, found.facts["over"]) == ("level-skipped", ("look",), ("product",))
    small.find("look")["supports"] = ["grow", "stay"]
    assert small.codes() == []
    small.find("look")["supports"] = ["grow"]
    small.find("stay")["supports"], small.find("stay")["why"] = ["vision"], "so that it comes true"
    small.find("come")["supports"] = ["grow", "paying"]
    assert small.codes() == []


def test_days_outside_the_cycle_are_pointed_out():
    small = Aligned()
    small.find("stay")["end"] = END + timedelta(days=1)
    (found,) = small.aligned().alerts
    assert (found.code, found.about) == ("outside-cycle", ("stay",))
    small.find("stay")["end"] = END
    small.find("stay")["start"] = START
    assert small.codes() == []


def test_what_was_dismissed_is_left_out_until_somebody_rewords_it():
    small = Aligned()
    del small.find("stay")["supports"]
    alert = next(each for each in small.aligned().alerts if each.code == "orphan")
    table = {"about": "stay", "code": "orphan", "why": "on purpose", "by": "noa", "digest": alert.digest}
    small.plan("product")["dismissed"] = [table]
    found = small.aligned()
    assert "orphan" not in [each.code for each in found.alerts]
    (let,) = found.dismissed
    assert (let.alert.about, let.dismissed.why, let.dismissed.by) == (("stay",), "on purpose", "noa")
    small.find("stay")["title"] = "Something else"
    assert "orphan" in small.codes()


def test_a_dismissal_written_by_hand_needs_no_digest():
    small = Aligned()
    del small.find("stay")["supports"]
    small.plan("product")["dismissed"] = [{"about": "stay", "code": "orphan", "by": "noa"}]
    assert "orphan" not in small.codes()


def test_health_names_the_causes_of_each_objective():
    small = Aligned()
    del small.find("stay")["supports"]
    health = small.aligned().health
    assert health.healthy == 1
    assert {each: [alert.code for alert in alerts] for each, alerts in health.causes.items()} == {
        "stay": ["orphan", "silo"], "grow": ["uncovered"],
    }  # fmt: skip
    assert small.aligned().health_of("growth").share == 1


def test_nobody_to_align_with_is_no_alert():
    small = Small()
    small.teams = [small.teams[1] | {"parent": None}]
    del small.teams[0]["parent"]
    small.objective("product", "stay")
    workspace = small.workspace()
    assert alignment(workspace, workspace.cycles["t3"], day(45)).alerts == ()


def test_a_matrix_shows_who_contributes_where_and_what_stays_empty():
    small = Aligned()
    small.key_result("grow", "press", title="Articles in the press", baseline=1, target=9)
    small.teams.append({"id": "care", "name": "Care", "parent": "company", "lead": "maya"})
    found = matrix(small.aligned().seen)
    assert found.teams == ("product", "growth", "care")
    rows = {each.place.table.id: each for each in found.rows}
    assert rows["grow"].cells == {"growth": ("come",)}
    assert rows["paying"].cells == {"product": ("stay",)}
    assert (rows["press"].cells, rows["press"].whole, rows["press"].empty) == ({}, frozenset({"growth"}), False)
    assert found.empty_teams == {"care"}


@pytest.mark.parametrize("stage", ["pilot", "not-yet"])
def test_a_team_that_is_not_in_is_shown_and_not_blamed(stage):
    small = Aligned()
    small.teams.append({"id": "care", "name": "Care", "parent": "company", "lead": "maya", "stage": stage})
    small.objective("care", "answer", title="Customers come back to the app", start=day(400))
    small.request("event", "product", "stay", "care", asked=1)
    found = small.aligned()
    assert [alert.code for alert in found.alerts if "answer" in alert.about or alert.facts.get("to") == "care"] == []
    across = matrix(found.seen)
    assert "care" in across.teams
    assert across.empty_teams == frozenset()
    node = next(node for node in tree(small.workspace(), small.content(), day(45)).loose if node.key == "answer")
    assert link_words(node, small.workspace().stage_of("care")).tone == "quiet"


def test_a_matrix_has_the_teams_right_below_its_parent_and_excuses_those_that_lead_there_over_others():
    small = Aligned()
    small.teams.append({"id": "mobile", "name": "Mobile", "parent": "product", "lead": "maya"})
    small.objective("mobile", "phone", supports=["stay"])
    found = matrix(small.aligned().seen)
    assert "mobile" not in found.teams, "what it wants is for Product to see"
    assert "mobile" in matrix(small.aligned().seen, "product").teams
    small.teams[-1]["parent"] = "company"
    found = matrix(small.aligned().seen)
    assert "mobile" in found.teams
    assert "mobile" not in found.empty_teams, "it leads to Grow over Stay"


def test_links_are_told_with_their_kind_and_state():
    small = Aligned()
    small.request("data", "product", "stay", "growth")
    small.says("maya", "comment", on=day(41), about="come", text="really?", kind="challenge")
    told = {(each.source, each.target): (each.kind, each.state) for each in small.aligned().links()}
    assert told == {
        ("stay", "paying"): ("supports", "stands"), ("come", "grow"): ("supports", "challenged"),
        ("stay", "growth"): ("depend", "asked"),
    }  # fmt: skip


def test_while_a_plan_cannot_be_read_nobody_is_said_to_contribute_nothing() -> None:
    small = Aligned()
    for plan in ("product", "growth"):
        small.plans.pop(("t3", plan))
    small.objective("growth", "else", title="Something else", why="It pays the rent", supports=["vision"])
    assert "uncovered" in small.codes()
    workspace = small.workspace()
    broken = Problem("cycles/t3/okrs/product.toml", 1, 1, "error", "unparsable", "no TOML")
    partly = replace(workspace, problems=(broken,))
    found = alignment(partly, partly.cycles["t3"], day(45))
    assert not {"uncovered", "silo"} & {each.code for each in found.alerts}
    (company,) = tree(partly, partly.cycles["t3"], day(45)).company
    assert link_words(company).words == "not in what was read"
    assert "product" not in matrix(found.seen).empty_teams
    elsewhere = replace(workspace, problems=(broken._replace(file="cycles/t2/okrs/product.toml"),))
    assert "uncovered" in {each.code for each in alignment(elsewhere, elsewhere.cycles["t3"], day(45)).alerts}
