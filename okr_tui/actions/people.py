"""People by the list, their absences, and who leaves."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from okr_tui.actions.act import Act, one_file
from okr_tui.actions.nested import slot_of, without_none
from okr_tui.actions.referring import refers_well
from okr_tui.actions.validity import still_valid
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.pasted import Pasted, read_people
from okr_tui.domain.people import People, Teams
from okr_tui.domain.resolve import folded, nearest
from okr_tui.store.change import Change
from okr_tui.store.layout import PEOPLE, TEAMS
from okr_tui.store.tables import Held, held
from okr_tui.store.validate import table_of
from okr_tui.words.language import _, ngettext
from okr_tui.words.pasted import no_team


class Absence(NamedTuple):
    """Days on which somebody is away, both ends included.

    Attributes:
        stand_in: id of the person who answers meanwhile; None for nobody.
    """

    start: date
    end: date
    stand_in: str | None = None

    @property
    def table(self) -> dict[str, Any]:
        """As it stands in the file."""
        return without_none({"from": self.start, "to": self.end, "stand_in": self.stand_in})


def join_people(root: Path, line: str) -> Act:
    """Adds the one person whom a line names, as they join; somebody who stands so already is only found.

    Raises:
        WrongUsage: the line can't be read, or is more than one.
    """
    lines = _understood(root, line)
    if len(lines) != 1:
        raise WrongUsage(_("Write one line for yourself: Ada Byron <ada@acme.example>, Product."))
    (only,) = lines
    if only.kind == "unread":
        from okr_tui.words.pasted import why_not

        raise WrongUsage(why_not(only))
    return Act(only.id, Change("", ())) if only.kind == "same" else paste_people(root, line)


def _understood(root: Path, text: str) -> tuple[Pasted, ...]:
    """What lines mean to the workspace as it stands; both files fit their models, or they would not be held."""
    known = table_of(People, held(root, PEOPLE).tables or {"format": 1}).person
    teams = table_of(Teams, held(root, TEAMS).tables or {"format": 1}).team
    return read_people(text, known, teams)


def team_ids(words: Sequence[str], teams: Sequence[tuple[str, str]]) -> list[str]:
    """Return the ids of teams that somebody named by id or name.

    Args:
        words: what was typed.
        teams: ids and names of all teams.

    Raises:
        WrongUsage: no team is called so; the one that was most likely meant is said.
    """
    known = {folded(name): identity for identity, name in reversed(teams)} | {each: each for each, _name in teams}
    found = []
    for word in words:
        identity = known.get(folded(word))
        if identity is None:
            said = no_team(word, nearest(word, [name for _identity, name in teams]))
            raise WrongUsage(said[0].upper() + said[1:] + ("" if said.endswith("?") else "."))
        found.append(identity)
    return list(dict.fromkeys(found))


def paste_people(root: Path, text: str) -> Act:
    """Adds and changes everybody whom the lines name, in one change; lines that can't be read are left out.

    Args:
        root: the workspace folder.
        text: one line for each: `name, email, team`.

    Raises:
        WrongUsage: no line adds or changes anybody.
    """
    file = held(root, PEOPLE)
    tables = file.tables or {"format": 1}
    lines = [each for each in _understood(root, text) if each.kind in {"added", "changed"}]
    if not lines:
        raise WrongUsage(_("None of these lines adds or changes anybody; write “name, email, team”, one a line."))
    rows = tables.setdefault("person", [])
    by_id = {row["id"]: row for row in rows}
    for line in lines:
        keys = without_none({"id": line.id, "name": line.name, "email": line.email, "team": list(line.team)})
        if line.id in by_id:
            by_id[line.id].update(keys)
        else:
            by_id[line.id] = keys
            rows.append(keys)
    still_valid(Held(PEOPLE, tables, file.before))
    return one_file(lines[0].id, _pasted(lines), file, tables)


def _pasted(lines: Sequence[Pasted]) -> str:
    added = len({line.id for line in lines if line.kind == "added"})
    changed = len({line.id for line in lines} - {line.id for line in lines if line.kind == "added"})
    words = [
        ngettext("add {n} person", "add {n} people", added).format(n=added) if added else "",
        ngettext("change {n} person", "change {n} people", changed).format(n=changed) if changed else "",
    ]
    return ", ".join(word for word in words if word)


def add_absence(root: Path, person: str, away: Absence) -> Act:
    """Somebody is away for some days.

    Raises:
        WrongUsage: the days are in the wrong order, stand so already, or the stand-in is the person.
        OkrError: the person is not there (any more).
    """
    return _absences(root, person, None, away, _("{name} is away"))


def change_absence(root: Path, person: str, was: Absence, away: Absence) -> Act:
    """Other days, or another stand-in; raises as `add_absence`, and where the absence is gone."""
    return _absences(root, person, was, away, _("change when {name} is away"))


def remove_absence(root: Path, person: str, was: Absence) -> Act:
    """Somebody is here after all."""
    return _absences(root, person, was, None, _("{name} is here after all"))


def _absences(root: Path, person: str, was: Absence | None, away: Absence | None, words: str) -> Act:
    file = held(root, PEOPLE)
    row = slot_of(file, person).table
    before = [dict(each) for each in row.get("away", [])]
    after = [each for each in before if was is None or each != was.table]
    if was is not None and len(after) == len(before):
        raise OkrError(_("This absence is no longer there; somebody has changed or removed it."), file=PEOPLE)
    if away is not None:
        _sensible(root, file, person, away, after)
        after = sorted([*after, away.table], key=lambda each: (each["from"], each["to"]))
    if after:
        row["away"] = after
    else:
        row.pop("away", None)
    still_valid(file)
    return one_file(person, words.format(name=row.get("name", person)), file, file.tables)


def _sensible(root: Path, file: Held, person: str, away: Absence, others: list[dict[str, Any]]) -> None:
    refers_well(root, file, "away", away.table, {})
    if away.stand_in == person:
        raise WrongUsage(_("Nobody stands in for themselves; choose somebody else, or nobody."))
    if away.table in others:
        raise WrongUsage(_("That is how it stands already; nothing was changed."))
