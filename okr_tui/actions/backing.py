"""Backing what somebody else said: a pain point that hurts me too, and taking that back."""

from pathlib import Path

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.nested import remove, slot_of
from okr_tui.actions.saying import say
from okr_tui.domain.workspace import CycleContent
from okr_tui.store.layout import journal_path
from okr_tui.store.tables import held
from okr_tui.words.language import _


def back(root: Path, author: Author, content: CycleContent, about: str, text: str) -> Act:
    """Backs a pain point in the author's journal, or takes back what backs it there already.

    Args:
        root: the workspace folder.
        author: who backs it.
        content: the cycle that the pain point belongs to.
        about: id of the pain point.
        text: its words, for the name of the change.

    Raises:
        OkrError: the journal can't be read, or somebody has changed it since.
    """
    mine = own_backing(content, author.me, about)
    if mine is None:
        return say(root, author, content.cycle.id, "backing", {"about": about}, _("back “{text}”").format(text=text))
    week, identity = mine
    journal = held(root, journal_path(content.cycle.id, week, author.me))
    remove(journal, slot_of(journal, identity))
    return one_file(identity, _("no longer back “{text}”").format(text=text), journal, journal.tables)


def own_backing(content: CycleContent, me: str | None, about: str) -> tuple[str, str] | None:
    """The week and the id of the word by which I back something; None where I don't."""
    for journal in content.talking:
        if journal.person == me:
            for backing in journal.backing:
                if backing.about == about:
                    return journal.week, backing.id
    return None
