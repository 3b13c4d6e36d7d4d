"""Which key does what: the commands' own keys, and a person's changes to them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from okr_tui.ui.commands import COMMANDS, EVERYWHERE, Command
from okr_tui.words.language import _

_AZERTY = {
    "à": 0, "&": 1, "é": 2, '"': 3, "'": 4, "(": 5, "§": 6, "-": 6, "è": 7, "_": 8, "!": 8, "ç": 9,
}  # fmt: skip
_NAMED = {"escape": "esc", "delete": "del", "pageup": "pgup", "pagedown": "pgdn"}
_SHOWN = {"enter": "↵", "up": "↑", "down": "↓", "left": "←", "right": "→"}


def digit(character: str | None) -> int | None:
    """The digit of a key: itself, or the one under it on a French keyboard (`& é " ' ( § - è _ ! ç à`)."""
    if character is None:
        return None
    return int(character) if character in set("0123456789") else _AZERTY.get(character)


def key_name(key: str, character: str | None = None) -> str:
    """A key as the keymap knows it.

    Args:
        key: what Textual or a person calls it: "question_mark", "ctrl+s", "delete", "^s", "c".
        character: what the key types, where it types something.
    """
    if character is not None and len(character) == 1 and character.isprintable() and character != " ":
        return character
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    return _NAMED.get(key, key)


def shown_key(key: str) -> str:
    """A key as it is shown to a person: `↵` for enter, "échap" on a French keyboard."""
    named = {"esc": _("esc"), "del": _("del"), "space": _("space")}
    if key.startswith("^") and len(key) > 1:
        return "^" + shown_key(key[1:])
    return _SHOWN.get(key) or named.get(key, key)


_GIVES_WAY = "suspend-process"
"""The command that leaves its key to whatever a person gives it to: ^z was free before it was there."""


class Keymap:
    """The commands with their keys in force.

    Args:
        own: a person's keys: from the id of a command to its keys.

    Attributes:
        commands: every command, with its keys in force.
        troubles: what was wrong with a person's own keys, a sentence each; such a line is passed over.
    """

    def __init__(self, own: Mapping[str, object] | None = None, commands: Iterable[Command] = COMMANDS) -> None:
        self.commands = tuple(commands)
        self.troubles: list[str] = []
        self._of_place: dict[str, list[Command]] = {}
        for name, keys in (own or {}).items():
            self._remap(name, keys)

    def _remap(self, name: str, keys: object) -> None:
        """Gives a command other keys, unless they are taken by another one in the same place."""
        said = (keys,) if isinstance(keys, str) else tuple(keys) if isinstance(keys, list) else ()
        found = next((command for command in self.commands if command.id == name), None)
        if found is None:
            self.troubles.append(_("keys: there is no command “{name}”").format(name=name))
            return
        if not said or not all(isinstance(key, str) and key for key in said):
            self.troubles.append(_("keys: “{name}” takes a key, or a list of keys").format(name=name))
            return
        new = tuple(key_name(key) for key in said)
        for other in self.commands:
            if other.id in {name, _GIVES_WAY}:
                continue
            if set(other.keys) & set(new) and set(other.where) & set(found.where):
                words = _("keys: “{key}” is the key of “{other}” already, so “{name}” keeps its own")
                self.troubles.append(words.format(key=(set(other.keys) & set(new)).pop(), other=other.id, name=name))
                return
        self.commands = tuple(
            command._replace(keys=new)
            if command.id == name
            else command._replace(keys=tuple(key for key in command.keys if key not in new))
            if command.id == _GIVES_WAY
            else command
            for command in self.commands
        )

    def at(self, place: str, can: Callable[[Command], bool]) -> tuple[Command, ...]:
        """The commands that work in a place, its own before those of everywhere, in the order of the footer.

        Args:
            place: the id of the place looked at.
            can: whether there is somebody to do it.
        """
        if place not in self._of_place:  # asked at every key
            here = [each for each in self.commands if place in each.where or EVERYWHERE in each.where]
            self._of_place[place] = sorted(here, key=lambda command: (EVERYWHERE in command.where, command.footer))
        return tuple(filter(can, self._of_place[place]))

    def named(self, key: str, commands: Iterable[Command]) -> Command | None:
        """The command of a key among those that work here; a French keyboard's digits count as digits."""
        known = tuple(commands)
        for name in (key, str(_AZERTY.get(key, ""))):
            found = next((command for command in known if name and name in command.keys), None)
            if found is not None:
                return found
        return None


Item = tuple[str, str, str]
"""A key of the footer as it is shown, its label, and the id of its command ("" for none)."""


def foot(
    commands: Sequence[Command], hints: Sequence[tuple[str, str]] | None, idle: Collection[str]
) -> tuple[list[Item], Item | None]:
    """What the footer says: the keys of what is open, else those of the commands that work here; at its end the way to all.

    Args:
        commands: what can be done here.
        hints: keys and labels of what is open; None where nothing is.
        idle: ids of commands that would do nothing now.
    """
    shown = [command for command in commands if command.footer and command.keys and command.id not in idle]
    items = [(shown_key(command.keys[0]), _(command.label), command.id) for command in shown]
    if hints is not None:
        closes = any(
            key == "esc" for key, _label in hints
        )  # where nothing is to be closed no text is typed: the help works
        items = [(shown_key(key), label, "") for key, label in hints] + [
            item for item in items if item[2] == "help" and not closes
        ]
    last = next((command for command in commands if command.id == "commands" and command.keys), None)
    return items, (last.keys[0], _(last.label), last.id) if last is not None else None
