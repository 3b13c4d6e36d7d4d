"""Setup: policy, cadence, the workspace's own words, closed days."""

from collections.abc import Sequence

from textual.widget import Widget

from okr_tui.actions.settings import change_settings, remove_closed
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.settings import Closed, Policy
from okr_tui.domain.table import defaults_of
from okr_tui.ui.forms.workspace import (
    LISTS,
    closed_days,
    edit_cadence,
    edit_closed,
    edit_threshold,
    edit_workspace,
    new_closed,
    threshold_text,
)
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.flow import Flows, Uncut
from okr_tui.ui.paint.lines import Line, Rule, Says, Tells, Title, grid
from okr_tui.ui.paint.runs import Run, Words, align, bold, dim
from okr_tui.ui.screens.setup_section import Asked, Section, nothing_here, nowhere
from okr_tui.ui.text import width
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words import policy
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _, ngettext
from okr_tui.words.setup import cycle_kinds, makes, month, weekdays

_NAME = 26  # cells of a fact's name and what follows it
_POLICY = (
    Column("name", 30, 24, grows=True, leads=True),
    Column("now", 6, gap=2, right=True),
    Column("usual", 8, gap=2, right=True),
)
"""The grid of the thresholds: what it is called, what it is, what it is by default."""


_THRESHOLDS = defaults_of(Policy)
"""Threshold → its default."""


class Thresholds(Section):
    """Every threshold of the policy, with its default and what it means."""

    id = "policy"

    @property
    def title(self) -> str:
        """Its name."""
        return _("Policy")

    @property
    def count(self) -> str:
        """How many differ from their default."""
        changed = sum(self._own(key) != self._default(key) for key in _THRESHOLDS)
        return ngettext("{n} changed", "{n} changed", changed).format(n=changed) if changed else ""

    @property
    def about(self) -> str:
        """What it is for."""
        return _(
            "Every threshold the app judges by. The defaults are where most sources agree; change what you practise."
        )

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """What its keys do."""
        return (("edit", _("changes it for everybody")), ("drop", _("puts the default back")))

    def rows(self) -> list[Row]:
        """Group by group, with those that this version has no words for at the end."""
        told = {key for keys in policy.GROUPS.values() for key in keys}
        groups = [*policy.GROUPS.items(), ("more", tuple(key for key in _THRESHOLDS if key not in told))]
        rows: list[Row] = []
        for code, keys in groups:
            known = [key for key in keys if key in _THRESHOLDS]
            if known:
                head = grid(
                    _POLICY, name=Run(policy.group(code), "dim", bold=True), now=dim(_("now")), usual=dim(_("default"))
                )
                rows += [*([blank()] if rows else []), still(head, Rule())]
                rows += [self._row(key) for key in known]
        return rows

    def form_to_edit(self, key: str) -> Widget:
        """One threshold."""
        if key not in _THRESHOLDS:
            raise nowhere()
        return edit_threshold(self.session, key)

    def drop(self, key: str) -> Asked | Widget:
        """Puts the default back; at once, as undo brings the value again."""
        if key not in _THRESHOLDS:
            raise nowhere()
        if key not in self.workspace.settings.policy.given:
            raise WrongUsage(_("This is the default already."))
        root, seen = self.session.root, self.workspace.settings
        return Asked("", lambda _author: change_settings(root, {f"policy.{key}": None}, seen))

    def _own(self, key: str) -> object:
        return getattr(self.workspace.settings.policy, key)

    @staticmethod
    def _default(key: str) -> object:
        return _THRESHOLDS[key]

    def _row(self, key: str) -> Row:
        said, own, default = policy.threshold(key), self._own(key), self._default(key)
        value = _shown(key, own)
        strong: Words = bold(value) if own != default else Run(value)
        if key in LISTS:
            lines: list[Line] = [grid(_POLICY, name=said.name), Tells(value, bold=own != default, indent=2)]
        else:
            lines = [Uncut(grid(_POLICY, name=said.name, now=strong, usual=dim(_shown(key, default))))]
        words = " ".join(filter(None, (said.meaning, f"({said.source})" if said.source else "")))
        if words:
            lines.append(Tells(words, "dim", indent=2))
        return Row(key, tuple(lines), "threshold")


def _shown(key: str, value: object) -> str:
    if key in LISTS and isinstance(value, tuple):
        words = LISTS[key]()
        return ", ".join(words.get(code, code) for code in value)
    return threshold_text(value)


