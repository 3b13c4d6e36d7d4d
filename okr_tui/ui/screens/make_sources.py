"""What a team drafts from, as rows: pain points, what is not done now, what the last cycle hands on."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from okr_tui.domain.making import Carried, Pain, carried, pains
from okr_tui.domain.plan import Theme
from okr_tui.domain.retro import last_learnings
from okr_tui.domain.review import Decision
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.ui.paint.lines import Rule, Says, Tells, Title
from okr_tui.ui.paint.runs import Run, dim, key
from okr_tui.ui.screens.counted import Counted
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.language import _
from okr_tui.words.statuses import OBJECTIVE

NEW_PAIN, NEW_NOT_NOW = "new-pain", "new-not-now"
"""Keys of the rows that wait for the first pain point, the first thing renounced."""


class Sources(NamedTuple):
    """The left column.

    Attributes:
        rows: what is drawn.
        pains: id → pain point; themes: id → theme; decisions: id of what is carried → decision.
    """

    rows: list[Row]
    pains: dict[str, Pain]
    themes: dict[str, Theme]
    decisions: dict[str, Decision]


def sources(workspace: Workspace, content: CycleContent, team: str, titles: Mapping[str, str]) -> Sources:
    """What a team drafts from.

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
    themes = plan.theme if plan else ()
    rows = [*_pain_rows(hurts, themes), blank()]
    rows += [still(Title(_("NOT NOW"), str(len(renounced) or ""), ruled=False)), still(Rule())]
    rows += [Row(each.id, (Counted(each.title, role="dim"),), "not-now") for each in renounced]
    words = _("what else?") if renounced else _("What will you not do?")
    rows.append(Row(NEW_NOT_NOW, (Tells(words, "dim", indent=3, first=key("a")),), "not-now"))
    going_on = {each.continues for each in (plan.objective if plan else ()) if each.continues}
    if handed is not None:
        rows += _carried_rows(handed, titles, going_on)
    rows += _learnt_rows(workspace, content, team)
    decisions = {each.about: each for each in handed.decisions} if handed else {}
    return Sources(rows, {pain.id: pain for pain in hurts}, {theme.id: theme for theme in themes}, decisions)


def _pain_rows(hurts: tuple[Pain, ...], themes: tuple[Theme, ...]) -> Iterator[Row]:
    """Those that were grouped below their theme, the theme that hurts most first; then the others."""
    right = dim(_("votes")) if hurts else ()
    yield still(Title(_("PAIN POINTS"), str(len(hurts)) if hurts else "", right, ruled=False))
    yield still(Rule())
    if not hurts:
        said = _("What hurts? It comes before objectives.")
        yield Row(NEW_PAIN, (Tells(said, "dim", indent=3, first=key("a")),), "pain")
    grouped = {theme.id: [pain for pain in hurts if pain.id in theme.of] for theme in themes}
    for theme in sorted(themes, key=lambda theme: -_backed(grouped[theme.id])):
        if grouped[theme.id]:
            count = _backed(grouped[theme.id])
            right = Run(f"+{count}", "accent", bold=True) if count else ()
            yield Row(theme.id, (Counted(theme.title, right, bold=True),), "theme")
            yield from (_pain_row(pain, indent=2) for pain in grouped[theme.id])
    inside = {identity for theme in themes for identity in theme.of}
    yield from (_pain_row(pain) for pain in hurts if pain.id not in inside)


def _pain_row(pain: Pain, indent: int = 0) -> Row:
    became = pain.objective is not None
    count = f"+{len(pain.backers)}" if pain.backers else ""
    right = Run(OBJECTIVE, "accent") if became else Run(count, "accent", bold=True)
    return Row(pain.id, (Counted(pain.text, right, "dim" if became else "text", indent=indent),), "pain")


def _backed(group: list[Pain]) -> int:
    """How many people back pain points of a group, each once."""
    return len({person for pain in group for person in pain.backers})


def _carried_rows(handed: Carried, titles: Mapping[str, str], going_on: set[str]) -> Iterator[Row]:
    yield blank()
    title = _("CARRIED FROM {cycle}").format(cycle=handed.cycle.name.upper())
    decisions = [each for each in handed.decisions if not titles or each.about in titles]  # key results go along
    yield still(Title(title, str(len(decisions)), ruled=False))
    yield still(Rule())
    for decision in decisions:
        taken = decision.about in going_on
        right = Run(OBJECTIVE, "accent") if taken else ()
        words = titles.get(decision.about, decision.about)
        yield Row(
            decision.about,
            (Counted(words, right, "dim" if taken else "text"), Says(dim(verdict_said(decision.verdict)))),
            "carried",
        )


def _learnt_rows(workspace: Workspace, content: CycleContent, team: str) -> Iterator[Row]:
    """What the team wrote down as learnt in the last cycle, to be read before the next is drafted."""
    learnt = last_learnings(workspace, content, team)
    if learnt is None:
        return
    cycle, learnings = learnt
    yield blank()
    title = _("LEARNT IN {cycle}").format(cycle=cycle.name.upper())
    yield still(Title(title, str(len(learnings)), ruled=False))
    yield still(Rule())
    yield from (still(Tells(each.text, "dim", indent=2, first=dim("·"))) for each in learnings)


def verdict_said(verdict: str) -> str:
    """What was decided, in one word."""
    return {"continue": _("goes on"), "rework": _("to be reworked")}.get(verdict, verdict)
