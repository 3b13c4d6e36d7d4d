"""Answering others: a verdict on a request, a word in a thread. Both are the answerer's own words, in their journal."""

from datetime import date
from pathlib import Path

from okr_tui.actions.act import Act, Author
from okr_tui.actions.saying import say
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.workspace import Located
from okr_tui.words.language import _

VERDICTS = ("accept", "decline", "challenge")


def answer_request(
    root: Path, author: Author, request: Located, verdict: str, text: str | None = None, by: date | None = None
) -> Act:
    """Accepts, declines or challenges a request.

    Args:
        root: the workspace folder.
        author: who answers.
        request: what was asked.
        verdict: accept, decline or challenge.
        text: why, or what instead.
        by: another day than the one asked for.

    Raises:
        WrongUsage: there is no such verdict, or it says no without saying why.
        OkrError: the journal can't be read.
    """
    words = text.strip() if text else ""
    if verdict not in VERDICTS:
        raise WrongUsage(_("An answer is one of {words}.").format(words=", ".join(VERDICTS)))
    if verdict != "accept" and not words:
        raise WrongUsage(_("Say why in a sentence: whoever asked plans with it."))
    said = {"request": request.table.id, "verdict": verdict, "text": words or None, "by": by}  # type: ignore[attr-defined]
    name = _("answer to “{need}”").format(need=request.title)
    return say(root, author, request.cycle, "answer", said, name)


def say_on(
    root: Path,
    author: Author,
    cycle: str,
    about: str,
    text: str,
    *,
    kind: str = "comment",
    reply_to: str | None = None,
    resolved: bool = False,
    digest: str | None = None,
) -> Act:
    """Says a word on something, or replies to one.

    Args:
        root: the workspace folder.
        author: who says it.
        cycle: the cycle of what it is about.
        about: id of what it is about.
        text: the words.
        kind: comment, question, challenge, suggestion or agree; what is proposed is agreed to by `actions.agreeing`.
        reply_to: id of the comment that it answers.
        resolved: it closes the thread.
        digest: what is agreed to (`domain.wording`).

    Raises:
        WrongUsage: nothing was said; only what closes a thread needs no words.
        OkrError: the journal can't be read.
    """
    words = text.strip()
    if not words and kind != "agree" and not (resolved and reply_to):
        raise WrongUsage(_("Say something, in a sentence."))
    said = {
        "about": about, "text": words, "kind": None if kind == "comment" else kind, "reply_to": reply_to,
        "resolved": resolved or None, "digest": digest,
    }  # fmt: skip
    return say(root, author, cycle, "comment", said, _("close a thread") if resolved else said_as(kind))


def said_as(kind: str) -> str:
    """What a change by which somebody says a word of this kind is called."""
    names = {"question": _("question"), "challenge": _("challenge"), "suggestion": _("suggestion")}
    return names.get(kind) or _("comment")
