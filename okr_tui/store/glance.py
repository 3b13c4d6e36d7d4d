"""A glance at okr.toml and people.toml without the models: enough to know the language and who is asking, in a few ms."""

from pathlib import Path
from typing import NamedTuple

from okr_tui.domain.ids import is_id
from okr_tui.store.codec import LARGEST_FILE, Refused, parsed
from okr_tui.store.layout import PEOPLE, SETTINGS


class Glance(NamedTuple):
    """What okr.toml says at the top.

    Attributes:
        id: the workspace's id, "unreadable" where the file can't be read.
        language: "en" or "fr".
        vocabulary: "team" or "circle".
    """

    id: str
    name: str
    language: str
    vocabulary: str = "team"


class Known(NamedTuple):
    """A person as listed."""

    id: str
    name: str
    email: str


def glance(root: Path) -> Glance:
    """The top of okr.toml; never raises, whatever the file holds."""
    tables = _tables(root, SETTINGS)
    identity, name, language = tables.get("id"), tables.get("name"), tables.get("language")
    return Glance(
        identity if isinstance(identity, str) and is_id(identity) else "unreadable",
        name if isinstance(name, str) else "",
        language if isinstance(language, str) and language in {"en", "fr"} else "en",
        "circle" if tables.get("vocabulary") == "circle" else "team",
    )


def known_people(root: Path) -> tuple[Known, ...]:
    """Everybody in people.toml with an id; never raises, whatever the file holds."""
    listed = _tables(root, PEOPLE).get("person")
    found = []
    for person in listed if isinstance(listed, list) else []:
        identity = person.get("id") if isinstance(person, dict) else None
        if isinstance(identity, str) and is_id(identity):
            name, email = person.get("name"), person.get("email")
            found.append(
                Known(identity, name if isinstance(name, str) else "", email if isinstance(email, str) else "")
            )
    return tuple(found)


def _tables(root: Path, path: str) -> dict[str, object]:
    full = root / path
    try:
        if not full.is_file() or not full.resolve().is_relative_to(root.resolve()):
            return {}
        with full.open("rb") as stream:
            tables = parsed(stream.read(LARGEST_FILE + 1))
    except OSError:
        return {}
    return {} if isinstance(tables, Refused) else tables
