"""Proposing a plan and agreeing to it: the word goes into the journal, with what it was said to."""

from collections.abc import Sequence
from pathlib import Path

from okr_tui.actions.act import Act, Author
from okr_tui.actions.nested import slot_of
from okr_tui.actions.saying import journal_of, put
from okr_tui.domain.agreeing import Accord, accord
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.plan import Objective
from okr_tui.domain.wording import wording
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.store.change import Change, FileChange
from okr_tui.store.layout import plan_path
from okr_tui.store.tables import Held, held
from okr_tui.words.language import _, ngettext


def propose(
    root: Path, author: Author, content: CycleContent, team: str, objectives: Sequence[Objective]
) -> Act:  # fmt: skip
    """Proposes objectives of a team: the others can answer, and whoever proposes agrees to them as they stand.

    Args:
        root: the workspace folder.
        author: who proposes.
        content: the cycle.
        team: id of the team.
        objectives: drafts, or proposals that have changed since.

    Raises:
        WrongUsage: there is nothing to propose, or one of them is agreed already.
        OkrError: a file can't be read, or one of them is gone.
    """
    if not objectives:
        raise WrongUsage(_("There is nothing to propose: no draft of this team waits."))
    settled = next((each for each in objectives if each.status not in {"draft", "proposed"}), None)
    if settled is not None:
        raise WrongUsage(_("“{title}” is no draft any more.").format(title=settled.title[:60]))
    plan = held(root, plan_path(content.cycle.id, team))
    moved = _moved(plan, objectives, "proposed")
    journal = journal_of(root, author, content.cycle.id)
    for each in objectives:
        put(journal, author, "comment", _agreeing(each, _("Proposed.")))
    n = len(objectives)
    name = ngettext("propose “{title}”", "propose {n} objectives", n).format(title=objectives[0].title, n=n)
    return Act(objectives[0].id, Change(name, (*moved, journal.changed(journal.tables))))


def agree(
    root: Path, author: Author, workspace: Workspace, content: CycleContent, team: str,
    objectives: Sequence[Objective], text: str = "",
) -> Act:  # fmt: skip
    """Agrees to objectives as they stand; one on which everybody has agreed who must becomes agreed.

    Args:
        root: the workspace folder.
        author: who agrees.
        workspace: knows who must agree.
        content: the cycle.
        team: id of the team.
        objectives: what is proposed, or agreed and changed since.
        text: a word with it; none is needed.

    Raises:
        WrongUsage: there is nothing to agree to, it is still a draft, or nothing changed since the author agreed.
        OkrError: a file can't be read, or one of them is gone.
    """
    if not objectives:
        raise WrongUsage(_("There is nothing to agree to: nothing of this team is proposed."))
    draft = next((each for each in objectives if each.status not in {"proposed", "agreed"}), None)
    if draft is not None:
        raise WrongUsage(
            _("“{title}” is not proposed yet; “okr propose” or A proposes it.").format(title=draft.title[:60])
        )
    found = {each.id: accord(workspace, content, team, each, author.today) for each in objectives}
    said = [each for each in objectives if author.me not in found[each.id].has]
    whole = [each for each in objectives if each.status == "proposed" and _then(found[each.id], author.me).complete]
    if not said and not whole:
        raise WrongUsage(_("You have agreed to this already, and nothing changed since."))
    files = _moved(held(root, plan_path(content.cycle.id, team)), whole, "agreed") if whole else ()
    if said:
        journal = journal_of(root, author, content.cycle.id)
        for each in said:
            put(journal, author, "comment", _agreeing(each, text.strip()))
        files = (*files, journal.changed(journal.tables))
    n = len(objectives)
    name = ngettext("agree to “{title}”", "agree to {n} objectives", n).format(title=objectives[0].title, n=n)
    return Act(objectives[0].id, Change(name, files))


def _then(found: Accord, person: str) -> Accord:
    """How far people agree once this person does, too."""
    return found if person in found.has else found._replace(has=(*found.has, person))


def _agreeing(objective: Objective, text: str) -> dict[str, object]:
    return {"about": objective.id, "text": text, "kind": "agree", "digest": wording(objective)}


def _moved(plan: Held, objectives: Sequence[Objective], status: str) -> tuple[FileChange, ...]:
    """The plan with the status of these objectives changed; nothing where they have it."""
    changed = False
    for each in objectives:
        table = slot_of(plan, each.id).table
        changed = changed or table.get("status") != status
        table["status"] = status
    return (plan.changed(plan.tables),) if changed else ()
