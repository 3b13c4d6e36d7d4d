import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okr_tui.store.check import check
from tests.store.sound import FILES, changed, written

PLAN = "cycles/2026-t3/okrs/product.toml"
JOURNAL = "cycles/2026-t3/journal/2026-w40/noa.toml"
FRAME = "cycles/2026-t3/cycle.toml"
REVIEW = "cycles/2026-t3/review/product.toml"
REAL = Path(__file__).parents[3] / "shared" / "data" / "gitlab-fy20-q4"
SAMPLES = Path(__file__).parents[2] / "sample_data"

Found = tuple[str, str, str, int]


def found(root: Path) -> list[Found]:
    return [(problem.severity, problem.code, problem.file, problem.line) for problem in check(root)]


def test_nothing_is_wrong_in_a_sound_workspace(tmp_path: Path) -> None:
    wrong = [problem for problem in check(written(tmp_path)) if problem.code != "no-milestones"]
    assert wrong == []


@pytest.mark.parametrize("name", ["lumio", "rivage", "solo"])
def test_nothing_is_wrong_in_the_samples(name: str) -> None:
    assert [problem for problem in check(SAMPLES / name) if problem.severity != "hint"] == []


@pytest.mark.skipif(not REAL.is_dir(), reason="the data for measuring is not here")
def test_a_real_workspace_of_sixty_teams_has_no_error() -> None:
    assert [problem for problem in check(REAL) if problem.severity == "error"] == []


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        # errors
        (PLAN, "target = 60", "target = 40", ("error", "target-is-baseline", PLAN, 19)),
        (PLAN, 'team = "product"', 'team = "company"', ("error", "name-mismatch", PLAN, 2)),
        (JOURNAL, 'person = "noa"', 'person = "ines"', ("error", "name-mismatch", JOURNAL, 2)),
        (JOURNAL, 'week = "2026-w40"', 'week = "2026-w41"', ("error", "name-mismatch", JOURNAL, 3)),
        (FRAME, 'id = "2026-t3"', 'id = "2026-t4"', ("error", "name-mismatch", FRAME, 4)),
        (REVIEW, 'team = "product"', 'team = "company"', ("error", "name-mismatch", REVIEW, 2)),
        (PLAN, '"steps-00003"', '"activation-00002"', ("error", "duplicate-id", PLAN, 23)),
        (JOURNAL, '"ci-0000000002"', '"first-00004"', ("error", "duplicate-id", PLAN, 28)),
        ("teams.toml", 'id = "scribe"', 'id = "ines"', ("error", "duplicate-id", "teams.toml", 15)),
        ("teams.toml", 'id = "product"', 'id = "company"', ("error", "duplicate-id", "teams.toml", 9)),
        ("people.toml", "format = 1\n", "", ("error", "no-format", "people.toml", 1)),
        (PLAN, 'owner = "noa"', "owner = 3", ("error", "wrong-type", PLAN, 8)),
        (PLAN, "title = ", "title ", ("error", "not-toml", PLAN, 7)),
        (PLAN, "format = 1", "<<<<<<< a\nformat = 1", ("error", "conflict-markers", PLAN, 1)),
        # ids that name nothing
        (PLAN, 'owner = "noa"', 'owner = "nobody"', ("warning", "dangling-id", PLAN, 8)),
        (PLAN, 'owner = "noa"', 'owner = "product"', ("warning", "dangling-id", PLAN, 8)),
        (PLAN, '"vision"', '"vision", "gone-00000"', ("warning", "dangling-id", PLAN, 10)),
        (PLAN, '"pp-0000000001"', '"ci-0000000001"', ("warning", "dangling-id", PLAN, 11)),
        (PLAN, 'from = "activation-00002"', 'from = "gone-00000"', ("warning", "dangling-id", PLAN, 35)),
        (PLAN, 'to = "company"', 'to = "first-00004"', ("warning", "dangling-id", PLAN, 36)),
        (PLAN, 'status = "agreed"', 'continues = "gone-00000"', ("warning", "dangling-id", PLAN, 9)),
        ("teams.toml", 'lead = "ines"', 'lead = "nobody"', ("warning", "dangling-id", "teams.toml", 6)),
        ("teams.toml", 'lead = "ines"', 'champion = "scribe"', ("warning", "dangling-id", "teams.toml", 6)),
        ("teams.toml", 'lead = "ines"', 'members = ["nobody"]', ("warning", "dangling-id", "teams.toml", 6)),
        ("teams.toml", 'holders = ["noa"]', 'holders = ["nobody"]', ("warning", "dangling-id", "teams.toml", 17)),
        ("teams.toml", 'parent = "company"', 'parent = "gone"', ("warning", "dangling-id", "teams.toml", 11)),
        ("people.toml", 'team = ["product"]', 'team = ["gone"]', ("warning", "dangling-id", "people.toml", 7)),
        (
            "people.toml", 'team = ["company"]', 'away = [{ from = 2026-10-01, to = 2026-10-02, stand_in = "gone" }]',
            ("warning", "dangling-id", "people.toml", 12),
        ),
        (FRAME, 'parent = "2026"', 'parent = "2025"', ("warning", "dangling-id", FRAME, 6)),
        (FRAME, 'parent = "2026"', 'teams = ["gone"]', ("warning", "dangling-id", FRAME, 6)),
        (FRAME, "on = 2026-12-18", 'on = 2026-12-18\nteam = "gone"', ("warning", "dangling-id", FRAME, 15)),
        (JOURNAL, 'about = "activation-00002"', 'about = "gone-00000"', ("warning", "dangling-id", JOURNAL, 9)),
        (JOURNAL, "confidence = 7", 'milestone = "gone-00000"', ("warning", "dangling-id", JOURNAL, 11)),
        (JOURNAL, "confidence = 7", 'help_from = "gone"', ("warning", "dangling-id", JOURNAL, 11)),
        (JOURNAL, 'replaces = "ci-0000000001"', 'replaces = "ci-0"', ("warning", "dangling-id", JOURNAL, 19)),
        (JOURNAL, 'team = "product"', 'team = "gone"', ("warning", "dangling-id", JOURNAL, 24)),
        (REVIEW, 'about = "newcomers-get-it-00001"', 'about = "gone-00000"', ("warning", "dangling-id", REVIEW, 5)),
        (REVIEW, 'verdict = "continue"', 'verdict = "drop"\nnext = "gone"', ("warning", "dangling-id", REVIEW, 7)),
        # days
        (PLAN, "target = 60", "target = 60\nstart = 2026-08-31", ("warning", "day-outside-cycle", PLAN, 20)),
        (PLAN, "on = 2026-11-01", "on = 2027-11-01", ("warning", "day-outside-cycle", PLAN, 20)),
        (PLAN, 'status = "agreed"', "end = 2027-01-01", ("warning", "day-outside-cycle", PLAN, 9)),
        (
            PLAN, "target = 60", "target = 60\nstart = 2026-10-10\nend = 2026-10-09",
            ("warning", "end-before-start", PLAN, 21),
        ),
        (FRAME, "end = 2026-12-31", "end = 2026-08-31", ("warning", "end-before-start", FRAME, 8)),
        (FRAME, 'parent = "2026"', "achieve_from = 2026-08-31", ("warning", "day-outside-cycle", FRAME, 6)),
        (
            "people.toml", 'team = ["company"]', "joined = 2026-10-10\nleft = 2026-10-09",
            ("warning", "end-before-start", "people.toml", 13),
        ),
        (JOURNAL, "on = 2026-10-02", "on = 2026-08-31", ("hint", "check-in-outside-cycle", JOURNAL, 8)),
        (JOURNAL, "at = 2026-10-02", "at = 2026-10-05", ("hint", "other-week", JOURNAL, 7)),
        # figures
        (PLAN, "on = 2026-10-01", "on = 2026-11-20", ("warning", "phased-order", PLAN, 20)),
        ("teams.toml", "low = 99", "low = 99\nhigh = 98", ("warning", "band-upside-down", "teams.toml", 23)),
        (PLAN, "target = 60", "target = 60\ncommit = 70\nstretch = 80", ("warning", "zone-order", PLAN, 20)),
        (PLAN, "target = 60", "target = 60\ncommit = 50\nstretch = 55", ("warning", "zone-order", PLAN, 21)),
        (PLAN, "target = 60", "target = 30\ncommit = 50\nstretch = 20", ("warning", "zone-order", PLAN, 20)),
        (PLAN, "target = 60", "target = 60\ncommit = 50", ("hint", "zone-alone", PLAN, 20)),
        (PLAN, "[[objective.key_result.milestone]]", "[[zot]]", ("warning", "no-milestones", PLAN, 22)),
        (PLAN, "target = 60\n", "", ("hint", "no-target", PLAN, 13)),
        (PLAN, "baseline = 40\n", "", ("hint", "no-baseline", PLAN, 13)),
        (PLAN, 'kind = "milestones"', 'kind = "keep"', ("hint", "no-band", PLAN, 22)),
        # people
        ("people.toml", 'id = "noa"', 'id = "noah"', ("warning", "unknown-person", JOURNAL, 2)),
        # the rest
        (PLAN, 'unit = "%"', 'units = "%"', ("hint", "unknown-key", PLAN, 17)),
        (PLAN, "value = 45 }", "value = 45, }", ("hint", "toml-1-1", PLAN, 20)),
        (PLAN, 'unit = "%"', r'unit = "\x25"', ("hint", "toml-1-1", PLAN, 17)),
        (PLAN, 'unit = "%"', r'unit = "\e"', ("hint", "toml-1-1", PLAN, 17)),
        (PLAN, 'unit = "%"', "units = 10:30", ("hint", "toml-1-1", PLAN, 17)),
        (JOURNAL, "at = 2026-10-02T16:00:00+02:00", "at = 2026-10-02T16:00+02:00", ("hint", "toml-1-1", JOURNAL, 7)),
    ],
)  # fmt: skip
def test_one_thing_wrong_is_found_at_its_line(tmp_path: Path, path: str, old: str, new: str, expected: Found) -> None:
    assert expected in found(changed(tmp_path, path, old, new))


