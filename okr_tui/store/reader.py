"""From the folder to a `Workspace`: every file on its own, so that a broken one never hides the others."""

import os
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from okr_tui.domain.cycle import CycleFile
from okr_tui.domain.errors import OkrError
from okr_tui.domain.journal import Journal
from okr_tui.domain.people import People, Team, Teams
from okr_tui.domain.plan import Plan
from okr_tui.domain.problem import Problem
from okr_tui.domain.review import Review
from okr_tui.domain.settings import Settings
from okr_tui.domain.shelf import Reviews, Shelf, Shelved, shelved_journal, shelved_review
from okr_tui.domain.table import File
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.kept import Kept, OnShelf, Signature, ToKeep, signature_of
from okr_tui.store.layout import PEOPLE, SETTINGS, TEAMS, TOP, Place, place_of
from okr_tui.store.listing import cycle_ids, files_of
from okr_tui.store.tables import bytes_of, unreadable
from okr_tui.store.validate import model_of, problems_at
from okr_tui.words.language import _

AnyFile = TypeVar("AnyFile", bound=File)

_WORTH_KEEPING = 20
"""Files that were parsed anew from which on what was read is kept again."""
UNREAD = Signature(0, 0, 0, 0)
"""The signature of what is not read a second time."""


class Parsed:
    """A file as it was read last: its model, a place on a shelf, or what is wrong with it.

    Args:
        signature: what the file was when it was read.
        found: its model, or what is opened later; None for a file that can't be read.
        problems: why it can't be read.

    Attributes:
        signature: as given; found and problems likewise, but for a journal and a review, which stand on a shelf.
    """

    __slots__ = ("found", "problems", "signature")

    def __init__(self, signature: Signature, found: File | OnShelf | None, problems: tuple[Problem, ...] = ()) -> None:
        self.signature, self.problems = signature, problems
        if isinstance(found, Journal):
            found = shelved_journal(found)
        elif isinstance(found, Review):
            found = shelved_review(found)
        self.found = found

    @property
    def shelved(self) -> OnShelf | None:
        """A journal or a review; None for any other file."""
        return self.found if isinstance(self.found, Shelved) else None

    @property
    def tells(self) -> bool:
        """Whether it says anything but figures."""
        return not isinstance(self.found, Shelved) or self.found.talks

    @property
    def model(self) -> File | None:
        """Its model; None for one that can't be read."""
        return self.found.opened if isinstance(self.found, Shelved) else self.found

    def same(self, other: "Parsed | None") -> bool:
        """Whether nothing has changed; one that can't be read is the same as long as the same is wrong with it."""
        return self is other or (
            other is not None
            and self.found is None
            and other.found is None
            and (self.signature, self.problems) == (other.signature, other.problems)
        )


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
        self._forgotten: set[str] = set()
        self._looked_at: set[str] = set()
        self._workspace: Workspace | None = None
        self._revision = 0
        self._reading = Lock()
        self.changed: tuple[str, ...] = ()

    def read(self, touched: Iterable[str] = ()) -> Workspace:
        """The workspace as it is now; the very same value as before where nothing has changed.

        Closed cycles are read only in part until `look_at` asks for them. May be called from several threads.

        Args:
            touched: the files that may have changed since the last time, relative to the workspace; without any
                every file is looked at.

        Raises:
            OkrError: there is no workspace here.
        """
        with self._reading:
            return self._taken(self._some(touched) or self._all())

    def _all(self) -> dict[str, Parsed]:
        """Every file as it is now."""
        if not os.path.lexists(self.root / SETTINGS):
            raise OkrError(_("There is no okr.toml in {folder}; “okr init” makes one.").format(folder=self.root))
        seen = {path: self._file(path) for path in TOP if os.path.lexists(self.root / path)}
        known: Container[str] = self._files or self._kept or ()
        for cycle in cycle_ids(self.root):
            path = _frame_path(cycle)
            seen[path] = frame = self._file(path)
            for path, status in files_of(self.root, cycle, self._folders(cycle, frame.model), known):
                seen[path] = self._file(path, status)
        return seen

    def _some(self, touched: Iterable[str]) -> dict[str, Parsed] | None:
        """Every file where only some may have changed; None where all must be looked at."""
        paths = set(touched)
        if self._workspace is None or not paths or not all(path in self._files for path in paths):
            return None
        anew = {path: self._file(path) for path in paths}
        if any(isinstance(found.model, CycleFile) or found.signature == UNREAD for found in anew.values()):
            return None
        return {**self._files, **anew}

    def _taken(self, seen: dict[str, Parsed]) -> Workspace:
        """The workspace of these files."""
        known, self._files = self._files, seen
        changed = tuple(path for path, found in seen.items() if not found.same(known.get(path)))
        changed += tuple(path for path in {**known, **dict.fromkeys(self._forgotten)} if path not in seen)
        self._forgotten.clear()
        if not changed and self._workspace is not None:
            return self._workspace
        self.changed = changed
        self._revision += 1
        self._workspace = self._assembled()
        return self._workspace

    def keep(self) -> None:
        """Keeps what was read for the next time, where enough of it was parsed anew; nobody needs to wait for it."""
        if self._kept is None or self._parsed_anew < _WORTH_KEEPING:
            return
        self._parsed_anew = 0
        files = self._files.items()
        self._kept.keep([ToKeep(path, file.signature, file.found) for path, file in files if file.found is not None])

    def look_at(self, *cycles: str) -> Workspace:
        """The workspace with everything of these cycles, closed or not."""
        if not self._looked_at.issuperset(cycles):
            self._looked_at.update(cycles)
            self._workspace = None
        return self.read()

    def go_on_with(self, cycle: str) -> None:
        """Goes on reading all of a cycle that is read in full, should it be closed meanwhile."""
        self._looked_at.add(cycle)

    @property
    def files(self) -> Mapping[str, File | None]:
        """Every file that was read last, by its path; None for one that can't be read."""
        return {path: found.model for path, found in self._files.items()}

    def forget(self, paths: Iterable[str]) -> None:
        """Makes the next `read` parse these files again, whatever their size and time say."""
        for path in paths:
            if self._files.pop(path, None) is not None:
                self._forgotten.add(path)

    def _folders(self, cycle: str, frame: File | None) -> tuple[str, ...]:
        """The folders of a cycle worth reading: of a closed one that nobody looks at, only the reviews."""
        closed = isinstance(frame, CycleFile) and frame.cycle.closed
        return ("review",) if closed and cycle not in self._looked_at else ("okrs", "review", "journal")

    def _file(self, path: str, status: os.stat_result | None = None) -> Parsed:
        try:
            signature = signature_of(status or os.stat(f"{self.root}/{path}"))  # noqa: PTH116 - thousands of them
        except OSError as error:
            return _broken(path, UNREAD, unreadable(error))
        known = self._files.get(path)
        if known is not None and known.signature == signature:
            return known
        kept = None if self._kept is None else self._kept.found(path, signature, self._anew)
        if kept is not None:
            return Parsed(signature, kept)
        self._parsed_anew += 1
        return read_file(self.root, path, signature)

    def _anew(self, path: str) -> File:
        """A journal or a review from its file, an empty one where it can no longer be read."""
        place, model = place_of(path) or Place("journal"), read_file(self.root, path).model
        if model is not None:
            return model
        if place.kind == "review":
            return Review(format=1, team=place.name)
        return Journal(format=1, person=place.name, week=place.week)

    def _assembled(self) -> Workspace:
        problems = tuple(problem for parsed_file in self._files.values() for problem in parsed_file.problems)
        settings = self._model(SETTINGS, Settings) or Settings(format=1, id="unreadable", name=self.root.name[:80])
        people = self._model(PEOPLE, People)
        teams = self._model(TEAMS, Teams)
        listed = teams.team if teams else ()
        cycles = self._cycles(listed)
        missing = _teams_of_plans(cycles, listed) if teams is None else ()
        models = ((path, found.model) for path, found in self._files.items() if found.tells)
        conflicts = tuple((path, row) for path, model in models if model is not None for row in model.conflict)
        return Workspace(
            settings, people.person if people else (), listed + missing, cycles, problems, self._revision, conflicts
        )

    def _model(self, path: str, kind: type[AnyFile]) -> AnyFile | None:
        found = self._files.get(path)
        return found.model if found and isinstance(found.model, kind) else None

    def _cycles(self, listed: tuple[Team, ...]) -> dict[str, CycleContent]:
        inside: dict[str, dict[str, list[tuple[str, Any]]]] = {}
        for path, parsed_file in self._files.items():
            if path not in TOP and parsed_file.found is not None:
                _above, cycle, folder, *_below = path.split("/", 3)
                inside.setdefault(cycle, {}).setdefault(folder, []).append((path, parsed_file.found))
        return {
            cycle: self._content(cycle, frame, files, listed)
            for cycle, files in inside.items()
            if (frame := self._model(_frame_path(cycle), CycleFile))
        }

    def _content(
        self, cycle: str, frame: CycleFile, files: dict[str, list[tuple[str, Any]]], listed: tuple[Team, ...]
    ) -> CycleContent:
        order = {team.id: index for index, team in enumerate(listed)}
        plans: dict[str, Plan] = {_name(path): plan for path, plan in files.get("okrs", ())}
        before = self._workspace.cycles.get(cycle) if self._workspace else None
        content = CycleContent(
            frame,
            dict(sorted(plans.items(), key=lambda item: (order.get(item[0], len(order)), item[0]))),
            Shelf([journal for _path, journal in files.get("journal", ())], before.shelf if before else None),
            Reviews({_name(path): review for path, review in files.get("review", ())}),
            complete=not frame.cycle.closed or cycle in self._looked_at,
        )
        if before is not None:
            content.follow(before)
        return content


def _name(path: str) -> str:
    """The name of a file: the id of its team or person."""
    return path.rpartition("/")[2].removesuffix(".toml")


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
        return Parsed(signature, model)
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
