"""What people write around a figure: `€ 12k`, `1,2M`, `3h20`, `45 %`; turned into plain figures of the unit asked for."""

import re

from okr_tui.domain.figures import NUMBER, Read

_DIGITS = rf"(?:{NUMBER.pattern})"
MONEY = ("€", "$", "£", "¥", "EUR", "USD", "GBP", "CHF", "JPY")
_TIMES = {
    0.001: ("ms",),
    1: ("s", "sec", "secs", "second", "seconds", "seconde", "secondes"),
    60: ("min", "mins", "mn", "minute", "minutes"),
    3600: ("h", "hr", "hrs", "hour", "hours", "heure", "heures"),
    86400: ("d", "day", "days", "j", "jour", "jours"),
    604800: ("w", "wk", "week", "weeks", "sem", "semaine", "semaines"),
}
_SECONDS = {word: seconds for seconds, words in _TIMES.items() for word in words}
_WORDS = "|".join(sorted(_SECONDS, key=len, reverse=True))
_PART = rf"{_DIGITS}\s*(?:{_WORDS})(?![^\W\d_])"
DURATION = re.compile(rf"{_PART}(?:\s*{_PART})*(?:\s*\d{{1,2}}(?![\d.,]))?", re.IGNORECASE)
_ONE = re.compile(rf"({_DIGITS})\s*({_WORDS})?(?![^\W\d_])", re.IGNORECASE)
CLOCK = re.compile(r"(\d{1,4}):([0-5]\d)(?::([0-5]\d))?")
_FACTORS = {
    "k": 1e3, "K": 1e3, "M": 1e6, "mn": 1e6, "Mio": 1e6, "mio": 1e6, "B": 1e9, "bn": 1e9, "Bn": 1e9, "Md": 1e9, "Mrd": 1e9,
}  # fmt: skip
FACTORS = "|".join([*sorted(_FACTORS, key=len, reverse=True), "m"])
"""Words right behind a number that multiply it, as a pattern; `m` does so only for money, `mn` unless minutes are meant."""

_MULTIPLIED = re.compile(rf"({_DIGITS})\s*({FACTORS})(?![^\W\d_])")
_UNIT_FACTOR = re.compile(r"([kKM])(?:[€$£¥]|EUR|USD|GBP|CHF|JPY|\s|$)")


def in_figures(text: str, unit: str | None, read: Read) -> str:
    """A text in which every amount is a plain figure of the unit: "3h20" for minutes is "200", "€ 12k" is "12000".

    What means nothing is left as it stands, for whoever works out the figure to refuse.

    Args:
        text: what was typed.
        unit: the unit asked for; a time only where durations are to be read, with thousands in it ("k€") for money.
        read: reads a number such as "1 234,5".
    """
    body = _money_gone(_without_unit(_times(text, unit, read), unit), unit)
    body = body.removesuffix("%").rstrip() if unit is None or "%" in unit else body
    return _factors(body, unit, read)


def _times(text: str, unit: str | None, read: Read) -> str:
    wanted = _SECONDS.get(_core(unit).casefold())
    if wanted is None:
        return text

    def seconds(match: re.Match[str]) -> str:
        total, last = 0.0, 0.0
        for figure, word in _ONE.findall(match[0]):
            last = _SECONDS[word.casefold()] if word else last / 60
            total += read(figure) * (last / wanted)
        return _plain(total)

    def clock(match: re.Match[str]) -> str:
        first, second, third = (int(part) if part else None for part in match.groups())
        above = 3600 if third is not None or wanted >= 3600 else 60
        return _plain(((first or 0) * above + (second or 0) * above / 60 + (third or 0)) / wanted)

    return DURATION.sub(seconds, CLOCK.sub(clock, text))


def is_time(unit: str) -> bool:
    """Whether a unit is a time, such as "min" or "jours"."""
    return unit.casefold() in _SECONDS


def finest(text: str) -> str:
    """The finest time that a duration names: "min" of "3 h 20 min", and of "3h20" too."""
    words: list[str] = [word for _figure, word in _ONE.findall(text)]
    if not words[-1]:
        below = {"h": "min", "min": "s", "d": "h"}
        spelt: str = next(each[0] for each in _TIMES.values() if words[-2].casefold() in each)
        return below.get(spelt, spelt)
    return min(words, key=lambda word: _SECONDS[word.casefold()])


def _core(unit: str | None) -> str:
    """The unit without what it is counted by: "h" of "h/ticket"."""
    return (unit or "").partition("/")[0].strip()


def _money_gone(text: str, unit: str | None) -> str:
    """Without the sign of its currency, before or behind; that of another one stays, to be refused."""
    for sign in MONEY:
        if unit is not None and sign not in unit:
            continue
        head = re.match(r"[=+\-−\s]*", text)
        start = head.end() if head else 0
        if text[start:].startswith(sign):
            text = text[:start] + text[start:].removeprefix(sign).lstrip()
        text = text.rstrip().removesuffix(sign).rstrip()
    return text


def _without_unit(text: str, unit: str | None) -> str:
    name = (unit or "").strip()
    body = text.rstrip()
    if name and body.casefold().endswith(name.casefold()) and len(body) > len(name):
        return body[: -len(name)].rstrip()
    return body


def _factors(text: str, unit: str | None, read: Read) -> str:
    own = _UNIT_FACTOR.match((unit or "").strip())
    money = any(sign in (unit or "") for sign in MONEY)

    def product(match: re.Match[str]) -> str:
        if match[2] == "m" and not money:
            return match[0]
        return _plain(read(match[1]) * _FACTORS.get(match[2], 1e6) / (_FACTORS[own[1]] if own else 1))

    return _MULTIPLIED.sub(product, text)


def _plain(value: float) -> str:
    """Digits with a point, never with an exponent, and never so that they read as thousands."""
    whole, _point, decimals = f"{value:.12f}".partition(".")
    kept = decimals.rstrip("0")
    return f"{whole}.{kept:0<4}" if kept else whole
