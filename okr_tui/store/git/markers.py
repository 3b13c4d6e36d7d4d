"""A file in which git alone, or a forge, has left conflict markers: what both sides were."""

import re

_LINE = re.compile(r"(?P<sign><{7}|\|{7}|={7}|>{7})(?: .*)?\r?")


def sides(text: str) -> tuple[str | None, str, str] | None:
    """The common version (where git has written it too), ours and theirs.

    None where there are no markers, or they don't fit together: then the text is no merge that git has left.
    """
    versions: dict[str, list[str]] = {"base": [], "ours": [], "theirs": []}
    inside = ""
    met, with_base = 0, 0
    for line in text.split("\n"):
        sign = _LINE.fullmatch(line)
        following = _FOLLOWS.get((inside, sign["sign"][0])) if sign else None
        if following is None and sign and sign["sign"][0] != "=":
            return None
        if following is None:
            for version in [inside] if inside else versions:
                versions[version].append(line)
            continue
        met += following == "ours"
        with_base += following == "base"
        inside = "" if following == "end" else following
    if inside or not met:
        return None
    base = "\n".join(versions["base"]) if with_base == met else None
    return base, "\n".join(versions["ours"]), "\n".join(versions["theirs"])


_FOLLOWS = {
    ("", "<"): "ours", ("ours", "|"): "base", ("ours", "="): "theirs", ("base", "="): "theirs", ("theirs", ">"): "end",
}  # fmt: skip
