"""Many clones of one repository, everybody changes anything, some are offline for long: in the end all have everything.

    python -m tests.e2e.clones --clones 8 --changes 200 --seed 1 DIR

Every clone is worked on by a process of its own, at once. It prints what it counted, and leaves with 1 when something
was lost, clones differ, a file can't be read or holds markers.
"""

import argparse
import os
import random
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from tests.e2e.changing import DAY, Ledger, change, command, okr

ROUNDS = 6
AGAIN = 10


def begun(folder: Path, clones: int, undriven: int = 0) -> list[Path]:
    """A sample workspace shared through a bare repository, and clones of it, each trusted by its person.

    Args:
        folder: where all of it goes.
        clones: how many.
        undriven: how many of them have no merge driver registered.
    """
    seed = folder / "seed"
    CliRunner().invoke(command(), ["demo", "lumio", "--dir", str(seed), "--no-open", "--today", DAY])
    git(folder, "init", "-q", "--bare", "shared.git")
    git(seed, "init", "-q")
    git(seed, "remote", "add", "origin", str(folder / "shared.git"))
    okr(seed, "sync", "--trust")
    made = []
    for number in range(clones):
        clone = folder / f"clone-{number}"
        git(folder, "clone", "-q", "shared.git", clone.name)
        okr(clone, "sync", "--trust")
        if number < undriven:
            git(clone, "config", "--local", "--unset", "merge.okr.driver")
        made.append(clone)
    return made


def git(folder: Path, *arguments: str) -> str:
    """Runs git."""
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def worked(clone: Path, person: str, seed: int, changes: int, pause: tuple[int, int]) -> Iterator[Ledger]:
    """One person's changes, one after the other, with a sync now and then.

    Args:
        clone: their clone.
        person: who they are.
        seed: of the random choices.
        changes: how many changes.
        pause: the fewest and the most changes between two syncs.
    """
    chance, ledger = random.Random(seed), Ledger()  # noqa: S311 - choices that can be made again, no secrets
    until = chance.randint(*pause)
    for number in range(changes):
        change(clone, person, f"{person} {number}", chance, ledger)
        until -= 1
        if until <= 0:
            ledger.received += len(shared(clone)["received"])
            until = chance.randint(*pause)
        yield ledger


def shared(clone: Path) -> Any:
    """A sync; a conflict that waits for a person is no failure, and who is always overtaken tries again as told."""
    for _try in range(AGAIN):
        told = okr(clone, "sync", codes=(0, 3, 4))
        if told:
            return told
    raise RuntimeError(f"{clone.name}: never got its turn")


def settled(clones: list[Path]) -> bool:
    """Lets everybody sync until nothing moves; whether that came."""
    for _round in range(ROUNDS):
        told = [shared(clone) for clone in clones]
        if not any(each["committed"] or each["received"] or each["sent"] for each in told):
            return True
    return False


def wrong(clones: list[Path], ledger: Ledger) -> list[str]:
    """What is not as it must be, in words; empty when all is well."""
    found = []
    files = [_files(clone) for clone in clones]
    found += [
        f"{clone.name} differs from {clones[0].name}"
        for clone, each in zip(clones, files, strict=True)
        if each != files[0]
    ]
    ids: set[str] = set()
    titles: set[tuple[str, str]] = set()
    records: set[str] = set()
    for path, data in files[0].items():
        if b"<<<<<<<" in data or b">>>>>>>" in data:
            found.append(f"markers in {path}")
        try:
            tables = tomllib.loads(data.decode())
        except ValueError as error:
            found.append(f"{path} can't be read: {error}")
            continue
        records |= {str(value) for row in tables.pop("conflict", []) for value in row.values()}
        for table in _tables(tables):
            ids.add(str(table.get("id")))
            titles.add((str(table.get("id")), str(table.get("title"))))
    found += [f"lost: {identity}" for identity in sorted(ledger.added - ids - ledger.dropped)]
    for identity, title in sorted(ledger.said - titles - ledger.seen):
        if title not in records and identity not in ledger.dropped:
            found.append(f"lost: {identity} “{title}”")
    return found


def _files(clone: Path) -> dict[str, bytes]:
    names = git(clone, "ls-files", "-z").split("\0")[:-1]
    return {name: (clone / name).read_bytes() for name in names if name.endswith(".toml")}


def _tables(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _tables(inner)


def pauses(clones: int) -> list[tuple[int, int]]:
    """How many changes between two syncs: one clone in four is offline for long."""
    return [(40, 80) if number % 4 == 3 else (1, 8) for number in range(clones)]


def people(clone: Path) -> list[str]:
    """Everybody in the workspace."""
    return [each["id"] for each in tomllib.loads((clone / "people.toml").read_text(encoding="utf-8"))["person"]]


def _all(clone: Path, person: str, seed: int, changes: int, pause: tuple[int, int]) -> Ledger:
    ledger = Ledger()
    for noted in worked(clone, person, seed, changes, pause):
        ledger = noted
    return ledger


def own_home(home: Path) -> None:
    """A user of its own: no settings of whoever runs this, and git knows a name."""
    home.mkdir(parents=True, exist_ok=True)
    for name in [each for each in os.environ if each.startswith(("GIT_", "OKR_"))]:
        del os.environ[name]
    os.environ.update({f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("STATE", "CACHE", "CONFIG", "DATA")})
    os.environ.update({"HOME": str(home), "GIT_CONFIG_GLOBAL": str(home / "gitconfig"), "GIT_CONFIG_NOSYSTEM": "1"})
    (home / "gitconfig").write_text(
        "[init]\n\tdefaultBranch = main\n[user]\n\tname = N\n\temail = n@x.example\n", encoding="utf-8"
    )


def main() -> int:
    """Runs it and says what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--clones", type=int, default=8)
    parser.add_argument("--changes", type=int, default=200)
    parser.add_argument("--undriven", type=int, default=0, help="clones without a merge driver")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    own_home(asked.folder / "home")
    clones = begun(asked.folder, asked.clones, asked.undriven)
    names = people(clones[0])
    ledger = Ledger()
    with ProcessPoolExecutor(asked.clones) as pool:
        work = [
            pool.submit(_all, clone, names[number % len(names)], asked.seed * 1000 + number, asked.changes, pause)
            for number, (clone, pause) in enumerate(zip(clones, pauses(asked.clones), strict=True))
        ]
        for each in work:
            ledger.join(each.result())
    found = [] if settled(clones) else ["it never comes to rest"]
    found += wrong(clones, ledger)
    conflicts = sum(data.count(b"[[conflict]]") for data in _files(clones[0]).values())
    sys.stdout.write(
        f"{asked.clones} clones × {asked.changes} changes: {len(ledger.added)} things added, {len(ledger.said)} titles "
        f"changed, {len(ledger.dropped)} dropped, {ledger.received} files received, {conflicts} conflicts recorded, "
        f"{len(found)} wrong\n"
    )
    sys.stdout.writelines(f"  {line}\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
