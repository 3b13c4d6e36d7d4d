import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from okr_tui.cli.main import okr
from tests.workspaces import Small


def lint(*arguments, stdin=None):
    return CliRunner().invoke(okr, ["lint", *arguments], input=stdin)


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("OKR_WORKSPACE", raising=False)


@pytest.fixture
def small(tmp_path, monkeypatch):
    monkeypatch.setenv("OKR_TODAY", "2026-10-16")

    def write(plan):
        folder = plan.write(tmp_path / "small")
        monkeypatch.setenv("OKR_WORKSPACE", str(folder))
        return folder

    return write


@pytest.mark.usefixtures("nowhere")
def test_lines_of_stdin_are_judged_outside_any_workspace():
    result = lint("-", "--json", stdin="Launch the portal\n\n \nFaire passer le NPS de 20 à 40\nNPS from 20 to 40\r\n")
    assert result.exit_code == 1
    assert result.output.isascii()
    first, second, third = json.loads(result.output)
    assert list(first) == ["text", "kind", "lang", "strength", "findings"]
    assert (first["text"], first["kind"], first["lang"]) == ("Launch the portal", "key_result", "en")
    assert [each["code"] for each in first["findings"]] == ["kr-task", "kr-no-metric"]
    assert list(first["findings"][0]) == ["code", "severity", "at", "message", "question"]
    assert first["findings"][0]["at"] == [0, 6]
    assert (second["lang"], second["strength"], second["findings"]) == ("fr", 1.0, [])
    assert third["text"] == "NPS from 20 to 40\r"


@pytest.mark.usefixtures("nowhere")
@pytest.mark.parametrize(
    ("arguments", "line", "code"),
    [
        ([], "NPS from 20 to 40", 0), ([], "Reach an NPS of 40", 0), ([], "Improve the NPS", 1), (["--kind", "objective"], "Revenue", 1),
        (["--kind", "objective"], "Improve the checkout in shops", 0), (["--lang", "fr"], "Lancer le portail", 1), (["--lang", "de"], "x", 2),
        (["--kind", "wish"], "x", 2),
    ],
)  # fmt: skip
def test_only_a_warning_is_worth_exit_1(arguments, line, code):
    assert lint("-", *arguments, stdin=line + "\n").exit_code == code


@pytest.mark.usefixtures("nowhere")
def test_nothing_in_is_nothing_found():
    assert lint("-", "--json", stdin="\n").output == "[]\n"
    assert lint("-", stdin="").exit_code == 0


@pytest.mark.usefixtures("nowhere")
def test_another_argument_is_wrong_usage_and_no_workspace_is_said():
    assert lint("drafts.txt").exit_code != 0
    assert lint().exit_code != 0


@pytest.mark.usefixtures("nowhere")
def test_only_a_line_feed_ends_a_line():
    text = "Launch\u2028the\x0bportal\x85now\x0c"
    assert [each["text"] for each in json.loads(lint("-", "--json", stdin=text + "\n").output)] == [text]


@pytest.mark.usefixtures("nowhere")
def test_text_underlines_the_words_in_question():
    lines = lint("-", stdin="We launch the portal\n").output.splitlines()
    assert lines[:2] == ["●●●○○  We launch the portal", "          ^^^^^^"]
    assert lines[-1] == "1 draft, 1 with a warning"


@pytest.mark.usefixtures("nowhere")
def test_what_a_terminal_would_obey_never_reaches_it():
    output = lint("-", stdin="Launch \x1b[31mthe\u202e portal\n").output
    assert "\x1b" not in output
    assert "\u202e" not in output


def test_the_drafts_of_a_workspace_in_their_order_with_what_shows_on_the_set(small):
    plan = Small()
    plan.objective("product", "home", title="Feel at home", status="draft")
    plan.key_result("home", "wizard", title="Ship the wizard")
    plan.objective("product", "agreed", title="Revenue")
    plan.objective("product", "later", title="Qualité", status="proposed", lang="fr", change="build")
    plan.key_result("later", "nps", title="Atteindre un NPS de 40")
    small(plan)
    told = json.loads(lint("--json").output)
    assert [each["id"] for each in told] == ["home", "wizard", "later", "nps"]
    assert [[each["code"] for each in entry["findings"]] for entry in told] == [
        ["obj-no-change-kind", "set-too-few"], ["kr-task", "kr-no-metric"], ["obj-bare", "set-too-few"], ["kr-no-baseline"],
    ]  # fmt: skip
    assert [each["lang"] for each in told] == ["en", "en", "fr", "fr"]
    assert [each["id"] for each in json.loads(lint("--json", "--kind", "objective").output)] == ["home", "later"]
    assert {each["lang"] for each in json.loads(lint("--json", "--lang", "fr").output)} == {"fr"}


def test_the_fourth_objective_is_where_too_many_is_said(small):
    plan = Small()
    for name in "abcd":
        plan.objective("product", name, title=f"Let tenants {name} live in peace", status="draft", change="change")
        for number in (1, 2):
            plan.key_result(name, f"{name}-{number}", baseline=4, target=1)
    small(plan)
    told = json.loads(lint("--json", "--kind", "objective").output)
    assert [[each["code"] for each in entry["findings"]] for entry in told] == [[], [], [], ["set-too-many"]]


def test_lines_are_in_the_language_of_the_workspace(small):
    plan = Small()
    plan.settings["language"] = "fr"
    small(plan)
    assert json.loads(lint("-", "--json", stdin="Launch it\n").output)[0]["lang"] == "fr"


def test_judging_lines_imports_no_models_and_no_screens(tmp_path):
    program = (
        "import sys; from okr_tui.__main__ import main; sys.argv = ['okr', 'lint', '-']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(sorted({'msgspec', 'textual', 'rich', 'pendulum', 'babel', 'rapidfuzz'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input="NPS from 2 to 4\n", capture_output=True, text=True, cwd=tmp_path, check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"
