"""Two places with made-up rows, to look at the frame without a workspace."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from textual.app import ComposeResult

from okr_tui.domain.errors import WrongUsage
from okr_tui.ui.app import OkrApp
from okr_tui.ui.paint.bars import Bar, Spark
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Rule, Says, Tells, Title, amount, grid, headings
from okr_tui.ui.paint.rail import FrameView, Milestone
from okr_tui.ui.paint.runs import bold, dim, key, runs
from okr_tui.ui.paint.status import status_runs
from okr_tui.ui.place import Place
from okr_tui.ui.places import PlaceEntry
from okr_tui.ui.preferences import Preferences
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, blank, section, still

COLUMNS = (
    Column("name", 25, 24, grows=True, leads=True),
    Column("now", 9, 8, title="now", right=True, gap=1, least_gap=0, leads=True),
    Column("trend", 6, title="trend", right=True, gap=3, least_gap=2, leaves=1),
    Column("bar", 14, 10, title="progress", leaves=3),
    Column("conf", 4, title="conf", right=True, gap=1),
    Column("seen", 4, title="seen", right=True, gap=2, least_gap=1, leaves=2),
    Column("status", 11, title="status", gap=2, least_gap=1),
)
UP, DOWN = (1, 2, 3, 4, 5, 6), (6, 5, 3, 2, 1, 2)


def _key_result(name, now, unit, values, share, conf, seen, status, note):
    cells = grid(
        COLUMNS, name=name, now=amount(now, unit), trend=Spark(values), bar=Bar(share, 0.37, status),
        conf=conf, seen=dim(seen), status=status_runs(status),
    )  # fmt: skip
    return Row(name, (cells, Says(dim(note))))


class Owed(Place):
    place = "home"

    def body(self) -> ComposeResult:
        yield RowPane()

    def refresh_from(self, session: Session) -> None:
        self.query_one(".body RowPane", RowPane).set_rows([
            still(headings(COLUMNS, "CHECK-INS DUE", str(session.revision))),
            still(Rule()),
            _key_result("Sign-ups active on day 7", "29", "%", UP, 0.39, "7", "7 d", "on-track", "“The wizard is on”"),
            _key_result("Median answer time", "6.2", "h", DOWN, 0.13, "4", "7 d", "slipping", "two falls in a row"),
            blank(),
            section("WAITING FOR AN ANSWER", 1),
            Row("karim", (Says(runs("Karim    ", "asks for an event"), dim("by Tue 3 Nov")),)),
        ])  # fmt: skip

    def panel(self) -> Sequence[Row]:
        return (
            still(Title("GUIDE", right=dim("g hides"), ruled=False)),
            blank(),
            still(Tells("Week 7: keep the rhythm", bold=True)),
            blank(),
            still(Tells("Check in two figures", indent=3, first=key("↵")), Tells("about a minute", "dim", indent=3)),
        )

    def action_check_in(self) -> None:
        raise WrongUsage("there is [nothing] to check in")


class Team(Place):
    place = "achieve"

    def body(self) -> ComposeResult:
        yield RowPane()

    def refresh_from(self, session: Session) -> None:
        del session
        rows = [Row(str(number), (Says(f"Key result {number}", leads=True),)) for number in range(30)]
        self.query_one(".body RowPane", RowPane).set_rows(rows)


VIEW = FrameView(
    crumbs=("Lumio", "T3 2026", "Product"),
    facts=("Fri 16 Oct", "week 7 of 17", "76 days left", "synced 2 min ago"),
    phase="achieve",
    elapsed=45 / 121,
    milestones=(
        Milestone(56 / 121, "review 27 Oct"),
        Milestone(84 / 121, "T1 opens 24 Nov"),
        Milestone(0.975, filled=True),
    ),
    waiting=((bold("7", "accent"), *runs(" things wait for you")), (bold("7", "accent"), *runs(" wait for you"))),
)
PLACES = (PlaceEntry("home", "tests.ui.demo:Owed"), PlaceEntry("achieve", "tests.ui.demo:Team"))


def session(revision: int = 2) -> Session:
    return Session(Path(), "noa", date(2026, 10, 16), None, "t3-2026", "product", revision)


def demo(preferences: Preferences | None = None) -> OkrApp:
    return OkrApp(session(), lambda _session: VIEW, places=PLACES, preferences=preferences)


if __name__ == "__main__":
    demo().run()
