"""Files of a workspace that is only now coming into being: nobody else writes there yet, and nothing is ever overwritten."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.store.disk import folders_made, settled, unmake
from okr_tui.store.layout import SETTINGS
from okr_tui.words.language import _


def write_new(root: Path, texts: Mapping[str, str], *, lasting: bool = True) -> None:
    """Writes the files of a new workspace; all of them, or none.

    okr.toml comes last: until it stands there, the folder is no workspace for anybody.

    Args:
        root: the folder; made, with those above it, where it isn't there.
        texts: path relative to the folder → the whole text, LF line ends.
        lasting: whether it waits until all is safe from a power cut; a copy that can be made again need not.

    Raises:
        WrongUsage: one of the files is there already.
        OkrError: they can't be written.
    """
    made: list[Path] = []
    written: list[Path] = []
    try:
        for path in sorted(texts, key=lambda path: (path == SETTINGS, path)):
            full = root / path
            made += folders_made(full.parent)
            with full.open("xb") as file:
                written.append(full)
                file.write(texts[path].encode("utf-8"))
                if lasting:
                    file.flush()
                    os.fsync(file.fileno())
    except OSError as error:
        for full in written:
            with suppress(OSError):
                full.unlink()
        unmake(made)
        if isinstance(error, FileExistsError):
            raise WrongUsage(_("{file} is there already; nothing was written.").format(file=full)) from error
        reason = error.strerror or str(error)
        raise OkrError(_("{folder} can't be written: {reason}.").format(folder=root, reason=reason)) from error
    if lasting:
        settled({full.parent for full in written})
