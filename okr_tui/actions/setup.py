"""Adding people, teams, KPIs and pain points."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.nested import slot_of, without_none
from okr_tui.actions.people import team_ids
from okr_tui.actions.referring import refers_well
from okr_tui.actions.saying import say
from okr_tui.actions.validity import still_valid
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import free_slug, is_slug, new_id
from okr_tui.domain.pasted import Named, named_people
from okr_tui.store.layout import PEOPLE, TEAMS
from okr_tui.store.tables import Held, held
from okr_tui.words.language import _
from okr_tui.words.several import with_more

_SAID = 3
"""People who are named in the list of what can be undone."""


def add_person(root: Path, name: str, *, identity: str | None = None, **keys: Any) -> Act:
    """Adds somebody to people.toml, or several people in one change.

    Args:
        root: the workspace folder.
        name: the name people know; "Name <address>", as a mail has it, gives the address too where none is given, and
            "Name <address>: team, team" the teams; semicolons part several people.
        identity: the id; made from the first name, else the whole name or the address, unless given.
        keys: email, team (list of ids), roles, joined; None is left out.

    Raises:
        WrongUsage: the id is taken or can't be one, or the address is somebody else's.
        NothingFits: a team is not there.
    """
    named = named_people(name)
    if len(named) > 1 and (identity or keys.get("email")):
        raise WrongUsage(_("An id and an address belong to one person; “{text}” names several.").format(text=name[:60]))
    known = held(root, TEAMS).tables.get("team", []) if any(each.teams for each in named) else []
    teams = [(str(row.get("id")), str(row.get("name"))) for row in known]
    rows = [_person(each, keys, teams) for each in named]
    return _add_top(root, PEOPLE, "person", rows, identity)


def _person(named: Named, keys: dict[str, Any], teams: list[tuple[str, str]]) -> tuple[str, dict[str, Any]]:
    """A name and the keys of its table."""
    own = [*keys.get("team", []), *team_ids(named.teams, teams)]
    email = keys.get("email") or named.email
    return named.name or named.text, {**keys, "email": email, **({"team": list(dict.fromkeys(own))} if own else {})}


def add_team(root: Path, name: str, *, identity: str | None = None, **keys: Any) -> Act:
    """Adds a team or circle to teams.toml; keys are parent, mission, lead, champion, stage, squad, members, until."""
    return _add_top(root, TEAMS, "team", [(name, keys)], identity)


def add_kpi(root: Path, author: Author, team: str, title: str, **keys: Any) -> Act:
    """Adds a KPI to a team: business as usual, with a unit and the band it should stay in."""
    teams = held(root, TEAMS)
    table = without_none({"id": new_id(title, author.choose), "title": title.strip(), **keys})
    if not title.strip():
        raise WrongUsage(_("It needs a title."))
    refers_well(root, teams, "kpi", table, {})
    slot_of(teams, team).table.setdefault("kpi", []).append(table)
    still_valid(teams)
    return one_file(table["id"], _("add KPI “{title}”").format(title=title.strip()), teams, teams.tables)


def add_pain(root: Path, author: Author, cycle: str, team: str, text: str) -> Act:
    """Says what hurts, in the author's journal of the cycle that is being made."""
    if not text.strip():
        raise WrongUsage(_("It needs some words."))
    return say(root, author, cycle, "pain_point", {"team": team, "text": text.strip()}, _("pain point"))


def _add_top(root: Path, path: str, kind: str, new: Sequence[tuple[str, dict[str, Any]]], identity: str | None) -> Act:
    """Adds people or teams, each with a name and its keys; an id that was chosen is the first one's."""
    if identity is not None and not is_slug(identity):
        raise WrongUsage(_("“{id}” can't be an id: use a-z, 0-9 and dashes, at most 40.").format(id=identity[:60]))
    file = held(root, path)
    changed = Held(path, file.tables or {"format": 1}, file.before, file.data)
    rows = changed.tables.setdefault(kind, [])
    made = []
    for name, keys in new:
        if not name.strip():
            raise WrongUsage(_("It needs a name."))
        taken = {row.get("id") for row in rows}
        if identity in taken:
            raise WrongUsage(_("“{id}” is taken; choose another id.").format(id=identity))
        made.append(identity or free_slug(_ids_from(kind, name.strip(), keys), taken, kind))
        table = without_none({"id": made[-1], "name": name.strip(), **keys})
        rows.append(table)
        refers_well(root, changed, kind, table, {})
    still_valid(changed)
    names = with_more([name.strip() for name, _keys in new[:_SAID]], len(new) - _SAID)
    return one_file(made[0], _("add {name}").format(name=names), file, changed.tables)


def _ids_from(kind: str, name: str, keys: dict[str, Any]) -> tuple[str, ...]:
    """What an id may be made of: a team's name; a person's first name, whole name, or address."""
    if kind == "team":
        return (name,)
    return (name.split(maxsplit=1)[0], name, str(keys.get("email") or "").partition("@")[0])
