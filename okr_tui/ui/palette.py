"""The colours of a theme by what they mean: text, ink, on track, shortfall."""

from functools import lru_cache
from typing import NamedTuple

from textual.color import Color
from textual.theme import Theme

PREFIX = "okr-"
"""A theme keeps its roles in its CSS variables under this prefix: `$okr-ink`."""


class Palette(NamedTuple):
    """Every role of a theme as a colour in hex (`#RRGGBB`). `ink` and `faint` draw, they are never text."""

    background: str
    surface: str
    panel: str
    raised: str
    text: str
    dim: str
    accent: str
    on_accent: str
    on_track: str
    at_risk: str
    slipping: str
    off_track: str
    reached: str
    ink: str
    faint: str
    rule: str
    track: str
    shortfall_off: str
    shortfall_slip: str
    shortfall_risk: str


_SIXTEEN = {
    True: Palette(
        background="#000000", surface="#000000", panel="#000000", raised="#000000",
        text="#FFFFFF", dim="#AAAAAA", accent="#FF55FF", on_accent="#000000",
        on_track="#55FF55", at_risk="#FFFF55", slipping="#AA5500", off_track="#FF5555", reached="#55FFFF",
        ink="#AAAAAA", faint="#AAAAAA", rule="#AAAAAA", track="#000000",
        shortfall_off="#000000", shortfall_slip="#000000", shortfall_risk="#000000",
    ),
    False: Palette(
        background="#FFFFFF", surface="#FFFFFF", panel="#FFFFFF", raised="#FFFFFF",
        text="#000000", dim="#555555", accent="#0000AA", on_accent="#FFFFFF",
        on_track="#00AA00", at_risk="#AA5500", slipping="#AA00AA", off_track="#AA0000", reached="#00AAAA",
        ink="#555555", faint="#555555", rule="#555555", track="#FFFFFF",
        shortfall_off="#FFFFFF", shortfall_slip="#FFFFFF", shortfall_risk="#FFFFFF",
    ),
}  # fmt: skip


def sixteen_colours(*, dark: bool) -> Palette:
    """The roles in the 16 colours of an old terminal: tints are gone, glyphs and words have to tell."""
    return _SIXTEEN[dark]


ROLES = Palette._fields
"""The names of all roles, in the order of the table of the design."""


def variables(colours: dict[str, str]) -> dict[str, str]:
    """The CSS variables of a theme's roles: `okr-on-track` for `on_track`."""
    return {PREFIX + role.replace("_", "-"): colours[role] for role in ROLES if role in colours}


def palette(theme: Theme) -> Palette:
    """The roles of a theme; what it does not say itself is derived from its own colours.

    Args:
        theme: one of ours, a person's own, or any that comes with Textual.
    """
    said = {role: theme.variables.get(PREFIX + role.replace("_", "-")) for role in ROLES}
    if all(said.values()):
        return Palette(**{role: str(colour) for role, colour in said.items()})
    return _derived(theme.name, theme.dark, tuple(sorted(_generated(theme).items())), tuple(said.items()))


def _generated(theme: Theme) -> dict[str, str]:
    """What Textual makes of a theme, for the handful of colours that ours are derived from."""
    made = theme.to_color_system().generate()
    wanted = ("background", "surface", "panel", "foreground", "primary", "accent", "success", "warning", "error")
    return {name: made[name] for name in wanted}


@lru_cache(32)
def _derived(
    _name: str, dark: bool, made: tuple[tuple[str, str], ...], said: tuple[tuple[str, str | None], ...]
) -> Palette:
    """Roles for a theme that knows none of them; a theme of the terminal's own 16 colours gets ours as a ground."""
    given = dict(made)
    ground = _colour(given["background"], "#0F131B" if dark else "#FCFBF8")
    text = _colour(given["foreground"], "#DDE3EC" if dark else "#1C212E")
    accent = _colour(given["primary"], "#A6A8FF" if dark else "#4A42C8")
    good = _readable(_colour(given["success"], "#6CCB94"), ground, text)
    risk = _readable(_colour(given["warning"], "#E6B74E"), ground, text)
    bad = _readable(_colour(given["error"], "#F47C7C"), ground, text)
    slip = _readable(risk.blend(bad, 0.5), ground, text)
    accent = _readable(accent, ground, text)
    roles = {
        "background": ground,
        "surface": _colour(given["surface"], ground.blend(text, 0.04).hex6),
        "panel": ground.blend(text, 0.06),
        "raised": ground.blend(accent, 0.18),
        "text": text,
        "dim": ground.blend(text, 0.68),
        "accent": accent,
        "on_accent": Color.parse("#000000" if accent.brightness > 0.5 else "#FFFFFF"),
        "on_track": good,
        "at_risk": risk,
        "slipping": slip,
        "off_track": bad,
        "reached": good.blend(accent, 0.4),
        "ink": ground.blend(text, 0.45),
        "faint": ground.blend(text, 0.35),
        "rule": ground.blend(text, 0.2),
        "track": ground.blend(text, 0.1),
        "shortfall_off": ground.blend(bad, 0.25),
        "shortfall_slip": ground.blend(slip, 0.25),
        "shortfall_risk": ground.blend(risk, 0.25),
    }
    return Palette(**{role: own or roles[role].hex6 for role, own in said})


def _colour(name: str, otherwise: str) -> Color:
    """A colour that can be mixed; the terminal's own colours cannot, so they give way to another."""
    found = Color.parse(name)
    return Color.parse(otherwise) if found.ansi is not None or found.a == 0 else found


def contrast(one: Color, other: Color) -> float:
    """How far two colours stand apart, 1…21 (WCAG 2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    """The relative luminance of a colour, 0…1 (WCAG 2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _readable(colour: Color, ground: Color, text: Color) -> Color:
    """The colour moved towards the text's until it is read on the ground (4.5 to 1, WCAG 2 AA)."""
    for step in range(10):
        mixed = colour.blend(text, step / 10)
        if contrast(mixed, ground) >= 4.5:
            return mixed
    return text
