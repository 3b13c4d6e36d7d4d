"""What people call the kinds of things that a workspace holds."""

from okr_tui.words.language import _


def kind_said(kind: str) -> str:
    """The word for a kind of thing: "key result" for `key-result`; a kind without a word of its own says itself."""
    words = {
        "person": _("person"), "role": _("role"), "team": _("team"), "cycle": _("cycle"), "kpi": _("KPI"),
        "objective": _("objective"), "key-result": _("key result"), "milestone": _("milestone"),
        "initiative": _("initiative"), "task": _("task"), "request": _("request"), "not-now": _("not now"),
        "pain-point": _("pain point"), "theme": _("theme"), "note": _("note"), "ritual": _("ritual"),
        "poll": _("poll"), "comment": _("comment"), "said": _("check-in"),
    }  # fmt: skip
    return words.get(kind, kind)
