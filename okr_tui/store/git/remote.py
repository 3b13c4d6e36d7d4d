"""The other side: which remote, what is there, and why it could not be reached."""

import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from okr_tui.domain.errors import OkrError, PersonMustDecide
from okr_tui.store.git.process import NETWORK, Answer, Git, failed
from okr_tui.store.git.repository import commit_of
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

_HEAD = re.compile(r"ref: refs/heads/(\S+)\tHEAD")
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._/-]*")
_REFUSED = re.compile(
    r"authentication failed|permission denied|access denied|could not read (?:username|password)|terminal prompts disabled"
    r"|host key verification failed|returned error: 40[13]|repository not found|not authorized|invalid credentials",
    re.IGNORECASE,
)
_REJECTED = re.compile(r"\((?:non-fast-forward|fetch first|stale info|remote ref updated since checkout)\)|cannot lock ref"
                       r"|failed to update ref|incorrect old value", re.IGNORECASE)  # fmt: skip
_PROTECTED = re.compile(
    r"protected branch|GH006|GH013|TF402455|not allowed to push (?:code|to)|branch is protected"
    r"|can only be modified through pull requests",
    re.IGNORECASE,
)
_DECLINED = re.compile(r"hook declined|remote rejected|prohibited by gerrit", re.IGNORECASE)


class Offline(OkrError):  # a state, not a mistake
    """The remote can't be reached; the next sync catches up."""


class TakesNone(PersonMustDecide):
    """The remote takes no pushes on a branch, whoever comes and in whatever order: it is protected there."""


class Upstream(NamedTuple):
    """Where a branch is shared.

    Attributes:
        remote: the name of the remote.
        branch: its branch there.
        known: whether git has been told; if not, the first push tells it.
    """

    remote: str
    branch: str
    known: bool

    @property
    def tracking(self) -> str:
        """The ref that remembers here what was there last."""
        return f"refs/remotes/{self.remote}/{self.branch}"


def upstream_of(git: Git, branch: str) -> Upstream | None:
    """Where this branch is shared: as git was told, else on the only remote, or on the one called origin.

    None where there is no remote.

    Raises:
        PersonMustDecide: there are several, or one with a name that no git would give.
    """
    remote = git.ask("config", "--get", f"branch.{branch}.remote").line
    merge = git.ask("config", "--get", f"branch.{branch}.merge").line
    names = git.tell("remote").decode("utf-8", "replace").split()
    if any(_NAME.fullmatch(name) is None for name in names):
        raise PersonMustDecide(_("A remote of this repository has a name that can't be used; rename it with git."))
    if remote in names and merge.startswith("refs/heads/"):
        return Upstream(remote, merge.removeprefix("refs/heads/"), known=True)
    if not names:
        return None
    if len(names) > 1 and "origin" not in names:
        message = _("There are several remotes ({names}); say once where to share: git push -u {first} {branch}.")
        raise PersonMustDecide(
            message.format(names=one_line(", ".join(names)), first=one_line(names[0]), branch=branch)
        )
    return Upstream(names[0] if len(names) == 1 else "origin", branch, known=False)


def fetched(git: Git, upstream: Upstream) -> str | None:
    """The commit at which the shared branch stands now; None where it isn't there yet.

    Raises:
        Offline: the remote can't be reached.
        PersonMustDecide: it lets nobody in.
    """
    spec = f"+refs/heads/{upstream.branch}:{upstream.tracking}"
    answer = git.ask(
        "fetch", "-q", "--no-tags", "--no-recurse-submodules", "--", upstream.remote, spec,
        within=NETWORK,
    )  # fmt: skip
    if answer.code == 0:
        return commit_of(git, upstream.tracking)
    if "couldn't find remote ref" in answer.said:
        return None
    raise _not_reached(answer, upstream)


