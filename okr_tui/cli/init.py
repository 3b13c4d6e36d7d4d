"""`okr init`: a new workspace, in a few questions or by options."""

import os
import re
import secrets
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from okr_tui.cli import init_git
from okr_tui.cli.beginning import WAYS, Begin, beginning, not_both
from okr_tui.cli.confirming import confirmed
from okr_tui.cli.context import git_email, here
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.words.hostile import one_line
from okr_tui.words.language import LANGUAGES, _, speak

if TYPE_CHECKING:
    from okr_tui.domain.settings import Cadence

_IN_FRENCH, _IN_ENGLISH = "En français\u202f: okr init --language fr", "In English: okr init --language en"
"""Each in the language that it leads to."""
CADENCES = ("quarter", "tertial", "half", "custom")


@click.command(
    help=_(
        "Make a workspace in a folder (this one unless told otherwise). What is not given is asked for on a terminal.\n\n"
        'okr init --name Acme --cadence quarter --team Product --person "Noa Berger <noa@acme.example>"'
    )
)
@click.argument("directory", metavar="[DIR]", default=".")
@click.option("--name", help=_("What the company, department or association is called."))
@click.option("--language", type=click.Choice(LANGUAGES), help=_("The language that the workspace is written in."))
@click.option("--cadence", type=click.Choice(CADENCES), help=_("How long a cycle is: 3, 4, 6 months, or --weeks."))
@click.option("--weeks", type=click.IntRange(1, 260), help=_("Length of a custom cycle."))
@click.option("--year-start", type=click.IntRange(1, 12), default=1, help=_("The month in which your year begins."))
@click.option("--team", "teams", multiple=True, help=_("A team; give the option again for each."))
@click.option("--person", "people", multiple=True, help=_("“Name <address>: team, team”; you first, again for each."))
@click.option("--start", metavar="DATE", help=_("The first day of the cycle, where it isn't the usual one."))
@click.option("--begin", type=click.Choice(WAYS), help=_("In the last weeks of a cycle: begin with it, or the next."))
@click.option("--branch", help=_("In a larger repository: the branch it is shared on (okrs unless told otherwise)."))
@click.option("--git/--no-git", "in_git", default=None, help=_("Put it into a git repository of its own, or not."))
def init(
    directory: str, name: str | None, language: str | None, cadence: str | None, weeks: int | None, year_start: int,
    teams: tuple[str, ...], people: tuple[str, ...], start: str | None, begin: Begin | None, branch: str | None,
    in_git: bool | None,
) -> None:  # fmt: skip
    """Asks what is missing and writes the files."""
    from okr_tui.actions.first_files import Wanted
    from okr_tui.actions.found import found
    from okr_tui.domain.settings import Cadence

    root = Path(directory)
    if _there_already(root, in_git):
        return
    own_branch = init_git.branch_for(root, branch, in_git)
    if own_branch and init_git.joined(root, own_branch, new=bool(name or teams or people)):
        return
    not_both(start, begin)
    first_day = _day(start)
    asked = _Asked(terminal=on_a_terminal())
    speak(language or _language())
    if not (name and cadence and teams and people):
        asked.begins(root, other=language is None)
    name = name or asked.words(_("What is your company, department or group called?"), _name_of(root))
    email = git_email(root if root.is_dir() else Path.cwd())
    people = people or asked.people(_myself(root, email))
    teams = teams or asked.several(
        _("Which teams are there, with commas between them? Enter for none"), _teams_of(people)
    )
    cadence = cadence or ("custom" if weeks else asked.choice(_how_long(), CADENCES, "quarter"))
    if cadence == "custom":
        weeks = weeks or asked.number(_("How many weeks?"), 6)
    language = language or asked.choice(_("In which language do you write?"), LANGUAGES, _language(), shown=True)
    speak(language)
    agreed = Cadence(cycle=cast("Any", cadence), weeks=weeks, year_start=year_start)
    today = here().today
    first_day = first_day or _begins(agreed, begin, today, terminal=asked.terminal)
    wanted = Wanted(name, language, agreed, teams, people, first_day, own_branch)
    make = init_git.wanted(root, in_git, asked.yes)
    told = found(root, wanted, today, secrets.choice, email=email)
    _remember(root, told.id, told.me)
    _tell(root, told.me, told.cycle.start, told.cycle.end, told.kept)
    if own_branch:
        init_git.settle(root, told.me, own_branch)
    else:
        init_git.put(root, told.me, make=make)


def on_a_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty()


def _there_already(root: Path, in_git: bool | None) -> bool:
    """Whether there was a workspace to put into git, or one whose files could be brought back.

    Raises:
        WrongUsage: there is one, and nothing was asked for it.
        OkrError: it is on another branch of this clone, so a second one would come of it.
    """
    from okr_tui.store.git.elsewhere import on_another_branch
    from okr_tui.store.layout import SETTINGS

    if not os.path.lexists(root / SETTINGS):
        if init_git.returned(root):
            return True
        if in_git is not False and (elsewhere := on_another_branch(root)):
            raise OkrError(elsewhere)
        return False
    if in_git:
        init_git.put(root, None, make=True)
        return True
    raise WrongUsage(_("There is a workspace in {folder} already.").format(folder=root.resolve()))


