"""The guide's steps name a key that starts them where one is: the same key may do something else in another place."""

from okr_tui.domain.guide import Step
from okr_tui.ui.guiding import step_key

KEYS = set("0123456acopswANT") | {"enter"}


def test_a_step_of_the_phase_whose_place_is_looked_at_keeps_its_key():
    assert step_key(Step("no-supports", {"n": 1}, "s"), "align", "align", KEYS) == "s"


def test_elsewhere_it_names_the_place_where_its_key_does_that():
    for place in ("home", "make", "align", "measure"):
        assert step_key(Step("slipping", {"n": 1}, "w"), "achieve", place, KEYS) == "3"
    assert step_key(Step("decide", {"n": 1}, "enter"), "measure", "align", KEYS) == "4"
    assert step_key(Step("first-objective", {}, "o"), "make", "align", KEYS) == "1"


def test_what_a_person_owes_waits_on_home():
    assert step_key(Step("answer", {"n": 1}, "enter"), "achieve", "measure", KEYS) == "0"
    assert step_key(Step("check-in", {"n": 1}, "c"), "achieve", "align", KEYS) == "0"
    assert step_key(Step("answer", {"n": 1}, "enter"), "align", "align", KEYS) == "enter", "Align asks for it too"


def test_what_is_done_anywhere_keeps_its_key_anywhere():
    assert step_key(Step("next-cycle", {}, "N"), "achieve", "align", KEYS) == "N"
    assert step_key(Step("setup-people", {}, "5"), "make", "align", KEYS) == "5"


def test_where_no_key_starts_it_none_is_named():
    assert step_key(Step("close", {}, "4"), "measure", "measure", KEYS - {"4"}) == ""
    assert step_key(Step("move-phase", {}, "M"), "achieve", "align", KEYS) == ""
