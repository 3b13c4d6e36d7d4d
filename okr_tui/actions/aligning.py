"""Aligning: what supports what, what a team asks of another, the answer to it, thanks to who contributes.

Whoever contributes declares it, and it stands: circles decide for themselves. Invitations and dependencies are asked and
need an answer; either side may propose another day, and the newest word counts.
"""

from datetime import date
from pathlib import Path

from okr_tui.actions.act import Act, Author
from okr_tui.actions.answering import answer_request
from okr_tui.actions.drafting import add_objective, add_request
from okr_tui.actions.editing import edit
from okr_tui.actions.saying import say
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.links import VISION, Asked, Supports, asked
from okr_tui.domain.links import supports as links_of
from okr_tui.domain.owning import owner_of
from okr_tui.domain.waits import asks, turn, wanted_by
from okr_tui.domain.workspace import CycleContent, Located, Workspace
from okr_tui.words.language import _


def support(root: Path, author: Author, workspace: Workspace, place: Located, of: Located | None) -> Act:
    """Declares that an objective or key result contributes to something, and tells whoever owns that.

    A change of what is agreed is news to them anyway; of a draft a word in the author's journal tells them.

    Args:
        root: the workspace folder.
        author: who declares it.
        workspace: what is known; a link that would close a circle is refused.
        place: the objective or key result that contributes.
        of: what it contributes to; None is the vision.

    Raises:
        WrongUsage: it is declared already, can't be linked, or leads back to itself.
        OkrError: it is gone or its file can't be read.
    """
    target = VISION if of is None else _id(of)
    declared = _declared(place)
    if target in declared:
        raise WrongUsage(_("“{title}” supports that already.").format(title=place.title[:60]))
    if of is not None:
        _makes_sense(_graph(workspace, place), place, of)
    act = edit(root, author, place, {"supports": [*declared, target]})
    what = _("the vision") if of is None else of.title
    named = _named(act, _("“{title}” supports “{what}”").format(title=place.title, what=what))
    if of is None or author.me in workspace.people_owing(of.team, owner_of(of)) or _recorded(place):
        return named
    words = _("We contribute to this with “{title}”.").format(title=place.title)
    told = say(root, author, of.cycle, "comment", {"about": target, "text": words}, "")
    return _with(named, told)


def unsupport(root: Path, author: Author, place: Located, target: str) -> Act:
    """Takes a link back.

    Args:
        root: the workspace folder.
        author: who takes it back.
        place: the objective or key result that declared it.
        target: the id it names, or "vision".

    Raises:
        WrongUsage: it declares no such link.
        OkrError: it is gone or its file can't be read.
    """
    declared = _declared(place)
    if target not in declared:
        raise WrongUsage(_("“{title}” does not support that.").format(title=place.title[:60]))
    left = [each for each in declared if each != target]
    act = edit(root, author, place, {"supports": left or None})
    return _named(act, _("“{title}” no longer supports “{what}”").format(title=place.title, what=target))


def ask(
    root: Path, author: Author, content: CycleContent, kind: str, from_: Located | str, to: Located | str, need: str,
    by: date | None = None,
) -> Act:  # fmt: skip
    """Asks another team: to contribute (invite), for something by a day (depend), or to take part (contribute).

    Args:
        root: the workspace folder.
        author: who asks.
        content: the cycle.
        kind: invite, depend or contribute.
        from_: what it is asked for: an objective, a key result, or the id of a team.
        to: who is asked: an objective, a key result, or the id of a team.
        need: what is needed; an invitation may leave the usual question.
        by: the day by which it is wanted.

    Raises:
        WrongUsage: a team would ask itself, nothing is said, or the same is asked already and still open.
        OkrError: the plan can't be read.
    """
    asking, asked_team = _team(from_), _team(to)
    words = need.strip() or (
        _("Will you contribute to “{title}”?").format(title=_title(from_)) if kind == "invite" else ""
    )
    if not words:
        raise WrongUsage(_("Say what is needed, in a sentence."))
    if by is not None and by < author.today:
        raise WrongUsage(_("{day} has passed already.").format(day=by.isoformat()))
    if kind == "invite" and asking == asked_team:
        raise WrongUsage(_("A team need not invite itself; it can declare the link."))
    ends = (from_ if isinstance(from_, str) else _id(from_), to if isinstance(to, str) else _id(to))
    for each in asked(content, author.today):
        if (
            each.open
            and (each.request.kind, each.request.from_, each.request.to) == (kind, *ends)
            and (kind == "invite" or each.request.need == words)
        ):
            raise WrongUsage(_("That is asked already, and waits for an answer ({id}).").format(id=each.request.id))
    keys = {"kind": kind, "from": ends[0], "to": ends[1], "by": by}
    return add_request(root, author, content.cycle.id, asking, words, **keys)


