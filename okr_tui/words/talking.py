"""What people say to each other, and what it is called."""

from okr_tui.words.language import _, ngettext


def kind_said(kind: str) -> str:
    """The kind of a word in a thread: "question"; "" for a plain comment."""
    words = {
        "question": _("question"), "challenge": _("challenge"), "suggestion": _("suggestion"), "agree": _("agrees"),
    }  # fmt: skip
    return words.get(kind, "")


def open_said(n: int) -> str:
    """How many threads of a thing wait for somebody: "2 open"."""
    return ngettext("{n} open question", "{n} open questions", n).format(n=n)
