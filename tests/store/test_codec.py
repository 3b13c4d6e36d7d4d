from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okr_tui.store.codec import LARGEST_FILE, Refused, parsed
from tests.store.sound import FILES

PLAN = FILES["cycles/2026-t3/okrs/product.toml"].encode()


def code_of(data: str | bytes) -> str:
    found = parsed(data if isinstance(data, bytes) else data.encode())
    return found.code if isinstance(found, Refused) else "read"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("a = 1\n", "read"),
        ("a = 1\r\nb = 2\r\n", "read"),
        ("", "read"),
        ("a = 1\rb = 2\r", "not-toml"),
        ("a = \n", "not-toml"),
        ("\ufeffa = 1\n", "read"),
        ("\ufeff\ufeffa = 1\n", "not-toml"),
        ("a = 1\0\n", "not-toml"),
        (b"a = '\xff\xfe'\n", "not-utf-8"),
        (b"a = '\xed\xa0\x80'\n", "not-utf-8"),
        ("x = " + "[" * 10_000 + "]" * 10_000, "too-deep"),
        ("x = " + "{x = " * 10_000 + "1" + "}" * 10_000, "too-deep"),
        (".".join(["a"] * 20_000) + " = 1", "too-deep"),
        (" . ".join(["a"] * 20_000) + " = 1", "too-deep"),
        ("[" + ".".join(["a"] * 20_000) + "]", "too-deep"),
        ("[[" + "\t.\t".join(['"a"'] * 20_000) + "]]", "too-deep"),
        ("x = {" + ".".join(["a"] * 20_000) + " = 1}", "too-deep"),
        ("x = 1" + "0" * 5_000, "bad-number"),
        ("x = 0x" + "f" * 5_000, "bad-number"),
        ("x = 9223372036854775808", "bad-number"),
        ("x = 9223372036854775807", "read"),
        ("unknown = nan", "bad-number"),
        ("[deep.down]\nx = [{ y = -inf }]", "bad-number"),
        ("x = 1e999", "bad-number"),
        ("day = 0001-01-01", "bad-date"),
        ("at = 9999-12-31T23:59:59Z", "bad-date"),
        ("<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> theirs\n", "conflict-markers"),
        ('t = """\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> theirs\n"""\n', "conflict-markers"),
        ("a = 1\r\n<<<<<<<\r\na = 2\r\n", "conflict-markers"),
    ],
)
def test_a_file_is_read_or_refused_with_a_code(data: str | bytes, code: str) -> None:
    assert code_of(data) == code


def test_thirty_two_levels_are_read_and_thirty_three_are_not() -> None:
    assert code_of("x = " + "[" * 32 + "]" * 32) == "read"
    assert code_of("x = " + "[" * 33 + "]" * 33) == "too-deep"
    assert code_of(".".join(["a"] * 32) + " = 1") == "read"
    assert code_of(".".join(["a"] * 33) + " = 1") == "too-deep"


def test_nesting_by_many_short_ways_is_refused_before_it_ends_the_recursion_of_whoever_walks_it() -> None:
    key = ".".join(["a"] * 30)
    assert code_of("x = " + f"{{{key} = " * 20 + "1" + "}" * 20) == "too-deep"


def test_words_and_long_lists_may_hold_as_many_dots_and_brackets_as_they_like() -> None:
    words = "[[[{ … }.. " * 2_000
    assert code_of(f'text = "{words}"\n') == "read"
    assert code_of(f"text = '''\n{words}\n'''\n") == "read"
    assert code_of(f'text = """\n{words}\\" "" \n"""\n# {words}\n') == "read"
    assert code_of("x = [" + "1.5, " * 500 + "]") == "read"
    assert code_of("".join(f"[[table]]\nx = [[{n}.5], [2.5]]\n" for n in range(200))) == "read"


def test_brackets_after_a_quoted_bracket_still_count() -> None:
    assert code_of("a = ']'\nx = " + "[" * 40 + "']'" + "]" * 40) == "too-deep"


def test_a_refusal_stands_at_its_line_and_column() -> None:
    found = parsed(b'format = 1\n\n[[objective]]\ntitle = "x"\nwhen = nan\n')
    assert isinstance(found, Refused)
    assert (found.line, found.column) == (5, 8)
    found = parsed(b"format = 1\nteam = \n")
    assert isinstance(found, Refused)
    assert found.line == 2


def test_a_file_over_one_mebibyte_is_refused_and_one_at_the_limit_is_read() -> None:
    assert code_of(b"#" * LARGEST_FILE) == "read"
    assert code_of(b"#" * (LARGEST_FILE + 1)) == "too-large"


def test_days_of_living_people_are_read() -> None:
    assert parsed(b"born = 1931-05-02\nend = 2199-12-31\n") == {"born": date(1931, 5, 2), "end": date(2199, 12, 31)}


@pytest.mark.parametrize(
    "text",
    [
        '"""\\' * 200_000,
        "'''a\"" * 200_000,
        "a = [" + '"",' * 250_000 + "]",
        "[a]\n" * 200_000,
        '"' * 900_000,
        "[" * 1_000_000,
        "a='" + "\\" * 900_000,
        "\n" * 1_000_000,
    ],
)
def test_a_mebibyte_of_anything_is_answered(text: str) -> None:
    assert isinstance(parsed(text.encode()), dict | Refused)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_random_bytes_never_raise(data: bytes) -> None:
    assert isinstance(parsed(data), dict | Refused)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="[]{}\"'#=.,\n\\ ab1-:\r\t", max_size=200))
def test_random_toml_like_text_never_raises(text: str) -> None:
    assert isinstance(parsed(text.encode()), dict | Refused)


def test_a_file_cut_off_anywhere_never_raises() -> None:
    for length in range(len(PLAN) + 1):
        assert isinstance(parsed(PLAN[:length]), dict | Refused)
