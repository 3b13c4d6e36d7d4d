"""`okr sync`: what was changed here is committed, what others shared is fetched and merged, and all of it is shared."""

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

from okr_tui.domain.errors import OkrError, PersonMustDecide
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.copied import copied
from okr_tui.store.failures import ChangedUnderneath
from okr_tui.store.git import request
from okr_tui.store.git.arrival import refuse_arrival
from okr_tui.store.git.blobs import differences
from okr_tui.store.git.checkout import bring
from okr_tui.store.git.joining import holds, joined, same_files
from okr_tui.store.git.larger import wanted_branch
from okr_tui.store.git.opening import opened
from okr_tui.store.git.own import PATHS, is_own
from okr_tui.store.git.picked_up import pick_up, unmark
from okr_tui.store.git.placing import bytes_at
from okr_tui.store.git.process import Git
from okr_tui.store.git.recording import Author, Recorded, identified, record
from okr_tui.store.git.remote import (
    Offline,
    TakesNone,
    Upstream,
    adopt,
    fetched,
    pushed,
    refuse_inside,
    renamed,
    upstream_of,
)
from okr_tui.store.git.repository import Repository, branch, commit_of, empty_tree, under_way
from okr_tui.store.lock import locked
from okr_tui.store.merge_conflicts import conflicts_of
from okr_tui.store.recovery import finished
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

PATIENCE = 60
"""Seconds for which it begins again when others have shared or written something meanwhile."""


Step = Literal["commit", "fetch", "send"]
"""What a sync does next: commit what was changed here, fetch what others shared, send."""


class Shared(NamedTuple):
    """What came of it.

    Attributes:
        committed: the workspace's files that were committed here.
        received: those that others had changed.
        sent: those that are on the other side only now.
        merged: those in which a merge made by git alone was done again.
        conflicts: how many `[[conflict]]` records stand in the received and merged files.
        copied: tables in the received and merged files that somebody had copied by hand: the id that stood there twice,
            and the new one of the second.
        unready: changed files that can't be read and were left out, each with the reason.
        offline: why the other side could not be reached; None when it was.
        remote: where it is shared; None while there is no remote.
        request: the branch on which it waits to be merged, where the shared one takes no pushes; else None.
        link: the page that opens the request to merge it; None where it isn't known.
        followed: the new name of the shared branch, where it was renamed on the other side.
    """

    committed: tuple[str, ...]
    received: tuple[str, ...]
    sent: tuple[str, ...]
    merged: tuple[str, ...]
    conflicts: int
    unready: tuple[tuple[str, str], ...]
    offline: str | None
    remote: str | None
    request: str | None = None
    link: str | None = None
    copied: tuple[tuple[str, str], ...] = ()
    followed: str | None = None


def sync(
    root: Path, state: Path, author: Author | None = None, step: Callable[[Step], None] | None = None
) -> Shared:  # fmt: skip
    """Shares a workspace through its repository; safe to be ended at any point and called again.

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace.
        author: who commits where git doesn't know.
        step: told what is done next.

    Raises:
        NotTrusted, Refused: see `opening.opened`.
        PersonMustDecide: something is under way or in the way; the sentence says how to go on.
        OkrError: git or the disk refuses.
    """
    try:
        git, repository = opened(root)
        return _Sync(git, repository, root, state, step or _nobody).carried_out(author)
    except OSError as error:
        told = _("The disk stopped the sync ({reason}); nothing is lost, sync again.")
        raise OkrError(told.format(reason=error.strerror or error)) from error


