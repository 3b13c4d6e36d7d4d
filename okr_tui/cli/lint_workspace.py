"""The drafts of a workspace for `okr lint`: what isn't agreed yet, with what shows only on the whole plan."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from okr_tui.cli.lint import Linted
from okr_tui.domain.drafts.coach import Judged, judge
from okr_tui.domain.drafts.draft import Draft, DraftKind, Lang, of_key_result, of_objective
from okr_tui.domain.drafts.found import Finding
from okr_tui.domain.drafts.left import left_of
from okr_tui.domain.drafts.sets import SetFinding, judge_plan

if TYPE_CHECKING:
    from okr_tui.domain.plan import Objective, Plan
    from okr_tui.domain.workspace import Workspace

DRAFTED = ("draft", "proposed")
"""Statuses of an objective whose wording is still open."""


def drafts_of(workspace: "Workspace", today: date, lang: Lang | None, kind: DraftKind | None) -> Iterator[Linted]:
    """Every objective that isn't agreed yet, in open cycles, each followed by its key results.

    Findings on an objective and its key results together stand with the objective; those on the whole plan with the
    first objective too many, else with the first one.
    """
    spoken: Lang = lang or workspace.settings.language
    for content in workspace.open_cycles(today):
        for team, plan in content.plans.items():
            drafted = [each for each in plan.objective if each.status in DRAFTED and each.dropped is None]
            if not drafted:
                continue
            on_set = judge_plan(plan, workspace.settings.policy, content.entries, spoken)
            most = workspace.settings.policy.max_objectives
            for number, objective in enumerate(drafted):
                about = [each for each in on_set if each.about == objective.id]
                if objective is drafted[min(most, len(drafted) - 1)]:
                    about += [each for each in on_set if each.code == "set-too-many" and each.about == team]
                if number == 0:
                    about += [each for each in on_set if each.about == team and each.code != "set-too-many"]
                yield from _with_key_results(plan, objective, about, spoken, lang, kind)


def _with_key_results(
    plan: "Plan",
    objective: "Objective",
    about: list[SetFinding],
    spoken: Lang,
    lang: Lang | None,
    kind: DraftKind | None,
) -> Iterator[Linted]:
    if kind != "key_result":
        draft = _in(of_objective(objective, spoken), lang)
        judged = judge(draft, left=left_of(plan, objective.id, objective.title))
        yield Linted(draft, _and_on_set(draft, judged, about), objective.id, plan.team)
    if kind == "objective":
        return
    for key_result in objective.key_result:
        if key_result.dropped is None:
            draft = _in(of_key_result(key_result, objective.lang or spoken), lang)
            judged = judge(draft, left=left_of(plan, key_result.id, key_result.title))
            yield Linted(draft, judged, key_result.id, plan.team)


def _in(draft: Draft, lang: Lang | None) -> Draft:
    """The draft in the language that the command line says, if it says one."""
    return draft if lang is None else draft._replace(lang=lang)


def _and_on_set(draft: Draft, judged: Judged, about: list[SetFinding]) -> Judged:
    """With what is found on the set, about the whole of the objective's words; its own strength stays."""
    whole = (0, len(draft.text))
    on_set = (Finding(each.code, each.severity, whole, each.facts, ("leave",)) for each in about)
    return judged._replace(findings=(*judged.findings, *on_set))
