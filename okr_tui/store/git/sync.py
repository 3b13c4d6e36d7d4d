"""`okr sync`: what was changed here is committed, what others shared is fetched and merged, and all of it is shared."""

import random
import time
from pathlib import Path
from typing import NamedTuple

from okr_tui.domain.errors import OkrError, PersonMustDecide
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.failures import ChangedUnderneath
from okr_tui.store.git.blobs import differences
from okr_tui.store.git.checkout import bring
from okr_tui.store.git.larger import wanted_branch
from okr_tui.store.git.opening import opened
from okr_tui.store.git.own import PATHS, is_own
from okr_tui.store.git.picked_up import pick_up, unmark
from okr_tui.store.git.placing import bytes_at
from okr_tui.store.git.process import Git
from okr_tui.store.git.recording import Author, Recorded, identified, record
from okr_tui.store.git.remote import Offline, Upstream, adopt, fetched, pushed, upstream_of
from okr_tui.store.git.repository import Repository, branch, commit_of, empty_tree, under_way
from okr_tui.store.git.trees import merged_tree
from okr_tui.store.lock import locked
from okr_tui.store.recovery import finished
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

PATIENCE = 60
"""Seconds for which it begins again when others have shared or written something meanwhile."""


class Shared(NamedTuple):
    """What came of it.

    Attributes:
        committed: the workspace's files that were committed here.
        received: those that others had changed.
        sent: those that are on the other side only now.
        merged: those in which a merge made by git alone was done again.
        conflicts: how many `[[conflict]]` records stand in the received and merged files.
        unready: changed files that can't be read and were left out, each with the reason.
        offline: why the other side could not be reached; None when it was.
        remote: where it is shared; None while there is no remote.
    """

    committed: tuple[str, ...]
    received: tuple[str, ...]
    sent: tuple[str, ...]
    merged: tuple[str, ...]
    conflicts: int
    unready: tuple[tuple[str, str], ...]
    offline: str | None
    remote: str | None


def sync(root: Path, state: Path, author: Author | None = None) -> Shared:
    """Shares a workspace through its repository; safe to be ended at any point and called again.

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace.
        author: who commits where git doesn't know.

    Raises:
        NotTrusted, Refused: see `opening.opened`.
        PersonMustDecide: something is under way or in the way; the sentence says how to go on.
        OkrError: git or the disk refuses.
    """
    git, repository = opened(root)
    return _Sync(git, repository, root, state).carried_out(author)


