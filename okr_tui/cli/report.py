"""`okr report`: a cycle on one day for those who meet about it, or for another program."""

from typing import TYPE_CHECKING

import click

from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import here
from okr_tui.cli.leaving import give, out_option
from okr_tui.cli.output import json_flag, json_text
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.report.gathered import Report


@click.command(
    help=_(
        "Where every objective and key result stands: Markdown for a meeting, a page to show or print, a table for a "
        "spreadsheet, JSON."
    )
)
@click.option(
    "--format", "format_", type=click.Choice(["md", "html", "csv", "json"]),
    help=_("How; without it as the file's name ends, else Markdown."),
)  # fmt: skip
@out_option
@click.option("--team", metavar="ID", shell_complete=complete_ids("team"), help=_("Only this team."))
@click.option(
    "--cycle", metavar="ID", shell_complete=complete_ids("cycle"), help=_("Another cycle than the running one.")
)
@click.option("--champion", "rounds", is_flag=True, help=_("With a champion's rounds: who checked in, what is stuck."))
@json_flag
def report(
    format_: str | None, out: str | None, team: str | None, cycle: str | None, *, rounds: bool, as_json: bool
) -> None:
    """Prints or writes a report."""
    where = here()
    ending = (out or "").rpartition(".")[2].casefold()
    chosen = format_ or (
        "json" if as_json else {"html": "html", "htm": "html", "csv": "csv", "json": "json"}.get(ending, "md")
    )
    content = where.cycle(cycle)
    from okr_tui.domain.champion import rounds as rounds_of
    from okr_tui.domain.rollup import cycle_standing, team_standing
    from okr_tui.report.gathered import Report

    if team is None:
        teams = cycle_standing(where.workspace, content, where.today)
    else:
        from okr_tui.domain.resolve import resolve_team

        teams = (team_standing(where.workspace, content, resolve_team(where.workspace, team), where.today),)
    found = rounds_of(where.workspace, content, where.today) if rounds else None
    told = Report(where.workspace, content, teams, where.today, found)
    give(where, _text(told, chosen), out, mark=chosen == "csv")


def _text(told: "Report", chosen: str) -> str:
    match chosen:
        case "html":
            from okr_tui.report.page import page

            return page(told)
        case "csv":
            from okr_tui.report.spreadsheet import spreadsheet

            return spreadsheet(told)
        case "json":
            from okr_tui.report.objects import as_object

            found = as_object(told.workspace, told.content, told.teams, told.today)
            if told.rounds is not None:
                from okr_tui.report.objects import rounds_object

                found["champion"] = rounds_object(told.rounds)
            return json_text(found) + "\n"
        case _:
            from okr_tui.report.markdown import markdown

            return markdown(told)
