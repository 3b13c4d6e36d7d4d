"""What a draft does not say yet, each as one plain sentence that asks for it."""

from okr_tui.words.language import _


def sentence(code: str) -> str:
    """What is missing, by the code of `domain.missing`."""
    return _SAID[code]()


_SAID = {
    "no-key-results": lambda: _("No key result yet: how would you see that it comes true?"),
    "few-key-results": lambda: _("One key result alone can be met while the objective fails: what else would move?"),
    "many-key-results": lambda: _("So many key results hide each other: keep those that tell most."),
    "no-why": lambda: _("It does not say why: so that what is better, and for whom?"),
    "no-change": lambda: _("Is it a change, an innovation, something built, or something put right?"),
    "no-owner": lambda: _("Nobody owns it: who will speak for it?"),
    "no-band": lambda: _("No band: between which figures should it stay?"),
    "no-milestones": lambda: _("No milestones: which steps count?"),
    "no-metric": lambda: _("No metric: which number would move, from what to what?"),
    "no-baseline": lambda: _("No start: measure where it stands today."),
    "no-target": lambda: _("No target: where should it be at the end?"),
    "no-measure": lambda: _("It does not say where the figure comes from."),
    "no-due": lambda: _("No day: by when should it be done?"),
}
