"""What a phase still misses, as sentences."""

from okr_tui.domain.phases import Lack
from okr_tui.words.language import ngettext


def sentence(lack: Lack) -> str:
    """What is missing, and of how many."""
    n = len(lack.about)
    words = {
        "not-proposed": ngettext("{n} team has not proposed", "{n} teams have not proposed", n),
        "no-key-results": ngettext("{n} objective has no key result", "{n} objectives have no key results", n),
        "no-figures": ngettext("{n} key result has no start or no target", "{n} key results have no start or no target", n),
        "not-agreed": ngettext("{n} objective is not agreed", "{n} objectives are not agreed", n),
        "unanswered": ngettext("{n} request waits for an answer", "{n} requests wait for an answer", n),
        "no-value": ngettext("{n} key result has no value yet", "{n} key results have no value yet", n),
        "not-graded": ngettext("{n} key result is not graded", "{n} key results are not graded", n),
        "open-cycles": ngettext("{n} cycle in it is still open", "{n} cycles in it are still open", n),
        "no-next": ngettext(
            "{n} objective goes on, and no cycle is open for it", "{n} objectives go on, and no cycle is open for them", n
        ),
        "not-decided": ngettext("{n} objective waits for a decision", "{n} objectives wait for a decision", n),
    }  # fmt: skip
    return words[lack.code].format(n=n)


def days_left(cycle: str, n: int) -> str:
    """That a cycle still runs, before it is closed."""
    words = ngettext("{cycle} still runs: {n} day is left.", "{cycle} still runs: {n} days are left.", n)
    return words.format(cycle=cycle, n=n)
