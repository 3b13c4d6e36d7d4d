"""Forms for people and their absences."""

from collections.abc import Callable
from datetime import date, timedelta

from okr_tui.actions.act import Act, Author
from okr_tui.actions.editing import edit
from okr_tui.actions.people import Absence, add_absence, change_absence
from okr_tui.actions.setup import add_person
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.people import Away, Person
from okr_tui.domain.workspace import Located
from okr_tui.ui.forms.setting import (
    Asks,
    Values,
    asks,
    day_asked,
    edit_setup,
    following,
    known_by,
    listed,
    one_person,
    parts,
    people_here,
    setup_form,
    some_teams,
    team_names,
    without_none,
)
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.session import Session
from okr_tui.words.language import _
from okr_tui.words.setup import code_of, method_roles

NEW = "new"
"""What the form for something new is called where it opens after another one."""


def new_person(now: Callable[[], Session], team: str | None = None) -> TableForm:
    """A form for somebody new; the next one is asked after it.

    Args:
        now: the snapshot of the moment.
        team: the team that they are likely to join.
    """
    session = now()

    def make(values: Values) -> Callable[[Author], Act]:
        keys = without_none(values, but=("name",))
        return lambda _author: add_person(session.root, values.get("name") or "", **keys)

    fields = _person_fields(session, None, (team,) if team else ())
    form = setup_form(_("A new person"), fields, make, draft="setup person new", new=True)
    form.follows = lambda identity: (identity, new_person(now, team))
    return form


def edit_person(session: Session, person: Person) -> TableForm:
    """A form with everything of a person; whoever leaves is kept, with the day."""
    dates = (
        day_asked(session, "joined", _("joined"), _day(person.joined), _("The first day: 2026-11-02."), half=True),
        day_asked(session, "left", _("left"), _day(person.left), _("The last day; they are kept, and owe nothing."),
                  half=True),
    )  # fmt: skip
    place = Located("person", "", "", person)
    form = edit_setup(session, place, (*_person_fields(session, person, person.team), *dates))

    def again(now: Session) -> TableForm | None:
        found = now.workspace.person_by_id.get(person.id)
        return edit_person(now, found) if found is not None else None

    return following(form, again)


def leaving(session: Session, person: Person) -> TableForm:
    """A form that asks since when somebody is gone."""

    def make(values: Values) -> Callable[[Author], Act]:
        if values.get("left") is None:
            raise WrongUsage(_("Say since when they are gone."))
        place = Located("person", "", "", person)
        return lambda author: edit(session.root, author, place, {"left": values["left"]})

    asked = _("They are kept, so that what they said keeps its name; nothing waits for them any more.")
    fields = (day_asked(session, "left", _("last day"), session.today.isoformat(), asked),)
    title = _("{name} leaves").format(name=person.name)
    return setup_form(title, fields, make, draft=f"setup leaving {person.id}", new=True)


def new_absence(session: Session, person: str | None = None) -> TableForm:
    """A form for days on which somebody is away."""

    def make(values: Values) -> Callable[[Author], Act]:
        who, away = _absence(values)
        return lambda _author: add_absence(session.root, who, away)

    fields = _absence_fields(session, person, None)
    return setup_form(_("Away"), fields, make, draft="setup absence new", new=True)


def edit_absence(session: Session, person: str, away: Away) -> TableForm:
    """A form that changes an absence."""
    was = absence_of(away)

    def make(values: Values) -> Callable[[Author], Act]:
        _who, wanted = _absence({"person": person, **was.table, **values})
        return lambda _author: change_absence(session.root, person, was, wanted)

    title = _("{name} is away").format(name=session.workspace.name_of(person))
    fields = _absence_fields(session, person, away)[1:]
    return setup_form(title, fields, make, draft=f"setup absence {person} {was.start}")


def absence_of(away: Away) -> Absence:
    """An absence as the actions know it."""
    return Absence(away.from_, away.to, away.stand_in)


def _person_fields(session: Session, person: Person | None, teams: tuple[str, ...]) -> tuple[Asks, ...]:
    workspace, words = session.workspace, method_roles()
    roles = ", ".join(words.get(role, role) for role in person.roles) if person else ""
    return (
        asks("name", _("name"), person.name if person else "", asks=_("As people call them.")),
        asks("email", _("email"), (person.email or "") if person else "",
             asks=_("As git knows it, so that what they write is theirs.")),
        asks("team", _("teams"), listed(workspace, teams), some_teams(workspace), names=team_names(workspace),
             asks=_("One or several, with commas; → completes.")),
        asks("roles", _("for OKRs"), roles, _roles, names=tuple(words.values()),
             asks=_("What they do for the method: {roles}.").format(roles=", ".join(words.values()))),
    )  # fmt: skip


def _roles(text: str) -> list[str]:
    return [code_of(method_roles(), each) for each in parts(text)]


def _absence_fields(session: Session, person: str | None, away: Away | None) -> tuple[Asks, ...]:
    workspace, names = session.workspace, people_here(session)
    first = away.from_ if away else session.today + timedelta(days=1)
    last = away.to if away else first
    stand_in = known_by(workspace, away.stand_in) if away and away.stand_in else ""
    return (
        asks("person", _("who"), known_by(workspace, person) if person else "", one_person(workspace), names=names,
             asks=_("→ completes.")),
        day_asked(session, "from", _("from"), first.isoformat(), _("The first day away."), half=True),
        day_asked(session, "to", _("to"), last.isoformat(), _("The last day away."), half=True),
        asks("stand_in", _("stand-in"), stand_in, one_person(workspace), names=names,
             asks=_("Who answers meanwhile; nobody is fine, too.")),
    )  # fmt: skip


def _absence(values: Values) -> tuple[str, Absence]:
    if values.get("person") is None:
        raise WrongUsage(_("Say who is away."))
    if values.get("from") is None or values.get("to") is None:
        raise WrongUsage(_("Say from when to when."))
    return values["person"], Absence(values["from"], values["to"], values.get("stand_in"))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
