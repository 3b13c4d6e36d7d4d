"""What a check-in is compared with: the last figure, its age, and the line that it should be on by now."""

from okr_tui.domain.standing import Standing
from okr_tui.ui.forms.asked import Asked
from okr_tui.ui.paint.runs import Runs, dim, runs
from okr_tui.ui.text import width
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import figure, from_to, percent


def before_line(asked: Asked, room: int) -> Runs:
    """The row above a check-in's answer: "6.2 h on Fri 9 Oct, 7 days ago · the line says 6.14 h today · 8 → 3 h".

    Args:
        asked: what the check-in is about.
        room: its cells; what doesn't fit leaves from the end.
    """
    standing = asked.standing
    if asked.corrects is not None:
        day = weekday_day(asked.corrects.on, asked.session.today)
        told = _("corrects what you said on {day}; {key} says a second one").format(day=day, key="^n")
        return runs(dim(told))
    said = [part for part in (_last(asked), *(_line(standing) if standing is not None else ())) if part]
    while len(said) > 1 and width(" · ".join(said)) > room:
        said.pop()
    return runs(dim(" · ".join(said)))


def _last(asked: Asked) -> str:
    """The last figure with its day and age."""
    standing = asked.standing
    value, on = asked.subject.value, standing.seen if standing is not None else asked.since
    if on is None:
        return _("the first figure")
    days = (asked.session.today - on).days
    ago = _("today") if days <= 0 else ngettext("{n} day ago", "{n} days ago", days).format(n=days)
    day = weekday_day(on, asked.session.today)
    if asked.subject.kind == "yes-no":
        value_said = _("yes") if value else _("no")
    elif value is None:
        return _("last told on {day}, {ago}").format(day=day, ago=ago)
    else:
        value_said = figure(value, asked.subject.unit)
    return _("{value} on {day}, {ago}").format(value=value_said, day=day, ago=ago)


def _line(standing: Standing) -> tuple[str, ...]:
    """What was expected by today: the figure on the line and the whole way, the band, or the share of the milestones."""
    result = standing.key_result
    if result.kind == "keep":
        return (from_to(result),)
    if standing.expected is None or result.kind == "yes-no":
        return ()
    if result.kind == "milestones":
        return (_("{share} expected by now").format(share=percent(standing.expected)),)
    if result.baseline is None or result.target is None:
        return ()
    value = result.baseline + (result.target - result.baseline) * standing.expected
    wanted = figure(_rounded(value, result.baseline, result.target), result.unit)
    return _("the line says {value} today").format(value=wanted), from_to(result)


def _rounded(value: float, baseline: float, target: float) -> float:
    """A value on the line, as fine as a hundredth of the way needs."""
    way = abs(target - baseline)
    decimals = 0 if way >= 100 else 1 if way >= 10 else 2 if way >= 1 else 4
    return round(value, decimals)
