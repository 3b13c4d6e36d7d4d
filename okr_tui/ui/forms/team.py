"""Forms for teams and circles, roles with their holders, and KPIs."""

from collections.abc import Callable
from typing import Any

from okr_tui.actions.act import Act, Author
from okr_tui.actions.setup import add_kpi, add_team
from okr_tui.actions.teams import add_role
from okr_tui.actions.values import number
from okr_tui.domain.people import Kpi, Role, Team
from okr_tui.domain.workspace import Located
from okr_tui.ui.forms.editable import editable
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
    one_team,
    people_here,
    setup_form,
    some_people,
    team_names,
    without_none,
)
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.session import Session
from okr_tui.words.language import _
from okr_tui.words.setup import stages

SQUAD = "true"


def new_team(now: Callable[[], Session], parent: str | None) -> TableForm:
    """A form for a new team or circle below another; the next one is asked after it."""
    session = now()

    def make(values: Values) -> Callable[[Author], Act]:
        keys = without_none(values, but=("name",))
        plain = {key: value for key, value in keys.items() if (key, value) not in {("stage", "in"), ("squad", False)}}
        return lambda _author: add_team(session.root, values.get("name") or "", **plain)

    fields = _team_fields(session, None, parent)
    form = setup_form(_("A new team"), fields, make, draft="setup team new", new=True)
    form.follows = lambda identity: (identity, new_team(now, parent))
    return form


def edit_team(session: Session, team: Team) -> TableForm:
    """A form with everything of a team; another parent moves it."""
    form = edit_setup(session, Located("team", "", team.id, team), _team_fields(session, team, team.parent))

    def again(now: Session) -> TableForm | None:
        found = now.workspace.team_by_id.get(team.id)
        return edit_team(now, found) if found is not None else None

    return following(form, again)


def new_role(session: Session, team: str | None) -> TableForm:
    """A form for a new role of a team."""

    def make(values: Values) -> Callable[[Author], Act]:
        into, title = values.get("team") or _first_team(session), values.get("title") or ""
        holders, words = values.get("holders") or (), values.get("accountabilities")
        return lambda author: add_role(session.root, author, into, title, holders=holders, accountabilities=words)

    fields = (_whose(session, team), *_role_fields(session, None))
    return setup_form(_("A new role"), fields, make, draft="setup role new", new=True)


def edit_role(session: Session, team: str, role: Role) -> TableForm:
    """A form with everything of a role."""
    return edit_setup(session, Located("role", "", team, role), _role_fields(session, role))


def new_kpi(session: Session, team: str | None) -> TableForm:
    """A form for a new KPI of a team."""

    def make(values: Values) -> Callable[[Author], Act]:
        into, title = values.get("team") or _first_team(session), values.get("title") or ""
        keys = without_none(values, but=("team", "title"))
        return lambda author: add_kpi(session.root, author, into, title, **keys)

    fields = (_whose(session, team), *_kpi_fields(None))
    return setup_form(_("A new KPI"), fields, make, draft="setup kpi new", new=True)


def edit_kpi(session: Session, team: str, kpi: Kpi) -> TableForm:
    """A form with everything of a KPI."""
    return edit_setup(session, Located("kpi", "", team, kpi), _kpi_fields(kpi))


def _team_fields(session: Session, team: Team | None, parent: str | None) -> tuple[Asks, ...]:
    workspace, names = session.workspace, people_here(session)
    known = team or Team(id="", name="")

    def person(identity: str | None) -> str:
        return known_by(workspace, identity) if identity else ""

    squad = (("", _("no")), (SQUAD, _("yes: formed around an objective")))
    return (
        asks("name", _("name"), known.name, asks=_("As people call it.")),
        asks("parent", _("below"), known_by(workspace, parent) if parent else "", one_team(workspace),
             names=team_names(workspace), asks=_("The team above; the anchor has none. Another one here moves it.")),
        asks("mission", _("mission"), known.mission or "",
             asks=_("What it is there for, beyond any cycle: drafts are held against it.")),
        asks("lead", _("lead"), person(known.lead), one_person(workspace), names=names, half=True,
             asks=_("Answers for key results without an owner.")),
        asks("champion", _("champion"), person(known.champion), one_person(workspace), names=names, half=True,
             asks=_("Keeps an eye on how OKRs are practised.")),
        asks("stage", _("stage"), known.stage, options=tuple(stages().items()),
             asks=_("A pilot, or a team not yet in, is not blamed for missing links.")),
        asks("squad", _("squad"), SQUAD if known.squad else "", lambda text: text == SQUAD, options=squad,
             asks=_("A squad has its own members, until a day.")),
        asks("members", _("members"), listed(workspace, known.members), some_people(workspace), names=names,
             when=lambda typed: typed["squad"] == SQUAD, asks=_("With commas; → completes.")),
        day_asked(session, "until", _("until"), known.until.isoformat() if known.until else "",
                  _("When it comes apart again: 2026-12-31."), when=lambda typed: typed["squad"] == SQUAD),
    )  # fmt: skip


def _role_fields(session: Session, role: Role | None) -> tuple[Asks, ...]:
    said = role.accountabilities if role else None
    words = said if isinstance(said, str) else "; ".join(said or ())
    return (
        asks("title", _("role"), role.title if role else "", asks=_("What it is called, whoever holds it.")),
        asks("holders", _("held by"), listed(session.workspace, role.holders if role else ()),
             some_people(session.workspace), names=people_here(session),
             asks=_("One or several, with commas; what the role owns, they owe.")),
        asks("accountabilities", _("answers for"), words, _sentences, asks=_("One or several, with semicolons.")),
    )  # fmt: skip


def _kpi_fields(kpi: Kpi | None) -> tuple[Asks, ...]:
    return (
        asks("title", _("figure"), kpi.title if kpi else "", asks=_("Business as usual: what should stay as it is.")),
        asks("unit", _("unit"), (kpi.unit or "") if kpi else "", asks=_("%, €, h, /d … or none.")),
        asks("low", _("at least"), editable(kpi.low) if kpi else "", number, half=True,
             asks=_("The lower edge of its band, or none.")),
        asks("high", _("at most"), editable(kpi.high) if kpi else "", number, half=True,
             asks=_("The upper edge of its band, or none.")),
        asks("source", _("source"), (kpi.source or "") if kpi else "", asks=_("Where the figure comes from.")),
    )  # fmt: skip


def _whose(session: Session, team: str | None) -> Asks:
    workspace = session.workspace
    return asks(
        "team", _("team"), known_by(workspace, team) if team else "", one_team(workspace),
        names=team_names(workspace), asks=_("Whose it is; → completes."),
    )  # fmt: skip


def _first_team(session: Session) -> str:
    return session.team or next(iter(session.workspace.team_by_id), "")


def _sentences(text: str) -> Any:
    return [part.strip() for part in text.split(";") if part.strip()]
