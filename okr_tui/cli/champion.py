"""`okr champion`: who checked in, the rhythm of teams and people, and what is stuck, unanswered or without an owner."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from okr_tui.cli.context import Here, here
from okr_tui.cli.output import bold, cells, columns, cycle_option, dim, json_flag, left, print_json, right, warm
from okr_tui.words.language import _, ngettext

if TYPE_CHECKING:
    from okr_tui.domain.champion import PersonRound, Rounds, TeamRound


@click.command(
    help=_(
        "A champion's rounds: who checked in, sponsors and leads first, the rhythm of teams and people, drafts that are "
        "stuck, requests that nobody answered, objectives without an owner."
    )
)
@cycle_option
@json_flag
def champion(cycle: str | None, *, as_json: bool) -> None:
    """Prints a champion's rounds."""
    from okr_tui.domain.champion import rounds

    where = here()
    found = rounds(where.workspace, where.cycle(cycle), where.today)
    if as_json:
        from okr_tui.report.objects import rounds_object

        print_json(rounds_object(found))
        return
    for line in _told(where, found):
        click.echo(line)


def _told(where: Here, found: "Rounds") -> Iterator[str]:
    name, words = where.workspace.name_of, {"sponsor": _("sponsor"), "lead": _("lead"), "": ""}
    head = (_("checked in"), _("overdue"), _("rhythm"), _("last word"))
    yield from _table(
        _("PEOPLE"), head, [(name(each.person), words[each.leading], each) for each in found.people], where
    )
    yield ""
    yield from _table(_("TEAMS"), head, [(name(each.team), _signs(each), each) for each in found.teams], where)
    for title, rows in (
        (_("STUCK DRAFTS"), [(each.place.title, name(each.place.team), each.days) for each in found.drafts]),
        (_("UNANSWERED"), [(each.asked.request.need, name(each.turn), each.days) for each in found.requests]),
        (_("WITHOUT AN OWNER"), [(each.title, name(each.team), None) for each in found.unowned]),
    ):
        yield "\n" + bold(f"{title}  {len(rows) or _('none')}")
        for text, team, days in rows:
            age = ngettext("{n} day", "{n} days", days).format(n=days) if days is not None else ""
            yield f"  {left(text, max(16, columns() - 34))}  {dim(left(team, 18))}  {right(age, 8)}".rstrip()


def _signs(each: "TeamRound") -> str:
    told = [(_("{n} stale"), each.stale), (_("{n} slipping"), each.slipping)]
    return " ".join(text.format(n=number) for text, number in told if number)


def _table(
    title: str, head: tuple[str, ...], rows: "list[tuple[str, str, PersonRound | TeamRound]]", where: Here
) -> Iterator[str]:
    from okr_tui.words.dates import ago
    from okr_tui.words.numbers import percent

    widths = [max(7, cells(each)) for each in head]
    room = max(16, columns() - sum(widths) - 2 * len(widths) - 22)
    yield bold(left(title, room + 22)) + "".join(
        f"  {dim(right(each, width))}" for each, width in zip(head, widths, strict=True)
    )
    for name, sign, each in rows:
        last = ago((where.today - each.last).days) if each.last is not None else "–"
        made = _("{n} of {all}").format(n=each.made, all=each.wanted) if each.wanted else "–"
        late = right(str(each.overdue or "–"), widths[1])
        parts = (right(made, widths[0]), warm(late) if each.overdue else late, right(percent(each.rhythm), widths[2]),
                 right(last, widths[3]))  # fmt: skip
        yield f"  {left(name, room)}  {dim(left(sign, 18))}  " + "  ".join(parts)
