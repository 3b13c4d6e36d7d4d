"""`okr cycle` and `okr calendar`: the next cycle, its phase, the legs of the W and what changed between them."""

import json
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from okr_tui.cli.main import run

NEXT = "t1-next"


def told(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert run(list(words)) == code
    return capsys.readouterr().out


def as_json(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    return json.loads(told(capsys, *words, "--json"))


def frame(root: Path, cycle: str) -> dict[str, Any]:
    return tomllib.loads((root / "cycles" / cycle / "cycle.toml").read_text(encoding="utf-8"))


def test_the_next_cycle_follows_the_last_with_its_rituals(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = as_json(capsys, "cycle", "new")
    assert made["id"] == "2027-t2"
    assert made["file"] == "cycles/2027-t2/cycle.toml"
    written = frame(root, "2027-t2")
    days = {key: str(written["cycle"][key]) for key in ("start", "end", "phase", "kind")}
    assert days == {"start": "2027-05-01", "end": "2027-08-31", "phase": "make", "kind": "cycle"}
    assert {"weekly-check-in", "mid-cycle-review", "review-retrospective"} <= {
        each["kind"] for each in written["ritual"]
    }
    assert told(capsys, "check") == "Everything is in order.\n"


def test_a_new_cycle_is_one_change_that_can_be_taken_back(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = (root / "okr.toml").read_bytes()
    told(capsys, "cycle", "new", "Spring", "--cadence", "quarter", "--team", "product", "--id", "spring")
    assert frame(root, "spring")["cycle"]["teams"] == ["product"]
    assert frame(root, "spring")["cycle"]["name"] == "Spring"
    assert (root / "okr.toml").read_bytes() != settings
    told(capsys, "undo")
    assert (root / "okr.toml").read_bytes() == settings
    assert not (root / "cycles/spring/cycle.toml").exists()
    assert told(capsys, "check") == "Everything is in order.\n"


def test_another_cadence_counts_from_the_next_cycle_on(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "cycle", "new", "--weeks", "6")
    written = tomllib.loads((root / "okr.toml").read_text(encoding="utf-8"))
    assert (written["cadence"]["cycle"], written["cadence"]["weeks"]) == ("custom", 6)
    assert as_json(capsys, "cycle", "new")["id"] == "2027-06-12"
    assert as_json(capsys, "cycle", "show", "t3")["weeks"] == 17


def test_a_new_year_takes_in_the_cycle_that_has_none(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert as_json(capsys, "cycle", "new", "--kind", "annual")["id"] == "2027"
    assert frame(root, NEXT)["cycle"]["parent"] == "2027"
    assert as_json(capsys, "cycle", "new")["id"] == "2027-t2"
    assert as_json(capsys, "cycle", "show", "2027-t2")["parent"] == "2027"


def test_drafts_inside_the_cycle_let_check_ins_begin_later(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = as_json(capsys, "cycle", "new", "--make", "inside")
    assert str(frame(root, made["id"])["cycle"]["achieve_from"]) == "2027-05-29"
    assert as_json(capsys, "cycle", "show", made["id"])["achieve_from"] == "2027-05-29"


@pytest.mark.parametrize(
    "words",
    [
        ["--start", "2026-12-01"],
        ["--start", "2027-05-01", "--end", "2027-04-01"],
        ["--id", "t3"],
        ["--id", "../t9"],
        ["--cadence", "quarter", "--weeks", "6"],
        ["--start", "tomorrow"],
        ["--team", "nobody-at-all"],
    ],
)
def test_what_makes_no_sense_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.toml")}
    assert run(["cycle", "new", *words]) == 2
    assert capsys.readouterr().err.startswith("okr: ")
    assert {path: path.read_bytes() for path in root.rglob("*.toml")} == before


def test_a_cycle_is_shown_with_everything_scripts_rely_on(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = as_json(capsys, "cycle", "show")
    assert {"id", "name", "kind", "start", "end", "phase", "week", "weeks", "parent", "teams", "leg", "rituals"} <= set(
        shown
    )
    assert (shown["id"], shown["week"], shown["weeks"], shown["parent"]) == ("t3", 7, 17, "year")
    assert told(capsys, "cycle", "show").startswith("T3  t3 · 1 Sep – 31 Dec · Achieve · week 7 of 17")


def test_the_phase_moves_both_ways_and_says_what_is_missing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = as_json(capsys, "cycle", "phase", "--cycle", NEXT)
    assert missing["phase"] == "make"
    assert "not-proposed" in {each["code"] for each in missing["missing"]}
    out = told(capsys, "cycle", "phase", "align", "--cycle", NEXT)
    assert "5 teams have not proposed" in out
    assert frame(root, NEXT)["cycle"]["phase"] == "align"
    told(capsys, "cycle", "phase", "make", "--cycle", NEXT)
    assert frame(root, NEXT)["cycle"]["phase"] == "make"
    told(capsys, "cycle", "phase", "achieve", "--cycle", "t2", code=2)


def test_the_w_keeps_the_plans_of_each_leg_and_tells_what_changed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "cycle", "leg", "frame")
    plan = root / f"cycles/{NEXT}/okrs/product.toml"
    framed = plan.read_bytes()
    told(capsys, "cycle", "leg", "propose")
    assert (root / f"cycles/{NEXT}/legs/1-frame/product.toml").read_bytes() == framed
    objective = as_json(capsys, "add", "objective", "Anyone finds help", "--team", "product", "--cycle", NEXT)["id"]
    key_result = as_json(capsys, "add", "kr", "Found at once", "--to", objective, "--range", "30 -> 50 %")["id"]
    told(capsys, "cycle", "leg", "integrate")
    told(capsys, "edit", key_result, "target=60")

    found = as_json(capsys, "cycle", "leg", "--diff", "frame", "propose")
    assert [(each["change"], each["id"]) for each in found["differences"]] == [
        ("added", objective), ("added", key_result),
    ]  # fmt: skip
    (changed,) = as_json(capsys, "cycle", "leg", "--diff")["differences"]
    assert (changed["id"], changed["key"], changed["from"], changed["to"]) == (key_result, "target", 50, 60)
    assert "target: 50 → 60" in told(capsys, "cycle", "leg", "--diff", "propose")
    state = as_json(capsys, "cycle", "leg")
    assert (state["leg"], state["closed"]) == ("integrate", ["frame", "propose"])
    assert "growth" in {each["team"] for each in state["not_proposed"]}
    assert told(capsys, "check") == "Everything is in order.\n"


def test_a_leg_that_is_opened_again_keeps_what_others_kept(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for leg in ("frame", "propose", "integrate"):
        told(capsys, "cycle", "leg", leg)
    kept = root / f"cycles/{NEXT}/legs/1-frame/product.toml"
    before = kept.read_bytes()
    told(capsys, "cycle", "leg", "propose")
    assert as_json(capsys, "cycle", "leg")["leg"] == "propose"
    told(capsys, "cycle", "leg", "done")
    assert kept.read_bytes() == before
    assert (root / f"cycles/{NEXT}/legs/4-commit/product.toml").exists()
    assert "leg" not in frame(root, NEXT)["cycle"]


def test_what_was_not_closed_cannot_be_compared(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "cycle", "leg", "--diff", code=2)
    told(capsys, "cycle", "leg", "frame")
    told(capsys, "cycle", "leg", "--diff", "frame", code=2)
    told(capsys, "cycle", "leg", "frame", "propose", code=2)
    told(capsys, "cycle", "leg", "now", code=2)


def test_a_broken_snapshot_is_told_and_the_rest_compared(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "cycle", "leg", "frame")
    told(capsys, "cycle", "leg", "propose")
    (root / f"cycles/{NEXT}/legs/1-frame/product.toml").write_text("team = ", encoding="utf-8")
    assert run(["cycle", "leg", "--diff", "frame"]) == 0
    captured = capsys.readouterr()
    assert "legs/1-frame/product.toml:1" in captured.err
    assert "Lumio" not in captured.out.split("\n", 1)[1]


def test_the_calendar_says_what_is_held_and_what_is_next(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rituals = as_json(capsys, "calendar")
    assert {"id", "kind", "on", "at", "team", "minutes", "held", "state", "cycle"} <= set(rituals[0])
    assert [each["on"] for each in rituals] == sorted(each["on"] for each in rituals)
    assert {each["state"] for each in rituals if each["on"] == "2026-10-16"} == {"today"}
    assert all(each["held"] for each in rituals if each["state"] == "held")
    assert {each["cycle"] for each in rituals} == {"year", "t3", NEXT}
    shown = told(capsys, "calendar")
    assert shown.count("Weekly check-in") == 2
    assert told(capsys, "calendar", "--all").count("Weekly check-in") > 10


def test_the_calendar_file_holds_every_ritual_once_at_its_local_time(
    root: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    from icalendar import Calendar

    assert run(["calendar", "--ics"]) == 0
    first = Calendar.from_ical(capsysbinary.readouterr().out)
    events = {str(each["uid"]): each for each in first.walk("VEVENT")}
    rituals = {f"{each['id']}@any": each for name in ("year", "t3", NEXT) for each in frame(root, name)["ritual"]}
    assert len(events) == len(rituals)
    assert {uid.split("@")[0] for uid in events} == {uid.split("@")[0] for uid in rituals}
    mid = next(each for each in events.values() if "Mid-cycle" in str(each["summary"]))
    assert mid["dtstart"].dt == datetime(2026, 10, 27, 10).astimezone()
    assert mid["dtend"].dt == datetime(2026, 10, 27, 10, 50).astimezone()
    assert "What moved, 10 min" in str(mid["description"])
    assert run(["calendar", "--ics", "--team", "product"]) == 0
    assert b"Monthly review" not in capsysbinary.readouterr().out


@pytest.mark.parametrize(
    ("today", "arguments", "made", "told"),
    [
        ("2026-12-20", [], "2027-t1", True),
        ("2026-12-20", ["--begin", "running"], "2026-t3", False),
        ("2026-12-20", ["--start", "2026-12-01"], "2026-t3", False),
        ("2026-10-20", ["--begin", "next"], "2027-t1", False),
        ("2026-10-20", [], "2026-t3", False),
    ],
)
def test_a_first_cycle_in_the_last_four_weeks_is_the_next_one_unless_told(
    root: Path, capsys: pytest.CaptureFixture[str], today: str, arguments: list[str], made: str, told: bool
) -> None:
    for path in sorted((root / "cycles").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    assert run(["--today", today, "cycle", "new", *arguments, "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["id"] == made
    assert ("T3 2026 ends in 11 days, on 31 Dec. It begins with the next cycle, T1 2027" in said.err) == told


def test_the_cycle_after_one_that_runs_is_not_asked_about(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--today", "2026-12-20", "cycle", "new", "--json"]) == 0
    said = capsys.readouterr()
    assert (json.loads(said.out)["id"], said.err) == ("2027-t2", "")


def test_the_calendar_file_is_in_the_zone_of_the_workspace_and_one_that_is_none_is_told(
    root: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    settings = root / "okr.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("\n", '\ntimezone = "America/Sao_Paulo"\n', 1), encoding="utf-8")
    assert run(["calendar", "--ics"]) == 0
    assert b"DTSTART;TZID=America/Sao_Paulo:20261027T100000" in capsysbinary.readouterr().out
    assert run(["check"]) == 0
    settings.write_text(text.replace("\n", '\ntimezone = "Nowhere/Land"\n', 1), encoding="utf-8")
    capsysbinary.readouterr()
    assert run(["calendar", "--ics"]) == 2
    said = capsysbinary.readouterr()
    assert (said.out, said.err.count(b"\n")) == (b"", 1)
    assert "“Nowhere/Land”, which is no time zone".encode() in said.err
    run(["check"])
    assert "okr.toml:2:12: warning: “Nowhere/Land” is no time zone".encode() in capsysbinary.readouterr().out


def test_an_empty_workspace_gets_its_first_cycle(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in sorted((root / "cycles").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    assert "okr cycle new" in told(capsys, "next")
    assert run(["cycle", "show"]) == 3
    assert "okr cycle new" in capsys.readouterr().err
    assert as_json(capsys, "cycle", "new", "--kind", "annual")["id"] == "2026"
    assert as_json(capsys, "cycle", "new")["id"] == "2026-t3"
    assert as_json(capsys, "cycle", "show")["parent"] == "2026"


@pytest.mark.parametrize("words", [("cycle", "drop", "2027-t2"), ("drop", "2027-t2")])
def test_an_empty_cycle_is_dropped_and_one_undo_brings_it_back(
    root: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    told(capsys, "cycle", "new")
    written = frame(root, "2027-t2")
    assert "drop cycle “T2 2027”" in told(capsys, *words)
    assert not (root / "cycles/2027-t2/cycle.toml").exists()
    assert run(["cycle", "show", "2027-t2"]) == 2
    told(capsys, "undo")
    assert frame(root, "2027-t2") == written


def test_a_plan_without_objectives_goes_with_its_cycle(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "cycle", "new")
    plan = root / "cycles/2027-t2/okrs/product.toml"
    plan.parent.mkdir()
    plan.write_text('format = 1\nteam = "product"\n', encoding="utf-8")
    told(capsys, "cycle", "drop", "2027-t2")
    assert not plan.exists()
    assert told(capsys, "check") == "Everything is in order.\n"


def without(root: Path, path: str, text: str) -> None:
    file = root / "cycles/2027-t2" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


SAID = """format = 1
person = "noa"
week = "2026-w42"
[[pain_point]]
id = "pp-1"
at = 2026-10-16 09:00:00Z
team = "care"
text = "x"
"""


@pytest.mark.parametrize(
    ("path", "text", "what"),
    [
        ("okrs/product.toml", 'format = 1\nteam = "product"\n[[objective]]\nid = "a"\ntitle = "A"\n', "1 objective."),
        ("okrs/care.toml", 'format = 1\nteam = "care"\n[[not_now]]\nid = "a"\ntitle = "A"\n', "cycles/2027-t2/okrs/care.toml."),
        ("review/care.toml", 'format = 1\n[[learning]]\nid = "a"\ntext = "A"\n', "cycles/2027-t2/review/care.toml."),
        ("journal/2026-w42/noa.toml", SAID, "words of Noa Berger."),
        ("notes.md", "mine", "cycles/2027-t2/notes.md."),
        ("okrs/mine.toml~", "mine", "cycles/2027-t2/okrs/mine.toml~."),
    ],
)  # fmt: skip
def test_a_cycle_with_anything_in_it_stays_and_says_what(
    root: Path, capsys: pytest.CaptureFixture[str], path: str, text: str, what: str
) -> None:
    told(capsys, "cycle", "new")
    without(root, path, text)
    assert run(["cycle", "drop", "2027-t2"]) == 2
    assert f"T2 2027 stays, as it is not empty: {what}" in capsys.readouterr().err
    assert (root / "cycles/2027-t2/cycle.toml").exists()


@pytest.mark.parametrize(
    ("cycle", "why"),
    [("t2", "is closed and stays"), ("t3", "objectives, "), ("year", "lie in it"), ("nothing", "nothing")],
)
def test_a_cycle_that_ran_or_holds_others_stays(
    root: Path, capsys: pytest.CaptureFixture[str], cycle: str, why: str
) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.toml")}
    assert run(["cycle", "drop", cycle]) == 2
    said = capsys.readouterr().err
    assert why in said
    assert said.count("\n") == 1
    assert {path: path.read_bytes() for path in root.rglob("*.toml")} == before


def test_a_file_that_cannot_be_read_keeps_its_cycle(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "cycle", "new")
    without(root, "okrs/product.toml", "format = 1\nteam = ")
    assert run(["cycle", "drop", "2027-t2"]) == 3
    assert "cycles/2027-t2/okrs/product.toml:2" in capsys.readouterr().err
    assert (root / "cycles/2027-t2/cycle.toml").exists()
