"""What belongs together, pain points of a plan and notes of a review: themes, which a team names."""

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
    plan = held(root, plan_path(cycle, team))
    return named_theme(plan._replace(tables=plan.tables or new_plan(team)), author, title, pains)


def named_theme(file: Held, author: Author, title: str, of: tuple[str, ...]) -> Act:
    """Names a theme in a plan, of pain points, or in a review, of notes; they leave the themes in which they stood.

    Raises:
        WrongUsage: the title is empty.
    """
    if not title.strip():
        raise WrongUsage(_("It needs a title."))
    for each in of:
        _leave_themes(file, each)
    identity = new_id(title, author.choose)
    file.tables.setdefault("theme", []).append({"id": identity, "title": title.strip(), "of": list(of)})
    still_valid(file)
    return one_file(identity, _("theme “{title}”").format(title=title.strip()), file, file.tables)


def group(root: Path, cycle: str, team: str, pain: str, theme: str | None) -> Act:
    """Puts a pain point into a theme, out of the one where it stood; None leaves it on its own.

    A theme in which nothing is left goes.

    Raises:
        WrongUsage: it stands there already.
        OkrError: the theme is gone.
    """
    return into_theme(held(root, plan_path(cycle, team)), pain, theme, _("group a pain point"))


def into_theme(file: Held, each: str, theme: str | None, name: str) -> Act:
    """Puts something into a theme of its file, out of the one where it stood; None leaves it on its own.

    Args:
        file: the plan or review in which the themes stand.
        each: id of a pain point or note.
        theme: id of the theme.
        name: what the change is called.

    Raises:
        WrongUsage: it stands there already.
        OkrError: the theme is gone.
    """
    inside = next((row["id"] for row in file.tables.get("theme", []) if each in row.get("of", [])), None)
    if inside == theme:
        raise WrongUsage(_("That is how it stands already; nothing was changed."))
    if theme is not None:
        table = slot_of(file, theme).table
        table["of"] = [*table.get("of", []), each]
    _leave_themes(file, each, but=theme)
    still_valid(file)
    return one_file(each, name, file, file.tables)


def _leave_themes(plan: Held, pain: str, but: str | None = None) -> None:
    for table in list(plan.tables.get("theme", [])):
        if pain not in table.get("of", []) or table["id"] == but:
            continue
        table["of"] = [each for each in table["of"] if each != pain]
        if not table["of"]:
            remove(plan, slot_of(plan, table["id"]))
