"""Letting an alert stand, with the reason that the next person sees, and taking it up again."""

from pathlib import Path

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.nested import new_plan
from okr_tui.actions.validity import still_valid
from okr_tui.domain.alerts.alert import Alert
from okr_tui.domain.alignment import Let
from okr_tui.domain.errors import WrongUsage
from okr_tui.store.layout import plan_path
from okr_tui.store.tables import held
from okr_tui.words.language import _


def dismiss(root: Path, author: Author, cycle: str, alert: Alert, why: str) -> Act:
    """Lets an alert stand: it is written into the plan of its team, and holds until somebody rewords what it is about.

    Args:
        root: the workspace folder.
        author: who lets it stand.
        cycle: id of the cycle.
        alert: what is let stand.
        why: the reason; the next person reads it.

    Raises:
        WrongUsage: no reason.
        OkrError: the plan can't be read.
    """
    if not why.strip():
        raise WrongUsage(_("Say why it may stand: the next person reads it."), option="--why")
    plan = held(root, plan_path(cycle, alert.team))
    tables = plan.tables or new_plan(alert.team)
    let = tables.setdefault("dismissed", [])
    taken = {each.get("about") for each in let if each.get("code") == alert.code}
    about = next((each for each in alert.about if each not in taken), alert.about[0])
    let[:] = [each for each in let if (each.get("about"), each.get("code")) != (about, alert.code)]
    table = {"about": about, "code": alert.code, "why": why.strip(), "by": author.me}
    let.append({**table, "digest": alert.digest} if alert.digest else table)
    still_valid(plan._replace(tables=tables))
    return one_file(about, _("let an alert stand: {code}").format(code=alert.code), plan, tables)


def take_up(root: Path, cycle: str, let: Let) -> Act:
    """Takes an alert up again that somebody let stand.

    Raises:
        WrongUsage: somebody did so already.
        OkrError: the plan can't be read.
    """
    plan = held(root, plan_path(cycle, let.team))
    known = plan.tables.get("dismissed", [])
    kept = [
        each for each in known if (each.get("about"), each.get("code")) != (let.dismissed.about, let.dismissed.code)
    ]
    if len(kept) == len(known):
        raise WrongUsage(_("That is how it stands already; nothing was changed."))
    plan.tables["dismissed"] = kept
    if not kept:
        del plan.tables["dismissed"]
    name = _("take an alert up again: {code}").format(code=let.dismissed.code)
    return one_file(let.dismissed.about, name, plan, plan.tables)
