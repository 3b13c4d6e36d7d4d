"""Two histories of a workspace brought together in one commit, inside the repository alone."""

from okr_tui.domain.errors import PersonMustDecide
from okr_tui.store.git.larger import workspace_in
from okr_tui.store.git.process import Git
from okr_tui.store.git.trees import merged_tree
from okr_tui.words.language import _


def holds(git: Git, commit: str, other: str) -> bool:
    """Whether a commit has another one in its history, or is it."""
    return git.ask("merge-base", "--is-ancestor", other, commit).code == 0


def same_files(git: Git, commit: str, other: str) -> bool:
    """Whether two commits hold the same files."""
    return git.line("rev-parse", f"{commit}^{{tree}}") == git.line("rev-parse", f"{other}^{{tree}}")


def joined(git: Git, ours: str | None, theirs: str | None, tried: str | None = None) -> str | None:
    """The commit that holds everything of both sides; None where there is none at all.

    Args:
        git: the repository.
        ours: the commit at which this clone stands.
        theirs: the one that others have shared.
        tried: what ours was merged to when others were quicker: only what came since is merged then.

    Raises:
        PersonMustDecide: they are no versions of one workspace, or a person must merge a file.
    """
    if ours is None or theirs is None:
        return ours or theirs
    if holds(git, ours, theirs):
        return ours
    return theirs if holds(git, theirs, ours) else _both(git, ours, theirs, tried or ours)


def _both(git: Git, ours: str, theirs: str, merged: str) -> str:
    """A commit that merges two, from what is merged of them already."""
    if git.ask("merge-base", ours, theirs).code != 0:
        _same_workspace(git, ours, theirs)
    tree = merged_tree(git, merged, theirs)
    signed = git.ask("config", "--type=bool", "--get", "commit.gpgSign").line == "true"
    told = ["-S"] if signed else []
    return git.line("commit-tree", *told, "-p", ours, "-p", theirs, "-m", _("OKR: merged what others shared"), tree)


def _same_workspace(git: Git, ours: str, theirs: str) -> None:
    """Refuses histories that have nothing in common, unless they hold one workspace."""
    if git.line("rev-parse", "--is-shallow-repository") == "true":
        raise PersonMustDecide(_("This clone holds only a part of the history; complete it: git fetch --unshallow."))
    found = (workspace_in(git, commit) for commit in (ours, theirs))
    if len({each[0] for each in found if each is not None}) > 1:
        message = _(
            "The remote holds another workspace; check its address (git remote -v), or clone it into another folder."
        )
        raise PersonMustDecide(message)
