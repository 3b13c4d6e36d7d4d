"""The head of a ritual: which one of which team, and its agenda to scale."""

from collections.abc import Sequence

from okr_tui.domain.agenda import scaled
from okr_tui.domain.clock import week_of, weeks_of
from okr_tui.domain.running import Course
from okr_tui.ui.paint.runs import Brush, Run, Runs, align, beside, bold, cells, dim, gap, runs
from okr_tui.ui.rituals.presenting import Presenting
from okr_tui.ui.text import cut
from okr_tui.ui.text import width as width_of
from okr_tui.ui.widgets.drawn import Drawn
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _, ngettext

_EDGE = 2


class StageHead(Drawn):
    """Which ritual of which team; its steps to scale, with how far they are."""

    DEFAULT_CSS = "StageHead { height: 3; }"

    def __init__(self, showing: Presenting) -> None:
        super().__init__(ground="surface")
        self._showing = showing

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """The breadcrumb, the steps, their lines."""
        del brush
        course, room = self._showing.course, width - 2 * _EDGE
        n = len(course.minutes)
        titles = [width_of(self._showing.words(step).title) for step in self._showing.steps]
        widths = step_widths(course.minutes, titles, course.step, max(room - (n - 1), n))
        return (self._crumbs(course, width), self._names(course, widths), _lines(course, widths))

    def _crumbs(self, course: Course, width: int) -> Runs:
        showing = self._showing
        team = showing.session.workspace.name_of(showing.run.team)
        left = (bold("okr", "accent"), Run("  "), Run(team), dim(" › "), bold(showing.title))
        facts = [weekday_day(showing.today), self._week(), _left(course)]
        room = width - 2 * _EDGE
        while len(facts) > 1 and cells(left) + 2 + width_of(" · ".join(filter(None, facts))) > room:
            facts.pop(0)
        return gap(_EDGE) + beside(left, (dim(" · ".join(filter(None, facts))),), room)

    def _week(self) -> str:
        cycle, cadence = self._showing.content.cycle, self._showing.session.workspace.settings.cadence
        if not cycle.holds(self._showing.today):
            return ""
        week = week_of(cycle, cadence, self._showing.today)
        return _("week {week} of {weeks}").format(week=week, weeks=weeks_of(cycle, cadence))

    def _names(self, course: Course, widths: Sequence[int]) -> Runs:
        """What the steps are called; where one has no room its number alone, which is better than half a word."""
        row: Runs = gap(_EDGE)
        for number, (step, wide) in enumerate(zip(self._showing.steps, widths, strict=True)):
            title, minutes = self._showing.words(step).title, course.minutes[number]
            numbered = f"{number + 1} {title}"
            if number == course.step:
                said = _("{n} min").format(n=minutes)
                ways = (f" {numbered} {said} ", f" {numbered} ", f" {title} ", title)
                words = next((each for each in ways if width_of(each) <= wide), ways[-1])
                row += align((Run(cut(words, wide), "on_accent", bold=True, behind="accent"),), wide)
            else:
                ways = (f"{numbered} {minutes}", numbered, title, str(number + 1))
                words = next((each for each in ways if width_of(each) <= wide), "")
                row += align((dim(words),), wide)
            row += gap(1)
        return row


def step_widths(minutes: Sequence[int], titles: Sequence[int], now: int, room: int) -> tuple[int, ...]:
    """The cells of the steps: to scale, but wide enough for what each is called where that can be.

    Args:
        minutes: of each step.
        titles: the cells that each step's title takes.
        now: the step that runs; where there is too little room for all titles, it has its own first.
        room: the cells of all of them together.
    """
    least = [title + 2 for title in titles]  # with a number before it, or an empty cell on either side
    if sum(least) > room:
        least = [each if number == now else 2 for number, each in enumerate(least)]
    held: dict[int, int] = {}
    while True:
        free = [number for number in range(len(minutes)) if number not in held]
        left = room - sum(held.values())
        if not free or left < len(free):
            break
        given = dict(zip(free, scaled([minutes[number] for number in free], left), strict=True))
        short = {number: least[number] for number in free if given[number] < least[number]}
        if not short or len(held) + len(short) == len(minutes):
            held |= given
            break
        held |= short
    return tuple(held.get(number, 1) for number in range(len(minutes)))


def _left(course: Course) -> str:
    whole = ngettext("{n} minute", "{n} minutes", course.total).format(n=course.total)
    left = round(course.whole_left / 60)
    return _("{whole}, {n} left").format(whole=whole, n=left)


def _lines(course: Course, widths: Sequence[int]) -> Runs:
    """`━` what is over, `●` now, `─` what comes, a step each."""
    row: Runs = gap(_EDGE)
    for number, wide in enumerate(widths):
        if number != course.step:
            over = number < course.step
            row += (Run(("━" if over else "─") * wide, "accent" if over else "faint"), *gap(1))
            continue
        share = min(1.0, course.spent[number] / (course.minutes[number] * 60))
        now = min(round(share * (wide - 1)), wide - 1)
        role = "off_track" if course.over else "accent"
        row += runs(Run("━" * now, role), Run("●", role), Run("─" * (wide - 1 - now), "faint"))
        row += gap(1)
    return row
