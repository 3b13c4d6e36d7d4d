"""Who has the floor: the two whose votes lie furthest apart, then all; else turn by turn."""

from typing import NamedTuple

from okr_tui.store.ballot import Count
from okr_tui.ui.paint.flow import hanging
from okr_tui.ui.paint.runs import Run, Runs, align, bold, dim, runs
from okr_tui.ui.rituals.presenting import Presenting
from okr_tui.ui.screens.key_result_rows import short_name
from okr_tui.words.language import _, ngettext
from okr_tui.words.quoting import with_colon

_NAME = 10


class Spoken(NamedTuple):
    """A title and what stands below it, a row each or as many as its words need.

    Attributes:
        title: in capitals.
        rows: what is said.
        hang: empty cells before what runs on in another row.
    """

    title: str
    rows: tuple[Runs, ...]
    hang: int = 2

    def told(self, room: int, most: int, at_most: int) -> list[Runs]:
        """The first things that are said, whole where there is room.

        Args:
            room: cells of a row.
            most: how many of the things are told.
            at_most: rows of the terminal for all of them.
        """
        return [row for said in self.rows[:most] for row in hanging(said, room, self.hang)][:at_most]


def who_voted(showing: Presenting, count: Count) -> Spoken:
    """Who has voted, and who has not; nothing of what."""
    n, people = count.answers, len(showing.run.people)
    said = ngettext("{n} vote of {people} is in", "{n} votes of {people} are in", n).format(n=n, people=people)
    waiting = ", ".join(short_name(showing.session.workspace, each) for each in count.waiting)
    rows: list[Runs] = [(bold(said),)]
    rows += [runs(dim(_("still to come") + "  "), waiting)] if waiting else []
    rows.append(runs(Run("v", "accent", bold=True), dim(" " + _("votes here, passing the keyboard"))))
    rows.append(runs(dim(_("“okr join” in another terminal of this machine"))))
    rows.append(runs(Run("r", "accent", bold=True), dim(" " + _("reveals at once"))))
    return Spoken(_("WHO HAS VOTED"), tuple(rows))


def who_speaks(showing: Presenting, about: str) -> Spoken:
    """Who speaks first about something that was voted on, else in the order of the ritual."""
    result = showing.result(about) if showing.view in {"vote", "lowest", "drafts"} else None
    if result is not None and (result.lowest or result.highest):
        return Spoken(_("WHO SPEAKS"), tuple(_apart(showing, about)), hang=_NAME + 2)
    workspace = showing.session.workspace
    rows: list[tuple[int, Runs]] = []
    for number, person in enumerate(showing.ordered):
        at = (number - showing.run.speaker) % max(1, len(showing.ordered))
        name = short_name(workspace, person)
        rows.append((at, (Run("▸ ", "accent"), bold(name)) if not at else (dim("  "), Run(name))))
    rows.sort(key=lambda each: each[0])
    order = {"turns": _("turn by turn"), "random": _("by chance"), "slips": _("what slips first")}
    shown = [row for _at, row in rows]
    if shown:
        shown[0] = (*shown[0], dim(f"   {order.get(showing.run.order, '')}"))
    return Spoken(_("WHO SPEAKS"), tuple(shown) or (runs(dim(_("Nobody of this team is there today."))),))


def _apart(showing: Presenting, about: str) -> list[Runs]:
    """The lowest, the highest, then everybody."""
    result, workspace, rows = showing.result(about), showing.session.workspace, []
    if result is None:
        return []
    low, high = min(result.counts), max(result.counts)
    for number, (who, value) in enumerate(((result.lowest, low), (result.highest, high))):
        if who is None:
            continue
        here = showing.run.speaker % 3 == number
        voted = _("voted {n}").format(n=value)
        note = _note(showing, about, who)
        said = with_colon(voted, note) if note else voted
        name = (
            align((bold(short_name(workspace, who)),), _NAME)
            if here
            else align((Run(short_name(workspace, who)),), _NAME)
        )
        rows.append((Run("▸ ", "accent") if here else Run("  "), *name, Run(said, "text" if here else "dim")))
    everybody = showing.run.speaker % 3 == 2
    better = min(10, round(result.mean) + 2)
    question = _("what would make it a {n} by next week?").format(n=better)
    if showing.view == "drafts":
        question = _("which target would we be proud of, and could still reach?")
    lead = Run("▸ ", "accent") if everybody else Run("  ")
    rows.append((lead, *align((Run(_("all"), bold=everybody),), _NAME), dim(question)))
    return rows


def _note(showing: Presenting, about: str, who: str) -> str:
    """What somebody said last about a key result, in a check-in."""
    standing = showing.key_result(about)
    mine = [entry.check_in for entry in (standing.entries if standing else ()) if entry.person == who]
    return next((each.note for each in reversed(mine) if each.note), "")
