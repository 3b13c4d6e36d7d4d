"""Every command of the app as data: what it is called, its keys, what it is for, where it applies.

A command works where the place looked at, or the app, has a method for it (`action_check_in` for "check-in"). Where
neither has one, it is shown nowhere: no key that does nothing.
"""

from typing import NamedTuple

from okr_tui.words.language import N_

EVERYWHERE = "everywhere"
"""Where a command applies that belongs to no place."""
GO = "go-"
"""What the ids of the commands begin with that go to a place: `go-home`."""


class Command(NamedTuple):
    """One thing a person can do with a key.

    Attributes:
        id: what a person remaps it by; the method is `action_` and this, `-` written `_`.
        keys: its keys: a character as typed ("c", "E", "/"), or "enter", "del", "^s", "up".
        label: two or three words for the footer, in English (message id).
        help: one sentence, in English (message id).
        where: the places where it applies, or EVERYWHERE.
        footer: its turn in the footer, the lowest first; 0 is not shown there.
        typing: works while text is typed too.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    where: tuple[str, ...] = (EVERYWHERE,)
    footer: int = 0
    typing: bool = False

    @property
    def action(self) -> str:
        """The name of the method that does it."""
        return "action_" + self.id.replace("-", "_")


COMMANDS: tuple[Command, ...] = (
    # The places
    Command(GO + "home", ("0",), N_("home"), N_("What you owe, and the news on what you support.")),
    Command(GO + "make", ("1",), N_("make"), N_("Pain points and drafts, for what comes next.")),
    Command(GO + "align", ("2",), N_("align"), N_("Who supports what, from the company down.")),
    Command(GO + "achieve", ("3",), N_("achieve"), N_("The team's key results, week by week.")),
    Command(GO + "measure", ("4",), N_("measure"), N_("Scores, decisions, retrospectives, maturity.")),
    Command(GO + "setup", ("5",), N_("setup"), N_("People, teams, roles, calendar, policy.")),
    # Key results and objectives
    Command(
        "check-in",
        ("c",),
        N_("check in"),
        N_("Say where a key result stands."),
        ("home", "achieve", "measure", "detail"),
        2,
    ),
    Command("add", ("a",), N_("add"), N_("Add what belongs here."), footer=3),
    Command("edit", ("e",), N_("edit"), N_("Change what the cursor is on."), footer=4),
    Command("drop", ("del",), N_("drop"), N_("Take something out, with a reason."), footer=30),
    Command("why", ("w",), N_("why"), N_("Why this number: its formula and what went into it."), footer=40),
    Command("comment", (";",), N_("comment"), N_("Ask or say something about it."), footer=31),
    Command("ask", (), N_("ask the champion"), N_("A question, or a complaint, about how the team works with OKRs.")),
    Command("edit-file", ("E",), N_("open the file"), N_("Open the file in your editor, at the line.")),
    # Make
    Command(
        "vote", ("v",), N_("vote"), N_("Say that this pain point hurts you too, or take that back."), ("make",), 14
    ),
    Command("add-objective", ("o",), N_("objective"), N_("Draft a new objective."), ("make",), 10),
    Command("add-key-result", ("K",), N_("key result"), N_("Draft a key result of this objective."), ("make",), 11),
    Command("move-on", ("x",), N_("done"), N_("Task or milestone done; an initiative moves on."), ("make",), 15),
    Command(
        "ways-on", ("tab",), N_("ways on"), N_("What can become of a draft that the coach asks about."), ("make",), 13
    ),
    Command("template", ("T",), N_("template"), N_("Begin an objective with a shape, by the change it is."), ("make",)),
    Command("move", ("m",), N_("move"), N_("Move it elsewhere, or make it an initiative or a KPI."), ("make",)),
    Command("move-up", ("shift+up",), N_("move up"), N_("Put it before what stands above it."), ("make",)),
    Command("move-down", ("shift+down",), N_("move down"), N_("Put it after what stands below it."), ("make",)),
    Command("duplicate", ("D",), N_("duplicate"), N_("Copy the draft, with everything in it."), ("make",)),
    Command("figure", ("c",), N_("KPI"), N_("Say where a KPI of the team stands."), ("make",)),
    Command("group", ("G",), N_("group"), N_("Put a pain point into a theme with what belongs together."), ("make",)),
    Command(
        "propose",
        ("A",),
        N_("propose"),
        N_("Propose the team's plan, or agree to it, after a look at what changed."),
        ("make",),
        12,
    ),
    Command("other-cycle", ("y",), N_("other cycle"), N_("The cycle being made, or the one that runs."), ("make",)),
    Command("legs", ("L",), N_("the W"), N_("The legs of the W, and what changed between them."), ("make",), 16),
    Command(
        "next-leg",
        ("x",),
        N_("next leg"),
        N_("Close this leg of the W, or begin it; all plans are kept."),
        ("legs",),
        1,
    ),
    Command("compare", ("space",), N_("from here"), N_("Compare from this leg on."), ("legs",), 2),
    # Align
    Command("next-view", ("tab",), N_("view"), N_("Tree, matrix, requests, alerts: the next one."), ("align",), 9),
    Command("view-before", ("shift+tab",), N_("view before"), N_("The view before this one."), ("align",)),
    Command("support", ("s",), N_("supports…"), N_("Say what this objective supports."), ("align",), 10),
    Command("invite", ("v",), N_("invite"), N_("Ask a team whether it contributes."), ("align",), 11),
    Command("object", ("o",), N_("challenge"), N_("Object to a link or a request, with a reason."), ("align",), 12),
    Command("agree", ("A",), N_("agree"), N_("Propose or agree, after a look at what changed."), ("align",), 13),
    Command(
        "filter",
        ("f",),
        N_("filter"),
        N_("All of it, this team's part, or what is a problem; in the matrix, whose key results."),
        ("align",),
        14,
    ),
    Command("filter-words", ("F",), N_("words"), N_("Only what has these words, while they are typed."), ("align",)),
    Command("need", ("n",), N_("ask"), N_("Ask another team for something, by a day."), ("align",), 12),
    Command("remind", ("r",), N_("remind"), N_("Ask again what nobody has answered."), ("align",)),
    Command("fold-all", ("z",), N_("fold"), N_("Fold everything, or unfold everything."), ("align",), 15),
    Command(
        "fold-branch",
        ("space",),
        N_("fold this"),
        N_("Fold or unfold what stands below; so do ← and →."),
        ("align", "measure"),
    ),
    Command("fold", ("z", "space"), N_("fold"), N_("Fold or unfold this objective."), ("achieve",)),
    # Achieve
    Command("open", ("enter",), N_("open"), N_("Open what the cursor is on."), ("achieve", "align"), 1),
    Command(
        "initiatives",
        ("x",),
        N_("initiatives"),
        N_("What is planned, active and done; on one, move it on."),
        ("achieve", "detail"),
        10,
    ),
    Command(
        "slips-first",
        ("f",),
        N_("slips first"),
        N_("What lags stands on top; then what is mine; then everything."),
        ("achieve",),
        11,
    ),
    Command("sort", ("S",), N_("sort"), N_("By status, progress, confidence, age, owner, name."), ("achieve",)),
    Command("changes", ("n",), N_("what changed"), N_("What changed since last week, or any day."), ("achieve",), 13),
    Command(
        "week",
        ("W",),
        N_("the week"),
        N_("Priorities, plans and problems, last week's beside this week's."),
        ("achieve",),
        14,
    ),
    Command(
        "rounds",
        ("v",),
        N_("champion's rounds"),
        N_("Who checks in, what is stuck, unanswered or without an owner; for champions and leads."),
        ("achieve",),
    ),
    Command("other-day", ("o",), N_("another day"), N_("Choose the day since when changes are shown."), ("achieve",)),
    Command(
        "ask-help",
        ("r",),
        N_("ask for help"),
        N_("Ask another team for what you need, by a day."),
        ("achieve", "detail"),
    ),
    Command(
        "light-grade",
        ("m",),
        N_("mid-cycle"),
        N_("Grade it lightly in the middle of the cycle, then keep, adjust or drop it."),
        ("achieve", "detail"),
    ),
    Command(
        "decide-mid",
        ("d",),
        N_("decide"),
        N_("Keep, adjust or drop it in the middle of the cycle."),
        ("achieve", "detail"),
    ),
    Command("close", ("esc",), N_("close"), N_("Close the board of initiatives."), ("achieve",)),
    Command(
        "back", ("esc",), N_("back"), N_("Back to where you came from."), ("detail", "legs", "conflicts", "history"), 45
    ),
    # Two values
    Command("choose-first", ("1",), N_("stands now"), N_("What stands now goes on standing."), ("conflicts",), 1),
    Command("choose-second", ("2",), N_("the other"), N_("Take the other value."), ("conflicts",), 2),
    Command("choose-third", ("3",), N_("before both"), N_("Go back to the value before both."), ("conflicts",), 3),
    # Measure
    Command(
        "grade",
        ("enter",),
        N_("grade"),
        N_("How far it got by your own word, before the computed score."),
        ("measure",),
        1,
    ),
    Command("decide", ("d",), N_("decide"), N_("Close, continue, rework or drop."), ("measure",), 10),
    Command("retro", ("r",), N_("retro"), N_("What went well, what did not, what to try."), ("measure",), 11),
    Command("kudos", ("k",), N_("kudos"), N_("Thank somebody."), ("measure",), 12),
    Command(
        "next-part",
        ("tab",),
        N_("next part"),
        N_("Scores, decisions, retrospective, wins, maturity, history."),
        ("measure",),
        13,
    ),
    Command("part-before", ("shift+tab",), N_("part before"), N_("Back to the part before."), ("measure",)),
    Command("reveal", ("R",), N_("show all"), N_("Show what everybody has written alone, at once."), ("measure",), 2),
    Command(
        "back-note", ("v",), N_("back it"), N_("Say that this note is yours too, or take that back."), ("measure",), 5
    ),
    Command(
        "group-note", ("G",), N_("group"), N_("Put a note into a theme with what belongs together."), ("measure",), 6
    ),
    Command("to-action", ("m",), N_("action"), N_("Make an action of this note or theme."), ("measure",), 7),
    Command("columns", ("F",), N_("columns"), N_("Choose the columns of this board."), ("measure",), 8),
    Command(
        "survey",
        ("s",),
        N_("survey"),
        N_("Twelve statements on how we live the method, each answers alone."),
        ("measure",),
        9,
    ),
    Command(
        "close-cycle",
        ("X",),
        N_("close the cycle"),
        N_("Close the cycle, with a look at what is missing; a closed one is opened again."),
        ("measure",),
        14,
    ),
    Command(
        "everybody", ("A",), N_("team or all"), N_("The history of this team, or of all together."), ("measure",), 11
    ),
    Command("open-it", ("o",), N_("open"), N_("Open the key result with its chart and check-ins."), ("measure",)),
    Command("finish", ("x",), N_("done"), N_("Mark an initiative or an action as done."), ("home", "measure"), 13),
    Command("answer", ("r",), N_("answer"), N_("Answer what waits for you."), ("home",), 12),
    Command("thank", ("T",), N_("thank"), N_("Thank whoever did it, or contributes."), ("home", "align"), 14),
    # Everywhere
    Command("guide", ("g",), N_("guide"), N_("Show or hide the panel at the right."), footer=50),
    Command("panel-down", ("^down",), N_("panel down"), N_("Further down in the panel at the right.")),
    Command("panel-up", ("^up",), N_("panel up"), N_("Further up in the panel at the right.")),
    Command("team-and-cycle", ("t",), N_("team"), N_("Look at another team or cycle."), footer=51),
    Command("new-cycle", ("N",), N_("new cycle"), N_("Open the next cycle, with its rituals.")),
    Command("move-phase", ("M",), N_("phase"), N_("Move the company's phase; it locks nothing.")),
    Command("find", ("/",), N_("find"), N_("Find anything by its words."), footer=60),
    Command("help", ("?",), N_("help"), N_("What can be done here, and with which key."), footer=61),
    Command("undo", ("u",), N_("undo"), N_("Take back the last thing done."), footer=62),
    Command(
        "pick", ("enter",), N_("go back to it, or open it"), N_("Undo down to the row, or open it."), ("history",), 1
    ),
    Command("narrow", ("f",), N_("filter"), N_("All teams or this one; all of it or since Monday."), ("history",), 2),
    Command("history", ("H",), N_("history"), N_("What was done here, to undo; and who changed what, since when.")),
    Command("redo", ("^r",), N_("redo"), N_("Do again what was taken back.")),
    Command("present", ("p",), N_("present"), N_("Run a ritual on a shared screen."), footer=52),
    Command(
        "conflicts",
        ("C",),
        N_("resolve"),
        N_("Choose where two people have changed the same thing differently."),
        footer=5,
    ),
    Command("sync", ("^s",), N_("sync"), N_("Share with the others through git."), footer=53),
    Command("commands", ("^p",), N_("commands"), N_("Everything that can be done, by its name."), typing=True),
    Command("who", (), N_("who are you"), N_("Say who you are in this workspace, on this machine.")),
    Command("theme", (), N_("theme"), N_("Choose other colours.")),
    Command("problems", ("P",), N_("problems"), N_("What can't be read in the files, and where.")),
    Command(
        "suspend-process", ("^z",), N_("to the shell"), N_("Leave okr waiting in the shell; “fg” comes back to it.")
    ),
    Command("quit", ("q",), N_("quit"), N_("Leave; nothing is lost.")),
    Command("cursor-down", ("j",), N_("down"), N_("To the next row.")),
    Command("cursor-up", ("k",), N_("up"), N_("To the row before.")),
    Command("cursor-left", ("h",), N_("left"), N_("Fold, or to the list at the left.")),
    Command("cursor-right", ("l",), N_("right"), N_("Unfold, or to the list at the right.")),
)
"""All commands; a command of a place comes before one of everywhere with the same key."""