class _Sync:
    """One sync on its way."""

    def __init__(self, git: Git, repository: Repository, root: Path, state: Path) -> None:
        self.git, self.repository, self.root, self.state = git, repository, root, state
        self.committed: dict[str, None] = {}
        self.received: dict[str, None] = {}
        self.merged: dict[str, None] = {}
        self.unready: dict[str, Refused] = {}

    def carried_out(self, author: Author | None) -> Shared:
        self.git = identified(self.git, author)
        with locked(self.root, state=self.state):
            finished(self.root.resolve(), self.state)
            self._end_what_is_under_way()
            here = self._branch()
            self._record()
        upstream = upstream_of(self.git, here)
        if upstream is None:
            return self._told(None, ())
        try:
            return self._shared(upstream, here)
        except Offline as offline:
            return self._told(upstream, (), offline.message)

    def _shared(self, upstream: Upstream, here: str) -> Shared:
        """Merges and pushes until the other side has everything, and then puts it onto the disk.

        In this order others have the shortest time to push in between; whoever is killed before the last step gets
        what is missing with the next sync.
        """
        before: str | None = None
        tried: tuple[str | None, str | None] = (None, None)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            theirs = fetched(self.git, upstream)
            before = before or theirs
            ours = commit_of(self.git, "HEAD")
            new = self._merged(ours, theirs, tried[1] if tried[0] == ours else None)
            outcome = self._sent(upstream, here, new, theirs)
            if outcome is False:
                tried = (ours, new)
                _let_pass()
                continue
            tried = (None, None)
            try:
                with locked(self.root, state=self.state):
                    arrived = new is None or self._arrived(new)
            except ChangedUnderneath:
                continue
            if isinstance(outcome, OkrError):  # what others shared has arrived all the same
                raise outcome
            if arrived:
                return self._told(upstream, self._between(before, new))
        message = _("Others share all the time just now; what you changed is committed here. Sync again in a moment.")
        raise OkrError(message)

    def _sent(self, upstream: Upstream, here: str, new: str | None, theirs: str | None) -> bool | OkrError:
        """Whether the other side has this commit now; False when others were quicker, else why it does not take it."""
        try:
            if new not in {None, theirs} and not pushed(self.git, upstream, str(new)):
                return False
        except (Offline, PersonMustDecide) as refusal:
            return refusal
        if new is not None and not upstream.known:
            adopt(self.git, upstream, here)
        return True

    def _end_what_is_under_way(self) -> None:
        """Ends a merge that git has left; anything else that somebody has begun is theirs to end."""
        what = under_way(self.repository)
        self.merged |= dict.fromkeys(pick_up(self.git, self.repository, self.state))
        if what not in {None, "merge"}:
            end = "git bisect reset" if what == "bisect" else f"git {what} --continue"
            message = _("A {what} is under way in this repository; end it ({end}), then sync again.")
            raise PersonMustDecide(message.format(what=what, end=end))

    def _branch(self) -> str:
        found = branch(self.git)
        if found is None:
            message = _(
                "No branch is checked out here, so nobody could find what is committed; go back to one with “git switch "
                "{branch}”, then sync again."
            )
            known = self.git.ask("for-each-ref", "--count=1", "--format=%(refname:short)", "refs/heads").line
            raise PersonMustDecide(message.format(branch=one_line(known) or "main"))
        wanted = wanted_branch(self.root)
        if wanted not in {None, found}:
            message = _(
                "This workspace is shared on the branch {branch} (okr.toml), and {other} is checked out here; go there with "
                "“git switch {create}{branch}”, then sync again."
            )
            create = "-c " if commit_of(self.git, f"refs/heads/{wanted}") is None else ""
            raise PersonMustDecide(message.format(branch=wanted, other=one_line(found), create=create))
        return found

    def _record(self) -> None:
        """Commits what has changed; files with markers are merged first."""
        asked = ("grep", "-l", "-z", "--no-color", "-E", "^<{7} ", "--", *PATHS)
        marked = self.git.ask(*asked).out.decode("utf-8", "surrogateescape").split("\0")[:-1]
        self.merged |= dict.fromkeys(unmark(self.git, self.repository, self.state, filter(is_own, marked)))
        recorded: Recorded = record(self.git, self.root)
        self.committed |= dict.fromkeys(recorded.files)
        self.unready = recorded.unready

    def _merged(self, ours: str | None, theirs: str | None, tried: str | None = None) -> str | None:
        """The commit that holds everything of both sides; None where there is none at all.

        Args:
            ours: the commit at which this clone stands.
            theirs: the one that others have shared.
            tried: what ours was merged to when others were quicker: only what came since is merged then.
        """
        if ours is None or theirs is None:
            return ours or theirs
        if self._holds(ours, theirs):
            return ours
        return theirs if self._holds(theirs, ours) else self._both(ours, theirs, tried or ours)

    def _arrived(self, new: str) -> bool:
        """Puts a commit onto the disk; False when something was written or committed here since it was merged."""
        self._record()
        here = commit_of(self.git, "HEAD")
        if here != new:
            if here is not None and not self._holds(new, here):
                return False
            self.received |= dict.fromkeys(bring(self.git, self.repository, self.state, here, new, self.unready))
            self._record()
        return commit_of(self.git, "HEAD") == new

    def _both(self, ours: str, theirs: str, merged: str) -> str:
        """A commit that merges two, from what is merged of them already."""
        if self.git.ask("merge-base", ours, theirs).code != 0:
            self._same_workspace(ours, theirs)
        tree = merged_tree(self.git, merged, theirs)
        signed = self.git.ask("config", "--type=bool", "--get", "commit.gpgSign").line == "true"
        told = ["-S"] if signed else []
        return self.git.line(
            "commit-tree", *told, "-p", ours, "-p", theirs, "-m", _("OKR: merged what others shared"), tree
        )

    def _same_workspace(self, ours: str, theirs: str) -> None:
        """Refuses histories that have nothing in common, unless they hold one workspace."""
        if self.git.line("rev-parse", "--is-shallow-repository") == "true":
            raise PersonMustDecide(
                _("This clone holds only a part of the history; complete it: git fetch --unshallow.")
            )
        ids = {self._workspace_in(commit) for commit in (ours, theirs)} - {None}
        if len(ids) > 1:
            raise PersonMustDecide(
                _(
                    "The remote holds another workspace; check its address (git remote -v), or clone it into another folder."
                )
            )

    def _workspace_in(self, commit: str) -> str | None:
        answer = self.git.ask("cat-file", "blob", f"{commit}:okr.toml")
        tables = parsed(answer.out) if answer.code == 0 else {}
        return None if isinstance(tables, Refused) else str(tables["id"]) if "id" in tables else None

    def _holds(self, commit: str, other: str) -> bool:
        return self.git.ask("merge-base", "--is-ancestor", other, commit).code == 0

    def _between(self, before: str | None, now: str | None) -> tuple[str, ...]:
        """The workspace's files that the other side has only now, apart from those that came from there."""
        if now is None or now == before:
            return ()
        changed = [each.path for each in differences(self.git, before or empty_tree(self.git), now)]
        return tuple(path for path in changed if is_own(path))

    def _told(self, upstream: Upstream | None, sent: tuple[str, ...], offline: str | None = None) -> Shared:
        return Shared(
            tuple(self.committed), tuple(self.received), sent, tuple(self.merged), self._conflicts(),
            tuple((path, why.message) for path, why in self.unready.items()), offline,
            upstream.remote if upstream else None,
        )  # fmt: skip

    def _conflicts(self) -> int:
        count = 0
        for path in {**self.received, **self.merged}:
            data = bytes_at(self.repository.top, path)
            found = parsed(data) if data is not None and b"conflict" in data else {}
            rows = {} if isinstance(found, Refused) else found
            count += len(rows["conflict"]) if isinstance(rows.get("conflict"), list) else 0
        return count


def _let_pass() -> None:
    """Waits a moment by chance, so that many who share at once don't always meet again."""
    time.sleep(random.uniform(0, 0.1))  # noqa: S311 - nothing secret
