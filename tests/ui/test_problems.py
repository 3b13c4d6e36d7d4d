"""What can't be read: where it is said, and how a person gets to the line."""

from pathlib import Path

import pytest

from okr_tui.ui.modals.problems import Problems
from okr_tui.ui.workbench import Workbench
from tests.ui.frames import frame
from tests.ui.opened import opened_at
from tests.workspaces import Small


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with two files that can't be read: one is no TOML, one holds a word for a number."""
    small = Small()
    small.objective("company", "win")
    small.objective("product", "grow")
    small.key_result("grow", "sign-ups", baseline=22, target=40)
    root = small.write(tmp_path / "small")
    (root / "cycles/t3/okrs/company.toml").write_text('format = 1\nteam = "company"\n[[objective]\n')
    plan = root / "cycles/t3/okrs/product.toml"
    plan.write_text(plan.read_text().replace("baseline = 22", 'baseline = "[red]many"'))
    return root


def app_at(root: Path) -> Workbench:
    return opened_at(root, root.parent / "state")


async def test_every_problem_stands_with_its_file_its_line_and_a_sentence(root: Path):
    app = app_at(root)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("P")
        await pilot.pause()
        text = frame(app)
        assert "PROBLEMS  2" in text
        assert "○ cycles/t3/okrs/company.toml:3:" in text
        assert "○ cycles/t3/okrs/product.toml:8:14" in text
        assert "“baseline” is “[red]many”, but must be a number." in text


async def test_enter_and_E_open_the_editor_at_the_line_and_what_is_mended_is_gone(root: Path, monkeypatch):  # noqa: N802 - the key
    opened: list[tuple[str, int]] = []

    def mend(self: Workbench, path: str, line: int) -> None:
        opened.append((path, line))
        file = root / path
        file.write_text(file.read_text().replace('"[red]many"', "22").replace("[[objective]\n", ""))
        self.read_again()

    monkeypatch.setattr(Workbench, "edit_file", mend)
    app = app_at(root)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("P", "j", "E")
        await pilot.pause()
        assert opened == [("cycles/t3/okrs/product.toml", 8)]
        assert "PROBLEMS  1" in frame(app)
        await pilot.press("enter")
        await pilot.pause()
        assert opened[1] == ("cycles/t3/okrs/company.toml", 3)
        assert "Every file can be read." in frame(app)
        await pilot.press("enter", "E", "escape")
        await pilot.pause()
        assert not isinstance(app.screen, Problems)


async def test_an_editor_that_is_missing_is_said_and_the_list_stays(root: Path, monkeypatch):
    monkeypatch.setenv("EDITOR", "no-such-editor-anywhere")
    monkeypatch.delenv("VISUAL", raising=False)
    app = app_at(root)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("P", "enter")
        await pilot.pause()
        assert isinstance(app.screen, Problems)
        assert any("There is no editor" in note.message for note in app._notifications)


async def test_a_workspace_in_order_says_so(tmp_path: Path):
    app = app_at(Small().write(tmp_path / "small"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("P")
        await pilot.pause()
        assert "Every file can be read." in frame(app)
        await pilot.press("down", "enter", "E")
