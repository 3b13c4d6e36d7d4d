"""Why a number is what it is, as rows of a panel: the reason in words, then every input and its formula."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from okr_tui.ui.paint.lines import Line, Rule, Says, Tells, Title
from okr_tui.ui.paint.runs import Brush, Run, Runs, align, dim, runs
from okr_tui.ui.paint.status import status_role
from okr_tui.ui.session import Session
from okr_tui.ui.text import width as width_of
from okr_tui.ui.text import wrap
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.explain import Row as Said
from okr_tui.words.explain import explain
from okr_tui.words.language import _
from okr_tui.words.reasons import sentence
from okr_tui.words.rolled import explain_objective, explain_team
from okr_tui.words.statuses import word

_LABEL = 12


class Fact(Struct, frozen=True):
    """A dim label and beside it what it is, over as many rows as it needs."""

    label: str
    words: str

    def height(self, width: int) -> int:
        """As many rows as the words need."""
        return len(self._lines(width))

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The rows."""
        del brush
        label = runs(dim(self.label))
        lines = self._lines(width)
        side = self._side(width)
        return tuple(
            (*align(label if not number else (), side), *align((Run(line),), width - side))
            for number, line in enumerate(lines)
        )

    def _side(self, width: int) -> int:
        """The cells of the label and the gap after it."""
        return min(max(width_of(self.label) + 2 if self.label else 0, _LABEL), width // 2)

    def _lines(self, width: int) -> list[str]:
        return wrap(_whole(self.words), width - self._side(width))


def why_rows(session: Session, identity: str) -> tuple[Row, ...]:
    """Why the number of a key result, an objective or a team is what it is; nothing where it has none."""
    found = session.workspace.find(identity, session.today)
    if found is not None and found.key_result is not None:
        return _of_key_result(session, found.key_result.id)
    if found is not None and found.objective is not None:
        rolled = session.team_standing(found.team, found.cycle)
        item = next((each for each in rolled.objectives if each.objective.id == identity), None) if rolled else None
        return _facts(_("WHY THIS OBJECTIVE"), explain_objective(item)) if item else ()
    if identity in session.workspace.team_by_id and (team := session.team_standing(identity)) is not None:
        return _facts(_("WHY THIS TEAM"), explain_team(team))
    return ()


def _of_key_result(session: Session, identity: str) -> tuple[Row, ...]:
    standing = session.standing(identity)
    if standing is None:
        return ()
    title = _("WHY {status}").format(status=word(standing.status).upper())
    reasons = [sentence(reason, standing.key_result, session.workspace.name_of) for reason in standing.reasons]
    skipped = {_("Status"), _("Because")}
    facts = [row for row in explain(standing, session.workspace) if row.label not in skipped]
    return (
        still(Title(title, right=dim("w"), ruled=False)),
        blank(),
        still(*_told(reasons, standing.status)),
        blank(),
        still(Rule()),
        *(still(Fact(row.label, row.text)) for row in facts),
    )


def _told(reasons: Iterable[str], status: str) -> Iterator[Line]:
    """The reasons as sentences; the question that some end in comes last, in the colour of the status."""
    ask, asks = _("Who can help?"), False
    for reason in reasons:
        asks = asks or reason.endswith(ask)
        told = reason.removesuffix(ask).strip()
        told = told[:1].upper() + told[1:]
        yield Tells(_whole(told if told.endswith((".", "!", "?")) else told + "."))
    if asks:
        yield Says(Run(ask, status_role(status)))


def _whole(words: str) -> str:
    """The words with every percentage kept on one row."""
    return words.replace(" %", "\u00a0%")


def _facts(title: str, facts: Iterable[Said]) -> tuple[Row, ...]:
    return (
        still(Title(title, right=dim("w"), ruled=False)),
        blank(),
        *(still(Fact(row.label, row.text)) for row in facts),
    )
