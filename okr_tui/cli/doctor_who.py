"""What `okr doctor` looks at about who commits here, and to whom it is sent; with what mends it."""

import secrets
import sys
from collections.abc import Iterator

import click

from okr_tui.cli.context import Here, git_email
from okr_tui.cli.diagnosis import Finding
from okr_tui.domain.errors import OkrError
from okr_tui.store.git.process import Git
from okr_tui.store.git.repository import Repository
from okr_tui.store.glance import Known, known_people
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _


def identity(where: Here, repository: Repository) -> Iterator[Finding]:
    """Whether git knows who commits here, and whether that is somebody of this workspace."""
    email = one_line(git_email(where.root))
    people = known_people(where.root)
    if email and any(each.email.casefold() == email.casefold() for each in people):
        return
    me = _me(where)
    person = next((each for each in people if each.id == me), None)
    if not email:
        message = _("git does not know who you are: git config --global user.email you@example.org.")
    else:
        message = _("You commit as {email}, which nobody in people.toml has; put it to your person there.")
    found = Finding("git-identity", "note", message.format(email=email))
    if person is not None and person.email:
        found = _committing_as(repository, person, found)
    elif person is not None and email:
        found = _known_by(where, person, email, found)
    yield found


def nobody_to_share_with(git: Git) -> Finding:
    """There is no remote; on a terminal its address can be given."""
    message = _("There is nobody to share with yet: git remote add origin ADDRESS.")
    return Finding("git", "note", message, lambda: _remote_added(git), _("Add the address of a remote now?"))


def _committing_as(repository: Repository, person: Known, found: Finding) -> Finding:
    git = Git(repository.top)
    named = {"name": one_line(person.name) or person.id, "email": one_line(person.email)}

    def mend() -> str:
        git.tell("config", "--local", "user.name", named["name"])
        git.tell("config", "--local", "user.email", named["email"])
        return _("In this clone you commit as {name} <{email}> now.").format(**named)

    return found._replace(mend=mend, question=_("Commit as {name} <{email}> in this clone?").format(**named))


def _known_by(where: Here, person: Known, email: str, found: Finding) -> Finding:
    named = {"name": one_line(person.name) or person.id, "email": email}

    def mend() -> str:
        from okr_tui.actions.act import Author
        from okr_tui.actions.editing import edit
        from okr_tui.cli.told import carry_out
        from okr_tui.domain.workspace import Located

        place = Located("person", "", "", where.workspace.person_by_id[person.id])
        author = Author(person.id, where.now, secrets.choice)
        carry_out(where, lambda: edit(where.root, author, place, {"email": email}))
        return _("{name} has the address {email} in people.toml now.").format(**named)

    return found._replace(mend=mend, question=_("Write {email} to {name} in people.toml?").format(**named))


def _remote_added(git: Git) -> str:
    if not sys.stdin.isatty():
        return ""
    address = str(click.prompt(_("Address of the remote"), default="", show_default=False)).strip()
    if not address:
        return ""
    if address.startswith("-") or "::" in address.split("/")[0]:
        raise OkrError(_("That is no address of a repository."))
    git.tell("remote", "add", "origin", address)
    return _("It will be shared with {address}; “okr sync” does.").format(address=one_line(address))


def _me(where: Here) -> str | None:
    try:
        return where.me
    except OkrError:
        return None
