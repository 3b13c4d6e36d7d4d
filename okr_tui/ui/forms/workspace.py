"""Forms for the workspace itself: its name and words, cadence, one threshold, closed days, dates of rituals, sharing."""

from collections.abc import Callable, Mapping
from datetime import time
from typing import Any

from okr_tui.actions.act import Act, Author
from okr_tui.actions.dates import add_date
from okr_tui.actions.settings import ClosedDays, add_closed, change_closed, change_settings, setting
from okr_tui.domain.cycle import Cycle, Ritual
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.resolve import folded
from okr_tui.domain.rituals import MINUTES
from okr_tui.domain.settings import Closed
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
    one_team,
    parts,
    setup_form,
    team_names,
    typed_minutes,
    without_none,
)
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.session import Session
from okr_tui.words.language import _
from okr_tui.words.policy import threshold
from okr_tui.words.rituals import ritual
from okr_tui.words.setup import agreeing, code_of, cycle_kinds, levels, makes, month, weekdays

LISTS: Mapping[str, Callable[[], Mapping[str, str]]] = {"levels": levels, "agree": agreeing}
"""Keys of the policy that are lists of words."""


def edit_workspace(session: Session) -> TableForm:
    """A form with the name, the language and the vision."""
    known = session.workspace.settings
    languages, words = (("en", "English"), ("fr", "français")), (("team", _("teams")), ("circle", _("circles")))
    fields = (
        _asks("name", _("name"), known.name, asks=_("What everybody calls it.")),
        _asks("language", _("language"), known.language, options=languages, asks=_("The language of the drafts.")),
        _asks("vision", _("vision"), known.vision or "", asks=_("What every objective serves in the end.")),
        _asks("mission", _("mission"), known.mission or "", asks=_("What you do, for whom.")),
        _asks("vocabulary", _("you say"), known.vocabulary, options=words, asks=_("What its parts are called.")),
    )
    return following(_settings_form(session, _("The workspace"), fields, "workspace"), edit_workspace)


def edit_cadence(session: Session) -> TableForm:
    """A form with how long a cycle is and when people check in."""
    known = session.workspace.settings.cadence
    months = tuple(month(number) for number in range(1, 13))
    fields = (
        _asks("cadence.cycle", _("a cycle is"), known.cycle, options=tuple(cycle_kinds().items()),
              asks=_("The next one, that is; a cycle that runs keeps its days.")),
        _asks("cadence.weeks", _("weeks"), str(known.weeks or ""), asks=_("How many weeks such a cycle has."),
              when=lambda typed: typed["cadence.cycle"] == "custom"),
        asks("cadence.year_start", _("year starts"), month(known.year_start), _month, names=months,
             asks=_("The month in which your fiscal year begins.")),
        _asks("cadence.make", _("drafts"), known.make, options=tuple(makes().items()),
              asks=_("Before the cycle (Wecandoo), or in its first month (Partoo, Spendesk).")),
        _asks("cadence.check_in_every", _("every"), str(known.check_in_every), half=True,
              asks=_("Days from one check-in to the next.")),
        _asks("cadence.check_in_day", _("up to"), known.check_in_day, half=True, options=tuple(weekdays().items()),
              asks=_("The day of the week on which a period ends.")),
    )  # fmt: skip
    return following(_settings_form(session, _("Cadence"), fields, "cadence"), edit_cadence)


def edit_threshold(session: Session, key: str) -> TableForm:
    """A form with one threshold of the policy."""
    said = threshold(key)
    meaning = " ".join(part for part in (said.meaning, f"({said.source})" if said.source else "") if part)
    text = threshold_text(getattr(session.workspace.settings.policy, key))
    if key in LISTS:
        words = LISTS[key]()
        shown = ", ".join(words.get(code, code) for code in getattr(session.workspace.settings.policy, key))
        known = ", ".join(words.values())
        field = asks(f"policy.{key}", said.name, shown, lambda typed: [code_of(words, each) for each in parts(typed)],
                     names=tuple(words.values()), asks=f"{meaning} {known}.")  # fmt: skip
    else:
        field = _asks(f"policy.{key}", said.name, text, asks=meaning)
    return following(
        _settings_form(session, said.name, (field,), f"policy {key}"), lambda now: edit_threshold(now, key)
    )


def edit_sharing(session: Session) -> TableForm:
    """A form with the branch of the workspace and whether it is shared by itself."""
    known = session.workspace.settings.sync
    switch = (("", _("when you say so: ^s")), ("true", _("by itself, within a minute")))
    fields = (
        _asks("sync.branch", _("branch"), (known.branch or "") if known else "",
              asks=_("In a repository that holds other files: the branch that is the workspace's own.")),
        asks("sync.auto", _("share"), "true" if known and known.auto else "", lambda text: text == "true",
             options=switch, asks=_("← → choose.")),
    )  # fmt: skip
    return _settings_form(session, _("Sharing"), fields, "sync")


def threshold_text(value: Any) -> str:
    """A threshold as it is typed."""
    return editable(float(value)) if isinstance(value, (int, float)) else ", ".join(value)


