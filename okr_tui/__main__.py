"""The command `okr`; what a verb does not need is not imported."""

import gc
import os
import sys

from okr_tui.cli.streams import make_safe

_COMPLETING = "_OKR_COMPLETE"  # set by the shell's completion, which names no verb: click answers it
_TAKING_A_VALUE = {"-w", "--workspace", "--me", "--today"}


def _verb_at(argv: list[str]) -> int | None:
    """The place of the verb among the arguments: the first that is neither an option nor the value of one."""
    place = 0
    while place < len(argv):
        if not argv[place].startswith("-"):
            return place
        place += 2 if argv[place] in _TAKING_A_VALUE else 1
    return None


def main() -> int:
    """Runs `okr` with the arguments of the process.

    `okr prompt` stands in the prompt of a shell and must cost what python costs, and git runs `okr merge-driver` for
    every file: both are answered before click is imported. `okr` alone opens the app without click too. A command is over
    before its garbage is worth collecting; the app collects from its first screen on (`ui.opening`).

    Returns:
        The exit code: 0 done, 1 findings, 2 wrong usage, 3 the workspace can't be read or written, 4 a person must decide.
    """
    gc.disable()
    make_safe()
    argv = sys.argv[1:]
    place = _verb_at(argv)
    if place is not None and argv[place] == "prompt":
        from okr_tui.cli.prompt import run as run_prompt

        return run_prompt([*argv[:place], *argv[place + 1 :]])
    if place is not None and argv[place] == "merge-driver":
        from okr_tui.cli.merge_driver import run as run_merge_driver

        return run_merge_driver(argv[place + 1 :])
    from okr_tui.cli.context import said_alone, speak_for

    speak_for(argv)
    alone = said_alone(argv) if place is None and _COMPLETING not in os.environ else None
    if alone is not None:
        from okr_tui.cli.ending import ended
        from okr_tui.cli.open import open_app

        return ended(lambda: open_app(alone))
    from okr_tui.cli.main import run

    return run(argv)


if __name__ == "__main__":
    sys.exit(main())
