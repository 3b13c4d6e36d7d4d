"""From the folder to a `Workspace`: every file on its own, so that a broken one never hides the others."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from threading import Lock
from typing import NamedTuple, TypeVar

from okr_tui.domain.cycle import CycleFile
from okr_tui.domain.errors import OkrError
from okr_tui.domain.ids import is_id
from okr_tui.domain.journal import Journal
from okr_tui.domain.people import People, Team, Teams
from okr_tui.domain.plan import Plan
from okr_tui.domain.problem import Problem
from okr_tui.domain.review import Review
from okr_tui.domain.settings import Settings
from okr_tui.domain.table import File
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.kept import Kept, Signature, signature_of
from okr_tui.store.layout import PEOPLE, SETTINGS, TEAMS, place_of
from okr_tui.store.tables import bytes_of, unreadable
from okr_tui.store.validate import model_of, problems_at
from okr_tui.words.language import _

AnyFile = TypeVar("AnyFile", bound=File)

_WORTH_KEEPING = 20
"""Files that were parsed anew from which on what was read is kept again."""


UNREAD = Signature(0, 0, 0, 0)
"""The signature of what is not read a second time."""


class Parsed(NamedTuple):
    """A file as it was read last: its model, or what is wrong with it."""

    signature: Signature
    model: File | None
    problems: tuple[Problem, ...]


class Reader:
    """Reads one workspace, and again only what has changed since.

    Args:
        root: the folder of the workspace.
        cache: this machine's cache folder for the workspace; without one every file is parsed.

    Attributes:
        changed: the files that were new, different or gone when the last workspace was read.
    """

    def __init__(self, root: Path, cache: Path | None = None) -> None:
        self.root = root
        self._kept = None if cache is None else Kept(cache)
        self._parsed_anew = 0
        self._files: dict[str, Parsed] = {}
        self._looked_at: set[str] = set()
        self._workspace: Workspace | None = None
        self._revision = 0
        self._reading = Lock()
        self.changed: tuple[str, ...] = ()

    def read(self) -> Workspace:
        """The workspace as it is now; the very same value as before where nothing has changed.

        Closed cycles are read only in part until `look_at` asks for them. May be called from several threads.

        Raises:
            OkrError: there is no workspace here.
        """
        with self._reading:
            return self._read()

    def _read(self) -> Workspace:
        if not os.path.lexists(self.root / SETTINGS):
            raise OkrError(_("There is no okr.toml in {folder}; “okr init” makes one.").format(folder=self.root))
        seen: dict[str, Parsed] = {}
        for path in (SETTINGS, PEOPLE, TEAMS):
            if os.path.lexists(self.root / path):
                seen[path] = self._file(path)
        for cycle in self._cycle_ids():
            frame = seen[_frame_path(cycle)] = self._file(_frame_path(cycle))
            for path in self._paths(cycle, frame.model):
                seen[path] = self._file(path)
        known, self._files = self._files, seen
        changed = tuple(path for path in {**known, **seen} if not _same(known.get(path), seen.get(path)))
        if not changed and self._workspace is not None:
            return self._workspace
        self.changed = changed
        self._revision += 1
        if self._kept is not None and self._parsed_anew >= _WORTH_KEEPING:
            self._kept.keep({path: (file.signature, file.model) for path, file in seen.items() if file.model})
            self._parsed_anew = 0
        self._workspace = self._assembled()
        return self._workspace

    def look_at(self, *cycles: str) -> Workspace:
        """The workspace with everything of these cycles, closed or not."""
        if not self._looked_at.issuperset(cycles):
            self._looked_at.update(cycles)
            self._workspace = None
        return self.read()

    @property
    def files(self) -> Mapping[str, File | None]:
        """Every file that was read last, by its path; None for one that can't be read."""
        return {path: found.model for path, found in self._files.items()}

    def forget(self, paths: Iterable[str]) -> None:
        """Makes the next `read` parse these files again, whatever their size and time say."""
        for path in paths:
            self._files.pop(path, None)

    def _cycle_ids(self) -> list[str]:
        return [
            entry.name
            for entry in entries(self.root, "cycles")
            if is_id(entry.name) and is_folder(entry) and os.path.lexists(Path(entry.path, "cycle.toml"))
        ]

    def _paths(self, cycle: str, frame: File | None) -> Iterator[str]:
        """The files of a cycle worth reading: of a closed one that nobody looks at, only the reviews."""
        closed = isinstance(frame, CycleFile) and frame.cycle.closed
        folders = ("review",) if closed and cycle not in self._looked_at else ("okrs", "review", "journal")
        for folder in folders:
            for path in _toml_files(self.root, f"cycles/{cycle}/{folder}"):
                if place_of(path):
                    yield path

    def _file(self, path: str) -> Parsed:
        try:
            status = Path(self.root, path).stat()
        except OSError as error:
            return _broken(path, UNREAD, unreadable(error))
        signature = signature_of(status)
        known = self._files.get(path)
        if known is not None and known.signature == signature:
            return known
        kept = None if self._kept is None else self._kept.model(path, signature)
        if kept is not None:
            return Parsed(signature, kept, ())
        self._parsed_anew += 1
        return read_file(self.root, path, signature)

    def _assembled(self) -> Workspace:
        problems = tuple(problem for parsed_file in self._files.values() for problem in parsed_file.problems)
        settings = self._model(SETTINGS, Settings) or Settings(format=1, id="unreadable", name=self.root.name[:80])
        people = self._model(PEOPLE, People)
        teams = self._model(TEAMS, Teams)
        listed = teams.team if teams else ()
        cycles = self._cycles(listed)
        missing = _teams_of_plans(cycles, listed) if teams is None else ()
        models = ((path, found.model) for path, found in self._files.items() if found.model is not None)
        conflicts = tuple((path, row) for path, model in models for row in model.conflict)
        return Workspace(
            settings, people.person if people else (), (*listed, *missing), cycles, problems, self._revision, conflicts
        )

    def _model(self, path: str, kind: type[AnyFile]) -> AnyFile | None:
        found = self._files.get(path)
        return found.model if found and isinstance(found.model, kind) else None

    def _cycles(self, listed: tuple[Team, ...]) -> dict[str, CycleContent]:
        inside: dict[str, list[tuple[str, File]]] = {}
        for path, found in self._files.items():
            place = place_of(path)
            if place is not None and place.cycle and found.model is not None:
                inside.setdefault(place.cycle, []).append((place.name, found.model))
        return {
            cycle: self._content(cycle, models, listed)
            for cycle, models in inside.items()
            if self._model(_frame_path(cycle), CycleFile)
        }

    def _content(self, cycle: str, models: list[tuple[str, File]], listed: tuple[Team, ...]) -> CycleContent:
        frame = next(model for _name, model in models if isinstance(model, CycleFile))
        order = {team.id: index for index, team in enumerate(listed)}
        plans = {name: model for name, model in models if isinstance(model, Plan)}
        return CycleContent(
            frame,
            dict(sorted(plans.items(), key=lambda item: (order.get(item[0], len(order)), item[0]))),
            tuple(model for _name, model in models if isinstance(model, Journal)),
            {name: model for name, model in models if isinstance(model, Review)},
            complete=not frame.cycle.closed or cycle in self._looked_at,
        )


