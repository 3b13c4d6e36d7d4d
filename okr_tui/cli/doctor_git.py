"""What `okr doctor` looks at where a workspace is shared: its repository, this clone, and conflict copies."""

from collections.abc import Iterator

from okr_tui.cli.context import Here
from okr_tui.cli.diagnosis import Finding
from okr_tui.cli.doctor_who import identity, nobody_to_share_with
from okr_tui.domain.errors import OkrError
from okr_tui.store.git.process import Git, git_program
from okr_tui.store.git.repository import Repository, branch, repository_of, under_way
from okr_tui.words.failures import sentence
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext


def sharing(where: Here) -> Iterator[Finding]:
    """Everything about how the workspace is shared; git only reads here, and runs nothing of the repository."""
    yield from _copies(where)
    if git_program(where.root) is None:
        yield Finding("git", "note", _("There is no git on this machine; install it to share this workspace."))
        return
    try:
        repository = repository_of(where.root)
        if repository is None:
            message = _("This workspace is in no git repository; “okr init --git” in it makes one.")
            yield Finding("git", "note", message)
            return
        yield from _repository(where, repository, Git(repository.top))
    except OkrError as error:
        yield Finding("git", "bad", sentence(error))


def _repository(where: Here, repository: Repository, git: Git) -> Iterator[Finding]:
    from okr_tui.store.git.larger import around, unfinished
    from okr_tui.store.git.opening import Refused, refused_in
    from okr_tui.store.git.trust import trust_in

    if keys := refused_in(git, repository, but_driver=True):
        yield Finding("git-config", "bad", Refused(keys).message)
        return
    if not trust_in(repository).given and not repository.prefix:
        message = _("You have not said yet that you trust this git repository; “okr sync --trust” does.")
        yield Finding("git-trust", "note", message)
    yield from _driver(where, repository, git)
    yield from identity(where, repository)
    if repository.prefix or unfinished(repository):
        yield _part_of(where, around(where.root) or repository)
    else:
        yield _listed_outside(where) or _where_to(repository, git)


def _driver(where: Here, repository: Repository, git: Git) -> Iterator[Finding]:
    from okr_tui.store.git.driver import attributes_say_so, driver_command, register, registered, write_attributes

    def mend_driver() -> str:
        register(git, repository)
        return _("git merges files of the workspace by tables now.")

    def mend_attributes() -> str:
        write_attributes(where.root)
        return _(".gitattributes says now how git merges these files; commit it.")

    found = registered(git)
    if found != driver_command():
        message = _("git does not merge by tables in this clone: the merge driver of okr is not registered.")
        if found is not None:
            message = _("The merge driver registered in this clone is not the one of this okr.")
        yield Finding("merge-driver", "note", message, mend_driver, _("Register the merge driver?"))
    else:
        yield Finding("merge-driver", "good", _("git merges files of the workspace by tables in this clone."))
    if not attributes_say_so(where.root):
        message = _(".gitattributes does not say that git merges these files by tables.")
        yield Finding("git-attributes", "note", message, mend_attributes, _("Add the line to .gitattributes?"))


def _part_of(where: Here, repository: Repository) -> Finding:
    """The workspace is tracked, or lies untracked, on the branch somebody works on."""
    from okr_tui.actions.sharing import move_to_own_branch, trust_it

    folder = one_line(str(repository.top))

    def mend() -> str:
        settled = move_to_own_branch(where.root, where.state, where.me)
        trust_it(where.root)
        done = _("The workspace is on the branch {branch} now; “okr sync” shares it.").format(branch=settled.branch)
        if not settled.taken_out:
            return done
        left = _("In {folder}, commit that its files have left the branch there (git commit), and share that too.")
        return f"{done} {left.format(folder=folder)}"

    message = _(
        "The workspace is a part of the repository {folder} and has no branch of its own there to be shared on."
    )
    question = _("Trust {folder}, and move the workspace to a branch of its own in it? No file is changed or lost.")
    return Finding("git", "note", message.format(folder=folder), mend, question.format(folder=folder))


def _listed_outside(where: Here) -> Finding | None:
    """The branch somebody works on lists files of a workspace that has a branch of its own."""
    from okr_tui.store.git.larger import listed_outside, reclaim

    found = listed_outside(where.root)
    if found is None:
        return None
    folder = one_line(str(found[0].top))

    def mend() -> str:
        n = reclaim(where.root, where.state)
        told = ngettext(
            "{n} file is as it is shared again; commit in {folder} that they have left the branch there.",
            "{n} files are as they are shared again; commit in {folder} that they have left the branch there.",
            n,
        )
        return told.format(n=n, folder=folder)

    message = _(
        "The branch checked out in {folder} still lists files of this workspace, which has a branch of its own."
    )
    question = _("Take them out of that branch, and put back what git has written over them?")
    return Finding("git", "bad", message.format(folder=folder), mend, question)


def _where_to(repository: Repository, git: Git) -> Finding:
    from okr_tui.actions.sharing import waits
    from okr_tui.store.git.remote import upstream_of
    from okr_tui.store.git.request import link, waiting_on

    if (what := under_way(repository)) is not None:
        message = _("A {what} is under way in this repository; “okr sync” says how to end it.")
        return Finding("git", "bad", message.format(what=what))
    here = branch(git)
    if here is None:
        return Finding("git", "bad", _("No branch is checked out here; go back to one with “git switch”."))
    upstream = upstream_of(git, here)
    if upstream is None:
        return nobody_to_share_with(git)
    message = _("It is shared on {branch} of {remote}.")
    told = message.format(branch=one_line(upstream.branch), remote=one_line(upstream.remote))
    if (request := waiting_on(git, here)) is not None:
        told = f"{told} {waits(request, link(git, upstream, request))}"
    return Finding("git", "good", told)


def _copies(where: Here) -> Iterator[Finding]:
    from okr_tui.store.copies import absorb, copies

    def mend() -> str:
        told = absorb(where.root, where.state)
        merged = ngettext("{n} copy merged", "{n} copies merged", len(told.merged)).format(n=len(told.merged))
        return "; ".join([merged, *(f"{path}: {why}" for path, why in told.left)])

    if found := len(copies(where.root)):
        message = ngettext(
            "{n} conflict copy of a synced folder stands beside its file.",
            "{n} conflict copies of a synced folder stand beside their files.",
            found,
        )
        yield Finding("copies", "note", message.format(n=found), mend, _("Merge what is in conflict copies?"))
