"""Changing okr.toml: name and language, cadence, every threshold of the policy, sharing, closed days."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from okr_tui.actions.act import Act, one_file
from okr_tui.actions.nested import without_none
from okr_tui.actions.referring import refers_well
from okr_tui.actions.validity import still_valid
from okr_tui.actions.values import value_for
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.settings import Cadence, Policy, Settings, Sync
from okr_tui.domain.table import Table, defaults_of
from okr_tui.store.change import Change, FileChange, Tables
from okr_tui.store.codec import parsed
from okr_tui.store.layout import SETTINGS
from okr_tui.store.tables import Held, held
from okr_tui.words.language import _

PARTS: Mapping[str, type[Table]] = {"cadence": Cadence, "policy": Policy, "sync": Sync}
"""Tables of okr.toml whose keys are said with a dot: `policy.max_objectives`."""
NEEDED = frozenset({"name", "language"})
"""Keys that are changed, but never taken away."""


class ClosedDays(NamedTuple):
    """Days that count for nobody, both ends included."""

    start: date
    end: date
    name: str | None = None

    @property
    def table(self) -> dict[str, Any]:
        """As it stands in the file."""
        return without_none({"from": self.start, "to": self.end, "name": self.name})


def setting(key: str, text: str) -> Any:
    """The value of a key of okr.toml from its words; None for no words: the key goes, its default stands.

    Args:
        key: as it stands in the file, with a dot where it stands in a table.
        text: what was typed.

    Raises:
        WrongUsage: there is no such key, or the words make no sense for it.
    """
    part, dot, inner = key.partition(".")
    if not dot:
        if key in {"format", "conflict"}:
            raise WrongUsage(_("“{key}” is no key that can be edited here.").format(key=key))
        if key in NEEDED and not text.strip():
            raise WrongUsage(_("It needs a name.") if key == "name" else _("It needs a language: en or fr."))
        return value_for(Settings, key, text)
    if part not in PARTS:
        known = ", ".join(f"{name}.…" for name in PARTS)
        raise WrongUsage(_("“{key}” is no key of okr.toml; there are {known}.").format(key=key[:40], known=known))
    return value_for(PARTS[part], inner, text)


def change_settings(root: Path, values: Mapping[str, Any], seen: Settings | None = None) -> Act:
    """Sets keys of okr.toml; a value of None removes the key, and its default stands again.

    Where somebody has set the same key since the person looked, both values are kept as a conflict.

    Args:
        root: the workspace folder.
        values: key, with a dot where it stands in a table, → value.
        seen: the settings as the person saw them; None for as they are now.

    Raises:
        WrongUsage: nothing would change, or a value makes no sense there.
        OkrError: something else in the file does not fit.
    """
    file = _to_mend(root)
    moved = {key: value for key, value in values.items() if _at(file.tables, key) != value}
    if not moved:
        raise WrongUsage(_("That is how it stands already; nothing was changed."))
    was = {key: _at(file.tables, key) for key in moved}
    for key, value in moved.items():
        _put(file.tables, key, value)
    _sensible(file.tables)
    try:
        still_valid(file)
    except WrongUsage:
        held(root, SETTINGS)  # says where it did not fit before
        raise
    older = {key: value for key in moved if seen is not None and (value := _seen(seen, key)) != was[key]}
    name = _("change {keys} of the workspace").format(keys=", ".join(moved))
    return Act(str(file.tables.get("id", "")), Change(name, (_changed(file, older),)))


def add_closed(root: Path, days: ClosedDays) -> Act:
    """Adds days on which nothing goes stale for anybody.

    Raises:
        WrongUsage: the last day comes before the first one, or they stand there already.
    """
    return _closed(root, None, days, _("add closed days"))


def change_closed(root: Path, was: ClosedDays, days: ClosedDays) -> Act:
    """Other days, or another name; raises as `add_closed`, and where they are gone."""
    return _closed(root, was, days, _("change closed days"))


def remove_closed(root: Path, was: ClosedDays) -> Act:
    """These days count again."""
    return _closed(root, was, None, _("take out closed days"))


def _closed(root: Path, was: ClosedDays | None, days: ClosedDays | None, words: str) -> Act:
    file = held(root, SETTINGS)
    before = [dict(each) for each in file.tables.get("closed", [])]
    rows = file.tables.setdefault("closed", [])
    if was is not None:
        at = next((index for index, each in enumerate(before) if each == was.table), None)
        if at is None:
            raise OkrError(_("These days are no longer there; somebody has changed or removed them."), file=SETTINGS)
        del rows[at]
    if days is not None:
        refers_well(root, file, "closed", days.table, {})
        if days.table in rows:
            raise WrongUsage(_("That is how it stands already; nothing was changed."))
        rows.append(days.table)
        rows.sort(key=lambda each: (each["from"], each["to"]))
    if not rows:
        del file.tables["closed"]
    still_valid(file)
    named = (days or was or ClosedDays(date.min, date.min)).name
    return one_file(str(file.tables.get("id", "")), f"{words} “{named}”" if named else words, file, file.tables)


def _to_mend(root: Path) -> Held:
    """okr.toml, which a change may mend as long as its tables are tables."""
    file = held(root, SETTINGS, unfit=True)
    mendable = all(isinstance(file.tables.get(part, {}), dict) for part in ("cadence", "policy", "sync"))
    return file if mendable else held(root, SETTINGS)


def _sensible(tables: Tables) -> None:
    """What each key allows and all of them together do not."""
    policy = {**defaults_of(Policy), **tables.get("policy", {})}
    for low, high, words in (
        ("at_risk", "on_track", _("“at risk” begins below “on track”: its pace must be the lower one.")),
        ("yellow", "green", _("“yellow” begins below “green”: its score must be the lower one.")),
        ("min_key_results", "max_key_results", _("The fewest key results can't be more than the most.")),
    ):
        asked = {low, high} & tables.get("policy", {}).keys() and _figures(policy[low], policy[high])
        if asked and policy[low] > policy[high]:
            raise WrongUsage(words)
    cadence = tables.get("cadence", {})
    if cadence.get("cycle") == "custom" and "weeks" not in cadence:
        raise WrongUsage(_("A custom cycle says how many weeks it has: weeks."))


def _figures(*values: object) -> bool:
    return all(isinstance(value, (int, float)) for value in values)


def _at(tables: Tables, key: str) -> Any:
    part, dot, inner = key.partition(".")
    return tables.get(part, {}).get(inner) if dot else tables.get(key)


def _put(tables: Tables, key: str, value: Any) -> None:
    part, dot, inner = key.partition(".")
    holder = tables.setdefault(part, {}) if dot else tables
    name = inner if dot else key
    if value is None:
        holder.pop(name, None)
    else:
        holder[name] = value
    if dot and not holder:
        del tables[part]


def _seen(seen: Settings, key: str) -> Any:
    """The value of a key as the person saw it in the file; None where its default stood."""
    part, dot, inner = key.partition(".")
    table = getattr(seen, part, None) if dot else seen
    name = inner if dot else key
    if not isinstance(table, Table) or name not in table.given:
        return None
    value = getattr(table, name)
    return list(value) if isinstance(value, tuple) else value


def _changed(file: Held, older: Mapping[str, Any]) -> FileChange:
    """The change of the file, from what the person saw where somebody else has set the same keys since."""
    if not older:
        return file.changed(file.tables)
    from okr_tui.store.canonical import rendered

    base = parsed(file.data)
    if not isinstance(base, dict):
        raise TypeError(file.path)
    for key, value in older.items():
        _put(base, key, value)
    return FileChange(file.path, "", file.tables, rendered(base).encode())
