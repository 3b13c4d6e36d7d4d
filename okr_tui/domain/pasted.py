"""People as somebody names or pastes them: `Name <address>: team, team`, or lines `name, email, team` from a list."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from okr_tui.domain.ids import free_slug
from okr_tui.domain.people import Person, Team
from okr_tui.domain.resolve import folded, nearest

MOST_LINES = 2000
"""Lines that are read at once; a company pastes its people by departments beyond that."""
_PARTED = re.compile(r"[,;\t|]")
_COLUMNS = re.compile(r"[,\t|]")
_NAMED = re.compile(r"\s*([^<>]*?)\s*(?:<\s*([^<>\s]+@[^<>\s]+)\s*>)?\s*")
_WITH_ADDRESS = re.compile(r"[^,;:\t|<>]*[^,;:\t|<>\s]\s*<[^<>\s]+@[^<>\s]+>")
_NAMED_ADDRESS = re.compile(r"^\s*(.*?)\s*<\s*([^<>\s]+@[^<>\s]+)\s*>\s*$")
_HEADINGS = frozenset({
    "name", "names", "email", "e-mail", "mail", "team", "teams", "circle", "nom", "prenom", "courriel", "equipe",
    "cercle", "adresse", "address",
})  # fmt: skip

Trouble = Literal["", "no-name", "no-team", "two-addresses", "too-many"]
"""Why a line can't be read; nothing where it can."""


class Named(NamedTuple):
    """Somebody as named in one go.

    Attributes:
        text: what was typed of them.
        name: as a mail has it before the address; empty where nobody is named.
        email: the address, None where there is none.
        teams: what is said to be their teams, in words.
    """

    text: str
    name: str
    email: str | None
    teams: tuple[str, ...]


def named_people(text: str) -> tuple[Named, ...]:
    """Return who is named in "Noa Berger <noa@x.example>: Product, Care; Bo Chen": semicolons part people.

    Args:
        text: what was typed; an address and teams may be missing.
    """
    return tuple(_named(part) for part in text.split(";") if part.strip()) or (_named(text.strip(" ;")),)


def _named(text: str) -> Named:
    who, _colon, teams = text.replace("mailto:", "").partition(":")
    said = _NAMED.fullmatch(who)
    name, email = (said[1], said[2]) if said is not None else ("", None)
    return Named(text.strip(), name, email, tuple(team.strip() for team in teams.split(",") if team.strip()))


class Pasted(NamedTuple):
    """One line as it is understood.

    Attributes:
        number: which line it is, from 1.
        kind: what it does: somebody is added, changed, or stands so already; or it can't be read.
        id: the person's id, new or known; empty where it can't be read.
        name: what they are called now.
        email: their address, None where nobody knows it.
        team: ids of all their teams then.
        trouble: why it can't be read; about: the words that are the trouble; meant: the team that is called like them.
    """

    number: int
    kind: Literal["added", "changed", "same", "unread"]
    id: str = ""
    name: str = ""
    email: str | None = None
    team: tuple[str, ...] = ()
    trouble: Trouble = ""
    about: str = ""
    meant: str = ""


def read_people(text: str, people: Sequence[Person], teams: Sequence[Team]) -> tuple[Pasted, ...]:
    """What pasted lines mean, in order; empty lines and a line of headings are passed over.

    A person is known by the address, else by the whole name. Teams are added to those that somebody has: nothing that
    is known is taken away by pasting.

    Args:
        text: the lines; parts are separated by commas, semicolons, tabs or bars; `Name <address>` and
            `Name <address>: team, team` are read too, and several of them on one line.
        people: who is known already.
        teams: named by their ids or names.
    """
    desk = _Desk(people, teams)
    return tuple(desk.read(number, each) for number, line in _lines(text) for each in desk.people_on(line))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        words = {folded(part) for part in _PARTED.split(line) if part.strip()}
        if words and not (words <= _HEADINGS):
            yield number, line


