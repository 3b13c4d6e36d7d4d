"""One figure through every door of the command line: typed, in a range, in an edit, from a pipe, from a program, in a cell."""

import io
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okr_tui.cli.main import run
from tests.workspaces import Small, day

TODAY = day(45)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace in which Noa checks in on day 45: a net score below zero, answers a day, hours, one without a unit."""
    made = Small()
    made.objective("product", "grow", title="New users stay", owner="noa")
    made.key_result("grow", "net-aaaaa", title="Net score", baseline=-20, target=-5, unit="pts")
    made.key_result("grow", "ans-bbbbb", title="Answers a day", baseline=0, target=1000)
    made.key_result("grow", "hrs-ccccc", title="Hours", baseline=8, target=3, unit="h")
    made.key_result("grow", "nps-ddddd", title="NPS", baseline=22, target=40)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("OKR_WORKSPACE", str(made.write(tmp_path / "workspace")))
    monkeypatch.setenv("OKR_ME", "noa")
    monkeypatch.setenv("OKR_TODAY", TODAY.isoformat())
    monkeypatch.setattr("okr_tui.cli.prompt.refresh_soon", lambda *_told: None)
    return tmp_path / "workspace"


def said(root: Path) -> list[Any]:
    """The figures that stand in Noa's journals, in the order of what was written."""
    rows = [row for path in root.glob("cycles/*/journal/*/noa.toml") for row in _tables(path)["check_in"]]
    return [row.get("value") for row in sorted(rows, key=lambda row: row["at"])]


def plan(root: Path) -> dict[str, dict[str, Any]]:
    """Title → key result, as they stand in the plan."""
    results = _tables(root / "cycles/t3/okrs/product.toml")["objective"][0]["key_result"]
    return {each["title"]: each for each in results}


def _tables(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    def pipe(text: str, *words: str) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        return run(["checkin", *words, "-"])

    return pipe


FIGURES = [
    ("1 234,5", 1234.5), ("1.234,5", 1234.5), ("1,234", 1234), ("12k", 12_000), ("1E+05", 100_000), ("1e6", 1_000_000),
    ("(5)", -5),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), FIGURES)
def test_a_figure_is_read_alike_typed_piped_in_an_edit_and_in_a_range(root, piped, text, value):
    assert run(["checkin", "ans", text]) == 0
    assert piped(f"{text}\n", "ans") == 0
    assert said(root) == [value, value]
    assert run(["edit", "ans-bbbbb", f"stretch={text}", "--why", "known now"]) == 0
    assert plan(root)["Answers a day"]["stretch"] == value
    assert run(["add", "kr", "One more", "--to", "grow", f"--target={text}", "--from=0"]) == 0
    assert run(["add", "kr", "And one", "--to", "grow", f"--range=0 -> {text}"]) == 0
    assert plan(root)["One more"]["target"] == plan(root)["And one"]["target"] == value


@pytest.mark.parametrize("text", ["3/4", "5 - 10", "2025-26", "3 of 4", "2026-10-15", "12 + 1"])
def test_sums_and_spans_are_told_everywhere_but_where_they_are_typed_in_a_check_in(root, piped, capsys, text):
    before = (root / "cycles/t3/okrs/product.toml").read_bytes()
    for door in (
        ["edit", "ans-bbbbb", f"target={text}", "--why", "known now"],
        ["add", "kr", "One more", "--to", "grow", f"--target={text}"],
        ["add", "kr", "One more", "--to", "grow", f"--range={text}"],
    ):
        assert run(door) == 2
        assert f"“{text}” is no" in capsys.readouterr().err
    assert piped(text, "ans") == 2
    assert f"“{text}” is no" in capsys.readouterr().err
    assert said(root) == []
    assert (root / "cycles/t3/okrs/product.toml").read_bytes() == before


