"""The command `okr`; what a verb does not need is not imported."""

import sys

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

    `okr prompt` stands in the prompt of a shell and must cost what python costs, so it is answered before click is
    imported.

    Returns:
        The exit code: 0 done, 1 findings, 2 wrong usage, 3 the workspace can't be read or written, 4 a person must decide.
    """
    argv = sys.argv[1:]
    place = _verb_at(argv)
    if place is not None and argv[place] == "prompt":
        from okr_tui.cli.prompt import run as run_prompt

        return run_prompt([*argv[:place], *argv[place + 1 :]])
    from okr_tui.cli.context import speak_for

    speak_for(argv)
    from okr_tui.cli.main import run

    return run(argv)


if __name__ == "__main__":
    sys.exit(main())
