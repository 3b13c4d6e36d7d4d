"""`okr checkin`: one figure, several at once, or a walk through what is due."""

import secrets
import sys
from datetime import date

import click

from okr_tui.actions.act import Author
from okr_tui.actions.check_in import STATUS_WORDS, Subject, Words, as_told, check_in, figure
from okr_tui.actions.subjects import meant
from okr_tui.cli.checked_in import line
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.confirming import confirmed
from okr_tui.cli.context import Here, here
from okr_tui.cli.suspected import ask_once
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.domain.errors import PersonMustDecide, WrongUsage
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _


@click.command(
    context_settings={"ignore_unknown_options": True},
    help=_(
        "Check in: a value (41, +3, =-5, 120/4, yes), a confidence, a word.\n\n"
        'okr checkin nps 41 -c 7 -m "the new answers help"\n\n'
        "okr checkin nps=41/7 churn=2.1/5   several, as value/confidence\n\n"
        "okr checkin                        walks through what is due\n\n"
        "okr checkin nps 42 --replaces nps  corrects what you said last; --withdraw nps takes it back"
    ),
)  # fmt: skip
@click.argument(
    "words",
    nargs=-1,
    metavar="[KR] [VALUE|-] | KR=VALUE/CONFIDENCE …",
    shell_complete=complete_ids("key-result", "kpi"),
)
@click.option(
    "-c",
    "--confidence",
    type=click.IntRange(0, 10),
    help=_("How sure you are that the target will be reached, 0 to 10."),
)
@click.option("-s", "--status", type=click.Choice(STATUS_WORDS), help=_("Your own word on it."))
@click.option("-m", "--note", help=_("What happened."))
@click.option("-b", "--blocker", help=_("What is in the way."))
@click.option("--help-from", "help_from", metavar="ID", help=_("A person or team who could help."))
@click.option("--on", "day", metavar="DAY", help=_("The day it speaks of, else today."))
@click.option("--replaces", metavar="ID", help=_("Correct an earlier check-in of yours: its id, or “last”."))
@click.option(
    "--withdraw", metavar="ID", help=_("Take back a check-in of yours: its id, or the key result's for your last.")
)
@json_option
def checkin(
    words: tuple[str, ...], confidence: int | None, status: str | None, note: str | None, blocker: str | None,
    help_from: str | None, day: str | None, replaces: str | None, withdraw: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Checks in what the words say."""
    _refuse_options(words)
    where = here()
    if withdraw is not None:
        _take_back(where, withdraw, words, as_json=as_json)
        return
    if not words:
        from okr_tui.cli.walk import walk

        walk(where)
        return
    said = Words(None, confidence, status, note, blocker, _helper(where, help_from), _day(day))
    piped = words[1:] == ("-",)
    if len(words) <= 2 and "=" not in words[0].lstrip("="):
        value = _from_stdin() if piped else next(iter(words[1:]), None)
        said = said._replace(value=value)
        pairs = [(words[0], said if replaces is None else _corrected(where, words[0], replaces, said))]
    elif replaces is not None:
        raise WrongUsage(_("--replaces corrects one check-in; say one key result."))
    else:
        pairs = [_pair(word, said) for word in words]
    check_in_all(where, pairs, as_json=as_json, piped=piped)


def _helper(where: Here, text: str | None) -> str | None:
    """The person, role or team that is asked for help, by id or name."""
    if text is None:
        return None
    from okr_tui.domain.resolve import pick
    from okr_tui.store.titles import people, teams

    return pick(text, [(each.id, each.title) for each in (*people(where.root), *teams(where.root))], "person")


def check_in_all(where: Here, pairs: list[tuple[str, Words]], *, as_json: bool = False, piped: bool = False) -> None:
    """Checks in several at once: everything is understood before anything is written.

    Args:
        where: the workspace, and who says it.
        pairs: what each is about, and what is said.
        as_json: an object for scripts.
        piped: the figures were told on standard input, so that nothing is worked out and a sign is their own.
    """
    author = Author(where.somebody, where.now, secrets.choice)
    subjects = [(_meant(where, text, words), words) for text, words in pairs]
    if piped:
        subjects = [(about, words._replace(value=as_told(about, words.value or ""))) for about, words in subjects]
    for subject, words in subjects:
        figure(subject, words.value)
    ask_once(subjects, ask=not as_json)
    done = [
        carry_out(where, lambda subject=subject, words=words: check_in(where.root, author, subject, words))  # type: ignore[misc]
        for subject, words in subjects
    ]
    lines = [line(subject, words) for subject, words in subjects]
    tell(done, as_json=as_json, lines=[*lines[:-1], _("{line} · undo with okr undo").format(line=lines[-1])])
    from okr_tui.cli.prompt import refresh_soon

    refresh_soon(str(where.root))


def _meant(where: Here, text: str, words: Words) -> Subject:
    from okr_tui.store.state import cache_folder

    found = meant(where.root, cache_folder(where.root, where.glance.id), text, where.today, words)
    if found.sure:
        return found.subject
    named = (found.subject.id, found.subject.title)
    if not sys.stdin.isatty():
        raise PersonMustDecide(_("“{text}” is no id; did you mean this one?").format(text=text[:80]), (named,))
    if confirmed(_("Do you mean “{title}”?").format(title=one_line(found.subject.title)), default=True):
        return found.subject
    raise PersonMustDecide(_("Nothing was changed."))


def _refuse_options(words: tuple[str, ...]) -> None:
    """Refuses a word that is an option nobody knows; click lets all pass, because `-4` is a figure."""
    from difflib import get_close_matches

    ctx = click.get_current_context()
    known = [name for option in ctx.command.params for name in option.opts if name.startswith("--")]
    for word in words:
        name = word.partition("=")[0]
        if name[:2] == "--" or (len(name) == 2 and name[0] == "-" and name[1].isalpha()):
            raise click.NoSuchOption(name, possibilities=get_close_matches(name, known), ctx=ctx)


def _take_back(where: Here, text: str, words: tuple[str, ...], *, as_json: bool) -> None:
    if words:
        raise WrongUsage(_("--withdraw takes back what was said; it takes no further words."))
    from okr_tui.cli.correcting import withdraw

    withdraw(where, text, as_json=as_json)


def _corrected(where: Here, key_result: str, text: str, words: Words) -> Words:
    """What a correction says: what is new, and of the old one what was not said anew, its day too; "last" is one's last.

    Raises:
        WrongUsage: there is none, it is somebody else's or about something else.
    """
    from okr_tui.cli.correcting import own_said

    said = own_said(where, key_result if text == "last" else text).entry.check_in
    if said.about != _meant(where, key_result, words).id:
        raise WrongUsage(_("“{id}” is a check-in on something else.").format(id=text[:40]))
    old = said.milestone if said.value is None else f"={said.value:.12g}"
    return Words(
        words.value if words.value is not None else old,
        words.confidence if words.confidence is not None else said.confidence,
        words.status or said.status, words.note or said.note, words.blocker or said.blocker,
        words.help_from or said.help_from, words.on or said.on, said.id,
    )  # fmt: skip


def _pair(word: str, said: Words) -> tuple[str, Words]:
    """`nps=41/7`: what stands before the first `=`, the value, and behind the last `/` the confidence."""
    name, found, value = word.partition("=")
    if not found or not name:
        raise WrongUsage(_("“{word}” is not of the form KR=VALUE or KR=VALUE/CONFIDENCE.").format(word=word[:80]))
    figure_part, slash, confidence = value.rpartition("/")
    if not slash:
        return name, said._replace(value=value)
    if not confidence.strip().isdecimal() or not 0 <= int(confidence) <= 10:
        raise WrongUsage(
            _("What stands behind the last “/” is a confidence from 0 to 10, not “{n}”.").format(n=confidence[:20])
        )
    return name, said._replace(value=figure_part, confidence=int(confidence))


def _from_stdin() -> str:
    text = sys.stdin.read(1000).strip()
    if not text:
        raise WrongUsage(_("There was no value on standard input."))
    return text


def _day(text: str | None) -> date | None:
    from okr_tui.words.typed import typed_day

    return None if text is None else typed_day(text)
