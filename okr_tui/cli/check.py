"""`okr check`: what is wrong in the files of a workspace, for people, scripts and GitHub."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

import click

from okr_tui.cli.context import here
from okr_tui.domain.problem import Problem
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext


@click.command(help=_("Validate every file, and write nothing. Exit 1 when there is an error."))
@click.option(
    "--format", "format", type=click.Choice(["text", "json", "github"]), default="text",
    help=_("For people, for scripts, or as annotations of GitHub Actions."),
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=_("The same as --format json."))
@click.pass_context
def check(ctx: click.Context, format: str, *, as_json: bool) -> None:
    """Prints every problem of the workspace."""
    from okr_tui.store.check import check as checked

    root = here().root
    problems = checked(root, here().today)
    failed = any(problem.severity == "error" for problem in problems)
    if as_json or format == "json":
        click.echo(json.dumps({"ok": not failed, "problems": [problem._asdict() for problem in problems]}, indent=2))
    elif format == "github":
        for problem in problems:
            click.echo(annotation(problem, _folder_in_repository(root)))
    else:
        for problem in problems:
            click.echo(line(problem))
        click.echo(summary(problems))
    ctx.exit(1 if failed else 0)


def line(problem: Problem) -> str:
    """A problem on one line, in the form that editors can jump to."""
    place = f"{one_line(problem.file)}:{problem.line}:{problem.column}"
    return f"{place}: {severity_word(problem.severity)}: {one_line(problem.message)} [{problem.code}]"


def severity_word(severity: str) -> str:
    """What people read for a severity."""
    return {"error": _("error"), "warning": _("warning"), "hint": _("hint")}[severity]


def summary(problems: Sequence[Problem]) -> str:
    """How many problems of which kind there are."""
    if not problems:
        return _("Everything is in order.")
    counts = {word: sum(problem.severity == word for problem in problems) for word in ("error", "warning", "hint")}
    parts = [
        ngettext("{n} error", "{n} errors", counts["error"]).format(n=counts["error"]),
        ngettext("{n} warning", "{n} warnings", counts["warning"]).format(n=counts["warning"]),
        ngettext("{n} hint", "{n} hints", counts["hint"]).format(n=counts["hint"]),
    ]
    return ", ".join(part for part, n in zip(parts, counts.values(), strict=True) if n)


def annotation(problem: Problem, folder: str = "") -> str:
    """A problem as a workflow command of GitHub Actions.

    Args:
        problem: the problem.
        folder: the workspace's folder in the repository, "" at its top.
    """
    level = {"error": "error", "warning": "warning", "hint": "notice"}[problem.severity]
    path = _property(f"{folder}/{problem.file}" if folder else problem.file)
    return f"::{level} file={path},line={problem.line},col={problem.column}::{_data(problem.message)}"


def _data(words: str) -> str:
    """As GitHub's own toolkit escapes the message of a command; control characters never arrive there."""
    return one_line(words).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def _folder_in_repository(root: Path) -> str:
    """Where the workspace stands in what GitHub has checked out; elsewhere, seen from the current folder."""
    top = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    found = root.resolve()
    return found.relative_to(top).as_posix() if found.is_relative_to(top) and found != top else ""
