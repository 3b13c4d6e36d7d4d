"""What `okr init` does with git: a repository of the workspace's own, or the one it lies in made ready."""

from collections.abc import Callable
from pathlib import Path

import click

from okr_tui.domain.errors import OkrError
from okr_tui.words.failures import sentence
from okr_tui.words.language import _


def wanted(root: Path, said: bool | None, confirm: Callable[[str], bool]) -> bool:
    """Whether a repository is to be made: as the options say, else asked where there is none yet and git is there.

    Args:
        root: the folder of the workspace, which may not exist yet.
        said: `--git` or `--no-git`; None when neither was given.
        confirm: asks a question.
    """
    if said is not None:
        return said
    from okr_tui.store.git.process import git_program
    from okr_tui.store.git.repository import repository_of

    above = next(each for each in (root.resolve(), *root.resolve().parents) if each.is_dir())
    if git_program(above) is None or repository_of(above) is not None:
        return False
    return confirm(_("Keep it in a git repository, so that you can share it?"))


def put(root: Path, me: str | None, *, make: bool) -> None:
    """Makes the repository, or registers the merge driver in the one around, and says so.

    Args:
        root: the workspace folder.
        me: who founded it.
        make: whether it gets a repository of its own.

    Raises:
        OkrError: git was asked for and is not there, or refuses.
    """
    from okr_tui.actions.sharing import prepare, put_into_git
    from okr_tui.store.glance import glance
    from okr_tui.store.state import state_folder

    if not make:
        try:
            if prepare(root):
                click.echo(_("git merges its files by tables in this clone; “okr sync” shares them."))
        except OkrError as error:
            click.echo(f"okr: {sentence(error)}", err=True)
        return
    waits = put_into_git(root, state_folder(root, glance(root).id), me)
    click.echo(_("It is in a git repository of its own; “okr sync” shares it once there is a remote."))
    if waits is not None:
        click.echo("okr: " + _("the first commit waits: {why}").format(why=waits), err=True)
