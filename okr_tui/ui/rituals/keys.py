"""The keys of a ritual on the screen, as data like all others: footer, help and a person's own keys follow."""

from okr_tui.ui.commands import Command
from okr_tui.words.language import N_

PRESENT = "present"
"""Where these commands apply."""

STAGE: tuple[Command, ...] = (
    Command("pause", ("space",), N_("pause"), N_("Stop the clock, or let it go on."), (PRESENT,), 1),
    Command("next-step", ("n",), N_("next"), N_("The next step; after the last one the minutes."), (PRESENT,), 2),
    Command(
        "write", ("enter",), N_("write a line"), N_("A note, a decision, an action, a parked point."), (PRESENT,), 3
    ),
    Command("step-back", ("b",), N_("back"), N_("The step before; its time goes on where it was."), (PRESENT,), 4),
    Command("one-more", ("+",), N_("one more minute"), N_("Give this step another minute."), (PRESENT,), 5),
    Command("reveal", ("r",), N_("reveal"), N_("Show the votes at once; afterwards a second round."), (PRESENT,), 6),
    Command("hand-vote", ("v",), N_("vote"), N_("Vote here, passing the keyboard; or open a vote."), (PRESENT,), 7),
    Command("speaker", ("s",), N_("next speaker"), N_("The next one has the floor."), (PRESENT,), 8),
    Command("order", ("o",), N_("order"), N_("Who speaks when: turn by turn, by chance, by what slips."), (PRESENT,)),
    Command(
        "present-or-not",
        ("x",),
        N_("here or not"),
        N_("Whoever has the floor is not here; they vote no more."),
        (PRESENT,),
    ),
    Command("sound", ("m",), N_("sound"), N_("Let the end of a step be heard and seen, or not."), (PRESENT,)),
    Command(
        "save-minutes", ("w",), N_("write a file"), N_("The minutes as a Markdown file in this folder."), (PRESENT,), 9
    ),
    Command("down", ("j", "down"), N_("down"), N_("To the next row."), (PRESENT,)),
    Command("up", ("k", "up"), N_("up"), N_("To the row before."), (PRESENT,)),
    Command("leave", ("esc", "q"), N_("leave"), N_("Leave; the ritual goes on where it is with p."), (PRESENT,), 20),
    Command("stage-help", ("?",), N_("help"), N_("What can be done here, and with which key."), (PRESENT,), 30),
)
"""What can be done while a ritual runs."""

FINISHED = frozenset({"step-back", "save-minutes", "down", "up", "leave", "stage-help"})
"""What can be done when it is over."""
