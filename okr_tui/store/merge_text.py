"""A long text that two people changed, merged line by line."""

from difflib import SequenceMatcher

_MOST_LINES = 1000  # comparing takes the square of it

Lines = list[str]


def merged_text(base: str, ours: str, theirs: str) -> str | None:
    """The text with the changed lines of both; None where they changed the same lines, or lines that touch."""
    before, mine, other = base.split("\n"), ours.split("\n"), theirs.split("\n")
    if max(len(before), len(mine), len(other)) > _MOST_LINES:
        return None
    merged = _merged(before, mine, other)
    # Lines that stand there twice can be matched in several ways: only what stays when it is merged again will do.
    if merged is None or _merged(before, merged, other) != merged or _merged(before, mine, merged) != merged:
        return None
    return "\n".join(merged)


def _merged(before: Lines, mine: Lines, other: Lines) -> Lines | None:
    """Between the lines that stayed on both sides, each piece is taken from the side that changed it."""
    in_mine, in_other = _stayed(before, mine), _stayed(before, other)
    fixed = [(at, in_mine[at], in_other[at]) for at in range(len(before)) if at in in_mine and at in in_other]
    result: Lines = []
    start = (0, 0, 0)
    for stop in [*fixed, (len(before), len(mine), len(other))]:
        piece = _piece(before[start[0] : stop[0]], mine[start[1] : stop[1]], other[start[2] : stop[2]])
        if piece is None:
            return None
        result += piece + before[stop[0] : stop[0] + 1]
        start = (stop[0] + 1, stop[1] + 1, stop[2] + 1)
    return result


def _piece(before: Lines, mine: Lines, other: Lines) -> Lines | None:
    if mine in (before, other):
        return other
    return mine if other == before else None


def _stayed(before: Lines, after: Lines) -> dict[int, int]:
    """The lines that are still there: their number before → their number now."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return {block.a + n: block.b + n for block in blocks for n in range(block.size)}
