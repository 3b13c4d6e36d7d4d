"""What one key says to a piece of news on Home: thanks, or a word in the thread that it belongs to."""

from collections.abc import Callable
from datetime import date

from okr_tui.actions.act import Act, Author
from okr_tui.actions.aligning import thank
from okr_tui.actions.answering import say_on
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.news import News
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.screens.home_news import news_of, told_line
from okr_tui.ui.screens.home_waiting import called
from okr_tui.ui.session import Session
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _


def thanks(session: Session, since: date, key: str) -> Callable[[Author], Act] | None:
    """What thanks whoever did what a row of news is about; None where nobody did, or it is no news.

    Raises:
        WrongUsage: there is no cycle whose journal could take it.
    """
    item = news_of(session, since, key)
    if item is None or item.by not in session.workspace.person_by_id:
        return None
    cycle = session.workspace.default_cycle(session.today)
    if cycle is None:
        raise WrongUsage(_("There is no open cycle whose journal could take this."))
    words, root, to, where = _thanks(item), session.root, item.by, cycle.cycle.id
    return lambda author: thank(root, author, where, to, words)


def _thanks(item: News) -> str:
    """What the thanks are for."""
    title = one_line(item.about.title) if item.about is not None else ""
    if not title:
        return _("thank you")
    if item.kind == "check-in" and item.after is not None:
        return _("for “{title}”: {news}").format(
            title=title, news=told_line(item).removeprefix(title).split(", ")[0].strip()
        )
    return _("for “{title}”").format(title=title)


def reply_form(session: Session, since: date, key: str) -> TableForm | None:
    """A form for a word on what a row of news is about; an answer where somebody has said something. None: about nothing."""
    item = news_of(session, since, key)
    if item is None or item.about is None:
        return None
    about = str(getattr(item.about.table, "id", ""))
    if not about or item.about.kind == "request":
        return None
    cycle, reply = item.about.cycle, item.id or None

    def make(typed: Typed) -> Callable[[Author], Act]:
        return lambda author: say_on(session.root, author, cycle, about, typed["text"], reply_to=reply)

    name = called(session.workspace, item.by) if item.by else session.workspace.name_of(item.about.team)
    fields = (
        Field("text", _("words"), asks=_("Your word, in a sentence; {name} reads it.").format(name=one_line(name))),
    )
    return TableForm(told_line(item), fields, make, draft=f"react {item.id or about}")
