"""The rows of the legs of the W, of who has not proposed yet, and of what changed between two of them."""

from collections.abc import Iterator
from itertools import groupby

from okr_tui.domain.cycle import Cycle
from okr_tui.domain.legs import LEGS, NOW, Difference, Waiting
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.paint.lines import Line, Says, Tells
from okr_tui.ui.paint.runs import Run, bold, dim, key, runs
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.legs import SIGNS, changed, purpose
from okr_tui.words.legs import leg as leg_word

_ROLES = {"added": "on_track", "dropped": "off_track", "changed": "accent", "moved": "accent"}


def leg_rows(cycle: Cycle, closed: tuple[str, ...], base: str | None, next_key: str) -> list[Row]:
    """The four legs and now.

    Args:
        cycle: whose W it is.
        closed: the legs of which a snapshot is kept.
        base: the one that is compared with, as chosen.
        next_key: the key that goes on.
    """
    done = [leg for leg in LEGS if leg in closed]
    rows = [section(_("THE W"), f"{len(done)}/{len(LEGS)}")]
    for leg in LEGS:
        here = leg == cycle.leg
        sign = Run("● ", "accent") if here else Run("✓ ", "on_track") if leg in closed else dim("· ")
        said = _("from here") if leg == base else _("open") if here else _("kept") if leg in closed else ""
        name = bold(leg_word(leg)) if here else Run(leg_word(leg), "text" if leg in closed else "dim")
        lines: list[Line] = [Says(runs(sign, name), dim(said), leads=True)]
        lines += [Tells(purpose(leg), "dim", indent=2)] if here or not (cycle.leg or closed) else []
        rows.append(Row(leg, tuple(lines)))
    rows.append(Row(NOW, (Says(runs(dim("= "), Run(_("Now"))), dim(_("as it stands")), leads=True),)))
    if cycle.leg is None and LEGS[-1] in closed:
        rows += [blank(), still(Tells(_("The W is over."), "dim"))]
    elif cycle.leg is None:
        said = _("begins the W with its first leg. Without it: draft, propose, agree.")
        rows += [blank(), still(Tells(said, indent=3, first=key(next_key)))]
    else:
        said = _("closes “{leg}”: all plans are kept as they stand.").format(leg=leg_word(cycle.leg))
        rows += [blank(), still(Tells(said, indent=3, first=key(next_key)))]
    return rows


def waiting_rows(workspace: Workspace, waiting: tuple[Waiting, ...]) -> list[Row]:
    """Who has not proposed anything yet."""
    rows = [blank(), section(_("NOT PROPOSED YET"), len(waiting))]
    for each in waiting:
        n = each.drafts
        said = ngettext("{n} draft", "{n} drafts", n).format(n=n) if n else _("nothing yet")
        rows.append(still(Says(one_line(workspace.name_of(each.team)), dim(said))))
    return rows if waiting else [*rows, still(Tells(_("Everybody has proposed."), "dim"))]


def difference_rows(workspace: Workspace, first: str, last: str, found: tuple[Difference, ...]) -> list[Row]:
    """What changed from one leg to another, by team; a row for each objective and key result."""
    things = {(each.what, each.id) for each in found}
    rows = [section(f"{leg_word(first)} → {leg_word(last)}".upper(), len(things) or "")]
    if not found:
        return [*rows, still(Tells(_("Nothing changed in between."), "dim"))]
    for team, mine in groupby(found, key=lambda each: each.team):
        rows += [blank(), still(Says(bold(one_line(workspace.name_of(team)))))]
        around: str | None = None
        for (what, identity), same in groupby(mine, key=lambda each: (each.what, each.id)):
            told = list(same)
            if what == "key-result" and told[0].objective != around:
                rows.append(still(Says(dim(f"  ◇ {one_line(told[0].objective or '')}"))))
            around = told[0].title if what == "objective" else told[0].objective
            rows.append(Row(identity, tuple(_lines(workspace, told)), kind=what))
    return rows


def _lines(workspace: Workspace, same: list[Difference]) -> Iterator[Line]:
    """One objective or key result with everything that became of it."""
    first = same[0]
    inner = first.what == "key-result"
    sign = Run(f"{SIGNS[first.change]} ", _ROLES[first.change], bold=True)
    glyph = Run("  " if inner else "◆ ", "dim")
    plain = first.change in {"added", "dropped"}
    right = dim(changed(first, workspace.name_of)) if plain and not first.why else ()
    title = Run(one_line(first.title), "dim" if first.change == "dropped" else "text")
    yield Says(runs(sign, glyph, title), right, leads=True)
    for each in same if not plain or first.why else []:
        yield Tells(changed(each, workspace.name_of), "dim", indent=4)


def nothing_kept(leg: str, *, begun: bool) -> list[Row]:
    """What stands at the right where a leg has kept nothing yet."""
    said = _("“{leg}” is not closed yet, so nothing is kept of it.").format(leg=leg_word(leg))
    more = _("When a leg closes, all plans are kept as they stand; here one sees what changed since.")
    return [section(leg_word(leg).upper()), still(Tells(said, "dim")), *([] if begun else [still(Tells(more, "dim"))])]
