"""Initiatives as a list: what is active, planned and done, for which key result, and who does it."""

from collections.abc import Iterator
from datetime import timedelta

from okr_tui.domain.moving import still_since
from okr_tui.domain.plan import Initiative, Task
from okr_tui.domain.squares import Doing
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Line, Says, Tells, grid
from okr_tui.ui.paint.runs import Run, Runs, cells, dim, runs
from okr_tui.ui.screens.key_result_rows import short_name
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row
from okr_tui.ui.widgets.squares import INITIATIVE
from okr_tui.words.dates import day
from okr_tui.words.language import _
from okr_tui.words.statuses import lifecycle

_NEW = timedelta(days=60)
"""How long somebody is new: the weeks in which a first initiative is looked for."""
NEXT = {"planned": "active", "active": "done", "done": "planned"}
"""What an initiative becomes when it is moved on; one that was done too early begins again."""


def board_rows(session: Session, doing: tuple[Doing, ...]) -> tuple[Row, ...]:
    """One row an initiative, those that are active first."""
    due = {each.initiative.id: _due(each.initiative, session) for each in doing}
    columns = (
        Column("name", 34, 26, grows=True, leads=True),
        Column("moves", 30, 16, gap=2, leaves=1),
        Column("tasks", 6, right=True, gap=2, leaves=2),
        Column("due", max([12, *map(cells, due.values())]), 6, right=True, gap=2),
        Column("owner", 8, 6, gap=2),
        Column("status", 11, gap=2),
    )
    rows = []
    for each in doing:
        initiative = each.initiative
        done = sum(map(_is_done, initiative.task))
        line = grid(
            columns,
            name=Run(initiative.title, "dim" if initiative.status == "done" else "text"),
            moves=dim(each.key_result.title),
            tasks=dim(f"{done}/{len(initiative.task)}") if initiative.task else "",
            due=due[initiative.id],
            owner=dim(short_name(session.workspace, initiative.owner)),
            status=initiative_status(initiative.status),
        )
        note = _note(each, session)
        rows.append(Row(initiative.id, (line, *((Says(note, indent=2),) if note else ())), kind="initiative"))
        rows += _task_rows(initiative) if initiative.status == "active" else ()
    return tuple(rows)


def for_newcomers_first(session: Session, doing: tuple[Doing, ...]) -> tuple[Doing, ...]:
    """What is good for a first time on top for somebody who joined lately; for everybody else as it is."""
    person = session.workspace.person_by_id.get(session.me or "")
    joined = person.joined if person is not None else None
    if joined is None or session.today - joined > _NEW:
        return doing
    return tuple(sorted(doing, key=lambda each: not _is_open_first(each.initiative)))


def _is_open_first(initiative: Initiative) -> bool:
    return bool(initiative.good_first) and initiative.status == "planned"


def _note(each: Doing, session: Session) -> Runs:
    """What is pointed out: good for a first time; or that its key result stands still, whatever is done for it."""
    parts: list[Run] = []
    if _is_open_first(each.initiative):
        parts.append(Run(_("good for a first time"), "accent"))
    standing = session.standing(each.key_result.id) if each.initiative.status in {"active", "done"} else None
    since = still_since(standing) if standing is not None else None
    if since is not None:
        words = _("“{title}” has not moved since {day}: does this help?")
        parts.append(Run(words.format(title=each.key_result.title, day=day(since, session.today)), "at_risk"))
    made: Runs = ()
    for part in parts:
        made += (*((dim(" · "),) if made else ()), part)
    return made


def _task_rows(initiative: Initiative) -> Iterator[Row]:
    """Its tasks, each a row of its own that can be ticked."""
    for task in initiative.task:
        done = _is_done(task)
        words = (dim(f"{'✓' if done else '☐'}  "), Run(task.title, "dim" if done else "text"))
        yield Row(task.id, (Says(words, indent=2),), kind="task")


def initiative_status(status: str) -> Runs:
    """Glyph and word: `→ active`."""
    glyph, role = INITIATIVE[status]
    return (Run(glyph, role), Run(f" {lifecycle(status)}", "dim" if status in {"planned", "done"} else "text"))


def panel_rows(workspace: Workspace, content: CycleContent, initiatives: tuple[Initiative, ...]) -> tuple[Row, ...]:
    """Initiatives of one key result with the last word on them and their tasks below, for a panel."""
    rows = []
    for initiative in initiatives:
        glyph, role = INITIATIVE[initiative.status]
        words = Run(initiative.title, "dim" if initiative.status in {"done", "dropped"} else "text")
        name = dim(short_name(workspace, initiative.owner)) if initiative.owner else ()
        lines: list[Line] = [Says(runs(Run(f"{glyph}  ", role), words), runs(name), leads=True)]
        last = _last_word(workspace, content, initiative)
        lines += [Tells(last, "dim", indent=3)] if last else []
        rows.append(Row(initiative.id, tuple(lines), kind="initiative"))
        rows += _task_rows(initiative)
    return tuple(rows)


def _last_word(workspace: Workspace, content: CycleContent, initiative: Initiative) -> str:
    """What was said of it last: what it did, or where it stands."""
    said = [
        (comment.at, journal.person, comment.text)
        for journal in content.talking
        for comment in journal.comment
        if comment.about == initiative.id
    ]
    if not said:
        return ""
    _at, person, text = max(said)
    return _("{name}: {text}").format(name=short_name(workspace, person), text=text)


def _is_done(task: Task) -> bool:
    return bool(task.done)


def _due(initiative: Initiative, session: Session) -> Runs:
    if initiative.due is None:
        return ()
    late = initiative.status in {"planned", "active"} and initiative.due < session.today
    words = day(initiative.due, session.today)
    return runs(Run(_("late, {day}").format(day=words), "slipping") if late else dim(words))
