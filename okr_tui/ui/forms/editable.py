"""Figures as they stand in a field: as a person would type them, so that they can be changed and read again."""

from okr_tui.words.language import spoken


def editable(value: float | None, *, absolute: bool = False) -> str:
    """A figure without grouping and unit: "29", "6.2", in French "6,2"; "" for None.

    Args:
        value: the figure.
        absolute: it is about to be read as typed, so one below zero begins with "=".
    """
    if value is None:
        return ""
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    text = "0" if text in {"-0", ""} else text
    text = text.replace(".", ",") if spoken() == "fr" else text
    return f"={text}" if absolute and value < 0 else text
