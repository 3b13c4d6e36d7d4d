"""What is said about pasted lines of people: what can't be read, and why."""

from okr_tui.domain.pasted import MOST_LINES, Pasted
from okr_tui.words.language import _


def trouble(line: Pasted) -> str:
    """Why a line can't be read, with its number; the words of the line are as hostile as they were."""
    return _("line {n}: {why}").format(n=line.number, why=why_not(line))


def no_team(text: str, meant: str | None) -> str:
    """That no team is called so, with the one that was most likely meant."""
    if meant:
        return _("no team is called “{text}”; did you mean “{name}”?").format(text=text[:60], name=meant)
    return _("no team is called “{text}”; add it first, or correct the line").format(text=text[:60])


def why_not(line: Pasted) -> str:
    """Why a line can't be read."""
    about = line.about[:60]
    match line.trouble:
        case "no-team":
            return no_team(about, line.meant)
        case "two-addresses":
            return _("“{text}” has two addresses; one person a line").format(text=about)
        case "too-many":
            return _("only {n} lines are read at once").format(n=MOST_LINES)
        case _:
            return _("“{text}” has no name; write “name, email, team”").format(text=about)