def _same(before: Parsed | None, now: Parsed | None) -> bool:
    """Whether a file is as it was; one that can't be read is, as long as the same is wrong with it."""
    return before is now or (
        before is not None and now is not None and before.model is now.model is None and before == now
    )


def read_file(root: Path, path: str, signature: Signature = UNREAD) -> Parsed:
    """One file of the workspace, parsed and validated; what is wrong becomes problems, never an exception."""
    place = place_of(path)
    if place is None:
        raise ValueError(path)
    data = bytes_of(root, path)
    if isinstance(data, Refused):
        return _broken(path, signature, data)
    tables = parsed(data)
    if isinstance(tables, Refused):
        return _broken(path, signature, tables)
    model = model_of(place, tables)
    if isinstance(model, File):
        return Parsed(signature, model, ())
    return Parsed(signature, None, problems_at(data.decode("utf-8"), path, model))


def _broken(path: str, signature: Signature, refused: Refused) -> Parsed:
    return Parsed(signature, None, (refused.problem(path),))


def _teams_of_plans(cycles: dict[str, CycleContent], listed: tuple[Team, ...]) -> tuple[Team, ...]:
    """Where teams.toml can't be read: a team for every plan, so that the rest can be used."""
    known = {team.id for team in listed}
    names = dict.fromkeys(name for content in cycles.values() for name in content.plans if name not in known)
    return tuple(Team(id=name, name=name) for name in names)


def _frame_path(cycle: str) -> str:
    """Where the frame of a cycle stands; unlike `layout.cycle_path` for any folder that `place_of` takes."""
    return f"cycles/{cycle}/cycle.toml"


def entries(root: Path, folder: str) -> list[os.DirEntry[str]]:
    """What stands in a folder of the workspace, by name; nothing where it is missing, unreadable or a link to elsewhere."""
    full = root / folder
    try:
        if full.is_symlink() and not full.resolve().is_relative_to(root.resolve()):
            return []
        with os.scandir(full) as found:
            return sorted(found, key=lambda entry: entry.name)
    except (OSError, RuntimeError):  # RuntimeError: a loop of links
        return []


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder itself; links to folders are not followed."""
    return entry.is_dir(follow_symlinks=False)


def _toml_files(root: Path, folder: str) -> Iterator[str]:
    """Paths of the TOML files in a folder and its folders."""
    for entry in entries(root, folder):
        if is_folder(entry):
            yield from _toml_files(root, f"{folder}/{entry.name}")
        elif entry.name.endswith(".toml"):
            yield f"{folder}/{entry.name}"
