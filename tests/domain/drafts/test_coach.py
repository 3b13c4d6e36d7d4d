import pytest

from okr_tui.domain.drafts.coach import dots, judge
from okr_tui.domain.drafts.draft import Draft
from okr_tui.domain.drafts.found import REMEDIES, SEVERITIES
from tests.domain.drafts.judging import codes, words

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"


def test_severities_are_those_of_the_method():
    warned = {code for code, severity in SEVERITIES.items() if severity == "warn"}
    assert warned == {
        "kr-no-metric",
        "kr-task",
        "kr-vague",
        "kr-decorative-number",
        "obj-metric",
        "obj-bau",
        "obj-task",
        "obj-bare",
    }
    assert SEVERITIES.keys() == REMEDIES.keys()


def test_strength_is_passes_and_half_of_the_hints_over_the_checks():
    assert judge(Draft("key_result", "NPS from 20 to 40", bare=True)).strength == 1
    assert judge(Draft("key_result", "Reach an NPS of 40", bare=True)).strength == pytest.approx(8.5 / 9)
    assert judge(Draft("key_result", "Improve the NPS", bare=True)).strength == pytest.approx(7 / 9)
    assert judge(Draft("key_result", " \n", bare=True)).strength == 0


def test_only_a_draft_about_which_nothing_is_asked_has_all_its_dots():
    assert [dots(each) for each in (0, 0.19, 0.2, 0.94, 1, 7)] == [0, 0, 1, 4, 5, 5]


def test_what_was_left_is_not_raised_and_counts_as_passed():
    judged = judge(Draft("key_result", "Improve the NPS", bare=True), left=frozenset({"kr-vague", "kr-no-metric"}))
    assert judged == ((), 1)


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("Raise TTFV to 40%", "TTFV"), ("Raise time to first value (TTFV) to 40%", None), ("Raise TTFV (time to first value) to 40%", None),
        ("Raise NPS to 40", None), ("RAISE TTFV TO 40", None), ("Cut QBRs by 40%", "QBRs"), ("Win in 3D", None),
    ],
)  # fmt: skip
def test_an_acronym_that_is_not_explained_is_asked_about(text, acronym):
    assert (words(text, "kr-jargon", "en") if "kr-jargon" in codes(text, "en") else None) == acronym


def test_a_draft_is_too_long_from_the_word_that_is_one_too_many():
    assert "too-long" not in codes(LONG, "en", "objective")
    assert words(LONG + " nineteen twenty", "too-long", "en", "objective") == "nineteen twenty"
    assert "too-long" not in codes(LONG + " nineteen twenty", "en")


@pytest.mark.parametrize(
    "text", ["Ame\u0301liorer l\u2019accueil", "AMÉLIORER L'ACCUEIL", "améliorer l'accueil", "Ameliorer l'accueil"]
)
def test_accents_and_capitals_make_no_difference(text):
    assert codes(text, "fr") == ["kr-vague", "kr-no-metric"]
    assert words(text, "kr-vague", "fr") == text.split()[0]


@pytest.mark.parametrize(
    "text", ["İİİ Improve İ", "\x00\x1b Improve\x07", "Improve \ud800", "Improve\u202e it", "Improve ²³/²³ ½"]
)
def test_words_are_found_where_they_stand_whatever_is_around_them(text):
    assert words(text, "kr-vague", "en") == "Improve"


@pytest.mark.parametrize(
    "text",
    [
        "x" * 100_000, "9" * 100_000, "1 111" * 20_000, "1." * 50_000, "100 % of a " * 9_000, "from 1 to 2 " * 8_000, "$" * 100_000,
        "a-" * 50_000, "to " * 30_000, "half of " * 12_000, "1/1/" * 25_000, "<" * 100_000, "é\u0301" * 50_000, "QA " * 30_000, "(" * 100_000,
        " " * 100_000 + "a", "improve and " * 9_000, "number of " * 9_000 + "1", "les " * 25_000 + "1", "zero " * 20_000,
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["key_result", "objective"])
def test_the_longest_text_that_a_file_may_hold_is_judged(text, kind):
    for lang in ("en", "fr"):
        for each in judge(Draft(kind, text, lang, bare=True)).findings:
            assert 0 <= each.at[0] <= each.at[1] <= len(text)


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u00a0"])
def test_nothing_is_said_about_nothing(text):
    assert codes(text, "en") == []


@pytest.mark.parametrize("text", ["!", "1", "%", "→", "🚀", "§ 3", "-", "2026", "٣٤/٣٤"])
def test_signs_alone_are_judged_too(text):
    for kind in ("key_result", "objective"):
        assert all(0 <= each.at[0] < each.at[1] <= len(text) for each in judge(Draft(kind, text)).findings)
