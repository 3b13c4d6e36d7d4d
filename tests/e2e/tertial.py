"""The story of a whole tertial, from an empty folder to the opening of the next one, as steps that any player can play.

`by_commands` plays them with the command line; whoever plays them with keys must leave the same content. `content_of`
is that content: every table of every file, without what differs by chance (the letters of ids, times of the day).
"""

import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

PEOPLE = ("Noa Berger", "Sam Okafor", "Ines Marchetti", "Hugo Lind")
TEAM, CYCLE, NEXT = "product", "2027-t1", "2027-t2"
STATEMENTS = tuple(f"{part}-{n}" for part in ("make", "align", "achieve", "measure") for n in (1, 2, 3))


@dataclass(frozen=True)
class Step:
    """One thing that a person does on a day.

    Attributes:
        day: ISO date; me: id of the person; what: kind of step, a method of a player; said: its words.
    """

    day: str
    me: str
    what: str
    said: dict[str, Any] = field(default_factory=dict)


def _step(day: str, me: str, what: str, **said: Any) -> Step:
    return Step(day, me, what, said)


_MAKE = (
    _step("2026-12-01", "noa", "begin"),
    _step("2026-12-02", "sam", "pain", text="New people get lost in the first hour"),
    _step("2026-12-07", "noa", "objective", title="New people feel at home in their first week",
          why="they decide then whether they stay", change="change", owner="noa"),
    _step("2026-12-07", "noa", "key_result", to="New people feel at home in their first week",
          title="Sign-ups active on day 7", range="22 -> 40 %", owner="noa"),
    _step("2026-12-07", "noa", "key_result", to="New people feel at home in their first week",
          title="Questions in the first week", range="8 -> 3", owner="sam"),
    _step("2026-12-08", "sam", "objective", title="Nobody waits for an invoice", why="people ask us every day",
          change="correct", ambition="committed", owner="sam"),
    _step("2026-12-08", "sam", "key_result", to="Nobody waits for an invoice", title="Invoices sent in a day",
          range="50 -> 100 %", owner="sam"),
    _step("2026-12-08", "sam", "not_now", title="A mobile app", why="the page works on phones"),
)  # fmt: skip

_ALIGN = (
    _step("2026-12-14", "noa", "propose"),
    _step("2026-12-14", "noa", "phase", to="align"),
    _step("2026-12-16", "noa", "agree", title="New people feel at home in their first week"),
    _step("2026-12-16", "noa", "agree", title="Nobody waits for an invoice"),
    _step("2027-01-04", "noa", "phase", to="achieve"),
)

_ACHIEVE = (
    _step("2027-01-22", "noa", "check_in", title="Sign-ups active on day 7", value="25", confidence=7, note="first cohort"),
    _step("2027-01-22", "sam", "check_in", title="Questions in the first week", value="7", confidence=6, note=""),
    _step("2027-01-22", "sam", "check_in", title="Invoices sent in a day", value="60", confidence=5, note=""),
    _step("2027-02-26", "noa", "check_in", title="Sign-ups active on day 7", value="31", confidence=7, note=""),
    _step("2027-03-05", "noa", "decide", title="New people feel at home in their first week", verdict="keep",
          why="it moves", when="mid"),
    _step("2027-04-16", "noa", "check_in", title="Sign-ups active on day 7", value="34", confidence=7, note=""),
    _step("2027-04-16", "sam", "check_in", title="Questions in the first week", value="4", confidence=7, note=""),
    _step("2027-04-16", "sam", "check_in", title="Invoices sent in a day", value="92", confidence=4, note="the bank"),
)  # fmt: skip

_MEASURE = (
    _step("2027-04-26", "noa", "phase", to="measure"),
    _step("2027-04-26", "noa", "survey", answers=(3, 4, 2, 5)),
    _step("2027-04-28", "noa", "notes", notes=(
        ("sam", "method", "went-wrong", "We asked the bank too late"),
        ("ines", "performance", "went-well", "The first hour is calm now"),
        ("hugo", "method", "try", "Ask before we promise"),
    )),
    _step("2027-04-28", "noa", "kudos", to="sam", text="for every invoice"),
    _step("2027-04-28", "noa", "grade", title="Sign-ups active on day 7", value=0.7, why=""),
    _step("2027-04-28", "sam", "grade", title="Questions in the first week", value=0.8, why=""),
    _step("2027-04-28", "sam", "grade", title="Invoices sent in a day", value=0.5, why="The bank decides the day, not we"),
    _step("2027-04-28", "noa", "decide", title="New people feel at home in their first week", verdict="continue",
          why="two thirds of the way", when="end"),
    _step("2027-04-28", "noa", "decide", title="Nobody waits for an invoice", verdict="close", why="a KPI from now on",
          when="end"),
    _step("2027-04-28", "noa", "learning", text="Others' calendars are no promise of ours"),
    _step("2027-04-28", "noa", "action", text="Talk to the bank in the first week", owner="sam", due="2027-05-07"),
    _step("2027-04-30", "noa", "close"),
)  # fmt: skip

STORY: tuple[Step, ...] = (*_MAKE, *_ALIGN, *_ACHIEVE, *_MEASURE)
"""Everything that happens, in its order."""

