"""A report as one page: a browser shows or prints it, without a script, a font or a picture from anywhere."""

from collections.abc import Iterator, Sequence

from okr_tui.domain.rollup import ObjectiveStanding, TeamStanding
from okr_tui.report.gathered import Report, cells, counted, facts, head, sections, state, talked_about, title, when
from okr_tui.report.safe import in_html
from okr_tui.words.language import _, spoken

_STYLE = """
:root { color-scheme: light dark; --ink: #1c2430; --quiet: #5b6675; --line: #d9dee5; --ground: #ffffff; --bar: #2f6fd0;
  --good: #1d7a3e; --warm: #8f5f00; --bad: #b3261e }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --quiet: #9aa6b5; --line: #333d4a; --ground: #12171e;
  --bar: #6ea3f5; --good: #5cc683; --warm: #e0b04a; --bad: #ff8a80 } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); max-width: 72rem;
  margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
h1 { margin-bottom: 0 } h2 { border-bottom: 2px solid var(--line); margin-top: 2.5rem } h3 { margin-bottom: 0 }
.quiet { color: var(--quiet); margin-top: .2rem } .wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line) }
th { color: var(--quiet); font-weight: 600 }
.track { background: var(--line); height: .4rem; border-radius: .2rem; max-width: 24rem }
.bar { background: var(--bar); height: .4rem; border-radius: .2rem }
.on-track, .reached, .done { color: var(--good) } .at-risk { color: var(--warm) } .off-track, .slipping { color: var(--bad) }
@media print { body { margin: 0; max-width: none } h3, tr { break-inside: avoid } h2, h3 { break-after: avoid } }
"""


def page(report: Report) -> str:
    """The whole page; it forbids itself everything but its own style."""
    name = in_html(title(report))
    body = "\n".join(_body(report))
    return (
        f'<!doctype html>\n<html lang="{in_html(spoken())}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{name}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{name}</h1>\n{body}\n</body>\n</html>\n"
    )


def _body(report: Report) -> Iterator[str]:
    yield _tag("p", when(report), "quiet")
    for team in report.teams:
        yield from _team(report, team)
    if not report.teams:
        yield _tag("p", _("No plan yet."))
    for section in sections(report):
        yield _tag("h2", section.title)
        yield from _table(section.head, section.rows, [""] * len(section.rows))


def _team(report: Report, team: TeamStanding) -> Iterator[str]:
    yield _tag("h2", report.workspace.name_of(team.team))
    for told in (facts(team, closed=report.content.cycle.closed), counted(team)):
        if told:
            yield _tag("p", told, "quiet")
    if not team.objectives:
        yield _tag("p", _("No plan yet."))
    for item in team.objectives:
        yield from _objective(report, item)


def _objective(report: Report, item: ObjectiveStanding) -> Iterator[str]:
    yield _tag("h3", item.objective.title)
    owner = report.workspace.name_of(item.objective.owner)
    yield _tag("p", " · ".join(each for each in (state(item), owner) if each), "quiet")
    if item.progress is not None:
        width = round(100 * min(1.0, max(0.0, item.progress)))
        yield f'<div class="track"><div class="bar" style="width: {width}%"></div></div>'
    if item.key_results:
        rows = [cells(report.workspace, each) for each in item.key_results]
        yield from _table(head(), rows, [each.status for each in item.key_results])
    spoken_of = list(talked_about(report.workspace, item))
    if spoken_of:
        lines = "".join(f"<li><strong>{in_html(name)}</strong>: {in_html(why)}</li>" for name, why in spoken_of)
        yield f"<ul>{lines}</ul>"


def _table(names: Sequence[str], rows: Sequence[Sequence[str]], looks: Sequence[str]) -> Iterator[str]:
    """A table; the last cell of each row has the look of its status."""
    yield '<div class="wide"><table>'
    yield "<tr>" + "".join(f'<th scope="col">{in_html(name)}</th>' for name in names) + "</tr>"
    for row, look in zip(rows, looks, strict=True):
        yield "<tr>" + "".join(_tag("td", each) for each in row[:-1]) + _tag("td", row[-1], look) + "</tr>"
    yield "</table></div>"


def _tag(name: str, text: str, look: str = "") -> str:
    marked = f' class="{in_html(look)}"' if look else ""
    return f"<{name}{marked}>{in_html(text)}</{name}>"
