"""A file of a team that can't be read, in words: whose it is, what is wrong, and where."""

from okr_tui.domain.problem import Problem
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _


def unread_said(name: str, problem: Problem, kind: str = "plan") -> str:
    """What is missing, why, and where.

    Args:
        name: what the team is called.
        problem: the first one of its file.
        kind: "plan" or "review".
    """
    words = _("The plan of {team} can't be read: {message} ({file}, line {line}).")
    if kind == "review":
        words = _("The review of {team} can't be read: {message} ({file}, line {line}).")
    message = one_line(problem.message).removesuffix(".")
    return words.format(team=one_line(name), message=message, file=one_line(problem.file), line=problem.line)
