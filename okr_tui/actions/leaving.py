"""Leaving a finding as it is: remembered in the plan with the digest of the wording, and raised again when that changes."""

from pathlib import Path
from typing import Any

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.nested import without_none
from okr_tui.actions.validity import still_valid
from okr_tui.domain.drafts.left import digest_of
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.workspace import Located
from okr_tui.store.layout import plan_path
from okr_tui.store.tables import held
from okr_tui.words.language import _


def leave_finding(root: Path, author: Author, place: Located, code: str, why: str | None = None) -> Act:
    """Leaves a finding on an objective or key result as it is, for the wording it has now.

    Args:
        root: the workspace folder.
        author: who leaves it.
        place: the draft it is about.
        code: the finding's code.
        why: a word about the reason, if there is one.

    Raises:
        WrongUsage: it is neither an objective nor a key result, or was left for this wording already.
        OkrError: the plan can't be read.
    """
    if place.kind not in {"objective", "key-result"}:
        raise WrongUsage(_("Only what is found on an objective or a key result can be left as it is."))
    plan = held(root, plan_path(place.cycle, place.team))
    about, digest = place.table.id, digest_of(place.title)  # type: ignore[attr-defined]
    reason = why.strip() if why and why.strip() else None
    entry = without_none({"about": about, "code": code, "why": reason, "by": author.me, "digest": digest})
    listed: list[dict[str, Any]] = plan.tables.setdefault("dismissed", [])
    for position, each in enumerate(listed):
        if (each.get("about"), each.get("code")) == (about, code):
            if each.get("digest") == digest:
                raise WrongUsage(_("That is left as it is already."))
            listed[position] = entry
            break
    else:
        listed.append(entry)
    still_valid(plan)
    return one_file(about, _("leave “{title}” as it is").format(title=place.title), plan, plan.tables)
