"""What the configuration that lies in a repository says: written by whoever made the folder, so nothing in it is trusted."""

import os
import re
from typing import NamedTuple

from okr_tui.store.git.process import Git

_LFS = {
    "filter.lfs.clean": "git-lfs clean -- %f", "filter.lfs.smudge": "git-lfs smudge -- %f",
    "filter.lfs.process": "git-lfs filter-process", "filter.lfs.required": "true",
}  # fmt: skip
_LFS_LAZY = {"filter.lfs.smudge": "git-lfs smudge --skip -- %f", "filter.lfs.process": "git-lfs filter-process --skip"}

_RUNS = re.compile(
    r"filter\..*|merge\..*\.driver|diff\.external|diff\..+\..+|include\.path|includeif\..*"
    r"|core\.(?:sshcommand|fsmonitor|worktree|gitproxy|askpass|alternaterefscommand)|credential\.(?:.*\.)?helper"
    r"|remote\..*\.(?:uploadpack|receivepack|vcs)|gpg\.(?:.*\.)?program|gpg\.ssh\.defaultkeycommand"
    r"|protocol\..*|trailer\..*\.(?:command|cmd)|gc\.recentobjectshook|uploadpack\.packobjectshook",
    re.IGNORECASE,
)


class Setting(NamedTuple):
    """One line of the repository's own configuration; keys as git writes them, sections and names in lower case."""

    key: str
    value: str


def local_settings(git: Git) -> list[Setting]:
    """What `.git/config` (and that of this work tree) says; files it includes are not followed."""
    out = git.tell("config", "--list", "--show-scope", "--no-includes", "-z")
    fields = os.fsdecode(out).split("\0")[:-1]
    found = []
    for scope, line in zip(fields[::2], fields[1::2], strict=True):
        if scope in {"local", "worktree"}:
            key, has_value, value = line.partition("\n")
            found.append(Setting(key, value if has_value else "true"))
    return found


def refused(settings: list[Setting], drivers: frozenset[str]) -> tuple[str, ...]:
    """The keys that make git run something, or look elsewhere, which this program does not know.

    Args:
        settings: the repository's own configuration.
        drivers: commands that may stand as the merge driver of okr: those that okr wrote itself.
    """
    return tuple(dict.fromkeys(each.key for each in settings if not _harmless(each, drivers)))


def _harmless(setting: Setting, drivers: frozenset[str]) -> bool:
    if setting.key == "merge.okr.driver":
        return setting.value in drivers
    if setting.key == "core.fsmonitor":
        return setting.value.casefold() in {"true", "false", "1", "0", "yes", "no", "on", "off"}
    if re.fullmatch(r"remote\..*\.(?:url|pushurl)", setting.key):
        return "::" not in setting.value.split("/")[0] and not setting.value.startswith("-")
    if re.fullmatch(r"url\..*\.(?:insteadof|pushinsteadof)", setting.key):
        return "::" not in setting.key
    if setting.key in _LFS:
        return setting.value in {_LFS[setting.key], _LFS_LAZY.get(setting.key)}
    return _RUNS.fullmatch(setting.key) is None
