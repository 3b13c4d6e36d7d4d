"""The moment after a cycle was closed: its score, whose wins there were, and on to the next one."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from okr_tui.domain.closing import following
from okr_tui.domain.grades import company_score, cycle_graded
from okr_tui.domain.wins import wins
from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.ground import Modal
from okr_tui.ui.paint.canvas import canvas_of
from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.paint.runs import Run, bold, dim, key, runs
from okr_tui.ui.screens.wins_rows import whose
from okr_tui.ui.widgets.confetti import Confetti
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.scores import score

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench

_MOST = 4


class Celebration(Modal[None]):
    """Closing celebrates; any key that closes goes on.

    Args:
        cycle: id of the cycle that was closed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,space", "dismiss", show=False),
        Binding("enter", "on", show=False),
    ]
    CSS = """
    Celebration { align: center middle; background: $okr-background 60%; }
    Celebration > Vertical { width: 70; max-width: 100%; height: auto; padding: 1 2; background: $okr-panel; }
    Celebration Heard { width: 1fr; margin: 0 0 1 0; }
    """

    def __init__(self, cycle: str) -> None:
        super().__init__()
        self._cycle = cycle

    @property
    def _bench(self) -> "Workbench":
        return cast("Workbench", self.app)

    def compose(self) -> ComposeResult:
        """Confetti where it may fall, the score, the wins, where it goes on."""
        session = self._bench.session
        workspace, content = session.workspace, session.workspace.cycles[self._cycle]
        name = one_line(content.cycle.name)
        told = company_score(cycle_graded(workspace, content, session.today))
        found = wins(workspace, content, session.today, session.team)
        with Vertical():
            yield Confetti(self._cycle, falls=confetti_falls(self._bench))
            closed = _("{cycle} is closed.").format(cycle=name)
            yield Heard(Says(runs(Run("★ ", "accent"), bold(closed)), runs(dim(_("all teams ")), bold(score(told)))))
            for each in found[:_MOST]:
                who = workspace.name_of(whose(each))
                yield Heard(Tells(_("{who}: {text}").format(who=who, text=one_line(each.text)), indent=2,
                                  first=Run("★", "at_risk")))  # fmt: skip
            if len(found) > _MOST:
                n = len(found) - _MOST
                yield Heard(Says(dim(ngettext("and {n} more win", "and {n} more wins", n).format(n=n)), indent=2))
            after = following(workspace, content)
            if after is not None:
                words = _(" on to {cycle}: what goes on stands there as drafts").format(
                    cycle=one_line(after.cycle.name)
                )
                yield Heard(Says(runs(key("↵"), words)))
            else:
                yield Heard(Says(runs(key("↵"), _(" back"))))

    async def action_on(self) -> None:
        """To the drafts of the next cycle, where one is open."""
        session = self._bench.session
        after = following(session.workspace, session.workspace.cycles[self._cycle])
        self.dismiss()
        if after is not None:
            self._bench.choose(cycle=after.cycle.id)
            await self._bench.go("make")


def confetti_falls(bench: "Workbench") -> bool:
    """Whether this person and this terminal want it."""
    return (
        bench.preferences.confetti
        and bench.animation_level != "none"
        and not canvas_of(cast("App[object]", bench)).plain
    )
