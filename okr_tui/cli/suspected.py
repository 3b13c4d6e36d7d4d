"""Odd figures and words are asked about once on a terminal; elsewhere they are taken, and said on stderr."""

import sys
from collections.abc import Iterable

import click

from okr_tui.actions.check_in import Subject, Words, odd
from okr_tui.domain.errors import PersonMustDecide
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _


def told_odd(subject: Subject, words: Words) -> list[str]:
    """What is odd about a check-in, one sentence each; nothing where all of it goes together.

    Raises:
        OkrError: the value makes no sense.
    """
    found = odd(subject, words)
    if not found:
        return []
    from okr_tui.words.quoting import with_colon
    from okr_tui.words.suspicion import suspicion_said

    return [one_line(with_colon(subject.title, suspicion_said(each, subject.unit))) for each in found]


def ask_once(pairs: Iterable[tuple[Subject, Words]], *, ask: bool) -> None:
    """Asks whether what is odd is meant, all of it at once.

    Args:
        pairs: what is about to be saved.
        ask: False where nobody is to be asked; a terminal is needed too.

    Raises:
        PersonMustDecide: it was not meant.
    """
    sentences = [sentence for subject, words in pairs for sentence in told_odd(subject, words)]
    for sentence in sentences:
        click.echo(f"okr: {sentence}", err=True)
    if sentences and ask and sys.stdin.isatty():
        from okr_tui.cli.confirming import confirmed

        if not confirmed(_("Check in all the same?")):
            raise PersonMustDecide(_("Nothing was changed."))
