"""What Setup calls things: roles for the method, stages, cadence, days of the week, months."""

from collections.abc import Mapping

from okr_tui.domain.arranging import Open
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.resolve import folded
from okr_tui.words.language import _, ngettext


def method_roles() -> Mapping[str, str]:
    """What somebody does for the method: code → word."""
    return {
        "lead": _("OKR lead"), "champion": _("champion"), "coach": _("coach"), "sponsor": _("sponsor"),
        "reviewer": _("reviewer"),
    }  # fmt: skip


def stages() -> Mapping[str, str]:
    """How far a team is with the method."""
    return {"in": _("in"), "pilot": _("pilot"), "not-yet": _("not yet")}


def cycle_kinds() -> Mapping[str, str]:
    """How long a cycle is."""
    return {"quarter": _("quarter"), "tertial": _("four months"), "half": _("half a year"), "custom": _("other")}


def makes() -> Mapping[str, str]:
    """When drafts are made."""
    return {"before": _("before the cycle"), "inside": _("in its first month")}


def weekdays() -> Mapping[str, str]:
    """The days of the week."""
    return {
        "monday": _("Mon"), "tuesday": _("Tue"), "wednesday": _("Wed"), "thursday": _("Thu"), "friday": _("Fri"),
        "saturday": _("Sat"), "sunday": _("Sun"),
    }  # fmt: skip


def levels() -> Mapping[str, str]:
    """Levels at which there are OKRs."""
    return {"company": _("company"), "team": _("team"), "individual": _("individual")}


def agreeing() -> Mapping[str, str]:
    """Whose agreement makes a plan agreed."""
    return {
        "lead": _("the team's lead"), "owner": _("the owners"), "parent": _("the parents' owners"),
        "champion": _("the champion"),
    }  # fmt: skip


def month(number: int) -> str:
    """A month of the year: "January"."""
    names = (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"),
        _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip
    return names[number - 1] if 1 <= number <= len(names) else str(number)


def open_said(found: Open) -> str:
    """What is still open, as a sentence that says what it is good for."""
    n = found.n
    match found.code:
        case "people":
            return _("Add the others: a in People takes pasted lines “name, email, team”.")
        case "teams":
            return _("Add a first team: plans stand in teams.")
        case "vision":
            return _("Say the vision, in Workspace: objectives can answer it directly.")
        case "lead":
            words = ngettext(
                "{n} team has no lead: nobody owes for what has no owner.",
                "{n} teams have no lead: nobody owes for what has no owner.",
                n,
            )
            return words.format(n=n)
        case _:
            return ngettext("{n} role is held by nobody.", "{n} roles are held by nobody.", n).format(n=n)


def code_of(words: Mapping[str, str], text: str) -> str:
    """The code that is meant by a word, by the code itself or by the beginning of the word.

    Raises:
        WrongUsage: none is; the words there are stand in the sentence.
    """
    wanted = folded(text)
    named = [(code, {folded(code), folded(word)}) for code, word in words.items()]
    same = [code for code, names in named if wanted in names]
    found = same or [code for code, names in named if any(name.startswith(wanted) for name in names)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(words.values())
    raise WrongUsage(_("“{text}” is none of: {known}.").format(text=text[:40], known=known))
