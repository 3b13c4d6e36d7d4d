"""Founding a workspace: where there was none, who is in it, and under which ids."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from okr_tui.actions.first_files import NewPerson, Wanted, cycle_texts, people_text, settings_text, teams_text
from okr_tui.actions.people import team_ids
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.fiscal import Stretch, cycle_of, late_beginning
from okr_tui.domain.ids import Choose, free_slug, new_id
from okr_tui.domain.pasted import named_people
from okr_tui.domain.settings import Cadence
from okr_tui.store.fresh import write_new
from okr_tui.store.layout import PEOPLE, SETTINGS, TEAMS
from okr_tui.words.language import _

ATTRIBUTES = "*.toml text eol=lf merge=okr\n"
"""What `.gitattributes` says: line feeds everywhere, and tables merged by what they mean."""


class Founded(NamedTuple):
    """A workspace that has just been written.

    Attributes:
        id: the workspace's id.
        cycle: the first cycle.
        me: id of the person who founded it; None when nobody was named.
        kept: files that were there already and were left as they are.
    """

    id: str
    cycle: Stretch
    me: str | None
    kept: tuple[str, ...]


def found(root: Path, wanted: Wanted, today: date, choose: Choose, *, email: str = "") -> Founded:
    """Writes a new workspace.

    Args:
        root: its folder; made where it isn't there.
        wanted: what it should be.
        today: decides which cycle is the current one.
        choose: picks the characters of new ids.
        email: the founder's address, as git knows it: whoever has it is the founder.

    Raises:
        WrongUsage: there is a workspace already, or a name can't be used; nothing was written.
        OkrError: it can't be written.
    """
    if os.path.lexists(root / SETTINGS):
        raise WrongUsage(_("There is a workspace in {folder} already.").format(folder=root))
    if not wanted.name.strip():
        raise WrongUsage(_("It needs a name."))
    teams = _team_ids((wanted.name, *wanted.teams))
    people = people_of(wanted.people, tuple(zip(teams, (wanted.name, *wanted.teams), strict=True)))
    me = next((each.id for each in people if email and (each.email or "").casefold() == email.casefold()), None)
    span = first_cycle(wanted.cadence, today, wanted.start)
    identity = new_id(wanted.name, choose)
    texts = {
        SETTINGS: settings_text(wanted, identity),
        PEOPLE: people_text(people, teams),
        TEAMS: teams_text(wanted, teams, people),
        **cycle_texts(wanted, span, today, choose, teams, len(people)),
    }
    kept = (".gitattributes",) if os.path.lexists(root / ".gitattributes") else ()
    write_new(root, texts if kept else {**texts, ".gitattributes": ATTRIBUTES})
    return Founded(identity, span, me or next((each.id for each in people), None), kept)


def first_cycle(cadence: Cadence, today: date, start: date | None) -> Stretch:
    """The cycle to begin with: the running one, but the next where nobody says a day and this one ends in four weeks."""
    late = late_beginning(cadence, today) if start is None else None
    return late.following if late is not None else cycle_of(cadence, today, start)


def people_of(typed: tuple[str, ...], teams: Sequence[tuple[str, str]] = ()) -> tuple[NewPerson, ...]:
    """The people, each with an id made from the first name, or of both where the first name is taken.

    Args:
        typed: "Name", "Name <address>" or "Name <address>: team, team", several of them with semicolons between.
        teams: ids and names of the teams that may be named.

    Raises:
        WrongUsage: one of them names nobody, or a team that is not there.
    """
    people: list[NewPerson] = []
    for said in (each for text in typed for each in named_people(text)):
        if not said.name:
            raise WrongUsage(
                _("“{text}” names nobody; write “Noa Berger <noa@example.org>” or “Noa Berger”.").format(
                    text=said.text[:80]
                )
            )
        identity = free_slug((said.name.split()[0], said.name), {each.id for each in people}, "person")
        people.append(NewPerson(identity, said.name, said.email, tuple(team_ids(said.teams, teams))))
    return tuple(people)


def _team_ids(names: tuple[str, ...]) -> tuple[str, ...]:
    """An id for each team; the first is the anchor."""
    ids: list[str] = []
    for name in names:
        if not name.strip():
            raise WrongUsage(_("It needs a name."))
        ids.append(free_slug((name,), set(ids), "team"))
    return tuple(ids)
