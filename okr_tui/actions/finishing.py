"""Finishing what was promised: initiatives, actions of a retrospective, several milestones in one check-in."""

from pathlib import Path

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.check_in import Subject, Words, check_in
from okr_tui.actions.editing import edit
from okr_tui.actions.nested import slot_of
from okr_tui.actions.validity import still_valid
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import new_said_id
from okr_tui.domain.workspace import Located
from okr_tui.store.layout import review_path
from okr_tui.store.tables import held
from okr_tui.words.language import _


def finish_initiative(root: Path, author: Author, place: Located) -> Act:
    """Marks an initiative as done. It moves no number: initiatives never count as progress.

    Raises:
        WrongUsage: it is done already.
        OkrError: it is gone or its file can't be read.
    """
    act = edit(root, author, place, {"status": "done"})
    name = _("done: “{title}”").format(title=place.title)
    return Act(act.id, act.change._replace(name=name))


def finish_action(root: Path, author: Author, cycle: str, team: str, action: str) -> Act:
    """Marks an action of a review as done today.

    Args:
        root: the workspace folder.
        author: who did it.
        cycle: id of the cycle in whose review it stands; team: id of the team.
        team: id of the team whose review it is.
        action: id of the action.

    Raises:
        WrongUsage: it is done already.
        OkrError: it is gone or its file can't be read.
    """
    review = held(root, review_path(cycle, team))
    table = slot_of(review, action).table
    if table.get("done"):
        raise WrongUsage(_("That is done already."))
    table["done"] = author.today
    still_valid(review)
    name = _("done: “{title}”").format(title=table.get("text", ""))
    return one_file(action, name, review, review.tables)


def check_in_steps(root: Path, author: Author, subject: Subject, words: Words, steps: tuple[str, ...]) -> Act:
    """A check-in that says of several milestones at once that they are done.

    A check-in holds one milestone, so each further one is a check-in of its own beside the first, which has the words.

    Args:
        root: the workspace folder.
        author: who says it.
        subject: the key result.
        words: what else is said; its value is the first of the milestones.
        steps: ids of all the milestones.

    Raises:
        OkrError: as `check_in`.
    """
    act = check_in(root, author, subject, words._replace(value=steps[0]))
    tables = act.change.files[0].tables
    if tables is None:
        return act
    for step in steps[1:]:
        identity = new_said_id("check_in", author.choose)
        told = {"id": identity, "at": tables["check_in"][-1]["at"], "on": words.on or author.today, "about": subject.id}
        tables["check_in"].append({**told, "milestone": step})
    return act
