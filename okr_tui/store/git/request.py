"""A branch that takes no pushes: what was changed waits on `okr/<person>` until a request has been merged."""

import re
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from okr_tui.domain.ids import is_id, slug
from okr_tui.store.git.larger import is_branch_name
from okr_tui.store.git.process import Git
from okr_tui.store.git.remote import Upstream
from okr_tui.store.git.repository import commit_of

_SCP = re.compile(r"(?:[^@/:]+@)?(?P<host>[^/:@]+):(?!//)(?P<path>.+)")
_LINK = re.compile(r"^remote:\s.*?(https?://[^\s<>\"]+)", re.MULTILINE)


class Place(NamedTuple):
    """Where a repository lies on a forge."""

    scheme: str
    host: str
    path: str


def waiting_on(git: Git, here: str) -> str | None:
    """The branch on which changes of a branch wait to be merged; None where none do."""
    said = git.ask("config", "--local", "--get", f"branch.{here}.okrRequest").line
    return said if said.startswith("okr") and is_branch_name(said) else None


def takes_none(git: Git, here: str) -> bool:
    """Whether the shared branch was seen to take no pushes."""
    return git.ask("config", "--local", "--get", f"branch.{here}.okrProtected").line == "true"


def wait_on(git: Git, here: str, name: str) -> None:
    """Remembers, in the repository, that changes of a branch go to another one until that is merged."""
    git.tell("config", "--local", f"branch.{here}.okrProtected", "true")
    git.tell("config", "--local", f"branch.{here}.okrRequest", name)


def merged_now(git: Git, here: str, *, open_again: bool = False) -> None:
    """Forgets it when it is merged; with `open_again` also that the shared branch took no pushes."""
    git.ask("config", "--local", "--unset-all", f"branch.{here}.okrRequest")
    if open_again:
        git.ask("config", "--local", "--unset-all", f"branch.{here}.okrProtected")


def branch_of(git: Git, upstream: Upstream, person: str) -> str:
    """The branch of a person: `okr/<person>`, or `okr-<person>` where a branch `okr` leaves no room for that.

    Args:
        git: the repository.
        upstream: where the workspace is shared.
        person: the id of who shares; without one the name before the @ of git's user.email.
    """
    email = git.ask("config", "--get", "user.email").line
    name = person if is_id(person) else slug(email.partition("@")[0]) or "changes"
    taken = upstream.branch == "okr" or commit_of(git, f"refs/remotes/{upstream.remote}/okr") is not None
    return f"okr-{name}" if taken else f"okr/{name}"


def link(git: Git, upstream: Upstream, name: str, said: str = "") -> str | None:
    """The page that opens a request to merge a branch; None where the forge isn't known and named none itself.

    Args:
        git: the repository.
        upstream: where it shall go.
        name: the branch that waits.
        said: what the remote said when it was pushed.
    """
    answer = git.ask("remote", "get-url", "--push", "--", upstream.remote)
    place = place_of(answer.line) if answer.code == 0 else None
    if place is None:
        return None
    told = next((each for each in _LINK.findall(said) if urlsplit(each).hostname == place.host.partition(":")[0]), None)
    return told or address(place, upstream.branch, name)


def place_of(url: str) -> Place | None:
    """Where a remote's address, as https or as ssh, points to; None for a folder."""
    if "://" in url:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https", "ssh", "git", "git+ssh"} or not parts.hostname:
            return None
        web = parts.scheme in {"http", "https"}
        try:
            port = f":{parts.port}" if web and parts.port else ""
        except ValueError:
            return None
        return Place(parts.scheme if web else "https", parts.hostname + port, _path(parts.path))
    found = _SCP.fullmatch(url)
    return Place("https", found["host"].lower(), _path(found["path"])) if found and len(found["host"]) > 1 else None


def address(place: Place, target: str, name: str) -> str | None:
    """The page of a forge that opens a request; None for a forge that isn't told by its host's name."""
    base = f"{place.scheme}://{place.host}"
    here, there = quote(name, safe="/"), quote(target, safe="/")
    host = place.host.partition(":")[0]
    if "github" in host:
        return f"{base}/{place.path}/compare/{there}...{here}?expand=1"
    if "gitlab" in host:
        asked = f"merge_request[source_branch]={here}&merge_request[target_branch]={there}"
        return f"{base}/{place.path}/-/merge_requests/new?{asked}"
    if host == "bitbucket.org":
        return f"{base}/{place.path}/pull-requests/new?source={here}&dest={there}"
    if "bitbucket" in host and (parts := place.path.removeprefix("scm/").split("/"))[1:]:
        asked = f"create&sourceBranch=refs/heads/{here}&targetBranch=refs/heads/{there}"
        return f"{base}/projects/{parts[0]}/repos/{parts[1]}/pull-requests?{asked}"
    if any(each in host for each in ("gitea", "forgejo", "codeberg")):
        return f"{base}/{place.path}/compare/{there}...{here}"
    return None


def _path(path: str) -> str:
    return quote(path.strip("/").removesuffix(".git"), safe="/~.-_")
