"""A workspace that others share, brought onto this machine: nothing of it is run, and a failure leaves nothing behind."""

import re
import shutil
from pathlib import Path

from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.store.git.driver import register
from okr_tui.store.git.process import NETWORK, Git
from okr_tui.store.git.repository import Repository, commit_of, repository_of
from okr_tui.store.git.trust import trust
from okr_tui.store.layout import SETTINGS
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

_LAST_PART = re.compile(r"[/:\\]([^/:\\]+?)(?:\.git)?/*$")


def folder_for(url: str) -> Path:
    """The folder that a clone gets where nobody names one: the last part of the address.

    Raises:
        WrongUsage: it has none.
    """
    found = _LAST_PART.search(f"/{url.strip()}")
    name = found[1] if found else ""
    if not name or name in {".", ".."} or name.startswith("-"):
        raise WrongUsage(_("Say into which folder it goes: okr clone ADDRESS FOLDER."))
    return Path(name)


def clone(url: str, root: Path) -> Repository:
    """Clones a workspace, trusts the repository that was just named, and registers the merge driver in it.

    Args:
        url: the address, as git takes it.
        root: the folder it gets; there is none yet, or an empty one.

    Returns:
        Its repository.

    Raises:
        WrongUsage: something stands there already, or there is no workspace at the top of the repository.
        OkrError: it can't be reached or written; nothing is left behind then.
    """
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise WrongUsage(_("{folder} is there already and is not empty; name another folder.").format(folder=root))
    if not url.strip() or url.startswith("-") or "::" in url.split("/", maxsplit=1)[0]:
        raise WrongUsage(
            _("“{url}” is no address that a repository can be cloned from.").format(url=one_line(url[:80]))
        )
    there = root.exists()
    above = root.resolve().parent
    if not above.is_dir():
        raise WrongUsage(_("There is no folder {folder}.").format(folder=above))
    try:
        return _cloned(Git(above), url, root)
    except BaseException:
        shutil.rmtree(root, ignore_errors=True)
        if there:
            root.mkdir(exist_ok=True)
        raise


def _cloned(git: Git, url: str, root: Path) -> Repository:
    answer = git.ask(
        "clone", "-q", "--template=", "--no-recurse-submodules", "--", url, str(root.resolve()), within=NETWORK,
    )  # fmt: skip
    if answer.code != 0:
        lines = [line for line in answer.said.splitlines() if line.startswith(("fatal:", "ssh:", "remote:", "ERROR"))]
        why = one_line((lines or answer.said.splitlines() or ["?"])[-1].removeprefix("fatal:").strip())[:200]
        message = _(
            "{url} can't be cloned: {why}. If it asks for a password, sign in once with “git clone”, then try again."
        )
        raise OkrError(message.format(url=one_line(url[:120]), why=why.rstrip(".")))
    repository = repository_of(root)
    if repository is None:
        raise OkrError(_("git made no repository here."))
    inside = Git(repository.top)
    if commit_of(inside, "HEAD") is None:
        _check_out_the_workspace(inside)
    if not (root / SETTINGS).is_file():
        raise WrongUsage(_nothing_here(inside))
    trust(repository)
    register(inside, repository)
    return repository


def _check_out_the_workspace(git: Git) -> None:
    """Checks out the branch that holds a workspace, where the remote's HEAD names one that does not exist."""
    names = (
        git.tell("for-each-ref", "--format=%(refname:short)", "refs/remotes/origin").decode("utf-8", "replace").split()
    )
    holding = [name for name in names if git.ask("cat-file", "-e", f"{name}:{SETTINGS}").code == 0]
    if holding:
        branch = holding[0].removeprefix("origin/")
        git.tell("checkout", "-q", "-b", branch, "--track", holding[0])


def _nothing_here(git: Git) -> str:
    if commit_of(git, "HEAD") is None:
        return _(
            "That repository is empty: make the workspace with “okr init --git”, name the repository with "
            "“git remote add origin ADDRESS”, and share it with “okr sync”."
        )
    files = git.tell("ls-tree", "-r", "--name-only", "-z", "HEAD").decode("utf-8", "replace").split("\0")
    inside = sorted(path.removesuffix(f"/{SETTINGS}") for path in files if path.endswith(f"/{SETTINGS}"))
    if inside:
        message = _(
            "The workspace is a part of that repository, in {folder}: clone it with git, and run “okr init {folder}” in the "
            "clone; that takes up the shared one."
        )
        return message.format(folder=one_line(inside[0]))
    return _("There is no okr workspace in that repository.")
