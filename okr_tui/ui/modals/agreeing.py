"""Proposing a team's plan, or agreeing to it: once asked, with what it does not say yet and what changed since."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from okr_tui.actions.act import Act, Author
from okr_tui.actions.agreeing import agree, propose
from okr_tui.actions.editing import edit
from okr_tui.domain.agreeing import accord, changed_since_shown, to_agree, to_propose
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.plan import Objective
from okr_tui.domain.threads import has_spoken, open_threads
from okr_tui.domain.workspace import CycleContent
from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.modals.cycle_panel import CyclePanel
from okr_tui.ui.paint.lines import Line, Says, Tells
from okr_tui.ui.paint.runs import Run, bold, dim, key, runs
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.row_messages import Selected
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.agreeing import accord_said, difference_said, lasts, missing_said
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.statuses import lifecycle
from okr_tui.words.talking import open_said

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench

Doing = Literal["propose", "agree"]


class AgreeingPanel(CyclePanel):
    """The objectives of one team that are proposed, or agreed to, together; space leaves one out.

    Args:
        doing: which of the two.
        cycle: id of the cycle.
        team: id of the team.
        objectives: what it is about.
        start: id of the objective where the cursor stands first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("A", "dismiss", show=False),
        Binding("space", "leave_out", show=False),
        Binding("enter", "carry_out", show=False),
        Binding("b", "back", show=False),
        Binding("semicolon", "talk", show=False),
    ]
    CSS = f"{CyclePanel.CSS} AgreeingPanel > Vertical {{ width: 76; }}"

    def __init__(self, doing: Doing, cycle: str, team: str, objectives: tuple[Objective, ...], start: str = "") -> None:
        super().__init__(cycle)
        self._doing, self._team, self._start = doing, team, start
        self._objectives = objectives
        self._left_out: set[str] = set()

    def compose(self) -> ComposeResult:
        """What is asked, the objectives, the keys."""
        session = self._bench.session
        team, cycle = one_line(session.workspace.name_of(self._team)), one_line(self._content.cycle.name)
        asked = _("Propose the plan of {team} for {cycle}?") if self._doing == "propose" else (
            _("Agree to the plan of {team} for {cycle}?")
        )  # fmt: skip
        with Vertical():
            yield Heard(Says(bold(asked.format(team=team, cycle=cycle)), dim(_("esc: not yet"))))
            yield self._pane
            yield Heard(Says(self._keys()))
            if session.me is not None and not has_spoken(session.workspace, session.me):
                yield Heard(Tells(lasts(), "at_risk"))

    def on_mount(self) -> None:
        """Shows it."""
        self._pane.set_rows(list(self._rows()))
        self._pane.focus(scroll_visible=False)
        if self._start:
            self.call_after_refresh(self._pane.go_to, self._start)

    def _keys(self) -> tuple[Run, ...]:
        does = _("propose") if self._doing == "propose" else _("agree")
        back = (key("b"), Run(" " + _("a draft again") + "   ")) if self._can_go_back() else ()
        return runs(
            key("↵"),
            " " + does + "   ",
            key("space"),
            " " + _("leave out") + "   ",
            *back,
            key(";"),
            " " + _("ask first"),
        )

    def _can_go_back(self) -> bool:
        return any(each.status == "proposed" for each in self._objectives)

    # what it shows

    def _rows(self) -> Iterator[Row]:
        """Every objective, with what there is to know before one says yes."""
        waiting = open_threads(self._bench.session.workspace, self._content)
        for number, each in enumerate(self._objectives):
            if number:
                yield blank()
            out = each.id in self._left_out
            box = dim("☐ ") if out else Run("☑ ", "accent")
            lines: list[Line] = [Says(runs(box, bold(one_line(each.title))), dim(lifecycle(each.status)))]
            asked = sum(waiting.get(identity, 0) for identity in _ids(each))
            if asked:
                lines.append(Tells(open_said(asked), "at_risk", indent=4, first=Run("  ?", "at_risk")))
            yield Row(each.id, (*lines, *self._about(each)), "objective")
        if self._doing == "propose":
            yield blank()
            words = _("What a plan does not say yet never blocks it: whoever must agree sees it, too.")
            yield still(Tells(words, "dim"))

    def _about(self, each: Objective) -> Iterator[Line]:
        session = self._bench.session
        workspace = session.workspace
        if self._doing == "propose":
            changed = changed_since_shown(self._content, each)
            for words in missing_said(each, workspace.settings.policy):
                yield Tells(words, "dim", indent=4, first=Run("  ·", "at_risk"))
        else:
            found = accord(workspace, self._content, self._team, each, session.today)
            changed = found.since.get(session.me or "", ())
            yield Tells(accord_said(workspace, found), "dim", indent=4)
        for one in changed:
            yield Tells(difference_said(one), indent=4, first=Run("  ±", "accent"))

    # keys

    def action_leave_out(self) -> None:
        """Leaves the objective of the cursor out, or takes it in again."""
        here = self._pane.here
        if here is not None:
            self._left_out ^= {here.key}
            self._pane.set_rows(list(self._rows()))

    async def on_row_pane_selected(self, event: Selected) -> None:
        """Enter in the list is the answer."""
        event.stop()
        await self.action_carry_out()

    async def action_carry_out(self) -> None:
        """Proposes, or agrees."""
        chosen = tuple(each for each in self._objectives if each.id not in self._left_out)
        session, content = self._bench.session, self._content
        if not chosen:
            self.dismiss()
            return
        if self._doing == "propose":
            make: Callable[[Author], Act] = lambda author: propose(session.root, author, content, self._team, chosen)  # noqa: E731
        else:
            make = lambda author: agree(session.root, author, session.workspace, content, self._team, chosen)  # noqa: E731
        if await self._bench.change(make) is not None:
            self.dismiss()

    async def action_back(self) -> None:
        """Makes the proposal of the cursor a draft again."""
        here = self._pane.here
        place = self._content.located.get(here.key) if here is not None else None
        if place is None or place.objective is None or place.objective.status != "proposed":
            return
        root = self._bench.session.root
        if await self._bench.change(lambda author: edit(root, author, place, {"status": "draft"})) is not None:
            self.dismiss()

    def action_talk(self) -> None:
        """Opens the threads of the objective of the cursor."""
        from okr_tui.ui.modals.talking import about_of
        from okr_tui.ui.modals.thread import ThreadPanel

        here = self._pane.here
        about = about_of(self._bench.session, here.key) if here is not None else None
        if about is not None:
            self.app.push_screen(ThreadPanel(about))


