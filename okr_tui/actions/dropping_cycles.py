"""Taking out a cycle in which nothing was planned or said."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from okr_tui.actions.act import Act
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.workspace import Workspace
from okr_tui.store.change import Change, FileChange
from okr_tui.store.layout import cycle_path, place_of
from okr_tui.store.tables import held
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.several import with_more

_FRAME = frozenset({"format", "team", "person", "week"})
"""Keys of a file that say whose it is, and no more."""
_NAMED = 4
"""Things in a cycle that are named at most."""


def drop_cycle(root: Path, workspace: Workspace, identity: str) -> Act:
    """Takes out an empty cycle with its rituals; one undo brings it back.

    Args:
        root: the workspace folder.
        workspace: what is known.
        identity: id of the cycle.

    Raises:
        WrongUsage: it is closed, other cycles lie in it, or something stands in it: what, is said.
        OkrError: one of its files can't be read.
    """
    cycle = workspace.cycles[identity].cycle
    name = one_line(cycle.name)
    if cycle.closed:
        raise WrongUsage(_("{cycle} is closed and stays, so that its scores are kept.").format(cycle=name))
    inside = [one_line(each.cycle.name) for each in workspace.cycles.values() if each.cycle.parent == identity]
    if inside:
        words = _("{cycle} stays, as {names} lie in it; drop those first, or give them another parent.")
        raise WrongUsage(words.format(cycle=name, names=with_more(inside[:_NAMED], len(inside) - _NAMED)))
    if found := things_in(root, workspace, identity):
        words = _("{cycle} stays, as it is not empty: {what}. A cycle that is over is closed: okr cycle close.")
        raise WrongUsage(words.format(cycle=name, what=with_more(found[:_NAMED], len(found) - _NAMED)))
    gone = [held(root, path) for path in _files(root, identity)]
    files = tuple(FileChange(each.path, each.before, None) for each in gone if place_of(each.path) is not None)
    return Act(identity, Change(_("drop cycle “{name}”").format(name=name), files))


def things_in(root: Path, workspace: Workspace, identity: str) -> list[str]:
    """Return what stands in a cycle, in words; nothing where it is empty but for rituals that are still to come."""
    objectives, speakers, others = 0, set[str](), list[str]()
    for path in _files(root, identity):
        place = place_of(path)
        if place is None:
            others.append(path)
            continue
        tables = held(root, path).tables
        if place.kind == "cycle":
            held_ones = sum(bool(each.get("held") or each.get("notes")) for each in tables.get("ritual", []))
            others += [_rituals(held_ones)] if held_ones else []
            continue
        objectives += len(tables.get("objective", []))
        if _says_more(tables, but="objective"):
            speakers |= {place.name} if place.kind == "journal" else set()
            others += [] if place.kind == "journal" else [path]
    told = [ngettext("{n} objective", "{n} objectives", objectives).format(n=objectives)] if objectives else []
    told += [_("words of {name}").format(name=one_line(workspace.name_of(each))) for each in sorted(speakers)]
    return [*told, *others]


def _rituals(n: int) -> str:
    return ngettext("{n} ritual that was held", "{n} rituals that were held", n).format(n=n)


def _says_more(tables: dict[str, Any], but: str) -> bool:
    return any(value for key, value in tables.items() if key not in _FRAME and key != but)


def _files(root: Path, identity: str) -> Iterator[str]:
    """The files in the folder of a cycle, but those that programs hide there."""
    top = Path(cycle_path(identity)).parent
    for folder, folders, names in os.walk(root / top):
        folders.sort()
        for name in sorted(names):
            if not name.startswith("."):
                yield (Path(folder) / name).relative_to(root).as_posix()
