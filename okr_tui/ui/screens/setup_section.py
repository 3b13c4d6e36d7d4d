"""What every part of Setup has: a name, rows, and what add, edit and drop do in it."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual.widget import Widget

from okr_tui.actions.act import Act, Author
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.paint.lines import Tells
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, still
from okr_tui.words.language import _


class Asked(NamedTuple):
    """Something that is done after one question, or at once.

    Attributes:
        question: what is asked; "" asks nothing.
        make: the action.
    """

    question: str
    make: Callable[[Author], Act]


class Section:
    """One part of Setup.

    Args:
        now: the snapshot of the moment in which it is asked.

    Attributes:
        id: what its row and its drafts are known by.
        file: the file in which all of it stands.
    """

    id: ClassVar[str] = ""
    file: ClassVar[str] = "okr.toml"

    def __init__(self, now: Callable[[], Session]) -> None:
        self._now = now

    @property
    def session(self) -> Session:
        """The snapshot of this moment."""
        return self._now()

    @property
    def workspace(self) -> Workspace:
        """What is known at this moment."""
        return self.session.workspace

    @property
    def title(self) -> str:
        """What it is called."""
        raise NotImplementedError

    @property
    def count(self) -> str:
        """How much there is in it; nothing where that says nothing."""
        return ""

    @property
    def about(self) -> str:
        """What it is for, in a sentence or two."""
        raise NotImplementedError

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """Commands that do something here, with what they do."""
        return (("add", _("adds one")), ("edit", _("changes the one under the cursor")), ("drop", _("takes it out")))

    def rows(self) -> list[Row]:
        """Everything in it."""
        raise NotImplementedError

    def path_of(self, key: str) -> str:
        """The file in which a row stands."""
        del key
        return self.file

    def form_to_add(self, key: str) -> Widget:
        """What opens to add something; `key` is the row of the cursor.

        Raises:
            WrongUsage: nothing can be added here.
        """
        del key
        raise WrongUsage(_("Nothing is added here; e changes what stands there."))

    def form_to_edit(self, key: str) -> Widget:
        """What opens to change a row.

        Raises:
            WrongUsage: there is nothing under the cursor.
        """
        raise NotImplementedError

    def drop(self, key: str) -> "Asked | Widget":
        """What takes a row out: a question with its action, or a form.

        Raises:
            WrongUsage: it can't be taken out.
        """
        del key
        raise WrongUsage(_("This is always there; e changes it."))


def nothing_here(words: str) -> list[Row]:
    """What stands where a section is empty: what it is for, and which key fills it."""
    return [still(Tells(words, "dim"))]


def nowhere() -> WrongUsage:
    """What is said where the cursor is on no row."""
    return WrongUsage(_("There is nothing under the cursor; a adds something."))
