"""What belongs to this machine and this user, never to the workspace: who I am, locks, caches, logs of failures.

It lives in the user's state and cache folders, keyed by the workspace's id and path: a synced folder would copy a lock
or a half-written journal to everybody.
"""

import hashlib
import os
import re
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from okr_tui.domain.ids import is_id
from okr_tui.store.own_files import write_private
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

_PLACE = "place"
SHARED = "shared"
"""The file in the state folder whose time says when a workspace was shared last."""


def state_folder(root: Path, workspace_id: str) -> Path:
    """Where this machine keeps what it must not lose about a workspace. It may not exist yet.

    A workspace that was moved or renamed takes its state folder along, with a change that a kill left half done.

    Args:
        root: the workspace folder.
        workspace_id: the id in its okr.toml.
    """
    folder = _user_folder("state") / _key(root, workspace_id)
    if is_id(workspace_id) and not folder.exists():
        _take_along(folder, root, workspace_id)
    return folder


def note_place(state: Path, root: Path) -> None:
    """Writes down which workspace folder a state folder belongs to, so that it is found when that folder is moved.

    Args:
        state: the state folder.
        root: the workspace folder.
    """
    if not (state / _PLACE).exists():
        with suppress(OSError):
            write_private(state / _PLACE, os.fsencode(root.resolve()))


def _take_along(folder: Path, root: Path, workspace_id: str) -> None:
    """Renames the one state folder of this workspace whose own workspace folder is gone; does nothing if several fit."""
    name = re.compile(re.escape(workspace_id) + r"-[0-9a-f]{12}")
    orphans = [other for other in every_state_folder() if name.fullmatch(other.name) and _workspace_gone(other)]
    if len(orphans) == 1:
        with suppress(OSError):
            orphans[0].rename(folder)
            write_private(folder / _PLACE, os.fsencode(root.resolve()))


def _workspace_gone(state: Path) -> bool:
    try:
        place = Path(os.fsdecode((state / _PLACE).read_bytes()))
    except OSError:
        return False
    return not (place / "okr.toml").exists()


def cache_folder(root: Path, workspace_id: str) -> Path:
    """Where this machine keeps what can be worked out again about a workspace. It may not exist yet."""
    return _user_folder("cache") / _key(root, workspace_id)


def every_state_folder() -> tuple[Path, ...]:
    """What this machine keeps of all workspaces, by name: for whoever looks in which of them something is open."""
    try:
        return tuple(sorted(folder for folder in _user_folder("state").iterdir() if folder.is_dir()))
    except OSError:
        return ()


def repository_state(common: Path) -> Path:
    """Where this machine keeps what a person has said about a git repository. It may not exist yet.

    Args:
        common: its git directory, the one that all its work trees share.
    """
    return _user_folder("state") / "git" / hashlib.sha256(os.fsencode(common)).hexdigest()[:16]


def remembered_me(root: Path, workspace_id: str) -> str | None:
    """The person who works with this workspace on this machine, as `remember_me` was told; None when it wasn't."""
    try:
        said = (state_folder(root, workspace_id) / "me").read_text(encoding="utf-8")[:100].strip()
    except (OSError, UnicodeDecodeError):
        return None
    return said if is_id(said) else None


def remember_me(root: Path, workspace_id: str, person: str) -> None:
    """Remembers who works with this workspace on this machine.

    Raises:
        OSError: the state folder can't be written.
    """
    write_private(state_folder(root, workspace_id) / "me", f"{person}\n".encode())


def last_shared(state: Path) -> datetime | None:
    """When a workspace was last shared from this machine; None when it never was.

    Args:
        state: this machine's state folder for the workspace.
    """
    try:
        return datetime.fromtimestamp((state / SHARED).stat().st_mtime, UTC)
    except OSError:
        return None


def remember_shared(state: Path, request: str | None = None) -> None:
    """Keeps the present moment for `last_shared`; where that fails an older one is shown, which harms nobody.

    Args:
        state: this machine's state folder for the workspace.
        request: the branch on which it waits to be merged, if it does.
    """
    with suppress(OSError):
        write_private(state / SHARED, (request or "").encode())


def waiting_request(state: Path) -> str:
    """The branch on which what was shared last waits to be merged; "" where it doesn't."""
    try:
        return (state / SHARED).read_text(encoding="utf-8")[:200]
    except (OSError, UnicodeDecodeError):
        return ""


def log_failure(story: str) -> Path | None:
    """Writes down a failure that nobody foresaw, for whoever mends it; None where nothing can be written."""
    log = _user_folder("state") / "failure.log"
    try:
        write_private(log, story.encode("utf-8", "backslashreplace"))
    except OSError:
        return None
    return log


def unforeseen(error: BaseException) -> str:
    """One sentence about a failure that nobody foresaw; its story goes into the log."""
    import traceback

    log = log_failure("".join(traceback.format_exception(error)))
    what = one_line(f"{type(error).__name__}: {error}")[:200]
    if log is None:
        return _("Something went wrong that should not: {what}").format(what=what)
    return _("Something went wrong that should not: {what} (the details are in {log})").format(what=what, log=log)


def _key(root: Path, workspace_id: str) -> str:
    place = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:12]
    return f"{workspace_id[:80]}-{place}" if is_id(workspace_id) else place


def _user_folder(kind: str) -> Path:
    """The user's folder of a kind, as platformdirs says; on Linux worked out here, because importing it takes 15 ms."""
    if sys.platform == "linux":
        told = os.environ.get(f"XDG_{kind.upper()}_HOME", "").strip()
        usual = {"state": ".local/state", "cache": ".cache"}[kind]
        return (Path(told) if told else Path.home() / usual) / "okr"
    import platformdirs

    return Path(
        platformdirs.user_state_dir("okr", appauthor=False)
        if kind == "state"
        else platformdirs.user_cache_dir("okr", appauthor=False)
    )
