"""What `okr doctor` looks at: this machine, this terminal, this workspace, and who is asking."""

import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Literal, NamedTuple

from okr_tui.cli.context import Here, git_email
from okr_tui.domain.errors import OkrError
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext

State = Literal["good", "note", "bad"]

SMALLEST = (80, 24)
"""Columns and lines that the app needs."""


class Finding(NamedTuple):
    """One thing that was looked at.

    Attributes:
        code: a word that stays the same from version to version.
        state: "good", "note" (works, could be better), "bad" (something does not work).
        message: one sentence, with what to do.
        mend: mends it and says what was done; None where only a person can.
        question: what is asked before it is mended.
    """

    code: str
    state: State
    message: str
    mend: Callable[[], str] | None = None
    question: str = ""


def diagnosis(where: Here) -> list[Finding]:
    """Everything that was looked at, in the order in which a person reads it."""
    found = [_program(), _folder(where)]
    if where.found_root is not None:
        from okr_tui.cli.doctor_git import sharing

        found += [_files(where), _me(where), *_leftovers(where), *sharing(where), _state(where)]
    return [*found, _terminal(), _editor(), *_config()]


def _program() -> Finding:
    try:
        own = version("okr-tui")
    except PackageNotFoundError:
        own = "?"
    python = platform.python_version()
    return Finding("program", "good", _("okr {version}, Python {python}.").format(version=own, python=python))


def _folder(where: Here) -> Finding:
    if where.found_root is None:
        from okr_tui.cli.no_workspace import no_workspace

        return Finding("workspace", "note", no_workspace(where.start.resolve()))
    message = _("The workspace {name} is in {folder}.")
    return Finding(
        "workspace", "good", message.format(name=one_line(where.glance.name) or "?", folder=where.found_root)
    )


def _files(where: Here) -> Finding:
    from okr_tui.store.check import check

    problems = check(where.root)
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = sum(problem.severity == "warning" for problem in problems)
    if errors:
        message = ngettext(
            "{n} error in the files; “okr check” says where.",
            "{n} errors in the files; “okr check” says where.",
            errors,
        )
        return Finding("files", "bad", message.format(n=errors))
    if warnings:
        message = ngettext(
            "{n} warning about the files; “okr check” says where.",
            "{n} warnings about the files; “okr check” says where.",
            warnings,
        )
        return Finding("files", "note", message.format(n=warnings))
    return Finding("files", "good", _("The files are in order."))


def _me(where: Here) -> Finding:
    """Who is asking, and how that is known."""
    from okr_tui.store.glance import known_people
    from okr_tui.store.state import remembered_me
    from okr_tui.words.failures import sentence

    try:
        me = where.me
    except OkrError as error:
        return Finding("me", "bad", _("Nobody knows who you are: {why}").format(why=sentence(error)))
    name = next((each.name for each in known_people(where.root) if each.id == me), me or "")
    who = {"name": one_line(name), "id": me or ""}
    if where.me_option:
        return Finding("me", "good", _("You are {name} ({id}), because --me says so.").format(**who))
    if os.environ.get("OKR_ME"):
        return Finding("me", "good", _("You are {name} ({id}), because OKR_ME says so.").format(**who))
    remembered = remembered_me(where.root, where.glance.id)
    if me is None:
        return _nobody(where, remembered)
    if remembered == me:
        return Finding("me", "good", _("You are {name} ({id}), as remembered on this machine.").format(**who))
    return Finding(
        "me", "note",
        _("You are {name} ({id}), because git's user.email is theirs; it is not remembered yet.").format(**who),
        lambda: _remember(where, me), _("Remember that you are {name}?").format(**who),
    )  # fmt: skip


def _remember(where: Here, me: str) -> str:
    from okr_tui.store.state import remember_me

    remember_me(where.root, where.glance.id, me)
    return _("It is remembered that you are {me}.").format(me=me)


def _nobody(where: Here, remembered: str | None) -> Finding:
    if remembered is not None:
        message = _("You were {id}, who is not in people.toml any more; say --me ID once, or set OKR_ME.")
        return Finding("me", "bad", message.format(id=remembered))
    email = one_line(git_email(where.root))
    if email:
        message = _("Nobody in people.toml has git's user.email, {email}; put it to your person there.")
        return Finding("me", "bad", message.format(email=email))
    return Finding("me", "bad", _("Nobody knows who you are; set OKR_ME to your id in people.toml."))


