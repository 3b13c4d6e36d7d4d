"""okr: a team's OKR cycle from plain TOML files, in a terminal."""

__version__ = "0.1.0"
