"""A workspace inside a repository that holds other files: its folder is a work tree of its own, on a branch of its own.

Git there has one repository and two work trees: the folder somebody works in, on whatever branch, and inside it, at a
path listed in `.git/info/exclude`, the workspace on the branch it is shared on. Neither ever touches the other's branch.
"""

import re
from pathlib import Path

from okr_tui.domain.errors import OkrError, PersonMustDecide
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.git.blobs import ABSENT, contents, index_info
from okr_tui.store.git.placing import Placed, bytes_at, place
from okr_tui.store.git.process import Git
from okr_tui.store.git.repository import Repository, commit_of, repository_of
from okr_tui.store.lock import locked
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

USUAL_BRANCH = "okrs"
"""The branch of a workspace in a larger repository that names none; not `okr`, which would forbid `okr/<person>`."""


MOVING = "okr-moving"
"""Lies among what git keeps about a work tree for as long as a workspace is being moved into it."""


def wanted_branch(root: Path) -> str | None:
    """The branch that `[sync] branch` of okr.toml names; None where it names none, or no name of a branch."""
    try:
        found = parsed(bytes_at(root, "okr.toml") or b"")
    except OkrError:
        return None
    said = {} if isinstance(found, Refused) else found.get("sync")
    name = said.get("branch") if isinstance(said, dict) else None
    return name if isinstance(name, str) and is_branch_name(name) else None


def is_branch_name(name: str) -> bool:
    """Whether a branch can be called this, by the strict half of git's rules."""
    parts = name.split("/")
    plain = all(re.fullmatch(r"[\w][\w.+-]*", part) and not part.endswith((".lock", ".")) for part in parts)
    return plain and ".." not in name and name != "HEAD" and len(name) <= 200


def shared_already(git: Git, name: str) -> str | None:
    """The commit of a branch, here or as a remote had it last; None where nobody has it."""
    if (here := commit_of(git, f"refs/heads/{name}")) is not None:
        return here
    remotes = git.tell("remote").decode("utf-8", "replace").split()
    found = (commit_of(git, f"refs/remotes/{remote}/{name}") for remote in sorted(remotes, key=lambda r: r != "origin"))
    return next((each for each in found if each is not None), None)


def workspace_in(git: Git, commit: str) -> tuple[str, str] | None:
    """Id and name of the workspace that a commit holds at its top; None where there is none."""
    answer = git.ask("cat-file", "blob", f"{commit}:okr.toml")
    tables = parsed(answer.out) if answer.code == 0 else {}
    if isinstance(tables, Refused) or not isinstance(tables.get("id"), str):
        return None
    return str(tables["id"]), str(tables.get("name", ""))


def check_out(root: Path, repository: Repository, name: str) -> None:
    """Puts a branch that others share into a folder that isn't there or is empty.

    Args:
        root: the folder, inside the repository.
        repository: the larger one.
        name: the branch.

    Raises:
        OkrError: it is checked out elsewhere, or git refuses.
    """
    git = Git(repository.top)
    free(git, root, name)
    commit = shared_already(git, name)
    if commit is None:
        raise PersonMustDecide(_("There is no branch {branch} here; fetch it first.").format(branch=name))
    exclude(repository, root)
    new = ["-b", name] if commit_of(git, f"refs/heads/{name}") is None else []
    git.tell("worktree", "add", "-q", *new, "--", str(root), commit if new else name)


def around(root: Path) -> Repository | None:
    """The larger repository of which a workspace's folder is a work tree; None where it isn't one inside another."""
    if not (root.resolve() / ".git").is_file():
        return None
    own, outer = repository_of(root), repository_of(root.resolve().parent)
    return outer if own is not None and outer is not None and own.common == outer.common else None


def unfinished(repository: Repository) -> bool:
    """Whether a workspace was being moved to a branch of its own when somebody was ended on the way."""
    return (repository.folder / MOVING).exists()


def begin_again(root: Path) -> bool:
    """Takes away the work tree of a move that was not finished, so that it can begin again; whether there was one.

    No file of the workspace is touched: what was merged already merges to the same once more.

    Raises:
        OkrError: git refuses, or the disk.
    """
    own = repository_of(root) if (root.resolve() / ".git").is_file() else None
    outer = around(root)
    if own is None or outer is None or not unfinished(own):
        return False
    try:
        (root.resolve() / ".git").unlink()
    except OSError as error:
        raise OkrError(_("{file} can't be removed: {why}.").format(file=".git", why=error.strerror or error)) from error
    Git(outer.top).tell("worktree", "prune")
    return True