class _Sync:
    """One sync on its way."""

    def __init__(
        self, git: Git, repository: Repository, root: Path, state: Path, step: Callable[[Step], None]
    ) -> None:  # fmt: skip
        self.git, self.repository, self.root, self.state, self.step = git, repository, root, state, step
        self.committed: dict[str, None] = {}
        self.received: dict[str, None] = {}
        self.merged: dict[str, None] = {}
        self.unready: dict[str, Refused] = {}
        self.person = ""
        self.request: str | None = None
        self.link: str | None = None
        self.begun = False
        self.followed: str | None = None

    def carried_out(self, author: Author | None) -> Shared:
        self.git = identified(self.git, author)
        self.person = author.id if author else ""
        self.step("commit")
        with locked(self.root, state=self.state):
            finished(self.root.resolve(), self.state)
            self._end_what_is_under_way()
            here = self._branch()
            self._record()
        upstream = upstream_of(self.git, here)
        if upstream is None:
            return self._told(None, ())
        refuse_inside(self.git, upstream, self.repository.top, self.repository.common)
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
            self.step("fetch")
            theirs = fetched(self.git, upstream)
            if theirs is None and upstream.known and (moved := renamed(self.git, upstream)) is not None:
                upstream, self.followed = moved, moved.branch
                adopt(self.git, upstream, here)
                continue
            if theirs is not None:
                refuse_arrival(self.git, commit_of(self.git, "HEAD"), theirs)
            waiting = self._waiting(upstream, here, theirs)
            before = before or waiting or theirs
            ours = commit_of(self.git, "HEAD")
            new = joined(self.git, joined(self.git, ours, theirs, tried[1] if tried[0] == ours else None), waiting)
            outcome = self._sent(upstream, here, new, theirs, waiting)
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
                return self._told(upstream, self._between(before, new, theirs))
        message = _("Others share all the time just now; what you changed is committed here. Sync again in a moment.")
        raise OkrError(message)

    def _waiting(self, upstream: Upstream, here: str, theirs: str | None) -> str | None:
        """The commit that waits on a branch of its own to be merged; None where none does, or it has been."""
        self.request = request.waiting_on(self.git, here)
        if self.request is None:
            return None
        own = Upstream(upstream.remote, self.request, known=True)
        pushed_once = commit_of(self.git, own.tracking) is not None
        found = fetched(self.git, own)
        gone = found is None and pushed_once
        if gone:
            self.git.tell("update-ref", "-d", own.tracking)
        merged = found is not None and theirs is not None and holds(self.git, theirs, found)
        if (gone or merged) and not self.begun:
            request.merged_now(self.git, here)
            self.request = found = None
        return found

    def _sent(
        self, upstream: Upstream, here: str, new: str | None, theirs: str | None, waiting: str | None
    ) -> bool | OkrError:
        """Whether the other side has this commit now; False when it is to be tried again, else why it is not taken."""
        try:
            if new not in {None, theirs} and not self._taken(upstream, here, str(new), theirs, waiting):
                return False
        except (Offline, PersonMustDecide) as refusal:
            return refusal
        if new is not None and not upstream.known:
            adopt(self.git, upstream, here)
        return True

    def _taken(self, upstream: Upstream, here: str, new: str, theirs: str | None, waiting: str | None) -> bool:
        """Pushes a commit to the shared branch, or where that takes none to one of this person's own."""
        self.step("send")
        protected = request.takes_none(self.git, here)
        if protected and theirs is not None and same_files(self.git, new, theirs):
            request.merged_now(self.git, here)  # as one commit, perhaps, that holds none of ours
            self.request = None
            return True
        if self.request:
            said = "" if new == waiting else pushed(self.git, Upstream(upstream.remote, self.request, known=True), new)
            self.link = request.link(self.git, upstream, self.request, said or "")
            return said is not None
        try:
            taken = pushed(self.git, upstream, new) is not None
        except TakesNone:
            request.wait_on(self.git, here, request.branch_of(self.git, upstream, self.person))
            self.begun = True  # a branch of that name that was merged some time ago is used once more
            return False
        if taken and protected:
            request.merged_now(self.git, here, open_again=True)
        return taken

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

    def _arrived(self, new: str) -> bool:
        """Puts a commit onto the disk; False when something was written or committed here since it was merged."""
        self._record()
        here = commit_of(self.git, "HEAD")
        if here != new:
            if here is not None and not holds(self.git, new, here):
                return False
            self.received |= dict.fromkeys(bring(self.git, self.repository, self.state, here, new, self.unready))
            self._record()
        return commit_of(self.git, "HEAD") == new

    def _between(self, before: str | None, now: str | None, theirs: str | None) -> tuple[str, ...]:
        """The workspace's files that the other side has only now, apart from those that came from there."""
        if now is None or now == before:
            return ()
        changed = [each.path for each in differences(self.git, before or empty_tree(self.git), now)]
        if self.request is not None and theirs is not None:  # what others shared meanwhile is no news to them
            here_only = {each.path for each in differences(self.git, theirs, now)}
            changed = [path for path in changed if path in here_only]
        return tuple(path for path in changed if is_own(path))

    def _told(self, upstream: Upstream | None, sent: tuple[str, ...], offline: str | None = None) -> Shared:
        conflicts, copies = self._looked_at()
        return Shared(
            tuple(self.committed), tuple(self.received), sent, tuple(self.merged), conflicts,
            tuple((path, why.message) for path, why in self.unready.items()), offline,
            upstream.remote if upstream else None, self.request, self.link, copies, self.followed,
        )  # fmt: skip

    def _looked_at(self) -> tuple[int, tuple[tuple[str, str], ...]]:
        """What a person should know of the files that are different now: conflicts, and copies that got a new id."""
        conflicts: int = 0
        copies: dict[tuple[str, str], None] = {}
        for path in {**self.received, **self.merged}:
            data = bytes_at(self.repository.top, path)
            tables = {} if data is None else parsed(data)
            if not isinstance(tables, Refused):
                conflicts += len(conflicts_of(tables))
                copies |= dict.fromkeys((each.said, each.new) for each in copied(tables))
        return conflicts, tuple(copies)


def _nobody(_step: Step) -> None:
    """Nobody wants to know."""


def _let_pass() -> None:
    """Waits a moment by chance, so that many who share at once don't always meet again."""
    time.sleep(random.uniform(0, 0.1))  # noqa: S311 - nothing secret
