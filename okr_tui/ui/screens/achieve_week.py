"""A team's week beside the one before it: four squares and PPP; and the form in which one's own week is written."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from okr_tui.actions.act import Act, Author
from okr_tui.actions.weekly import write_week
from okr_tui.domain.squares import Ahead, Health, Priority
from okr_tui.domain.weekly import PARTS, Line, Moving, TeamWeek, lines, monday_of, own_week, week_of
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.paint.lines import Says, Title
from okr_tui.ui.paint.runs import Brush, Run, Runs, align, dim, gap, key, runs
from okr_tui.ui.screens.key_result_rows import short_name
from okr_tui.ui.session import Session
from okr_tui.ui.text import wrap
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.dates import day
from okr_tui.words.language import _
from okr_tui.words.numbers import figure, number
from okr_tui.words.rituals import ritual

_SEVEN = timedelta(days=7)
_BETWEEN = 3
_APART = " / "
"""What stands between several things in one field."""
PART = "part"
"""The kind of a row of the week; `e` writes it."""


class Beside(Struct, frozen=True):
    """Two lists side by side, each line as long as it needs; the older one is dim."""

    left: tuple[str, ...]
    right: tuple[str, ...]

    def height(self, width: int) -> int:
        """As many rows as the longer side."""
        return max(map(len, self._sides(width)))

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The rows."""
        del brush
        room = self._room(width)
        left, right = self._sides(width)
        return tuple(
            (*align((dim(left[at]) if at < len(left) else dim(""),), room), *gap(_BETWEEN),
             *((Run(right[at]),) if at < len(right) else ()))
            for at in range(max(len(left), len(right)))
        )  # fmt: skip

    def _room(self, width: int) -> int:
        return max((width - _BETWEEN) // 2, 8)

    def _sides(self, width: int) -> tuple[list[str], list[str]]:
        room = self._room(width)
        return tuple(
            [line for words in side or ("–",) for line in wrap(words, room)] for side in (self.left, self.right)
        )  # type: ignore[return-value]


def week_rows(session: Session, content: CycleContent, team: str, back: int) -> tuple[Row, ...]:
    """The page.

    Args:
        session: the moment.
        content: the cycle looked at.
        team: the team looked at.
        back: how many weeks before this one the newer of the two lies.
    """
    monday = monday_of(session.today) - back * _SEVEN
    now, last = (week_of(session.workspace, content, team, each, session.today) for each in (monday, monday - _SEVEN))
    keys = runs(key("e"), dim(" " + _("write yours")), "  ", key("←→"), dim(" " + _("other weeks")))
    name = session.workspace.name_of(team)
    rows = [still(Title(_("THE WEEK OF {team}").format(team=name.upper()), right=keys)),
            still(Beside((_week_said(last.monday, session),), (_week_said(monday, session),)))]  # fmt: skip
    for part, title in _titles().items():
        sides = [_said(session.workspace, week, part, session.today) for week in (last, now)]
        rows += [blank(), Row(part, (Says(Run(title, "dim", bold=True)), Beside(*sides)), kind=PART)]
    return tuple(rows)


def _titles() -> dict[str, str]:
    return {
        "priorities": _("PRIORITIES"), "next_weeks": _("NEXT FOUR WEEKS"), "confidence": _("CONFIDENCE AND FIGURES"),
        "kpis": _("TEAM KPIS"), "wins": _("PROGRESS"), "plans": _("PLANS"), "problems": _("PROBLEMS"),
    }  # fmt: skip


def _week_said(monday: date, session: Session) -> str:
    words = _("this week, from {day}") if monday == monday_of(session.today) else _("the week from {day}")
    return words.format(day=day(monday, session.today))


def _said(workspace: Workspace, week: TeamWeek, part: str, today: date) -> tuple[str, ...]:
    """One part of a week, line by line."""
    match part:
        case "priorities":
            return tuple(_priority(workspace, each) for each in week.priorities)
        case "next_weeks":
            written = {each.words.casefold() for each in week.ahead if each.words}
            return tuple(_coming(each, today) for each in week.ahead if ritual(each.kind).casefold() not in written)
        case "confidence":
            return tuple(_moved(each) for each in week.key_results if each.moved)
        case "kpis":
            return tuple(_kpi(each) for each in week.kpis)
        case _:
            told: Sequence[Line] = getattr(week, part)
            return tuple(f"{short_name(workspace, each.person)}: {each.words}" for each in told)


def _coming(each: Ahead, today: date) -> str:
    """What comes, in a person's words, or a ritual with its day."""
    if each.words or each.on is None:
        return each.words
    return _("{ritual}, {day}").format(ritual=ritual(each.kind), day=day(each.on, today))


def _priority(workspace: Workspace, each: Priority) -> str:
    return _("{rank}  {words} ({name})").format(
        rank=each.rank, words=each.words, name=short_name(workspace, each.person)
    )


def _moved(each: Moving) -> str:
    """A key result whose figure or confidence the week changed."""
    now, before = each.now, each.before
    parts = []
    if now.value is not None and now.value != before.value:
        was = f"{number(before.value)} → " if before.value is not None else ""
        parts.append(f"{was}{figure(now.value, now.key_result.unit)}")
    if now.confidence is not None and now.confidence != before.confidence:
        was = f"{before.confidence} → " if before.confidence is not None else ""
        parts.append(_("confidence {n}").format(n=f"{was}{now.confidence}"))
    return _("{title}: {what}").format(title=now.key_result.title, what=", ".join(parts) or _("moved"))


def _kpi(each: Health) -> str:
    glyph = {"inside": "●", "near": "◐", "outside": "○", "unknown": "·"}[each.edge]
    return f"{glyph} {each.kpi.title} {figure(each.value, each.kpi.unit)}"


def week_form(session: Session, content: CycleContent) -> TableForm:
    """A form for one's own week; what one wrote the week before stands below each field."""
    monday, me = monday_of(session.today), session.me or ""
    mine, before = own_week(content, me, monday), own_week(content, me, monday - _SEVEN)
    labels = {"next_weeks": _("next weeks"), "wins": _("progress"), "plans": _("plans"), "problems": _("problems")}
    own, last = lines(mine, "priorities"), lines(before, "priorities")
    fields = [
        Field(f"priority {n}", _("priority {n}").format(n=n + 1), own[n] if n < len(own) else "",
              asks=_asks(last[n : n + 1], _("What comes first this week; three at most.")))
        for n in range(3)
    ]  # fmt: skip
    fields += [
        Field(part, labels[part], _APART.join(lines(mine, part)),
              asks=_asks(lines(before, part), _("Several with a / between them.")))
        for part in PARTS[1:]
    ]  # fmt: skip

    def make(typed: Typed) -> Callable[[Author], Act] | None:
        said = {"priorities": tuple(typed[f"priority {n}"].strip() for n in range(3))}
        said |= {part: tuple(each.strip() for each in typed[part].split(_APART)) for part in PARTS[1:]}
        wanted = {part: tuple(each for each in told if each) for part, told in said.items()}
        changed = {part: told for part, told in wanted.items() if told != lines(mine, part)}
        if not changed:
            return None
        return lambda author: write_week(session.root, author, content.cycle.id, changed)

    title = _("Your week from {day}").format(day=day(monday, session.today))
    return TableForm(title, tuple(fields), make, draft=f"week {content.cycle.id} {monday}")


def _asks(last: tuple[str, ...], otherwise: str) -> str:
    """What was written the week before, for the line below a field."""
    return _("last week: {words}").format(words=_APART.join(last)) if last else otherwise
