"""The French catalogue: nothing the interface says is left out, and what is there can be said."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from okr_tui.words.language import N_, _, ngettext, speak

ROOT = Path(__file__).parent.parent
FRENCH = ROOT / "okr_tui" / "locale" / "fr" / "LC_MESSAGES"
Said = str | tuple[str, ...]


@pytest.fixture
def french():
    speak("fr")
    yield
    speak("en")


@cache
def extracted() -> dict[Said, str]:
    """Every message of the code, and where it stands."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as config:
        method_map, options_map = parse_mapping_cfg(config)
    keywords = {**DEFAULT_KEYWORDS, N_.__name__: None}
    found: dict[Said, str] = {}
    for file, line, message, _comments, _context in extract_from_dir(ROOT, method_map, options_map, keywords):
        found.setdefault(message, f"{file}:{line}")
    return found


@cache
def catalogue() -> Catalog:
    with (FRENCH / "okr.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def messages() -> list[Message]:
    return [message for message in catalogue() if message.id]


def forms(said: Said) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{[^{}]*\}", text))


def test_the_code_has_messages_at_all():
    assert len(extracted()) > 1000


def test_everything_that_is_said_is_said_in_french_too():
    known = {forms(message.id) for message in messages()}
    known |= {said[:1] for said in known}  # a singular is found by itself too
    missing = [f"{where}: {said!r}" for said, where in extracted().items() if forms(said) not in known]
    assert not missing, "add these to okr.po (see CONTRIBUTING.md):\n" + "\n".join(missing)


def test_no_words_hide_in_an_f_string_where_nobody_finds_them_for_the_catalogue():
    known = {form for message in messages() for form in forms(message.id)}
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}: {call.args[0].value!r}"
        for path in sorted((ROOT / "okr_tui").rglob("*.py"))
        for inside in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(inside, ast.JoinedStr)
        for call in ast.walk(inside)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"_", "ngettext"}
        and isinstance(call.args[0], ast.Constant)
        and call.args[0].value not in known
    ]
    assert not hidden, "take these out of their f-strings:\n" + "\n".join(hidden)


def test_the_catalogue_holds_nothing_that_is_no_longer_said():
    said = {forms(each) for each in extracted()}
    left = [message.id for message in messages() if forms(message.id) not in said]
    assert not left, "take these out of okr.po (see CONTRIBUTING.md):\n" + "\n".join(map(repr, left))


def test_every_message_has_all_its_french_and_none_is_a_guess():
    assert not [each.id for each in messages() if not all(forms(each.string))]
    assert all(len(forms(each.string)) == len(forms(each.id)) for each in messages())
    assert not [each.id for each in messages() if each.fuzzy]


def test_french_fills_in_what_english_does():
    for message in messages():
        asked, told = forms(message.id), forms(message.string)
        wanted = set().union(*map(placeholders, asked))
        for text in told:
            assert placeholders(text) <= wanted, text
        assert placeholders(told[-1]) == placeholders(asked[-1]), told[-1]


def test_words_that_are_joined_keep_the_space_at_their_ends():
    for message in messages():
        for asked, told in zip(forms(message.id), forms(message.string), strict=True):
            assert (asked[:1] == " ", asked[-1:] == " ") == (told[:1] == " ", told[-1:] == " "), asked


def test_french_stands_in_french_typography():
    """A sign of two parts and a quotation mark never stand alone at the start or the end of a line."""
    for message in messages():
        for told in forms(message.string):
            assert not re.search(r" [:;!?»](?!\S)|« |[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]|“|”", told), told


def test_what_is_compiled_is_what_was_translated():
    with (FRENCH / "okr.mo").open("rb") as file:
        compiled = {forms(message.id): forms(message.string) for message in read_mo(file) if message.id}
    assert compiled == {forms(message.id): forms(message.string) for message in messages()}


@pytest.mark.usefixtures("french")
def test_french_counts_zero_and_one_as_one():
    one, many = "{n} objective", "{n} objectives"
    assert [ngettext(one, many, n).format(n=n) for n in (0, 1, 2)] == ["0 objectif", "1 objectif", "2 objectifs"]


@pytest.mark.usefixtures("french")
def test_what_stands_in_a_table_is_said_in_french_when_it_is_said():
    assert _(N_("What you owe, and the news on what you support.")).startswith("Ce que vous devez")


@pytest.mark.usefixtures("french")
def test_a_status_fits_its_column():
    from okr_tui.words.statuses import GLYPHS, labelled

    assert max(len(labelled(status)) for status in GLYPHS) <= 11
