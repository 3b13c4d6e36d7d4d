"""Closing a cycle in one change: its scores are final, what goes on stands in the next one; and opening it again."""

import random
from datetime import date
from pathlib import Path
from typing import Any

from okr_tui.actions.act import Act, Author
from okr_tui.actions.carrying import carried_into, renounced_into
from okr_tui.actions.cycles import NewCycle, new_cycle
from okr_tui.actions.grading import review_of, row_of
from okr_tui.actions.nested import slot_of
from okr_tui.actions.validity import still_valid
from okr_tui.domain.closing import Going, following, going_on
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.grades import computed
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.store.change import Change, FileChange
from okr_tui.store.layout import cycle_path
from okr_tui.store.tables import held
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _


def close_cycle(
    root: Path, author: Author, workspace: Workspace, content: CycleContent, wanted: NewCycle | None = None
) -> Act:
    """Closes a cycle: its scores are written down, and drafts of what goes on stand in the next cycle.

    It is one change of several files: whoever looks sees all of it or none, also after a crash, and undo takes all of
    it back. What is missing (`domain.closing.to_close`) is for whoever asks to see to; it locks nothing.

    Args:
        root: the workspace folder.
        author: who closes it.
        workspace: what is known.
        content: the cycle, read in full.
        wanted: the cycle to open where none is open next; None opens none, and what goes on waits in the decisions.

    Raises:
        WrongUsage: it is closed already, or the new cycle makes no sense.
        OkrError: a file can't be read.
    """
    cycle = content.cycle
    if cycle.closed:
        raise WrongUsage(_("{cycle} is closed already.").format(cycle=one_line(cycle.name)))
    going = going_on(workspace, content, author.today)
    known = following(workspace, content)
    files: list[FileChange] = []
    into = known.cycle.id if known is not None else ""
    if known is None and wanted is not None:
        same = random.Random(f"{cycle.id} {author.today}")  # noqa: S311 - two who close on one day make the same rituals
        opened = new_cycle(root, author._replace(choose=same.choice), workspace, wanted)
        files, into = list(opened.change.files), opened.id
    plans, ids = carried_into(root, into, known, going) if into else ([], {})
    plans = renounced_into(root, into, content, plans) if into else []
    reviews = _reviews(root, author.today, workspace, content, going, ids)
    frame = _moved(root, author, content, "closed", None)
    name = _("close {cycle}").format(cycle=one_line(cycle.name))
    return Act(cycle.id, Change(name, (frame, *reviews, *files, *plans)), inherits=True)


def reopen_cycle(root: Path, author: Author, content: CycleContent, why: str) -> Act:
    """Opens a closed cycle again, in its Measure phase; who did and why is shown from then on.

    Raises:
        WrongUsage: it is open, or no reason is given.
        OkrError: its file can't be read.
    """
    if not content.cycle.closed:
        raise WrongUsage(_("{cycle} is open.").format(cycle=one_line(content.cycle.name)))
    if not why.strip():
        raise WrongUsage(_("Its scores were final: say why it is opened again."), option="--why")
    frame = _moved(root, author, content, "measure", why.strip())
    name = _("open {cycle} again").format(cycle=one_line(content.cycle.name))
    return Act(content.cycle.id, Change(name, (frame,)))


def _moved(root: Path, author: Author, content: CycleContent, phase: str, why: str | None) -> FileChange:
    """cycle.toml with the phase, and the record of its change."""
    file = held(root, cycle_path(content.cycle.id))
    table = slot_of(file, content.cycle.id).table
    entry: dict[str, Any] = {"on": author.today, "key": "phase", "from": table.get("phase"), "to": phase}
    entry |= {"why": why} if why else {}
    table.setdefault("changed", []).append({**entry, "by": author.me})
    table["phase"] = phase
    still_valid(file)
    return file.changed(file.tables)


def _reviews(
    root: Path, today: date, workspace: Workspace, content: CycleContent, going: tuple[Going, ...], ids: dict[str, str]
) -> list[FileChange]:
    """The reviews with every score as it is now, and with what continues what."""
    files = []
    for team, plan in content.plans.items():
        review = review_of(root, content.cycle.id, team)
        live = [each for each in plan.objective if each.live]
        for result in (each for objective in live for each in objective.key_result if each.dropped is None):
            score = computed(workspace, content, content.located[result.id], today)
            if score is not None:
                row_of(review, "grade", result.id, "end")["computed"] = round(score, 3)
        for each in (each for each in going if each.team == team):
            _linked(review.tables.get("decision", []), each, ids)
        if review.before is None and "grade" not in review.tables:
            continue
        still_valid(review)
        files.append(review.changed(review.tables))
    return files


def _linked(decisions: list[dict[str, Any]], each: Going, ids: dict[str, str]) -> None:
    known = {each.objective.id, *(result.key_result.id for result in each.key_results)}
    for row in decisions:
        if row.get("when", "end") == "end" and row.get("about") in known & ids.keys():
            row["next"] = ids[row["about"]]
