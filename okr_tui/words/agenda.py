"""The steps of a ritual in words: what each is called, and what is asked in it (method/<language>.toml)."""

from typing import NamedTuple

from okr_tui.words.language import spoken
from okr_tui.words.method import section


class StepWords(NamedTuple):
    """What a step of a ritual is called, and the question or invitation that opens it."""

    title: str
    prompt: str


def step_words(kind: str, code: str, lang: str | None = None) -> StepWords:
    """The words of a step; a step that okr does not know is called as it is written.

    Args:
        kind: kind of the ritual, such as "weekly-check-in".
        code: of the step, as in `domain.agenda`.
        lang: "en" or "fr"; the one spoken unless given.
    """
    found = section("ritual", lang or spoken()).get(kind, {}).get(code)
    return StepWords(found["title"], found["prompt"]) if found else StepWords(code.replace("-", " ").capitalize(), "")
