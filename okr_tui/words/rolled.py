"""How the number of an objective or a team came about: the weighted mean, written out."""

from okr_tui.domain.plan import Objective
from okr_tui.domain.rollup import ObjectiveStanding, TeamStanding
from okr_tui.domain.score import clamped
from okr_tui.domain.standing import Standing
from okr_tui.words.explain import Row
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import number, percent, tenths
from okr_tui.words.statuses import labelled, lifecycle, word


def explain_objective(rolled: ObjectiveStanding) -> tuple[Row, ...]:
    """Why an objective stands where it does: its key results with their weights, and their mean."""
    alive = [item for item in rolled.key_results if item.key_result.dropped is None]
    rows = [
        Row(_("Objective"), _life(rolled.objective)),
        Row(_("Health"), _health(rolled, alive)),
        Row(_("Progress"), _mean(rolled, alive)),
    ]
    if rolled.without_value:
        rows.append(Row("", _unknown(rolled.without_value)))
    rows += [Row(_("Expected"), percent(rolled.expected)), Row(_("Score"), tenths(rolled.score))]
    rows += [Row(_("Key result"), _share(item)) for item in rolled.key_results]
    return tuple(rows)


def explain_team(rolled: TeamStanding) -> tuple[Row, ...]:
    """Why a team stands where it does: its objectives, and their mean."""
    counting = [item for item in rolled.objectives if item.score is not None]
    rows = [
        Row(_("Progress"), _plain_mean([item.progress for item in counting], rolled.progress)),
        Row(_("Expected"), percent(rolled.expected)),
        Row(_("Score"), tenths(rolled.score)),
        Row(_("Checked in"), _("{n} of {all} key results").format(n=rolled.checked_in, all=rolled.pursued)),
        Row(_("Rhythm"), percent(rolled.rhythm)),
    ]
    return (*rows, *(Row(_("Objective"), _objective(item)) for item in rolled.objectives))


def _life(objective: Objective) -> str:
    status = "dropped" if objective.dropped is not None else objective.status
    ambition = _("committed") if objective.ambition == "committed" else _("aspirational")
    return f"{lifecycle(status)}, {ambition}"


def _health(rolled: ObjectiveStanding, alive: list[Standing]) -> str:
    same = sum(item.status == rolled.health for item in alive)
    if not alive:
        return labelled(rolled.health)
    return _("{status}, as its worst key result ({n} of {all})").format(
        status=labelled(rolled.health), n=same, all=len(alive)
    )


def _mean(rolled: ObjectiveStanding, alive: list[Standing]) -> str:
    """The weighted mean with every share and weight: "(34 % × 2 + 0 % × 1) ÷ 3 = 23 %"."""
    if rolled.progress is None:
        return _("none: only agreed objectives with key results count")
    weights = [item.key_result.weight for item in alive]
    shares = [percent(clamped(item.progress or 0.0)) for item in alive]
    if len(set(weights)) == 1:
        above = " + ".join(shares)
        below = str(len(alive))
    else:
        above = " + ".join(f"{share} × {number(weight)}" for share, weight in zip(shares, weights, strict=True))
        below = number(sum(weights))
    return f"({above}) ÷ {below} = {percent(rolled.progress)}" if len(alive) > 1 else percent(rolled.progress)


def _plain_mean(shares: list[float | None], result: float | None) -> str:
    if result is None:
        return _("none: no agreed objective with key results yet")
    if len(shares) == 1:
        return percent(result)
    return f"({' + '.join(percent(share) for share in shares)}) ÷ {len(shares)} = {percent(result)}"


def _unknown(count: int) -> str:
    return ngettext(
        "{n} key result has no progress to count and counts as 0 %",
        "{n} key results have no progress to count and count as 0 %",
        count,
    ).format(n=count)


def _share(item: Standing) -> str:
    title = one_line(item.key_result.title)
    if item.key_result.dropped is not None:
        return _("{title}: dropped, left out").format(title=title)
    share = percent(item.progress) if item.progress is not None else _("no value, counts 0 %")
    return _("{title}: {share}, weight {weight}, {status}").format(
        title=title, share=share, weight=number(item.key_result.weight), status=word(item.status)
    )


def _objective(item: ObjectiveStanding) -> str:
    title = one_line(item.objective.title)
    if item.score is None:
        return _("{title}: {status}, left out of the mean").format(title=title, status=_why_left_out(item))
    return _("{title}: {share}, {health}").format(title=title, share=percent(item.progress), health=word(item.health))


def _why_left_out(item: ObjectiveStanding) -> str:
    return _life(item.objective) if not item.objective.live else _("no key results")
