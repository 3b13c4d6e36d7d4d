"""What the drafting coach says about what stands on the screen; each wording is judged once."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from okr_tui.domain.drafts.coach import Finding, Judged, dots, judge
from okr_tui.domain.drafts.draft import Draft, of_key_result, of_objective
from okr_tui.domain.drafts.left import left_of
from okr_tui.domain.plan import KeyResult, Objective, Plan
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.paint.bars import dots as dotted
from okr_tui.ui.paint.lines import Line, Says, Tells
from okr_tui.ui.paint.runs import Run, Runs, dim, runs
from okr_tui.words.coach import message, question
from okr_tui.words.language import _

DOTS = 5
"""Dots of a draft's strength."""
_STRONG = frozenset({"initiative", "kpi", "keep", "split"})
"""Ways on that make something else of a draft."""


class Coached(NamedTuple):
    """A draft as the coach sees it.

    Attributes:
        draft: what was judged, in its language.
        judged: findings and strength.
    """

    draft: Draft
    judged: Judged

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, warnings first."""
        return tuple(sorted(self.judged.findings, key=lambda finding: finding.severity != "warn"))

    @property
    def worst(self) -> Finding | None:
        """The first warning; None where there is none."""
        return next((finding for finding in self.judged.findings if finding.severity == "warn"), None)

    @property
    def remedies(self) -> tuple[str, ...]:
        """Ids of the ways on, each once, those of warnings first; "leave" comes last."""
        ids = dict.fromkeys(remedy for finding in self.findings for remedy in finding.remedies)
        return tuple(sorted(ids, key=lambda remedy: remedy == "leave"))

    @property
    def strong(self) -> bool:
        """Whether a warning offers to make something else of the draft: then tab leads from its words to the ways on."""
        return any(finding.severity == "warn" and _STRONG & set(finding.remedies) for finding in self.judged.findings)

    def for_remedy(self, remedy: str) -> Finding | None:
        """The finding that a way on answers."""
        return next((finding for finding in self.findings if remedy in finding.remedies), None)


@lru_cache(8192)
def coached(draft: Draft, left: frozenset[str] = frozenset()) -> Coached:
    """Judges a draft; the same wording with the same figures costs nothing the second time."""
    return Coached(draft, judge(draft, left=left))


def coached_table(
    workspace: Workspace, plan: Plan | None, table: Objective | KeyResult, inside: Objective | None = None
) -> Coached:
    """Judges what stands in a plan, without what somebody has left as it is.

    Args:
        workspace: knows the language.
        plan: the plan, which knows what was left.
        table: the draft.
        inside: for a key result its objective, whose language is its own unless it has one.
    """
    language = (inside.lang if inside is not None else None) or workspace.settings.language
    draft = of_objective(table, language) if isinstance(table, Objective) else of_key_result(table, language)
    left = left_of(plan, table.id, table.title) if plan is not None else frozenset()
    return coached(draft, left)


def strength(seen: Coached) -> Runs:
    """`●●●○○`."""
    return dotted(dots(seen.judged.strength), DOTS)


def meant(seen: Coached) -> tuple[tuple[int, int], ...]:
    """The words that warnings mean, half-open, in order and apart; nothing where all of the words are meant."""
    found: list[tuple[int, int]] = []
    for finding in sorted(seen.judged.findings, key=lambda finding: finding.at):
        start, end = finding.at
        whole = end - start >= len(seen.draft.text.strip())
        if finding.severity == "warn" and start < end and not whole and (not found or start >= found[-1][1]):
            found.append((start, end))
    return tuple(found)


def marked(text: str, seen: Coached) -> Runs:
    """The words of a draft, those that a warning means underlined."""
    pieces: list[Run] = []
    at = 0
    for start, end in meant(seen):
        pieces += [Run(text[at:start]), Run(text[start:end], "at_risk", underline=True)]
        at = end
    return tuple(piece for piece in (*pieces, Run(text[at:])) if piece.text)


def in_short(finding: Finding) -> str:
    """What is found, in a few words, for the row of the draft."""
    said = {
        "kr-task": _("reads like a task"),
        "kr-vague": _("from what, to what?"),
        "kr-decorative-number": _("counts the work, not what changes"),
        "kr-no-metric": _("no number that would move"),
        "obj-metric": _("holds the number of a key result"),
        "obj-bau": _("business as usual"),
        "obj-task": _("reads like a task"),
        "obj-bare": _("a theme: what changes, and for whom?"),
    }
    return said.get(finding.code, finding.code)


def finding_lines(seen: Coached, finding: Finding) -> Iterator[Line]:
    """A finding in full: how much it weighs, its code, why, and the question that leads on."""
    yield code_line(finding)
    yield Tells(message(finding, seen.draft.lang), "text" if finding.severity == "warn" else "dim")
    yield Tells(question(finding, seen.draft.lang), "accent")


def code_line(finding: Finding) -> Line:
    """How much a finding weighs, and its code."""
    head = Run("◐ " + _("warn"), "at_risk") if finding.severity == "warn" else dim("· " + _("hint"))
    return Says(runs(head, dim(f"  {finding.code}")))


def brief_lines(seen: Coached, finding: Finding) -> Iterator[Line]:
    """The same in a form, where rows are dear: why with its code, and the question."""
    glyph = Run("◐", "at_risk") if finding.severity == "warn" else dim("·")
    yield Tells(f"{message(finding, seen.draft.lang)} ({finding.code})", "dim", indent=2, first=glyph)
    yield Tells(question(finding, seen.draft.lang), "accent", indent=2)
