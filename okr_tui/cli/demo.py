"""`okr demo`: a sample workspace to look around in."""

import shlex
import sys
from pathlib import Path

import click

from okr_tui.cli.context import Here, here
from okr_tui.words.language import _, speak


@click.command(
    help=_(
        "Put a sample workspace into a folder and open it as one of its people: lumio (a start-up), rivage (a "
        "cooperative, in French) or solo (one person). Its dates are moved so that today is in the middle of a cycle."
    )
)
@click.argument("name", default="lumio")
@click.option("--dir", "directory", metavar="DIR", help=_("The folder for the workspace itself; else ./NAME."))
@click.option("--no-open", is_flag=True, help=_("Don't open the app; say what to type next."))
def demo(name: str, directory: str | None, *, no_open: bool) -> None:
    """Copies a sample and opens it."""
    from okr_tui.actions.samples import SAMPLES, copy_sample
    from okr_tui.store.config import own_language
    from okr_tui.store.state import remember_me

    where = here()
    folder = Path(directory) if directory else Path(name)
    copy_sample(name, folder, where.today)
    person = SAMPLES[name].person
    there = Here(str(folder), where.me_option, where.today_option)
    speak(own_language() or there.glance.language, there.glance.vocabulary)
    try:
        remember_me(folder, there.glance.id, person)
    except OSError:
        there.me_option = there.me_option or person  # for this once; the next start asks who it is
    if no_open or not _in_a_terminal():  # an app in a pipe would wait for ever
        _tell(folder, person, there)
        return
    from okr_tui.cli.open import open_app

    open_app(there)


def _in_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _tell(folder: Path, person: str, there: Here) -> None:
    """Where the workspace is, and what can be typed there."""
    from okr_tui.store.glance import known_people

    name = next((each.name for each in known_people(folder) if each.id == person), person)
    click.echo(
        _("A sample workspace, {workspace}, is in {folder}. You look around as {name}.").format(
            workspace=there.glance.name, folder=folder, name=name
        )
    )
    click.echo("")
    for command, what in (
        (f"cd {shlex.quote(str(folder))}", ""),
        ("okr", _("opens the app")),
        ("okr status", _("says where every key result stands")),
        ("okr due", _("says what {name} owes").format(name=name)),
        ("okr checkin", _("walks through what is due")),
    ):
        click.echo(f"  {command:<14}{what}".rstrip())
