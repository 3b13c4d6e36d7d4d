"""Everything that is wrong in a workspace, all at once, without writing anything (`okr check`)."""

import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import tomli

from okr_tui.domain.problem import Problem
from okr_tui.domain.table import File
from okr_tui.store.checks.days import ahead, days
from okr_tui.store.checks.figures import figures
from okr_tui.store.checks.finding import Files, Finding, tables_of
from okr_tui.store.checks.ids import IDS, loops, names
from okr_tui.store.checks.names import misnamed, strangers
from okr_tui.store.checks.references import dangling, zones
from okr_tui.store.codec import BYTE_ORDER_MARK
from okr_tui.store.copied import copied
from okr_tui.store.everything import files_below
from okr_tui.store.layout import PEOPLE, TEAMS, TOP, place_of
from okr_tui.store.lines import Lines
from okr_tui.store.listing import entries, is_folder
from okr_tui.store.reader import Reader, read_file
from okr_tui.store.tables import bytes_of
from okr_tui.store.validate import unknown_keys
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

_TOML_1_1 = re.compile(r"\(at line (\d+), column (\d+)\)")
_PERHAPS_NEW = re.compile(r"\{|\\[ex]|(?<![:0-9+-])[0-9]{2}:[0-9]{2}(?!:)")
"""Without any of these, nothing is new in TOML 1.1: inline tables, two escapes, and times without seconds."""


def check(root: Path, today: date | None = None) -> tuple[Problem, ...]:
    """Every problem of a workspace, by file, line and column; closed cycles and files that nobody reads included.

    Args:
        root: the workspace folder.
        today: the day, for what is dated ahead; without one nothing is.

    Raises:
        OkrError: there is no workspace here.
    """
    reader = Reader(root)
    workspace = reader.read()
    closed = [identity for identity, content in workspace.cycles.items() if content.cycle.closed]
    if closed:
        workspace = reader.look_at(*closed)
    files: dict[str, File | None] = dict(reader.files)
    problems = list(workspace.problems)
    for path in _paths(root):
        if place_of(path) is None:
            problems.append(_ignored(root, path))
        elif path not in files:
            found = read_file(root, path)
            files[path] = found.model
            problems += found.problems
    problems += _without_frame(root)
    read = {path: files[path] for path in sorted(files)}
    texts = _Texts(root)
    problems += _located(texts, _findings({path: model for path, model in read.items() if model}, read, texts, today))
    problems += [problem for path, model in read.items() if model for problem in _read_elsewhere(texts, path)]
    return tuple(sorted(set(problems), key=lambda problem: (problem.file, problem.line, problem.column, problem.code)))


class _Texts:
    """The texts of the files, read again when a problem needs its line."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def of(self, path: str) -> str:
        """The text of a file, without a byte-order mark; empty where it can't be read."""
        return self._whole(path).removeprefix(BYTE_ORDER_MARK)

    def marked(self, path: str) -> bool:
        """Whether a file begins with a byte-order mark."""
        return self._whole(path).startswith(BYTE_ORDER_MARK)

    def _whole(self, path: str) -> str:
        data = bytes_of(self._root, path)
        return data.decode("utf-8", errors="replace") if isinstance(data, bytes) else ""


def _findings(files: Files, read: dict[str, File | None], texts: _Texts, today: date | None) -> Iterator[Finding]:
    """What every check finds in the files that could be read."""
    tables = list(tables_of(files))
    known, twice = names(tables)
    perhaps = {identity for path, model in read.items() if model is None for identity in IDS.findall(texts.of(path))}
    missing = {kind for path, kind in ((PEOPLE, "person"), (TEAMS, "team")) if path not in read}
    yield from twice
    yield from misnamed(files)
    yield from dangling(tables, known, perhaps, lambda each: not missing.isdisjoint(each.kinds))
    yield from loops(tables)
    yield from zones(files)
    yield from days(files, tables)
    yield from ahead(tables, today) if today is not None else ()
    yield from figures(tables)
    yield from strangers(tables)
    for path, model in files.items():
        for where, code, message in unknown_keys(model):
            yield Finding(path, where, "hint", code, message)
        for index, row in enumerate(model.conflict):
            message = _("Two people changed “{about}” differently and nobody has chosen yet: “okr resolve”.")
            yield Finding(path, ("conflict", index), "warning", "conflict", message.format(about=one_line(row.about)))
    for path in (PEOPLE, TEAMS):
        if path not in read:
            advice = _("There is no {file} yet: nobody can own anything; “okr add person” and “okr add team” write it.")
            message = advice.format(file=path)
            yield Finding(path, (), "warning", "missing-file", message)