def listed_outside(root: Path) -> tuple[Repository, list[str]] | None:
    """The larger repository, and the files of the workspace that the branch checked out there lists as its own.

    None where it lists none, as it should be: git would write its versions over the shared ones.
    """
    outer = around(root)
    if outer is None:
        return None
    listed = Git(outer.top).tell("ls-files", "-z", "--", inside(outer, root))
    found = listed.decode("utf-8", "surrogateescape").split("\0")[:-1]
    return (outer, found) if found else None


def reclaim(root: Path, state: Path) -> int:
    """Takes a workspace's files out of the index of the larger repository, and back to what is shared.

    A file goes back only where it stands there exactly as that branch has it; anything else is a person's change.

    Returns:
        How many files went back.
    """
    found = listed_outside(root)
    if found is None:
        return 0
    repository, paths = found
    outer, inner = Git(repository.top), Git(root)
    prefix = inside(repository, root)
    theirs = _blobs(outer, [prefix])
    ours = _blobs(inner, [])
    datas = contents(inner, [*theirs.values(), *ours.values()])
    files = []
    for path in paths:
        name = path.removeprefix(f"{prefix}/")
        old, new = datas.get(theirs.get(path, "")), datas.get(ours.get(name, ""))
        if new is not None and old not in {None, new} and bytes_at(root, name) == old:
            files.append(Placed(name, old, new))
    with locked(root, state=state):
        placed = place(root, files, state)
    let_go(outer, prefix)
    return len(placed)


def bring_back(root: Path) -> int:
    """Writes files that are missing in a workspace's own work tree from what is committed; how many.

    Git removes them when somebody leaves a branch of the larger repository that still listed them.
    """
    if not root.is_dir() or around(root) is None:
        return 0
    git = Git(root)
    missing = git.tell("ls-files", "-d", "-z")
    git.tell("checkout-index", "-q", "-z", "--stdin", feed=missing)
    return missing.count(b"\0")


def _blobs(git: Git, within: list[str]) -> dict[str, str]:
    """Path → blob of the index."""
    lines = git.tell("ls-files", "-s", "-z", "--", *within).decode("utf-8", "surrogateescape").split("\0")[:-1]
    return {path: head.split(" ")[1] for head, _tab, path in (line.partition("\t") for line in lines)}


def let_go(outer: Git, prefix: str) -> int:
    """Takes what lies in a folder out of the index, and leaves it on the disk; how many files those are."""
    listed = outer.tell("ls-files", "-z", "--", prefix).decode("utf-8", "surrogateescape").split("\0")[:-1]
    if listed:
        outer.tell("update-index", "-z", "--index-info", feed=index_info((path, ABSENT) for path in listed))
    return len(listed)


def inside(repository: Repository, root: Path) -> str:
    """Where a folder lies in the repository around it."""
    return root.resolve().relative_to(repository.top.resolve()).as_posix()


def exclude(repository: Repository, root: Path) -> None:
    """Lists a folder in `.git/info/exclude`, where it isn't yet.

    Raises:
        OkrError: that can't be written.
    """
    line = "/" + re.sub(r"([\\*?\[\] ])", r"\\\1", inside(repository, root)) + "/"
    file = repository.common / "info" / "exclude"
    try:
        there = file.read_text(encoding="utf-8", errors="surrogateescape") if file.exists() else ""
        if line in there.splitlines():
            return
        file.parent.mkdir(exist_ok=True)
        with file.open("a", encoding="utf-8", errors="surrogateescape", newline="\n") as out:
            out.write(("" if there.endswith("\n") or not there else "\n") + f"{line}\n")
    except OSError as error:
        why = error.strerror or str(error)
        raise OkrError(_("{file} can't be written: {why}.").format(file=one_line(str(file)), why=why)) from error


def free(git: Git, root: Path, name: str) -> None:
    """Makes sure that a branch is checked out nowhere else.

    Raises:
        PersonMustDecide: it is, for example in a work tree of somebody's own.
    """
    git.tell("worktree", "prune")
    place = ""
    for line in git.tell("worktree", "list", "--porcelain").decode("utf-8", "replace").splitlines():
        place = line.removeprefix("worktree ") if line.startswith("worktree ") else place
        if line == f"branch refs/heads/{name}" and Path(place) != root.resolve():
            message = _("The branch {branch} is checked out in {folder} already; the workspace is there.")
            raise PersonMustDecide(message.format(branch=one_line(name), folder=one_line(place)))
