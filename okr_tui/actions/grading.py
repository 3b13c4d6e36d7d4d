"""Grading: how far whoever it belongs to says that it got, and what others think of that."""

from pathlib import Path

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.nested import new_plan, without_none
from okr_tui.actions.saying import say
from okr_tui.actions.validity import still_valid
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.grades import computed, wants_reason
from okr_tui.domain.plan import Objective
from okr_tui.domain.review import When
from okr_tui.domain.workspace import Located, Workspace
from okr_tui.store.change import Tables
from okr_tui.store.layout import review_path
from okr_tui.store.tables import Held, held
from okr_tui.words.grades import asks
from okr_tui.words.language import _


def grade(
    root: Path, author: Author, workspace: Workspace, place: Located, value: float, *, reason: str | None = None,
    when: When = "end",
) -> Act:  # fmt: skip
    """Grades an objective or key result from 0 to 1, with what is computed today beside it; an earlier grade is replaced.

    At the end a committed one that was missed, and a grade that is 0.1 or more away from the computed score, need a
    reason; the light grade in the middle of a cycle needs none.

    Raises:
        WrongUsage: it is no share, it is about something else, or the reason is missing.
        OkrError: the review can't be read.
    """
    if not 0 <= value <= 1:
        raise WrongUsage(_("A grade lies between 0 and 1."))
    objective = gradable(place)
    content = workspace.cycles[place.cycle]
    score = computed(workspace, content, place, author.today)
    words = (reason or "").strip() or None
    wanted = wants_reason(objective, score, value)
    identity: str = place.table.id  # type: ignore[attr-defined]
    review = review_of(root, place.cycle, place.team)
    table = row_of(review, "grade", identity, when)
    if when == "end" and wanted is not None and words is None and not table.get("reason"):
        raise WrongUsage(asks(wanted, score), option="--why")
    if not content.cycle.closed or "computed" not in table:
        table["computed"] = None if score is None else round(score, 3)
    table.update(without_none({"self": round(value, 3), "reason": words}))
    if table["computed"] is None:
        del table["computed"]
    still_valid(review)
    name = _("grade “{title}”: {grade}").format(title=place.title, grade=f"{value:g}")
    return one_file(identity, name, review, review.tables)


def contest(root: Path, author: Author, place: Located, value: float, text: str | None = None) -> Act:
    """Says in one's own journal how one would have graded what is somebody else's.

    Raises:
        WrongUsage: it is no share, or about something that has no grade.
        OkrError: the journal can't be read.
    """
    if not 0 <= value <= 1:
        raise WrongUsage(_("A grade lies between 0 and 1."))
    gradable(place)
    identity: str = place.table.id  # type: ignore[attr-defined]
    words = (text or "").strip() or None
    name = _("another grade for “{title}”: {grade}").format(title=place.title, grade=f"{value:g}")
    return say(root, author, place.cycle, "opinion", {"about": identity, "grade": round(value, 3), "text": words}, name)


def gradable(place: Located) -> Objective:
    """The objective that a grade or decision is about.

    Raises:
        WrongUsage: it is about neither an objective nor a key result, or about one that was given up.
    """
    if place.kind not in {"objective", "key-result"} or place.objective is None:
        raise WrongUsage(_("Objectives and key results are graded and decided on, and nothing else."))
    given_up = place.objective.dropped or place.objective.status == "dropped"
    if given_up or (place.key_result is not None and place.key_result.dropped is not None):
        raise WrongUsage(_("“{title}” was dropped.").format(title=place.title[:60]))
    return place.objective


def review_of(root: Path, cycle: str, team: str) -> Held:
    """The review of a team, begun where there is none yet.

    Raises:
        OkrError: it can't be read.
    """
    review = held(root, review_path(cycle, team))
    return review if review.tables else review._replace(tables=new_plan(team))


def row_of(review: Held, kind: str, about: str, when: When) -> Tables:
    """The grade or decision about something, begun where there is none yet.

    Args:
        review: the review, changed by this.
        kind: grade or decision.
        about: what it is about.
        when: of the middle or of the end of the cycle.
    """
    rows: list[Tables] = review.tables.setdefault(kind, [])
    for row in rows:
        if row.get("about") == about and row.get("when", "end") == when:
            return row
    row = {"about": about, "when": when}
    rows.append(row)
    return row
