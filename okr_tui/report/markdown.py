"""A report as Markdown: what a meeting reads, in any wiki, chat or repository."""

from collections.abc import Iterator, Sequence

from okr_tui.domain.rollup import TeamStanding
from okr_tui.report.gathered import Report, cells, counted, facts, head, sections, state, talked_about, title, when
from okr_tui.report.safe import in_markdown
from okr_tui.words.language import _


def markdown(report: Report) -> str:
    """The whole report, ending in a line feed."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# {in_markdown(title(report))}"
    yield f"\n{in_markdown(when(report))}"
    for team in report.teams:
        yield from _team(report, team)
    if not report.teams:
        yield "\n" + in_markdown(_("No plan yet."))
    for section in sections(report):
        yield f"\n## {in_markdown(section.title)}\n"
        yield from _table(section.head, section.rows)


def _team(report: Report, team: TeamStanding) -> Iterator[str]:
    yield f"\n## {in_markdown(report.workspace.name_of(team.team))}"
    told = [facts(team, closed=report.content.cycle.closed), counted(team)]
    if any(told):
        yield "\n" + "  \n".join(in_markdown(each) for each in told if each)
    if not team.objectives:
        yield "\n" + in_markdown(_("No plan yet."))
    for item in team.objectives:
        yield f"\n### {in_markdown(item.objective.title)}\n"
        owner = report.workspace.name_of(item.objective.owner)
        yield in_markdown(" · ".join(each for each in (state(item), owner) if each))
        if item.key_results:
            yield ""
            yield from _table(head(), [cells(report.workspace, each) for each in item.key_results])
        spoken = [
            f"- **{in_markdown(name)}**: {in_markdown(why)}" for name, why in talked_about(report.workspace, item)
        ]
        yield from ["", *spoken] if spoken else []


def _table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield _row(names)
    yield "|" + " --- |" * len(names)
    yield from map(_row, rows)


def _row(texts: Sequence[str]) -> str:
    return "| " + " | ".join(map(in_markdown, texts)) + " |"