def test_a_unit_that_is_typed_with_a_target_is_read_in_the_unit_of_the_key_result_or_taken_over(root, capsys):
    assert run(["edit", "hrs-ccccc", "target=90 min", "--why", "known now"]) == 0
    assert plan(root)["Hours"]["target"] == 1.5
    assert run(["edit", "nps-ddddd", "target=45 %", "--why", "known now"]) == 0
    assert (plan(root)["NPS"]["target"], plan(root)["NPS"]["unit"]) == (45, "%")
    assert run(["edit", "hrs-ccccc", "target=45 %", "--why", "known now"]) == 2
    assert run(["add", "kr", "Spent", "--to", "grow", "--from", "€10k", "--target", "25k€"]) == 0
    assert {key: plan(root)["Spent"][key] for key in ("baseline", "target", "unit")} == {
        "baseline": 10_000, "target": 25_000, "unit": "€",
    }  # fmt: skip
    assert run(["add", "kr", "Mixed", "--to", "grow", "--from", "€10", "--target", "25 %"]) == 2
    assert "is counted in € and in %; write one unit." in capsys.readouterr().err


def test_a_range_that_could_mean_two_things_says_both(root, capsys):
    assert run(["add", "kr", "One more", "--to", "grow", "--range=1.200 -> 2.500"]) == 2
    assert "could mean 1.2 or 1,200; write the one that you mean." in capsys.readouterr().err


def test_a_figure_from_a_pipe_is_the_figure_itself(root, piped):
    assert [piped("-8\n", "net") for _ in range(2)] == [0, 0]
    assert piped("+3", "ans") == 0
    assert piped("+3", "ans") == 0
    assert said(root) == [-8, -8, 3, 3]


def test_a_minus_is_said_to_be_the_figures_own_where_figures_below_zero_belong_to_it(root, capsys):
    run(["checkin", "net", "=-10"])
    assert "taken for the figure itself" not in capsys.readouterr().err
    assert run(["checkin", "net", "-8"]) == 0
    assert (
        "-8 pts is taken for the figure itself; if 8 pts less than -10 pts is meant, type =-18."
        in capsys.readouterr().err
    )
    assert run(["checkin", "net", "=-18 pts"]) == 0
    run(["checkin", "ans", "50"])
    capsys.readouterr()
    assert run(["checkin", "ans", "-8"]) == 0
    assert "taken for" not in capsys.readouterr().err
    assert said(root) == [-10, -8, -18, 50, 42]


def test_on_a_terminal_a_minus_is_asked_about_and_no_saves_nothing(root, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _question="": "n")
    assert run(["checkin", "net", "-8"]) == 4
    assert said(root) == []
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _question="": "y")
    assert run(["checkin", "net", "-8"]) == 0
    assert said(root) == [-8]


def test_a_sign_counts_from_the_day_it_speaks_of_and_that_is_what_is_told(root, capsys):
    run(["checkin", "ans", "100", "--on", day(30).isoformat()])
    run(["checkin", "ans", "400", "--on", day(44).isoformat()])
    capsys.readouterr()
    assert run(["checkin", "ans", "+10", "--on", day(32).isoformat()]) == 0
    assert "100 → 110" in capsys.readouterr().out
    assert run(["checkin", "ans", "120", "--on", day(44).isoformat()]) == 0
    assert "400 → 120" in capsys.readouterr().out
    assert run(["checkin", "ans", "7", "--on", day(20).isoformat()]) == 0
    assert "Answers a day (Product): 7" in capsys.readouterr().out
    assert said(root) == [100, 400, 110, 120, 7]


def test_a_correction_counts_from_what_it_corrects(root, capsys):
    run(["checkin", "ans", "100", "--json"])
    identity = json.loads(capsys.readouterr().out)["id"]
    run(["checkin", "ans", "400"])
    assert run(["checkin", "ans", "+10", "--replaces", identity]) == 0
    assert said(root) == [100, 400, 110]


def test_a_first_plus_counts_from_the_start_and_says_so(root, capsys):
    assert run(["checkin", "nps", "+1"]) == 0
    assert "NPS (Product): 22 (the start) → 23" in capsys.readouterr().out
    assert said(root) == [23]


