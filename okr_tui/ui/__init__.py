"""The screens.

What changes is painted at most this often; Textual's own sixty times a second would let the second half of an answer to a
key (what a move leads to) wait longer than it takes to make.
"""

from os import environ

environ.setdefault("TEXTUAL_FPS", "120")  # read when Textual is imported
