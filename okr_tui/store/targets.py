"""Where a file of the workspace really is, and that nobody leads the writer out of the workspace."""

import os
import re
from pathlib import Path

from okr_tui.store.failures import NotWritten
from okr_tui.words.language import _

_PLAIN = re.compile(r'[^\x00-\x1f\x7f-\x9f<>:"/\\|?*.\s-][^\x00-\x1f\x7f-\x9f<>:"/\\|?*]*')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_LONGEST = 255


def target(root: Path, path: str) -> Path:
    """The real place of a file: behind symbolic links, when those lead to a place inside the workspace.

    Args:
        root: the workspace folder with all links in its own path resolved.
        path: the file, relative to it, `/` between the parts.

    Raises:
        NotWritten: a part of the path is no plain name on some system, it is no `.toml` file, or it leads outside.
    """
    if not _plain(path):
        raise NotWritten(_("This is no name for a file of a workspace, so nothing was saved."), path)
    real = Path(os.path.realpath(root / path))
    if not real.is_relative_to(root) or not _plain(real.relative_to(root).as_posix()):
        raise NotWritten(_("This leads out of the workspace, so nothing was saved."), path)
    return real


def _plain(path: str) -> bool:
    parts = path.split("/")
    return path.endswith(".toml") and all(
        _PLAIN.fullmatch(part)
        and not _RESERVED.fullmatch(part)
        and not part.endswith((".", " "))
        and len(os.fsencode(part)) <= _LONGEST
        for part in parts
    )
