"""`okr dismiss ID CODE --why`: let an alert stand, with the reason that the next person sees."""

import secrets
from typing import TYPE_CHECKING

import click

from okr_tui.actions.act import Author
from okr_tui.cli.context import Here, here
from okr_tui.cli.output import cycle_option
from okr_tui.cli.told import asked_reason, carry_out, json_option, tell
from okr_tui.domain.errors import PersonMustDecide, WrongUsage
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.alerts.alert import Alert


@click.command(
    help=_("Let an alert of “okr align” stand, with the reason. It comes back when somebody changes the wording.")
)
@click.argument("identity", metavar="ID")
@click.argument("code", metavar="CODE", required=False)
@click.option("--why", help=_("The reason; the next person reads it."))
@cycle_option
@json_option
def dismiss(identity: str, code: str | None, why: str | None, cycle: str | None, *, as_json: bool) -> None:
    """Lets one alert stand."""
    from okr_tui.actions.dismissing import dismiss as dismissed

    where = here()
    content = where.cycle(cycle)
    alert = _meant(where, content.cycle.id, identity, code)
    reason = asked_reason(_("Why may it stand?"), why) or ""
    author = Author(where.somebody, where.now, secrets.choice)
    tell([carry_out(where, lambda: dismissed(where.root, author, content.cycle.id, alert, reason))], as_json=as_json)


def _meant(where: Here, cycle: str, identity: str, code: str | None) -> "Alert":
    """The open alert about this, of this code where several are."""
    from okr_tui.domain.alignment import alignment

    found = alignment(where.workspace, where.workspace.cycles[cycle], where.today)
    about = [each for each in found.alerts if any(one.startswith(identity) for one in each.about)]
    exact = [each for each in about if identity in each.about] or about
    fitting = [each for each in exact if code in {None, each.code}]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        message = _("Several alerts are about “{id}”; say which code.").format(id=identity[:80])
        raise PersonMustDecide(message, tuple((each.about[0], each.code) for each in fitting))
    raise WrongUsage(_("There is no such open alert about “{id}”; “okr align” lists them.").format(id=identity[:80]))
