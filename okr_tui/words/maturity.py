"""The statements of the maturity survey, in our own words, and what a phase's answers say."""

from okr_tui.words.language import _, spoken


def statement(identity: str) -> str:
    """A statement as people answer it, from 1 (not at all) to 5 (entirely); the id itself for one that isn't known."""
    words = {
        "make-1": _("What we set out to do was a change, beyond routine."),
        "make-2": _("Every key result had a start and a target."),
        "make-3": _("We renounced something."),
        "align-1": _("I can explain what we contribute to."),
        "align-2": _("Dependencies were accepted before the start."),
        "align-3": _("The OKRs above ours could be challenged."),
        "achieve-1": _("We checked in every week."),
        "achieve-2": _("A bad signal changed the plan."),
        "achieve-3": _("The week's priorities came from the OKRs."),
        "measure-1": _("The data exists."),
        "measure-2": _("Scores are honest, and nobody is punished for one."),
        "measure-3": _("The last retrospective changed something."),
    }
    return words.get(identity, identity)


def short(identity: str) -> str:
    """What people agree with, in four words at most."""
    words = {
        "make-1": _("a change beyond routine"),
        "make-2": _("starts and targets"),
        "make-3": _("something was renounced"),
        "align-1": _("all can explain it"),
        "align-2": _("accepted before the start"),
        "align-3": _("challenge is welcome"),
        "achieve-1": _("weekly, every week"),
        "achieve-2": _("bad news changes plans"),
        "achieve-3": _("priorities come from OKRs"),
        "measure-1": _("the data exists"),
        "measure-2": _("honest and unpunished"),
        "measure-3": _("retrospectives change things"),
    }
    return words.get(identity, identity)


def points(value: float) -> str:
    """A mean of answers with one decimal: "3.4"."""
    written = f"{value:.1f}"
    if spoken() == "en":
        return written
    from babel.numbers import format_decimal

    return format_decimal(round(value, 1), format="0.0", locale=spoken())