def test_all_problems_are_told_at_once_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    root = changed(tmp_path, PLAN, 'owner = "noa"', 'owner = "nobody"')
    (root / REVIEW).write_text("format = 1\nteam = \n", encoding="utf-8")
    (root / "people.toml").write_text("", encoding="utf-8")
    problems = found(root)
    assert [severity for severity, _code, _file, _line in problems].count("error") == 2
    assert [(file, line) for _severity, _code, file, line in problems] == sorted(
        (file, line) for _severity, _code, file, line in problems
    )


def test_ids_in_a_file_that_cannot_be_read_are_not_called_missing(tmp_path: Path) -> None:
    root = changed(tmp_path, PLAN, "target = 60", "target = sixty")
    assert {code for _severity, code, _file, _line in found(root)} == {"not-toml"}


def test_people_who_belong_to_no_team_but_check_in_are_told(tmp_path: Path) -> None:
    root = changed(tmp_path, "people.toml", 'team = ["product"]\n', "")
    assert "person-without-team" not in {code for _severity, code, _file, _line in found(root)}, "noa leads a team"
    for old in ('lead = "noa"\n', 'holders = ["noa"]\n'):
        text = (root / "teams.toml").read_text(encoding="utf-8")
        (root / "teams.toml").write_text(text.replace(old, ""), encoding="utf-8")
    assert ("warning", "person-without-team", JOURNAL, 2) in found(root)


