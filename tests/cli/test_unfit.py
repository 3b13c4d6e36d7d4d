"""A file that is TOML but not what its model says: whoever adds to it is told where, and nothing is written."""

import tomllib

import pytest

from okr_tui.actions.people import paste_people
from okr_tui.actions.settings import change_settings
from okr_tui.cli.main import run
from okr_tui.domain.errors import OkrError

PEOPLE, TEAMS, PLAN = "people.toml", "teams.toml", "cycles/t3/okrs/product.toml"
REVIEW, JOURNAL, FRAME = "cycles/t3/review/product.toml", "cycles/t3/journal/2026-w42/noa.toml", "cycles/t3/cycle.toml"
CYCLE = '[cycle]\nid = "t3"\nname = "T3"\nstart = 2026-09-01\nend = 2026-12-31\nphase = "achieve"\n'
UNFIT = {
    PEOPLE: [
        'person = "x"', "person = [1]", '[[person]]\nname = "A"', '[person]\nid = "a"', '[[person]]\nid = 5\nname = "A"',
        '[[person]]\nid = "noa"\nname = "Noa"\nteam = "product"', '[[person]]\nid = "noa"\nname = "Noa"\naway = 5',
    ],
    TEAMS: [
        'team = "x"', "team = [1]", '[[team]]\nname = "A"', '[team]\nid = "a"', '[[team]]\nid = "product"\nname = 5',
        '[[team]]\nid = "product"\nname = "P"\nkpi = 3\nrole = "x"',
    ],
    PLAN: [
        'team = "product"\nobjective = 5', 'team = "product"\nobjective = [1]', '[objective]\nid = "a"', "request = 5\nteam = 5",
    ],
    REVIEW: ["grade = 5\ndecision = 5\naction = 5", "grade = [1]\ndecision = [1]\naction = [1]"],
    JOURNAL: ["kudos = 5\ncomment = 5\ncheck_in = 5", "kudos = [1]\ncomment = [1]\ncheck_in = [1]"],
    FRAME: ["cycle = 5", f"ritual = 5\n{CYCLE}", f"ritual = [1]\n{CYCLE}"],
    "okr.toml": ['id = "x-1"\nname = "X"\nlanguage = "en"\nclosed = 5', 'id = "x-1"\nname = "X"\nlanguage = "en"\nclosed = [1]'],
}  # fmt: skip
COMMANDS = (
    "add person Zed", "add person Zed:Product", "add team Zed --lead noa", "add role X --team product", "add people LIST",
    "add kpi X --team product", "add objective X --team product", "add request X --from product --to care",
    "add closed X --from 2026-12-24", "add absence noa --from 2026-11-01", "import TABLE --team product", "kudos ines thanks",
    "ask why", "cycle drop t3", "cycle close --force", "drop product", "checkin sign-ups-active-on-day-7-867m2 31",
)  # fmt: skip


@pytest.mark.parametrize(("path", "text"), [(path, text) for path, texts in UNFIT.items() for text in texts])
def test_no_command_that_adds_meets_a_file_that_does_not_fit_with_an_exception(root, tmp_path, capsys, path, text):
    (tmp_path / "list").write_text("Zed, zed@x.example, Product\n", encoding="utf-8")
    (tmp_path / "table").write_text("Objective,Key result\nGrow,Sales\n", encoding="utf-8")
    (root / path).write_text(f"format = 1\n{text}\n", encoding="utf-8")
    places = {"LIST": str(tmp_path / "list"), "TABLE": str(tmp_path / "table")}
    for command in COMMANDS:
        run([places.get(word, word) for word in command.split()])
        assert "went wrong" not in capsys.readouterr().err, command
        assert (root / path).read_text(encoding="utf-8") == f"format = 1\n{text}\n", command


def test_who_pastes_people_into_a_list_that_does_not_fit_is_told_the_line(root, tmp_path, capsys):
    (root / PEOPLE).write_text('format = 1\n\n[[person]]\nid = "noa"\nname = "Noa"\nemail = 5\n', encoding="utf-8")
    with pytest.raises(OkrError) as refused:
        paste_people(root, "Zed, zed@x.example, Product")
    assert str(refused.value) == (
        "people.toml:6: “email” is 5, but must be text in quotes. Correct that in the file first; nothing was changed."
    )


def test_a_setting_that_does_not_fit_is_mended_by_setting_it_and_told_where_another_is_set(root):
    lines = (root / "okr.toml").read_text(encoding="utf-8").splitlines()
    lines = ["max_objectives = 'x'" if line.startswith("max_objectives") else line for line in lines]
    (root / "okr.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    line = lines.index("max_objectives = 'x'") + 1
    with pytest.raises(OkrError, match=f"okr.toml:{line}: “max_objectives” is “x”"):
        change_settings(root, {"name": "Other"})
    change = change_settings(root, {"policy.max_objectives": 4}).change
    assert change.files[0].tables["policy"]["max_objectives"] == 4


@pytest.mark.parametrize("part", ["cadence", "policy", "sync"])
def test_a_part_of_the_settings_that_is_no_table_is_told(root, part):
    known = tomllib.loads((root / "okr.toml").read_text(encoding="utf-8"))
    (root / "okr.toml").write_text(
        f'format = 1\nid = "{known["id"]}"\nname = "X"\nlanguage = "en"\n{part} = 5\n', encoding="utf-8"
    )
    with pytest.raises(OkrError, match=f"okr.toml:5: “{part}” is 5"):
        change_settings(root, {"cadence.cycle": "half"})
