"""From what a person typed to the one thing that was meant: by its id, the beginning of it, or words of its title."""

import unicodedata
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from okr_tui.domain.errors import PersonMustDecide, WrongUsage

if TYPE_CHECKING:
    from datetime import date

    from okr_tui.domain.workspace import CycleContent, Located, Workspace

ALIKE = 75
"""Likeness (0…100, rapidfuzz WRatio) from which a title may be what was meant."""

CLEARLY = 8
"""Points by which the best title must lead the next to be taken without asking."""

_ALIKE = str.maketrans({
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d",
})  # fmt: skip
"""What people type for a letter that their keyboard, or the program that they paste from, makes another one of."""

Named = tuple[str, str]
"""An id and its title."""


class NothingFits(WrongUsage):
    """Nothing has this id, begins like it or is called like it.

    Attributes:
        text: what was typed; kind: "person", "team", "cycle" or "thing".
        near: the id and title that were perhaps meant.
    """

    def __init__(self, text: str, kind: str = "thing", near: Named | None = None) -> None:
        super().__init__(text)
        self.text, self.kind, self.near = text, kind, near


class SeveralFit(PersonMustDecide):
    """Several things fit what was typed; `candidates` lists them, best first.

    Attributes:
        text: what was typed.
    """

    def __init__(self, text: str, candidates: tuple[Named, ...]) -> None:
        super().__init__(text, candidates)
        self.text = text


class OnlyAlike(PersonMustDecide):
    """Words of a title fit, while files can't be read in which the id that was meant may stand.

    Attributes:
        text: what was typed; unread: how many files can't be read.
    """

    def __init__(self, text: str, candidate: Named, unread: int) -> None:
        super().__init__(text, (candidate,))
        self.text, self.unread = text, unread


def resolve(
    workspace: "Workspace",
    today: "date",
    text: str,
    kinds: Collection[str] = (),
    *,
    by_title: bool = True,
    looks: bool = False,
) -> "Located":
    """The table that a person means.

    The exact id goes first, then a unique beginning of one: in the default cycle, then in the other open ones. Closed
    cycles are found by the whole id only. Then the title that fits best, where one clearly does.

    Args:
        workspace: where to look.
        today: decides which cycle is the default one.
        text: what was typed.
        kinds: kinds of `Located` that will do; all when empty.
        by_title: whether words of the title will do, too.
        looks: nothing is changed by it, so that words of a title do even while files can't be read.

    Raises:
        NothingFits: nothing is called so.
        SeveralFit: several things are.
        OnlyAlike: words of a title fit, and a file that can't be read may hold what was meant.
    """
    exact = workspace.find(text, today)
    if exact is not None and (not kinds or exact.kind in kinds):
        return exact
    open_ones = [_of_kinds(content.located.values(), kinds) for content in _near(workspace, today)]
    open_ones.append([item for item in _kpis(workspace) if not kinds or item.kind in kinds])
    if (begun := _begun(text, open_ones)) is not None:
        if not looks:
            _none_before(workspace, today, text, begun)
        return begun
    everything = {_id(item): item for found in reversed(open_ones) for item in found}
    chosen = _by_title(text, tuple((each, item.title) for each, item in everything.items())) if by_title else None
    if chosen is None:
        raise NothingFits(text)
    return everything[chosen] if looks else everything[certain(workspace, text, (chosen, everything[chosen].title))]


def _none_before(workspace: "Workspace", today: "date", text: str, found: "Located") -> None:
    """Makes sure that no plan which goes before what was found is one that can't be read.

    Raises:
        OnlyAlike: there is one: a short name that always meant something in it must not quietly mean something else.
    """
    for content in _near(workspace, today):
        if content.cycle.id == found.cycle:
            return
        hidden = [path for path in workspace.unread if path.startswith(f"cycles/{content.cycle.id}/okrs/")]
        if hidden:
            raise OnlyAlike(text, (_id(found), found.title), len(hidden))


def certain(workspace: "Workspace", text: str, chosen: Named) -> str:
    """The id of what was chosen for a text, where nothing that can't be read may be what was meant.

    Args:
        workspace: what was read, and what could not be.
        text: what was typed.
        chosen: id and title of what fits best.

    Raises:
        OnlyAlike: not its id or a beginning of it was typed, and a file that can't be read may hold what was meant.
    """
    key = folded(text)
    if workspace.unread and not (key and chosen[0].startswith(key)):
        raise OnlyAlike(text, chosen, len(workspace.unread))
    return chosen[0]


def _begun(text: str, tiers: "Iterable[list[Located]]") -> "Located | None":
    """What alone has an id that begins so, in the first tier that has any; None where none does."""
    key = folded(text)
    for found in tiers:
        begun = [item for item in found if key and _id(item).startswith(key)]
        if len(begun) == 1:
            return begun[0]
        if begun:
            raise SeveralFit(text, tuple((_id(item), item.title) for item in begun))
    return None


