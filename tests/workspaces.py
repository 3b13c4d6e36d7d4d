"""Small workspaces for tests: said in Python, built in memory or written as files.

    small = Small()
    small.objective("product", "grow", status="agreed")
    small.key_result("grow", "nps", baseline=20, target=40)
    small.says("noa", "check_in", on=day(45), about="nps", value=30, confidence=7)
    workspace = small.workspace()          # in memory
    root = small.write(tmp_path)           # as files

The cycle `t3` runs for exactly 100 days, so that day 45 is 45 % of the way: 1 September (a Tuesday) to 10 December 2026.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import tomli_w

from okr_tui.domain.cycle import CycleFile
from okr_tui.domain.journal import Journal
from okr_tui.domain.people import People, Teams
from okr_tui.domain.plan import Plan
from okr_tui.domain.review import Review
from okr_tui.domain.settings import Settings
from okr_tui.domain.week import iso_week
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.store.validate import table_of

Tables = dict[str, Any]

START = date(2026, 9, 1)
END = date(2026, 12, 10)
PARIS = timezone(timedelta(hours=2))


def day(number: int) -> date:
    """The day of the cycle, 0 to 100; its share of the way in percent."""
    return START + timedelta(days=number)


class Small:
    """A workspace of two people in one team below another, with one running cycle; every part can be changed or added."""

    def __init__(self) -> None:
        self.settings: Tables = {"id": "small", "name": "Small"}
        self.people: list[Tables] = [
            {"id": "noa", "name": "Noa Berger", "email": "noa@small.example", "team": ["product"]},
            {"id": "sam", "name": "Sam Okafor", "team": ["product"]},
            {"id": "maya", "name": "Maya Lind", "team": ["company"]},
        ]
        self.teams: list[Tables] = [
            {"id": "company", "name": "Small", "lead": "maya"},
            {"id": "product", "name": "Product", "parent": "company", "lead": "sam"},
        ]
        self.cycles: dict[str, Tables] = {}
        self.plans: dict[tuple[str, str], Tables] = {}
        self.reviews: dict[tuple[str, str], Tables] = {}
        self.journals: dict[tuple[str, str, str], Tables] = {}
        self._said = 0
        self.cycle("t3", name="T3")

    def cycle(self, identity: str, *, rituals: tuple[Tables, ...] = (), **keys: Any) -> None:
        """Adds a cycle, or replaces it; without dates it is the one of 100 days, in its achieve phase."""
        frame = {"id": identity, "name": identity.upper(), "start": START, "end": END, "phase": "achieve", **keys}
        self.cycles[identity] = {"cycle": frame, "ritual": list(rituals)}

    def plan(self, team: str, cycle: str = "t3") -> Tables:
        """The plan of a team as tables, to add anything to."""
        return self.plans.setdefault((cycle, team), {"team": team, "objective": []})

    def objective(self, team: str, identity: str, cycle: str = "t3", **keys: Any) -> Tables:
        """Adds an objective, agreed unless told otherwise."""
        made = {"id": identity, "title": identity.replace("-", " ").capitalize(), "status": "agreed", **keys}
        self.plan(team, cycle)["objective"].append(made)
        return made

    def key_result(self, objective: str, identity: str, **keys: Any) -> Tables:
        """Adds a key result of Noa's to an objective."""
        made = {"id": identity, "title": identity.replace("-", " ").capitalize(), "owner": "noa", **keys}
        for plan in self.plans.values():
            for each in plan["objective"]:
                if each["id"] == objective:
                    each.setdefault("key_result", []).append(made)
                    return made
        raise KeyError(objective)

    def says(
        self, person: str, table: str, /, *, on: date, cycle: str = "t3", at: datetime | None = None, **keys: Any
    ) -> Tables:
        """Adds a table to somebody's journal; ids run, and later ones were written later on their day."""
        self._said += 1
        moment = at or datetime(on.year, on.month, on.day, 9, tzinfo=PARIS) + timedelta(minutes=self._said)
        made = {"id": f"{table[:2]}-{self._said:010d}", "at": moment, **keys}
        if table in {"check_in", "weekly"}:
            made["on"] = on
        week = iso_week(moment.date())
        journal = self.journals.setdefault((cycle, week, person), {"person": person, "week": week})
        journal.setdefault(table, []).append(made)
        return made

    def review(self, team: str, cycle: str = "t3", **tables: list[Tables]) -> None:
        """Adds tables to a team's review: grade, decision, action, learning."""
        mine = self.reviews.setdefault((cycle, team), {"team": team})
        for name, rows in tables.items():
            mine.setdefault(name, []).extend(rows)

    def files(self) -> dict[str, Tables]:
        """Path → tables of every file."""
        found: dict[str, Tables] = {
            "okr.toml": self.settings, "people.toml": {"person": self.people}, "teams.toml": {"team": self.teams},
        }  # fmt: skip
        found |= {f"cycles/{cycle}/cycle.toml": tables for cycle, tables in self.cycles.items()}
        found |= {f"cycles/{cycle}/okrs/{team}.toml": tables for (cycle, team), tables in self.plans.items()}
        found |= {f"cycles/{cycle}/review/{team}.toml": tables for (cycle, team), tables in self.reviews.items()}
        found |= {
            f"cycles/{cycle}/journal/{week}/{person}.toml": tables
            for (cycle, week, person), tables in self.journals.items()
        }
        return {path: {"format": 1, **tables} for path, tables in found.items()}

    def write(self, root: Path) -> Path:
        """Writes every file and returns the folder."""
        for path, tables in self.files().items():
            full = root / path
            full.parent.mkdir(parents=True, exist_ok=True)
            full.write_text(tomli_w.dumps(tables), encoding="utf-8")
        return root

    def workspace(self) -> Workspace:
        """The workspace as it would be read."""
        files = self.files()
        return Workspace(
            table_of(Settings, files["okr.toml"]),
            table_of(People, files["people.toml"]).person,
            table_of(Teams, files["teams.toml"]).team,
            {cycle: self._content(files, cycle) for cycle in self.cycles},
        )

    def content(self, cycle: str = "t3") -> CycleContent:
        """One cycle of it as it would be read."""
        return self.workspace().cycles[cycle]

    def _content(self, files: Mapping[str, Tables], cycle: str) -> CycleContent:
        inside = {
            path.removeprefix(f"cycles/{cycle}/"): tables for path, tables in files.items() if f"/{cycle}/" in path
        }
        order = [team["id"] for team in self.teams]
        plans = {path: table_of(Plan, tables) for path, tables in inside.items() if path.startswith("okrs/")}
        reviews = {path: table_of(Review, tables) for path, tables in inside.items() if path.startswith("review/")}
        return CycleContent(
            table_of(CycleFile, inside["cycle.toml"]),
            {team: plans[f"okrs/{team}.toml"] for team in order if f"okrs/{team}.toml" in plans},
            tuple(table_of(Journal, tables) for path, tables in inside.items() if path.startswith("journal/")),
            {Path(path).stem: review for path, review in reviews.items()},
        )
