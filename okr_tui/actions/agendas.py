"""Changing agendas.toml: how long each step of a ritual takes in this workspace, and going back to the method."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from okr_tui.actions.act import Act, one_file
from okr_tui.actions.nested import without_none
from okr_tui.actions.validity import still_valid
from okr_tui.domain.agenda import AGENDAS, AgendaStep
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.store import layout
from okr_tui.store.tables import Held, held
from okr_tui.words.language import _
from okr_tui.words.rituals import ritual


def change_minutes(root: Path, kind: str, seen: Sequence[AgendaStep], minutes: Mapping[int, int]) -> Act:
    """Gives steps of a ritual other minutes, for every team that has no agenda of its own.

    Args:
        root: the workspace folder.
        kind: which ritual.
        seen: its steps as the person saw them; where the workspace has none of its own yet, they become its own.
        minutes: position of a step from 0 → its minutes, 1 to 1440. The other steps keep theirs.

    Raises:
        WrongUsage: nothing would change, or minutes make no sense.
        OkrError: somebody has changed which steps there are; or the file can't be read.
    """
    file = _file(root)
    own = _own(file, kind)
    if own is None:
        own = {"kind": kind, "step": [_table(step) for step in seen]}
        file.tables.setdefault("agenda", []).append(own)
    steps = own["step"]
    if [each["code"] for each in steps] != [each.code for each in seen]:
        raise OkrError(_("Somebody has changed the steps of this ritual meanwhile; look again."), file=file.path)
    if all(steps[at]["minutes"] == each for at, each in minutes.items()):
        raise WrongUsage(_("That is how it stands already; nothing was changed."))
    for at, each in minutes.items():
        steps[at]["minutes"] = each
    still_valid(file)
    return one_file(kind, _("change the agenda of “{name}”").format(name=ritual(kind)), file, file.tables)


def back_to_method(root: Path, kind: str) -> Act:
    """The steps and minutes of the method again; teams that have an agenda of their own keep it.

    Raises:
        WrongUsage: it is the method's already, or the method has no such ritual.
        OkrError: the file can't be read.
    """
    file = _file(root)
    if _own(file, kind) is None:
        raise WrongUsage(_("This is the method's already."))
    if kind not in AGENDAS:
        raise WrongUsage(_("The method has no such ritual to go back to."))
    rest = [each for each in file.tables["agenda"] if each["kind"] != kind or "team" in each]
    file.tables["agenda"] = rest
    if not rest:
        del file.tables["agenda"]
    name = _("the method's agenda again for “{name}”").format(name=ritual(kind))
    return one_file(kind, name, file, file.tables)


def _file(root: Path) -> Held:
    """The file, known to be valid, so that its tables are what they should be."""
    file = held(root, layout.AGENDAS)
    file.tables.setdefault("format", 1)
    still_valid(file)
    return file


def _own(file: Held, kind: str) -> dict[str, Any] | None:
    """The table that counts for everybody, as `domain.agendas.steps_of` finds it."""
    rows: list[dict[str, Any]] = file.tables.get("agenda", [])
    return next((each for each in rows if each["kind"] == kind and "team" not in each and each.get("step")), None)


def _table(step: AgendaStep) -> dict[str, Any]:
    return without_none({key: value or None for key, value in step._asdict().items()})
