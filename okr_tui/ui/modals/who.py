"""Who are you? The first question of the app where nobody is known: choose yourself from the list, or add yourself."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from okr_tui.domain.pasted import Pasted, read_people
from okr_tui.domain.people import Person
from okr_tui.domain.resolve import folded
from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.modals.typing import TypingModal
from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.paint.runs import bold, dim
from okr_tui.ui.widgets.picker import Picker
from okr_tui.ui.widgets.rows import Row, still
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench

_NEW = "new "
"""What the key of the row begins with that adds somebody; no id holds a space."""


class Who(TypingModal):
    """A line to type into, and the people of the workspace who fit it."""

    @property
    def _bench(self) -> "Workbench":
        return cast("Workbench", self.app)

    def compose(self) -> ComposeResult:
        """The line and the list."""
        with Vertical():
            with Horizontal(classes="head"):
                yield Heard(Says(bold(_("Who are you?")), dim(_("↵ it’s me · esc only looks around"))))
            yield Picker(self._rows)

    def on_mount(self) -> None:
        """The keys are for the line."""
        self.query_one(Picker).take_keys()

    def on_picker_picked(self, event: Picker.Picked) -> None:
        """It is this person from now on, on this machine."""
        event.stop()
        bench, key, typed = self._bench, event.row.key, event.picker.text
        self.dismiss()
        if key.startswith(_NEW):
            bench.call_later(bench.join, typed)
        else:
            bench.call_later(bench.become, key)

    def _rows(self, text: str) -> list[Row]:
        workspace = self._bench.session.workspace
        wanted = folded(text).split()
        people = [
            each for each in workspace.people if each.left is None and all(word in _words(each) for word in wanted)
        ]
        rows = [Row(each.id, (Says(each.name, dim(self._teams(each.team)), leads=True),), "person") for each in people]
        new = self._new(text)
        if new is not None:
            told = " · ".join(filter(None, (new.email, self._teams(new.team))))
            rows.append(
                Row(_NEW, (Says(bold(_("+ add {name}").format(name=new.name)), dim(told), leads=True),), "person")
            )
        elif not rows or not text.strip():
            hint = _("Not in the list? Type your name, address and team: Ada Byron, ada@acme.example, Product")
            rows.insert(0, still(Tells(hint, "dim")))
        return rows

    def _new(self, text: str) -> Pasted | None:
        """Somebody who is in no file yet, once there is more than a name."""
        workspace = self._bench.session.workspace
        if "," not in text and "<" not in text:
            return None
        lines = read_people(text, workspace.people, workspace.teams)
        return lines[0] if len(lines) == 1 and lines[0].kind == "added" else None

    def _teams(self, teams: tuple[str, ...]) -> str:
        return ", ".join(self._bench.session.workspace.name_of(team) for team in teams)


def _words(person: Person) -> str:
    return folded(" ".join((person.name, person.id, person.email or "", *person.team)))
