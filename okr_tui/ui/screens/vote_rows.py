"""The votes on one key result, in its history: the newest on its scale, those before it in a line each."""

from okr_tui.domain.review import Tally
from okr_tui.domain.standing import Standing
from okr_tui.domain.voting import CARDS, Outcome, outcome_of, tallies
from okr_tui.domain.workspace import CycleContent
from okr_tui.ui.paint.lines import Says
from okr_tui.ui.paint.runs import bold, dim, runs
from okr_tui.ui.rituals.scale import Scale
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.dates import day
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import tenths
from okr_tui.words.rituals import ritual as ritual_word


def vote_rows(content: CycleContent, standing: Standing) -> tuple[Row, ...]:
    """What people voted on a key result, the newest first; nothing where nobody ever did.

    Args:
        content: the cycle.
        standing: the key result.
    """
    told = [(each, outcome_of(each)) for each in tallies(content, standing.team, standing.key_result.id)]
    found = [(tally, result) for tally, result in told if result.votes]
    if not found:
        return ()
    kinds = {ritual.id: ritual.kind for ritual in content.file.ritual}
    newest, result = found[-1]
    before = next(
        (each.mean for tally, each in reversed(found[:-1]) if _cards(tally, kinds) == _cards(newest, kinds)), None
    )
    rows = [blank(), section(_("VOTES"), len(found))]
    rows.append(still(Scale(_called(newest, kinds), result, before, {}, cards=_cards(newest, kinds))))
    rows += [still(_line(tally, each, kinds)) for tally, each in reversed(found[:-1])]
    return tuple(rows)


def _cards(tally: Tally, kinds: dict[str, str]) -> bool:
    """Whether it was planning poker: held where drafts are made, and with cards alone."""
    drafting = kinds.get(tally.ritual, "") in {"team-drafting", "leadership-draft", "annual-okrs"}
    return drafting and set(map(str, outcome_of(tally).counts)) <= set(CARDS)


def _called(tally: Tally, kinds: dict[str, str]) -> str:
    on = day(tally.on) if tally.on else ""
    kind = kinds.get(tally.ritual)
    again = _("round {n}").format(n=tally.round) if tally.round > 1 else ""
    return " · ".join(part for part in (on, ritual_word(kind) if kind else "", again) if part)


def _line(tally: Tally, result: Outcome, kinds: dict[str, str]) -> Says:
    votes = ngettext("{n} vote", "{n} votes", result.votes).format(n=result.votes)
    spread = _("spread {n}").format(n=result.spread)
    return Says(runs(dim(f"{_called(tally, kinds)}   "), bold(tenths(result.mean)), dim(f"   {votes}, {spread}")))
