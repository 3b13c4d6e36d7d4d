"""What `okr week` prints: four squares, then this week's words beside last week's."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from okr_tui.cli.output import bold, cells, columns, cut, dim, left, right, status_style, warm, wrapped
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.cli.context import Here
    from okr_tui.domain.squares import Ahead
    from okr_tui.domain.weekly import Moving, TeamWeek

_NAME = 8  # cells of a first name


def told(where: "Here", now: "TeamWeek", last: "TeamWeek") -> Iterator[str]:
    """The lines of a team's week."""
    from okr_tui.words.dates import day

    name = where.workspace.name_of
    first = {person.id: person.name.partition(" ")[0] for person in where.workspace.people}
    yield bold(_("{team} · week of {day}").format(team=cut(name(now.team), 40), day=day(now.monday)))
    yield from _square(_("PRIORITIES"), [(first.get(each.person, each.person), each.words) for each in now.priorities])
    yield from _square(_("NEXT FOUR WEEKS"), [_ahead(each, where) for each in now.ahead])
    yield "\n" + bold(_("CONFIDENCE"))
    yield from _confidence(now.key_results) if now.key_results else [dim("  " + _("no key result is pursued yet"))]
    yield "\n" + bold(_("HEALTH"))
    yield from _health(now)
    yield "\n" + _beside(_("THIS WEEK"), _("LAST WEEK"), bold)
    for title, mine, before in (
        (_("priorities"), now.priorities, last.priorities),
        (_("went well"), now.wins, last.wins),
        (_("plans"), now.plans, last.plans),
        (_("problems"), now.problems, last.problems),
    ):
        yield _beside(title, title, dim)
        pairs = [[f"{first.get(each.person, each.person)}: {each.words}" for each in part] for part in (mine, before)]
        yield from _two(pairs[0], pairs[1])


def _square(title: str, rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield "\n" + bold(title)
    if not rows:
        yield dim("  " + _("nothing yet; “okr week --priority TEXT” says what comes first, --next what comes later"))
    for who, words in rows:
        one, *more = wrapped(words, columns() - _NAME - 4) or [""]
        yield f"  {dim(left(who, _NAME))}  {one}"
        yield from (" " * (_NAME + 4) + line for line in more)


def _ahead(each: "Ahead", where: "Here") -> tuple[str, str]:
    from okr_tui.words.dates import day
    from okr_tui.words.rituals import ritual

    return (day(each.on, where.today) if each.on else "", each.words or ritual(each.kind))


def _confidence(items: "Sequence[Moving]") -> Iterator[str]:
    from okr_tui.words.numbers import current
    from okr_tui.words.statuses import labelled

    states = max(cells(labelled(each.now.status)) for each in items)
    values = [_change(*(current(on.key_result, on.value) for on in (each.before, each.now))) for each in items]
    sure = [_change(_number(each.before.confidence), _number(each.now.confidence)) for each in items]
    room = [max(cells(text) for text in texts) for texts in (values, sure)]
    title = max(12, columns() - room[0] - room[1] - states - 8)
    for each, value, confidence in zip(items, values, sure, strict=True):
        state = status_style(labelled(each.now.status), each.now.status)
        named = left(each.now.key_result.title, title)
        yield f"  {named}  {right(value, room[0])}  {right(confidence, room[1])}  {state}"


def _number(value: int | None) -> str:
    return "–" if value is None else str(value)


def _change(before: str, now: str) -> str:
    """What it is, with what it was where that is different."""
    return now if before in {now, "–"} else f"{before} → {now}"


def _health(week: "TeamWeek") -> Iterator[str]:
    from okr_tui.words.dates import day
    from okr_tui.words.numbers import figure

    if not week.kpis:
        yield dim("  " + _("no figure to keep an eye on; “okr add kpi TEXT --team ID” adds one"))
    for each in week.kpis:
        edges = {"near": _("near its edge"), "outside": _("outside its band"), "inside": _("inside its band")}
        state = edges.get(each.edge, "")
        when = dim(day(each.on)) if each.on else ""
        shown = right(figure(each.value, each.kpi.unit), 10)
        text = f"  {left(each.kpi.title, max(12, columns() - 40))}  {shown}  "
        yield text + (warm(state) if each.edge == "outside" else state) + ("  " if state and when else "") + when


def _beside(one: str, other: str, style: Callable[[str], str] = str) -> str:
    return f"  {style(left(one, _half()))}  {style(cut(other, _half()))}".rstrip()


def _half() -> int:
    return (columns() - 4) // 2


def _two(mine: Sequence[str], before: Sequence[str]) -> Iterator[str]:
    """Two lists beside one another, wrapped."""
    sides = [[line for each in part for line in wrapped(each, _half())] or ["–"] for part in (mine, before)]
    for place in range(max(map(len, sides))):
        one, other = (side[place] if place < len(side) else "" for side in sides)
        yield _beside(one, other)
