"""Every step of every ritual has its minutes and its words, in both languages."""

import pytest

from okr_tui.domain.agenda import AGENDAS, agenda
from okr_tui.domain.rituals import MINUTES
from okr_tui.words.agenda import step_words
from okr_tui.words.method import section


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_words_are_those_of_the_steps_no_more_and_no_less(lang: str) -> None:
    told = {(kind, code) for kind, steps in section("ritual", lang).items() for code in steps}
    assert told == {(kind, step.code) for kind, steps in AGENDAS.items() for step in steps}
    for kind, code in told:
        title, prompt = step_words(kind, code, lang)
        assert 0 < len(title) <= 40
        assert 0 < len(prompt) <= 110


def test_the_minutes_are_those_of_the_method() -> None:
    assert MINUTES["weekly-check-in"] == 27
    assert MINUTES["team-drafting"] == 200
    assert MINUTES["review-retrospective"] == 100
    assert [step.minutes for step in AGENDAS["alignment"]] == [10, 30, 30, 10]


def test_in_its_first_two_cycles_a_team_gives_the_method_more_time() -> None:
    early = {step.code: step.minutes for step in agenda("review-retrospective", cycles_before=1)}
    later = {step.code: step.minutes for step in agenda("review-retrospective", cycles_before=2)}
    assert (early["scores"], early["decisions"], early["method"]) == (10, 15, 40)
    assert (later["scores"], later["decisions"], later["method"]) == (20, 20, 20)


def test_a_ritual_of_somebody_elses_making_is_shown_as_it_is() -> None:
    assert agenda("tea-at-four") == ()
    assert step_words("tea-at-four", "pour-it", "en") == ("Pour it", "")
