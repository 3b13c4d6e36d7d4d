"""`okr checkin --withdraw` and `--replaces`: taking back or correcting what one said, visibly."""

import secrets
from typing import TYPE_CHECKING

from okr_tui.actions.act import Author
from okr_tui.cli.context import Here
from okr_tui.cli.told import carry_out, tell
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.corrections import Told


def withdraw(where: Here, text: str, *, as_json: bool) -> None:
    """Takes back a check-in of one's own: it stays in the journal, and says that it does not count.

    Args:
        where: the workspace, and who asks.
        text: the id of the check-in, or of a key result or KPI, whose last own check-in is meant.
        as_json: an object for scripts.

    Raises:
        WrongUsage: there is none, somebody else said it, or it is taken back already.
    """
    from okr_tui.actions.taking_back import take_back

    found = own_said(where, text)
    if found.state == "withdrawn":
        raise WrongUsage(_("It is taken back already; “okr undo” right after lets it count again."))
    author = Author(where.somebody, where.now, secrets.choice)
    content, identity = where.workspace.cycles[found.cycle], found.entry.check_in.id
    done = carry_out(where, lambda: take_back(where.root, author, content, identity))
    line = _("{title}, {day}: taken back; it stays in the log").format(
        title=_title(where, found), day=_day(where, found)
    )
    tell([done], as_json=as_json, lines=[_("{line} · undo with okr undo").format(line=one_line(line))])
    from okr_tui.cli.prompt import refresh_soon

    refresh_soon(str(where.root))


def own_said(where: Here, text: str) -> "Told":
    """The check-in of one's own that is meant: by its id, or the last that counts on a key result or KPI.

    Raises:
        WrongUsage: there is none, or somebody else said it.
        OkrError: nothing is called so.
    """
    from okr_tui.domain.corrections import last_own, told_by

    found = told_by(where.workspace, text, where.today)
    if found is None:
        try:
            item = where.thing(text, ("key-result", "kpi"))
        except OkrError:
            if text.startswith("ci-"):
                raise WrongUsage(
                    _("There is no check-in “{id}”; “okr log --json” has their ids.").format(id=text[:40])
                ) from None
            raise
        found = last_own(where.workspace, item.table.id, where.somebody, where.today)  # type: ignore[attr-defined]
        if found is None:
            raise WrongUsage(_("You have said nothing on “{title}” that counts.").format(title=item.title[:60]))
    if found.entry.person != where.somebody:
        raise WrongUsage(_("Only who said it can take it back or correct it."))
    return found


def _title(where: Here, found: "Told") -> str:
    from okr_tui.actions.looking_back import title_of

    return title_of(where.workspace, found.entry.check_in.about, where.today)


def _day(where: Here, found: "Told") -> str:
    from okr_tui.words.dates import weekday_day

    return weekday_day(found.entry.check_in.on, where.today)
