"""Setup: people, and when they are away."""

from collections.abc import Iterator, Sequence

from textual.widget import Widget

from okr_tui.actions.people import remove_absence
from okr_tui.domain.people import Away, Person
from okr_tui.ui.forms.choice import Choice
from okr_tui.ui.forms.person import absence_of, edit_absence, edit_person, leaving, new_absence, new_person
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Title, grid
from okr_tui.ui.paint.runs import Run, Words, dim
from okr_tui.ui.screens.setup_section import Asked, Section, nothing_here, nowhere
from okr_tui.ui.text import width
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.dates import day, weekday_day
from okr_tui.words.language import _
from okr_tui.words.setup import method_roles

PERSON, LINES, AWAY = "person", "lines", "away"
"""What can be added among people: one, many as pasted lines, days on which the one of the cursor is away."""


class People(Section):
    """Everybody: who is here, and who has left."""

    id, file = "people", "people.toml"

    @property
    def title(self) -> str:
        """Its name."""
        return _("People")

    @property
    def count(self) -> str:
        """How many are here."""
        return str(len(self._here()))

    @property
    def about(self) -> str:
        """What it is for."""
        return _("Who owns, checks in, comments. Whoever leaves is kept, so that what they said keeps its name.")

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """What its keys do."""
        return (
            ("add", _("adds one, many pasted as “name, email, team”, or an absence")),
            ("edit", _("changes name, email, teams, roles, days")),
            ("drop", _("says when somebody left")),
        )

    def rows(self) -> list[Row]:
        """A row for each, those who left at the end."""
        here = self._here()
        gone = [each for each in self.workspace.people if each not in here]
        if not here and not gone:
            return nothing_here(_("Nobody is here yet. a adds one, or many at once: paste lines “name, email, team”."))
        rows = [self._row(each) for each in here]
        if gone:
            rows += [blank(), still(Title(_("LEFT"), str(len(gone))))]
            rows += [self._row(each) for each in gone]
        return rows

    def form_to_add(self, key: str) -> Widget:
        """Asks what: one person, many, an absence; the first of all is asked for at once."""
        answers = [(PERSON, _("one person")), (LINES, _("many: paste lines “name, email, team”"))]
        person = self.workspace.person_by_id.get(key)
        if person is not None:
            answers.append((AWAY, _("days on which {name} is away").format(name=person.name)))
        return Choice(_("Add what?"), answers, "add-people")

    def form_for(self, what: str, key: str) -> Widget:
        """The form that a person chose."""
        if what == LINES:
            from okr_tui.ui.forms.paste import PasteForm

            return PasteForm(self._now)
        if what == AWAY:
            return new_absence(self.session, key)
        known = self.workspace.person_by_id.get(key)
        return new_person(self._now, known.team[0] if known and known.team else self.session.team)

    def form_to_edit(self, key: str) -> Widget:
        """Everything of a person."""
        return edit_person(self.session, self._person(key))

    def drop(self, key: str) -> Asked | Widget:
        """Nobody is taken out: they leave."""
        return leaving(self.session, self._person(key))

    def _person(self, key: str) -> Person:
        if key not in self.workspace.person_by_id:
            raise nowhere()
        return self.workspace.person_by_id[key]

    def _here(self) -> list[Person]:
        today = self.session.today
        return [each for each in self.workspace.people if each.left is None or each.left >= today]

    def _row(self, person: Person) -> Row:
        columns = (
            Column("name", 22, 16, grows=True, leads=True),
            Column("team", 18, 12, gap=2),
            Column("what", 18, 15, gap=2, leaves=2),
            Column("email", 24, 14, gap=2, leaves=1),
        )
        teams = ", ".join(self.workspace.name_of(each) for each in person.team)
        line = grid(columns, name=person.name, team=dim(teams), what=self._what(person), email=dim(person.email or ""))
        return Row(person.id, (line,), "person")

    def _what(self, person: Person) -> Words:
        today = self.session.today
        if person.left is not None and person.left < today:
            return dim(_("left {day}").format(day=day(person.left, today)))
        if person.is_away(today):
            return Run(_("away"), "at_risk")
        words = method_roles()
        return dim(", ".join(words.get(role, role) for role in person.roles))


class Absences(Section):
    """Who is away, from when to when, and who stands in."""

    id, file = "absences", "people.toml"

    @property
    def title(self) -> str:
        """Its name."""
        return _("Absences")

    @property
    def count(self) -> str:
        """How many are not over."""
        return str(sum(away.to >= self.session.today for _person, away in self._all()) or "")

    @property
    def about(self) -> str:
        """What it is for."""
        return _("Nothing goes stale while its owner is away, and whoever stands in answers meanwhile.")

    def rows(self) -> list[Row]:
        """Those to come first, then those that are over."""
        today = self.session.today
        every = sorted(self._all(), key=lambda each: (each[1].from_, each[1].to, each[0].name))
        coming = [self._row(person, away) for person, away in every if away.to >= today]
        over = [self._row(person, away) for person, away in reversed(every) if away.to < today]
        if not coming and not over:
            return nothing_here(_("Nobody is away. a says who will be, and who stands in."))
        return coming + ([blank(), still(Title(_("OVER"), str(len(over)))), *over] if over else [])

    def form_to_add(self, key: str) -> Widget:
        """Somebody is away."""
        return new_absence(self.session, key.partition(" ")[0] or None)

    def form_to_edit(self, key: str) -> Widget:
        """Other days, another stand-in."""
        return edit_absence(self.session, *self._found(key))

    def drop(self, key: str) -> Asked | Widget:
        """Somebody is here after all."""
        person, away = self._found(key)
        root, name = self.session.root, self.workspace.name_of(person)
        return Asked(
            _("{name} is here after all?").format(name=name),
            lambda _author: remove_absence(root, person, absence_of(away)),
        )

    def _all(self) -> Iterator[tuple[Person, Away]]:
        return ((person, away) for person in self.workspace.people for away in person.away)

    def _found(self, key: str) -> tuple[str, Away]:
        for person, away in self._all():
            if _key(person, away) == key:
                return person.id, away
        raise nowhere()

    def _row(self, person: Person, away: Away) -> Row:
        today = self.session.today
        longest = max(width(self._days(each)) for _person, each in self._all())  # a day is never cut
        columns = (
            Column("name", 22, 8, grows=True, leads=True),
            Column("days", max(30, longest), longest, gap=2),
            Column("stand_in", 20, 12, gap=2, leaves=1),
        )
        instead = self.workspace.name_of(away.stand_in) if away.stand_in else ""
        days = self._days(away)
        said = _("{name} stands in").format(name=instead) if instead else ""
        role = "at_risk" if away.from_ <= today <= away.to else "dim"
        return Row(_key(person, away), (grid(columns, name=person.name, days=Run(days, role), stand_in=dim(said)),))

    def _days(self, away: Away) -> str:
        today = self.session.today
        return _("{first} to {last}").format(first=weekday_day(away.from_, today), last=weekday_day(away.to, today))


def _key(person: Person, away: Away) -> str:
    return f"{person.id} {away.from_} {away.to}"
