"""Feeds bad bytes to a workspace: `python -m tests.e2e.bad_files [--invalid FOLDER] [--mutations 10000] [--every 1]`.

- every file of a folder of invalid TOML (the folder `tests/invalid` of the toml-test suite, where it is given) as each kind
  of file of the workspace,
- a sample's plan cut off at every byte,
- random mutations of every file: bytes turned, taken out, doubled, swapped between files.

Each time the workspace is read, checked and told by commands. None may end in a traceback or take over a second, and the
rest of the workspace must be there.
"""

# ruff: noqa: T201 - it prints what it tried

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

from okr_tui.cli.main import run
from okr_tui.store.check import check
from okr_tui.store.reader import Reader

SAMPLE = Path(__file__).parents[2] / "sample_data" / "lumio"
PLAN = "cycles/t3/okrs/product.toml"
KINDS = (
    "okr.toml", "people.toml", "teams.toml", "cycles/t3/cycle.toml", PLAN, "cycles/t3/journal/2026-w41/noa.toml",
    "cycles/t2/review/product.toml",
)  # fmt: skip
"""One file of each kind."""
TOLD = (("status",), ("due", "--all"), ("log",), ("checkin", "nps", "41"))
"""What is told by commands, in turn."""
LONGEST = 1.0
"""Seconds of the processor that nothing may take."""


class Bad(NamedTuple):
    """One bad file.

    Attributes:
        name: where its bytes come from.
        path: the file of the workspace that it stands for.
    """

    name: str
    path: str
    data: bytes


class Trial:
    """A copy of a sample into which bad files are put, one at a time.

    Attributes:
        tried: files that were put in; refused: those that `okr check` calls an error.
        wrong: what went wrong, in words.
        slowest: seconds, and what took them.
    """

    def __init__(self, folder: Path) -> None:
        self._root = Path(copytree(SAMPLE, folder / "lumio"))
        self._reader = Reader(self._root)
        self._reader.read()
        self.tried = self.refused = 0
        self.wrong: list[str] = []
        self.slowest = (0.0, "")

    def put(self, bad: Bad) -> None:
        """Tries one bad file, and takes it out again."""
        path = self._root / bad.path
        path.parent.mkdir(parents=True, exist_ok=True)
        good = path.read_bytes() if path.exists() else None
        path.write_bytes(bad.data)
        self.tried += 1
        try:
            self._read(bad)
            self._checked(bad)
            self._told(bad, TOLD[self.tried % len(TOLD)])
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            self.wrong.append(f"{bad.name} as {bad.path}: {type(error).__name__}: {error}")
        finally:
            if good is None:
                path.unlink()
            else:
                path.write_bytes(good)

    def _read(self, bad: Bad) -> None:
        start = time.process_time()
        self._reader.forget([bad.path])
        workspace = self._reader.read()
        self._took(start, f"reading {bad.name} as {bad.path}")
        plans = workspace.cycles["t3"].plans if "t3" in workspace.cycles else {}
        if bad.path != "cycles/t3/cycle.toml" and len(plans) < 4:
            self.wrong.append(f"{bad.name} as {bad.path}: the rest can't be used")

    def _checked(self, bad: Bad) -> None:
        start = time.process_time()
        problems = check(self._root)
        self._took(start, f"checking {bad.name} as {bad.path}")
        self.refused += any(each.file == bad.path and each.severity == "error" for each in problems)

    def _told(self, bad: Bad, words: tuple[str, ...]) -> None:
        start = time.process_time()
        out, err = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = run(["-w", str(self._root), "--me", "noa", "--today", "2026-10-16", *words])
        self._took(start, f"okr {words[0]} with {bad.name} as {bad.path}")
        if code not in {0, 1, 2, 3, 4} or "Traceback" in err.getvalue():
            self.wrong.append(f"okr {words[0]} with {bad.name} as {bad.path}: {code}, {err.getvalue()[-200:]}")

    def _took(self, start: float, what: str) -> None:
        took = time.process_time() - start
        self.slowest = max(self.slowest, (took, what))
        if took > LONGEST:
            self.wrong.append(f"{what} took {took:.2f} s")


def invalid(folder: Path, every: int) -> Iterator[Bad]:
    """The invalid files of a folder as each kind of file."""
    for path in sorted(folder.rglob("*.toml"))[::every]:
        data = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        for kind in KINDS:
            yield Bad(name, kind, data)
            yield Bad(f"{name} behind format = 1", kind, b"format = 1\n" + data)


def cut_off(every: int) -> Iterator[Bad]:
    """The sample's plan, ending at any byte."""
    data = (SAMPLE / PLAN).read_bytes()
    return (Bad(f"the first {length} bytes", PLAN, data[:length]) for length in range(0, len(data), every))


def mutations(number: int, seed: int) -> Iterator[Bad]:
    """Files with random faults."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret comes of it
    files = {path.relative_to(SAMPLE).as_posix(): path.read_bytes() for path in sorted(SAMPLE.rglob("*.toml"))}
    for turn in range(number):
        path = chance.choice(sorted(files))
        data = bytearray(files[path])
        for _fault in range(chance.randint(1, 6)):
            _fault_in(data, chance, files)
        yield Bad(f"mutation {turn} of seed {seed}", path, bytes(data))


def _fault_in(data: bytearray, chance: random.Random, files: dict[str, bytes]) -> None:
    start = chance.randrange(len(data) + 1)
    end = min(len(data), start + chance.choice((1, 2, 5, 40)))
    match chance.randrange(6):
        case 0:
            data[start:end] = bytes(chance.randrange(256) for _byte in range(end - start))
        case 1:
            del data[start:end]
        case 2:
            data[start:start] = data[start:end] * chance.choice((1, 2, 300))
        case 3:
            other = files[chance.choice(sorted(files))]
            at = chance.randrange(len(other))
            data[start:start] = other[at : at + 80]
        case 4:
            data[start:end] = chance.choice(
                (b'"', b"[[", b"]]", b"=", b"\n", b"{", b"'''", b"nan", b"-9e999", b"\x00", b"\xff", b"0x")
            )
        case _:
            data[start:end] = str(
                chance.choice((10**400, -1, 1e308, "2026-13-40", "1979-05-27T07:32:00Z", "a.b.c." * 50))
            ).encode()


def main() -> int:
    """Tries all of it; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--invalid", type=Path, metavar="FOLDER", help="a folder of invalid TOML files")
    parser.add_argument("--mutations", type=int, default=10_000)
    parser.add_argument("--every", type=int, default=1, help="try every so many of the files and of the bytes")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    tries = {
        "cut off": cut_off(asked.every),
        "mutations": mutations(asked.mutations, asked.seed),
        **({"invalid TOML": invalid(asked.invalid, asked.every)} if asked.invalid else {}),
    }
    wrong = 0
    for name, bad_files in tries.items():
        with tempfile.TemporaryDirectory() as folder:
            trial = Trial(Path(folder))
            for bad in bad_files:
                trial.put(bad)
        wrong += len(trial.wrong)
        print(
            f"{name}: {trial.tried} files, {trial.refused} called an error, {len(trial.wrong)} wrong; "
            f"the slowest took {trial.slowest[0]:.2f} s ({trial.slowest[1]})",
            *(f"  {each}" for each in trial.wrong[:20]),
            sep="\n",
            flush=True,
        )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