def _asks(key: str, label: str, text: str, **rest: Any) -> Asks:
    """A field of a key of okr.toml."""
    return asks(key, label, text, lambda typed: setting(key, typed), **rest)


def _settings_form(session: Session, title: str, fields: tuple[Asks, ...], draft: str) -> TableForm:
    def make(values: Values) -> Callable[[Author], Act]:
        if "name" in values and values["name"] is None:
            raise WrongUsage(_("It needs a name."))
        return lambda _author: change_settings(session.root, values, session.workspace.settings)

    return setup_form(title, fields, make, draft=f"setup {draft}")


def _month(text: str) -> int:
    if text.strip().isdigit() and 1 <= int(text) <= 12:
        return int(text)
    return int(code_of({str(number): month(number) for number in range(1, 13)}, text))


# closed days


def new_closed(session: Session) -> TableForm:
    """A form for days that count for nobody."""

    def make(values: Values) -> Callable[[Author], Act]:
        days = _closed(values)
        return lambda _author: add_closed(session.root, days)

    return setup_form(_("Closed days"), _closed_fields(session, None), make, draft="setup closed new", new=True)


def edit_closed(session: Session, closed: Closed) -> TableForm:
    """A form that changes closed days."""
    was = closed_days(closed)

    def make(values: Values) -> Callable[[Author], Act]:
        days = _closed({**was.table, **values})
        return lambda _author: change_closed(session.root, was, days)

    fields = _closed_fields(session, closed)
    return setup_form(closed.name or _("Closed days"), fields, make, draft=f"setup closed {was.start} {was.end}")


def closed_days(closed: Closed) -> ClosedDays:
    """Closed days as the actions know them."""
    return ClosedDays(closed.from_, closed.to, closed.name)


def _closed_fields(session: Session, closed: Closed | None) -> tuple[Asks, ...]:
    first = closed.from_.isoformat() if closed else ""
    last = closed.to.isoformat() if closed else ""
    return (
        asks("name", _("what"), (closed.name or "") if closed else "", asks=_("A holiday, an off-site.")),
        day_asked(session, "from", _("from"), first, _("The first day: 2026-12-24."), half=True),
        day_asked(session, "to", _("to"), last, _("The last day; the first one unless told."), half=True),
    )


def _closed(values: Values) -> ClosedDays:
    if values.get("from") is None:
        raise WrongUsage(_("Say from when to when."))
    return ClosedDays(values["from"], values.get("to") or values["from"], values.get("name"))


# the calendar


def new_date(session: Session, cycle: str) -> TableForm:
    """A form for a ritual on a day of a cycle's calendar."""

    def make(values: Values) -> Callable[[Author], Act]:
        if values.get("kind") is None:
            raise WrongUsage(_("Say which ritual it is."))
        if values.get("on") is None:
            raise WrongUsage(_("Say on which day."))
        keys = without_none(values, but=("kind", "on"))
        keys.setdefault("minutes", MINUTES.get(values["kind"]))
        return lambda author: add_date(session.root, author, cycle, values["kind"], values["on"], **keys)

    names = tuple(ritual(kind) for kind in MINUTES)
    which = asks(
        "kind", _("ritual"), "", _kind, names=names, asks=_("→ completes: {names}.").format(names=", ".join(names))
    )
    draft = f"setup ritual new {cycle}"
    return setup_form(_("A ritual"), (which, *_date_fields(session, None)), make, draft=draft, new=True)


def edit_date(session: Session, cycle: Cycle, found: Ritual) -> TableForm:
    """A form that moves a ritual to another day, or changes its time, minutes or team."""
    place = Located("ritual", cycle.id, found.team or "", found)
    return edit_setup(session, place, _date_fields(session, found))


def _date_fields(session: Session, found: Ritual | None) -> tuple[Asks, ...]:
    workspace = session.workspace
    on, at = (found.on.isoformat(), _clock(found.at)) if found else ("", "")
    team = known_by(workspace, found.team) if found and found.team else ""
    return (
        day_asked(session, "on", _("day"), on, _("Another day moves it."), half=True),
        asks("at", _("at"), at, _time, half=True, asks=_("Local time: 16:00.")),
        asks("minutes", _("minutes"), str(found.minutes or "") if found else "", typed_minutes, half=True,
             asks=_("How long it may take.")),
        asks("team", _("team"), team, one_team(workspace), names=team_names(workspace), half=True,
             asks=_("Whose it is; nobody's is everybody's.")),
    )  # fmt: skip


def _kind(text: str) -> str:
    wanted = folded(text)
    for kind in MINUTES:
        if wanted in {kind, folded(ritual(kind))}:
            return kind
    return code_of({kind: ritual(kind) for kind in MINUTES}, text)


def _clock(at: time | None) -> str:
    return f"{at:%H:%M}" if at else ""


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text.strip().replace("h", ":").rstrip(":"))
    except ValueError:
        raise WrongUsage(_("“{text}” is no time; write it as 16:00.").format(text=text[:40])) from None
