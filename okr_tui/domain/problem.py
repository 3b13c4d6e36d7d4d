"""Something wrong in a file, said so that it can be found and mended."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "hint"]


class Problem(NamedTuple):
    """Something wrong in a file.

    Attributes:
        file: path relative to the workspace; line and column count from 1.
        code: what kind of problem, a word that stays the same from version to version.
        message: one sentence, in the person's language.
    """

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
