"""What a file says about itself against its name and folder, and who may write where."""

from collections.abc import Iterable, Iterator, Mapping

from okr_tui.domain.cycle import CycleFile
from okr_tui.domain.journal import Choice, Journal
from okr_tui.domain.people import Person, Team
from okr_tui.domain.plan import Plan, Poll
from okr_tui.domain.review import Review
from okr_tui.domain.table import File
from okr_tui.store.checks.finding import At, Files, Finding
from okr_tui.store.layout import place_of
from okr_tui.words.language import _


def misnamed(files: Files) -> Iterator[Finding]:
    """Files whose content says another team, person, week or cycle than their path."""
    for path, model in files.items():
        for where, inside, outside in _said_twice(path, model):
            if inside != outside:
                message = _("“{key}” is “{inside}”, but the file's path says “{outside}”; make them agree.").format(
                    key=where[-1], inside=inside, outside=outside
                )
                yield Finding(path, where, "error", "name-mismatch", message)


def _said_twice(path: str, model: File) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Key, what it holds, and what the path says."""
    place = place_of(path)
    if place is None:
        return
    if isinstance(model, CycleFile):
        yield ("cycle", "id"), model.cycle.id, place.cycle
    elif isinstance(model, Plan) or (isinstance(model, Review) and model.team):
        yield ("team",), str(model.team), place.name
    elif isinstance(model, Journal):
        yield ("person",), model.person, place.name
        yield ("week",), model.week, place.week


def strangers(tables: Iterable[At]) -> Iterator[Finding]:
    """Journals with check-ins of people who belong to no team, and choices that a poll does not offer."""
    belongs: set[str] = set()
    alone: set[str] = set()
    journals: list[tuple[str, Journal]] = []
    options: dict[str, tuple[str, ...]] = {}
    choices: list[tuple[At, Choice]] = []
    for at in tables:
        match at.table:
            case Team() as team:
                belongs.update((*team.members, *(each for each in (team.lead, team.champion) if each)))
                belongs.update(holder for role in team.role for holder in role.holders)
            case Person() as person:
                (belongs if person.team else alone).add(person.id)
            case Journal() as journal if journal.check_in:
                journals.append((at.file, journal))
            case Poll() as poll:
                options[poll.id] = poll.options
            case Choice() as choice:
                choices.append((at, choice))
    for path, journal in journals:
        if journal.person in alone - belongs:
            message = _("{person} checks in here, but belongs to no team in people.toml; add “team” there.")
            message = message.format(person=journal.person)
            yield Finding(path, ("person",), "warning", "person-without-team", message)
    yield from _not_offered(choices, options)


def _not_offered(choices: list[tuple[At, Choice]], options: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    for at, choice in choices:
        if choice.poll in options and choice.option not in options[choice.poll]:
            message = _("The poll does not offer this option; choose one of those in the plan.")
            yield Finding(at.file, (*at.where, "option"), "warning", "unknown-option", message)
