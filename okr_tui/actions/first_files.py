"""The files of a new workspace, with comments for those who have never seen one."""

import textwrap
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from okr_tui.domain.fiscal import Stretch, year_of
from okr_tui.domain.ids import Choose, new_id
from okr_tui.domain.rituals import ANNUAL_WEEK, MINUTES, OF_THE_ANCHOR, Placed, day_in_week, schedule
from okr_tui.domain.settings import Cadence
from okr_tui.store.canonical import literal
from okr_tui.store.layout import cycle_path
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _


class NewPerson(NamedTuple):
    """Somebody for people.toml."""

    id: str
    name: str
    email: str | None
    teams: tuple[str, ...] = ()
    """Ids of the teams that were said to be theirs."""


class Wanted(NamedTuple):
    """What a new workspace should be.

    Attributes:
        name: of the company, the department, the association.
        language: "en" or "fr".
        teams: names of the teams below the anchor, which is called like the workspace.
        people: as typed, "Noa Berger <noa@x.example>: Product" or a bare name; the first one founds it.
        start: the first day of the cycle, where it does not begin with its months.
        branch: the branch it is shared on, where it has one of its own in a larger repository.
    """

    name: str
    language: str
    cadence: Cadence
    teams: tuple[str, ...]
    people: tuple[str, ...]
    start: date | None = None
    branch: str | None = None


def settings_text(wanted: Wanted, identity: str) -> str:
    """okr.toml."""
    cadence = wanted.cadence
    return "\n".join(
        [
            *_head(_("This folder holds the OKRs of {name}, as plain text. Edit it by hand or with “okr”; both are fine, "
                     "and “okr check” says what is wrong.").format(name=wanted.name)),
            *_keys(id=identity, name=wanted.name.strip(), language=wanted.language),
            "",
            *_comment(_("The vision is what every objective serves in the end; write it here, in one sentence.")),
            '# vision = ""',
            "",
            *_comment(_("How long a cycle is (quarter, tertial, half, or custom with weeks), and when people check in.")),
            "[cadence]",
            *_keys(cycle=cadence.cycle, **({"weeks": cadence.weeks or 6} if cadence.cycle == "custom" else {}),
                   year_start=cadence.year_start),
            *_comment(_("make: drafts are made “before” a cycle starts, or “inside” its first month.")),
            *_keys(make=cadence.make, check_in_every=cadence.check_in_every, check_in_day=cadence.check_in_day),
            "",
            *_comment(_("What you have agreed on. Every threshold of the method can stand here too; start less, finish more.")),
            "[policy]",
            *_keys(levels=["company", "team"], max_objectives=3, max_key_results=5),
            "",
            *_shared_on(wanted.branch),
            *_comment(_("Days that count for nobody; nothing goes stale on them.")),
            "# [[closed]]",
            "# from = 2026-12-24",
            "# to = 2027-01-03",
            "# name = " + literal(_("Winter break")),
            "",
        ]
    )  # fmt: skip


def people_text(people: tuple[NewPerson, ...], teams: tuple[str, ...]) -> str:
    """people.toml: who names no team belongs to the first one, and the first person to the anchor too."""
    lines = _head(_("Who is there. email is the one that git knows (git config user.email): so okr knows who you are. "
                    "team lists the teams a person belongs to; roles may hold “lead” (of the OKRs), “champion”, "
                    "“coach”, “sponsor”, “reviewer”."))  # fmt: skip
    for index, person in enumerate(people):
        lines += ["[[person]]", *_keys(id=person.id, name=person.name)]
        lines += _keys(email=person.email) if person.email else []
        lines += _keys(team=list(person.teams or (teams[:2] if index == 0 else teams[1:2] or teams[:1])))
        lines += [*(_keys(roles=["lead"]) if index == 0 else []), ""]
    return "\n".join(lines)


def teams_text(wanted: Wanted, teams: tuple[str, ...], people: tuple[NewPerson, ...]) -> str:
    """teams.toml: the anchor, then the teams below it, all led by the first person for now."""
    lines = _head(_("The teams. The first one has no parent: it holds the OKRs of the whole company. Every other one "
                    "names the one above it. lead: who answers for a key result without an owner."))  # fmt: skip
    for index, (identity, name) in enumerate(zip(teams, (wanted.name, *wanted.teams), strict=True)):
        lines += ["[[team]]", *_keys(id=identity, name=name.strip())]
        lines += _keys(parent=teams[0]) if index else []
        lines += [*(_keys(lead=people[0].id) if people else []), ""]
    lines += _comment(_("A KPI is business as usual: a figure with a band to stay in, not a target to reach. It stands "
                        "below its team:"))  # fmt: skip
    lines += [
        "# [[team.kpi]]",
        '# id = "uptime"',
        "# title = " + literal(_("Uptime")),
        '# unit = "%"',
        "# low = 99.5",
        "",
    ]
    return "\n".join(lines)


def cycle_texts(
    wanted: Wanted, span: Stretch, today: date, choose: Choose, teams: tuple[str, ...], people: int
) -> dict[str, str]:
    """The current cycle with its rituals from today on, and the year around it."""
    year = year_of(span.start, wanted.cadence.year_start)
    annual = day_in_week(year.start, ANNUAL_WEEK, 1)
    rituals, achieve_from = schedule(wanted.cadence, span.start, span.end, today, teams=len(teams), people=people)
    lines = _head(_("One cycle. phase is moved by people: make (draft), align (agree), achieve (check in), measure "
                    "(score), closed."))  # fmt: skip
    label = span.label or _("{weeks} weeks from {day}").format(weeks=wanted.cadence.weeks or 6, day=span.start)
    lines += ["[cycle]", *_keys(id=span.id, name=label, kind="cycle", parent=year.id, start=span.start, end=span.end)]
    lines += _keys(phase="make")
    if achieve_from:
        lines += _comment(_("Until this day there is time to draft and to agree; no check-in is due before."))
        lines += _keys(achieve_from=achieve_from)
    lines += [
        "",
        *_comment(_("The rituals, placed by the calendar of the method. Move them to the days that suit you.")),
        "",
    ]
    own = [Placed("annual-okrs", annual)] if annual >= today else []
    top = _head(_("The year. Its objectives are those that every cycle serves."))
    top += ["[cycle]", *_keys(id=year.id, name=year.label, kind="annual", start=year.start, end=year.end, phase="make")]
    return {
        cycle_path(year.id): "\n".join([*top, "", *_rituals(own, choose, teams)]),
        cycle_path(span.id): "\n".join([*lines, *_rituals(rituals, choose, teams)]),
    }


def _rituals(rituals: Iterable[Placed], choose: Choose, teams: tuple[str, ...]) -> list[str]:
    lines = []
    for each in rituals:
        lines += ["[[ritual]]", *_keys(id=new_id(each.kind, choose), kind=each.kind, on=each.on)]
        lines += _keys(team=teams[0]) if each.kind in OF_THE_ANCHOR and len(teams) > 1 else []
        lines += [*_keys(minutes=MINUTES[each.kind]), ""]
    return lines


def _shared_on(branch: str | None) -> list[str]:
    if branch is None:
        return []
    said = _("This folder is a git work tree of its own inside a larger repository; it is shared on this branch.")
    return [*_comment(said), "[sync]", *_keys(branch=branch), ""]


def _head(words: str) -> list[str]:
    return ["format = 1", "", *_comment(words), ""]


def _comment(words: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(one_line(words), 100)]


def _keys(**keys: Any) -> list[str]:
    return [f"{key} = {literal(value)}" for key, value in keys.items()]
