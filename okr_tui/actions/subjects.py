"""From what a person typed to what a check-in is about, by the index: without the models, in a few ms."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from okr_tui.actions.check_in import Subject
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.resolve import folded, pick
from okr_tui.domain.suspicion import Scale
from okr_tui.domain.units import unit_changes, unit_then
from okr_tui.store.index import Card, Index, index
from okr_tui.words.language import _


class Meant(NamedTuple):
    """What a person meant.

    Attributes:
        sure: False where it was guessed from words of the title: a person should confirm it.
    """

    subject: Subject
    sure: bool


def meant(root: Path, cache: Path, text: str, today: date) -> Meant:
    """The key result or KPI that is meant: exact id, then a unique beginning of one, then words of the title.

    The default cycle goes first, then the other open ones, then KPIs; closed cycles by the whole id only.

    Raises:
        NothingFits: there is nothing like it.
        SeveralFit: several things are.
    """
    known = index(root, cache)
    order = known.order(today)
    tiers = [*(known.cards(cycle) for cycle in order), known.kpis()]
    cards = {card.id: card for tier in reversed(tiers) for card in tier}
    if text in cards:
        return Meant(_subject(_Known(root, cache, known), cards[text], order, today), sure=True)
    key = folded(text)
    for tier in tiers:
        if any(key and card.id.startswith(key) for card in tier):
            chosen = pick(text, [(card.id, card.title) for card in tier], "thing")
            return Meant(_subject(_Known(root, cache, known), cards[chosen], order, today), sure=True)
    for frame in known.frames():
        if frame.phase == "closed" and (card := _closed(root, frame.id, text)):
            return Meant(_subject(_Known(root, cache, known), card, order, today), sure=True)
    chosen = pick(text, [(card.id, card.title) for card in cards.values()], "thing")
    return Meant(_subject(_Known(root, cache, known), cards[chosen], order, today), sure=False)


class _Known(NamedTuple):
    """What is known of a workspace without its models, and where it lies."""

    root: Path
    cache: Path
    files: Index


def _subject(where: _Known, card: Card, order: tuple[str, ...], today: date) -> Subject:
    known = where.files
    said = known.said(card.id, today)
    unit = (card.unit or "").strip()
    values = [
        each.value
        for each in said
        if each.value is not None and unit_then(card.unit, card.units, each.on, each.at) == unit
    ]
    if card.kind == "kpi" and not values:
        values = _before(where, card.id, today)
    confidences = [each.confidence for each in said if each.confidence is not None]
    cycle = card.cycle or next(iter(order), "")
    if not cycle:
        raise WrongUsage(_("There is no open cycle whose journal could take this."))
    last = values[-1] if values else None
    return Subject(
        id=card.id, title=card.title, kind=card.kind, unit=card.unit, cycle=cycle, team=card.team,
        team_name=known.team_name(card.team), value=last,
        confidence=confidences[-1] if confidences else None, steps=card.steps,
        scale=Scale(card.kind, card.unit, last, *card.marks),
    )  # fmt: skip


def _before(where: _Known, kpi: str, today: date) -> list[float]:
    """The figures of a KPI in the cycle that was closed last, for the first check-in since; read with the models."""
    closed = [each for each in where.files.frames() if each.phase == "closed" and each.kind == "cycle"]
    last = max(closed, key=lambda each: (each.end, each.id), default=None)
    if last is None:
        return []
    from okr_tui.domain.squares import kpi_figures
    from okr_tui.store.reader import Reader

    return [value for _day, value in kpi_figures(Reader(where.root, where.cache).look_at(last.id), kpi, today)]


def _closed(root: Path, cycle: str, identity: str) -> Card | None:
    """A key result of a closed cycle, for a figure that comes late; read with the models, which is rare."""
    from okr_tui.store.reader import Reader

    found = Reader(root).look_at(cycle).cycles[cycle].located.get(identity)
    if found is None or found.key_result is None or found.kind != "key-result":
        return None
    result = found.key_result
    return Card(
        result.id, result.title, result.kind, result.unit, cycle, found.team,
        tuple((step.id, step.title) for step in result.milestone),
        (result.baseline, result.target, result.low, result.high), unit_changes(result),
    )  # fmt: skip
