"""Ids behind the tab key: key results, objectives, teams, people, with their titles as help."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from okr_tui.cli.context import Here

if TYPE_CHECKING:
    from okr_tui.store.titles import Titled

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

LONGEST_HELP = 60
"""Characters of a title that are shown beside its id."""


def complete_ids(*kinds: str) -> Complete:
    """A `shell_complete` for an argument or option that takes an id.

    Args:
        kinds: what may be named: "person" (roles too), "team", "cycle", "any" for everything in the plans, or kinds of
            `Located` such as "objective", "key-result", "kpi".
    """

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        said = ctx.params.get(param.name or "")
        if param.nargs == -1 and said and "=" not in str(said[0]):
            return []  # the second word of `okr checkin KR VALUE` is a figure
        try:
            found = _candidates(ctx.find_root().ensure_object(Here), kinds)
        except Exception:  # noqa: BLE001 - the tab key must never print a failure into somebody's command line
            return []
        return [_item(each) for each in _fitting(found, incomplete)]

    return complete


def _candidates(where: Here, kinds: tuple[str, ...]) -> list["Titled"]:
    from okr_tui.store import titles

    if where.found_root is None:
        return []
    root = where.found_root
    found: list[Titled] = []
    if "person" in kinds:
        found += titles.people(root)
    if "team" in kinds:
        found += titles.teams(root)
    if "cycle" in kinds:
        found += titles.cycles(root)
    wanted = set(kinds) - {"person", "team", "cycle"}
    if wanted:
        found += [each for each in titles.things(root, where.today) if "any" in wanted or each.kind in wanted]
    return found


def _fitting(found: list["Titled"], incomplete: str) -> list["Titled"]:
    """What begins like this; where nothing does, what has it in its title."""
    from okr_tui.domain.resolve import folded

    wanted = folded(incomplete)
    begun = [each for each in found if each.id.startswith(wanted)]
    return begun or [each for each in found if wanted in folded(each.title)]


def _item(each: "Titled") -> CompletionItem:
    from okr_tui.words.hostile import one_line

    title = one_line(each.title)
    return CompletionItem(each.id, help=title if len(title) <= LONGEST_HELP else title[: LONGEST_HELP - 1] + "…")
