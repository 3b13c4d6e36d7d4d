"""`okr done`: what was promised is done: an action of a retrospective, an initiative, a task, a milestone."""

import secrets

import click

from okr_tui.actions.act import Act, Author
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.domain.resolve import NothingFits, certain, pick
from okr_tui.domain.review import Action
from okr_tui.words.language import _


@click.command(
    help=_("Say that something promised is done: an action of a retrospective, an initiative, a task, a milestone.")
)
@click.argument("identity", metavar="ID", shell_complete=complete_ids("initiative", "task", "milestone"))
@json_option
def done(identity: str, *, as_json: bool) -> None:
    """Marks one thing as done."""
    where = here()
    author = Author(where.somebody, where.now, secrets.choice)
    tell([carry_out(where, lambda: _act(where, author, identity))], as_json=as_json)


def _act(where: Here, author: Author, identity: str) -> Act:
    from okr_tui.actions.drafting import toggle_done
    from okr_tui.actions.finishing import finish_action, finish_initiative

    actions = _actions(where)
    if identity not in actions:
        try:
            place = where.thing(identity, {"initiative", "task", "milestone"})
        except NothingFits:
            open_ones = [(each.id, each.text) for _cycle, _team, each in actions.values() if not each.done]
            chosen = pick(identity, open_ones, "thing")
            identity = certain(where.workspace, identity, (chosen, actions[chosen][2].text))
        else:
            if place.kind == "initiative":
                return finish_initiative(where.root, author, place)
            return toggle_done(where.root, author, place)
    cycle, team, action = actions[identity]
    return finish_action(where.root, author, cycle, team, action.id)


def _actions(where: Here) -> dict[str, tuple[str, str, Action]]:
    """Every action of every review, with its cycle and team."""
    return {
        action.id: (content.cycle.id, team, action)
        for content in where.workspace.cycles.values()
        for team, review in content.reviews.items()
        for action in review.action
    }
