"""The merge driver and the attributes, so that git alone merges tables too.

The driver is a line of the repository's own configuration, which is not shared: every clone registers it for itself.
"""

import os
import re
import shlex
import sys
from pathlib import Path

from okr_tui.store.disk import present
from okr_tui.store.git.config import local_settings
from okr_tui.store.git.process import Git
from okr_tui.store.git.repository import Repository
from okr_tui.store.git.trust import note_driver

ATTRIBUTES = "*.toml text eol=lf merge=okr"
"""What `.gitattributes` beside the workspace says: line feeds everywhere, and tables merged by what they mean."""

_DRIVER = "merge.okr.driver"
_SAYS_SO = re.compile(r"^\s*(?:\*\.toml|\*\*|\*)\s(?:.*\s)?merge=okr(?:\s|$)", re.MULTILINE)


def driver_command() -> str:
    """The line that git runs to merge a file of the workspace.

    `okr merge-driver` leaves with 1 where a person must decide; then, and where it can't be run at all, git's own text
    merge takes over, so that both sides stay in the file. `%P` must stay unquoted: git quotes it, and a file name in
    quotes of ours would reach the shell. Source: workspace.md, "Merging".
    """
    own = f"{_own_command()} merge-driver %O %A %B %P"
    return f"{own} || {{ r=$?; git merge-file -L ours -L base -L theirs %A %O %B || r=1; test $r -gt 1; }}"


def registered(git: Git) -> str | None:
    """The merge driver that this clone uses for okr; None where none is registered."""
    return next((each.value for each in local_settings(git) if each.key == _DRIVER), None)


def register(git: Git, repository: Repository) -> None:
    """Registers the driver in this clone, over whatever stood there.

    Raises:
        OkrError: git can't write its configuration.
        OSError: the state folder can't be written.
    """
    command = driver_command()
    note_driver(repository, command)
    git.tell("config", "--local", "--replace-all", "merge.okr.name", "okr: tables by id, then keys")
    git.tell("config", "--local", "--replace-all", _DRIVER, command)


def attributes_say_so(root: Path) -> bool:
    """Whether the `.gitattributes` beside the workspace gives its files to the driver."""
    try:
        found = present(root / ".gitattributes")
    except OSError:
        return False
    return found is not None and _SAYS_SO.search(found[0].decode("utf-8", "replace")) is not None


def write_attributes(root: Path) -> bool:
    """Adds our line to `.gitattributes`, at its end; whether it was missing.

    Raises:
        OSError: it can't be written, or is a link.
    """
    if attributes_say_so(root):
        return False
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
    place = root / ".gitattributes"
    found = present(place)
    starts = "" if found is None or found[0][-1:] in {b"", b"\n"} else "\n"
    with os.fdopen(os.open(place, flags, 0o644), "w", encoding="utf-8", newline="\n") as file:
        file.write(f"{starts}{ATTRIBUTES}\n")
    return True


def _own_command() -> str:
    """How a shell runs this okr, wherever it stands: the script beside this Python, else the module.

    `-P`: without it Python would take a module `okr_tui` that lies in the repository.
    """
    script = Path(sys.executable).with_name("okr.exe" if sys.platform == "win32" else "okr")
    if script.is_file():
        return shlex.quote(script.as_posix())
    return f"{shlex.quote(Path(sys.executable).as_posix())} -P -m okr_tui"