def test_teams_above_themselves_are_a_loop_and_those_below_are_not(tmp_path: Path) -> None:
    teams = "".join(
        f'[[team]]\nid = "{team}"\nname = "x"\nparent = "{parent}"\n' for team, parent in ("ab", "bc", "cb", "dd")
    )
    root = written(tmp_path, {**FILES, "teams.toml": "format = 1\n" + teams})
    assert [line for _severity, code, _file, line in found(root) if code == "loop"] == [9, 13, 17]


def test_cycles_above_themselves_are_a_loop(tmp_path: Path) -> None:
    root = changed(tmp_path, "cycles/2026/cycle.toml", 'kind = "annual"', 'kind = "annual"\nparent = "2026-t3"')
    assert [file for _severity, code, file, _line in found(root) if code == "loop"] == [
        "cycles/2026-t3/cycle.toml",
        "cycles/2026/cycle.toml",
    ]


def test_a_closed_cycle_is_looked_into(tmp_path: Path) -> None:
    root = changed(tmp_path, PLAN, "target = 60", "target = 40")
    text = (root / FRAME).read_text(encoding="utf-8")
    (root / FRAME).write_text(text.replace('"achieve"', '"closed"'), encoding="utf-8")
    assert ("error", "target-is-baseline", PLAN, 19) in found(root)


def test_files_that_nobody_reads_are_told(tmp_path: Path) -> None:
    extra = {
        "people.sync-conflict-20261016-101010-ABCDEF.toml": "format = 1\n",
        "cycles/2026-t3/okrs/product (conflicted copy 2026-10-16).toml": "format = 1\n",
        "cycles/2026-t3/okrs/Product.toml": "format = 1\n",
        "cycles/2026-t3/notes.txt": "what we said\n",
        "cycles/2026-t3/okrs/.hidden": "",
        "cycles/2026-t3/legs/1-frame/product.toml": "format = 1\n",
        "README.md": "a readme is nobody's business\n",
    }
    root = written(tmp_path, {**FILES, **extra})
    assert [file for _severity, code, file, _line in found(root) if code == "ignored"] == [
        "cycles/2026-t3/notes.txt",
        "cycles/2026-t3/okrs/Product.toml",
        "cycles/2026-t3/okrs/product (conflicted copy 2026-10-16).toml",
        "people.sync-conflict-20261016-101010-ABCDEF.toml",
    ]


