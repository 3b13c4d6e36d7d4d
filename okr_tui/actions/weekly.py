"""Writing one's own week: priorities, the next four weeks, wins, plans, problems."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.saying import journal_of, put
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.weekly import MOST_PRIORITIES, PARTS, monday_of
from okr_tui.words.language import _


def write_week(root: Path, author: Author, cycle: str, parts: Mapping[str, Sequence[str]]) -> Act:
    """Writes into the author's journal what this week is about; parts that are not given stay as they are.

    Args:
        root: the workspace folder.
        author: who writes, and when: the week is that of the day.
        cycle: id of the cycle whose journal it goes into.
        parts: `priorities` (three at most), `next_weeks`, `wins`, `plans`, `problems`; an empty one is emptied.

    Raises:
        WrongUsage: there is no such part, nothing was said, or there are more than three priorities.
        OkrError: the journal can't be read.
    """
    said = {key: _cleaned(parts[key]) for key in PARTS if key in parts}
    if not said or set(parts) - set(PARTS):
        raise WrongUsage(_("A week has priorities, next weeks, wins, plans, problems; say at least one."))
    if len(said.get("priorities", ())) > MOST_PRIORITIES:
        raise WrongUsage(_("Three priorities at most: what comes fourth is not for this week."))
    monday = monday_of(author.today)
    journal = journal_of(root, author, cycle)
    table = next((each for each in journal.tables.get("weekly", []) if each.get("on") == monday), None)
    if table is None:
        identity = put(journal, author, "weekly", {"on": monday, **{key: told for key, told in said.items() if told}})
        return one_file(identity, _("write the week"), journal, journal.tables)
    for key, told in said.items():
        if told:
            table[key] = told
        else:
            table.pop(key, None)
    return one_file(str(table["id"]), _("write the week"), journal, journal.tables)


def _cleaned(words: Sequence[str]) -> list[str]:
    return [" ".join(each.split()) for each in words if each.strip()]
