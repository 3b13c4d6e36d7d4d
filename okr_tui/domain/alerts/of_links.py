"""Alerts about who supports what: nothing to support, nothing supported, nobody contributes, levels skipped, silos."""

from collections.abc import Iterator

from okr_tui.domain.alerts.alert import Alert, Severity, digest_of
from okr_tui.domain.alerts.situation import Situation, live_parts
from okr_tui.domain.links import Link
from okr_tui.domain.plan import KeyResult, Objective
from okr_tui.domain.stems import SIGNS, stems

WHOLE = 3
"""Of the words of a key result one in so many must turn up in what contributes to its objective as a whole."""


def no_company_okrs(seen: Situation) -> Iterator[Alert]:
    """The company wants nothing: teams can't say what they contribute to, and that blocks them (Partena)."""
    if not seen.headless:
        return
    hanging = tuple(each.id for team, each in seen.objectives if _why_orphan(seen, team, each))
    facts = {"n": len(hanging), "team": seen.anchor}
    yield Alert("no-company-okrs", "error", (seen.anchor,), seen.anchor, facts, hanging, (seen.anchor,))


def orphan(seen: Situation) -> Iterator[Alert]:
    """Objectives that support nothing. One that answers the vision directly, and says why, is none."""
    if seen.alone or seen.headless:
        return
    for team, objective in seen.objectives:
        reason = _why_orphan(seen, team, objective) if seen.blamed(team) else ""
        if reason:
            facts = {"reason": reason, "team": team}
            digest = digest_of(objective.title)
            yield Alert("orphan", "warn", (objective.id,), team, facts, (objective.id,), (team,), digest)


def _why_orphan(seen: Situation, team: str, objective: Objective) -> str:
    """Why an objective hangs in the air: none, vision, dangling, circle; empty where it does not."""
    if team == seen.anchor:
        return ""
    links = seen.graph.links.get(objective.id, ())
    if not links:
        return "none"
    if any(link.state == "unread" or (link.above and not _circles(seen, objective.id, link)) for link in links):
        return ""
    if any(link.state == "vision" for link in links):
        return "" if objective.why and objective.why.strip() else "vision"
    return "circle" if any(link.above for link in links) else "dangling"


def _circles(seen: Situation, objective: str, link: Link) -> bool:
    """Whether a link leads nowhere but back to where it began."""
    reached: set[str] = set()
    waiting = [link.above or ""]
    while waiting:
        each = waiting.pop()
        if each == objective or each in reached:
            continue
        reached.add(each)
        up = [above for above in (link.above for link in seen.graph.links.get(each, ())) if above]
        if not up:
            return False
        waiting += up
    return True


def uncovered(seen: Situation) -> Iterator[Alert]:
    """Objectives and key results of the company that nobody contributes to; not while a plan that may can't be read."""
    if seen.alone or seen.partly:
        return
    for objective in seen.company:
        whole, bare = _contributors(seen, objective.id), _bare(seen, objective)
        parts = live_parts(objective)
        if (parts and not bare) or (not parts and whole):
            continue
        named = len(bare) < len(parts)
        about = tuple(each.id for each in bare) if whole or named else (objective.id, *(each.id for each in bare))
        facts = {"n": len(bare), "whole": len(whole), "objective": objective.id, "all": not whole and not named}
        words = digest_of(objective.title, *(each.title for each in bare))
        severity: Severity = "hint" if whole else "warn"
        yield Alert("uncovered", severity, about, seen.anchor, facts, (objective.id,), (seen.anchor,), words)


def _contributors(seen: Situation, identity: str) -> list[str]:
    """Objectives of other teams that contribute to something of the company."""
    places = seen.graph.objectives
    found = seen.graph.contributors.get(identity, ())
    return [each for each in found if places[each].team != seen.anchor]


def _bare(seen: Situation, objective: Objective) -> list[KeyResult]:
    """Its key results that no contribution names, nor speaks of although it goes to the objective as a whole."""
    named = {each.id for each in live_parts(objective) if _contributors(seen, each.id)}
    texts = [_words_of(seen, each) for each in _contributors(seen, objective.id)]
    return [
        each
        for each in live_parts(objective)
        if each.id not in named and not any(_speaks_of(seen, text, each) for text in texts)
    ]


def _words_of(seen: Situation, identity: str) -> frozenset[str]:
    """The stems of an objective, its why and its key results."""
    objective = seen.graph.objectives[identity].objective
    if objective is None:
        return frozenset()
    texts = (objective.title, objective.why or "", *(each.title for each in live_parts(objective)))
    language = seen.language(objective)
    return frozenset(each for text in texts for each in stems(text, language)) - SIGNS


def _speaks_of(seen: Situation, text: frozenset[str], key_result: KeyResult) -> bool:
    words = frozenset(stems(key_result.title, seen.language(key_result))) - SIGNS
    return len(words & text) * WHOLE >= len(words)


def level_skipped(seen: Situation) -> Iterator[Alert]:
    """Objectives whose every link passes over a team between that has an objective on the way, in this cycle or above."""
    for team, objective in seen.objectives:
        if team == seen.anchor or not seen.blamed(team):
            continue
        over = [_over(seen, team, link) for link in seen.graph.links.get(objective.id, ())]
        if not over or not all(over):
            continue
        passed = over[0]
        facts = {"over": passed, "target": seen.graph.links[objective.id][0].target, "team": team}
        words = digest_of(objective.title)
        yield Alert("level-skipped", "hint", (objective.id,), team, facts, (objective.id,), (team, *passed), words)


def _over(seen: Situation, team: str, link: Link) -> tuple[str, ...]:
    """The teams that a link passes over: those between with an objective that leads up to the same."""
    if link.place is None or link.above is None:
        return ()
    chain = list(seen.teams_above(team))
    if link.place.cycle != seen.content.cycle.id:
        between = chain
    elif link.place.team in chain:
        between = chain[: chain.index(link.place.team)]
    else:
        return ()
    above = link.above
    return tuple(
        each
        for each in between
        if seen.blamed(each)
        and any(owner == each and seen.graph.leads(rung.id, above) for owner, rung in seen.objectives)
    )


def silo(seen: Situation) -> Iterator[Alert]:
    """Teams without any link: they support nothing, nobody supports them, nothing is asked either way.

    Not while a plan can't be read: it may be the one that supports them.
    """
    if seen.alone or seen.headless or seen.partly:
        return
    asking = {each.team for each in seen.requests} | {each.of for each in seen.requests}
    for team in seen.workspace.teams:
        own = [each for owner, each in seen.objectives if owner == team.id]
        if not own or team.id == seen.anchor or not seen.blamed(team.id) or team.id in asking:
            continue
        if any(_linked(seen, team.id, each) for each in own):
            continue
        ids = tuple(each.id for each in own)
        yield Alert("silo", "hint", (team.id,), team.id, {"n": len(own), "team": team.id}, ids, (team.id,))


def _linked(seen: Situation, team: str, objective: Objective) -> bool:
    """Whether an objective has a link to the vision or to another team, up or down."""
    places = seen.graph.objectives
    up = seen.graph.links.get(objective.id, ())
    down = seen.graph.contributors.get(objective.id, ())
    return any(
        link.state in {"vision", "unread"} or (link.place is not None and link.place.team != team) for link in up
    ) or any(places[each].team != team for each in down)
