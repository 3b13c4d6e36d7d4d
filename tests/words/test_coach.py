import string

import pytest

from okr_tui.domain.drafts.coach import judge
from okr_tui.domain.drafts.draft import Draft
from okr_tui.domain.drafts.found import REMEDIES, SEVERITIES
from okr_tui.domain.drafts.sets import SetFinding
from okr_tui.words.coach import message, question, remedy
from okr_tui.words.method import method, section

SETS = ["set-too-many", "set-too-few", "set-all-tasks", "set-no-lead", "set-sandbag", "set-fantasy", "set-guardrail"]


def blanks(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_code_and_remedy_is_said_in_both_languages(lang):
    said = section("finding", lang)
    assert set(said) == {*SEVERITIES, *SETS}
    for code, words in said.items():
        assert words["question"].endswith("?"), code
        assert blanks(words["message"] + words["question"]) <= {"words", "acronym", "n", "most", "least"}
        assert blanks(words["message"]) == blanks(section("finding", "en")[code]["message"])
    for each in {name for names in REMEDIES.values() for name in names}:
        assert 1 <= len(remedy(each, lang).split()) <= 6


def test_another_language_is_answered_in_english():
    assert method("de") == method("en")


def test_a_sentence_quotes_the_words_without_what_a_terminal_would_obey():
    (finding, *_rest) = judge(Draft("key_result", "\u202eLaunch\x1b[31m", bare=True)).findings
    assert "\x1b" not in message(finding, "en")
    assert "\u202e" not in message(finding, "en")


def test_a_long_word_is_cut_and_braces_stay_braces():
    (finding, *_rest) = judge(Draft("objective", "{words}{n}" + "x" * 500)).findings
    assert len(message(finding, "en")) < 300
    assert message(SetFinding("set-too-many", "warn", "x", {"n": "{most}", "most": "3"}), "en").startswith(
        "There are {most}"
    )
    assert question(finding, "fr").endswith("?")
