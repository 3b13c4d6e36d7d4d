from itertools import combinations
from pathlib import Path

import pytest

from okr_tui.ui.commands import COMMANDS, EVERYWHERE
from okr_tui.ui.keymap import Keymap, digit, key_name, shown_key
from okr_tui.ui.preferences import keep_theme, load_preferences
from okr_tui.ui.widgets.footer import fit_keys


def _at(keymap: Keymap, place: str):
    return keymap.at(place, lambda _command: True)


def test_ids_are_unique_and_no_place_has_two_commands_on_a_key():
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    for one, other in combinations(COMMANDS, 2):
        if set(one.where) & set(other.where):
            assert not set(one.keys) & set(other.keys), (one.id, other.id)


def test_keys_of_the_contract():
    keys = {command.id: command.keys for command in COMMANDS}
    assert {name: keys[name][0] for name in ("check-in", "add", "edit", "why", "undo", "redo", "drop", "edit-file")} == {
        "check-in": "c", "add": "a", "edit": "e", "why": "w", "undo": "u", "redo": "^r", "drop": "del", "edit-file": "E",
    }  # fmt: skip
    assert [keys[f"go-{place}"] for place in ("home", "make", "align", "achieve", "measure", "setup")] == [
        ("0",), ("1",), ("2",), ("3",), ("4",), ("5",),
    ]  # fmt: skip


def test_a_command_of_the_place_comes_before_one_of_everywhere_with_the_same_key():
    keymap = Keymap()
    assert keymap.named("v", _at(keymap, "make")).id == "vote"
    assert keymap.named("v", _at(keymap, "align")).id == "invite"


def test_a_command_that_nobody_can_do_does_not_exist():
    keymap = Keymap()
    known = keymap.at("home", lambda command: command.id == "help")
    assert [command.id for command in known] == ["help"]
    assert keymap.named("u", known) is None


@pytest.mark.parametrize(
    ("characters", "digits"), [("&é\"'(", [1, 2, 3, 4, 5]), ("§è_çà", [6, 7, 8, 9, 0]), ("-!", [6, 8])]
)
def test_a_french_keyboards_digits_count_as_digits(characters: str, digits: list[int]):
    assert [digit(character) for character in characters] == digits
    assert digit("x") is None
    assert digit("7") == 7


def test_a_french_keyboard_reaches_the_places():
    keymap = Keymap()
    assert keymap.named("à", _at(keymap, "home")).id == "go-home"
    assert keymap.named("(", _at(keymap, "home")).id == "go-setup"


def test_keys_have_one_name():
    assert key_name("question_mark", "?") == "?"
    assert key_name("ctrl+s", "\x13") == "^s"
    assert key_name("delete") == "del"
    assert key_name("space", " ") == "space"
    assert shown_key("enter") == "↵"


def test_a_person_gives_a_command_another_key():
    keymap = Keymap({"check-in": "i", "undo": ["z", "ctrl+z"]})
    assert keymap.troubles == []
    assert keymap.named("i", _at(keymap, "home")).id == "check-in"
    assert keymap.named("^z", _at(keymap, "home")).id == "undo"  # which is the shell's only where nobody wants it
    assert keymap.named("c", _at(keymap, "home")) is None


@pytest.mark.parametrize(
    ("own", "said"),
    [({"dance": "d"}, "no command “dance”"), ({"undo": 3}, "takes a key"), ({"undo": "w"}, "the key of “why” already")],
)
def test_a_wrong_key_is_a_sentence_and_the_old_one_stays(own: dict, said: str):
    keymap = Keymap(own)
    assert said in keymap.troubles[0]
    assert keymap.named("u", _at(keymap, "home")).id == "undo"


def test_every_command_is_explained():
    for command in COMMANDS:
        assert command.help.endswith("."), command.id
        assert EVERYWHERE in command.where or "home" not in command.where or command.label


def test_preferences_are_read(tmp_path: Path):
    (tmp_path / "config.toml").write_text('theme = "nord"\nkeys = { "check-in" = "i" }\n')
    found = load_preferences(tmp_path)
    assert (found.theme, found.keys, found.troubles) == ("nord", {"check-in": "i"}, ())
    assert load_preferences(tmp_path / "absent").theme == "okr"


@pytest.mark.parametrize("written", ["theme = ", "theme = 3", "keys = 3", b"\xff"])
def test_a_broken_config_is_a_sentence(tmp_path: Path, written: str | bytes):
    (tmp_path / "config.toml").write_bytes(written if isinstance(written, bytes) else written.encode())
    found = load_preferences(tmp_path)
    assert found.theme == "okr"
    assert len(found.troubles) == 1


def test_keeping_the_theme_keeps_the_rest_of_the_config(tmp_path: Path):
    file = tmp_path / "config.toml"
    keep_theme(tmp_path, "nord")
    assert file.read_text() == 'theme = "nord"\n'
    file.write_text('# mine\ntheme = "okr"\n\n[keys]\n"check-in" = "i"\n')
    keep_theme(tmp_path, "okr-light")
    assert file.read_text() == '# mine\ntheme = "okr-light"\n\n[keys]\n"check-in" = "i"\n'
    file.write_text('[keys]\n"check-in" = "i"\n')
    keep_theme(tmp_path, "okr-light")
    assert load_preferences(tmp_path).theme == "okr-light"
    assert load_preferences(tmp_path).keys == {"check-in": "i"}


ITEMS = [("c", "check in", "check-in"), ("a", "add", "add"), ("w", "why", "why"), ("?", "help", "help")]
LAST = ("^p", "commands", "commands")


def test_whole_keys_leave_the_footer_from_the_right_and_the_way_to_all_of_them_stays():
    def shown(width: int) -> str:
        placed, label = fit_keys(ITEMS, LAST, width)
        words = "   ".join(f"{key} {words}".rstrip() for _at, (key, words, _id) in placed)
        return words + (" | ^p commands" if label else " | ^p")

    assert shown(60) == "c check in   a add   w why   ? help | ^p commands"
    assert shown(46) == "c check in   a add   ? help | ^p commands"
    assert shown(38) == "c check in   ? help | ^p commands"
    assert shown(30) == "? help | ^p commands"
    assert shown(18) == "? help | ^p"
    assert shown(10) == " | ^p"
