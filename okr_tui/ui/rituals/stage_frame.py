"""What stands around the view of a ritual: the agenda to scale, the title and the countdown, who speaks, what is written."""

from collections.abc import Sequence

from okr_tui.domain.agenda import scaled
from okr_tui.domain.clock import week_of, weeks_of
from okr_tui.domain.running import Course
from okr_tui.ui.paint.big import ROWS, big
from okr_tui.ui.paint.lines import title_runs
from okr_tui.ui.paint.runs import Brush, Run, Runs, align, beside, bold, cells, dim, fit, gap, runs
from okr_tui.ui.rituals.presenting import Presenting
from okr_tui.ui.rituals.speaking import Spoken
from okr_tui.ui.text import cut
from okr_tui.ui.text import width as width_of
from okr_tui.ui.widgets.drawn import Drawn
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _, ngettext

MARGIN = 6
_EDGE = 2
_KIND = 10


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
        widths = scaled(course.minutes, max(room - (n - 1), n))
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
        row: Runs = gap(_EDGE)
        for number, (step, wide) in enumerate(zip(self._showing.steps, widths, strict=True)):
            title, minutes = self._showing.words(step).title, course.minutes[number]
            if number == course.step:
                said = _("{n} min").format(n=minutes)
                ways = (f" {number + 1} {title} {said} ", f" {number + 1} {title} ", f" {title} ", title)
                words = next((each for each in ways if width_of(each) <= wide), ways[-1])
                row += align((Run(cut(words, wide), "on_accent", bold=True, behind="accent"),), wide)
            else:
                numbered = f"{number + 1} {title}"
                brief = title if width_of(title) <= wide else numbered
                words = next((each for each in (f"{numbered} {minutes}", numbered) if width_of(each) <= wide), brief)
                row += align((dim(cut(words, wide)),), wide)
            row += gap(1)
        return row


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


def clock_words(course: Course) -> str:
    """The time left in the step: "03:48"; "+00:12" where it runs over."""
    seconds = -course.left if course.over else course.left
    minutes, rest = divmod(int(seconds if course.over else seconds + 0.999), 60)
    return f"{'+' if course.over else ''}{minutes:02}:{rest:02}"


class StageTop(Drawn):
    """The title of the step and its countdown, big; below them what is asked."""

    DEFAULT_CSS = "StageTop { height: auto; }"

    def __init__(self, showing: Presenting) -> None:
        super().__init__()
        self._showing = showing
        self.flash = False
        self.subject = ""
        self.tall = True

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """Title and clock in big letters, the prompt, a rule."""
        del brush
        showing, course = self._showing, self._showing.course
        room = width - 2 * MARGIN
        role = "dim" if course.paused else "off_track" if course.over else "text"
        clock = big(clock_words(course), role) or ()
        title = showing.words(showing.step).title
        rows = [gap(MARGIN) + beside(*pair, room) for pair in zip(_title(title, room, clock), clock, strict=True)]
        if self.flash:
            rows = [tuple(run._replace(behind="raised") for run in align(row, width)) for row in rows]
        asked = gap(MARGIN) + beside(self._asked(), self._allowed(course), room)
        rule = (*gap(MARGIN), Run("─" * room, "rule"))
        return ((), *rows, (), asked, (), rule) if self.tall else (*rows, asked, rule)

    def _asked(self) -> Runs:
        prompt = self._showing.words(self._showing.step).prompt
        return runs(bold(self.subject) if self.subject else "", "   " if self.subject else "", dim(prompt))

    def _allowed(self, course: Course) -> Runs:
        minutes = course.minutes[course.step]
        said = ngettext("of {n} minute", "of {n} minutes", minutes).format(n=minutes)
        if course.paused:
            return (Run("‖ ", "accent"), bold(_("paused")), dim(f"  {said}"))
        if course.over:
            return (Run("▲ ", "off_track"), Run(_("over time"), "off_track", bold=True), dim(f"  {said}"))
        return (dim(said),)


def _title(title: str, room: int, clock: tuple[Runs, ...]) -> tuple[Runs, ...]:
    """The title in big letters where they have room beside the clock; else in capitals."""
    drawn = big(title)
    taken = cells(clock[0]) if clock else 0
    if drawn is not None and cells(drawn[0]) + taken + 3 <= room:
        return drawn
    return ((), (bold(cut(title.upper(), max(room - taken - 3, 8))),), ()) if clock else ((),) * ROWS


class StageFoot(Drawn):
    """Who speaks, or who has voted; and what was written down."""

    DEFAULT_CSS = "StageFoot { height: auto; }"

    def __init__(self, showing: Presenting) -> None:
        super().__init__()
        self._showing = showing
        self.spoken = Spoken("", ())
        self.most = 4
        self.tall = True

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """A rule, two columns."""
        del brush
        room = width - 2 * MARGIN
        half = (room - 4) // 2
        written = self._showing.run.written
        left: list[Runs] = [title_runs(self.spoken.title), *self.spoken.rows[: self.most]]
        right: list[Runs] = [title_runs(_("WRITTEN DOWN"), str(len(written) or ""))]
        for each in written[-self.most :]:
            role = "accent" if each.kind in {"action", "decision"} else "dim"
            right.append((*align((Run(line_kind(each.kind), role),), _KIND), Run(each.text)))
        if not written:
            right.append((dim(_("↵ writes a line, tab says what it is.")),))
        rows: list[Runs] = [(*gap(MARGIN), Run("─" * room, "rule"))]
        for number in range(self.most + 1):
            pair = [fit(side[number], half) if number < len(side) else () for side in (left, right)]
            rows.append((*gap(MARGIN), *align(pair[0], half), *gap(4), *pair[1]))
        return (*rows, ()) if self.tall else rows


def line_kind(kind: str) -> str:
    """What a line is called: "note", "decision", "action", "parked"."""
    return {"note": _("note"), "decision": _("decision"), "action": _("action"), "parked": _("parked")}.get(kind, kind)
