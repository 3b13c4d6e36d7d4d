"""A question to answer with yes or no, in the language spoken; y and n are always understood."""

import click

from okr_tui.words.language import _


def confirmed(question: str, *, default: bool = False) -> bool:
    """Asks until the answer is yes or no; an empty line answers the default, whose letter is the capital.

    Raises:
        click.Abort: the person leaves, or nobody is there to answer.
    """
    letters = _("Y/n") if default else _("y/N")
    yes, no = _("yes"), _("no")
    while True:
        said = click.prompt(f"{question} [{letters}]", default="", show_default=False).strip().casefold()
        if not said:
            return default
        if said in {"y", "yes", yes, yes[0]}:
            return True
        if said in {"n", "no", no, no[0]}:
            return False
        click.echo(_("Answer with yes or no."))
