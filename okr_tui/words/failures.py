"""What went wrong, as sentences in the language spoken, with what could be meant where several things fit."""

from okr_tui.domain.errors import OkrError, PersonMustDecide
from okr_tui.domain.resolve import NothingFits, OnlyAlike, SeveralFit
from okr_tui.words.hostile import one_line, plain
from okr_tui.words.language import _, ngettext

_MOST = 10


def sentence(error: OkrError) -> str:
    """The error for a person, safe for a terminal; candidates to choose from on lines of their own."""
    if isinstance(error, NothingFits):
        return _nothing(error)
    if isinstance(error, SeveralFit):
        said = _("“{text}” could be several things; say which by its id:").format(text=one_line(error.text))
    elif isinstance(error, OnlyAlike):
        said = _alike(error)
    else:
        said = plain(str(error))
    candidates = error.candidates if isinstance(error, PersonMustDecide) else ()
    lines = [f"  {identity}  {one_line(title)}" for identity, title in candidates[:_MOST]]
    if len(candidates) > _MOST:
        lines.append("  " + _("and {n} more").format(n=len(candidates) - _MOST))
    return "\n".join([said, *lines])


def _alike(error: OnlyAlike) -> str:
    """That words of a title fit, and why that is not enough."""
    asked = _("“{text}” is no id; did you mean this one?").format(text=one_line(error.text)[:80])
    unread = ngettext(
        "{n} file can't be read and may hold what you mean; say the id:",
        "{n} files can't be read and may hold what you mean; say the id:",
        error.unread,
    )
    return f"{asked} {unread.format(n=error.unread)}"


def _nothing(error: NothingFits) -> str:
    said = _nothing_called(error)
    if error.near is None:
        return said
    identity, title = error.near
    return said + " " + _("Did you mean “{id}” ({title})?").format(id=identity, title=one_line(title)[:60])


def _nothing_called(error: NothingFits) -> str:
    text = one_line(error.text)
    match error.kind:
        case "person":
            return _("Nobody is called “{text}”; the ids stand in people.toml.").format(text=text)
        case "team":
            return _("No team is called “{text}”; the ids stand in teams.toml.").format(text=text)
        case "cycle":
            return _("No cycle is called “{text}”; each is a folder in cycles.").format(text=text)
        case _:
            return _("Nothing is called “{text}”; “okr status” shows what there is.").format(text=text)
