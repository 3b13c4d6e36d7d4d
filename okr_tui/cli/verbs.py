"""Every verb of the command line: where its command stands, and the line that `okr --help` says about it."""

from typing import NamedTuple

from okr_tui.words.language import N_, _


class Verb(NamedTuple):
    """A verb whose module is imported only when it is used.

    Attributes:
        place: "module:attribute" of its click command.
        line: what `okr --help` says about it, a message id.
    """

    place: str
    line: str


VERBS: dict[str, Verb] = {
    "status": Verb("okr_tui.cli.status:status", N_("objectives and key results: progress, confidence, status, reason")),
    "due": Verb("okr_tui.cli.due:due", N_("what I owe; exit 1 when something is overdue")),
    "checkin": Verb("okr_tui.cli.checkin:checkin", N_("check in a figure, a confidence, a word")),
    "why": Verb("okr_tui.cli.why:why", N_("how a number came about")),
    "log": Verb("okr_tui.cli.log:log", N_("the history, with what changed")),
    "clone": Verb("okr_tui.cli.clone:clone", N_("get a workspace that others share, and say who you are")),
    "me": Verb("okr_tui.cli.clone:me", N_("who you are here")),
    "next": Verb("okr_tui.cli.next:next_", N_("the next steps of the guide")),
    "add": Verb("okr_tui.cli.add:add", N_("draft an objective, a key result, an initiative, and more")),
    "edit": Verb("okr_tui.cli.edit:edit", N_("change something by its id")),
    "drop": Verb("okr_tui.cli.drop:drop", N_("give something up, with the reason")),
    "move": Verb("okr_tui.cli.move:move", N_("hang something elsewhere")),
    "cycle": Verb("okr_tui.cli.cycle:cycle", N_("open the next cycle, move the phase, the legs of the W")),
    "calendar": Verb("okr_tui.cli.calendar:calendar", N_("the rituals: which are held, what is next")),
    "ritual": Verb(
        "okr_tui.cli.ritual:ritual", N_("present a ritual on a shared screen: its steps, clock, votes, minutes")
    ),
    "propose": Verb("okr_tui.cli.propose:propose", N_("propose a team's plan, so that the others can answer")),
    "agree": Verb("okr_tui.cli.agree:agree", N_("agree to an objective or a team's plan")),
    "comment": Verb("okr_tui.cli.comment:comment", N_("ask or say something on a thing, read its threads")),
    "week": Verb("okr_tui.cli.week:week", N_("a team's week: four squares, progress, plans, problems")),
    "champion": Verb("okr_tui.cli.champion:champion", N_("who checked in, rhythm, what is stuck or unanswered")),
    "report": Verb("okr_tui.cli.report:report", N_("a report: Markdown, a page, a spreadsheet, JSON")),
    "export": Verb("okr_tui.cli.export:export", N_("the whole workspace as one JSON object")),
    "import": Verb("okr_tui.cli.taking_in:import_", N_("add the objectives and key results of a CSV or JSON file")),
    "ask": Verb("okr_tui.cli.comment:ask", N_("a question or complaint to the champion")),
    "choose": Verb("okr_tui.cli.polling:choose", N_("choose in a poll, see how it stands")),
    "lint": Verb("okr_tui.cli.lint:lint", N_("the drafting coach on drafts, or on lines from stdin")),
    "align": Verb("okr_tui.cli.align:align", N_("who supports what, how healthy that is, what does not fit together")),
    "support": Verb("okr_tui.cli.support:support", N_("declare what something contributes to")),
    "answer": Verb("okr_tui.cli.answer:answer", N_("accept, decline or challenge what was asked")),
    "dismiss": Verb("okr_tui.cli.dismiss:dismiss", N_("let an alert stand, with the reason")),
    "grade": Verb("okr_tui.cli.grade:grade", N_("say how far it got, before the computed score is shown")),
    "decide": Verb("okr_tui.cli.decide:decide", N_("what becomes of an objective or key result, and why")),
    "retro": Verb("okr_tui.cli.retro:retro", N_("the boards of the retrospective, and the actions of the last one")),
    "note": Verb("okr_tui.cli.retro:note", N_("put a note onto a board of the retrospective")),
    "back": Verb("okr_tui.cli.retro:back", N_("back a note or a pain point")),
    "survey": Verb("okr_tui.cli.survey:survey", N_("how well a team lives the method, each asked alone")),
    "join": Verb("okr_tui.cli.join:join", N_("answer what is being presented on this machine")),
    "kudos": Verb("okr_tui.cli.retro:kudos", N_("thank a person or a team")),
    "done": Verb("okr_tui.cli.done:done", N_("an action, an initiative, a task, a milestone is done")),
    "undo": Verb("okr_tui.cli.undo:undo", N_("take back the last change")),
    "redo": Verb("okr_tui.cli.undo:redo", N_("do again what was taken back")),
    "init": Verb("okr_tui.cli.init:init", N_("make a workspace here")),
    "demo": Verb("okr_tui.cli.demo:demo", N_("look around in a sample workspace")),
    "check": Verb("okr_tui.cli.check:check", N_("validate every file, never write")),
    "sync": Verb("okr_tui.cli.sync:sync", N_("share this workspace with everybody else, through git")),
    "resolve": Verb("okr_tui.cli.resolve:resolve", N_("choose where two people changed one thing differently")),
    "doctor": Verb("okr_tui.cli.doctor:doctor", N_("look for what is wrong with this workspace, and mend it")),
    "prompt": Verb("okr_tui.cli.prompt_verb:prompt", N_("one short line for a shell prompt")),
    "completion": Verb("okr_tui.cli.completion:completion", N_("completion for bash, zsh or fish")),
}
"""Verb → its command, in the order of `okr --help`."""


def line_of(verb: str) -> str:
    """What `okr --help` says about a verb, in the language spoken."""
    return _(VERBS[verb].line)
