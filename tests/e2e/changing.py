"""What anybody may change in a workspace, by chance, and what must be found again in the end."""

import json
import random
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

DAY = "2026-10-16"
TEAMS = ("product", "growth", "care")
DONE = (
    "objective", "pain", "kpi", "person", "request", "kr", "kr", "initiative", "milestone", "checkin", "checkin", "checkin",
    "edit", "edit", "edit", "edit", "edit", "edit", "milestone", "drop", "drop", "comment", "comment", "task", "not-now", "role",
    "poll", "copy", "team", "support",
)  # fmt: skip
VERBS = {"checkin", "comment", "support"}
"""Which of them are verbs of their own; the others are added."""


@dataclass
class Ledger:
    """What the person at one clone did.

    Attributes:
        added: ids of what was added.
        dropped: ids of what was given up.
        said: (id, title) as set by an edit; every title is set once only.
        seen: titles that stood there when they were replaced: whoever replaced them knew them.
        received: how many files came in by syncs.
    """

    added: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)
    said: set[tuple[str, str]] = field(default_factory=set)
    seen: set[tuple[str, str]] = field(default_factory=set)
    received: int = 0

    def join(self, other: "Ledger") -> None:
        """Adds what another person did."""
        self.added |= other.added
        self.dropped |= other.dropped
        self.said |= other.said
        self.seen |= other.seen
        self.received += other.received


def okr(folder: Path, *arguments: str, codes: tuple[int, ...] = (0,)) -> Any:
    """Runs a command in a clone and returns the object it prints.

    Raises:
        RuntimeError: it ended with another code than these.
    """
    result: Result = CliRunner().invoke(command(), [*arguments, "-w", str(folder), "--today", DAY, "--json"])
    error = result.exception
    code = getattr(error, "exit_code", result.exit_code)
    if code not in codes:
        raise RuntimeError(f"{folder.name}: okr {' '.join(arguments)}: {code} {error!r} {result.output}") from error
    return json.loads(result.stdout) if result.stdout.startswith(("{", "[")) else {}


def change(clone: Path, person: str, mark: str, chance: random.Random, ledger: Ledger) -> None:
    """One random change of any kind.

    Args:
        clone: where.
        person: who.
        mark: what no other change says.
        chance: chooses.
        ledger: what was done is noted here.
    """
    things = existing(clone)
    kind = chance.choice(DONE)
    if kind == "edit":
        _edit(clone, person, mark, chance.choice(sorted(things)), ledger)
    elif kind == "drop":
        small = sorted(each for each, (found, _title) in things.items() if found == "milestone")
        _drop(clone, person, chance.choice(small or sorted(things)), ledger)
    else:
        told = okr(clone, *_words(kind, mark, things, chance), "--me", person, codes=(0, 2))
        ledger.added |= {told["id"]} if "id" in told and kind != "support" else set()


def _words(kind: str, mark: str, things: dict[str, tuple[str, str]], chance: random.Random) -> list[str]:
    """The command that adds something of a kind."""

    def some(wanted: str) -> str:
        return chance.choice(sorted(each for each, (found, _title) in things.items() if found == wanted))

    team, other = chance.sample(TEAMS, 2)
    how = chance.choice(("comment", "question", "challenge", "suggestion"))
    said = {
        "person": lambda: [f"{mark.replace(' ', '-')} Newcomer"],
        "team": lambda: [f"{mark.replace(' ', '-')} Circle", "--parent", team],
        "request": lambda: [f"Help {mark}", "--from", team, "--to", other],
        "kr": lambda: [f"Measure {mark}", "--to", some("objective"), "--from", "0", "--target", "9"],
        "checkin": lambda: [some("key_result"), "-c", str(chance.randint(0, 10))],
        "comment": lambda: [chance.choice(sorted(things)), f"Words {mark}", "--kind", how],
        "task": lambda: [f"Task {mark}", "--to", some("initiative")],
        "poll": lambda: [f"Which {mark}?", "--option", "A", "--option", "B", "--team", team],
        "copy": lambda: [some("objective")],
        "support": lambda: [some("objective"), "--of", some("objective")],
        "initiative": lambda: [f"Step {mark}", "--to", some("key_result")],
        "milestone": lambda: [f"Step {mark}", "--to", some("key_result")],
    }.get(kind, lambda: [f"Goal {mark}", "--team", team])()
    return [*(() if kind in VERBS else ("add",)), kind, *said]


def _edit(clone: Path, person: str, mark: str, identity: str, ledger: Ledger) -> None:
    before = existing(clone)[identity][1]
    okr(clone, "edit", identity, f"title=Said {mark}", "--why", "so", "--me", person)
    ledger.said.add((identity, f"Said {mark}"))
    ledger.seen.add((identity, before))


def _drop(clone: Path, person: str, identity: str, ledger: Ledger) -> None:
    before = existing(clone)
    okr(clone, "drop", identity, "--why", "so", "--me", person)
    ledger.dropped |= before.keys() - existing(clone).keys()
    ledger.seen |= {(each, before[each][1]) for each in before.keys() - existing(clone).keys()}


def existing(clone: Path) -> dict[str, tuple[str, str]]:
    """Objectives, key results and what is below them in the plans that can be changed: id → kind and title."""
    found: dict[str, tuple[str, str]] = {}
    for team in TEAMS:
        path = clone / f"cycles/t3/okrs/{team}.toml"
        for objective in tomllib.loads(path.read_text(encoding="utf-8")).get("objective", []):
            if objective.get("dropped"):
                continue
            found[objective["id"]] = ("objective", objective["title"])
            for result in objective.get("key_result", []):
                if not result.get("dropped"):
                    found[result["id"]] = ("key_result", result["title"])
                    for kind in ("initiative", "milestone"):
                        found |= {step["id"]: (kind, step["title"]) for step in result.get(kind, [])}
    return found


def command() -> Any:
    """The command okr."""
    from okr_tui.cli.main import okr as found

    return found
