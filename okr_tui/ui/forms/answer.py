"""Answering what waits for me, in place: a verdict on a request, a word on a draft, a reply, an offer of help."""

from collections.abc import Callable

from okr_tui.actions.act import Act, Author
from okr_tui.actions.agreeing import agree
from okr_tui.actions.answering import say_on
from okr_tui.actions.polling import choose
from okr_tui.domain.agreeing import accord
from okr_tui.domain.due import Owed
from okr_tui.domain.links import asked
from okr_tui.domain.plan import Objective, Poll
from okr_tui.domain.threads import has_spoken
from okr_tui.domain.workspace import Located
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.session import Session
from okr_tui.words.agreeing import difference_said, lasts
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _


def answer_form(session: Session, item: Owed) -> TableForm:
    """The form that answers one thing that waits."""
    if item.kind == "request" and item.about is not None:
        return _request_form(session, item, item.about)
    if item.about is not None and isinstance(item.about.table, Poll):
        return _poll_form(session, item, item.about.table)
    return _word_form(session, item)


def _poll_form(session: Session, item: Owed, poll: Poll) -> TableForm:
    """A choice among the options of a poll; the names are seen by everybody."""
    options = tuple((option, one_line(option)) for option in poll.options)
    field = Field("option", _("I choose"), poll.options[0] if poll.options else "", options=options)

    def make(typed: Typed) -> Callable[[Author], Act]:
        return lambda author: choose(session.root, author, item.cycle, poll, typed["option"])

    return TableForm(one_line(poll.question), (field,), make, draft=f"answer {item.id}")


def _request_form(session: Session, item: Owed, request: Located) -> TableForm:
    """The same form as in Align, so that accepting an invitation drafts the link from here too."""
    from okr_tui.ui.forms.aligning import answer_form as asked_form

    content = session.workspace.cycles[item.cycle]
    found = next(each for each in asked(content, session.today) if each.request.id == request.table.id)  # type: ignore[attr-defined]
    return asked_form(session, content, found)


def _word_form(session: Session, item: Owed) -> TableForm:
    """A review, a reply to a question or challenge, a word to whoever wants help."""
    kinds = (("agree", _("agree")), ("suggestion", _("suggest")), ("question", _("ask")), ("challenge", _("challenge")))
    review = item.kind == "review"
    verdict = Field("kind", _("I"), "agree", options=kinds, asks=_("Agree, suggest, ask, or challenge it."))
    changed = changed_since(session, item)
    asks = {
        "review": changed or _("What would make it better? An agreement needs no words."),
        "help": _("What can you offer, and when?"),
    }.get(item.kind, _("Your answer, in a sentence."))
    if session.me is not None and not has_spoken(session.workspace, session.me):
        asks = f"{lasts()} {asks}"
    thread = item.kind in {"question", "challenge"}
    about = _about(session, item)
    fields = (*((verdict,) if review else ()), Field("text", _("words"), asks=asks))

    def make(typed: Typed) -> Callable[[Author], Act]:
        kind, text = typed.get("kind", "comment"), typed["text"]
        reply = item.id if thread else None
        if review and kind == "agree" and item.about is not None and item.about.objective is not None:
            return _agreement(session, item, item.about.objective, text)
        return lambda author: say_on(session.root, author, item.cycle, about, text, kind=kind, reply_to=reply)

    return TableForm(one_line(item.title), fields, make, draft=f"answer {item.kind} {item.id}")


def changed_since(session: Session, item: Owed) -> str:
    """What is otherwise now than when I agreed to it; "" where I never did, or nothing is."""
    objective = item.about.objective if item.about is not None else None
    if item.kind != "review" or objective is None or session.me is None:
        return ""
    content = session.workspace.cycles[item.cycle]
    found = accord(session.workspace, content, item.team, objective, session.today)
    said = "; ".join(difference_said(each) for each in found.since.get(session.me, ()))
    return _("Since you agreed: {changes}.").format(changes=said) if said else ""


def _agreement(session: Session, item: Owed, objective: Objective, text: str) -> Callable[[Author], Act]:
    workspace, content = session.workspace, session.workspace.cycles[item.cycle]
    return lambda author: agree(session.root, author, workspace, content, item.team, (objective,), text)


def _about(session: Session, item: Owed) -> str:
    """The id of what the words are about: for a thread what its first comment is about."""
    if item.kind not in {"question", "challenge"}:
        return item.id
    said = (each for journal in session.workspace.cycles[item.cycle].talking for each in journal.comment)
    return next((each.about for each in said if each.id == item.id), item.id)
