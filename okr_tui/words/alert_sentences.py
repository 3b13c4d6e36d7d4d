"""What doesn't fit together, one sentence an alert, with the names of what it is about."""

from collections.abc import Callable
from typing import NamedTuple

from okr_tui.domain.alerts.alert import Alert
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.words.dates import day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import from_to, percent
from okr_tui.words.quoting import quoted, with_colon
from okr_tui.words.several import with_more

_LONGEST = 60
_MOST = 4


class Names(NamedTuple):
    """Where the names in a sentence come from."""

    workspace: Workspace
    content: CycleContent

    def team(self, identity: str) -> str:
        """A team's name, safe for a terminal."""
        return one_line(self.workspace.name_of(identity)) or _("nobody known")

    def teams(self, identities: tuple[str, ...]) -> str:
        """Several teams' names."""
        return with_more(map(self.team, identities[:_MOST]), len(identities) - _MOST)

    def title(self, identity: str) -> str:
        """A thing's title in quotation marks, cut."""
        place = self.content.located.get(identity)
        role = self.workspace.role_by_id.get(identity)
        text = place.title if place is not None else role.title if role is not None else ""
        if not text:
            text = next((each.located[identity].title for each in self._others() if identity in each.located), identity)
        text = one_line(text)
        return quoted(text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…")

    def _others(self) -> tuple[CycleContent, ...]:
        return tuple(self.workspace.cycles.values())


def sentence(workspace: Workspace, content: CycleContent, alert: Alert) -> str:
    """What doesn't fit, in one or two sentences with names and titles."""
    return _SENTENCES[alert.code](Names(workspace, content), alert)


def _no_company_okrs(names: Names, alert: Alert) -> str:
    n = alert.facts["n"]
    first = _("{team} has no objective in this cycle or above.").format(team=names.team(alert.facts["team"]))
    if not n:
        return first
    more = ngettext("{n} objective hangs in the air.", "{n} objectives hang in the air.", n).format(n=n)
    return f"{first} {more}"


def _contradiction(names: Names, alert: Alert) -> str:
    one, other = (
        with_colon(names.team(team), _pull(names, identity, direction))
        for team, identity, direction in zip(
            alert.facts["teams"], alert.about, alert.facts["directions"], strict=True
        )
    )  # fmt: skip
    words = _("{title} is pulled two ways. {one} · {other}")
    return words.format(title=names.title(alert.about[0]), one=one, other=other)


def _pull(names: Names, identity: str, direction: int) -> str:
    place = names.content.located.get(identity)
    way = from_to(place.key_result) if place is not None and place.key_result is not None else ""
    return one_line(way) or (_("up") if direction > 0 else _("down"))


def _circular_wait(names: Names, alert: Alert) -> str:
    around = (*alert.facts["teams"], alert.facts["teams"][0])
    return _("{teams}: everybody waits for the next one.").format(teams=" → ".join(names.team(each) for each in around))


def _uncovered(names: Names, alert: Alert) -> str:
    facts, n = alert.facts, alert.facts["n"]
    title = names.title(facts["objective"])
    if facts["all"]:
        if not n:
            return _("No team contributes to {title}.").format(title=title)
        words = ngettext(
            "No team contributes to {title}: {n} key result.", "No team contributes to {title}: {n} key results.", n
        )
        return words.format(title=title, n=n)
    parts = ", ".join(names.title(each) for each in alert.about[:_MOST])
    if facts["whole"]:
        words = ngettext(
            "No team names {parts}; {n} contributes to {title} as a whole.",
            "No team names {parts}; {n} contribute to {title} as a whole.",
            facts["whole"],
        )
        return words.format(parts=parts, n=facts["whole"], title=title)
    return _("No team contributes to {parts}, of {title}.").format(parts=parts, title=title)


def _duplicate(names: Names, alert: Alert) -> str:
    shown = [
        with_colon(names.team(team), names.title(identity))
        for team, identity in list(zip(_owners(names, alert), alert.about, strict=True))[:_MOST]
    ]
    words = with_more(shown, len(alert.about) - len(shown), " · ")
    return _("{words} (alike {share})").format(words=words, share=percent(alert.facts["alike"] / 100))


def _owners(names: Names, alert: Alert) -> list[str]:
    located = names.content.located
    return [located[each].team if each in located else alert.team for each in alert.about]


def _orphan(names: Names, alert: Alert) -> str:
    team, title = names.team(alert.facts["team"]), names.title(alert.about[0])
    words = {
        "none": _("{team}: {title} supports nothing yet."),
        "vision": _("{team}: {title} answers the vision, and does not say why."),
        "dangling": _("{team}: {title} supports something that is nowhere."),
        "circle": _("{team}: {title} supports only what leads back to it."),
    }[alert.facts["reason"]]
    return words.format(team=team, title=title)


def _declined(names: Names, alert: Alert) -> str:
    words = _("{to} declined what {from_} asked for: {need}.")
    return words.format(
        to=names.team(alert.facts["to"]), from_=names.team(alert.facts["from"]), need=names.title(alert.about[0])
    )  # fmt: skip


def _unanswered(names: Names, alert: Alert) -> str:
    facts = alert.facts
    parts = {
        "from_": names.team(facts["from"]), "to": names.team(facts["to"]), "need": names.title(alert.about[0]),
        "n": facts["days"],
    }  # fmt: skip
    if facts["state"] == "challenged":
        words = ngettext(
            "{turn} has not replied for {n} day to what was proposed on {need}.",
            "{turn} has not replied for {n} days to what was proposed on {need}.",
            facts["days"],
        )
        text = words.format(**parts, turn=names.team(facts["turn"]))
    else:
        words = ngettext(
            "{to} has not answered {from_} for {n} day: {need}.", "{to} has not answered {from_} for {n} days: {need}.",
            facts["days"],
        )  # fmt: skip
        text = words.format(**parts)
    return text + (" " + _("It is wanted by {day}.").format(day=day(facts["by"])) if facts["by"] else "")


def _owner_missing(names: Names, alert: Alert) -> str:
    facts = alert.facts
    title = names.title(alert.about[0])
    if facts["owner"]:
        who = one_line(names.workspace.name_of(facts["owner"]))
        return _("{title} belongs to {who}, who is not here.").format(title=title, who=who)
    if facts["n"] == 1:
        return _("{title} has no owner, and {team} no lead.").format(title=title, team=names.team(facts["team"]))
    words = _("{title} and {n} more have no owner, and {team} no lead.")
    return words.format(title=title, n=facts["n"] - 1, team=names.team(facts["team"]))


def _role(names: Names, alert: Alert) -> str:
    n = alert.facts["n"]
    parts = {"title": names.title(alert.facts["role"]), "team": names.team(alert.facts["team"]), "n": n}
    if not n:
        return _("Nobody holds the role {title} in {team}.").format(**parts)
    words = ngettext(
        "Nobody holds the role {title} in {team}, and it owns {n} thing of this cycle.",
        "Nobody holds the role {title} in {team}, and it owns {n} things of this cycle.",
        n,
    )
    return words.format(**parts)


def _outside(names: Names, alert: Alert) -> str:
    facts = alert.facts
    words = _("{title}: {day} lies outside the cycle, which runs from {start} to {end}.")
    return words.format(
        title=names.title(alert.about[0]), day=day(facts["day"], facts["end"]), start=day(facts["start"]),
        end=day(facts["end"]),
    )  # fmt: skip


def _skipped(names: Names, alert: Alert) -> str:
    words = _("{team}: {title} supports {target}, over the head of {over}.")
    return words.format(
        team=names.team(alert.facts["team"]), title=names.title(alert.about[0]),
        target=names.title(alert.facts["target"]), over=names.teams(alert.facts["over"]),
    )  # fmt: skip


def _silo(names: Names, alert: Alert) -> str:
    words = ngettext(
        "{team} supports nobody, and nobody supports it: {n} objective.",
        "{team} supports nobody, and nobody supports it: {n} objectives.",
        alert.facts["n"],
    )
    return words.format(team=names.team(alert.facts["team"]), n=alert.facts["n"])


def _overloaded(names: Names, alert: Alert) -> str:
    words = _("{who} owns {n} key results; {most} are what one can carry.")
    who = one_line(names.workspace.name_of(alert.facts["person"]))
    return words.format(who=who, n=alert.facts["n"], most=alert.facts["most"])


_SENTENCES: dict[str, Callable[[Names, Alert], str]] = {
    "no-company-okrs": _no_company_okrs, "contradiction": _contradiction, "circular-wait": _circular_wait,
    "uncovered": _uncovered, "duplicate": _duplicate, "orphan": _orphan, "request-declined": _declined,
    "request-unanswered": _unanswered, "owner-missing": _owner_missing, "role-without-holder": _role,
    "outside-cycle": _outside, "level-skipped": _skipped, "silo": _silo, "owner-overloaded": _overloaded,
}  # fmt: skip
