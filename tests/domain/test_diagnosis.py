import pytest

from okr_tui.domain.diagnosis import Diagnosis, band, diagnose, success
from okr_tui.domain.maturity import maturity, maturity_over_cycles
from okr_tui.domain.review import Review
from okr_tui.domain.rollup import team_standing
from okr_tui.domain.settings import Policy
from okr_tui.store.validate import table_of
from tests.workspaces import Small, day

POLICY = Policy()


@pytest.mark.parametrize(
    ("score", "expected"),
    [(0.0, "red"), (0.39, "red"), (0.4, "yellow"), (0.69, "yellow"), (0.7, "green"), (1, "green")],
)
def test_an_aspirational_score_is_green_from_seven_tenths_and_yellow_from_four(score: float, expected: str):
    assert band(score, "aspirational", POLICY) == expected


def test_a_band_goes_by_the_two_decimals_that_a_person_reads():
    assert band(0.398, "aspirational", POLICY) == "yellow"
    assert band(0.394, "aspirational", POLICY) == "red"


def test_a_committed_score_is_green_when_whole_and_red_otherwise():
    assert [band(score, "committed", POLICY) for score in (1.0, 0.999, 0.7, 0.0)] == ["green", "red", "red", "red"]
    assert (success("committed", POLICY), success("aspirational", POLICY)) == (1.0, 0.7)


def test_bands_go_by_the_policy_of_the_workspace():
    strict = Policy(green=0.8, yellow=0.6)
    assert [band(score, "aspirational", strict) for score in (0.8, 0.7, 0.5)] == ["green", "yellow", "red"]


def told(
    values: dict[int, float], *, confidence: int = 5, ambition: str = "aspirational", over: bool = True
) -> Diagnosis:
    """The diagnosis of one key result from 0 to 100 with these values by day, looked at on the last day."""
    small = Small()
    small.objective("product", "grow", ambition=ambition)
    small.key_result("grow", "sign-ups", baseline=0, target=100)
    for number, value in values.items():
        small.says("noa", "check_in", on=day(number), about="sign-ups", value=value, confidence=confidence)
    workspace = small.workspace()
    team = team_standing(workspace, workspace.cycles["t3"], "product", day(100))
    return diagnose(team, POLICY, over=over)


WEEKLY = tuple(range(3, 100, 7))


def test_a_good_rhythm_and_a_low_score_ask_for_another_strategy():
    found = told(dict.fromkeys(WEEKLY, 30))
    assert found.verdict == "strategy"
    assert (found.rhythm, found.score) == (1.0, 0.3)
    assert [item.key_result.id for item in found.missed] == ["sign-ups"]


def test_a_poor_rhythm_comes_first_whatever_the_score():
    assert told({99: 30}).verdict == told({99: 95}).verdict == told({99: 95}, over=False).verdict == "rhythm"


def test_a_running_cycle_is_not_blamed_for_scores_that_are_not_final():
    assert told(dict.fromkeys(WEEKLY, 30), over=False).verdict == "running"


def test_a_success_is_said():
    found = told(dict.fromkeys(WEEKLY, 75))
    assert found.verdict == "landed"
    assert found.missed == ()


def test_reaching_everything_one_was_sure_of_asks_whether_it_was_ambitious():
    assert told(dict.fromkeys(WEEKLY, 100), confidence=8).verdict == "not-ambitious"
    assert told(dict.fromkeys(WEEKLY, 100), confidence=7).verdict == "landed"
    assert told(dict.fromkeys(WEEKLY, 100), confidence=10, ambition="committed").verdict == "landed"


def test_without_scores_nothing_is_told():
    workspace = Small().workspace()
    found = diagnose(team_standing(workspace, workspace.cycles["t3"], "product", day(100)), POLICY, over=True)
    assert found.verdict == "unknown"


def tally(about: str, counts: object, **keys: object) -> dict[str, object]:
    return {"id": f"{about}-{keys.get('round', 1)}", "ritual": "survey", "about": about, "counts": counts, **keys}


def review(*tallies: dict[str, object]) -> Review:
    return table_of(Review, {"format": 1, "team": "product", "tally": list(tallies)})


def test_a_phase_is_the_mean_of_its_answers_with_the_range_they_lie_in():
    found = maturity(review(tally("make-1", {"3": 2, "5": 2}), tally("make-2", {"2": 4}), tally("align-1", {"4": 5})))
    assert found is not None
    make = found.phases["make"]
    assert (make.mean, make.low, make.high, make.people) == (3.0, 2, 5, 8)
    assert set(found.phases) == {"make", "align"}
    assert found.mean == 3.5
    assert found.people == 5
    assert found.lowest[0] == "make-2"
    assert found.most_apart == "make"


def test_nothing_is_told_under_four_answers():
    assert maturity(review(tally("make-1", {"3": 3}))) is None
    assert maturity(review(tally("make-1", {"3": 0, "9": 4, "x": 4}))) is None
    found = maturity(review(tally("make-1", {"3": 4}), tally("make-2", {"1": 3})))
    assert found is not None
    assert list(found.statements) == ["make-1"]


def test_a_list_of_counts_begins_at_one_and_the_last_round_counts():
    found = maturity(review(tally("make-1", [4, 0, 0, 0, 0]), tally("make-1", [0, 0, 0, 0, 4], round=2)))
    assert found is not None
    assert found.phases["make"].mean == 5


def test_votes_that_are_no_statement_are_no_survey():
    assert maturity(review(tally("sign-ups", {"3": 5}))) is None
    assert maturity(None) is None


def test_surveys_are_told_over_cycles_oldest_first_and_none_of_later_ones():
    small = Small()
    for number, cycle in enumerate(("t1", "t2", "t4")):
        shift = -300 + 100 * number if cycle != "t4" else 200
        small.cycle(cycle, start=day(shift), end=day(shift + 90), phase="closed")
        small.review("product", cycle, tally=[tally("make-1", {str(number + 1): 4})])
    workspace = small.workspace()
    found = maturity_over_cycles(workspace, "product", workspace.cycles["t3"])
    assert [(each.cycle.id, each.maturity.mean) for each in found] == [("t1", 1.0), ("t2", 2.0)]
