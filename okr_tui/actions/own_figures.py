"""Figures prefilled by commands that a person names in their own config: looked for only when a check-in is opened."""

from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from okr_tui.store.own_commands import Command, Fetched, fetch, own_commands
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

_AT_ONCE = 4


class Prefilled(NamedTuple):
    """What a person's own command says of a key result or KPI.

    Attributes:
        text: what it printed, to be read like something typed; None where it failed.
        trouble: a sentence where it failed; empty otherwise.
    """

    text: str | None
    trouble: str = ""


def commands_for(ids: Collection[str]) -> dict[str, Command]:
    """Those of these ids for which the person's config names a command; quick, runs nothing."""
    return {key: command for key, command in own_commands().items() if key in ids}


def own_figures(ids: Collection[str]) -> dict[str, Prefilled]:
    """Runs the commands for these ids, some at once; takes as long as they take, ten seconds each at most.

    Args:
        ids: of key results and KPIs.

    Returns:
        What each said; nothing for an id without a command.
    """
    commands = commands_for(ids)
    if not commands:
        return {}
    with ThreadPoolExecutor(_AT_ONCE) as workers:
        found = dict(zip(commands, workers.map(fetch, commands.values()), strict=True))
    return {key: _prefilled(key, fetched) for key, fetched in found.items()}


def _prefilled(key: str, fetched: Fetched) -> Prefilled:
    if fetched.text is not None:
        return Prefilled(one_line(fetched.text))
    message = _("Your command for “{id}” told nothing ({why}).")
    return Prefilled(None, message.format(id=one_line(key), why=one_line(fetched.failure)))
