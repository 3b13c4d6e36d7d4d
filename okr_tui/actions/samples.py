"""Sample workspaces to look around in, with their dates moved so that today is where they were written for."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.week import iso_week
from okr_tui.store.fresh import write_new
from okr_tui.store.layout import SETTINGS, place_of
from okr_tui.store.shipped import shipped
from okr_tui.words.language import N_, _

ANCHOR = date(2026, 10, 16)
"""The Friday for which the samples are written: the middle of a running cycle, and nothing was said on it or after."""


class Sample(NamedTuple):
    """A sample workspace.

    Attributes:
        person: id of whom one looks around as.
        about: what it shows, a message id.
    """

    person: str
    about: str


SAMPLES: dict[str, Sample] = {
    "lumio": Sample("noa", N_("a start-up of 14 people in teams, in the middle of its third cycle")),
    "rivage": Sample("soizic", N_("a cooperative in circles, in French")),
    "solo": Sample("juno", N_("one person")),
}
"""Name → sample; the first is shown unless another is asked for."""

# Strings and comments are passed over; what is left of a day or a date-time begins with its date.
_DATES = re.compile(
    r'#[^\n]*+|"""(?:[^"\\]++|\\.|"(?!""))*+"{3,5}|"(?:[^"\\\n]++|\\.)*+"'
    r"|'''(?:[^']++|'(?!''))*+'{3,5}|'[^'\n]*+'"
    r"|(?<![0-9A-Za-z_-])(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9A-SU-Za-su-z_-])",
    re.DOTALL,
)
_WEEK = re.compile(r'^week = "([0-9]{4})-w([0-9]{2})"', re.MULTILINE)


def weeks_away(today: date) -> timedelta:
    """From the Friday for which the samples are written to the last one, today included, so that all was said before."""
    return timedelta(weeks=(today - ANCHOR).days // 7)


def shifted_text(text: str, by: timedelta) -> str:
    """A TOML text with every date and date-time moved; strings, comments and local times stay.

    Args:
        text: TOML.
        by: whole weeks, so that weekdays and ISO weeks stay what they are.
    """

    def moved(found: re.Match[str]) -> str:
        day = found["day"]
        return found[0] if day is None else (date.fromisoformat(day) + by).isoformat()

    return _DATES.sub(moved, text)


def shifted_week(week: str, by: timedelta) -> str:
    """An ISO week such as "2026-w42", moved by whole weeks; years have 52 or 53 of them."""
    return iso_week(date.fromisocalendar(int(week[:4]), int(week[-2:]), 1) + by)


def sample_files(name: str, today: date) -> dict[str, str]:
    """The files of a sample as they should be today: path → text.

    Raises:
        WrongUsage: there is no such sample.
        OkrError: it is missing from the installation.
    """
    folder = shipped("sample_data") / name
    if name not in SAMPLES:
        raise WrongUsage(
            _("There is no sample “{name}”; there are {names}.").format(name=name[:40], names=", ".join(SAMPLES))
        )
    if not (folder / "okr.toml").is_file():
        raise OkrError(_("The sample “{name}” is missing from this installation; install okr again.").format(name=name))
    by = weeks_away(today)
    found: dict[str, str] = {}
    for full in sorted(folder.rglob("*")):
        if full.is_file() and (full.suffix == ".toml" or full.name == ".gitattributes"):
            path, text = full.relative_to(folder).as_posix(), full.read_bytes().decode("utf-8")
            found.update([_shifted(path, text, by)] if full.suffix == ".toml" else [(path, text)])
    return found


def copy_sample(name: str, folder: Path, today: date) -> None:
    """Puts a sample workspace into a folder, moved so that today is in the middle of its cycle.

    Args:
        name: a key of `SAMPLES`.
        folder: the workspace folder itself; it must be empty or not be there.
        today: the day that counts as today.

    Raises:
        WrongUsage: there is no such sample, or the folder holds something.
        OkrError: it can't be written.
    """
    files = sample_files(name, today)
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            if (folder / SETTINGS).is_file():
                words = _("{folder} is a workspace already: “okr -w {folder}” opens it; --dir chooses another folder.")
                raise WrongUsage(words.format(folder=folder))
            raise WrongUsage(_("{folder} is not empty; choose another folder with --dir.").format(folder=folder))
    except OSError as error:
        reason = error.strerror or str(error)
        raise OkrError(_("{folder} can't be read: {reason}.").format(folder=folder, reason=reason)) from error
    write_new(folder, files, lasting=False)


def _shifted(path: str, text: str, by: timedelta) -> tuple[str, str]:
    """A file with its dates moved, and where it belongs then."""
    text = shifted_text(text, by)
    place = place_of(path)
    if place is None or place.kind != "journal":
        return path, text
    week = shifted_week(place.week, by)
    return path.replace(f"/{place.week}/", f"/{week}/"), _WEEK.sub(f'week = "{week}"', text, count=1)
