"""Setup: teams or circles as a tree, roles with their holders, KPIs."""

from collections.abc import Iterator, Sequence

from textual.widget import Widget

from okr_tui.actions.editing import drop
from okr_tui.domain.people import Kpi, Role, Team
from okr_tui.domain.workspace import Located
from okr_tui.ui.forms.team import edit_kpi, edit_role, edit_team, new_kpi, new_role, new_team
from okr_tui.ui.modals.switch import tree
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Line, Says, Tells, Title, grid
from okr_tui.ui.paint.runs import Run, dim, gap, runs
from okr_tui.ui.screens.setup_section import Asked, Section, nothing_here, nowhere
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.dates import day
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import figure, number
from okr_tui.words.setup import stages

_DEEPEST = 6


class Teams(Section):
    """Teams or circles, each below the one it belongs to."""

    id, file = "teams", "teams.toml"

    @property
    def title(self) -> str:
        """Its name, in the words of the workspace."""
        return _("Teams")

    @property
    def count(self) -> str:
        """How many there are."""
        return str(len(self.workspace.teams))

    @property
    def about(self) -> str:
        """What it is for."""
        return _("Each has its own plan and stands below another one; the anchor, on top, stands below none.")

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """What its keys do."""
        return (
            ("add", _("adds one below the one under the cursor")),
            ("edit", _("changes name, mission, lead, stage; another “below” moves it")),
            ("drop", _("takes it out, where no OKRs stand in it")),
        )

    def rows(self) -> list[Row]:
        """The tree."""
        if not self.workspace.teams:
            return nothing_here(_("There is no team yet. a adds the first one: the company, or the anchor circle."))
        people: dict[str, int] = {}
        for person in self.workspace.people:
            if person.left is None or person.left >= self.session.today:
                for team in person.team:
                    people[team] = people.get(team, 0) + 1
        return [self._row(depth, team, people.get(team.id, 0)) for depth, team in tree(self.workspace.teams)]

    def form_to_add(self, key: str) -> Widget:
        """A team below the one of the cursor."""
        anchor = self.workspace.anchor()
        known = self.workspace.team_by_id.get(key)
        parent = known.id if known else anchor.id if anchor else None
        return new_team(self._now, parent)

    def form_to_edit(self, key: str) -> Widget:
        """Everything of a team."""
        return edit_team(self.session, self._team(key))

    def drop(self, key: str) -> Asked | Widget:
        """Takes a team out; what stands in it, or below it, is looked at when it is done."""
        team, root = self._team(key), self.session.root
        place = Located("team", "", team.id, team)
        goes = [
            ngettext("{n} role", "{n} roles", len(team.role)).format(n=len(team.role)) if team.role else "",
            ngettext("{n} KPI", "{n} KPIs", len(team.kpi)).format(n=len(team.kpi)) if team.kpi else "",
        ]
        also = ", ".join(words for words in goes if words)
        question = _("Take out “{name}”, with {also}?") if also else _("Take out “{name}”?")
        return Asked(question.format(name=team.name, also=also), lambda author: drop(root, author, place))

    def _team(self, key: str) -> Team:
        if key not in self.workspace.team_by_id:
            raise nowhere()
        return self.workspace.team_by_id[key]

    def _row(self, depth: int, team: Team, people: int) -> Row:
        columns = (
            Column("name", 24, 18, grows=True, leads=True),
            Column("lead", 18, 10, gap=2, leaves=1),
            Column("people", 10, 9, right=True, gap=2, leaves=2),
            Column("stage", 12, 8, gap=2),
        )
        stage = "" if team.stage == "in" else stages()[team.stage]
        if team.squad:
            stage = _("until {day}").format(day=day(team.until, self.session.today)) if team.until else _("squad")
        n = len(team.members) if team.squad else people
        count = ngettext("{n} person", "{n} people", n).format(n=n)
        name = runs(gap(2 * min(depth, _DEEPEST)), team.name)
        lead = Run(self.workspace.name_of(team.lead), "dim") if team.lead else Run(_("no lead"), "at_risk")
        return Row(team.id, (grid(columns, name=name, lead=lead, people=dim(count), stage=dim(stage)),), "team")


