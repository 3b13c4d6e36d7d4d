"""`okr merge-driver %O %A %B %P`: what git runs for every file that two sides have changed.

Git runs it in a process of its own for every file, so it is answered before click is imported.
"""

import os
import sys

from okr_tui.words.language import _

_ARGUMENTS = 4


def run(argv: list[str]) -> int:
    """Merges one file and writes the result over our side.

    Args:
        argv: the files with the common version, ours and theirs, and the path in the repository.

    Returns:
        0 when it is merged; 1 when a person must decide (nothing was written then); 2 for wrong usage. Never more:
        over 128 git would keep ours alone, without a word.
    """
    if len(argv) != _ARGUMENTS:
        sys.stderr.write("okr merge-driver %O %A %B %P\n")
        return 2
    try:
        return _merged(*argv)
    except BaseException as error:  # noqa: BLE001 - whatever happens, both sides must stay
        _say(argv[3], f"{type(error).__name__}: {error}")
        return 1


def _merged(base: str, ours: str, theirs: str, path: str) -> int:
    from okr_tui.store.codec import Refused
    from okr_tui.store.git.content import merged_bytes

    before, mine, other = (_bytes(each) for each in (base, ours, theirs))
    # Git gives an empty file where there was none.
    merged = merged_bytes(before or None, mine, other)
    if isinstance(merged, Refused):
        _say(path, merged.message)
        return 1
    with open(ours, "wb") as file:  # noqa: PTH123 - git's own temporary file, made for this
        file.write(merged)
    return 0


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read()


def _say(path: str, why: str) -> None:
    from okr_tui.words.hostile import one_line

    told = _("{path} was not merged: {why}").format(path=path, why=why)
    os.write(2, f"okr: {one_line(told)}\n".encode("utf-8", "backslashreplace"))
