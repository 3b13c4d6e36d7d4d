"""What people agree to, as text: the decisive keys of an objective, and what is otherwise now than in such a text.

The text is written into the `digest` of the word by which somebody agrees, one key a line, so that what changed since can
be shown, not only that something did.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, NamedTuple

from okr_tui.domain.plan import KeyResult, Milestone, Objective

DECISIVE = {
    "objective": ("title", "why", "ambition", "supports", "start", "end"),
    "key-result": (
        "title", "kind", "unit", "baseline", "target", "commit", "stretch", "low", "high", "weight", "phased",
        "start", "end",
    ),
    "milestone": ("title", "weight"),
}  # fmt: skip
"""Kind of table → its keys that people agree to; who measures it, how often and with which source is the owner's."""

_SHOWN = 160
"""Characters of a value that are written out; of a longer one its beginning, and a hash that tells it from others."""


class Difference(NamedTuple):
    """One thing that is not as it was agreed to.

    Attributes:
        id: of the objective, key result or milestone.
        title: what it is called, or was.
        key: the key that changed; "new" for a table that was added, "gone" for one that was taken out.
        before: the value, as text; None where there was none. after: likewise.
    """

    id: str
    title: str
    key: str
    before: str | None
    after: str | None


def wording(objective: Objective) -> str:
    """What people agree to, as the text of a digest: `id.key=value`, one decisive key a line; defaults are left out."""
    return "\n".join(f"{identity}.{key}={value}" for (identity, key), value in _values(objective).items())


def differences(digest: str | None, objective: Objective) -> tuple[Difference, ...]:
    """What is otherwise now than in the words agreed to; nothing where the digest tells none, or is not of this form."""
    then, now = _read(digest or ""), _values(objective)
    if not then:
        return ()
    titles = {identity: value for (identity, key), value in (then | now).items() if key == "title"}
    found: list[Difference] = []
    for identity in dict.fromkeys(identity for identity, _key in (*now, *then)):
        was = {key: value for (each, key), value in then.items() if each == identity}
        is_ = {key: value for (each, key), value in now.items() if each == identity}
        title = titles.get(identity, identity)
        if not was or not is_:
            found.append(Difference(identity, title, "gone" if was else "new", None, None))
            continue
        keys = dict.fromkeys((*is_, *was))
        found += [
            Difference(identity, title, key, was.get(key), is_.get(key)) for key in keys if was.get(key) != is_.get(key)
        ]
    return tuple(found)


def _values(objective: Objective) -> dict[tuple[str, str], str]:
    """(id, key) → value as text, of everything decisive that was not given up."""
    found: dict[tuple[str, str], str] = {}
    for kind, table in _tables(objective):
        for key in DECISIVE[kind]:
            value = getattr(table, key)
            if value not in (None, (), "") and (key == "title" or table.says(key)):
                found[table.id, key] = _written(value)
    return found


def _tables(objective: Objective) -> Iterator[tuple[str, Objective | KeyResult | Milestone]]:
    yield "objective", objective
    for key_result in objective.key_result:
        if key_result.dropped is None:
            yield "key-result", key_result
            yield from (("milestone", milestone) for milestone in key_result.milestone)


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        text = ", ".join(f"{each.on}: {_written(each.value)}" if hasattr(each, "on") else str(each) for each in value)
    elif isinstance(value, float) and value.is_integer():
        text = str(int(value))
    else:
        text = " ".join(str(value).split())
    if len(text) <= _SHOWN:
        return text
    return f"{text[:_SHOWN]}… {sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}"


def _read(digest: str) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for line in digest.splitlines():
        name, sign, value = line.partition("=")
        identity, dot, key = name.partition(".")
        if sign and dot:
            found[identity, key] = value
    return found