class Roles(Section):
    """What somebody answers for in a team, whoever holds it."""

    id, file = "roles", "teams.toml"

    @property
    def title(self) -> str:
        """Its name."""
        return _("Roles")

    @property
    def count(self) -> str:
        """How many there are."""
        return str(len(self.workspace.role_by_id) or "")

    @property
    def about(self) -> str:
        """What it is for."""
        return _(
            "A role can own an objective or a key result; whoever holds it owes. A role that nobody holds stands out."
        )

    def rows(self) -> list[Row]:
        """Team by team."""
        rows: list[Row] = []
        for team in self.workspace.teams:
            if team.role:
                rows += [*([blank()] if rows else []), still(Title(team.name.upper()))]
                rows += [self._row(role) for role in team.role]
        return rows or nothing_here(_("There are no roles. a adds one: a title, what it answers for, who holds it."))

    def form_to_add(self, key: str) -> Widget:
        """A role of the team of the cursor."""
        return new_role(self.session, next((team for team, role in self._all() if role.id == key), self.session.team))

    def form_to_edit(self, key: str) -> Widget:
        """Everything of a role."""
        return edit_role(self.session, *self._found(key))

    def drop(self, key: str) -> Asked | Widget:
        """Takes a role out, where it owns nothing."""
        team, role = self._found(key)
        root, place = self.session.root, Located("role", "", team, role)
        return Asked(_("Take out “{name}”?").format(name=role.title), lambda author: drop(root, author, place))

    def _all(self) -> Iterator[tuple[str, Role]]:
        return ((team.id, role) for team in self.workspace.teams for role in team.role)

    def _found(self, key: str) -> tuple[str, Role]:
        for team, role in self._all():
            if role.id == key:
                return team, role
        raise nowhere()

    def _row(self, role: Role) -> Row:
        holders = ", ".join(self.workspace.name_of(each) for each in role.holders)
        held = dim(holders) if holders else Run(_("! nobody holds it"), "at_risk")
        lines: list[Line] = [Says(role.title, held, leads=True)]
        said = role.accountabilities
        words = said if isinstance(said, str) else "; ".join(said or ())
        if words:
            lines.append(Tells(words, "dim", indent=2))
        return Row(role.id, tuple(lines), "role")


class Kpis(Section):
    """Figures of business as usual, with the band they should stay in."""

    id, file = "kpis", "teams.toml"

    @property
    def title(self) -> str:
        """Its name."""
        return _("KPIs")

    @property
    def count(self) -> str:
        """How many there are."""
        return str(len(self.workspace.kpi_by_id) or "")

    @property
    def about(self) -> str:
        """What it is for."""
        return _("Business as usual: figures that should stay in their band while OKRs change something else.")

    def rows(self) -> list[Row]:
        """Team by team."""
        rows: list[Row] = []
        for team in self.workspace.teams:
            if team.kpi:
                rows += [*([blank()] if rows else []), still(Title(team.name.upper()))]
                rows += [self._row(kpi) for kpi in team.kpi]
        return rows or nothing_here(_("There are no KPIs. a adds one: a figure, its unit, the band it should stay in."))

    def form_to_add(self, key: str) -> Widget:
        """A KPI of the team of the cursor."""
        team = self.workspace.kpi_by_id[key][0] if key in self.workspace.kpi_by_id else self.session.team
        return new_kpi(self.session, team)

    def form_to_edit(self, key: str) -> Widget:
        """Everything of a KPI."""
        return edit_kpi(self.session, *self._found(key))

    def drop(self, key: str) -> Asked | Widget:
        """Takes a KPI out; what was said about it stays in the journals."""
        team, kpi = self._found(key)
        root, place = self.session.root, Located("kpi", "", team, kpi)
        question = _("Take out “{name}”? Its figures stay in the journals.")
        return Asked(question.format(name=kpi.title), lambda author: drop(root, author, place))

    def _found(self, key: str) -> tuple[str, Kpi]:
        if key not in self.workspace.kpi_by_id:
            raise nowhere()
        return self.workspace.kpi_by_id[key]

    @staticmethod
    def _row(kpi: Kpi) -> Row:
        columns = (
            Column("name", 22, 16, grows=True, leads=True),
            Column("band", 18, 12, gap=2),
            Column("source", 36, 14, gap=2, leaves=1),
        )
        return Row(kpi.id, (grid(columns, name=kpi.title, band=band(kpi), source=dim(kpi.source or "")),), "kpi")


def band(kpi: Kpi) -> str:
    """The band in which a KPI should stay: "≥ 99.9 %", "8 to 14 €"."""
    if kpi.low is not None and kpi.high is not None:
        return _("{low} to {high}").format(low=number(kpi.low), high=figure(kpi.high, kpi.unit))
    if kpi.low is not None:
        return f"≥ {figure(kpi.low, kpi.unit)}"
    return f"≤ {figure(kpi.high, kpi.unit)}" if kpi.high is not None else kpi.unit or ""
