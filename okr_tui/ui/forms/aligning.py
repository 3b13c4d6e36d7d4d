"""Forms of aligning: what teams ask of each other, what is answered, thanks, a reason to let an alert stand, an owner."""

from collections.abc import Callable
from datetime import timedelta

from okr_tui.actions.act import Act, Author
from okr_tui.actions.aligning import answer, ask, thank
from okr_tui.actions.answering import say_on
from okr_tui.actions.dismissing import dismiss
from okr_tui.actions.editing import edit
from okr_tui.domain.alerts.alert import Alert
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.links import Asked, alive
from okr_tui.domain.resolve import NothingFits, pick
from okr_tui.domain.waits import wanted_by
from okr_tui.domain.workspace import CycleContent, Located
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.forms.owners import owner_names, owner_of, owner_said
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.session import Session
from okr_tui.ui.text import cut
from okr_tui.words.dates import weekday_day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.quoting import with_colon
from okr_tui.words.typed import typed_day

_SOON = timedelta(days=14)
_SHORT = 40


def answer_form(session: Session, content: CycleContent, each: Asked, verdict: str = "accept") -> TableForm:
    """A form that answers a request, or what was proposed instead of it.

    Args:
        session: the moment.
        content: the cycle of the request.
        each: the request with its newest answer.
        verdict: the one chosen at first: accept, decline, or challenge.
    """
    day = wanted_by(each)
    asks = _("Without a day this one stands: {day}.").format(day=weekday_day(day, session.today)) if day else (
        _("A day of your own, such as 2026-12-03, if you want to say one.")
    )  # fmt: skip
    fields = [
        Field("verdict", _("answer"), verdict, options=_verdicts(),
              asks=_("Accept, decline, or ask back; another day may come with it.")),
        Field("text", _("words"), asks=_("Why, or what instead. An acceptance needs no words.")),
        Field("by", _("by"), says=lambda text: weekday_day(typed_day(text), session.today), asks=asks),
    ]  # fmt: skip
    options = _takers(content, each)
    if options:
        fields.insert(1, Field("taking", _("with"), "", options=options, when=_accepts,
                               asks=_("What will contribute: an objective of yours, or a new draft.")))  # fmt: skip

    def make(typed: Typed) -> Callable[[Author], Act]:
        day = typed_day(typed["by"]) if typed.get("by", "").strip() else None
        taking = content.located.get(typed.get("taking", ""))
        return lambda author: answer(
            session.root, author, session.workspace, content, each, typed["verdict"], typed["text"], day, taking=taking
        )

    return TableForm(_between(session, each), tuple(fields), make, draft=f"answer {each.request.id}")


def _verdicts() -> tuple[tuple[str, str], ...]:
    return (("accept", _("accept")), ("decline", _("decline")), ("challenge", _("challenge")))


def _accepts(typed: Typed) -> bool:
    return typed.get("verdict") == "accept"


def _takers(content: CycleContent, each: Asked) -> tuple[tuple[str, str], ...]:
    """What of an invited team may contribute; nothing where one of its objectives was invited by name."""
    if each.request.kind != "invite" or each.request.to in content.located:
        return ()
    plan = content.plans.get(each.of)
    own = [(one.id, cut(one_line(one.title), _SHORT)) for one in plan.objective if alive(one)] if plan else []
    return (("", _("a new draft")), *own)


def _between(session: Session, each: Asked) -> str:
    """Who asks whom for what."""
    name_of = session.workspace.name_of
    who = f"{one_line(name_of(each.team))} → {one_line(name_of(each.of) or each.of)}"
    return with_colon(who, one_line(each.request.need))


def ask_form(
    session: Session, content: CycleContent, kind: str, from_: Located | str, to: str = "", need: str = ""
) -> TableForm:
    """A form that asks another team: to contribute (invite), or for something by a day (depend).

    Args:
        session: the moment.
        content: the cycle.
        kind: invite or depend.
        from_: what it is asked for: an objective, a key result, or the id of the team that asks.
        to: id of the team that is asked, where that is known already.
        need: what is needed, where that is known already.
    """
    workspace, invites = session.workspace, kind == "invite"
    asking = from_ if isinstance(from_, str) else from_.team
    others = tuple(each for each in workspace.teams if each.id != asking)
    objectives = [(each.id, each.title) for team, each in content.objectives() if alive(each) and team != asking]
    names = (*(each.name for each in others), *(title for _id, title in objectives))
    soon = min(session.today + _SOON, max(content.cycle.end, session.today))
    asks = _("What you need, in a sentence. Without one: will you contribute?") if invites else (
        _("What you need from them, in a sentence.")
    )  # fmt: skip
    fields = (
        Field("to", _("whom"), workspace.name_of(to) if to else "", names=names,
              asks=_("A team, or one of its objectives; → completes.")),
        Field("need", _("need"), need, asks=asks),
        Field("by", _("by"), "" if invites else soon.isoformat(),
              says=lambda text: weekday_day(typed_day(text), session.today), asks=_("By when: 2026-11-06.")),
    )  # fmt: skip

    def make(typed: Typed) -> Callable[[Author], Act]:
        day = typed_day(typed["by"]) if typed["by"].strip() else None
        if not typed["to"].strip():
            raise WrongUsage(_("Say whom you ask: a team, or one of its objectives."))
        found = _whom(content, typed["to"], [(each.id, each.name) for each in others], objectives)
        need = typed["need"]
        return lambda author: ask(session.root, author, content, kind, from_, found, need, day)

    about = asking if isinstance(from_, str) else str(getattr(from_.table, "id", ""))
    name = one_line(workspace.name_of(asking) if isinstance(from_, str) else from_.title)
    title = (
        _("Invite a team to contribute to “{title}”") if invites else _("Ask another team for something, for “{title}”")
    )
    return TableForm(title.format(title=name), fields, make, draft=f"ask {kind} {about}")


