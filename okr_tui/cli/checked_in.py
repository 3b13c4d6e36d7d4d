"""What a check-in says when it is saved."""

from okr_tui.actions.check_in import Subject, Words, adds_to, figure
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.numbers import figure as shown
from okr_tui.words.quoting import with_colon


def line(subject: Subject, words: Words) -> str:
    """What a check-in tells: "NPS (Product): 38 → 41, confidence 7"."""
    value, milestone = figure(subject, words.value)
    parts = []
    if value is not None:
        now = shown(value, subject.unit) if subject.kind != "yes-no" else _("yes") if value else _("no")
        before = None if subject.kind == "yes-no" else _before(subject, words.value or "")
        parts.append(f"{before} → {now}" if before else now)
    if milestone is not None:
        parts.append(_("done: {title}").format(title=dict(subject.steps)[milestone]))
    if words.confidence is not None:
        parts.append(_("confidence {n}").format(n=words.confidence))
    if words.status is not None:
        from okr_tui.words.statuses import word

        parts.append(word(words.status))
    if subject.state == "late":
        parts.append(_("late: its cycle is closed and keeps its scores"))
    head = f"{subject.title} ({subject.team_name})"
    return one_line(with_colon(head, ", ".join(parts)) if parts else _("{head}: noted").format(head=head))


def _before(subject: Subject, text: str) -> str | None:
    """The figure that stood there by that day; the start, where that is what was added to."""
    if subject.value is not None:
        return shown(subject.value)
    start = adds_to(subject, text)
    return None if start is None else _("{figure} (the start)").format(figure=shown(start))
