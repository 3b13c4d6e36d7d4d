"""Tries the merge engine 10,000 times: `python -m tests.e2e.merge_long [EXAMPLES]`.

Half of the examples are two sides of one file (identity, symmetry, the same again when merged again, readable, nothing
lost), half are three people in all orders. The first failure is made as small as possible and shown.
"""

# ruff: noqa: T201 - it prints what it tried

import sys
import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.merging import Step, holds_for_three, holds_for_two, steps


def main(examples: int) -> None:
    """Runs both halves and prints what was tried, and how long it took."""
    patient = settings(
        max_examples=examples // 2, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )

    @patient
    @given(steps, steps)
    def two(ours: list[Step], theirs: list[Step]) -> None:
        holds_for_two(ours, theirs)

    @patient
    @given(st.lists(steps, min_size=3, max_size=3))
    def three(sides: list[list[Step]]) -> None:
        holds_for_three(sides)

    start = time.monotonic()
    two()
    print(f"{examples // 2} pairs of sides: identical, symmetric, settled, nothing lost")
    three()
    print(f"{examples // 2} triples of sides: the same file in all six orders")
    print(f"{time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
