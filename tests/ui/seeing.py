"""How colours are seen: by eyes that lack one kind of cones, and how far two of them stand apart."""

from math import dist

from textual.color import Color

Light = tuple[float, float, float]

KINDS: dict[str, tuple[Light, Light, Light]] = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""From linear RGB to what is seen of it (Machado, Oliveira, Fernandes 2009, severity 1)."""


def seen(colour: str, kind: str) -> Light:
    """A colour as eyes of this kind see it, in CIE L*a*b*."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in Color.parse(colour).normalized
    )
    return _lab(tuple(min(1.0, max(0.0, a * red + b * green + c * blue)) for a, b, c in KINDS[kind]))


def _lab(linear: tuple[float, ...]) -> Light:
    red, green, blue = linear
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue
    z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883
    of_x, of_y, of_z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * of_y - 16, 500 * (of_x - of_y), 200 * (of_y - of_z)


def apart(one: str, other: str, kind: str) -> float:
    """How different two colours look to eyes of this kind (CIE 1976 ΔE; about 2.3 can just be told apart)."""
    return dist(seen(one, kind), seen(other, kind))
