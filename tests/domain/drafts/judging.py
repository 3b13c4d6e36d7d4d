"""What the tests of the coach share."""

from typing import Any

from okr_tui.domain.drafts.coach import judge
from okr_tui.domain.drafts.draft import Draft


def codes(text: str, lang: Any, kind: Any = "key_result", **facts: Any) -> list[str]:
    """Codes found on a draft, of which only the wording is known unless facts are given."""
    return [each.code for each in judge(Draft(kind, text, lang, bare=not facts, **facts)).findings]


def words(text: str, code: str, lang: Any, kind: Any = "key_result", **facts: Any) -> str:
    """The words that a finding is about."""
    found = judge(Draft(kind, text, lang, bare=not facts, **facts)).findings
    start, end = next(each.at for each in found if each.code == code)
    return text[start:end]
