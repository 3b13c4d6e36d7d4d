"""Running git: a program from outside the workspace, nothing of the repository run by it, and a time limit.

A cloned or synced folder may carry a configuration made by somebody else. Hooks, the file system monitor and background
work are switched off for every call; what can't be switched off is refused before (`refused`).
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from okr_tui.domain.errors import OkrError
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

LOCAL = 60
"""Seconds that a call may take which does not leave this machine."""

NETWORK = 120
"""Seconds that a call may take which does."""

_KEPT = ("GIT_AUTHOR_", "GIT_COMMITTER_", "GIT_SSL_", "GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_")
_KEPT_WHOLE = {
    "GIT_ASKPASS", "GIT_CONFIG_COUNT", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM",
    "GIT_EXEC_PATH", "GIT_SSH", "GIT_SSH_COMMAND", "GIT_SSH_VARIANT",
}  # fmt: skip
_FIRM = (
    f"core.hooksPath={os.devnull}", "core.fsmonitor=false", "safe.bareRepository=explicit", "protocol.ext.allow=never",
    "submodule.recurse=false", "gc.auto=0", "maintenance.auto=false", "core.quotePath=false",
)  # fmt: skip


class GitFailed(OkrError):  # read as the sentence it is
    """A call of git that should have worked did not.

    Args:
        message: the sentence.
        said: what git said on stderr, in English.
    """

    def __init__(self, message: str, said: str) -> None:
        super().__init__(message)
        self.said = said


class Answer(NamedTuple):
    """What a call of git came back with.

    Attributes:
        code: its exit code; -1 when it took too long and was ended.
        said: its stderr, in English.
    """

    code: int
    out: bytes
    said: str

    @property
    def line(self) -> str:
        """The first line of what it printed."""
        return os.fsdecode(self.out.split(b"\n", 1)[0])


def git_program(around: Path) -> str | None:
    """The absolute path of git, never one that lies in the given folder; None where there is none.

    Args:
        around: the folder (and, where it is known, the whole repository) whose content nobody vouches for.
    """
    found = shutil.which("git", path=_search_path(around))
    return found if found is not None and Path(found).is_absolute() and not _within(found, around) else None


class Git:
    """Git at work in one folder.

    Args:
        folder: where it runs; programs inside it are not used.
        extra: environment variables on top, such as `GIT_INDEX_FILE`.

    Raises:
        OkrError: there is no git on this machine.
    """

    def __init__(self, folder: Path, extra: Mapping[str, str] | None = None) -> None:
        program = git_program(folder)
        if program is None:
            raise OkrError(_("There is no git on this machine; install it to share this workspace."))
        self.folder = folder
        self._program = program
        self._environment = _environment(folder) | dict(extra or {})

    def with_environment(self, extra: Mapping[str, str]) -> "Git":
        """The same git with more environment variables."""
        other = object.__new__(Git)
        other.folder, other._program = self.folder, self._program
        other._environment = self._environment | dict(extra)
        return other

    def ask(self, *arguments: str, feed: bytes = b"", within: float = LOCAL) -> Answer:
        """Runs git and tells how it ended.

        Args:
            arguments: the command and what belongs to it, each as it is.
            feed: what it reads from stdin.
            within: seconds until it is ended.

        Raises:
            OkrError: it can't be started.
        """
        firm = [part for setting in _FIRM for part in ("-c", setting)]
        return _run([self._program, "--no-pager", *firm, *arguments], self.folder, self._environment, feed, within)

    def tell(self, *arguments: str, feed: bytes = b"", within: float = LOCAL) -> bytes:
        """Runs git and returns what it printed.

        Raises:
            GitFailed: it ended with another code than 0.
        """
        answer = self.ask(*arguments, feed=feed, within=within)
        if answer.code != 0:
            raise failed(arguments[0], answer)
        return answer.out

    def line(self, *arguments: str) -> str:
        """The one line that git prints; raises as `tell`."""
        return os.fsdecode(self.tell(*arguments).removesuffix(b"\n"))


def failed(command: str, answer: Answer) -> GitFailed:
    """Why a call of git failed, as one sentence."""
    if "dubious ownership" in answer.said:
        message = _(
            "This repository belongs to another user, so git does not open it; "
            "git config --global --add safe.directory FOLDER lets it."
        )
        return GitFailed(message, answer.said)
    if "index.lock" in answer.said:
        message = _("Another git is at work in this repository; if there is none, remove its file index.lock.")
        return GitFailed(message, answer.said)
    lines = [line for line in answer.said.splitlines() if line.strip() and not line.startswith("hint:")]
    why = next((line for line in lines if line.startswith(("fatal:", "error:"))), lines[-1] if lines else "")
    told = one_line(why.removeprefix("fatal:").removeprefix("error:"))[:300] or str(answer.code)
    return GitFailed(_("git {command} failed: {why}").format(command=command, why=told), answer.said)


_LAST_WORDS = 2.0
"""Seconds that git has to tidy up before it is killed."""


def _run(command: Sequence[str], folder: Path, environment: dict[str, str], feed: bytes, within: float) -> Answer:
    """Runs a program in a session of its own, so that nothing it starts can ask on the terminal."""
    try:
        process = subprocess.Popen(  # noqa: S603 - an absolute program and a list of arguments
            command, cwd=folder, env=environment, start_new_session=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
    except OSError as error:
        raise OkrError(_("git can't be started: {why}.").format(why=error.strerror or error)) from error
    try:
        out, said = process.communicate(feed, timeout=within)
    except subprocess.TimeoutExpired:
        _end(process)
        out, said = process.communicate()
        return Answer(-1, out, f"timed out\n{said.decode('utf-8', 'replace')}")
    except BaseException:
        _end(process)
        process.wait()
        raise
    return Answer(process.returncode, out, said.decode("utf-8", "replace"))


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Ends git and whatever it has started; it is asked first, so that it takes its lock files away."""
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
            return
        os.killpg(process.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(_LAST_WORDS)
        os.killpg(process.pid, signal.SIGKILL)


def _environment(folder: Path) -> dict[str, str]:
    """The person's environment without what would lead git elsewhere or make it ask."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in _KEPT_WHOLE or name.startswith(_KEPT)
    }
    return kept | {
        "PATH": _search_path(folder), "LC_ALL": "C", "LANGUAGE": "", "GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true",
        "GIT_SEQUENCE_EDITOR": "true", "GIT_MERGE_AUTOEDIT": "no", "GIT_PAGER": "cat", "GIT_LITERAL_PATHSPECS": "1",
        "GIT_OPTIONAL_LOCKS": "0",
    }  # fmt: skip


def _search_path(around: Path) -> str:
    """Where programs are looked for: absolute folders that don't lie in the one nobody vouches for."""
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    return os.pathsep.join(each for each in folders if os.path.isabs(each) and not _within(each, around))  # noqa: PTH117


def _within(path: str, folder: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