class CadenceSection(Section):
    """How long a cycle is, and when people check in."""

    id = "cadence"

    @property
    def title(self) -> str:
        """Its name."""
        return _("Cadence")

    @property
    def count(self) -> str:
        """The kind of cycle."""
        return cycle_kinds().get(self.workspace.settings.cadence.cycle, "")

    @property
    def about(self) -> str:
        """What it is for."""
        return _("How long the next cycle will be, and when people check in. A cycle that runs keeps its days.")

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """What its keys do."""
        return (("edit", _("changes all of it at once")),)

    def rows(self) -> list[Row]:
        """What stands."""
        known = self.workspace.settings.cadence
        every = ngettext("every day", "every {n} days", known.check_in_every).format(n=known.check_in_every)
        kind = cycle_kinds()[known.cycle]
        if known.cycle == "custom" and known.weeks:
            kind = ngettext("{n} week", "{n} weeks", known.weeks).format(n=known.weeks)
        return [
            _fact("cycle", _("A cycle is"), kind),
            _fact("year_start", _("The year starts in"), month(known.year_start)),
            _fact("make", _("Drafts are made"), makes()[known.make]),
            _fact("check_in_every", _("Check-ins"), every),
            _fact("check_in_day", _("A period ends on"), weekdays()[known.check_in_day]),
        ]

    def form_to_edit(self, key: str) -> Widget:
        """All of it."""
        del key
        return edit_cadence(self.session)


class Called(Section):
    """Name, language, vision, mission."""

    id = "workspace"

    @property
    def title(self) -> str:
        """Its name."""
        return _("Workspace")

    @property
    def about(self) -> str:
        """What it is for."""
        return _("What the whole is called, and what every objective serves in the end.")

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """What its keys do."""
        return (("edit", _("changes all of it at once")),)

    def rows(self) -> list[Row]:
        """What stands."""
        known = self.workspace.settings
        languages = {"en": "English", "fr": "français"}
        return [
            _fact("name", _("Name"), known.name),
            _fact("language", _("Language of the drafts"), languages[known.language]),
            _told("vision", _("Vision"), known.vision or _("not said yet: what does every objective serve?")),
            _told("mission", _("Mission"), known.mission or _("not said yet: what do you do, for whom?")),
            _fact("vocabulary", _("You say"), _("circles") if known.vocabulary == "circle" else _("teams")),
        ]

    def form_to_edit(self, key: str) -> Widget:
        """All of it."""
        del key
        return edit_workspace(self.session)


class ClosedSection(Section):
    """Days that count for nobody."""

    id = "closed"

    @property
    def title(self) -> str:
        """Its name."""
        return _("Closed days")

    @property
    def count(self) -> str:
        """How many are not over."""
        return str(sum(each.to >= self.session.today for each in self.workspace.settings.closed) or "")

    @property
    def about(self) -> str:
        """What it is for."""
        return _("Holidays of everybody: they count for nobody, and nothing goes stale on them.")

    def rows(self) -> list[Row]:
        """Those to come first."""
        today = self.session.today
        every = sorted(self.workspace.settings.closed, key=lambda each: (each.from_, each.to))
        coming = [self._row(each) for each in every if each.to >= today]
        over = [self._row(each) for each in reversed(every) if each.to < today]
        if not coming and not over:
            return nothing_here(_("There are none. a adds days on which nothing goes stale: a holiday, an off-site."))
        return coming + ([blank(), still(Title(_("OVER"), str(len(over)))), *over] if over else [])

    def form_to_add(self, key: str) -> Widget:
        """More of them."""
        del key
        return new_closed(self.session)

    def form_to_edit(self, key: str) -> Widget:
        """Other days, another name."""
        return edit_closed(self.session, self._found(key))

    def drop(self, key: str) -> Asked | Widget:
        """They count again."""
        found, root = self._found(key), self.session.root
        question = _("Take out “{name}”? These days count again.")
        name = found.name or weekday_day(found.from_, self.session.today)
        return Asked(question.format(name=name), lambda _author: remove_closed(root, closed_days(found)))

    def _found(self, key: str) -> Closed:
        found = next((each for each in self.workspace.settings.closed if _closed_key(each) == key), None)
        if found is None:
            raise nowhere()
        return found

    def _row(self, closed: Closed) -> Row:
        longest = max(width(self._days(each)) for each in self.workspace.settings.closed)  # a day is never cut
        columns = (Column("name", 24, 8, grows=True, leads=True), Column("days", max(34, longest), longest, gap=2))
        line = grid(columns, name=closed.name or _("closed"), days=dim(self._days(closed)))
        return Row(_closed_key(closed), (line,))

    def _days(self, closed: Closed) -> str:
        today = self.session.today
        first, last = weekday_day(closed.from_, today), weekday_day(closed.to, today)
        return first if closed.to == closed.from_ else _("{first} to {last}").format(first=first, last=last)


def _closed_key(closed: Closed) -> str:
    return f"{closed.from_} {closed.to} {closed.name or ''}"


def _fact(key: str, name: str, value: str) -> Row:
    return Row(key, (Flows(value, first=align((dim(name),), max(_NAME, width(name) + 2)), leads=True),))


def _told(key: str, name: str, words: str) -> Row:
    """A fact of many words: below its name."""
    return Row(key, (Says(dim(name)), Tells(words, indent=2)))
