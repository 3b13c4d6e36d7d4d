"""What `okr init` does with git: a repository of the workspace's own, or the one it lies in made ready."""

from collections.abc import Callable
from pathlib import Path

import click

from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.words.failures import sentence
from okr_tui.words.hostile import one_line
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


def branch_for(root: Path, said: str | None, in_git: bool | None) -> str | None:
    """The branch that a workspace gets in the larger repository it lies in; None where it lies in none.

    Args:
        root: the folder of the workspace, which may not exist yet.
        said: `--branch`.
        in_git: `--git` or `--no-git`: then it gets a repository of its own, or none.

    Raises:
        WrongUsage: no branch can be called this, or there is no larger repository.
    """
    from okr_tui.actions.sharing import larger_repository
    from okr_tui.store.git.larger import USUAL_BRANCH, is_branch_name

    if said is not None and not is_branch_name(said):
        raise WrongUsage(_("“{branch}” can't be the name of a branch.").format(branch=said[:80]))
    if in_git is None and larger_repository(root) is not None:
        return said or USUAL_BRANCH
    if said is not None:
        raise WrongUsage(_("--branch is for a folder inside a larger git repository, without --git or --no-git."))
    return None


def joined(root: Path, branch: str, *, new: bool) -> bool:
    """Puts the workspace that others share on this branch into the folder; False where there is none.

    Args:
        root: the folder.
        branch: the branch of the larger repository.
        new: whether options for a new workspace were given.

    Raises:
        WrongUsage: they were, but the branch has one.
        OkrError: git refuses.
    """
    from okr_tui.actions.sharing import join_branch, shared_branch

    name = shared_branch(root, branch)
    if name is None:
        return False
    if new:
        message = _(
            "The branch {branch} of this repository holds the workspace {name}; “okr init {folder}” puts it here, "
            "--branch makes another one."
        )
        raise WrongUsage(message.format(branch=branch, name=one_line(name), folder=root))
    join_branch(root, branch)
    message = _(
        "The workspace {name}, which others share on the branch {branch}, is in {folder}; “okr sync” shares it."
    )
    click.echo(message.format(name=one_line(name), branch=branch, folder=root.resolve()))
    return True


def returned(root: Path) -> bool:
    """Writes the files of a workspace again that git has removed from its own work tree; whether there were any.

    Raises:
        OkrError: git refuses.
    """
    from okr_tui.store.git.larger import bring_back

    if not bring_back(root):
        return False
    click.echo(_("The files of the workspace were missing in {folder}, and are back.").format(folder=root.resolve()))
    return True


def settle(root: Path, me: str | None, branch: str) -> None:
    """Gives a new workspace its own branch in the larger repository, and says so; where that can't be, says why.

    Args:
        root: the workspace folder.
        me: who founded it.
        branch: the branch.
    """
    from okr_tui.actions.sharing import move_to_own_branch
    from okr_tui.store.glance import glance
    from okr_tui.store.state import state_folder

    try:
        move_to_own_branch(root, state_folder(root, glance(root).id), me)
    except OkrError as error:
        click.echo(f"okr: {sentence(error)}", err=True)
        return
    message = _(
        "It is on a branch of its own ({branch}) in the repository around it, so the branch you work on stays as it is; "
        "“okr sync” shares it."
    )
    click.echo(message.format(branch=branch))
