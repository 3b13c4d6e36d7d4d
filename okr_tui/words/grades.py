"""What is said about grades: what they ask for, how they differ from what was computed, what comes late."""

from okr_tui.domain.grades import Wanted
from okr_tui.words.language import _
from okr_tui.words.scores import score as written


def asks(wanted: Wanted, score: float | None) -> str:
    """Why a grade needs a reason."""
    if wanted == "post-mortem":
        return _("It was committed and reached {score}: say in one line what happened.").format(score=written(score))
    return _("The computed score is {score}: say why you see it otherwise.").format(score=written(score))


def compared(own: float | None, score: float | None) -> str:
    """What was graded beside what was computed, once both are known: "you said 0.50, computed 0.62: 0.12 lower"."""
    if own is None or score is None:
        return _("computed {score}").format(score=written(score))
    apart = round(own - score, 2)
    if not apart:
        return _("you said {own}, and so says the computed score").format(own=written(own))
    words = (
        _("you said {own}, computed {score}: {apart} higher")
        if apart > 0
        else _("you said {own}, computed {score}: {apart} lower")
    )
    return words.format(own=written(own), score=written(score), apart=written(abs(apart)))


def judged(band: str | None, ambition: str) -> str:
    """What a band means for what the objective was meant to be."""
    if band is None:
        return _("no score")
    if ambition == "committed":
        return _("kept") if band == "green" else _("a promise not kept")
    words = {"green": _("a success"), "yellow": _("on the way"), "red": _("did not come")}
    return words[band]


def late(value: float) -> str:
    """What a score would be with what came after the closing."""
    return _("{score} with what came late").format(score=written(value))