def answer(
    root: Path, author: Author, workspace: Workspace, content: CycleContent, each: Asked, verdict: str,
    text: str | None = None, by: date | None = None, *, taking: Located | None = None,
) -> Act:  # fmt: skip
    """Answers a request, or what was proposed instead of it; accepting an invitation drafts the link in the same change.

    The link is added to `taking`, else to the objective or key result that was invited; where a whole team was, an
    objective is drafted in its plan that supports what it was invited to.

    Args:
        root: the workspace folder.
        author: who answers, for either side.
        workspace: what is known.
        content: the cycle of the request.
        each: the request with the newest answer.
        verdict: accept, decline or challenge.
        text: why, or what instead; needed unless it is accepted, or another day says it.
        by: another day; accepting without one accepts the day that was proposed last.
        taking: the objective or key result of the invited team that will contribute.

    Raises:
        WrongUsage: there is no such verdict, it says no without saying why, the link makes no sense, or who asks says yes
            or no for who is asked.
        OkrError: a file can't be read.
    """
    if verdict != "challenge" and _for_the_others(workspace, content, each, author.me):
        why = _("{team} asks for this, so it is {other} that says yes or no; whoever asked can withdraw it.")
        raise WrongUsage(why.format(team=workspace.name_of(each.team), other=workspace.name_of(each.of)))
    place = Located("request", content.cycle.id, each.team, each.request)
    if verdict == "accept" and by is None and each.state == "challenged":
        by = wanted_by(each)
    words = text or (_("Another day, please.") if verdict == "challenge" and by is not None else None)
    said = answer_request(root, author, place, verdict, words, by)
    if verdict != "accept" or each.request.kind != "invite":
        return said
    above = content.located.get(each.request.from_)
    linked = _drafted_link(root, author, workspace, content, each, above, taking) if above is not None else None
    if linked is None:
        return said
    return _with(said, linked)


def _for_the_others(workspace: Workspace, content: CycleContent, each: Asked, person: str) -> bool:
    """Whether a person of the side that asks, and not of the one asked, speaks while that one has to say something."""
    known = workspace.person_by_id.get(person)
    of_both = person in workspace.people_owing(each.of, None) or (known is not None and each.of in known.team)
    return turn(workspace, content, each) == each.of and not of_both and asks(workspace, content, each, person)


def thank(root: Path, author: Author, cycle: str, to: str, text: str) -> Act:
    """Thanks a person or a team, for everybody to read.

    Raises:
        WrongUsage: no words.
        OkrError: the journal can't be read.
    """
    words = text.strip()
    if not words:
        raise WrongUsage(_("Say something, in a sentence."))
    return say(root, author, cycle, "kudos", {"to": to, "text": words}, _("kudos"))


def _drafted_link(
    root: Path, author: Author, workspace: Workspace, content: CycleContent, each: Asked, above: Located,
    taking: Located | None,
) -> Act | None:  # fmt: skip
    """The link that comes of an accepted invitation; None where it is declared already."""
    place = taking or content.located.get(each.request.to)
    if place is None:
        if each.of not in workspace.team_by_id:
            return None
        title = _("Contribute to “{title}”").format(title=above.title)
        return add_objective(root, author, content.cycle.id, each.of, title, supports=[each.request.from_])
    graph = _graph(workspace, place)
    if place.objective is not None and any(
        link.target == each.request.from_ for link in graph.links.get(place.objective.id, ())
    ):
        return None
    _makes_sense(graph, place, above)
    return edit(root, author, place, {"supports": [*_declared(place), each.request.from_]})


def _makes_sense(graph: Supports, place: Located, of: Located) -> None:
    if place.kind not in {"objective", "key-result"} or of.kind not in {"objective", "key-result"}:
        raise WrongUsage(_("Objectives and key results support objectives and key results, or the vision."))
    mine, above = place.objective, of.objective
    if mine is None or above is None or mine.id == above.id:
        raise WrongUsage(_("Nothing supports itself."))
    if graph.leads(above.id, mine.id):
        message = _("“{above}” supports “{title}” already; the other way round it would be a circle.")
        raise WrongUsage(message.format(above=above.title[:60], title=mine.title[:60]))


def _graph(workspace: Workspace, place: Located) -> Supports:
    content = workspace.cycles.get(place.cycle)
    return links_of(workspace, content) if content is not None else Supports({}, {}, {})


def _declared(place: Located) -> list[str]:
    return list(getattr(place.table, "supports", ()))


def _named(act: Act, name: str) -> Act:
    return Act(act.id, act.change._replace(name=name))


def _with(act: Act, other: Act) -> Act:
    """Both as one change: the name and the id of the first, the files of both."""
    return Act(act.id, act.change._replace(files=(*act.change.files, *other.change.files)))


def _recorded(place: Located) -> bool:
    """Whether a change of it is recorded in the plan, because it is agreed."""
    return place.objective is not None and place.objective.live


def _team(end: Located | str) -> str:
    return end if isinstance(end, str) else end.team


def _title(end: Located | str) -> str:
    return end if isinstance(end, str) else end.title


def _id(place: Located) -> str:
    return str(place.table.id)  # type: ignore[attr-defined]
