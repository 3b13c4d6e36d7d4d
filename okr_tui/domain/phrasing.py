"""The shape of an objective in one line: verb + what, so that why (DOKR), in English and in French."""

import re

_LONGEST = 2_000
_BECAUSE = r"so\s+that|afin\s+que|afin\s+qu['’]|afin\s+de|afin\s+d['’]|pour\s+que|pour\s+qu['’]|de\s+sorte\s+que"
_SPLIT = re.compile(rf"^(?P<what>.*?\S)[\s,;:–—-]+(?P<why>(?:{_BECAUSE})\s*\S.*)$", re.IGNORECASE | re.DOTALL)
_JOINT = re.compile(r"\s*(?:[,;]\s*)?(?:\b(?:and|as well as|while|et|ainsi que|tout en)\b|[&+;])\s*", re.IGNORECASE)


def split_why(text: str) -> tuple[str, str | None]:
    """What and why of an objective typed in one line; None where it does not say why.

    >>> split_why("Answers arrive sooner, so that people stay")
    ('Answers arrive sooner', 'so that people stay')
    """
    found = _SPLIT.match(text.strip()) if len(text) <= _LONGEST else None
    return (found["what"], found["why"]) if found else (text.strip(), None)


def split_in_two(text: str, at: tuple[int, int] = (0, 0)) -> tuple[str, str]:
    """The two halves of words that hold two measures; the second one is empty where no joint is found.

    Args:
        text: the words.
        at: where the joint was seen, half-open; without one the first joint counts.
    """
    joints = [found for found in _JOINT.finditer(text[:_LONGEST]) if text[: found.start()].strip()]
    near = [found for found in joints if found.start() < at[1] and at[0] < found.end()]
    joint = next(iter(near or joints), None)
    if joint is None or not text[joint.end() :].strip():
        return text.strip(), ""
    second = text[joint.end() :].strip()
    return text[: joint.start()].strip(), second[:1].upper() + second[1:]
