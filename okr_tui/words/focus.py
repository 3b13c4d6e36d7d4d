"""Focus: what more objectives or key results than the policy's limit cost (Partena: start less, finish more)."""

from okr_tui.words.language import _


def limit_said(most: int) -> str:
    """What more objectives than the limit cost."""
    if most == 1:
        return _("one is the limit: a second one would stop both")
    return _("{most} is the limit, {fewer} get finished").format(most=_number(most), fewer=_number(most - 1))


def measures_said(most: int) -> str:
    """What more key results than the limit cost."""
    return _("{most} key results are the limit: more hide what tells most").format(most=_number(most))


def _number(n: int) -> str:
    words = {1: _("one"), 2: _("two"), 3: _("three"), 4: _("four"), 5: _("five")}
    return words.get(n, str(n))
