"""Deciding what becomes of an objective or key result, in the middle and at the end of a cycle; nothing goes on silently."""

from pathlib import Path

from okr_tui.actions.act import Act, Author
from okr_tui.actions.editing import drop
from okr_tui.actions.grading import gradable, review_of, row_of
from okr_tui.actions.nested import remove, slots, without_none
from okr_tui.actions.validity import still_valid
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.review import Verdict, When
from okr_tui.domain.workspace import Located
from okr_tui.store.change import Change
from okr_tui.store.layout import review_path
from okr_tui.store.tables import held
from okr_tui.words.language import _
from okr_tui.words.scores import verdict as verdict_word

VERDICTS: dict[When, tuple[Verdict, ...]] = {
    "mid": ("keep", "adjust", "drop"),
    "end": ("close", "continue", "rework", "drop"),
}
"""What can be decided in the middle, and at the end of a cycle."""


def decide(
    root: Path, author: Author, place: Located, verdict: Verdict, reason: str, *, when: When = "end",
    baseline: float | None = None, target: float | None = None,
) -> Act:  # fmt: skip
    """Decides what becomes of an objective or key result; an earlier decision on the same is replaced.

    To drop something in the middle gives it up in the plan as well, with the same reason, in one change.

    Args:
        root: the workspace folder.
        author: who writes it down.
        place: the objective or key result.
        verdict: one of `VERDICTS[when]`.
        reason: why; the next cycle learns from it.
        when: in the middle or at the end of the cycle.
        baseline: for a key result that is reworked: where it starts in the next cycle, where that isn't its last figure.
        target: for a key result that is reworked: what it aims for then.

    Raises:
        WrongUsage: no reason, a verdict of the other time, figures that nobody reworks, or it was dropped.
        OkrError: a file can't be read.
    """
    gradable(place)
    if verdict not in VERDICTS[when]:
        message = _("In the middle of a cycle: {mid}. At the end: {end}.")
        raise WrongUsage(message.format(**{each: ", ".join(VERDICTS[each]) for each in VERDICTS}))
    if not reason.strip():
        raise WrongUsage(_("A decision says why."), option="--why")
    figures = without_none({"baseline": baseline, "target": target})
    if figures and (verdict != "rework" or place.kind != "key-result"):
        raise WrongUsage(_("Another baseline or target belongs to a key result that is reworked."))
    identity: str = place.table.id  # type: ignore[attr-defined]
    review = review_of(root, place.cycle, place.team)
    row = row_of(review, "decision", identity, when)
    before = row.get("verdict")
    row.update({"verdict": verdict, "reason": reason.strip()})
    for key in ("baseline", "target"):
        row.pop(key, None)
    if before != verdict:
        row.pop("next", None)
    row.update(figures)
    still_valid(review)
    name = _("“{title}”: {verdict}").format(title=place.title, verdict=verdict_word(verdict))
    files = [review.changed(review.tables)]
    if when == "mid" and verdict == "drop":
        files += drop(root, author, place, why=reason).change.files
    return Act(identity, Change(name, tuple(files)))


def undecide(root: Path, place: Located, when: When = "end") -> Act:
    """Takes a decision back; what was given up in the plan stays given up.

    Raises:
        WrongUsage: nothing was decided.
        OkrError: the review can't be read.
    """
    identity: str = place.table.id  # type: ignore[attr-defined]
    review = held(root, review_path(place.cycle, place.team))
    for slot in slots(review):
        if slot.kind == "decision" and (slot.table.get("about"), slot.table.get("when", "end")) == (identity, when):
            remove(review, slot)
            name = _("no decision on “{title}”").format(title=place.title)
            return Act(identity, Change(name, (review.changed(review.tables),)))
    raise WrongUsage(_("Nothing was decided on it."))
