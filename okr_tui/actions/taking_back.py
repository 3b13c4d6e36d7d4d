"""Taking back a check-in: it stays where it was said, and says that it no longer counts."""

from pathlib import Path

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.nested import slot_of
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.workspace import CycleContent
from okr_tui.store.layout import journal_path
from okr_tui.store.tables import held
from okr_tui.words.language import _


def take_back(root: Path, author: Author, content: CycleContent, check_in: str) -> Act:
    """Withdraws a check-in of the author's own; one that is withdrawn already counts again.

    Args:
        root: the workspace folder.
        author: who takes it back.
        content: the cycle in whose journals it stands.
        check_in: its id.

    Raises:
        WrongUsage: somebody else said it.
        OkrError: it is gone or the journal can't be read.
    """
    own = [journal for journal in content.journals if journal.person == author.me]
    journal = next((each for each in own if any(said.id == check_in for said in each.check_in)), None)
    if journal is None:
        raise WrongUsage(_("Only who said it can take it back or correct it."))
    file = held(root, journal_path(content.cycle.id, journal.week, author.me))
    table = slot_of(file, check_in).table
    if table.pop("withdrawn", False):
        return one_file(check_in, _("let a check-in count again"), file, file.tables)
    table["withdrawn"] = True
    return one_file(check_in, _("take back a check-in"), file, file.tables)
