"""What people, teams and roles refer to must be there, and days and figures must be in order."""

from pathlib import Path
from typing import Any

from okr_tui.actions.nested import Slot
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.resolve import NothingFits
from okr_tui.store.change import Tables
from okr_tui.store.layout import PEOPLE, TEAMS
from okr_tui.store.tables import Held, held
from okr_tui.words.language import _

_PEOPLE = ("lead", "champion", "members", "holders", "stand_in")
"""Keys that hold one person or several."""


def refers_well(root: Path, file: Held, kind: str, table: Tables, was: Tables) -> None:
    """Makes sure that what was set in a table of people.toml, teams.toml or cycle.toml makes sense there.

    Only what is new is looked at: what somebody else has left dangling is for `okr check`.

    Args:
        root: the workspace folder.
        file: the file with the table changed.
        kind: person, team, role, kpi, ritual.
        table: the table as it should be.
        was: the table as it stood.

    Raises:
        NothingFits: nobody or no team has an id.
        WrongUsage: a team would stand below itself, an end comes before its beginning, an address is somebody else's.
    """
    new = {key: _new(value, was.get(key)) for key, value in table.items() if value != was.get(key)}
    for key in _PEOPLE:
        _known(root, file, PEOPLE, "person", new.get(key, []))
    _known(root, file, TEAMS, "team", new.get("parent", []) if kind == "team" else new.get("team", []))
    if kind == "team" and "parent" in new:
        _no_ring(file, table)
    if kind == "person" and "email" in new:
        _own_address(file, table)
    _in_order(table, new)


def _new(value: Any, before: Any) -> list[Any]:
    """The entries of a list that were not there before; of anything else the value."""
    if isinstance(value, list):
        return [each for each in value if not isinstance(before, list) or each not in before]
    return [value]


def _known(root: Path, file: Held, path: str, kind: str, ids: list[Any]) -> None:
    if not ids:
        return
    tables = file.tables if file.path == path else held(root, path).tables
    known = {row.get("id") for row in tables.get(kind, [])}
    for identity in ids:
        if identity not in known:
            raise NothingFits(str(identity), kind)


def _no_ring(file: Held, table: Tables) -> None:
    parents = {row.get("id"): row.get("parent") for row in file.tables.get("team", [])}
    above, seen = table.get("parent"), {table["id"]}
    while above is not None:
        if above in seen:
            raise WrongUsage(_("A team can't stand below itself; choose another parent."))
        seen.add(above)
        above = parents.get(above)


def _own_address(file: Held, table: Tables) -> None:
    email = str(table["email"])
    head, sign, tail = email.partition("@")
    if not (head and sign and tail) or any(letter.isspace() for letter in email):
        raise WrongUsage(_("“{email}” is no address; write it as noa@example.org.").format(email=email[:60]))
    for row in file.tables.get("person", []):
        if row is not table and str(row.get("email", "")).casefold() == email.casefold():
            words = _("{name} has the address {email} already; it tells people apart in git.")
            raise WrongUsage(words.format(name=row.get("name", row.get("id")), email=email[:60]))


def _in_order(table: Tables, new: dict[str, list[Any]]) -> None:
    for first, last, words in (
        ("from", "to", _("The last day comes before the first one.")),
        ("joined", "left", _("Nobody leaves before joining.")),
        ("low", "high", _("The lower edge is above the upper one.")),
    ):
        if {first, last} & new.keys() and first in table and last in table and table[last] < table[first]:
            raise WrongUsage(words)


def check_slot(root: Path, file: Held, slot: Slot, was: Tables) -> None:
    """The same for a table that was found in its file."""
    kind = {"person": "person", "team": "team", "role": "role", "kpi": "kpi", "ritual": "ritual"}.get(slot.kind)
    if kind is not None and file.path.endswith((PEOPLE, TEAMS, "cycle.toml")):
        refers_well(root, file, kind, slot.table, was)
