"""Questions of yes or no, as people of either language answer them."""

import click
import pytest
from click.testing import CliRunner

from okr_tui.cli.confirming import confirmed
from okr_tui.words.language import speak


def answered(typed: str, language: str = "en", *, default: bool = False) -> tuple[bool, str]:
    speak(language)
    try:

        @click.command()
        def ask() -> None:
            click.echo(f"={confirmed('Go?', default=default)}")

        out = CliRunner().invoke(ask, input=typed).output
    finally:
        speak("en")
    return out.endswith("=True\n"), out


@pytest.mark.parametrize(("typed", "language"), [("y", "en"), ("YES", "en"), ("o", "fr"), ("Oui", "fr"), ("y", "fr")])
def test_yes_is_said_in_the_language_and_in_english(typed: str, language: str) -> None:
    assert answered(f"{typed}\n", language)[0]


@pytest.mark.parametrize(("typed", "language"), [("n", "en"), ("no", "en"), ("non", "fr"), ("N", "fr")])
def test_no_is_said_in_the_language_and_in_english(typed: str, language: str) -> None:
    assert not answered(f"{typed}\n", language, default=True)[0]


def test_an_empty_line_is_the_default_whose_letter_is_the_capital() -> None:
    assert answered("\n", default=True)[0]
    assert not answered("\n")[0]
    assert "[O/n]" in answered("\n", "fr", default=True)[1]


def test_what_is_neither_is_asked_again() -> None:
    said, out = answered("maybe\ny\n")
    assert said
    assert out.count("Go?") == 2


def test_nobody_there_is_no_yes() -> None:
    assert not answered("")[0]
