"""What can go wrong, said as one clear sentence: the file, the line, what to do."""


class OkrError(Exception):
    """A person reads this: one sentence, where it is, and what to do next.

    Args:
        message: the sentence, already in the person's language.
        file: path of the file it is about, relative to the workspace, `/` between parts.
        line: line in that file, from 1.
    """

    exit_code = 3

    def __init__(self, message: str, *, file: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line

    def __str__(self) -> str:
        place = "" if self.file is None else f"{self.file}:{self.line}: " if self.line else f"{self.file}: "
        return place + self.message


class WrongUsage(OkrError):
    """What was asked for makes no sense as it was asked: an unknown id, a value that is no number.

    Args:
        message: the sentence.
        option: what says it on the command line, where a command asks for it.
    """

    exit_code = 2

    def __init__(self, message: str, *, option: str = "") -> None:
        super().__init__(message)
        self.option = option


class PersonMustDecide(OkrError):
    """Several things fit and only a person knows which was meant; nothing was changed.

    Args:
        message: the sentence.
        candidates: (id, title) of everything that fits, best first.
    """

    exit_code = 4

    def __init__(self, message: str, candidates: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates
