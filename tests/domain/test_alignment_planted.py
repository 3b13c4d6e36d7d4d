"""Planted among real plans: what doesn't fit is found, in English and in French, with few false alarms.

The sample workspaces are our own. The published plans of a company of sixty teams are looked at where a copy of them is
there: `OKR_SHARED_DATA` names the folder, else `../shared/data` beside the project.
"""

import os
import time
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import tomli_w

from okr_tui.domain.alignment import Alignment, alignment
from okr_tui.store.reader import Reader

PROJECT = Path(__file__).parents[2]
SAMPLES = PROJECT / "sample_data"
GITLAB = Path(os.environ.get("OKR_SHARED_DATA") or PROJECT.parent / "shared" / "data") / "gitlab-fy20-q4"

Plans = dict[str, dict[str, Any]]


def plant(root: Path, cycle: str, plans: Plans) -> None:
    """Adds tables to the plans of teams."""
    for team, tables in plans.items():
        path = root / "cycles" / cycle / "okrs" / f"{team}.toml"
        found = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {"format": 1, "team": team}
        for kind, rows in tables.items():
            found.setdefault(kind, []).extend(rows)
        path.write_text(tomli_w.dumps(found), encoding="utf-8")


def objective(identity: str, title: str, *parts: dict[str, Any], **keys: Any) -> dict[str, Any]:
    return {"id": identity, "title": title, "status": "agreed", "key_result": list(parts), **keys}


def part(identity: str, title: str, baseline: float, target: float, unit: str = "%") -> dict[str, Any]:
    return {"id": identity, "title": title, "unit": unit, "baseline": baseline, "target": target}


def wait(identity: str, from_: str, to: str, need: str, on: date) -> dict[str, Any]:
    at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    return {"id": identity, "at": at, "kind": "depend", "from": from_, "to": to, "need": need}


def look(root: Path, today: date) -> Alignment:
    workspace = Reader(root).read()
    content = workspace.default_cycle(today)
    assert content is not None
    return alignment(workspace, content, today)


def names(found: Alignment) -> set[tuple[str, frozenset[str]]]:
    return {(each.code, frozenset(each.about)) for each in found.alerts}


def check(root: Path, today: date, plans: Plans, planted: dict[str, set[str]]) -> None:
    """Everything planted is found, and at most one alert comes with it that was neither planted nor there before."""
    cycle = look(root, today).seen.content.cycle.id
    before = names(look(root, today))
    plant(root, cycle, plans)
    after = names(look(root, today))
    for code, about in planted.items():
        assert any(code == found and about <= ids for found, ids in after), code
    planted_ids = list(planted.items())
    new = [
        each for each in after - before if not any(each[0] == code and about <= each[1] for code, about in planted_ids)
    ]
    assert len(new) <= 1, new


def test_in_english(tmp_path):
    root, on = Path(copytree(SAMPLES / "lumio", tmp_path / "lumio")), date(2026, 10, 14)
    plans = {
        "care": {"objective": [
            objective("planted-copy", "In their first week, new users fall in love with us",
                      part("p1", "Delighted newcomers", 10, 40), owner="rosa", supports=["customers-stay-because-h9bbm"]),
        ], "request": [wait("wait-a", "planted-copy", "platform", "A list of slow pages", on)]},
        "platform": {"objective": [
            objective("planted-alone", "The office moves to a quieter street", owner="ada"),
            objective("planted-fast", "Pages open before one blinks", part("p2", "Reduce rows imported a day", 900, 400, "/d"),
                      owner="ada", supports=["every-new-team-gets-a-5bfc0"]),
        ], "request": [wait("wait-b", "planted-fast", "growth", "Which pages are seen first", on)]},
        "growth": {"objective": [
            objective("planted-rows", "Guests bring what they have", part("p3", "Rows imported a day", 900, 2500, "/d"),
                      owner="karim", supports=["every-new-team-gets-a-5bfc0"]),
        ], "request": [wait("wait-c", "planted-rows", "planted-copy", "What newcomers say", on)]},
        "lumio": {"objective": [
            objective("planted-bare", "Partners sell with us", part("p4", "Deals closed by partners", 0, 30), owner="maya",
                      supports=["we-decide-by-the-same-hrmrj"]),
        ]},
    }  # fmt: skip
    check(root, date(2026, 10, 16), plans, {
        "duplicate": {"planted-copy", "new-users-fall-in-love-b4ysr"}, "contradiction": {"p2", "p3"},
        "circular-wait": {"wait-a", "wait-b", "wait-c"}, "orphan": {"planted-alone"}, "uncovered": {"p4"},
    })  # fmt: skip


def test_in_french(tmp_path):
    root, on = Path(copytree(SAMPLES / "rivage", tmp_path / "rivage")), date(2026, 10, 14)
    plans = {
        "accueil": {"objective": [
            objective("copie", "L’attente des pièces, c’est fini : nous n’attendons plus les pièces", owner="clara",
                      supports=["faire-des-adherents-59n9z"]),
            objective("copie-2", "Chacun apprend l’entretien de son bateau", part("p1", "Bateaux poncés par leurs locataires", 2, 20, "/mois"),
                      owner="clara", supports=["faire-des-adherents-59n9z"]),
        ], "request": [wait("attente-a", "copie-2", "atelier", "Un établi le samedi", on)]},
        "atelier": {"objective": [
            objective("seul", "Repeindre la façade du hangar", owner="yann"),
            objective("moins", "Des sorties moins nombreuses, mieux préparées", part("p2", "Diminuer le nombre de sorties en mer", 60, 40, "/sem."),
                      owner="yann", supports=["remettre-a-l-eau-plus-kt4x1"]),
        ], "request": [wait("attente-b", "moins", "ponton", "La place sur le ponton", on)]},
        "ponton": {"objective": [
            objective("plus", "Des sorties chaque jour", part("p3", "Sorties en mer", 60, 110, "/sem."), owner="clara",
                      supports=["faire-des-adherents-59n9z"]),
        ], "request": [wait("attente-c", "plus", "copie-2", "Qui vient le samedi", on)]},
        "rivage": {"objective": [
            objective("nu", "Le port nous connaît", part("p4", "Articles dans la presse locale", 1, 12, "/an"), owner="maelle",
                      supports=["faire-du-reemploi-la-8c7a2"]),
        ]},
    }  # fmt: skip
    check(root, date(2026, 10, 16), plans, {
        "duplicate": {"copie-2", "apprendre-a-chacun-a-8kpn3"}, "contradiction": {"p2", "p3"},
        "circular-wait": {"attente-a", "attente-b", "attente-c"}, "orphan": {"seul"}, "uncovered": {"p4"},
    })  # fmt: skip


@pytest.mark.skipif(not GITLAB.is_dir(), reason="the published plans are not here")
class TestPublishedPlans:
    """Sixty teams, 143 objectives, links over several levels, objectives without key results."""

    today = date(2020, 1, 20)

    def test_what_is_planted_is_found(self, tmp_path):
        root, on = Path(copytree(GITLAB, tmp_path / "gitlab")), date(2020, 1, 15)
        company = tomllib.loads((root / "cycles/fy20-q4/okrs/gitlab.toml").read_text(encoding="utf-8"))
        top = company["objective"][0]["id"]
        above = [top]
        plans = {
            "cmo": {"objective": [
                objective("planted-copy", "Optimise onboarding and cut the ramp time of reps", owner="cmo", supports=above),
            ], "request": [wait("wait-a", "planted-copy", "cfo", "Budget for it", on)]},
            "cfo": {"objective": [
                objective("planted-alone", "Move the archive to a cheaper building", owner="cfo"),
                objective("planted-less", "Meetings are short", part("p2", "Reduce weekly newsletters per subscriber", 5, 2, "/wk"),
                          owner="cfo", supports=above),
            ], "request": [wait("wait-b", "planted-less", "cro", "A list of regions", on)]},
            "cro": {"objective": [
                objective("planted-more", "Readers hear from us", part("p3", "Weekly newsletters per subscriber", 5, 9, "/wk"),
                          owner="cro", supports=above),
            ], "request": [wait("wait-c", "planted-more", "planted-copy", "What reps need", on)]},
            "gitlab": {"objective": [objective("planted-bare", "Schools teach with us", part("p4", "Universities enrolled", 0, 30), owner="ceo")]},
        }  # fmt: skip
        check(root, self.today, plans, {
            "duplicate": {"planted-copy"}, "contradiction": {"p2", "p3"},
            "circular-wait": {"wait-a", "wait-b", "wait-c"}, "orphan": {"planted-alone"}, "uncovered": {"p4"},
        })  # fmt: skip

    def test_a_key_result_added_to_what_many_support_as_a_whole_is_found(self, tmp_path):
        root = Path(copytree(GITLAB, tmp_path / "gitlab"))
        path = root / "cycles/fy20-q4/okrs/gitlab.toml"
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        for each in found["objective"]:
            each.setdefault("key_result", []).append(
                part(f"planted-{each['id']}", "Net promoter score of schools", 30, 45, "pt")
            )
        path.write_text(tomli_w.dumps(found), encoding="utf-8")
        told = {about for code, ids in names(look(root, self.today)) if code == "uncovered" for about in ids}
        assert {f"planted-{each['id']}" for each in found["objective"]} <= told

    def test_what_is_there_raises_few_alarms_and_is_looked_at_at_once(self):
        found = look(GITLAB, self.today)
        assert {each.code for each in found.alerts} <= {"duplicate", "owner-overloaded"}
        assert sum(each.code == "duplicate" for each in found.alerts) == 2
        began = time.perf_counter()
        alignment(found.seen.workspace, found.seen.content, self.today)
        assert time.perf_counter() - began < 0.5
