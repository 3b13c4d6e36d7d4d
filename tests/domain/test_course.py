from okr_tui.domain.course import course
from okr_tui.domain.standing import Standing, standing
from tests.workspaces import Small, day


def standing_of(small: Small, key_result: str, today: int = 45) -> Standing:
    content = small.content()
    team, objective, found = next(each for each in content.key_results() if each[2].id == key_result)
    return standing(small.workspace(), content, team, objective, found, day(today))


def small(**keys) -> Small:
    made = Small()
    made.objective("product", "grow")
    made.key_result("grow", "nps", **keys)
    return made


def test_what_was_expected_goes_from_the_baseline_through_phased_targets_to_the_target():
    made = small(baseline=10, target=50, phased=[{"on": day(40), "value": 12}])
    found = course(standing_of(made, "nps"))
    assert found.expected == ((day(0), 10), (day(40), 12), (day(100), 50))
    assert found.levels == (50,)


def test_a_figure_that_comes_late_is_expected_late():
    found = course(standing_of(small(baseline=10, target=50, lag=7), "nps"))
    assert found.expected == ((day(7), 10), (day(107), 50))


def test_of_one_day_the_last_figure_is_drawn_and_the_window_widens_for_early_ones():
    made = small(baseline=10, target=50)
    made.says("noa", "check_in", on=day(-5), about="nps", value=9)
    made.says("noa", "check_in", on=day(10), about="nps", value=11)
    made.says("noa", "check_in", on=day(10), about="nps", value=12)
    found = course(standing_of(made, "nps"))
    assert found.values == ((day(-5), 9), (day(10), 12))
    assert (found.start, found.end) == (day(-5), day(100))


def test_a_keep_has_its_band_and_nothing_expected():
    found = course(standing_of(small(kind="keep", low=4, high=6), "nps"))
    assert (found.expected, found.levels) == ((), (4, 6))


def test_yes_or_no_has_nothing_to_draw():
    assert course(standing_of(small(kind="yes-no"), "nps")).empty
