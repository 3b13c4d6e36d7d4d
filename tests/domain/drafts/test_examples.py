import pytest

from okr_tui.domain.drafts.coach import judge
from okr_tui.domain.drafts.draft import Draft
from okr_tui.domain.drafts.guessing import guessed
from tests.domain.drafts import examples, families

TABLES = [
    (kind, lang, good)
    for kind in ("key_result", "objective") for lang in ("en", "fr") for good in (True, False)
]  # fmt: skip


def table(kind: str, lang: str, good: bool, module=examples) -> list[str]:
    name = f"{'KR' if kind == 'key_result' else 'OBJECTIVE'}_{'GOOD' if good else 'BAD'}_{lang.upper()}"
    return examples.lines(getattr(module, name))


@pytest.mark.parametrize(("kind", "lang", "good"), TABLES)
def test_the_coach_warns_of_what_is_bad_and_lets_pass_what_is_good(kind, lang, good):
    drafts = table(kind, lang, good)
    assert len(drafts) >= 50
    wrong = [text for text in drafts if judge(Draft(kind, text, lang, bare=True)).warned is good]
    assert wrong == []


@pytest.mark.parametrize(("kind", "lang", "good"), TABLES)
def test_whole_families_of_words_are_judged_by_what_they_mean(kind, lang, good):
    drafts = table(kind, lang, good, families)
    assert len(drafts) >= 45
    wrong = [text for text in drafts if judge(Draft(kind, text, lang, bare=True)).warned is good]
    assert wrong == []


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_language_of_nearly_every_draft_is_guessed(lang):
    drafts = [
        text for kind in ("key_result", "objective") for good in (True, False) for text in table(kind, lang, good)
    ]
    wrong = [text for text in drafts if guessed(text) != lang]
    assert len(wrong) <= len(drafts) // 33, wrong
