"""The line below a field of which somebody else has written something else meanwhile."""

from collections.abc import Iterable, Mapping

from textual.widget import Widget

from okr_tui.ui.forms.caption import Caption
from okr_tui.ui.forms.field import Field
from okr_tui.ui.forms.meanwhile import told
from okr_tui.ui.forms.pick import Pick
from okr_tui.ui.widgets.entry import Entry, to_typed


class Met(Caption):
    """Both values, with the key that takes the other one.

    Attributes:
        open: whether there is another value to take.
    """

    DEFAULT_CSS = "Met { height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self.open = False

    def offers(self, field: Field, typed: str | None) -> None:
        """Says what stands in the file by now.

        Args:
            field: as it is asked for now.
            typed: what the person has typed; None where that is nothing of their own.
        """
        words = dict(field.options)
        self.open, self.display = typed is not None, True
        mine = None if typed is None else words.get(typed, typed)
        self.say(*told(words.get(field.text, field.text), field.by, mine))

    def taken(self) -> None:
        """The other value stands in the field now: there is nothing left to say."""
        self.open = False
        self.display = False


class Meets:
    """The fields of a form in which what is typed meets what somebody else has written.

    Args:
        form: the form.
        inputs: its fields by their keys, as they are made.
    """

    def __init__(self, form: Widget, inputs: Mapping[str, Entry | Pick]) -> None:
        self._form, self._inputs = form, inputs
        self._lines: dict[str, Met] = {}

    def meet(self, before: Field, now: Field) -> None:
        """Of one field the file says something else: untouched it follows, what is typed stays beside the other value."""
        given = self._inputs[now.key]
        mine, theirs = given.value, to_typed(now.text)
        if mine == to_typed(before.text):
            given.value = mine = theirs
        line = self._lines.get(now.key)
        if line is None:
            line = self._lines[now.key] = Met()
            self._form.mount(line, after=next(each for each in given.ancestors if isinstance(each, Widget)))
        line.offers(now, None if mine == theirs else mine)

    def take(self, fields: Iterable[Field]) -> None:
        """Takes what somebody else wrote: in the field of the cursor, else in the only one where they differ.

        Args:
            fields: as they are asked for now.
        """
        waiting = [field for field in fields if field.key in self._lines and self._lines[field.key].open]
        here = [field for field in waiting if self._inputs[field.key].has_focus]
        chosen = here or (waiting if len(waiting) == 1 else [])
        for field in chosen:
            self._inputs[field.key].value = to_typed(field.text)
            self._lines[field.key].taken()
