"""What stands around the view of a ritual: the title and the countdown, who speaks, what is written."""

from collections.abc import Sequence

from okr_tui.domain.running import Course
from okr_tui.store.runs import Written
from okr_tui.ui.paint.big import ROWS, big
from okr_tui.ui.paint.flow import broken, hanging
from okr_tui.ui.paint.lines import title_runs
from okr_tui.ui.paint.runs import Brush, Run, Runs, align, beside, bold, cells, dim, fit, gap, runs
from okr_tui.ui.rituals.presenting import Presenting
from okr_tui.ui.rituals.speaking import Spoken
from okr_tui.ui.widgets.drawn import Drawn
from okr_tui.words.language import _, ngettext

MARGIN = 6
_KIND = 10
_LEAST = 8
_MORE = 2  # rows, where what is said needs more than one


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
        allowed = self._allowed(course)
        prompt = broken(self._asked(), max(room - cells(allowed) - 3, _LEAST))
        asked = [gap(MARGIN) + beside(row, () if number else allowed, room) for number, row in enumerate(prompt)]
        rule = (*gap(MARGIN), Run("─" * room, "rule"))
        return ((), *rows, (), *asked, (), rule) if self.tall else (*rows, *asked, rule)

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
    said = broken((bold(title.upper()),), max(room - taken - 3, _LEAST))[:ROWS]
    above = (ROWS - len(said)) // 2
    return (*((),) * above, *said, *((),) * (ROWS - len(said) - above))


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
        """A rule, two columns; the right one is the narrower as long as nothing is written."""
        del brush
        room = width - 2 * MARGIN
        written = self._showing.run.written
        right_room = (room - 4) // 2 if written else (room - 4) // 3
        left_room = room - 4 - right_room
        most = self.most + _MORE
        left = [title_runs(self.spoken.title), *self.spoken.told(left_room, self.most, most)]
        right = [title_runs(_("WRITTEN DOWN"), str(len(written) or "")), *_written(written, right_room, most)]
        rows: list[Runs] = [(*gap(MARGIN), Run("─" * room, "rule"))]
        for number in range(max(len(left), len(right), self.most + 1)):
            pair = [side[number] if number < len(side) else () for side in (left, right)]
            rows.append((*gap(MARGIN), *align(pair[0], left_room), *gap(4), *fit(pair[1], right_room)))
        return (*rows, ()) if self.tall else rows


def _written(lines: Sequence[Written], room: int, most: int) -> list[Runs]:
    """The last lines that were written, whole, as many as there is room for; how to write one as long as there is none."""
    if not lines:
        return list(broken((dim(_("↵ writes a line, tab says what it is.")),), room))
    rows: list[Runs] = []
    for each in reversed(lines):
        kind = Run(line_kind(each.kind), "accent" if each.kind in {"action", "decision"} else "dim")
        said = hanging((*align((kind,), _KIND), Run(each.text)), room)
        if rows and len(rows) + len(said) > most:
            break
        rows = [*said, *rows]
    return rows[:most]


def line_kind(kind: str) -> str:
    """What a line is called: "note", "decision", "action", "parked"."""
    return {"note": _("note"), "decision": _("decision"), "action": _("action"), "parked": _("parked")}.get(kind, kind)
