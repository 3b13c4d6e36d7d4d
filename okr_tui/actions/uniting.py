"""Making one objective of two that say the same, with the history of both.

What measures something else moves over with its check-ins, which follow its id. What measures the same is dropped and
names what goes on instead; its check-ins stay readable by its id. Links and requests that named the one that goes name the
one that stays, and a word in its thread tells where the rest is.
"""

from pathlib import Path
from typing import Any

from okr_tui.actions.act import Act, Author
from okr_tui.actions.nested import slot_of, slots
from okr_tui.actions.saying import say
from okr_tui.actions.validity import still_valid
from okr_tui.domain.alerts.of_wording import same_metric
from okr_tui.domain.alerts.situation import Situation, live_parts
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.links import alive
from okr_tui.domain.plan import Objective
from okr_tui.domain.workspace import Located
from okr_tui.store.change import Change
from okr_tui.store.layout import plan_path
from okr_tui.store.tables import Held, held
from okr_tui.words.language import _

_UNITED = ("supports", "from_pain", "tags")


def unite(root: Path, author: Author, seen: Situation, kept: Located, gone: Located) -> Act:
    """Makes one objective of two, in one change over the files of both.

    Args:
        root: the workspace folder.
        author: who does so.
        seen: the cycle that both stand in.
        kept: the objective that stays.
        gone: the one that is dropped, and says into which it went.

    Raises:
        WrongUsage: they are no two objectives of one cycle, or one was given up already.
        OkrError: one is gone from its file, or a file can't be read.
    """
    stays, goes = _objective(kept), _objective(gone)
    if stays.id == goes.id or kept.cycle != gone.cycle:
        raise WrongUsage(_("Two objectives of one cycle can be made one."))
    same = _same_measures(seen, stays, goes)
    plans = {team: held(root, plan_path(kept.cycle, team)) for team in seen.content.plans}
    after, before = plans[kept.team], plans[gone.team]
    one, other = slot_of(after, stays.id).table, slot_of(before, goes.id).table
    _move_parts(author, seen, one, other, same, gone.team)
    _unite_keys(author, one, other)
    other["dropped"] = {"on": author.today, "why": _into(stays.title, stays.id)}
    other["status"] = "dropped"
    instead = {goes.id: stays.id, **same}
    changed = {kept.team, gone.team} | {
        team for team, plan in plans.items() if _point_elsewhere(plan, instead, goes.id)
    }
    one["supports"] = [each for each in one.get("supports", []) if each not in _own_ids(one)]
    if not one["supports"]:
        del one["supports"]
    for team in changed:
        still_valid(plans[team])
    words = _("United with “{title}” ({id}); what was said about it is found by that id.")
    told = {"about": stays.id, "text": words.format(title=goes.title, id=goes.id)}
    word = say(root, author, kept.cycle, "comment", told, "")
    files = [plans[team].changed(plans[team].tables) for team in plans if team in changed]
    name = _("make one of “{title}” and “{other}”").format(title=stays.title, other=goes.title)
    return Act(stays.id, Change(name, (*files, *word.change.files)), inherits=True)


def _objective(place: Located) -> Objective:
    if place.kind != "objective" or place.objective is None or not alive(place.objective):
        raise WrongUsage(_("“{title}” is no objective that is pursued.").format(title=place.title[:60]))
    return place.objective


def _same_measures(seen: Situation, stays: Objective, goes: Objective) -> dict[str, str]:
    """Key result of the one that goes → the one that stays and measures the same."""
    found: dict[str, str] = {}
    for part in live_parts(goes):
        same = next(
            (each.id for each in live_parts(stays) if each.id not in found.values() and same_metric(seen, part, each)),
            None,
        )
        if same is not None:
            found[part.id] = same
    return found


def _move_parts(
    author: Author, seen: Situation, one: dict[str, Any], other: dict[str, Any], same: dict[str, str], team: str
) -> None:
    """Moves what measures something else, and drops what measures the same; who owed for it owes for it still."""
    titles = {each["id"]: each["title"] for each in one.get("key_result", [])}
    owing = other.get("owner") or next(iter(seen.workspace.people_owing(team, None)), None)
    stay: list[dict[str, Any]] = []
    for part in other.get("key_result", []):
        if part["id"] in same:
            part["dropped"] = {"on": author.today, "why": _into(titles[same[part["id"]]], same[part["id"]])}
        if "dropped" in part:
            stay.append(part)
            continue
        if owing and "owner" not in part:
            part["owner"] = owing
        one.setdefault("key_result", []).append(part)
    other["key_result"] = stay
    if not stay:
        del other["key_result"]


def _unite_keys(author: Author, one: dict[str, Any], other: dict[str, Any]) -> None:
    """All that either supports, comes from, is tagged with; what the one that goes carried on, where the other did not."""
    for key in _UNITED:
        was = list(one.get(key, []))
        union = list(dict.fromkeys([*was, *other.get(key, [])]))
        if union == was:
            continue
        one[key] = union
        if one.get("status") in {"agreed", "done"}:
            entry = {"on": author.today, "at": author.now, "key": key, "from": was, "to": union, "by": author.me}
            one.setdefault("changed", []).append(entry)
    if "continues" in other:
        one.setdefault("continues", other["continues"])


def _point_elsewhere(plan: Held, instead: dict[str, str], gone: str) -> bool:
    """Lets every link and request of a plan name what stays; what was dropped keeps its own. Whether any did."""
    moved = False
    for slot in list(slots(plan)):
        table = slot.table
        if slot.kind == "request":
            for end in ("from", "to"):
                if table.get(end) in instead:
                    table[end], moved = instead[table[end]], True
        if gone in {table.get("id"), *(each.get("id") for each in slot.above)}:
            continue
        named = table.get("supports")
        if slot.kind in {"objective", "key_result"} and named and not instead.keys().isdisjoint(named):
            table["supports"] = list(dict.fromkeys(instead.get(each, each) for each in named))
            moved = True
    return moved


def _own_ids(one: dict[str, Any]) -> set[str]:
    return {one["id"], *(each["id"] for each in one.get("key_result", []))}


def _into(title: str, identity: str) -> str:
    return _("Goes on as “{title}” ({id}).").format(title=title, id=identity)
