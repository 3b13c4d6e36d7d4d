"""What comes of a word that was typed on a thing: a comment, an answer, an agreement, a poll, a choice."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from okr_tui.actions.act import Act, Author
from okr_tui.actions.agreeing import agree
from okr_tui.actions.answering import say_on
from okr_tui.actions.polling import add_poll, choose
from okr_tui.actions.suggesting import apply, can_apply
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.owning import place_of
from okr_tui.domain.plan import Poll
from okr_tui.domain.threads import word
from okr_tui.domain.wording import wording
from okr_tui.domain.workspace import CycleContent
from okr_tui.ui.modals.thread_rows import About
from okr_tui.ui.paint.runs import Run, dim
from okr_tui.ui.session import Session
from okr_tui.ui.whereabouts import id_under_cursor
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench

KINDS = ("comment", "question", "challenge", "suggestion", "agree", "poll")
"""What a new word can be, in the order in which tab goes round."""

Doing = Callable[[Author], Act]


class Spoken(NamedTuple):
    """What was typed.

    Attributes:
        kind: one of `KINDS`.
        here: id of the thread or poll that it answers; "" for none.
    """

    kind: str
    text: str
    here: str
    on_poll: bool = False


def kinds_said(chosen: str, *, reply: bool) -> Iterator[Run]:
    """The kinds side by side, the chosen one underlined; an answer is an answer."""
    if reply:
        yield Run(_("your answer"), bold=True)
        return
    words = {
        "comment": _("comment"), "question": _("question"), "challenge": _("challenge"),
        "suggestion": _("suggestion"), "agree": _("agree"), "poll": _("poll"),
    }  # fmt: skip
    for kind in KINDS:
        yield Run(words[kind], bold=True, underline=True) if kind == chosen else dim(words[kind])
        yield Run("  ")


def send_act(session: Session, about: About, spoken: Spoken) -> Doing:
    """What saying it does.

    Raises:
        WrongUsage: it makes no sense so.
    """
    root, content = session.root, session.workspace.cycles[about.cycle]
    if spoken.on_poll:
        return _choice(session, content, spoken)
    if spoken.here:
        return lambda author: say_on(root, author, about.cycle, about.id, spoken.text, reply_to=spoken.here)
    if spoken.kind == "poll":
        question, *options = (part.strip() for part in spoken.text.split(" / "))
        return lambda author: add_poll(root, author, about.cycle, about.team, question, tuple(options), about.id)
    if spoken.kind == "agree":
        return _agreement(session, content, about, spoken.text)
    return lambda author: say_on(root, author, about.cycle, about.id, spoken.text, kind=spoken.kind)


def apply_act(session: Session, about: About, here: str, why: str = "") -> Doing | None:
    """What applies the suggestion with this id; None where it is none that could be."""
    content = session.workspace.cycles[about.cycle]
    said, place = word(content, here), about.place
    if said is None or place is None or not can_apply(place, said):
        return None
    return lambda author: apply(session.root, author, place, said, about.cycle, why=why or None)


def close_act(session: Session, about: About, here: str, text: str) -> Doing:
    """What closes a thread, with a last word where one was typed."""
    return lambda author: say_on(session.root, author, about.cycle, about.id, text, reply_to=here, resolved=True)


def talked_about(app: "Workbench") -> tuple[About | None, str]:
    """What the cursor is on, and the thread or poll of it that it is on; in Make, where that is nothing, the team."""
    identity = (id_under_cursor(app) or "").split(" ")[-1]
    found = about_of(app.session, identity) if identity else None
    if found is None and (below := _below_cursor(app)) is not None:
        identity, found = below, about_of(app.session, below)
    if found is None and app.place is not None and app.place.place == "make" and app.session.team:
        return about_of(app.session, app.session.team), ""
    if found is None or found.id == identity:
        return found, ""
    return found, identity


def _below_cursor(app: "Workbench") -> str | None:
    """The id of what a row is about that has none of its own: a thing named again in a tree, a check-in's key result."""
    standing = getattr(app.place, "standing", None)
    if standing is not None:
        return str(standing.key_result.id)
    under = getattr(app.place, "under_cursor", None)
    try:
        return str(under().table.id) if under is not None else None
    except OkrError:
        return None


def about_of(session: Session, identity: str) -> About | None:
    """What an id leads to: a thing, what a comment or a poll is about, a pain point; None for nothing of the kind."""
    workspace = session.workspace
    contents = [*workspace.open_cycles(session.today), *workspace.cycles.values()]
    for content in contents:
        cycle = content.cycle.id
        if (said := word(content, identity)) is not None and said.comment.about != identity:
            return _named(session, content, said.comment.about)
        found = content.located.get(identity)
        if found is not None and isinstance(found.table, Poll) and found.table.about:
            return _named(session, content, found.table.about)
        if found is not None:
            return About(identity, found.title, cycle, found.team, found)
        pains = (each for journal in content.talking for each in journal.pain_point if each.id == identity)
        if (pain := next(pains, None)) is not None:
            return About(identity, pain.text, cycle, pain.team)
    default = workspace.default_cycle(session.today)
    return _named(session, default, identity) if default is not None else None


def _named(session: Session, content: CycleContent, identity: str) -> About | None:
    """A thing of this cycle, a KPI or a team."""
    workspace, cycle = session.workspace, content.cycle.id
    place = place_of(workspace, content, identity)
    if place is not None:
        return About(identity, place.title, cycle, place.team, place)
    if identity in workspace.team_by_id:
        return About(identity, workspace.name_of(identity), cycle, identity)
    return None


def _choice(session: Session, content: CycleContent, spoken: Spoken) -> Doing:
    found = content.located.get(spoken.here)
    if found is None or not isinstance(found.table, Poll):
        raise WrongUsage(_("This is no longer there; somebody has moved or removed it."))
    poll = found.table
    return lambda author: choose(session.root, author, content.cycle.id, poll, spoken.text)


def _agreement(session: Session, content: CycleContent, about: About, text: str) -> Doing:
    """Agreeing to what is proposed counts; to anything else it is a word, with what it was said to."""
    place, root = about.place, session.root
    objective = place.objective if place is not None and place.kind == "objective" else None
    if objective is not None and objective.status in {"proposed", "agreed"}:
        return lambda author: agree(root, author, session.workspace, content, about.team, (objective,), text)
    digest = wording(objective) if objective is not None else None
    return lambda author: say_on(root, author, about.cycle, about.id, text, kind="agree", digest=digest)
