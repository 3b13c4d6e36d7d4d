"""Why something was not written: one clear sentence, with the file."""

import errno

from okr_tui.domain.errors import OkrError
from okr_tui.words.language import _


class ChangedUnderneath(OkrError):  # what happened, not a mistake: the caller merges or reads again
    """The file on disk is not the one that the change was made from; nothing was written.

    Args:
        path: the file, relative to the workspace.
    """

    def __init__(self, path: str) -> None:
        super().__init__(_("Somebody else has changed this file meanwhile; nothing was saved."), file=path)
        self.path = path


class NotWritten(OkrError):  # read as the sentence it is
    """Saving failed before the file was replaced: it is as it was.

    Args:
        message: the sentence.
        path: the file, relative to the workspace.
        written: files of the same change that had been replaced before this one failed.
    """

    def __init__(self, message: str, path: str, written: tuple[str, ...] = ()) -> None:
        super().__init__(message, file=path)
        self.path = path
        self.written = written


def failure(error: OSError, path: str, written: tuple[str, ...] = ()) -> NotWritten:
    """What the system said about a file, as a person reads it.

    Args:
        error: what the system said.
        path: the file, relative to the workspace.
        written: files of the same change that had been replaced before.
    """
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            message = _("The disk is full, so this was not saved; the file is as it was. Make room and try again.")
        case errno.EROFS:
            message = _("The disk is read-only, so this was not saved; the file is as it was.")
        case errno.EACCES | errno.EPERM:
            message = _("You may not write here, so this was not saved; the file is as it was. Ask for permission.")
        case errno.EIO:
            message = _("The disk reports an error, so this was not saved; the file is as it was.")
        case _other:
            reason = error.strerror or str(error)
            message = _("This was not saved ({reason}); the file is as it was.").format(reason=reason)
    return NotWritten(message, path, written)
