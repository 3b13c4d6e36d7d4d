"""Draws the pictures of the README: the app on a copy of the sample workspace, walked by keys: Home, the four phases, a ritual.

python docs/pictures.py [FOLDER]      writes SVG files, by default into docs/pictures
"""

import asyncio
import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

os.environ["COLORTERM"] = "truecolor"  # before Textual is imported, which looks at it once
os.environ.pop("NO_COLOR", None)

from drawing import svg

from okr_tui.store.shipped import shipped
from okr_tui.ui.opening import open_workspace

TODAY = date(2026, 10, 16)


class Picture(NamedTuple):
    """A picture: the keys that lead to it, and the theme it is drawn in."""

    name: str
    keys: tuple[str, ...]
    theme: str = "okr"
    size: tuple[int, int] = (120, 36)


PICTURES = (
    Picture("home", ()),
    Picture("check-in", ("enter", "-", "0", ".", "4")),
    Picture("make", ("1",)),
    Picture("align", ("2",)),
    Picture("achieve", ("3",)),
    Picture("detail", ("3", "down", "down", "down", "down", "down", "enter")),
    Picture("measure", ("4",)),
    Picture("ritual", ("p", "enter", "n", "n"), size=(120, 40)),
    Picture("ritual-projector", ("p", "enter", "n"), "projector", (120, 40)),
    Picture("home-light", (), "okr-light"),
)


async def draw(picture: Picture, folder: Path) -> Path:
    """Walks to one picture and writes it."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(copytree(shipped("sample_data") / "lumio", Path(place) / "lumio"))
        app = open_workspace(root, "noa", TODAY, Path(place) / "state")
        app.theme = picture.theme
        async with app.run_test(size=picture.size) as pilot:
            await pilot.pause()
            for key in picture.keys:
                await pilot.press(key)
                await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            path = folder / f"{picture.name}.svg"
            path.write_text(svg(app, f"okr: {picture.name}"), encoding="utf-8")
    return path


def main() -> None:
    """Draws them all."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        print(asyncio.run(draw(picture, folder)))


if __name__ == "__main__":
    main()
