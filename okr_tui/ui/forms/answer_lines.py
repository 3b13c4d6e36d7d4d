"""What a check-in form answers while one types: what a sum comes to, the bar, the status, who is asked for help."""

from okr_tui.actions.check_in import Subject, adds_to
from okr_tui.domain.standing import Standing
from okr_tui.ui.forms.asked import Asked, Reading
from okr_tui.ui.forms.fields import FigureField
from okr_tui.ui.forms.help_wanted import HelpWanted
from okr_tui.ui.keymap import shown_key
from okr_tui.ui.paint.bars import Bar
from okr_tui.ui.paint.runs import Brush, Run, Runs, beside, bold, cells, dim, gap, key, runs
from okr_tui.ui.paint.status import status_runs
from okr_tui.words.language import _
from okr_tui.words.numbers import figure, from_to, number, percent, tenths

_WIDEST_BAR = 30


def beside_figure(field: FigureField, subject: Subject, reading: Reading, step: float) -> None:
    """Writes around the figure: what it is added to, what it comes to, its unit, how it can be typed.

    Args:
        field: the field of the figure.
        subject: what it is about, as it stood on the day that is spoken of.
        reading: how what is typed is understood.
        step: how far ↑ and ↓ go.
    """
    text = field.value.lstrip()
    unit = f" {subject.unit}" if subject.unit else ""
    last = adds_to(subject, text)
    start = dim(_("start") + " ") if subject.value is None else ""
    lead: Runs = runs(start, Run(f"{number(last)} ", bold=True)) if last is not None else ()
    tail: Runs = ()
    if reading.worked and reading.value is not None:
        tail = (dim(" = "), bold(figure(reading.value, subject.unit)))
    elif text and unit:
        tail = (dim(unit),)
    end = dim(_("↑↓ {step} · = absolute").format(step=number(step)))
    field.surround(lead=lead, tail=tail, end=(end,))


def live_line(asked: Asked, then: Standing | None, reading: Reading, room: int, brush: Brush) -> Runs:
    """The row below the figure: bar, way from and to, status."""
    if then is None:
        return _kpi(asked, reading)
    now = asked.standing
    status = _status(then)
    wide = min(_WIDEST_BAR, max(room - cells(status) - 18, 0))
    bar = Bar(then.progress, then.expected, then.status).paint(wide, brush) if wide > 8 else ()
    if then.key_result.kind == "yes-no":
        return beside((), status_runs(then.status), room)
    if then.key_result.kind == "keep":
        way = runs(dim(from_to(then.key_result)))
    elif then.progress is None:
        way = runs(dim(_("no progress can be told yet")))
    else:
        before = percent(now.progress) if now else ""
        same = now is None or now.progress is None or before == percent(then.progress)
        way = runs(*(() if same else (dim(f"{before.removesuffix('%').strip()} → "),)), bold(percent(then.progress)))
    left = (*bar, *gap(2), *way) if bar else way
    return beside(left, status, room)


def _status(then: Standing) -> Runs:
    """The status and the pace that makes it."""
    pace = dim(_(", pace {pace}").format(pace=tenths(then.pace))) if then.pace is not None else ""
    return runs(status_runs(then.status), pace)


def _kpi(asked: Asked, reading: Reading) -> Runs:
    """A KPI has a band, and no progress."""
    value = asked.subject.value if reading.value is None else reading.value
    if asked.low is None and asked.high is None:
        return (dim(_("a figure to keep an eye on, without a band")),)
    low, high, unit = asked.low, asked.high, asked.subject.unit
    if low is not None and high is not None:
        band = _("{low} to {high}").format(low=number(low), high=figure(high, unit))
    else:
        band = f"≥ {figure(low, unit)}" if low is not None else f"≤ {figure(high, unit)}"
    if value is None:
        return (dim(band),)
    good = (low is None or value >= low) and (high is None or value <= high)
    said = _("inside its band, {band}") if good else _("outside its band, {band}")
    return (Run("● " if good else "○ ", "on_track" if good else "off_track"), dim(said.format(band=band)))


def blocker_end(asked: Asked, wanted: HelpWanted) -> Runs:
    """Who is asked, at the end of the blocker."""
    if wanted.help_from:
        name = asked.session.workspace.name_of(wanted.help_from)
        return (dim(_("asks {name} for help").format(name=name)),)
    return (dim(wanted.trouble),) if wanted.trouble else ()


def keys_line(kind: str, *, drafted: bool = False) -> Runs:
    """The keys of the form, in its last row; once something is typed, also the one that throws it away."""
    tick = (key(shown_key("space")), Run(" " + _("tick") + "   ")) if kind == "milestones" else ()
    return (
        *tick, key("↵"), Run(" " + _("save, next") + "   "), key("tab"), Run(" " + _("field") + "   "),
        key(shown_key("esc")), Run(" " + _("keep as a draft")),
        *((Run("   "), key("^l"), Run(" " + _("throw it away"))) if drafted else ()),
    )  # fmt: skip
