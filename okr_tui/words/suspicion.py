"""What an odd figure or word says about itself, in one sentence."""

from okr_tui.domain.suspicion import Suspicion
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.numbers import figure
from okr_tui.words.statuses import word


def suspicion_said(suspicion: Suspicion, unit: str | None) -> str:
    """What is odd, as a statement: "410 is ten times the last value, 41"."""
    facts = suspicion.facts
    shown = {key: figure(value, unit) for key, value in facts.items() if isinstance(value, int | float)}
    match suspicion.code:
        case "less-or-below":
            words = _("{value} is taken for the figure itself; if {by} less than {last} is meant, type ={less}.")
            return words.format(**shown | {"less": f"{facts['less']:.15g}"})
        case "sign":
            return _("{value} has another sign than everything known of it.").format(**shown)
        case "share":
            return _("{value} is more than the whole.").format(**shown)
        case "ten-times":
            return _("{value} is ten times the last value, {last}, or more.").format(**shown)
        case "tenth":
            return _("{value} is a tenth of the last value, {last}, or less.").format(**shown)
        case "beyond-target":
            return _("{value} is far beyond the target, {target}.").format(**shown)
        case "below-start":
            return _("{value} is far below the start, {baseline}.").format(**shown)
        case "outside-band":
            return _("{value} is far outside its band, whose edge is {edge}.").format(**shown)
        case "divided":
            words = _(
                "{text} is a sum and comes to {value}. If {whole} with confidence {n} is meant, say the confidence by itself."
            )
            return words.format(text=one_line(str(facts["text"])), n=facts["confidence"], **shown)
        case "sure-of-nothing":
            return _("Confidence 0 and “{status}” do not go together.").format(status=word(str(facts["status"])))
        case "sure-and-off":
            return _("Confidence {n} and “{status}” do not go together.").format(
                n=facts["confidence"], status=word("off-track")
            )
        case _:
            return _("It says done at {value}, before the target, {target}.").format(**shown)