def _leftovers(where: Here) -> Iterator[Finding]:
    from okr_tui.store.leftovers import clear, leftovers

    def mend() -> str:
        gone = len(clear(where.root, where.state))
        return ngettext("{n} temporary file removed.", "{n} temporary files removed.", gone).format(n=gone)

    if found := len(leftovers(where.root)):
        message = ngettext(
            "{n} temporary file is left over from a writer that was stopped.",
            "{n} temporary files are left over from a writer that was stopped.",
            found,
        ).format(n=found)
        yield Finding("leftovers", "note", message, mend, _("Remove what is left over?"))


def _state(where: Here) -> Finding:
    folder = where.state
    there = next(each for each in (folder, *folder.parents) if each.exists())
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        message = _("What belongs to this machine is kept in {folder}.")
        return Finding("state", "good", message.format(folder=folder))
    message = _("{folder} can't be written, so nothing is remembered; make it yours or set XDG_STATE_HOME.")
    return Finding("state", "bad", message.format(folder=there))


def _terminal() -> Finding:
    if not sys.stdout.isatty():
        return Finding("terminal", "note", _("This is no terminal, so it can't be looked at."))
    columns, lines = shutil.get_terminal_size()
    colours = _colours()
    encoding = (sys.stdout.encoding or "?").lower()
    size = _("A terminal of {columns} × {lines}, {colours}, {encoding}.").format(
        columns=columns, lines=lines, colours=colours, encoding=encoding.upper()
    )
    if "utf" not in encoding:
        return Finding("terminal", "bad", size + " " + _("okr needs UTF-8: set LANG, for example to C.UTF-8."))
    if (columns, lines) < SMALLEST or columns < SMALLEST[0] or lines < SMALLEST[1]:
        return Finding("terminal", "note", size + " " + _("The app needs 80 × 24."))
    return Finding("terminal", "good", size)


def _colours() -> str:
    """How many colours the terminal says it has."""
    if os.environ.get("NO_COLOR"):
        return _("no colours (NO_COLOR is set)")
    if os.environ.get("COLORTERM", "").lower() in {"truecolor", "24bit"}:
        return _("all colours")
    kind = os.environ.get("TERM", "")
    if kind in {"", "dumb"}:
        return _("no colours (TERM is {term})").format(term=one_line(kind) or "?")
    return _("256 colours") if "256" in kind else _("16 colours")


def _editor() -> Finding:
    said = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    program = said.split()[0] if said.split() else ""
    if not program:
        return Finding("editor", "note", _("No editor is set; set EDITOR to the one that E should open."))
    if shutil.which(program) is None:
        message = _("The editor {editor} can't be found; set EDITOR to one that is installed.")
        return Finding("editor", "bad", message.format(editor=one_line(program)))
    return Finding("editor", "good", _("The editor is {editor}.").format(editor=one_line(program)))


def _config() -> Iterator[Finding]:
    """The person's own choices and themes: whether they can be read."""
    from okr_tui.store.codec import Refused, parsed
    from okr_tui.store.config import config_folder
    from okr_tui.store.shipped import shipped

    if not any(shipped("themes").glob("*.toml")):
        yield Finding("themes", "bad", _("The themes are missing from this installation; install okr again."))
    folder = config_folder()
    broken = []
    files = [folder / "config.toml", *sorted((folder / "themes").glob("*.toml"))]
    there = [path for path in files if os.path.lexists(path)]
    for path in there:
        try:
            found = parsed(path.read_bytes())
        except OSError as error:
            broken.append((path, error.strerror or str(error)))
            continue
        if isinstance(found, Refused):
            broken.append((path, found.message))
    for path, why in broken:
        yield Finding("config", "bad", _("{file}: {why}").format(file=path, why=one_line(why)))
    if not broken:
        message = (
            _("Your own settings and themes in {folder} can be read.") if there else _("No settings of your own yet.")
        )
        yield Finding("config", "good", message.format(folder=folder))
