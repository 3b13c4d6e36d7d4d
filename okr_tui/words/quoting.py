"""Signs between words that languages write in their own way: quotation marks and colons."""

from okr_tui.words.language import _


def quoted(text: str) -> str:
    """What somebody else said, as a quotation: “text”, in French « text »."""
    return _("“{text}”").format(text=text)


def with_colon(head: str, words: str) -> str:
    """Words said about or by a head: "head: words", in French with a space before the colon."""
    return _("{head}: {words}").format(head=head, words=words)