def _whom(
    content: CycleContent, text: str, teams: list[tuple[str, str]], objectives: list[tuple[str, str]]
) -> Located | str:
    """The team that is meant, or the objective.

    Raises:
        NothingFits: neither is called so.
        SeveralFit: several are.
    """
    try:
        return pick(text, teams, "team")
    except NothingFits:
        if not objectives:
            raise
    return content.located[pick(text, objectives, "thing")]


def challenge_form(session: Session, place: Located) -> TableForm:
    """A form that objects to what somebody says they contribute; it stands until both have talked."""

    def make(typed: Typed) -> Callable[[Author], Act]:
        identity = str(place.table.id)  # type: ignore[attr-defined]
        return lambda author: say_on(session.root, author, place.cycle, identity, typed["text"], kind="challenge")

    fields = (Field("text", _("words"), asks=_("What makes you doubt it? A question they can answer.")),)
    title = _("Challenge the link of “{title}”").format(title=one_line(place.title))
    return TableForm(title, fields, make, draft=f"challenge {getattr(place.table, 'id', '')}")


def remind_form(session: Session, content: CycleContent, each: Asked) -> TableForm:
    """A form that asks again: a question on the request, which waits for whoever has to answer."""

    def make(typed: Typed) -> Callable[[Author], Act]:
        words = typed["text"] or _("Can you say yes or no?")
        return lambda author: say_on(session.root, author, content.cycle.id, each.request.id, words, kind="question")

    fields = (Field("text", _("words"), _("Can you say yes or no?"), asks=_("They see it among what waits for them.")),)
    title = _("Remind: {request}").format(request=_between(session, each))
    return TableForm(title, fields, make, draft=f"remind {each.request.id}")


def thank_form(session: Session, place: Located) -> TableForm:
    """A form that thanks whoever contributes: the owner, or the team where nobody is named."""
    owner = place.objective.owner if place.objective is not None else None
    to = owner if owner and owner in session.workspace.person_by_id else place.team

    def make(typed: Typed) -> Callable[[Author], Act]:
        return lambda author: thank(session.root, author, place.cycle, to, typed["text"])

    fields = (Field("text", _("words"), asks=_("For what? Everybody can read it.")),)
    title = _("Thank {name} for “{title}”").format(
        name=one_line(session.workspace.name_of(to)), title=one_line(place.title)
    )
    return TableForm(title, fields, make, draft=f"thank {getattr(place.table, 'id', '')}")


def dismiss_form(session: Session, content: CycleContent, alert: Alert, title: str) -> TableForm:
    """A form that asks why an alert may stand; the next person sees the reason."""

    def make(typed: Typed) -> Callable[[Author], Act]:
        return lambda author: dismiss(session.root, author, content.cycle.id, alert, typed["why"])

    asks = _("The next person reads it. It holds until somebody rewords what it is about.")
    words = _("Let it stand: {alert}").format(alert=title)
    return TableForm(words, (Field("why", _("why"), asks=asks),), make, draft=f"dismiss {alert.code} {alert.about[0]}")


def owner_form(session: Session, place: Located) -> TableForm:
    """A form that names who owes for something."""
    workspace = session.workspace
    now = getattr(place.table, "owner", None)
    fields = (
        Field("owner", _("owner"), workspace.name_of(now) if now in workspace.person_by_id else "",
              names=owner_names(workspace, place.team, session.today), says=lambda text: owner_said(workspace, text),
              asks=_("A person or a role; → completes.")),
    )  # fmt: skip

    def make(typed: Typed) -> Callable[[Author], Act] | None:
        if not typed["owner"].strip():
            raise WrongUsage(_("Say who owes for it."))
        owner = owner_of(workspace, typed["owner"])
        if owner == now:
            return None
        return lambda author: edit(session.root, author, place, {"owner": owner})

    title = _("Who owes for “{title}”?").format(title=one_line(place.title))
    return TableForm(title, fields, make, draft=f"owner {getattr(place.table, 'id', '')}")
