"""Days as people type them."""

from datetime import date

from okr_tui.domain.errors import WrongUsage
from okr_tui.words.language import _


def typed_day(text: str) -> date:
    """A day typed as 2026-10-16.

    Raises:
        WrongUsage: it isn't one.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise WrongUsage(_("“{text}” is no day; write it as 2026-10-16.").format(text=text[:40])) from None
