"""What stands behind a row of the tree: the state of its link, who contributes, what became of a request."""

from typing import Literal, NamedTuple

from okr_tui.domain.links import Asked
from okr_tui.domain.people import Stage
from okr_tui.domain.tree import Node
from okr_tui.words.dates import day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext

Tone = Literal["good", "waits", "wrong", "quiet"]
"""How a state is meant: it stands, somebody waits, something is missing, nothing to say."""


class Said(NamedTuple):
    """A state in a few words, and how it is meant. Its glyph says the same without colour."""

    words: str
    tone: Tone


def link_words(node: Node, stage: Stage = "in") -> Said:
    """What a row says at its right end.

    Args:
        node: the row.
        stage: how far its team is.
    """
    if node.asked is not None:
        return asked_words(node.asked)
    if node.circle:
        return Said(_("! in a circle"), "wrong")
    if node.link is not None and node.link.state == "challenged":
        return Said(_("◐ challenged"), "waits")
    if node.again:
        under = one_line(node.home.title) if node.home is not None else _("the vision")
        return Said(_("also under {title}").format(title=under), "quiet")
    if node.expects:
        return contributors_words(node.contributors, partly=node.partly)
    if node.link is None:
        return contributors_words(node.contributors) if node.contributors else _orphan(stage)
    return _declared(node, stage)


def _declared(node: Node, stage: Stage) -> Said:
    match node.link.state if node.link else "stands":
        case "vision":
            objective = node.place.objective
            says = objective is not None and bool(objective.why)
            if says or stage != "in":
                return Said(_("says why") if says else _("says no why"), "quiet")
            return Said(_("! says no why"), "waits")
        case "dangling":
            return Said(_("! points to nothing"), "wrong")
        case "unread":
            return Said(_("not in what was read"), "quiet")
        case _:
            return Said(_("declared"), "quiet")


def _orphan(stage: Stage) -> Said:
    match stage:
        case "pilot":
            return Said(_("a pilot"), "quiet")
        case "not-yet":
            return Said(_("not in yet"), "quiet")
        case _:
            return Said(_("! supports nothing"), "waits")


def contributors_words(count: int, *, partly: bool = False) -> Said:
    """How many contribute to something of the company: "● 3 contribute".

    Args:
        count: those that are known.
        partly: whether there may be more, in a plan that can't be read.
    """
    if not count and partly:
        return Said(_("not in what was read"), "quiet")
    if not count:
        return Said(_("! nobody contributes"), "wrong")
    return Said(ngettext("● {n} contributes", "● {n} contribute", count).format(n=count), "good")


def asked_words(asked: Asked) -> Said:
    """What became of a request: "✓ agreed 2 Oct", "◐ 9 days, no answer", "◐ proposed: 3 Nov"."""
    on = day(asked.answer.at.date()) if asked.answer is not None else ""
    match asked.state:
        case "accepted":
            return Said(_("✓ agreed {day}").format(day=on), "good")
        case "declined":
            return Said(_("○ declined {day}").format(day=on), "wrong")
        case "challenged" if asked.answer is not None and asked.answer.by is not None:
            return Said(_("◐ proposed: {day}").format(day=day(asked.answer.by)), "waits")
        case "challenged":
            return Said(_("◐ challenged {day}").format(day=on), "waits")
        case "asked":
            if not asked.days:
                return Said(_("◐ asked today"), "waits")
            words = ngettext("◐ {n} day, no answer", "◐ {n} days, no answer", asked.days)
            return Said(words.format(n=asked.days), "waits")


def request_words(asked: Asked, name: str) -> str:
    """What is asked of whom, as one row: "needs Platform: an event"; an invitation says when.

    Args:
        asked: the request.
        name: of the team that is asked.
    """
    if asked.request.kind == "invite":
        return _("invited on {day}").format(day=day(asked.request.at.date()))
    words = _("needs {team}: {need}") if asked.request.kind == "depend" else _("asks {team}: {need}")
    return words.format(team=name, need=one_line(asked.request.need))
