"""Where what leaves the workspace goes: a file of the person's choice, else standard output."""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from okr_tui.cli.context import Here
from okr_tui.cli.streams import unwritten
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.store.layout import place_of
from okr_tui.words.language import _

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def out_option(command: Decorated) -> Decorated:
    """The option `-o FILE`, as `out`."""
    return click.option("-o", "--output", "out", metavar="FILE", help=_("Write into this file."))(command)


def give(where: Here, text: str, out: str | None, *, mark: bool = False) -> None:
    """Writes a text into a file, in one step, or prints it.

    Args:
        where: where the command runs.
        text: with its line ends as they are to be.
        out: the file; None or "-" for standard output.
        mark: a file begins with a byte order mark, by which a spreadsheet knows UTF-8.

    Raises:
        WrongUsage: the file is one of the workspace.
        OkrError: it can't be written.
    """
    if out is None or out == "-":
        click.echo(text, nl=False)
        if (error := unwritten()) is not None:  # what goes out is the whole of what was asked for
            raise OkrError(_("This could not be printed: {reason}.").format(reason=error.strerror or error))
        return
    from okr_tui.store.disk import discard, staged, swap

    path = Path(out)
    try:
        full = path.resolve()
        root = where.root.resolve()
        if full.is_relative_to(root) and place_of(full.relative_to(root).as_posix()) is not None:
            raise WrongUsage(_("“{file}” is a file of the workspace; name another one.").format(file=out[:200]))
        if full.exists() and not full.is_file():  # a pipe, /dev/stdout: nothing to swap
            full.write_bytes(text.encode("utf-8"))
            return
        mode = stat.S_IMODE(full.stat().st_mode) if full.exists() else None  # what was private stays so
        temporary = staged(full, text.encode("utf-8-sig" if mark else "utf-8"), mode)
        try:
            swap(temporary, full)
        except OSError:
            discard(temporary)
            raise
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OkrError(_("{file} can't be written: {reason}.").format(file=out[:200], reason=reason)) from error
    click.echo(_("written: {file}").format(file=out), err=True)