def open_agreeing(app: "Workbench", cycle: str | None, team: str | None, start: str = "", *, first: Doing) -> None:
    """Opens what a team proposes, or what waits for an agreement.

    Args:
        app: the app.
        cycle: id of the cycle; team: id of the team.
        team: see above.
        start: id of the objective of the cursor.
        first: what is looked for first: "propose" wherever there is something to propose, "agree" unless the cursor is
            on something to propose.

    Raises:
        WrongUsage: there is nothing to propose, and nothing to agree to.
    """
    session = app.session
    content = session.workspace.cycles.get(cycle or "")
    if content is None or team is None:
        raise WrongUsage(_("There is no cycle or no team whose plan could be proposed."))
    waiting = {"propose": _proposable(content, team), "agree": _agreeable(session, content, team)}
    here = next((doing for doing, each in waiting.items() if any(one.id == start for one in each)), None)
    proposing = "propose" in {here, first}
    order: tuple[Doing, ...] = ("propose", "agree") if proposing else ("agree", "propose")
    doing = next((each for each in order if waiting[each]), None)
    if doing is None:
        raise WrongUsage(_("Nothing of this team's plan waits: no draft to propose, nothing new to agree to."))
    app.push_screen(AgreeingPanel(doing, content.cycle.id, team, waiting[doing], start))


def _proposable(content: CycleContent, team: str) -> tuple[Objective, ...]:
    plan = content.plans.get(team)
    return to_propose(content, plan) if plan is not None else ()


def _agreeable(session: Session, content: CycleContent, team: str) -> tuple[Objective, ...]:
    return to_agree(session.workspace, content, team, session.me or "", session.today)


def _ids(objective: Objective) -> Iterator[str]:
    yield objective.id
    yield from (each.id for each in objective.key_result)