def test_links_to_elsewhere_are_told(tmp_path: Path) -> None:
    root, other = written(tmp_path / "ws"), written(tmp_path / "other")
    (root / "cycles/linked").symlink_to(other / "cycles/2026-t3")
    (root / "cycles/2026-t3/legs").symlink_to(other / "cycles/2026")
    (root / "cycles/2026-t3/okrs/out.toml").symlink_to(other / "people.toml")
    told = [(file, code) for _severity, code, file, _line in found(root) if code.startswith("link")]
    assert told == [
        ("cycles/2026-t3/legs", "link"),
        ("cycles/2026-t3/okrs/out.toml", "link-outside"),
        ("cycles/linked", "link"),
    ]


def test_cycles_that_lie_elsewhere_are_told(tmp_path: Path) -> None:
    root = written(tmp_path / "ws", {name: text for name, text in FILES.items() if "/" not in name})
    (root / "cycles").symlink_to(tmp_path)
    assert [(file, code) for _severity, code, file, _line in found(root) if code == "link"] == [("cycles", "link")]


def test_a_cycle_without_its_frame_is_told_and_its_files_are_still_checked(tmp_path: Path) -> None:
    root = written(tmp_path)
    (root / FRAME).unlink()
    (root / REVIEW).write_text("", encoding="utf-8")
    problems = found(root)
    assert ("warning", "no-cycle", FRAME, 1) in problems
    assert ("error", "no-format", REVIEW, 1) in problems


def test_without_people_one_warning_says_so(tmp_path: Path) -> None:
    root = written(tmp_path)
    (root / "people.toml").unlink()
    assert [code for severity, code, _file, _line in found(root) if severity != "hint"] == ["missing-file"]


def test_checking_writes_nothing(tmp_path: Path) -> None:
    root = changed(tmp_path, PLAN, 'owner = "noa"', "owner = 3")

    def state() -> dict[str, tuple[str, int]]:
        return {
            str(path): (hashlib.sha256(path.read_bytes()).hexdigest(), os.stat(path).st_mtime_ns)  # noqa: PTH116
            for path in root.rglob("*")
            if path.is_file()
        }

    before = state()
    check(root)
    assert state() == before


def test_ten_thousand_problems_in_one_file_are_told(tmp_path: Path) -> None:
    people = "".join(f'[[person]]\nid = "P{n}"\n' for n in range(10_000))
    root = written(tmp_path, {**FILES, "people.toml": "format = 1\n" + people})
    assert len([problem for problem in check(root) if problem.file == "people.toml"]) == 20_000


def test_a_chain_of_five_thousand_replies_is_followed(tmp_path: Path) -> None:
    said = "".join(
        f'[[comment]]\nid = "co-{n}"\nat = 2026-10-02T16:00:00Z\nabout = "activation-00002"\ntext = "x"\n'
        f'reply_to = "co-{(n + 1) % 5_000}"\n'
        for n in range(5_000)
    )
    root = written(tmp_path, {**FILES, JOURNAL: FILES[JOURNAL] + said})
    assert [code for _severity, code, _file, _line in found(root)].count("loop") == 5_000


VALUES = [
    '""', '"x"', "-1", "1e15", "true", "[]", '["a"]', "[[1]]", "{}", "{ a = 1 }", "2026-10-16", "1900-01-01", "2199-12-31",
    "2026-10-16T00:00:00", "1900-01-01T00:00:00+14:00", "2199-12-31T23:59:59-12:00", "09:30:00", '"\\u001b[31m"', '"../x"',
    '"vision"', '"noa"', '"2026-t3"', '"activation-00002"', "[{ on = 2026-01-01, value = 3 }]", "9223372036854775807",
]  # fmt: skip


@settings(max_examples=150, deadline=1000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_value_under_any_key_stops_the_check(tmp_path: Path, data: st.DataObject) -> None:
    root = written(tmp_path)
    for path in data.draw(st.lists(st.sampled_from(sorted(FILES)), min_size=1, max_size=4, unique=True)):
        lines = FILES[path].splitlines(keepends=True)
        for at in data.draw(st.lists(st.integers(0, len(lines) - 1), min_size=1, max_size=4)):
            key, assigned, _value = lines[at].partition(" = ")
            if assigned:
                lines[at] = f"{key} = {data.draw(st.sampled_from(VALUES))}\n"
        (root / path).write_text("".join(lines), encoding="utf-8")
    for problem in check(root):
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message


def test_what_two_people_changed_differently_is_a_warning_until_somebody_chooses(tmp_path: Path) -> None:
    record = '\n[[conflict]]\nid = "cf-1"\nabout = "active-9x3w7"\nkey = "target"\nours = 40\ntheirs = 50\n'
    root = written(tmp_path, {path: text + record if path == PLAN else text for path, text in FILES.items()})
    assert [(severity, code, file) for severity, code, file, _line in found(root) if code == "conflict"] == [
        ("warning", "conflict", PLAN)
    ]
