"""Forms of Setup: each field with the way its words become a value, so that what makes no sense is said at the field."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from okr_tui.actions.act import Act, Author
from okr_tui.actions.editing import edit
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.resolve import resolve_person, resolve_team
from okr_tui.domain.workspace import Located, Workspace
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.entry import from_typed, to_typed
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _
from okr_tui.words.typed import typed_day

Values = dict[str, Any]
"""Keys of a table as they should be; None takes one away."""
Make = Callable[[Values], Callable[[Author], Act]]
"""From the values that differ to the action."""


class Asks(NamedTuple):
    """A field, and what its words mean.

    Attributes:
        read: from the words to the value; raises OkrError where they make no sense.
    """

    field: Field
    read: Callable[[str], Any]


def asks(key: str, label: str, text: str = "", read: Callable[[str], Any] = str, **rest: Any) -> Asks:
    """A field whose words are read while they are typed; `rest` are attributes of `Field`."""
    why = rest.get("asks", "")

    def checked(typed: str) -> str:
        read(typed)
        return str(why)

    if not rest.get("options"):
        rest.setdefault("says", checked)
    return Asks(Field(key, label, text, **rest), read)


def setup_form(title: str, asked: Sequence[Asks], make: Make, *, draft: str, new: bool = False) -> TableForm:
    """A form of Setup; saving writes what differs from what stood there, for something new all that was typed.

    Args:
        title: what is being done.
        asked: the fields.
        make: the action.
        draft: by what name the words are kept when it is left.
        new: nothing stands there yet.
    """

    def made(typed: Typed) -> Callable[[Author], Act] | None:
        values: Values = {}
        stands = {field.key: "" if new else from_typed(to_typed(field.text)) for field in form.fields}
        for field, read in asked:
            text = typed.get(field.key, "").strip()
            if field.key in typed and text != stands.get(field.key, ""):
                values[field.key] = read(text) if text else None
        return make(values) if values or new else None

    form = TableForm(title, tuple(each.field for each in asked), made, draft=draft)
    return form


def following(form: TableForm, again: Callable[[Session], TableForm | None]) -> TableForm:
    """A form that follows what somebody else writes while it is open.

    Args:
        form: the form.
        again: the same form in a later snapshot; None where what it is about is gone.
    """

    def fields(now: Session) -> tuple[Field, ...] | None:
        made = again(now)
        return made.fields if made is not None else None

    form.again = fields
    return form


def edit_setup(session: Session, place: Located, asked: Sequence[Asks]) -> TableForm:
    """A form with everything of a person, a team, a role, a KPI or a ritual."""
    identity: str = place.table.id  # type: ignore[attr-defined]

    def make(values: Values) -> Callable[[Author], Act]:
        for key in ("name", "title"):
            if key in values and values[key] is None:
                raise WrongUsage(_("It needs a name.") if key == "name" else _("It needs a title."))
        return lambda author: edit(session.root, author, place, values)

    title = _("Edit {name}").format(name=place.title) if place.title else _("Edit")
    return setup_form(title, asked, make, draft=f"setup {place.kind} {place.cycle} {identity}")


def without_none(values: Mapping[str, Any], *, but: Sequence[str] = ()) -> Values:
    """The values that were typed, without some."""
    return {key: value for key, value in values.items() if value is not None and key not in but}


def known_by(workspace: Workspace, identity: str) -> str:
    """What a person or a team is called in a field that is read again: the name, where that is clear, else the id."""
    named = workspace.person_by_id.get(identity) or workspace.team_by_id.get(identity)
    if named is None or "," in named.name:
        return identity
    every = workspace.people if identity in workspace.person_by_id else workspace.teams
    return named.name if sum(each.name == named.name for each in every) == 1 else identity


def listed(workspace: Workspace, ids: Sequence[str]) -> str:
    """People or teams in a field, with commas between them."""
    return ", ".join(known_by(workspace, each) for each in ids)


def one_person(workspace: Workspace) -> Callable[[str], str]:
    """Reads a person's name or id."""
    return lambda text: resolve_person(workspace, text)


def some_people(workspace: Workspace) -> Callable[[str], list[str]]:
    """Reads several, with commas between them."""
    return lambda text: [resolve_person(workspace, each) for each in parts(text)]


def one_team(workspace: Workspace) -> Callable[[str], str]:
    """Reads a team's name or id."""
    return lambda text: resolve_team(workspace, text)


def some_teams(workspace: Workspace) -> Callable[[str], list[str]]:
    """Reads several, with commas between them."""
    return lambda text: [resolve_team(workspace, each) for each in parts(text)]


def parts(text: str) -> list[str]:
    """What stands between commas."""
    return list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def day_asked(session: Session, key: str, label: str, text: str, asked: str, **rest: Any) -> Asks:
    """A field for a day; what is typed is said with its weekday."""
    return asks(
        key, label, text, typed_day, asks=asked, says=lambda typed: weekday_day(typed_day(typed), session.today), **rest
    )


def people_here(session: Session) -> tuple[str, ...]:
    """Names of everybody who has not left, for completion."""
    return tuple(each.name for each in session.workspace.people if each.left is None or each.left > session.today)


def team_names(workspace: Workspace) -> tuple[str, ...]:
    """Names of all teams, for completion."""
    return tuple(team.name for team in workspace.teams)


def typed_minutes(text: str) -> int:
    """How long something takes, 1 to 1440 minutes."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 1440):
        raise WrongUsage(_("Minutes go from 1 to 1440."))
    return int(text)
