"""`okr prompt`: one short line for a shell prompt, from a cache, before anything heavy is imported.

The cache says for which day and which files it was worked out. Another day, or nothing kept: it is worked out now.
Other files: the old line is printed once more while a process of its own works out the new one. A file changed in
place (not replaced) within a journal folder is noticed only with the next other change.
"""

import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from okr_tui.cli.context import Here

_OPTIONS = {"-w": "workspace", "--workspace": "workspace", "--me": "me", "--today": "today"}


def run(argv: list[str]) -> int:
    """Prints the line; nothing where nothing is due or there is no workspace.

    Args:
        argv: the arguments without the verb.

    Returns:
        The exit code: always 0, because a prompt must not fail; 2 for an unknown option.
    """
    told = {"workspace": os.environ.get("OKR_WORKSPACE", ""), "me": os.environ.get("OKR_ME", "")}
    told["today"] = os.environ.get("OKR_TODAY") or time.strftime("%Y-%m-%d")
    place, refresh = 0, False
    while place < len(argv):
        option, _sign, value = argv[place].partition("=")
        if option in _OPTIONS and (value or place + 1 < len(argv)):
            told[_OPTIONS[option]] = value or argv[place + 1]
            place += 1 if value else 2
        elif option == "--refresh":
            refresh = True
            place += 1
        else:
            return _usage(option)
    root = _root(told["workspace"] or os.getcwd())  # noqa: PTH109 - pathlib costs what this command may not
    if root is None:
        return 0
    if refresh:
        _worked_out(root, told)
        _looked_through(root)
        return 0
    kept = _kept(root, told)
    if kept is None:
        line = _worked_out(root, told)
    else:
        line = kept[3]
        if not _unchanged(root, kept[4:]):
            refresh_soon(root, told["me"], told["today"])
    if line:
        sys.stdout.write(line + "\n")
    return 0


def refresh_soon(root: str, me: str = "", today: str = "") -> None:
    """Works the line out again in a process of its own, which nobody waits for.

    `-P`: a folder `okr_tui` that lies where the shell stands must not be taken for okr.
    """
    argv = [sys.executable, "-P", "-m", "okr_tui", "prompt", "--refresh", "-w", root]
    argv += ["--me", me] if me else []
    argv += ["--today", today] if today else []
    if not hasattr(os, "posix_spawn"):
        import subprocess

        null = subprocess.DEVNULL
        subprocess.Popen(argv, stdin=null, stdout=null, stderr=null, close_fds=True)  # noqa: S603
        return
    nowhere = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
    try:
        os.posix_spawn(sys.executable, argv, os.environ, file_actions=nowhere, setsid=True)
    except (OSError, NotImplementedError):
        return


def _usage(option: str) -> int:
    if option in {"-h", "--help"}:
        sys.stdout.write("okr prompt [-w DIR] [--me ID] [--today DATE]\n")
        return 0
    sys.stderr.write(f"okr: no such option: {option[:40]!a}\n")
    return 2


def _root(folder: str) -> str | None:
    here = os.path.realpath(folder)
    while not os.path.isfile(os.path.join(here, "okr.toml")):  # noqa: PTH113, PTH118
        above = os.path.dirname(here)  # noqa: PTH120
        if above == here:
            return None
        here = above
    return here


def _place(root: str, me: str) -> str:
    import zlib

    if sys.platform == "linux":
        home = os.environ.get("XDG_CACHE_HOME", "").strip() or os.path.expanduser("~/.cache")  # noqa: PTH111
    else:
        import platformdirs

        home = platformdirs.user_cache_dir("okr", appauthor=False)
    return os.path.join(home, "okr", f"prompt-{zlib.crc32(os.fsencode(root + chr(0) + me)):08x}")  # noqa: PTH118


def _kept(root: str, told: dict[str, str]) -> list[str] | None:
    """The kept lines: root, who, day, the line to print, then what it was worked out from; None where there are none."""
    try:
        with open(_place(root, told["me"]), encoding="utf-8") as kept:  # noqa: PTH123
            lines = kept.read().split("\n")
    except (OSError, ValueError):
        return None
    fits = len(lines) > 4 and lines[:3] == [root, told["me"], told["today"]]
    return lines if fits else None


def _unchanged(root: str, stamps: list[str]) -> bool:
    return all(_stamp(root, stamp.partition("\t")[0]) == stamp for stamp in stamps if stamp)


def _stamp(root: str, path: str) -> str:
    try:
        status = os.stat(os.path.join(root, path))  # noqa: PTH116, PTH118
    except OSError:
        return f"{path}\t-"
    return f"{path}\t{status.st_mtime_ns}\t{status.st_size}\t{status.st_ino}"


def _worked_out(root: str, told: dict[str, str]) -> str:
    """The line as the workspace stands now, kept for the next time; "" where it can't be told."""
    from okr_tui.cli.context import Here, speak_for
    from okr_tui.domain.errors import OkrError

    speak_for(["-w", root])
    stamps = [_stamp(root, path) for path in _watched(root)]
    where = Here(root, told["me"] or None, told["today"])
    try:
        line = _line(where)
    except OkrError:
        return ""
    _keep(_place(root, told["me"]), "\n".join([root, told["me"], told["today"], line, *stamps]))
    return line


def _looked_through(root: str) -> None:
    """Looks at every file of what the next check-in works from, which that one need not do then."""
    from okr_tui.cli.context import Here
    from okr_tui.domain.errors import OkrError
    from okr_tui.store.index import index

    try:
        where = Here(root)
        index(where.root, where.cache, whole=True)
    except OkrError:
        return


def _line(where: "Here") -> str:
    from okr_tui.domain.due import waiting
    from okr_tui.words.language import ngettext

    if where.me is None:
        return ""
    items = waiting(where.workspace, where.me, where.today)
    late = sum(item.overdue for item in items)
    parts = [ngettext("{n} due", "{n} due", len(items)).format(n=len(items))] if items else []
    parts += [ngettext("{n} overdue", "{n} overdue", late).format(n=late)] if late else []
    return ", ".join(parts)


def _watched(root: str) -> list[str]:
    """The top files, the plans, and every folder in which a file may appear, relative to the workspace."""
    found = ["okr.toml", "people.toml", "teams.toml", "cycles"]
    for folder, names, files in os.walk(os.path.join(root, "cycles")):  # noqa: PTH118
        inside = os.path.relpath(folder, root)
        found.append(inside)
        if f"{os.sep}journal" not in inside:
            found += [os.path.join(inside, name) for name in files if name.endswith(".toml")]  # noqa: PTH118
        names[:] = [name for name in names if name != "legs"]
    return found


def _keep(place: str, text: str) -> None:
    try:
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
        new = f"{place}-{os.getpid()}"
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as kept:
            kept.write(text)
        os.replace(new, place)  # noqa: PTH105
    except (OSError, ValueError):
        return
