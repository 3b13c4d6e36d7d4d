"""Several names in a sentence: the first ones, and how many more there are."""

from collections.abc import Iterable

from okr_tui.words.language import _


def with_more(names: Iterable[str], left: int, joint: str = ", ") -> str:
    """Names one after the other: "Ada, Ben and 3 more".

    Args:
        names: those that are named.
        left: how many are not; none where it is 0 or less.
        joint: what stands between two of them.
    """
    shown = joint.join(names)
    return shown if left <= 0 else _("{names} and {n} more").format(names=shown, n=left)
