"""Whether a text names a key result: by an id, or by enough of the words of its title."""

from collections.abc import Collection

from okr_tui.domain.stems import SIGNS, stems

_SHORTEST = 3  # letters of a stem that tells anything


def mentions(text: str, ids: Collection[str], title: str, language: str) -> bool:
    """Whether a text, such as the message of a commit, is about a thing.

    Args:
        text: the message.
        ids: the ids of the thing and of what is inside it, such as its initiatives.
        title: what it is called; two of its words have to be there, or its only one.
        language: "en" or "fr".
    """
    if any(each in text for each in ids):
        return True
    wanted = {stem for stem in stems(title, language) if stem not in SIGNS and len(stem) >= _SHORTEST}
    found = wanted & set(stems(text, language))
    return bool(wanted) and len(found) >= min(2, len(wanted))
