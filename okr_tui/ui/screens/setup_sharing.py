"""Setup: how the workspace is shared through git; git is asked behind, while everything goes on."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from textual.widget import Widget

from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.ui.forms.choice import Choice
from okr_tui.ui.forms.workspace import edit_sharing
from okr_tui.ui.paint.flow import Flows
from okr_tui.ui.paint.lines import Tells
from okr_tui.ui.paint.runs import Run, Words, align, cells, dim
from okr_tui.ui.screens.setup_section import Section
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.language import _

TRUST = "trust"

_NAME = 22  # cells of a fact's name and what follows it


class Shared(NamedTuple):
    """What git says about the workspace.

    Attributes:
        repository: the folder of the repository; "" where there is none.
        remote: where it is shared: "origin/main"; "" for nowhere.
        trusted: whether a person has said that they trust it.
        driver: whether git merges the files by tables here.
        trouble: why git could not be asked.
    """

    repository: str = ""
    remote: str = ""
    trusted: bool = False
    driver: bool = False
    trouble: str = ""


def shared_of(root: Path) -> Shared:
    """Asks git, which only reads here and runs nothing of the repository."""
    from okr_tui.store.git.driver import driver_command, registered
    from okr_tui.store.git.process import Git, git_program
    from okr_tui.store.git.remote import upstream_of
    from okr_tui.store.git.repository import branch, repository_of
    from okr_tui.store.git.trust import trust_in
    from okr_tui.words.failures import sentence

    if git_program(root) is None:
        return Shared(trouble=_("There is no git on this machine; install it to share this workspace."))
    try:
        repository = repository_of(root)
        if repository is None:
            return Shared()
        git = Git(repository.top)
        here = branch(git)
        upstream = upstream_of(git, here) if here is not None else None
        remote = f"{upstream.remote}/{upstream.branch}" if upstream is not None else ""
        given, driver = trust_in(repository).given, registered(git) == driver_command()
        return Shared(str(repository.top), remote, given, driver)
    except OkrError as error:
        return Shared(trouble=sentence(error))


class Sharing(Section):
    """Repository, remote, trust, merge driver; branch and switch of `[sync]`."""

    id = "sharing"

    def __init__(self, now: Callable[[], Session]) -> None:
        super().__init__(now)
        self.known: Shared | None = None

    @property
    def title(self) -> str:
        """Its name."""
        return _("Sharing")

    @property
    def about(self) -> str:
        """What it is for."""
        return _("Others see what you change once it is shared through git: ^s does it at any time.")

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """What its keys do."""
        return (("edit", _("changes branch and switch; on “trusted” says that you trust the repository")),
                ("sync", _("shares now")))  # fmt: skip

    def rows(self) -> list[Row]:
        """What git says, then what the workspace says."""
        sync, known = self.workspace.settings.sync, self.known
        rows = self._git_rows(known)
        auto = _("by itself, within a minute") if sync and sync.auto else _("when somebody says so: ^s")
        return [
            *rows, blank(), _fact("branch", _("Branch of its own"), (sync.branch if sync else None) or dim(_("no branch"))),
            _fact("auto", _("Shared"), auto),
        ]  # fmt: skip

    def form_to_edit(self, key: str) -> Widget:
        """Branch and switch; on the row of trust the question whether it is given."""
        if key != TRUST:
            return edit_sharing(self.session)
        if self.known is None or not self.known.repository:
            raise WrongUsage(_("There is no git repository here to trust; “okr init --git” makes one."))
        if self.known.trusted:
            raise WrongUsage(_("You have said that you trust it; okr works with it on this machine."))
        question = _("Do you know who made {folder}? Trusting lets okr run git there, and git merge by tables.")
        answers = (("yes", _("I trust it")), ("no", _("not now")))
        return Choice(question.format(folder=self.known.repository), answers, TRUST)

    @staticmethod
    def _git_rows(known: Shared | None) -> list[Row]:
        if known is None:
            return [still(Tells(_("Asking git …"), "dim"))]
        if known.trouble:
            return [still(Tells(known.trouble, indent=2, first=Run("○", "off_track")))]
        if not known.repository:
            return [still(Tells(_("This workspace is in no git repository; “okr init --git” in it makes one."), "dim"))]
        nowhere = Run(_("nowhere yet"), "at_risk")
        return [
            _fact("repository", _("Repository"), known.repository),
            _fact("remote", _("Shared on"), known.remote or nowhere),
            *([] if known.remote else [still(Tells(_("git remote add origin ADDRESS"), "dim", indent=_NAME))]),
            _fact(TRUST, _("Trusted"), _("yes") if known.trusted else Run(_("not yet: enter asks"), "at_risk")),
            _fact(
                "driver", _("Merges by tables"), _("yes") if known.driver else Run(_("not in this clone"), "at_risk")
            ),
        ]


def _fact(key: str, name: str, value: Words) -> Row:
    return Row(key, (Flows(value, first=align((dim(name),), max(_NAME, cells((dim(name),)) + 2)), leads=True),))
