"""Where the folders that come with okr stand: at the top of the source tree, or inside the installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent


def shipped(kind: str) -> Path:
    """The folder of a kind of shipped files.

    Args:
        kind: "themes" or "sample_data", as the folder is called in the source tree.

    Returns:
        The folder inside the installed package (`okr_tui/_shipped/…`), or in the source tree beside `okr_tui`.
    """
    inside = _PACKAGE / "_shipped" / kind
    return inside if inside.is_dir() else _PACKAGE.parent / kind