class _Desk:
    """Who is known, growing line by line: a person in two teams may stand on two lines."""

    def __init__(self, people: Sequence[Person], teams: Sequence[Team]) -> None:
        self._known = {each.id: Pasted(0, "same", each.id, each.name, each.email, each.team) for each in people}
        self._by_address = {each.email.casefold(): each.id for each in people if each.email}
        self._by_name = {folded(each.name): each.id for each in reversed(people)}
        self._teams = {folded(team.name): team.id for team in reversed(teams)} | {team.id: team.id for team in teams}
        self._names = [team.name for team in teams]
        self._read = 0

    def people_on(self, line: str) -> list[str]:
        """The part of a line that names each person, with commas between its parts.

        Semicolons part people where teams follow a colon or several have an address, or where none of the parts is or
        looks like a team; else they part what is said of one person, as in a list.
        """
        line = line.replace("mailto:", "")
        parts = [part for part in line.split(";") if part.strip()]
        addressed = sum("@" in part for part in parts) > 1
        bare = len(parts) > 1 and not any(
            "@" in part or _COLUMNS.search(part) or self._like_a_team(part) for part in parts
        )
        pieces = parts if ":" in line or addressed or bare else [line]
        return [each for piece in pieces for each in _by_addresses(piece.replace(":", ",", 1))]

    def _like_a_team(self, text: str) -> bool:
        word = text.strip().strip('"').strip()
        return folded(word) in self._teams or self._nearest(word) is not None

    def _nearest(self, text: str) -> str | None:
        return nearest(text, self._names)

    def read(self, number: int, line: str) -> Pasted:
        """One line, with what the lines above it say."""
        self._read += 1
        if self._read > MOST_LINES:
            return Pasted(number, "unread", trouble="too-many", about=line.strip())
        name, addresses, rest = _parts(line)
        if len(addresses) > 1:
            return Pasted(number, "unread", trouble="two-addresses", about=line.strip())
        if not name:
            return Pasted(number, "unread", trouble="no-name", about=line.strip())
        found = [self._teams.get(folded(word)) for word in rest]
        if None in found:
            about = rest[found.index(None)]
            return Pasted(number, "unread", name=name, trouble="no-team", about=about, meant=self._nearest(about) or "")
        return self._person(number, name, next(iter(addresses), None), [team for team in found if team])

    def _person(self, number: int, name: str, email: str | None, teams: list[str]) -> Pasted:
        identity = self._by_address.get(email.casefold()) if email else None
        identity = identity or self._by_name.get(folded(name))
        known = self._known.get(identity or "")
        if known is not None and email and known.email and known.email.casefold() != email.casefold():
            known = identity = None  # somebody else of the same name
        local = email.partition("@")[0] if email else ""
        made = identity or free_slug((name.split(maxsplit=1)[0], name, local), self._known, "person")
        before = known.team if known else ()
        if known is not None and folded(known.name) == folded(name):
            name = known.name  # written as it is known, whatever its capitals in the list
        line = Pasted(
            number, "added", made, name, (known.email if known else None) or email,
            (*before, *(team for team in dict.fromkeys(teams) if team not in before)),
        )  # fmt: skip
        if known is not None:
            same = (known.name, known.email, known.team) == (line.name, line.email, line.team)
            line = line._replace(kind="same" if same else "changed")
        self._known[made] = line
        self._by_name.setdefault(folded(name), made)
        if email:
            self._by_address[email.casefold()] = made
        return line


def _by_addresses(piece: str) -> list[str]:
    """The people of a list as mail programs copy it: "Noa <noa@x.example>, Product, Bo <bo@x.example>"."""
    starts = [found.start() for found in _WITH_ADDRESS.finditer(piece)]
    if len(starts) < 2 or _PARTED.sub("", piece[: starts[0]]).strip():
        return [piece]
    return [piece[first:last] for first, last in pairwise([*starts, len(piece)])]


def _parts(line: str) -> tuple[str, list[str], list[str]]:
    """The name, the addresses and the names of teams on a line."""
    words = [part.strip().strip('"').strip() for part in _PARTED.split(line)]
    name, addresses, rest = "", [], []
    for part in words:
        word = part
        if (said := _NAMED_ADDRESS.match(part)) is not None:
            addresses.append(said[2])
            word = said[1].strip('"').strip()
        elif re.fullmatch(r"[^\s@]+@[^\s@]+", word):
            addresses.append(word)
            continue
        if word and not name:
            name = " ".join(word.split())
        elif word:
            rest.append(word)
    return name, addresses, rest
