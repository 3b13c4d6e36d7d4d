"""The language that the interface speaks: gettext catalogues, chosen once at start."""

import gettext
from collections.abc import Callable
from pathlib import Path

LANGUAGES = ("en", "fr")
"""The languages that okr speaks."""

_LOCALE = Path(__file__).parent.parent / "locale"


class _Spoken:
    """The catalogue in use; English needs none, so none is opened for it."""

    def __init__(self) -> None:
        self.code = "en"
        self.one: Callable[[str], str] = lambda message: message
        self.many: Callable[[str, str, int], str] = lambda one, many, n: one if n == 1 else many


_spoken = _Spoken()


def speak(code: str, vocabulary: str = "team") -> None:
    """Chooses the language of everything said from here on.

    Args:
        code: "en" or "fr"; a language without a catalogue is answered in English.
        vocabulary: "team", or "circle" where a workspace calls its parts so.
    """
    _spoken.code = code
    catalogue = (
        gettext.NullTranslations() if code == "en" else gettext.translation("okr", _LOCALE, [code], fallback=True)
    )
    _spoken.one, _spoken.many = catalogue.gettext, catalogue.ngettext
    if vocabulary == "circle":
        _speak_of_circles(catalogue, code)


def _speak_of_circles(catalogue: gettext.NullTranslations, code: str) -> None:
    from okr_tui.words.circles import in_circles

    _spoken.one = lambda message: in_circles(catalogue.gettext(message), code)
    _spoken.many = lambda one, many, n: in_circles(catalogue.ngettext(one, many, n), code)


def spoken() -> str:
    """The language chosen with `speak`: "en" unless told otherwise."""
    return _spoken.code


def _(message: str) -> str:
    """The message in the language spoken."""
    return _spoken.one(message)


def N_(message: str) -> str:  # noqa: N802 - the name by which translators' tools find messages said later
    """Marks a message that stands in a table and is said later, with `_`, in the language spoken then."""
    return message


def ngettext(one: str, many: str, n: int) -> str:
    """The singular or plural of a message, as the language spoken counts."""
    return _spoken.many(one, many, n)