def _located(texts: _Texts, findings: Iterable[Finding]) -> Iterator[Problem]:
    """The findings with their lines; each text is looked through once."""
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.file, []).append(finding)
    for path, found in by_file.items():
        lines = Lines(texts.of(path))
        for each in found:
            spot = lines.key(each.where) if each.code == "unknown-key" else lines.value(each.where)
            yield Problem(path, *spot, each.severity, each.code, each.message)


def _read_elsewhere(texts: _Texts, path: str) -> Iterator[Problem]:
    """What `tomli` reads and `tomllib` would not, so that another program may stumble over it; and tables copied by hand."""
    if texts.marked(path):
        told = _("The file begins with a byte-order mark, which TOML does not have; save it as UTF-8 without BOM.")
        yield Problem(path, 1, 1, "hint", "byte-order-mark", told)
    text = texts.of(path)
    loads = tomllib.loads if _PERHAPS_NEW.search(text) else tomli.loads  # four times as fast
    try:
        for said, new, where in copied(loads(text)):
            told = _(
                "A copy of “{said}” got the id “{new}” when the file was merged; give it words of its own, or remove it."
            )
            yield Problem(path, *Lines(text).value((*where, "id")), "hint", "copied", told.format(said=said, new=new))
    except tomllib.TOMLDecodeError as error:
        at = _TOML_1_1.search(str(error))
        line, column = (int(at[1]), int(at[2])) if at else (1, 1)
        message = _("This is TOML 1.1, which other programs can't read yet; write it as in TOML 1.0.")
        yield Problem(path, line, column, "hint", "toml-1-1", message)


def _ignored(root: Path, path: str) -> Problem:
    """Why a file or a link among the workspace's files is not read."""
    if (root / path).is_symlink():
        message = _("This is a link that is not followed; put what it leads to here.")
        return Problem(path, 1, 1, "warning", "link", message)
    message = _("okr does not read this file: its name or place is none of a workspace; rename, merge or remove it.")
    return Problem(path, 1, 1, "hint", "ignored", message)


def _paths(root: Path) -> Iterator[str]:
    """Paths of the workspace's files and of everything that could be taken for one."""
    stems = tuple(name.removesuffix(".toml") for name in TOP)
    for entry in entries(root, "."):
        if entry.name in TOP or (entry.name.startswith(stems) and ".toml" in entry.name and entry.is_file()):
            yield entry.name
    if (root / "cycles").is_symlink() and not entries(root, "cycles"):
        yield "cycles"
    yield from files_below(root, "cycles", legs=False)  # legs are copies that nobody reads again


def _without_frame(root: Path) -> Iterator[Problem]:
    """Folders of `cycles` that hold files and no cycle.toml; an empty one is left where a new cycle was taken back."""
    for entry in entries(root, "cycles"):
        path = f"cycles/{entry.name}/cycle.toml"
        if not is_folder(entry) or entry.name.startswith(".") or os.path.lexists(root / path):
            continue
        if any(files_below(root, f"cycles/{entry.name}", legs=False)):
            message = _(
                "The cycle has no cycle.toml, so nothing in this folder is read; write one or remove the folder."
            )
            yield Problem(path, 1, 1, "warning", "no-cycle", message)
