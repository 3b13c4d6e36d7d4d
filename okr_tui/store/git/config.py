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

_KNOWN = re.compile(
    r"core\.(?:repositoryformatversion|filemode|bare|logallrefupdates|ignorecase|precomposeunicode|symlinks|autocrlf|eol"
    r"|safecrlf|sharedrepository|hidedotfiles|abbrev|compression|untrackedcache|splitindex|preloadindex|longpaths|fscache"
    r"|quotepath|protecthfs|protectntfs|commentchar|commentstring|hookspath|editor|pager|multipackindex|commitgraph"
    r"|whitespace|checkstat|trustctime|bigfilethreshold|sparsecheckout|sparsecheckoutcone)"
    r"|extensions\.(?:objectformat|compatobjectformat|worktreeconfig|partialclone|preciousobjects|refstorage|relativeworktrees)"
    r"|remote\..+\.(?:fetch|push|mirror|tagopt|prune|prunetags|skipdefaultupdate|skipfetchall|promisor|partialclonefilter"
    r"|followremotehead|gh-resolved)|remote\.pushdefault"
    r"|branch\..+|(?:user|author|committer)\.(?:name|email|signingkey|useconfigonly)"
    r"|commit\.(?:gpgsign|cleanup|status|verbose)|tag\.(?:gpgsign|sort|forcesignannotated)|gpg\.format"
    r"|(?:init|pull|rebase|rerere|status|color|column|advice|alias|apply|am|blame|checkout|clone|feature|gui|help|i18n|index"
    r"|interactive|log|maintenance|notes|pack|receive|sparse|stash|transfer|versionsort|worktree)\..+"
    r"|push\.(?:default|autosetupremote|followtags|gpgsign|recursesubmodules|useforceifincludes)"
    r"|fetch\.(?:prune|prunetags|all|output|parallel|writecommitgraph|fsckobjects|unpacklimit|recursesubmodules|showforcedupdates)"
    r"|merge\.(?:okr\.(?:name|recursive)|conflictstyle|ff|log|renamelimit|renames|directoryrenames|stat|verbosity|autostash)"
    r"|diff\.(?:algorithm|colormoved|context|interhunkcontext|indentheuristic|mnemonicprefix|noprefix|relative|renamelimit"
    r"|renames|submodule|suppressblankempty|wserrorhighlight)"
    r"|gc\.(?:auto|autodetach|autopacklimit|pruneexpire|worktreepruneexpire|reflogexpire|reflogexpireunreachable|cruftpacks)"
    r"|submodule\.(?:recurse|active|fetchjobs|alternatelocation|alternateerrorstrategy|propagatebranches"
    r"|.+\.(?:url|active|branch|ignore|fetchrecursesubmodules))"
    r"|credential\.(?:.*\.)?(?:username|usehttppath|provider)"
    r"|http\.(?:.*\.)?(?:postbuffer|version|lowspeedlimit|lowspeedtime|maxrequests|extraheader)"
    r"|lfs\.(?:repositoryformatversion|.*\.(?:access|locksverify))|uploadpack\.(?:allow.*|hiderefs)"
    r"|github\..+|gitlab\..+",
    re.IGNORECASE,
)
"""Settings that honest clones have and that run nothing of ours and open no file; any other may name a program."""


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
    """The keys that this program does not know to be harmless: git may run something for them, or look elsewhere.

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
    return _KNOWN.fullmatch(setting.key) is not None
