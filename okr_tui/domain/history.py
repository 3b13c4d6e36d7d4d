"""What happened to things over time: figures, words, changes after agreement; the newest first."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from okr_tui.domain.counting import day_here, spoken_of
from okr_tui.domain.journal import CheckIn, Comment
from okr_tui.domain.plan import Changed, KeyResult, Objective
from okr_tui.domain.units import other_unit, units_said
from okr_tui.domain.workspace import CycleContent, Entry


class Moved(NamedTuple):
    """One thing that changed: "value", "confidence", "status" or a key of the plan, before and after.

    Attributes:
        key: what changed; "withdrawn", "corrected" or "milestone" for what has no before.
        unit: that of the figures, "" for none, where another one holds now.
    """

    key: str
    before: Any
    after: Any
    unit: str | None = None


class Row(NamedTuple):
    """One line of the history.

    Attributes:
        at: when it was written; None for what only has a day.
        on: the day it speaks of.
        by: id of the person.
        about: id of what it is about.
        kind: check-in, answer, kudos, change, or the kind of a comment.
        value: the figure, the option or the verdict; note: what was said.
        change: what was different from before.
        within: ids of what it stands in, its team and cycle among them, where it may be gone by now.
        id: of the check-in, to correct it or take it back by.
    """

    at: datetime | None
    on: date
    by: str
    about: str
    kind: str
    value: float | str | None = None
    confidence: int | None = None
    note: str | None = None
    change: tuple[Moved, ...] = ()
    within: tuple[str, ...] = ()
    id: str = ""

    @property
    def day(self) -> date:
        """The day it speaks of; of what was written about its own present day the day where this machine stands."""
        return day_here(self.at) if self.at is not None and self.at.date() == self.on else self.on


def history(contents: Iterable[CycleContent], about: Collection[str] | None = None) -> tuple[Row, ...]:
    """Everything that happened in these cycles, the newest day first, then by when it was written.

    Args:
        contents: the cycles.
        about: ids of the things asked about; None for all. `with_parts` adds what stands inside them.
    """
    return newest_first((row for content in contents for row in _rows(content)), about)


def newest_first(rows: Iterable[Row], about: Collection[str] | None = None) -> tuple[Row, ...]:
    """Lines of the history in their order, those about or by certain ids; None for all."""
    wanted = [
        row for row in rows
        if about is None or row.about in about or row.by in about or not set(about).isdisjoint(row.within)
    ]  # fmt: skip
    return tuple(row for _key, row in sorted(_dated(wanted), key=lambda each: each[0], reverse=True))


def summed(rows: Iterable[Row]) -> tuple[tuple[str, tuple[Moved, ...]], ...]:
    """What all lines together have changed: for each thing what stood there before the first, and stands after the last.

    Args:
        rows: lines of the history, the newest first.

    Returns:
        Things whose figures or keys stand otherwise, the one changed last first, each with what is different.
    """
    found: dict[str, dict[str, Moved]] = {}
    for row in rows:
        keys = found.setdefault(row.about, {})
        for moved in row.change:
            if moved.before is None and moved.after is None:
                continue
            later = keys.get(moved.key, moved)
            if later.unit == moved.unit:
                keys[moved.key] = Moved(moved.key, moved.before, later.after, moved.unit)
    different = {
        about: tuple(each for each in keys.values() if each.before != each.after) for about, keys in found.items()
    }
    return tuple((about, moved) for about, moved in different.items() if moved)


def with_parts(contents: Iterable[CycleContent], identity: str) -> frozenset[str]:
    """The id with those of everything inside: of an objective its key results, of a team its whole plan."""
    found = {identity}
    for content in contents:
        for key, item in content.located.items():
            inside = {
                item.team,
                item.objective.id if item.objective else "",
                item.key_result.id if item.key_result else "",
            }
            if identity in inside:
                found.add(key)
    return frozenset(found)


def _dated(rows: Iterable[Row]) -> Iterator[tuple[tuple[date, float, str], Row]]:
    """The rows with what they are sorted by: the day, then the moment.

    What was written later on a clock that is a day behind belongs to the day of what was written before it.
    """
    moments: list[tuple[datetime, datetime, Row]] = []
    for row in rows:
        if row.at is None:
            yield (row.on, 0.0, row.about), row
        else:
            moments.append((*spoken_of(row.on, row.at), row))
    latest = date.min
    for _moment, at, row in sorted(moments, key=lambda each: each[:2]):
        latest = max(latest, row.on)
        yield (latest, at.timestamp(), row.about), row


def _rows(content: CycleContent) -> Iterator[Row]:
    for about, entries in content.entries.items():
        item = content.located.get(about)
        result = item.key_result if item is not None else None
        yield from _check_ins(entries, units_said(result, entries) if result is not None else {})
    for journal in content.talking:
        for comment in journal.comment:
            yield _comment(journal.person, comment)
        for answer in journal.answer:
            yield Row(
                answer.at, answer.at.date(), journal.person, answer.request, "answer", answer.verdict, None, answer.text
            )
        for kudos in journal.kudos:
            yield Row(kudos.at, kudos.at.date(), journal.person, kudos.to, "kudos", note=kudos.text)
    for _team, objective in content.objectives():
        yield from _changes(objective)
        for key_result in objective.key_result:
            yield from _changes(key_result)


def _check_ins(entries: tuple[Entry, ...], units: Mapping[str, str]) -> Iterator[Row]:
    """Check-ins on one thing with what differs from the one before that counts; those taken back are told as such.

    Args:
        entries: what was said, the oldest first.
        units: id of a check-in → its unit, where another one holds now: figures of two units are not compared.
    """
    replaced = {
        entry.check_in.replaces for entry in entries if entry.check_in.replaces and not entry.check_in.withdrawn
    }
    before: dict[str, Any] = {}
    last_unit: str | None = None
    for entry in entries:
        said = entry.check_in
        unit = units.get(said.id)
        if unit != last_unit and said.value is not None:
            before.pop("value", None)
            last_unit = unit
        counts = not said.withdrawn and said.id not in replaced
        yield Row(
            said.at, said.on, entry.person, said.about, "check-in", said.value, said.confidence, _note(said),
            _moved(said, before, unit) if counts else (Moved("withdrawn" if said.withdrawn else "corrected", None, None),),
            id=said.id,
        )  # fmt: skip
        if counts:
            before |= {key: value for key, value in _facts(said).items() if value is not None}


def _facts(said: CheckIn) -> dict[str, Any]:
    return {"value": said.value, "confidence": said.confidence, "status": said.status}


def _moved(said: CheckIn, before: dict[str, Any], unit: str | None) -> tuple[Moved, ...]:
    moved = [
        Moved(key, before.get(key), value, unit if key == "value" else None)
        for key, value in _facts(said).items()
        if value is not None and value != before.get(key)
    ]
    return (*moved, *([Moved("milestone", None, said.milestone)] if said.milestone else []))


def _note(said: CheckIn) -> str | None:
    parts = [part for part in (said.note, said.blocker) if part]
    return "\n".join(parts) or None


def _comment(person: str, comment: Comment) -> Row:
    return Row(comment.at, comment.at.date(), person, comment.about, comment.kind, note=comment.text)


def _changes(thing: Objective | KeyResult) -> Iterator[Row]:
    for changed in thing.changed:
        yield _change(thing, changed)
    if thing.dropped is not None:
        yield Row(
            None,
            thing.dropped.on,
            "",
            thing.id,
            "change",
            note=thing.dropped.why,
            change=(Moved("dropped", None, None),),
        )


def _change(thing: Objective | KeyResult, changed: Changed) -> Row:
    return Row(
        changed.at, changed.on, changed.by, thing.id, "change", note=changed.why,
        change=(moved_by(thing, changed),),
    )  # fmt: skip


def moved_by(thing: Objective | KeyResult, changed: Changed) -> Moved:
    """What a change after agreement changed; its figures keep the unit that held then."""
    unit = other_unit(thing, changed) if isinstance(thing, KeyResult) else None
    return Moved(changed.key, changed.from_, changed.to, unit)
