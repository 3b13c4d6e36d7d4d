"""Repositories for tests: a person's own settings of git, clones of one bare repository, and what git says."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from okr_tui.store.git.driver import register, write_attributes
from okr_tui.store.git.process import Git
from okr_tui.store.git.repository import repository_of
from okr_tui.store.git.sync import Shared, sync
from okr_tui.store.git.trust import trust
from tests.store.sound import written

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

PLAN = "cycles/2026-t3/okrs/product.toml"


def git(folder: Path, *arguments: str, code: int = 0) -> str:
    """Runs git as a person would and returns what it says."""
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr + done.stdout
    return done.stdout


def own_settings(folder: Path, monkeypatch: pytest.MonkeyPatch, *, name: bool = True) -> None:
    """A person's settings of git and nobody else's."""
    for variable in [each for each in os.environ if each.startswith("GIT_")] + ["EMAIL"]:
        monkeypatch.delenv(variable, raising=False)
    settings = folder / "gitconfig"
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    identity = "[user]\n\tname = Noa\n\temail = noa@acme.example\n" if name else "[user]\n\tuseConfigOnly = true\n"
    settings.write_text(f"[init]\n\tdefaultBranch = main\n{identity}", encoding="utf-8")


def trusted(folder: Path, *, driver: bool = True) -> None:
    """Says that the person trusts the repository in a folder, with or without the merge driver."""
    repository = repository_of(folder)
    assert repository is not None
    trust(repository)
    if driver:
        register(Git(folder), repository)
        write_attributes(folder)


def clones(folder: Path, *names: str, driver: bool = True) -> list[Path]:
    """Clones of one bare repository that holds a small workspace in which nothing is wrong."""
    git(folder, "init", "-q", "--bare", "shared.git")
    seed = written(folder / "seed")
    git(seed, "init", "-q")
    trusted(seed, driver=driver)
    git(seed, "add", ".")
    git(seed, "commit", "-q", "-m", "seed")
    git(seed, "remote", "add", "origin", str(folder / "shared.git"))
    git(seed, "push", "-q", "-u", "origin", "main")
    made = []
    for name in names:
        git(folder, "clone", "-q", str(folder / "shared.git"), name)
        trusted(folder / name, driver=driver)
        made.append(folder / name)
    return made


def synced(folder: Path) -> Shared:
    """One sync of a clone, with a state folder of its own beside it."""
    return sync(folder, folder.parent / f"{folder.name}-state")


def replaced(folder: Path, path: str, old: str, new: str) -> None:
    """Changes a file as an editor does."""
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text, text
    (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def texts(folder: Path) -> dict[str, str]:
    """Every file of a work tree."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }
