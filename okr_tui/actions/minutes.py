"""The minutes of a ritual as a page of Markdown: who, what was decided, what is open, what comes next."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from okr_tui.domain.held import dated, with_rituals
from okr_tui.domain.review import Action
from okr_tui.domain.voting import Outcome
from okr_tui.domain.workspace import Workspace
from okr_tui.store.runs import Run, Voted
from okr_tui.words.dates import weekday_day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import tenths
from okr_tui.words.quoting import with_colon
from okr_tui.words.rituals import ritual as ritual_word

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
_NEXT = 4


def minutes_page(workspace: Workspace, run: Run, today: date, titles: Sequence[tuple[str, str]]) -> str:
    """The page.

    Args:
        workspace: as it is after the ritual.
        run: what happened in it.
        today: the day.
        titles: (code, title) of its steps, in their order.
    """
    parts = [
        _head(workspace, run, today), *_votes(workspace, run, today), *_decisions(run), *_actions(workspace, run, today),
        *_notes(run, titles), *_open(run), *_next(workspace, run, today),
    ]  # fmt: skip
    return "\n\n".join(parts) + "\n"


def _safe(text: str) -> str:
    """Words that people typed, without what Markdown or a terminal would obey."""
    return _SPECIAL.sub(r"\\\1", one_line(text))


def _head(workspace: Workspace, run: Run, today: date) -> str:
    began = [datetime.fromisoformat(at) for at, _what in run.events[:1]]
    at = f", {began[0].astimezone():%H:%M}" if began else ""
    team, cycle = workspace.name_of(run.team), workspace.cycles[run.cycle].cycle.name
    there = ", ".join(_safe(workspace.name_of(each)) for each in run.people) or _("nobody")
    title, who = f"# {ritual_word(run.kind)}, {_safe(team)}", _("Who was there")
    return f"{title}\n\n{weekday_day(date.fromisoformat(run.on))} {today.year}{at} · {_safe(cycle)}\n\n" + with_colon(
        f"**{who}**", there
    )


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"## {title}\n\n" + "\n".join(f"- {line}" for line in lines)


def _votes(workspace: Workspace, run: Run, today: date) -> Iterator[str]:
    last: dict[str, Voted] = {}
    for each in run.votes:
        last[each.about] = each
    yield from _section(_("Votes"), [_vote(workspace, each, today) for each in last.values()])


def _vote(workspace: Workspace, vote: Voted, today: date) -> str:
    """The result without names: mean, how many, from where to where."""
    found = workspace.find(vote.about, today)
    title = found.title if found is not None else vote.about
    result = Outcome({int(value): people for value, people in vote.counts.items() if value.isdecimal()})
    if not result.counts:
        return _safe(title)
    votes = ngettext("{n} vote", "{n} votes", result.votes).format(n=result.votes)
    what = _("ambition") if vote.what == "cards" else _("confidence")
    said = _("{what} {mean} ({votes}, from {low} to {high})").format(
        what=what, mean=tenths(result.mean), votes=votes, low=min(result.counts), high=max(result.counts)
    )
    again = _(", round {n}").format(n=vote.round) if vote.round > 1 else ""
    return with_colon(_safe(title), said + again)


def _decisions(run: Run) -> Iterator[str]:
    yield from _section(_("Decided"), [_safe(each.text) for each in run.written if each.kind == "decision"])


def _actions(workspace: Workspace, run: Run, today: date) -> Iterator[str]:
    review = workspace.cycles[run.cycle].reviews.get(run.team)
    known = {each.id: each for each in (review.action if review else ())}
    lines = [
        _action(workspace, known[each.id], today) if each.id in known else _safe(each.text)
        for each in run.written
        if each.kind == "action"
    ]
    yield from _section(_("Actions"), lines)


def _action(workspace: Workspace, action: Action, today: date) -> str:
    who = _safe(workspace.name_of(action.owner)) if action.owner else ""
    by = _(", by {day}").format(day=weekday_day(action.due, today)) if action.due else ""
    return with_colon(f"**{who}**", _safe(action.text) + by) if who else _safe(action.text) + by


def _notes(run: Run, titles: Sequence[tuple[str, str]]) -> Iterator[str]:
    lines = []
    for code, title in titles:
        lines += [
            with_colon(_safe(title), _safe(each.text))
            for each in run.written
            if each.kind == "note" and each.step == code
        ]
    yield from _section(_("Notes"), lines)


def _open(run: Run) -> Iterator[str]:
    yield from _section(_("Open questions"), [_safe(each.text) for each in run.written if each.kind == "parked"])


def _next(workspace: Workspace, run: Run, today: date) -> Iterator[str]:
    """The next rituals, one of each kind."""
    contents = with_rituals(workspace, workspace.cycles[run.cycle], today)
    soonest: dict[str, str] = {}
    for each in dated(contents, today):
        ritual = each.ritual
        if ritual.held is None and ritual.id != run.id and ritual.on > today and ritual.team in {None, run.team}:
            soonest.setdefault(ritual.kind, f"{weekday_day(ritual.on, today)} · {_safe(ritual_word(ritual.kind))}")
    yield from _section(_("Next dates"), list(soonest.values())[:_NEXT])