def walked(monkeypatch: pytest.MonkeyPatch, *lines: str) -> int:
    typed = iter((*lines, "q", "q", "q"))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _question="": next(typed))
    return run(["checkin"])


def own_command(tmp_path: Path, text: str) -> None:
    (tmp_path / "config" / "okr").mkdir(parents=True)
    config = f"[figures]\nnet-aaaaa = {json.dumps(['echo', text])}\n"
    (tmp_path / "config" / "okr" / "config.toml").write_text(config, encoding="utf-8")


@pytest.mark.parametrize(("text", "value"), [("-8", -8), ("(5)", -5), ("-1.200", -1.2), ("-12 pts", -12)])
def test_a_figure_that_ones_own_command_tells_is_saved_as_told(root, tmp_path, monkeypatch, text, value):
    run(["checkin", "net", "=-9", "--on", day(30).isoformat()])
    own_command(tmp_path, text)
    assert walked(monkeypatch, *[line for _each in range(4) for line in ("./5", "")]) == 0
    assert said(root)[:2] == [-9, value]


@pytest.mark.parametrize("text", ["5 - 10", "2026-10-15", "down"])
def test_what_ones_own_command_tells_is_no_sum_and_is_said(root, tmp_path, monkeypatch, capsys, text):
    own_command(tmp_path, text)
    assert walked(monkeypatch) == 0
    out, err = capsys.readouterr()
    assert f"Net score: “{text}” is not one figure" in err
    assert "(your command)" not in out
    assert said(root) == []


def imported(tmp_path: Path, *rows: str) -> int:
    head = "Objective;Key result;Start;Target"
    (tmp_path / "in.csv").write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    return run(["import", str(tmp_path / "in.csv"), "--team", "product"])


@pytest.mark.parametrize(
    ("start", "target", "kept"),
    [
        ("(5)", "10", (-5, 10, None)),
        ("1E+05", "2E+05", (100_000, 200_000, None)),
        ("1.234,5", "2.000", (1234.5, 2000, None)),
        ("12 %", "40", (12, 40, "%")),
        ("€10k", "25 k€", (10_000, 25_000, "€")),
        ("1h30", "45 min", (90, 45, "min")),
    ],
)
def test_a_cell_is_one_number_with_its_marks(root, tmp_path, start, target, kept):
    assert imported(tmp_path, f"New users stay;Cell;{start};{target}") == 0
    made = plan(root)["Cell"]
    assert (made["baseline"], made["target"], made.get("unit")) == kept


@pytest.mark.parametrize("cell", ["3/4", "5 - 10", "2025-26", "2026-10-15", "15.10.2026", "3 of 4", "12 apples"])
def test_a_cell_that_is_no_figure_is_told_with_its_row(root, tmp_path, capsys, cell):
    assert imported(tmp_path, f"New users stay;Cell;{cell};40", "New users stay;Next;1;2") == 1
    assert f"row 2: “{cell}” is no figure" in capsys.readouterr().err
    assert "Cell" not in plan(root)
    assert plan(root)["Next"]["target"] == 2


def test_point_and_comma_mean_the_same_in_all_rows_of_a_file_and_what_is_unclear_is_told(root, tmp_path, capsys):
    assert imported(tmp_path, "New users stay;One;1.200;2.500", "New users stay;Two;1,5;2,5") == 0
    assert (plan(root)["One"]["baseline"], plan(root)["Two"]["target"]) == (1200, 2.5)
    assert imported(tmp_path, "New users stay;Three;1.200;2.500") == 1
    assert "row 2: “1.200” could be thousands or decimals" in capsys.readouterr().err
    assert imported(tmp_path, "New users stay;Four;1,5;2.5", "New users stay;Five;10 €;20 %") == 1
    told = capsys.readouterr().err
    assert "row 2: “1,5 · 2.5” do not go together" in told
    assert "row 3: “10 € · 20 %” do not go together" in told
