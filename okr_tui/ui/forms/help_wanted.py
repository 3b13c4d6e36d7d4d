"""Who is asked for help in the words of a blocker: `@name`."""

import re
from typing import NamedTuple

from okr_tui.domain.resolve import folded
from okr_tui.domain.workspace import Workspace
from okr_tui.words.language import _

_NAMED = re.compile(r"(?<![\w@])@([\w-]+)")


class HelpWanted(NamedTuple):
    """What a blocker says.

    Attributes:
        blocker: its words; None for none, or where only a name was typed.
        help_from: id of the person, team or role that is asked; None where nobody is.
        trouble: a sentence where nobody, or more than one, fits the name.
    """

    blocker: str | None = None
    help_from: str | None = None
    trouble: str = ""


def help_wanted(workspace: Workspace, text: str) -> HelpWanted:
    """Who is asked for help: the first `@name`, by id, by the whole name, then by how either begins."""
    words = " ".join(text.split())
    named = _NAMED.search(words)
    if named is None:
        return HelpWanted(words or None)
    rest = f"{words[: named.start()]} {words[named.end() :]}".strip()
    found = _fitting(workspace, folded(named[1]))
    blocker = words if rest else None
    if len(found) == 1:
        return HelpWanted(blocker, found[0])
    if not found:
        return HelpWanted(blocker, None, _("Nobody here is called “{name}”.").format(name=named[1][:40]))
    names = ", ".join(workspace.name_of(each) for each in found[:4])
    return HelpWanted(blocker, None, _("“{name}” could be {names}.").format(name=named[1][:40], names=names))


def _fitting(workspace: Workspace, wanted: str) -> list[str]:
    people = [(each.id, each.name) for each in workspace.people if each.left is None]
    teams = [(each.id, each.name) for each in workspace.teams]
    roles = [(each.id, each.title) for team in workspace.teams for each in team.role]
    known = [(identity, folded(name).replace(" ", "-")) for identity, name in (*people, *teams, *roles)]
    whole = [identity for identity, name in known if wanted in {identity, name, name.split("-")[0]}]
    begun = [identity for identity, name in known if identity.startswith(wanted) or name.startswith(wanted)]
    return list(dict.fromkeys(whole or begun))
