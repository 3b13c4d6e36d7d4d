"""What others have shared, looked at before anything of it is taken in: it must leave a workspace that can be read."""

from collections.abc import Iterator

from okr_tui.domain.errors import PersonMustDecide
from okr_tui.domain.ids import is_reserved
from okr_tui.store.git.blobs import REGULAR, Difference, differences
from okr_tui.store.git.own import is_own
from okr_tui.store.git.process import Git
from okr_tui.store.layout import SETTINGS
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _


def refuse_arrival(git: Git, ours: str | None, theirs: str) -> None:
    """Refuses commits that take the workspace away or put something else in the place of its files and folders.

    Args:
        git: at the top of the work tree.
        ours: the commit that stands here; None before the first one.
        theirs: what others have shared.

    Raises:
        PersonMustDecide: they do; nothing was taken in, and the sentence says how to go on.
    """
    if ours is None or git.ask("merge-base", "--is-ancestor", theirs, ours).code == 0:
        return
    base = git.ask("merge-base", ours, theirs).line
    if not base:
        return
    why = next(_dangers(differences(git, base, theirs)), None)
    if why is None:
        return
    commits = git.ask("log", "-1", "--format=%h %an", theirs).line
    message = _(
        "{why} by what others have shared (last commit: {commit}), so nothing was taken in and nothing here was changed. "
        "Talk to them; “git fetch” and “git revert COMMIT” on a clone of theirs take such a commit back."
    )
    raise PersonMustDecide(message.format(why=why, commit=one_line(commits)))


def _dangers(changes: list[Difference]) -> Iterator[str]:
    for each in changes:
        path = one_line(each.path)
        if each.path == SETTINGS and not each.new.blob:
            yield _("The whole workspace is taken away")
        elif each.new.blob and each.new.mode not in REGULAR and _stands_in_the_way(each.path):
            yield _("{path} is made a link to somewhere else").format(path=path)
        elif each.new.blob and is_own(each.path) and any(map(is_reserved, each.path.removesuffix(".toml").split("/"))):
            yield _("{path} is added, a name that Windows can't write,").format(path=path)


def _stands_in_the_way(path: str) -> bool:
    """Whether a link there would hide files of the workspace, or be taken for one."""
    parts = path.split("/")
    folder = parts[0] == "cycles" and len(parts) <= 4 and not parts[-1].endswith(".toml")
    return is_own(path) or folder