class _Asked:
    """Asks on a terminal; elsewhere the usual answer is taken."""

    def __init__(self, *, terminal: bool) -> None:
        self.terminal = terminal

    def begins(self, root: Path, *, other: bool) -> None:
        """Says what this is about before the first question, and how to be asked in the other language.

        Args:
            root: where the workspace will be.
            other: the language was guessed.
        """
        if not self.terminal:
            return
        click.echo(_("A workspace for your OKRs, as text files in {folder}.").format(folder=root.resolve()))
        click.echo(_("A few questions; enter takes what stands in brackets. In the app, 5 changes all of it later."))
        if other:
            click.echo({"en": _IN_FRENCH, "fr": _IN_ENGLISH}[_language()])
        click.echo()

    def words(self, question: str, usual: str) -> str:
        return str(click.prompt(question, default=usual, show_default=bool(usual))).strip() if self.terminal else usual

    def choice(self, question: str, those: tuple[str, ...], usual: str, *, shown: bool = False) -> str:
        if not self.terminal:
            return usual
        return str(click.prompt(question, type=click.Choice(those), default=usual, show_choices=shown))

    def number(self, question: str, usual: int) -> int:
        return int(click.prompt(question, type=click.IntRange(1, 260), default=usual)) if self.terminal else usual

    def yes(self, question: str) -> bool:
        return self.terminal and confirmed(question, default=True)

    def people(self, usual: str) -> tuple[str, ...]:
        """Who is there: with semicolons between them, or commas where no teams are named."""
        question = _("Who is there? You first, as “Name <address>: team, team”, with semicolons between them")
        said = self.words(question, usual)
        return (said,) if ":" in said or ";" in said else tuple(part for part in said.split(",") if part.strip())

    def several(self, question: str, usual: str = "") -> tuple[str, ...]:
        said = self.words(question, usual)
        return tuple(part.strip() for part in said.split(",") if part.strip())


def _begins(cadence: "Cadence", begin: Begin | None, today: date, *, terminal: bool) -> date:
    """The first day of the cycle to begin with."""
    from okr_tui.domain.fiscal import cycle_of, late_beginning

    running = cycle_of(cadence, today)
    chosen = beginning(late_beginning(cadence, today), begin, today, terminal=terminal)
    return running.start if chosen == "running" else running.end + timedelta(days=1)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUsage(_("“{day}” is no date; write it as 2026-10-16.").format(day=text[:40])) from None


def _teams_of(people: tuple[str, ...]) -> str:
    """The teams that people were said to be in, as the answer to which teams there are."""
    from okr_tui.domain.pasted import named_people

    return ", ".join(dict.fromkeys(team for text in people for each in named_people(text) for team in each.teams))


def _how_long() -> str:
    """The question for the length of a cycle, with its answers as they are typed."""
    return _("How long is a cycle: quarter (3 months), tertial (4), half (6) or custom?")


def _language() -> str:
    """The language of the terminal, where it is one of ours."""
    said = next((os.environ[each] for each in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(each)), "")
    return said[:2] if said[:2] in LANGUAGES else "en"


def _name_of(root: Path) -> str:
    """The folder's name as a name."""
    return one_line(root.resolve().name.replace("-", " ").replace("_", " ")).strip().capitalize()[:80] or "OKR"


def _myself(root: Path, email: str) -> str:
    """Whoever runs this, as git knows them, else as the system does."""
    import getpass

    name = _git_name(root if root.is_dir() else Path.cwd())
    if not name:
        try:
            name = getpass.getuser().capitalize()
        except (OSError, KeyError):  # no account has this number
            name = ""
    name = " ".join(re.sub(r"[,;:<>]", " ", one_line(name)).split())
    return f"{name} <{email}>" if name and "@" in email else name


def _git_name(folder: Path) -> str:
    git = shutil.which("git")
    if git is None or not Path(git).is_absolute():
        return ""
    try:
        said = subprocess.run(  # noqa: S603 - an absolute program, fixed arguments, nothing that runs hooks
            [git, "config", "--get", "user.name"],
            cwd=folder, capture_output=True, timeout=1, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ""
    return said.stdout.decode("utf-8", "replace").strip() if said.returncode == 0 else ""


def _remember(root: Path, identity: str, me: str | None) -> None:
    from okr_tui.store.state import remember_me

    if me is None:
        return
    try:
        remember_me(root, identity, me)
    except OSError:
        click.echo("okr: " + _("who you are could not be remembered; say --me {me}").format(me=me), err=True)


def _tell(root: Path, me: str | None, start: date, end: date, kept: tuple[str, ...]) -> None:
    from okr_tui.actions.found import ATTRIBUTES

    click.echo(_("A workspace is in {folder}; its cycle runs from {start} to {end}.").format(
        folder=root.resolve(), start=start, end=end
    ))  # fmt: skip
    for path in kept:
        message = _("{file} was there already and is as it was; add the line “{line}”.")
        click.echo(message.format(file=path, line=ATTRIBUTES.strip()))
    if me is not None:
        click.echo(_("You are {me}.").format(me=me))
    click.echo("")
    for command, what in (
        ("okr", _("opens the app")),
        ("okr add objective", _("drafts an objective")),
        ("okr next", _("says what comes next")),
        ("okr check", _("says whether the files are in order")),
    ):
        click.echo(f"  {command:<20}{what}")