def _near(workspace: "Workspace", today: "date") -> "tuple[CycleContent, ...]":
    """The open cycles; where none is open, the default one, which is what a person sees."""
    default = workspace.default_cycle(today)
    return workspace.open_cycles(today) or ((default,) if default is not None else ())


def resolve_person(workspace: "Workspace", text: str) -> str:
    """The id of the person meant, by id, its beginning, or the name.

    Raises:
        NothingFits: nobody is called so.
        SeveralFit: several people are.
    """
    return pick(text, tuple((person.id, person.name) for person in workspace.people), "person")


def resolve_team(workspace: "Workspace", text: str) -> str:
    """The id of the team meant, by id, its beginning, or the name.

    Raises:
        NothingFits: no team is called so.
        SeveralFit: several teams are.
    """
    return pick(text, tuple((team.id, team.name) for team in workspace.teams), "team")


def resolve_cycle(workspace: "Workspace", today: "date", text: str) -> "CycleContent":
    """The cycle meant: an open one by id, its beginning, or the name; a closed one by its whole id only.

    Raises:
        NothingFits: no cycle is called so.
        SeveralFit: several cycles are.
    """
    if text in workspace.cycles:
        return workspace.cycles[text]
    known = tuple((content.cycle.id, content.cycle.name) for content in workspace.open_cycles(today))
    return workspace.cycles[pick(text, known, "cycle")]


def resolve_owner(workspace: "Workspace", text: str) -> str:
    """The id of the person or role meant, by id, its beginning, or the name.

    Raises:
        NothingFits: nobody is called so.
        SeveralFit: several are.
    """
    people = [(person.id, person.name) for person in workspace.people]
    roles = [(role.id, role.title) for role in workspace.role_by_id.values()]
    return pick(text, (*people, *roles), "person")


def pick(text: str, known: Iterable[Named], kind: str) -> str:
    """The id that is meant among these: the exact one, a unique beginning, or the title that clearly fits best.

    Args:
        text: what was typed.
        known: ids and titles to choose from.
        kind: "person", "team", "cycle" or "thing", for the error.

    Raises:
        NothingFits: none fits.
        SeveralFit: several do.
    """
    named = tuple(known)
    key = folded(text)
    if any(identity == key for identity, _ in named):
        return key
    begun = tuple(each for each in named if key and each[0].startswith(key))
    if len(begun) == 1:
        return begun[0][0]
    if begun:
        raise SeveralFit(text, begun)
    chosen = _by_title(text, named)
    if chosen is None:
        raise NothingFits(text, kind, _nearest(text, named))
    return chosen


def _nearest(text: str, named: tuple[Named, ...]) -> Named | None:
    """What an id or a title is likest to, where it is like it at all."""
    from difflib import get_close_matches

    known = {folded(word): each for each in named for word in each}
    near = get_close_matches(folded(text), known, 1)
    return known[near[0]] if near else None


def _by_title(text: str, named: tuple[Named, ...]) -> str | None:
    """The id whose title fits best; None where none does."""
    wanted = folded(text)
    if not wanted:
        return None
    same = tuple(each for each in named if folded(each[1]) == wanted)
    if not same:
        within = tuple(each for each in named if wanted in folded(each[1])) if len(wanted) > 1 else ()
        same = within if len(within) == 1 else ()
    if len(same) == 1:
        return same[0][0]
    if same:
        raise SeveralFit(text, same)
    return _by_likeness(text, wanted, named)


def _by_likeness(text: str, wanted: str, named: tuple[Named, ...]) -> str | None:
    from rapidfuzz import fuzz, process

    titles = [folded(title) for _, title in named]
    best = process.extract(wanted, titles, scorer=fuzz.WRatio, score_cutoff=ALIKE, limit=12)
    if not best:
        return None
    if len(best) == 1 or best[0][1] - best[1][1] >= CLEARLY:
        return named[best[0][2]][0]
    raise SeveralFit(text, tuple(named[place] for _, _, place in best))


def nearest(text: str, names: Iterable[str]) -> str | None:
    """The name that was most likely meant by a misspelt one; None where none is like it."""
    from rapidfuzz import fuzz, process

    known = {folded(name): name for name in names}
    best = process.extractOne(folded(text), list(known), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return known[best[0]] if best is not None else None


def folded(text: str) -> str:
    """The text as it is compared: without accents, case and more than one space, with one kind of dash and of quote."""
    if text.isascii():
        return " ".join(text.casefold().split())
    letters = unicodedata.normalize("NFKD", text).casefold().translate(_ALIKE)
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def _of_kinds(items: Iterable["Located"], kinds: Collection[str]) -> list["Located"]:
    return [item for item in items if not kinds or item.kind in kinds]


def _kpis(workspace: "Workspace") -> list["Located"]:
    from okr_tui.domain.workspace import Located

    return [Located("kpi", "", team, kpi) for team, kpi in workspace.kpi_by_id.values()]


def _id(item: "Located") -> str:
    return str(item.table.id)  # type: ignore[attr-defined]
