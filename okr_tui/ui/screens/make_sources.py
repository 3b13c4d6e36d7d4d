"""What a team drafts from, as rows: pain points, what is not done now, what the last cycle hands on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from okr_tui.domain.making import Carried, Pain, carried, pains
from okr_tui.domain.review import Decision
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.ui.paint.lines import Rule, Says, Tells, Title
from okr_tui.ui.paint.runs import Brush, Run, Runs, Words, beside, cells, dim, key, runs
from okr_tui.ui.text import wrap
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.language import _
from okr_tui.words.statuses import OBJECTIVE

NEW_PAIN, NEW_NOT_NOW = "new-pain", "new-not-now"
"""Keys of the rows that wait for the first pain point, the first thing renounced."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Words over as many rows as they need, with a count that stands at the right of the first."""

    words: str
    right: Words = ()
    role: str = "text"
    leads: bool = True

    def height(self, width: int) -> int:
        """As many rows as the words need beside the count."""
        return len(self._wrapped(width))

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The rows."""
        bold = self.leads and brush.here
        rows = [(Run(line, self.role, bold=bold),) for line in self._wrapped(width)]
        return tuple(beside(row, () if number else runs(self.right), width) for number, row in enumerate(rows))

    def _wrapped(self, width: int) -> list[str]:
        taken = cells(runs(self.right))
        return wrap(self.words, max(width - (taken + 2 if taken else 0), 1))


def source_rows(
    workspace: Workspace, content: CycleContent, team: str, titles: Mapping[str, str]
) -> tuple[list[Row], dict[str, Pain], dict[str, Decision]]:
    """The rows of the left column, and what stands in those of pain points and of what is carried, by their keys.

    Args:
        workspace: what is known.
        content: the cycle being made.
        team: whose.
        titles: titles of objectives of closed cycles.
    """
    hurts = pains(content, team)
    plan = content.plans.get(team)
    handed = carried(workspace, content, team)
    renounced = plan.not_now if plan else ()
    rows = [*_pain_rows(hurts), blank()]
    rows += [still(Title(_("NOT NOW"), str(len(renounced) or ""), ruled=False)), still(Rule())]
    if renounced:
        rows += [Row(each.id, (Counted(each.title, role="dim"),), "not-now") for each in renounced]
    else:
        rows.append(Row(NEW_NOT_NOW, (Tells(_("What will you not do?"), "dim", indent=3, first=key("a")),), "not-now"))
    going_on = {each.continues for each in (plan.objective if plan else ()) if each.continues}
    if handed is not None:
        rows += _carried_rows(handed, titles, going_on)
    decisions = {each.about: each for each in handed.decisions} if handed else {}
    return rows, {pain.id: pain for pain in hurts}, decisions


def _pain_rows(hurts: tuple[Pain, ...]) -> Iterator[Row]:
    right = dim(_("votes")) if hurts else ()
    yield still(Title(_("PAIN POINTS"), str(len(hurts)) if hurts else "", right, ruled=False))
    yield still(Rule())
    if not hurts:
        said = _("What hurts? It comes before objectives.")
        yield Row(NEW_PAIN, (Tells(said, "dim", indent=3, first=key("a")),), "pain")
    for pain in hurts:
        became = pain.objective is not None
        count = f"+{len(pain.backers)}" if pain.backers else ""
        right = Run(OBJECTIVE, "accent") if became else Run(count, "accent", bold=True)
        yield Row(pain.id, (Counted(pain.text, right, "dim" if became else "text"),), "pain")


def _carried_rows(handed: Carried, titles: Mapping[str, str], going_on: set[str]) -> Iterator[Row]:
    yield blank()
    title = _("CARRIED FROM {cycle}").format(cycle=handed.cycle.name)
    yield still(Title(title, str(len(handed.decisions)), ruled=False))
    yield still(Rule())
    for decision in handed.decisions:
        taken = decision.about in going_on
        right = Run(OBJECTIVE, "accent") if taken else ()
        words = titles.get(decision.about, decision.about)
        yield Row(
            decision.about,
            (Counted(words, right, "dim" if taken else "text"), Says(dim(verdict_said(decision.verdict)))),
            "carried",
        )


def verdict_said(verdict: str) -> str:
    """What was decided, in one word."""
    return {"continue": _("goes on"), "rework": _("to be reworked")}.get(verdict, verdict)
