"""From what a person typed to what a check-in is about, by the index: without the models, in a few ms."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from okr_tui.actions.check_in import Subject, Words
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.resolve import OnlyAlike, folded, pick
from okr_tui.domain.suspicion import Scale, goes_below
from okr_tui.domain.taking_check_ins import CheckInState, check_in_state
from okr_tui.domain.units import unit_changes, unit_then
from okr_tui.store.index import Card, Index, LastSaid, index
from okr_tui.words.language import _


class Meant(NamedTuple):
    """What a person meant.

    Attributes:
        sure: False where it was guessed from words of the title: a person should confirm it.
    """

    subject: Subject
    sure: bool


_SAYS_NOTHING = Words()


def meant(root: Path, cache: Path, text: str, today: date, words: Words = _SAYS_NOTHING) -> Meant:
    """The key result or KPI that is meant: exact id, then a unique beginning of one, then words of the title.

    The default cycle goes first, then the other open ones, then KPIs; closed cycles by the whole id only.

    Args:
        root: the workspace folder.
        cache: this machine's cache folder for the workspace.
        text: what was typed for it.
        today: the day.
        words: what will be said, for the figure that it comes after: the last by the day that it speaks of, or the
            one that it corrects.

    Raises:
        NothingFits: there is nothing like it.
        SeveralFit: several things are.
        OnlyAlike: a plan that goes before what was found can't be read, and may hold what was meant.
    """
    known = index(root, cache)
    order = known.order(today)
    tiers = [*(known.cards(cycle) for cycle in order), known.kpis()]
    cards = {card.id: card for tier in reversed(tiers) for card in tier}
    if text in cards:
        return Meant(_subject(_Known(root, cache, known), cards[text], order, today, words), sure=True)
    key = folded(text)
    for number, tier in enumerate(tiers):
        if any(key and card.id.startswith(key) for card in tier):
            if unread := sum(map(known.unread, order[:number])):
                named = next((card.id, card.title) for card in tier if card.id.startswith(key))
                raise OnlyAlike(text, named, unread)
            chosen = pick(text, [(card.id, card.title) for card in tier], "thing")
            return Meant(_subject(_Known(root, cache, known), cards[chosen], order, today, words), sure=True)
    for frame in known.frames():
        if frame.phase == "closed" and (card := _closed(root, frame.id, text)):
            return Meant(_subject(_Known(root, cache, known), card, order, today, words), sure=True)
    chosen = pick(text, [(card.id, card.title) for card in cards.values()], "thing")
    if unread := sum(map(known.unread, order)):
        raise OnlyAlike(text, (chosen, cards[chosen].title), unread)
    return Meant(_subject(_Known(root, cache, known), cards[chosen], order, today, words), sure=False)


class _Known(NamedTuple):
    """What is known of a workspace without its models, and where it lies."""

    root: Path
    cache: Path
    files: Index


def _subject(where: _Known, card: Card, order: tuple[str, ...], today: date, words: Words) -> Subject:
    known = where.files
    said = known.said(card.id, today)
    unit = (card.unit or "").strip()
    said = tuple(
        each if unit_then(card.unit, card.units, each.on, each.at) == unit else each._replace(value=None)
        for each in said
    )
    figures = [each.value for each in said if each.value is not None]
    before = _last(said, words.on, words.replaces)
    if card.kind == "kpi" and not figures:
        figures = _before(where, card.id, words.on or today)
        before = next(reversed(figures), None)
    confidences = [each.confidence for each in said if each.confidence is not None]
    cycle = card.cycle or next(iter(order), "")
    if not cycle:
        raise WrongUsage(_("There is no open cycle whose journal could take this."))
    scale = Scale(card.kind, card.unit, before, *card.marks)
    return Subject(
        id=card.id, title=card.title, kind=card.kind, unit=card.unit, cycle=cycle, team=card.team,
        team_name=known.team_name(card.team), value=before,
        confidence=confidences[-1] if confidences else None, steps=card.steps,
        scale=scale, below_zero=goes_below(scale, figures), state=_state(where, card, today),
    )  # fmt: skip


def _state(where: _Known, card: Card, today: date) -> CheckInState:
    frame = next((each for each in where.files.frames() if each.id == card.cycle), None)
    if card.kind == "kpi" or frame is None:
        return "open"
    closed, days = frame.phase == "closed", 0
    if closed:
        from okr_tui.store.reader import Reader

        days = Reader(where.root, where.cache).read().settings.policy.scores_open_days
    dropped = card.status == "dropped"
    return check_in_state(
        card.status, dropped=dropped, closed=closed, end=frame.end, today=today, open_days=days
    )  # fmt: skip


def _last(said: tuple[LastSaid, ...], day: date | None, replaced: str | None) -> float | None:
    """The figure of the check-in that is corrected; else the last one that speaks of this day or one before it."""
    corrected = [each.value for each in said if each.id == replaced and each.value is not None]
    known = corrected or [each.value for each in said if each.value is not None and (day is None or each.on <= day)]
    return known[-1] if known else None


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
        "dropped" if result.dropped or (found.objective and found.objective.dropped) else found.objective.status
        if found.objective else "agreed",
    )  # fmt: skip
