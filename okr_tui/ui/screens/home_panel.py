"""Home's side panel: what to do next, the team today, the rituals ahead."""

from collections.abc import Collection, Iterator

from okr_tui.domain.clock import week_of
from okr_tui.domain.guide import Step, next_steps
from okr_tui.domain.pace import Status
from okr_tui.domain.rollup import TeamStanding
from okr_tui.ui.framing import soon
from okr_tui.ui.guiding import step_key, step_line
from okr_tui.ui.paint.bars import Bar, dots
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Blank, Line, Rule, Says, Tells, Title, grid
from okr_tui.ui.paint.runs import Runs, align, bold, cells, dim, runs
from okr_tui.ui.paint.status import status_count
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, still
from okr_tui.words.dates import day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import percent
from okr_tui.words.rituals import ritual

_HERE = {
    "check-in": "enter", "last-figures": "c", "answer": "r", "initiative": "x", "closed": "t", "unread-plan": "P",
}  # fmt: skip
"""Steps that are done on Home, with their keys."""
_SECONDS = 20
"""What a check-in takes, enter to enter."""
_ROOM = 26
"""Cells of a row of the panel."""
_MOST_DOTS = 12


def panel_rows(session: Session, keys: Collection[str], guide_key: str, room: tuple[int, int]) -> tuple[Row, ...]:
    """The panel, from top to bottom; where it would not fit, its empty rows leave, the last ones first.

    Args:
        session: what is looked at.
        keys: the keys that do something on Home; a step whose key does nothing here names the place instead.
        guide_key: the key that hides the panel; "" for none.
        room: the cells of a row, and the rows.
    """
    hides = dim(_("{key} hides").format(key=guide_key)) if guide_key else ()
    lines: list[Line] = [Title(_("GUIDE"), right=hides, ruled=False), Blank(), *_guide(session, keys)]
    team = session.team_standing()
    if team is not None and team.objectives:
        lines += [Blank(), Rule(), *_team(session, team)]
    ahead = tuple(_ahead(session))
    if ahead:
        lines += [Blank(), Rule(), Title(_("NEXT"), ruled=False), *ahead]
    return (still(*_fitting(lines, *room)),)


def _fitting(lines: list[Line], width: int, height: int) -> tuple[Line, ...]:
    """The lines without as many of their empty ones as it takes to fit; those before a rule leave last."""
    over = sum(line.height(width) for line in lines) - height
    blanks = [index for index, line in enumerate(lines) if isinstance(line, Blank)]
    blanks.sort(key=lambda index: (any(isinstance(line, Rule) for line in lines[index + 1 : index + 2]), -index))
    leaving = set(blanks[: max(over, 0)])
    return tuple(line for index, line in enumerate(lines) if index not in leaving)


def _guide(session: Session, keys: Collection[str]) -> Iterator[Line]:
    headline = _headline(session)
    if headline:
        yield Tells(headline, bold=True)
        yield Blank()
    for number, step in enumerate(_steps(session)):
        if number:
            yield Blank()
        yield step_line(step, _key(session, step, keys))
        more = _more(step)
        if more:
            yield Tells(more, "dim", indent=3)


def _steps(session: Session) -> tuple[Step, ...]:
    """The next steps; before there is a cycle, the one that leads to it."""
    return session.next_steps() or next_steps(session.workspace, session.me, None, session.content, session.today)


def _headline(session: Session) -> str:
    """What the week is about."""
    content = session.content
    if content is None:
        return ""
    cycle, cadence = content.cycle, session.workspace.settings.cadence
    week = week_of(cycle, cadence, session.today)
    match cycle.phase:
        case "achieve" if week > 0:
            return _("Week {n}: keep the rhythm").format(n=week)
        case "measure":
            return _("Look back, then decide")
        case "make":
            return _("Draft until it fits")
        case "align":
            return _("Ask, answer, agree")
        case _:
            return ""


def _key(session: Session, step: Step, keys: Collection[str]) -> str:
    """The key that starts a step from here; where it is not done on Home, the place where it is."""
    own = _HERE.get(step.code, "")
    if own == "enter" or own in keys:
        return own
    return step_key(step, session.content.cycle.phase if session.content else "", "home", keys) or step.key


def _more(step: Step) -> str:
    """What stands dim below a step."""
    if step.code != "check-in":
        return ""
    minutes = max(1, round(step.facts["n"] * _SECONDS / 60))
    return ngettext("about a minute", "about {n} minutes", minutes).format(n=minutes)


def _team(session: Session, team: TeamStanding) -> Iterator[Line]:
    name = one_line(session.workspace.name_of(team.team)).upper()
    yield Title(_("{team} TODAY").format(team=name), ruled=False)
    yield Blank()
    if team.progress is not None:
        expected = percent(team.expected).removesuffix("%").strip()
        after = dim(_(", expected {n}").format(n=expected)) if team.expected is not None else ""
        yield Says(runs(dim(_("progress") + " "), bold(percent(team.progress)), after))
        yield grid((Column("bar", 10, grows=True),), bar=Bar(team.progress, team.expected))
        yield Blank()
    if team.pursued:
        yield Says(dim(_("checked in")), _checked_in(team))
        yield Blank()
    yield from _counts(team)


def _checked_in(team: TeamStanding) -> Runs:
    shown = dots(team.checked_in, team.pursued) if team.pursued <= _MOST_DOTS else ()
    return runs(shown, " " if shown else "", str(team.checked_in), dim(f"/{team.pursued}"))


def _counts(team: TeamStanding) -> Iterator[Line]:
    """How many have which status, two beside each other."""
    said = [status_count(status, team.counts[status]) for status in _ORDER if team.counts.get(status)]
    left = max((cells(each) for each in said[::2]), default=0) + 1
    if left + max((cells(each) for each in said[1::2]), default=0) > _ROOM:
        yield from (Says(each) for each in said)
        return
    for number in range(0, len(said), 2):
        pair = said[number : number + 2]
        yield Says((*align(pair[0], max(left, 13)), *(pair[1] if len(pair) > 1 else ())))


_ORDER: tuple[Status, ...] = ("on-track", "slipping", "at-risk", "stale", "off-track", "reached", "done", "no-data")


def _ahead(session: Session) -> Iterator[Line]:
    """The next rituals of all open cycles that concern the team."""
    workspace, today = session.workspace, session.today
    found = [
        each
        for content in workspace.open_cycles(today)
        for each in content.file.ritual
        if each.held is None and each.team in {None, session.team}
    ]
    for each in soon(tuple(found), today)[:3]:
        when = _("today") if each.on == today else day(each.on, today)
        name = ritual(each.kind)
        if each.at and each.on == today:
            name = _("{ritual} at {time}").format(ritual=name, time=f"{each.at:%H:%M}")
        yield Tells(name, indent=8, first=dim(when))
