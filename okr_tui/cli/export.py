"""`okr export`: the whole workspace as one JSON object, nothing lost."""

import click

from okr_tui.cli.context import here
from okr_tui.cli.leaving import give, out_option
from okr_tui.cli.output import json_text
from okr_tui.words.language import _


@click.command(help=_("The whole workspace as one JSON object: every file as it stands, and what it says."))
@out_option
@click.option("--json", is_flag=True, hidden=True, expose_value=False)  # what it does anyway
def export(out: str | None) -> None:
    """Prints or writes the workspace."""
    from okr_tui.store.exported import exported

    where = here()
    told = {
        "format": "okr-export-1", "workspace": where.glance.id, "name": where.glance.name,
        "exported": where.now, "files": exported(where.root),
    }  # fmt: skip
    give(where, json_text(told).replace("\x7f", "\\u007f") + "\n", out)
