"""Feeds bad bytes to a workspace: `python -m tests.e2e.bad_files [--invalid FOLDER] [--mutations 10000] [--every 1]`.

- every file of a workspace, cut off at every byte,
- random mutations of every file: bytes turned, taken out, doubled, swapped between files,
- every file of a folder of invalid TOML (the folder `tests/invalid` of the toml-test suite, where it is given) as each
  kind of file, as it is and behind a first line that is in order.

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
from typing import NamedTuple

from okr_tui.cli.main import run
from okr_tui.store.check import check
from okr_tui.store.reader import Reader
from tests.store.sound import FILES, written

TOLD = (("status",), ("due", "--all"), ("log",), ("checkin", "activation-00002", "41"))
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
    """A sound workspace into which bad files are put, one at a time.

    Attributes:
        tried: files that were put in; refused: those that `okr check` calls an error.
        wrong: what went wrong, in words.
        slowest: seconds, and what took them.
    """

    def __init__(self, folder: Path) -> None:
        self._root = written(folder / "small")
        self._reader = Reader(self._root)
        self._reader.read()
        self.tried = self.refused = 0
        self.wrong: list[str] = []
        self.slowest = (0.0, "")

    def put(self, bad: Bad) -> None:
        """Tries one bad file, and takes it out again."""
        (self._root / bad.path).write_bytes(bad.data)
        self.tried += 1
        try:
            self._read(bad)
            self._checked(bad)
            self._told(bad, TOLD[self.tried % len(TOLD)])
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            self.wrong.append(f"{bad.name} as {bad.path}: {type(error).__name__}: {error}")
        finally:
            written(self._root)

    def _read(self, bad: Bad) -> None:
        start = time.process_time()
        self._reader.forget([bad.path])
        workspace = self._reader.read()
        self._took(start, f"reading {bad.name} as {bad.path}")
        if any(each.file != bad.path for each in workspace.problems):
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
            code = run(["-w", str(self._root), "--me", "noa", "--today", "2026-10-03", *words])
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
        for kind in FILES:
            yield Bad(name, kind, data)
            yield Bad(f"{name} behind format = 1", kind, b"format = 1\n" + data)


def cut_off(every: int) -> Iterator[Bad]:
    """Every file, ending at any byte."""
    whole = ((path, text.encode()) for path, text in FILES.items())
    return (
        Bad(f"the first {length} bytes", path, data[:length])
        for path, data in whole
        for length in range(0, len(data), every)
    )


def mutations(number: int, seed: int) -> Iterator[Bad]:
    """Files with random faults."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret comes of it
    files = {path: text.encode() for path, text in FILES.items()}
    for turn in range(number):
        path = chance.choice(sorted(files))
        data = bytearray(files[path])
        for _fault in range(chance.choice((1, 1, 1, 2, 5))):
            _fault_in(data, chance, files)
        yield Bad(f"mutation {turn} of seed {seed}", path, bytes(data))


def _fault_in(data: bytearray, chance: random.Random, files: dict[str, bytes]) -> None:
    start = chance.randrange(len(data) + 1)
    end = min(len(data), start + chance.choice((1, 2, 5, 40)))
    match chance.randrange(6):
        case 0:
            data[start:end] = bytes(
                chance.randrange(*chance.choice(((0, 256), (32, 127)))) for _byte in range(end - start)
            )
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