def pushed(git: Git, upstream: Upstream, commit: str) -> str | None:
    """Shares a commit, and returns what the remote said; None when somebody else has shared something meanwhile.

    Raises:
        TakesNone: the branch is protected.
        Offline: the remote can't be reached.
        PersonMustDecide: it doesn't take it.
    """
    answer = git.ask(
        "push", "-q", "--no-verify", "--recurse-submodules=no", "--", upstream.remote,
        f"{commit}:refs/heads/{upstream.branch}", within=NETWORK,
    )  # fmt: skip
    if answer.code == 0:
        return answer.said
    if _REJECTED.search(answer.said):
        return None
    if _PROTECTED.search(answer.said):
        message = _("{remote} does not take changes on {branch}: {why}. Ask whoever looks after it there.")
        raise TakesNone(message.format(remote=upstream.remote, branch=upstream.branch, why=_why(answer)))
    if _DECLINED.search(answer.said):
        message = _("{remote} did not take the changes: {why}. They are committed here; the next sync tries again.")
        raise PersonMustDecide(message.format(remote=upstream.remote, why=_why(answer)))
    raise _not_reached(answer, upstream)


def renamed(git: Git, upstream: Upstream) -> Upstream | None:
    """Where the shared branch is now, when it is gone and the remote's own branch goes on from it; None where none does.

    Raises:
        Offline: the remote can't be reached.
    """
    before = commit_of(git, upstream.tracking)
    answer = git.ask("ls-remote", "--symref", "--", upstream.remote, "HEAD", within=NETWORK)
    found = _HEAD.match(answer.out.decode("utf-8", "replace")) if answer.code == 0 else None
    if before is None or found is None or found[1] == upstream.branch:
        return None
    new = Upstream(upstream.remote, found[1], known=True)
    there = fetched(git, new)
    return new if there is not None and git.ask("merge-base", "--is-ancestor", before, there).code == 0 else None


def refuse_inside(git: Git, upstream: Upstream, top: Path, folder: Path) -> None:
    """Refuses a remote that lies inside the work tree or its repository: whoever made the folder made its hooks.

    Asked for by its real address, after what `insteadOf` makes of it.

    Raises:
        PersonMustDecide: it does.
    """
    inside = (top.resolve(), folder.resolve())
    for how in ((), ("--push",)):
        told = git.ask("remote", "get-url", "--all", *how, "--", upstream.remote).out.decode("utf-8", "replace")
        for address in told.split("\n"):
            place = _local(address, top)
            if place is not None and any(map(place.is_relative_to, inside)):
                message = _(
                    "The remote {remote} is a folder inside this one ({address}), whose programs nobody vouches for; "
                    "nothing was shared. Name another one: git remote set-url {remote} ADDRESS."
                )
                raise PersonMustDecide(message.format(remote=upstream.remote, address=one_line(address[:200])))


def _local(address: str, top: Path) -> Path | None:
    """The folder that an address means; None for another machine."""
    if address.startswith("file://"):
        return Path(unquote(urlsplit(address).path)).resolve()
    head = address.partition("/")[0]
    return (top / address).resolve() if address and "://" not in address and ":" not in head else None


def adopt(git: Git, upstream: Upstream, branch: str) -> None:
    """Tells git where a branch is shared from now on, so that its own pull and push find it too."""
    git.tell("config", "--local", f"branch.{branch}.remote", upstream.remote)
    git.tell("config", "--local", f"branch.{branch}.merge", f"refs/heads/{upstream.branch}")


def _not_reached(answer: Answer, upstream: Upstream) -> OkrError:
    if _REFUSED.search(answer.said):
        message = _("{remote} lets nobody in: {why}. Sign in once with “git fetch {remote}”, then sync again.")
        return PersonMustDecide(message.format(remote=upstream.remote, why=_why(answer)))
    if answer.code == -1:
        return Offline(_("{remote} does not answer.").format(remote=upstream.remote))
    if answer.code not in {1, 128}:
        return failed("fetch", answer)
    return Offline(_("{remote} can't be reached: {why}.").format(remote=upstream.remote, why=_why(answer)))


def _why(answer: Answer) -> str:
    """The line in which git or the remote says why."""
    lines = [line.strip() for line in answer.said.splitlines() if line.strip() and not line.startswith("hint:")]
    telling = [line for line in lines if re.match(r"remote: error|fatal|error|ssh|! \[", line)] or lines or ["?"]
    line = telling[0].removeprefix("remote:").strip()
    return one_line(line.removeprefix("fatal:").removeprefix("error:").strip())[:200].rstrip(".")
