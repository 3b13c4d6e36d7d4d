"""What is asked about once before a check-in is saved, and what is nobody's business."""

import pytest

from okr_tui.domain.suspicion import Scale, divided, goes_below, scale_of, suspicions
from okr_tui.words.suspicion import suspicion_said
from tests.domain.test_numbers import BAND, UP, small, stands

NPS = Scale("metric", "%", 34, 20, 40)
HOURS = Scale("metric", "h", 6, 8, 3)
ERRORS = Scale("metric", "%", 4.1, 4.1, 0.4)
KEEP = Scale("keep", "h", 5, None, None, 4, 6)
KPI = Scale("kpi", None, 100, low=90)
ACCOUNTS = Scale("metric", "€", -50, -60, -20)


@pytest.mark.parametrize(
    ("scale", "value", "code"),
    [
        (NPS, 37, None),
        (NPS, 340, "share"),  # before ten times: 340 % of a share says more
        (NPS, 3.4, "tenth"),
        (NPS, 0, None),  # below the start by as much as the way: (0 - 20) / 20 = -1
        (NPS, -5, "sign"),
        (Scale("metric", None, 20, 20, 40), 81, "beyond-target"),  # (81 - 20) / 20 = 3.05
        (HOURS, 60, "ten-times"),
        (HOURS, 13.5, "below-start"),  # (13.5 - 8) / -5 = -1.1
        (HOURS, 12.5, None),  # -0.9
        (ERRORS, 0.4, None),  # a tenth, but on its way to the target
        (KEEP, 7.9, None),  # outside by less than the band is wide
        (KEEP, 8.1, "outside-band"),
        (KPI, 40, "outside-band"),  # 50 below an edge of 90: more than half of it
        (KPI, 50, None),
        (ACCOUNTS, 50, "sign"),
        (ACCOUNTS, -40, None),
        (Scale("metric"), 123456, None),  # nothing is known that it could be compared with
        (Scale("yes-no", None, 0), 1, None),
    ],
)
def test_a_figure_that_does_not_go_with_the_rest_is_asked_about(scale: Scale, value: float, code: str | None) -> None:
    assert [each.code for each in suspicions(scale, value)] == ([code] if code else [])


@pytest.mark.parametrize(
    ("confidence", "status", "code"),
    [(0, "on-track", "sure-of-nothing"), (0, "done", "sure-of-nothing"), (0, "off-track", None), (1, "on-track", None),
     (9, "off-track", "sure-and-off"), (8, "off-track", None), (9, "done", "done-before")],
)  # fmt: skip
def test_words_that_contradict_each_other_are_asked_about(confidence: int, status: str, code: str | None) -> None:
    assert [each.code for each in suspicions(NPS, None, confidence, status)] == ([code] if code else [])


def test_done_at_the_target_is_done() -> None:
    assert suspicions(HOURS, 3, 9, "done") == ()
    assert suspicions(HOURS, 2.5, 9, "done") == ()


def test_a_sentence_says_what_is_odd_with_the_figures() -> None:
    (odd,) = suspicions(HOURS, 60)
    assert suspicion_said(odd, "h") == "60 h is ten times the last value, 6 h, or more."
    (word,) = suspicions(NPS, 37, 0, "on-track")
    assert suspicion_said(word, "%") == "Confidence 0 and “on track” do not go together."


def test_the_scale_of_a_key_result_is_its_figures_and_its_band() -> None:
    assert scale_of(stands(small({**UP, "unit": "%"}, [(10, 22)]), 45)) == Scale("metric", "%", 22, 20, 40)
    assert scale_of(stands(small(BAND, [(10, 5)]), 45)) == Scale("keep", None, 5, None, None, 4, 6)


def _plain(text: str) -> float | None:
    return float(text) if text.replace(".", "").isdigit() else None


@pytest.mark.parametrize(
    ("text", "value", "meant"),
    [
        ("31/7", 31 / 7, True),
        ("=35 / 10", 3.5, True),
        ("340/10", 34.0, False),  # what it comes to is the last figure
        ("120/4", 30.0, False),  # nearer to 34 than 120 is
        ("31/70", 31 / 70, False),  # no confidence
        ("(30+1)/7", 31 / 7, False),
    ],
)
def test_a_sum_that_may_have_been_meant_as_value_and_confidence_is_asked_about(text: str, value: float, meant: bool):
    found = divided(NPS, text, value, _plain)
    assert (found is not None) is meant
    if found is not None:
        assert found.facts["whole"] == _plain(text.lstrip("=").split("/")[0].strip())
        assert text in suspicion_said(found, "%")


@pytest.mark.parametrize(
    ("scale", "figures", "below"),
    [
        (NPS, (), False),
        (NPS, (34, -2), True),  # one that was said before
        (ACCOUNTS, (), True),
        (Scale("metric", None, None, -20, 5), (), True),
        (Scale("keep", None, None, low=-1, high=1), (), True),
        (KPI, (), False),
        (Scale("metric"), (), False),
    ],
)
def test_figures_below_zero_belong_to_a_range_that_reaches_there_or_where_one_was_said(scale, figures, below):
    assert goes_below(scale, figures) is below
