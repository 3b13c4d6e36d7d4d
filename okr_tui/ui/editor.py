"""Opening a file in a person's own editor, at a line."""

import os
import shlex
import shutil
from pathlib import Path

from okr_tui.domain.errors import OkrError
from okr_tui.words.language import _

USUAL = ("sensible-editor", "nano", "vim", "vi", "notepad")
_PLUS_LINE = frozenset(
    {"vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "kak", "micro", "joe", "jed", "ne", "mg"}
)
_COLON_LINE = frozenset({"hx", "helix", "subl", "zed"})
_GOTO = frozenset({"code", "codium", "code-insiders", "cursor"})


def editor_command(file: Path, line: int) -> list[str]:
    """The program and its arguments that open a file at a line, from $VISUAL or $EDITOR, else what is there.

    Raises:
        OkrError: there is no editor.
    """
    told = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    words = shlex.split(told) if told.strip() else next(([name] for name in USUAL if shutil.which(name)), [])
    if not words or shutil.which(words[0]) is None:
        raise OkrError(_("There is no editor: set EDITOR to the one you like, for example EDITOR=nano."))
    name = Path(words[0]).name.removesuffix(".exe")
    if name in _GOTO:
        return [*words, "--wait", "--goto", f"{file}:{line}"]
    if name in _COLON_LINE:
        return [*words, f"{file}:{line}"]
    if name in _PLUS_LINE or name == "sensible-editor":
        return [*words, f"+{line}", str(file)]
    return [*words, str(file)]
