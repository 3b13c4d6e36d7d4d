"""A workspace in circles is spoken to in circles, in both languages, whatever stands around the word."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from okr_tui.cli.context import speak_for
from okr_tui.words.circles import in_circles
from okr_tui.words.language import _, ngettext, speak

CATALOGUE = Path(__file__).parents[2] / "okr_tui" / "locale" / "fr" / "LC_MESSAGES" / "okr.po"


@pytest.fixture(autouse=True)
def _english_again():
    yield
    speak("en")


@pytest.mark.parametrize(
    ("language", "said", "in_them"),
    [
        ("en", "Teams propose; a team's lead agrees.", "Circles propose; a circle's lead agrees."),
        ("en", "no team; say which with --team", "no circle; say which with --team"),
        ("en", "There is no team “{team}”: okr add team makes one in teams.toml.",
         "There is no circle “{team}”: okr add team makes one in teams.toml."),
        ("en", "ALL TEAMS", "ALL CIRCLES"),
        ("fr", "Demander à une autre équipe ce que l’équipe ne peut pas.", "Demander à un autre cercle ce que le cercle ne peut pas."),
        ("fr", "Aucune équipe n’est choisie.", "Aucun cercle n’est choisi."),
        ("fr", "Le plan d’équipe de l’équipe va à l’équipe.", "Le plan de cercle du cercle va au cercle."),
        ("fr", "L’ÉQUIPE", "LE CERCLE"),
        ("fr", "pas d’équipe ; dites laquelle avec --team", "pas de cercle ; dites lequel avec --team"),
        ("de", "Das Team", "Das Team"),
    ],
)  # fmt: skip
def test_the_word_and_what_agrees_with_it(language: str, said: str, in_them: str):
    assert in_circles(said, language) == in_them


def test_no_message_speaks_of_teams_any_longer_and_every_blank_stays():
    for message in read_po(CATALOGUE.open("rb")):
        for said in [message.string] if isinstance(message.string, str) else message.string:
            told = in_circles(said or "", "fr")
            assert "équipe" not in told.lower(), told
            assert sorted(part.split("}")[0] for part in told.split("{")[1:]) == sorted(
                part.split("}")[0] for part in (said or "").split("{")[1:]
            )


def test_the_workspace_says_which_word_it_uses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("OKR_LANG", raising=False)
    for language, said in (("en", "All circles."), ("fr", "Tous les cercles.")):
        text = f'format = 1\nid = "w"\nname = "W"\nlanguage = "{language}"\nvocabulary = "circle"\n'
        (tmp_path / "okr.toml").write_text(text, encoding="utf-8")
        speak_for(["-w", str(tmp_path)])
        assert _("All teams.") == said
    lacking = "{n} team has no lead: nobody owes for what has no owner."
    assert "cercles" in ngettext(lacking, lacking.replace("team has", "teams have"), 2)
