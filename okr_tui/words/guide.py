"""The guide's next steps, each as one line that says what to do and why."""

from okr_tui.domain.guide import Step
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.statuses import phase


def line(step: Step) -> str:
    """The step as a sentence, without its key."""
    facts = step.facts
    text = _PLAIN[step.code]() if step.code in _PLAIN else _counted(step.code, facts["n"])
    said = {key: one_line(str(facts[key])) for key in ("title", "name") if key in facts}
    return text.format(**{**facts, **said, "phase": phase(str(facts.get("phase", "")))})


def _counted(code: str, n: int) -> str:
    """The sentence of a step about n things."""
    match code:
        case "check-in":
            return ngettext("Check in {n} figure", "Check in {n} figures", n)
        case "slipping":
            return ngettext(
                "“{title}” is slipping: who can help?",
                "{n} key results are slipping, first “{title}”: who can help?",
                n,
            )
        case "stale":
            return ngettext(
                "“{title}” has had no value for long: ask for one",
                "{n} key results have had no value for long, first “{title}”", n,
            )  # fmt: skip
        case "behind":
            return ngettext("Look why “{title}” is behind", "Look why {n} key results are behind, first “{title}”", n)
        case "answer":
            return ngettext("Answer {n} person who waits for you", "Answer {n} people who wait for you", n)
        case "initiative":
            return ngettext("Move {n} initiative that is due", "Move {n} initiatives that are due", n)
        case "review":
            return ngettext("Read {n} objective proposed by others", "Read {n} objectives proposed by others", n)
        case "grade":
            return ngettext("Grade {n} key result, with a reason", "Grade {n} key results, each with a reason", n)
        case "last-figures":
            return ngettext("Bring in {n} last figure", "Bring in {n} last figures", n)
        case "decide":
            return ngettext(
                "Decide what becomes of {n} objective: nothing is carried silently",
                "Decide what becomes of {n} objectives: nothing is carried silently", n,
            )  # fmt: skip
        case _:
            return _drafting(code, n)


def _drafting(code: str, n: int) -> str:
    """The sentence of a step about n drafts."""
    match code:
        case "too-many-objectives":
            return ngettext("Keep {most} of {n} objective: start less, finish more",
                            "Keep {most} of {n} objectives: start less, finish more", n)  # fmt: skip
        case "no-key-results":
            return ngettext("{n} objective has no key result: how will you see that it comes true?",
                            "{n} objectives have no key results: how will you see that they come true?", n)  # fmt: skip
        case "no-baseline":
            return ngettext("{n} key result has no start or no target: measure today's value",
                            "{n} key results have no start or no target: measure today's values", n)  # fmt: skip
        case "too-many-key-results":
            return ngettext("{n} objective has more than {most} key results: keep those that tell most",
                            "{n} objectives have more than {most} key results: keep those that tell most", n)  # fmt: skip
        case "propose":
            return ngettext("Propose {n} draft, so that others can answer",
                            "Propose {n} drafts, so that others can answer", n)  # fmt: skip
        case "coach":
            return ngettext("The coach asks about “{title}”: answer, or leave it as it is",
                            "The coach asks about {n} drafts, first “{title}”: answer, or leave it", n)  # fmt: skip
        case "listen-next":
            return ngettext("{name} begins in {n} day: collect what hurts, before anybody drafts",
                            "{name} begins in {n} days: collect what hurts, before anybody drafts", n)  # fmt: skip
        case "no-supports":
            return ngettext("Say what {n} objective contributes to, or that it answers the vision",
                            "Say what {n} objectives contribute to, or that they answer the vision", n)  # fmt: skip
        case "agree":
            return ngettext("Agree on {n} proposed objective", "Agree on {n} proposed objectives", n)
        case _:
            raise KeyError(code)


_PLAIN = {
    "no-cycle": lambda: _("Open a first cycle; in a terminal, “okr cycle new” does it too"),
    "setup-people": lambda: _("Say who is here: in Setup, paste lines “name, email, team”"),
    "setup-teams": lambda: _("Say which teams there are, in Setup: each has its own plan"),
    "closed": lambda: _("{name} is closed: look back, or choose the cycle that runs"),
    "no-company-okrs": lambda: _("Write what {name} wants first: without that no team can say what it contributes to"),
    "first-objective": lambda: _("Draft a first objective: what should be different at the end, and for whom?"),
    "unread-plan": lambda: _("Mend the plan of {name}: it can't be read"),
    "listen": lambda: _("Collect what hurts: pain points come before objectives"),
    "template": lambda: _("Begin with a shape: change, innovate, build or correct"),
    "sharpen": lambda: _("Ask of each objective: could every key result be reached while it fails?"),
    "invite": lambda: _("Invite a team to contribute where nobody does yet"),
    "move-phase": lambda: _("By the calendar {name} is in {phase} now: move the phase"),
    "next-cycle": lambda: _("Open the next cycle, so that its Make can begin; “okr cycle new” does it too"),
    "week": lambda: _("Choose the three priorities of this week from the key results"),
    "retrospective": lambda: _("Hold the review and retrospective: what moved, what did we learn?"),
    "close": lambda: _("Close the cycle when scores and decisions stand"),
}
