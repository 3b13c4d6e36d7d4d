"""Alerts of alignment in sentences: what doesn't fit, why that matters, and what to do about it."""

from typing import NamedTuple

from okr_tui.domain.alerts.alert import Alert
from okr_tui.domain.alignment import Health, Let
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.words.alert_sentences import sentence
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import percent
from okr_tui.words.quoting import with_colon


class Remedy(NamedTuple):
    """Something to do about an alert.

    Attributes:
        code: what it is: write, support, vision, invite, unite, link, keep, talk, release, remind, answer, elsewhere,
            drop, own, hold, dates, move, share.
        words: two to six words, as an order.
    """

    code: str
    words: str


class AlertSaid(NamedTuple):
    """An alert in words.

    Attributes:
        title: what it is: "Near-duplicate".
        sentence: what does not fit, with names.
        why: why that matters, one sentence of the method.
        remedies: what to do, the likeliest first; letting it stand with a reason is always possible too.
    """

    title: str
    sentence: str
    why: str
    remedies: tuple[Remedy, ...]


def alert_said(workspace: Workspace, content: CycleContent, alert: Alert) -> AlertSaid:
    """An alert in words, for a person who is to do something about it."""
    said = sentence(workspace, content, alert)
    return AlertSaid(alert_title(alert.code), said, _why(alert.code), tuple(_remedies(alert)))


def alert_title(code: str) -> str:
    """What an alert of this code is called: "Near-duplicate"."""
    words = {
        "no-company-okrs": _("No company OKRs"), "contradiction": _("Contradiction"),
        "circular-wait": _("Waiting in a circle"), "uncovered": _("Nobody contributes"),
        "duplicate": _("Near-duplicate"), "orphan": _("Orphan"), "request-declined": _("Request declined"),
        "request-unanswered": _("Request without answer"), "owner-missing": _("No owner"),
        "role-without-holder": _("Role without holder"), "outside-cycle": _("Outside the cycle"),
        "level-skipped": _("Level skipped"), "silo": _("Silo"), "owner-overloaded": _("Owner overloaded"),
    }  # fmt: skip
    return words.get(code, code)


def health_said(health: Health) -> str:
    """Health in words: "health 67 %, 6 of 9 objectives without an open alert"."""
    if health.share is None:
        return _("no objectives yet")
    words = ngettext(
        "health {share}, {n} of {all} objective without an open alert",
        "health {share}, {n} of {all} objectives without an open alert",
        len(health.objectives),
    )
    return words.format(share=percent(health.share), n=health.healthy, all=len(health.objectives))


def let_said(workspace: Workspace, let: Let) -> str:
    """Who let an alert stand, and why: "Elif lets it stand: A pilot, it links up in the next cycle"."""
    who = _("{name} lets it stand").format(name=one_line(workspace.name_of(let.dismissed.by)))
    return with_colon(who, one_line(let.dismissed.why)) if let.dismissed.why else who


def _why(code: str) -> str:
    words = {
        "no-company-okrs": _("Without them teams can't say what they contribute to: that blocks everybody."),
        "contradiction": _("Whoever reaches theirs makes the other miss."),
        "circular-wait": _("Nobody can begin before the others have finished."),
        "uncovered": _("What nobody works towards does not happen by itself."),
        "duplicate": _("Two teams do the same work, or one of them waits for the other without knowing."),
        "orphan": _("What leads nowhere competes with what was chosen."),
        "request-declined": _("What was asked for does not come: the plan that needs it has a hole."),
        "request-unanswered": _("Whoever asked plans with an answer that nobody has given."),
        "owner-missing": _("What belongs to nobody is checked in by nobody."),
        "role-without-holder": _("What a role owns nobody does as long as nobody holds it."),
        "outside-cycle": _("What ends after the cycle can't be scored in it."),
        "level-skipped": _("The team between does not know about it, and can't contribute or object."),
        "silo": _("Nobody else knows what it works for, and it can't count on anybody."),
        "owner-overloaded": _("Who owns everything moves nothing: start less, finish more."),
    }
    return words[code]


def _remedies(alert: Alert) -> list[Remedy]:
    """What to do, the likeliest first."""
    code = alert.code
    todo = {
        "support": _("say what it supports"), "vision": _("say why it answers the vision"),
        "write": _("write the company's objectives"), "invite": _("invite a team to contribute"),
        "unite": _("make one of them"), "link": _("link one to the other"), "keep": _("keep both, say why"),
        "talk": _("bring the owners together"), "remind": _("remind them"), "drop": _("withdraw the request"),
        "elsewhere": _("ask somebody else"), "own": _("name an owner"), "hold": _("find somebody for the role"),
        "dates": _("change the day"), "move": _("hang it below the team between"), "share": _("give some to others"),
        "answer": _("answer it"), "release": _("let one of them begin without waiting"),
    }  # fmt: skip
    chosen = {
        "no-company-okrs": ("write",), "contradiction": ("talk",), "circular-wait": ("release", "talk"),
        "uncovered": ("invite",), "duplicate": ("unite", "link", "keep"), "orphan": ("support",),
        "request-declined": ("elsewhere", "drop"), "request-unanswered": ("remind", "answer"), "owner-missing": ("own",),
        "role-without-holder": ("hold",), "outside-cycle": ("dates",), "level-skipped": ("move",),
        "silo": ("support", "invite"), "owner-overloaded": ("share",),
    }[code]  # fmt: skip
    if code == "orphan" and alert.facts["reason"] == "vision":
        chosen = ("vision", "support")
    return [Remedy(each, todo[each]) for each in chosen]
