"""Polls: asking the people of a team to choose, and choosing; a poll is not secret."""

from pathlib import Path

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.nested import new_plan, without_none
from okr_tui.actions.saying import say
from okr_tui.actions.validity import still_valid
from okr_tui.domain.errors import PersonMustDecide, WrongUsage
from okr_tui.domain.ids import new_id
from okr_tui.domain.plan import Poll
from okr_tui.domain.resolve import folded
from okr_tui.store.layout import plan_path
from okr_tui.store.tables import held
from okr_tui.words.language import _

FEWEST = 2
"""Options that a poll has at least."""


def add_poll(
    root: Path, author: Author, cycle: str, team: str, question: str, options: tuple[str, ...], about: str | None = None
) -> Act:
    """Adds a poll to a team's plan.

    Args:
        root: the workspace folder.
        author: who asks.
        cycle: id of the cycle.
        team: id of the team whose people are asked.
        question: what is asked.
        options: what can be chosen; each once.
        about: id of the draft that it is about.

    Raises:
        WrongUsage: there is no question, or there are fewer than two options.
    """
    known = tuple(dict.fromkeys(each.strip() for each in options if each.strip()))
    if not question.strip():
        raise WrongUsage(_("A poll asks something."))
    if len(known) < FEWEST:
        raise WrongUsage(_("A poll has two options at least."))
    words = question.strip()
    plan = held(root, plan_path(cycle, team))
    plan = plan if plan.tables else plan._replace(tables=new_plan(team))
    table = without_none(
        {"id": new_id(words, author.choose), "question": words, "options": list(known), "about": about}
    )
    plan.tables.setdefault("poll", []).append(table)
    still_valid(plan)
    return one_file(table["id"], _("poll “{question}”").format(question=words), plan, plan.tables)


def choose(root: Path, author: Author, cycle: str, poll: Poll, option: str) -> Act:
    """Chooses an option; the newest choice of a person counts.

    Raises:
        WrongUsage: there is no such option.
        PersonMustDecide: several options begin so.
        OkrError: the journal can't be read.
    """
    chosen = _meant(poll, option)
    name = _("choose “{option}”").format(option=chosen)
    return say(root, author, cycle, "choice", {"poll": poll.id, "option": chosen}, name)


def _meant(poll: Poll, text: str) -> str:
    """The option that is meant: by its words, its number in the list, or how it begins."""
    if text in poll.options:
        return text
    wanted = folded(text)
    same = [each for each in poll.options if folded(each) == wanted]
    if len(same) == 1:
        return same[0]
    if text.strip().isdecimal() and 1 <= int(text) <= len(poll.options):
        return poll.options[int(text) - 1]
    begun = [each for each in poll.options if wanted and folded(each).startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    numbered = tuple((str(number), each) for number, each in enumerate(poll.options, start=1))
    message = _("“{text}” could be several options.") if begun else _("“{text}” is none of the options:")
    raise (
        PersonMustDecide(message.format(text=text[:80]), numbered)
        if begun
        else WrongUsage(message.format(text=text[:80]) + " " + ", ".join(poll.options))
    )
