"""The panel of Make: what the row of the cursor does not say yet, business as usual, and the next steps."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from okr_tui.domain.guide import Step
from okr_tui.domain.making import Pain
from okr_tui.domain.missing import missing_in_initiative, missing_in_key_result, missing_in_objective
from okr_tui.domain.plan import Initiative, KeyResult, Milestone, NotNow, Objective, Task, Theme
from okr_tui.domain.review import Decision
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.ui.coaching import Coached
from okr_tui.ui.guiding import step_key, step_line
from okr_tui.ui.paint.lines import Blank, Line, Says, Tells, Title
from okr_tui.ui.paint.runs import Run, dim, key
from okr_tui.ui.screens.make_coach import coach_lines, live_lines, set_lines
from okr_tui.ui.screens.make_sources import verdict_said
from okr_tui.ui.screens.make_usual import business_as_usual
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.dates import day, weekday_day
from okr_tui.words.language import _, ngettext
from okr_tui.words.missing import sentence
from okr_tui.words.numbers import number
from okr_tui.words.quoting import quoted, with_colon
from okr_tui.words.statuses import lifecycle

About = Objective | KeyResult | Initiative | Milestone | Task | NotNow | Theme | Pain | Decision | None
"""What the cursor is on."""
_ALSO = {"no-metric": "kr-no-metric", "no-baseline": "kr-no-baseline", "no-change": "obj-no-change-kind",
         "no-key-results": "set", "few-key-results": "set", "many-key-results": "set"}  # fmt: skip
"""What is missing → the finding of the coach that says the same; "set" for those on several drafts together."""


class Asked(NamedTuple):
    """What the panel is asked about.

    Attributes:
        session: the snapshot; content: the cycle being made; team: the team looked at.
        about: what the cursor is on.
        seen: what the coach says about it, where it is a draft.
        typed: the words of a draft that is being typed; None while none is.
    """

    session: Session
    content: CycleContent
    team: str
    about: About = None
    seen: Coached | None = None
    typed: str | None = None


def panel_rows(asked: Asked, steps: Sequence[Step], keys: Collection[str]) -> list[Row]:
    """The rows of the panel: what the cursor is on, what is to be done next, and business as usual.

    Args:
        asked: what it is about.
        steps: what to do next, for this team in the cycle being made.
        keys: the keys that do something here.
    """
    if asked.typed is not None:
        sections = [tuple(live_lines(asked.typed, asked.seen)), business_as_usual(asked.session, asked.team)]
        return list(_parted([still(*lines) for lines in sections if lines]))
    whole = tuple(set_lines(asked, None)) if asked.about is None else ()
    sections = [tuple(_about(asked)), whole, business_as_usual(asked.session, asked.team)]
    rows = [still(*lines) for lines in sections if lines]
    return [*_parted(rows), *([blank()] if rows else []), *_guide(steps, asked.content.cycle.phase, keys)]


def _parted(rows: list[Row]) -> Iterator[Row]:
    for number_, row in enumerate(rows):
        if number_:
            yield blank()
        yield row


def _guide(steps: Sequence[Step], phase: str, keys: Collection[str]) -> Iterator[Row]:
    yield still(Title(_("GUIDE"), right=dim(_("g hides")), ruled=False))
    for step in steps:
        yield blank()
        yield still(step_line(step, step_key(step, phase, "make", keys)))


def _about(asked: Asked) -> Iterator[Line]:
    session, about, seen = asked.session, asked.about, asked.seen
    workspace, policy = session.workspace, session.workspace.settings.policy
    match about:
        case Objective():
            gone = about.dropped is not None or about.status == "dropped"
            lacks = () if gone else missing_in_objective(about, policy)
            yield from _draft(_("OBJECTIVE"), about.title, lacks, seen)
            yield from set_lines(asked, about, quiet=seen is not None and bool(seen.findings))
            yield from _around(session, about.owner, about.supports)
            yield from _changed(about, session.today)
        case KeyResult():
            lacks = () if about.dropped else missing_in_key_result(about)
            yield from _draft(_("KEY RESULT"), about.title, lacks, seen)
            yield from _around(session, about.owner, about.supports)
            if about.measure:
                yield Tells(_("Source: {source}").format(source=about.measure), "dim")
            yield from _changed(about, session.today)
        case Initiative():
            over = about.status in {"done", "dropped"}
            yield from _draft(_("INITIATIVE"), about.title, () if over else missing_in_initiative(about))
            due = _("by {day}").format(day=weekday_day(about.due, session.today)) if about.due else ""
            yield Says(dim(" · ".join(fact for fact in (lifecycle(about.status), due) if fact)))
            yield Tells(_("x moves it on. It helps, and never counts as progress."), "dim")
        case Milestone() | Task():
            done = about.done if isinstance(about.done, date) else None
            yield from _draft(_("MILESTONE") if isinstance(about, Milestone) else _("TASK"), about.title, ())
            said = _("Done {day}.").format(day=weekday_day(done, session.today)) if done else _("x marks it as done.")
            yield Tells(said, "dim")
        case NotNow():
            yield from _draft(_("NOT NOW"), about.title, ())
            yield Tells(about.why or _("Say why, so that nobody has to ask again: e"), "dim")
            yield Tells(_("Draft it after all."), indent=3, first=key("o"))
        case Theme():
            yield from _draft(_("THEME"), about.title, ())
            yield Tells(_("Draft an objective that ends all of it."), indent=3, first=key("o"))
        case Pain():
            yield from _pain(workspace, session.me, about)
        case Decision():
            yield from _draft(verdict_said(about.verdict).upper(), "", ())
            yield Tells(about.reason or _("No reason was given."))
            yield Tells(_("Drafts an objective that carries it on."), "dim", indent=3, first=key("o"))
        case None:
            return


def _draft(title: str, words: str, lacks: tuple[str, ...], seen: Coached | None = None) -> Iterator[Line]:
    """A title, the words, what the coach finds in them, and what is not said yet."""
    yield Title(title, ruled=False)
    yield Blank()
    if words:
        yield Tells(quoted(words), bold=True)
    if seen is not None:
        yield from coach_lines(seen)
    found = {finding.code for finding in seen.judged.findings} | {"set"} if seen is not None else set()
    for code in lacks:
        if _ALSO.get(code) in found:
            continue
        yield Tells(sentence(code), indent=2, first=Run("·", "at_risk"))


def _around(session: Session, owner: str | None, supports: tuple[str, ...]) -> Iterator[Line]:
    """Whose it is, and what it contributes to."""
    if owner is not None:
        yield Tells(_("owned by {name}").format(name=session.workspace.name_of(owner)), "dim")
    for identity in supports:
        found = session.workspace.find(identity, session.today)
        above = _("the vision") if identity == "vision" else quoted(found.title) if found is not None else identity
        yield Tells(_("supports {what}").format(what=above), "dim")


def _pain(workspace: Workspace, me: str | None, pain: Pain) -> Iterator[Line]:
    yield from _draft(_("PAIN POINT"), pain.text, ())
    yield Says(dim(_("{name}, {day}").format(name=workspace.name_of(pain.person), day=day(pain.said))))
    if pain.backers:
        names = ", ".join(workspace.name_of(person) for person in pain.backers)
        n = len(pain.backers)
        yield Tells(ngettext("{names} backs it", "{names} back it", n).format(names=names), "dim")
    if pain.objective is not None:
        yield Tells(_("became “{title}”").format(title=pain.objective.title), "dim", indent=2, first=Run("◆", "accent"))
    said = _("Take back that you back it.") if me in pain.backers else _("This hurts me too.")
    yield Tells(said, indent=3, first=key("v"))
    yield Tells(_("Draft an objective that ends it."), indent=3, first=key("o"))
    yield Tells(_("Group it with what belongs together."), indent=3, first=key("G"))


def _changed(about: Objective | KeyResult, today: date) -> Iterator[Line]:
    """What changed after agreement, and why: shown from then on."""
    if about.dropped is not None:
        why = about.dropped.why or _("No reason was given.")
        yield Tells(_("Dropped {day}: {why}").format(day=day(about.dropped.on, today), why=why), "dim")
    for change in about.changed[-3:]:
        was, now = _value(change.from_), _value(change.to)
        said = _("{key} {before} → {after} on {day}").format(
            key=change.key, before=was, after=now, day=day(change.on, today)
        )
        yield Tells(with_colon(said, change.why) if change.why else said, "dim")


def _value(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(float(value))
    return "–" if value is None else str(value)[:80]
