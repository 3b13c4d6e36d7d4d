"""Pain points that belong together: themes, which a team names."""

from pathlib import Path

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.nested import new_plan, remove, slot_of
from okr_tui.actions.validity import still_valid
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import new_id
from okr_tui.store.layout import plan_path
from okr_tui.store.tables import Held, held
from okr_tui.words.language import _


def name_theme(root: Path, author: Author, cycle: str, team: str, title: str, pains: tuple[str, ...]) -> Act:
    """Names a theme and puts pain points into it; they leave the themes in which they stood.

    Raises:
        WrongUsage: the title is empty.
    """
    if not title.strip():
        raise WrongUsage(_("It needs a title."))
    plan = held(root, plan_path(cycle, team))
    tables = plan.tables or new_plan(team)
    plan = Held(plan.path, tables, plan.before, plan.data)
    for pain in pains:
        _leave_themes(plan, pain)
    identity = new_id(title, author.choose)
    tables.setdefault("theme", []).append({"id": identity, "title": title.strip(), "of": list(pains)})
    still_valid(plan)
    return one_file(identity, _("theme “{title}”").format(title=title.strip()), plan, tables)


def group(root: Path, cycle: str, team: str, pain: str, theme: str | None) -> Act:
    """Puts a pain point into a theme, out of the one where it stood; None leaves it on its own.

    A theme in which nothing is left goes.

    Raises:
        WrongUsage: it stands there already.
        OkrError: the theme is gone.
    """
    plan = held(root, plan_path(cycle, team))
    inside = next((each["id"] for each in plan.tables.get("theme", []) if pain in each.get("of", [])), None)
    if inside == theme:
        raise WrongUsage(_("That is how it stands already; nothing was changed."))
    if theme is not None:
        table = slot_of(plan, theme).table
        table["of"] = [*table.get("of", []), pain]
    _leave_themes(plan, pain, but=theme)
    still_valid(plan)
    return one_file(pain, _("group a pain point"), plan, plan.tables)


def _leave_themes(plan: Held, pain: str, but: str | None = None) -> None:
    for table in list(plan.tables.get("theme", [])):
        if pain not in table.get("of", []) or table["id"] == but:
            continue
        table["of"] = [each for each in table["of"] if each != pain]
        if not table["of"]:
            remove(plan, slot_of(plan, table["id"]))
