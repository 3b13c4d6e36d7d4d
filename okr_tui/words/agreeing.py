"""What is missing before a plan is proposed, who still has to agree, what changed since somebody agreed."""

from collections.abc import Iterator

from okr_tui.domain.agreeing import Accord
from okr_tui.domain.missing import missing_in_key_result, missing_in_objective
from okr_tui.domain.plan import Objective
from okr_tui.domain.settings import Policy
from okr_tui.domain.wording import Difference
from okr_tui.domain.workspace import Workspace
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.missing import sentence
from okr_tui.words.numbers import NOTHING, number
from okr_tui.words.quoting import quoted, with_colon


def difference_said(each: Difference) -> str:
    """One thing that is otherwise than agreed to: "“NPS”: target 40 → 45"."""
    title = quoted(one_line(each.title))
    if each.key == "new":
        return _("new: {title}").format(title=title)
    if each.key == "gone":
        return _("taken out: {title}").format(title=title)
    before, after = _shown(each.before), _shown(each.after)
    return with_colon(title, _("{key} {before} → {after}").format(key=each.key, before=before, after=after))


def missing_said(objective: Objective, policy: Policy) -> Iterator[str]:
    """What an objective and its key results do not say yet, a sentence each; those of key results name them first."""
    for code in missing_in_objective(objective, policy):
        yield sentence(code)
    for key_result in objective.key_result:
        if key_result.dropped is None:
            title = quoted(one_line(key_result.title))
            yield from (with_colon(title, sentence(code)) for code in missing_in_key_result(key_result))


def accord_said(workspace: Workspace, found: Accord) -> str:
    """Who has agreed and who still has to: "✓ Sam, waits for Maya"."""
    names = [f"✓ {one_line(workspace.name_of(person))}" for person in found.has]
    if found.missing:
        waited = ", ".join(one_line(workspace.name_of(person)) for person in found.missing)
        names.append(_("waits for {names}").format(names=waited))
    return ", ".join(names)


def lasts() -> str:
    """What a person should know before the first named word that others read."""
    return _("Everyone with this repository can read this, for good.")


def _shown(value: str | None) -> str:
    if value is None:
        return NOTHING
    try:
        return number(float(value))
    except ValueError:
        return one_line(value)