Told = Callable[..., str]
"""Runs `okr` with these words as a person on a day and gives what it printed."""


class ByCommands:
    """Plays the steps with the command line.

    Args:
        root: the folder, empty or not there yet.
        tell: runs one command.
    """

    def __init__(self, root: Path, tell: Told) -> None:
        self.root, self._tell, self._ids, self._step = root, tell, {}, STORY[0]  # type: ignore[var-annotated]

    def play(self, steps: tuple[Step, ...] = STORY) -> None:
        """Plays all steps."""
        for step in steps:
            self._step = step
            getattr(self, f"_{step.what}")(**step.said)

    def _okr(self, *words: str, me: str | None = None) -> str:
        return self._tell(self._step.day, me or self._step.me, *words)

    def _made(self, title: str, *words: str) -> None:
        self._ids[title] = json.loads(self._okr(*words, "--json"))["id"]

    def _begin(self) -> None:
        people = [word for name in PEOPLE for word in ("--person", name)]
        self._tell(
            self._step.day, "", "init", str(self.root), "--name", "Tern", "--language", "en", "--cadence", "tertial",
            "--team", "Product", *people, "--start", "2027-01-01", "--no-git",
        )  # fmt: skip

    def _pain(self, text: str) -> None:
        self._okr("add", "pain", text, "--team", TEAM)

    def _objective(self, title: str, why: str, change: str, owner: str, ambition: str = "aspirational") -> None:
        self._made(title, "add", "objective", title, "--team", TEAM, "--cycle", CYCLE, "--why", why, "--change", change,
                   "--owner", owner, "--ambition", ambition)  # fmt: skip

    def _key_result(self, to: str, title: str, range: str, owner: str) -> None:  # noqa: A002 - the option's name
        self._made(title, "add", "kr", title, "--to", self._ids[to], "--range", range, "--owner", owner)

    def _not_now(self, title: str, why: str) -> None:
        self._okr("add", "not-now", title, "--team", TEAM, "--why", why)

    def _propose(self) -> None:
        self._okr("propose", "--team", TEAM)

    def _phase(self, to: str) -> None:
        self._okr("cycle", "phase", to)

    def _agree(self, title: str) -> None:
        self._okr("agree", self._ids[title])

    def _check_in(self, title: str, value: str, confidence: int, note: str) -> None:
        self._okr("checkin", self._ids[title], value, "-c", str(confidence), *(("-m", note) if note else ()))

    def _decide(self, title: str, verdict: str, why: str, when: str) -> None:
        self._okr("decide", self._ids[title], verdict, "--why", why, *(("--mid",) if when == "mid" else ()))

    def _grade(self, title: str, value: float, why: str) -> None:
        self._okr("grade", self._ids[title], f"{value:g}", *(("--why", why) if why else ()))

    def _survey(self, answers: tuple[int, ...]) -> None:
        self._okr("survey", "open", "--team", TEAM)
        for name, answer in zip(PEOPLE, answers, strict=True):
            said = [word for statement in STATEMENTS for word in ("--answer", f"{statement}={answer}")]
            self._okr("join", *said, me=name.split()[0].lower())
        self._okr("survey", "reveal")

    def _notes(self, notes: tuple[tuple[str, str, str, str], ...]) -> None:
        self._okr("retro", "open", "--team", TEAM)
        for person, board, column, text in notes:
            self._okr("join", "--answer", f"{board}/{column}={text}", me=person)
        self._okr("retro", "reveal")

    def _kudos(self, to: str, text: str) -> None:
        self._okr("kudos", to, text)

    def _learning(self, text: str) -> None:
        self._okr("add", "learning", text, "--team", TEAM)

    def _action(self, text: str, owner: str, due: str) -> None:
        self._okr("add", "action", text, "--owner", owner, "--due", due, "--team", TEAM)

    def _close(self) -> None:
        self._okr("cycle", "close", "--next")


_LETTERS = re.compile(r"-(?=[0-9a-hjkmnp-tv-z]{5}$)[0-9a-hjkmnp-tv-z]{5}$")
_SAID = re.compile(r"^(ci|co|an|op|ch|pp|ba|we|no|ku)-[0-9a-hjkmnp-tv-z]{10}$")
_NAMES = frozenset(
    {"id", "about", "next", "continues", "ritual", "supports", "from_pain", "of", "reply_to", "replaces"}
)
"""Keys that hold ids."""


def content_of(root: Path) -> dict[str, Any]:
    """File → its tables without what differs by chance: the letters at the end of ids, the times of the day, digests."""
    files = sorted(path for path in root.rglob("*.toml") if ".git" not in path.parts)
    return {
        path.relative_to(root).as_posix(): _plain(tomllib.loads(path.read_text(encoding="utf-8"))) for path in files
    }


def _plain(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _plain(each, name) for name, each in value.items() if name != "digest"}
    if isinstance(value, list):
        items = [_plain(each, key) for each in value]
        return sorted(items, key=lambda each: json.dumps(each, sort_keys=True, default=str))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str) and key in _NAMES:
        return _SAID.sub(r"\1", _LETTERS.sub("", value))
    return str(value) if isinstance(value, date | time) else value
