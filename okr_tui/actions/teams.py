"""Roles of a team, and taking out what nothing stands in any more."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.nested import remove, slot_of, slots, without_none
from okr_tui.actions.referring import refers_well
from okr_tui.actions.validity import still_valid
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import is_slug, new_id
from okr_tui.store.change import Change
from okr_tui.store.layout import PEOPLE, TEAMS, cycle_path, plan_path
from okr_tui.store.tables import held
from okr_tui.words.language import _, ngettext


def add_role(
    root: Path, author: Author, team: str, title: str, *, holders: Sequence[str] = (), accountabilities: object = None
) -> Act:
    """Adds a role to a team: what somebody answers for, whoever holds it (holacracy, Partena).

    Raises:
        WrongUsage: it has no title.
        OkrError: the team or a holder is not there.
    """
    if not title.strip():
        raise WrongUsage(_("It needs a title."))
    file = held(root, TEAMS)
    keys = {"accountabilities": accountabilities, "holders": list(holders)}
    table = without_none({"id": new_id(title, author.choose), "title": title.strip(), **keys})
    refers_well(root, file, "role", table, {})
    slot_of(file, team).table.setdefault("role", []).append(table)
    still_valid(file)
    return one_file(table["id"], _("add role “{title}”").format(title=title.strip()), file, file.tables)


def drop_team(root: Path, identity: str) -> Act:
    """Takes a team out, and out of the teams of its people; its roles and KPIs go with it.

    Raises:
        WrongUsage: OKRs stand in it, teams stand below it, or its roles own something: what to do first is said.
    """
    file = held(root, TEAMS)
    slot = slot_of(file, identity)
    name = str(slot.table.get("name", identity))
    below = [row for row in file.tables.get("team", []) if row.get("parent") == identity]
    if below:
        n = len(below)
        words = ngettext(
            "{n} team stands below “{name}”; give it another parent first.",
            "{n} teams stand below “{name}”; give them another parent first.",
            n,
        )
        raise WrongUsage(words.format(n=n, name=name))
    for cycle, count in _plans_of(root, identity):
        words = ngettext(
            "{n} objective of “{name}” stands in {cycle}, so it stays. Move it first, or set its stage to not-yet.",
            "{n} objectives of “{name}” stand in {cycle}, so it stays. Move them first, or set its stage to not-yet.",
            count,
        )
        raise WrongUsage(words.format(n=count, name=name, cycle=cycle))
    for role in slot.table.get("role", []):
        _owns_nothing(root, role)
    remove(file, slot)
    people = held(root, PEOPLE)
    members = [row for row in people.tables.get("person", []) if identity in row.get("team", [])]
    for row in members:
        row["team"] = [team for team in row["team"] if team != identity]
        if not row["team"]:
            del row["team"]
    changed = (file.changed(file.tables), *((people.changed(people.tables),) if members else ()))
    return Act(identity, Change(_("take out {name}").format(name=name), changed))


def drop_role(root: Path, identity: str) -> Act:
    """Takes a role out.

    Raises:
        WrongUsage: it owns objectives or key results of an open cycle.
    """
    file = held(root, TEAMS)
    slot = slot_of(file, identity)
    _owns_nothing(root, slot.table)
    remove(file, slot)
    return one_file(identity, _("take out {name}").format(name=slot.table.get("title", identity)), file, file.tables)


def _owns_nothing(root: Path, role: dict[str, object]) -> None:
    for cycle in _cycles(root):
        if held(root, cycle_path(cycle)).tables.get("cycle", {}).get("phase") == "closed":
            continue
        for path in sorted((root / "cycles" / cycle / "okrs").glob("*.toml")):
            if not is_slug(path.stem):
                continue
            for slot in slots(held(root, plan_path(cycle, path.stem))):
                if slot.table.get("owner") == role.get("id"):
                    words = _("The role “{role}” owns “{title}”; give that another owner first.")
                    raise WrongUsage(words.format(role=role.get("title"), title=slot.table.get("title", "")))


def _plans_of(root: Path, team: str) -> Iterator[tuple[str, int]]:
    """The cycles in which objectives of a team stand, the closed ones too, with how many."""
    for cycle in _cycles(root):
        plan = held(root, plan_path(cycle, team)).tables if is_slug(team) else {}
        if plan.get("objective"):
            named = held(root, cycle_path(cycle)).tables.get("cycle", {}).get("name", cycle)
            yield str(named), len(plan["objective"])


def _cycles(root: Path) -> list[str]:
    folder = root / "cycles"
    return sorted(each.name for each in folder.iterdir() if is_slug(each.name)) if folder.is_dir() else []
