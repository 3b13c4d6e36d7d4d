"""`okr lint`: the drafting coach on the drafts of a workspace, or on lines from stdin."""

import json
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import click

from okr_tui.cli.context import Here, here
from okr_tui.cli.output import cells, columns, dim, json_flag, warm, wrapped
from okr_tui.domain.drafts.coach import DOTS, Judged, dots, judge
from okr_tui.domain.drafts.draft import Draft, DraftKind, Lang
from okr_tui.domain.errors import WrongUsage
from okr_tui.words.coach import message, question
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext

Entry = dict[str, Any]


class Linted(NamedTuple):
    """A draft, what the coach says of it, and where it stands ("" on stdin)."""

    draft: Draft
    judged: Judged
    id: str = ""
    team: str = ""


@click.command(
    help=_(
        "The drafting coach on what is drafted or proposed in open cycles, or with “-” on lines from stdin, each a draft "
        "(a key result unless --kind says otherwise). Exit 1 when it warns; hints alone exit 0."
    )
)
@click.argument("source", metavar="[-]", required=False)
@click.option(
    "--lang", type=click.Choice(["en", "fr"]),
    help=_("The language of the drafts; else the workspace's, else guessed line by line."),
)  # fmt: skip
@click.option(
    "--kind", type=click.Choice(["objective", "key_result"]), help=_("What the lines are; of a workspace, only these.")
)
@json_flag
@click.pass_context
def lint(ctx: click.Context, source: str | None, lang: Lang | None, kind: DraftKind | None, *, as_json: bool) -> None:
    """Prints what the coach asks about each draft."""
    where = here()
    if source not in {None, "-"}:
        raise WrongUsage(_("“okr lint” takes “-” for lines from stdin, and no other argument."))
    if source == "-":
        found = _lines(where, lang, kind or "key_result")
    else:
        from okr_tui.cli.lint_workspace import drafts_of

        found = drafts_of(where.workspace, where.today, lang, kind)
    warned = _print_json(found) if as_json else _print_text(found)
    ctx.exit(1 if warned else 0)


def _lines(where: Here, lang: Lang | None, kind: DraftKind) -> Iterator[Linted]:
    """The lines of stdin, blank ones left out; a line ends at a line feed and at nothing else."""
    from okr_tui.domain.drafts.guessing import guessed

    spoken: Any = lang or (where.glance.language if where.found_root is not None else None)
    for line in sys.stdin.buffer:
        text = line.decode("utf-8", "replace").removesuffix("\n")
        if text.strip():
            draft = Draft(kind, text, spoken or guessed(text), bare=True)
            yield Linted(draft, judge(draft))


def entry(linted: Linted) -> Entry:
    """A draft as JSON, with the keys of the design; the id and the team where it stands in a workspace."""
    draft, judged = linted.draft, linted.judged
    told: Entry = {
        "text": draft.text, "kind": draft.kind, "lang": draft.lang, "strength": round(judged.strength, 4),
        "findings": [
            {
                "code": each.code, "severity": each.severity, "at": list(each.at),
                "message": message(each, draft.lang), "question": question(each, draft.lang),
            }
            for each in judged.findings
        ],
    }  # fmt: skip
    return {**told, "id": linted.id, "team": linted.team} if linted.id else told


def _print_json(found: Iterable[Linted]) -> bool:
    """Prints an array, an entry a line, whether any of them is warned of."""
    warned, told = False, []
    for linted in found:
        warned = warned or linted.judged.warned
        told.append(json.dumps(entry(linted)))
    click.echo("[\n" + ",\n".join(told) + "\n]" if told else "[]")
    return warned


def _print_text(found: Iterable[Linted]) -> bool:
    """Prints the drafts about which there is something to say, then how many there were; whether any is warned of."""
    width, judged, warned = columns(), 0, 0
    for linted in found:
        judged += 1
        warned += linted.judged.warned
        if linted.judged.findings:
            click.echo("\n".join(_block(linted, width)) + "\n")
    total = ngettext("{n} draft", "{n} drafts", judged).format(n=judged)
    click.echo(total + ", " + ngettext("{n} with a warning", "{n} with a warning", warned).format(n=warned))
    return warned > 0


@lru_cache(maxsize=1024)
def _lines_of(sentence: str, width: int) -> tuple[str, ...]:
    """A sentence in lines; most sentences come again and again."""
    return tuple(wrapped(sentence, width))


def _block(linted: Linted, width: int) -> Iterator[str]:
    """A draft and what is asked about it, the words it is about underlined where they fit on the line."""
    draft, judged = linted.draft, linted.judged
    filled = dots(judged.strength)
    shown, text = "●" * filled + "○" * (DOTS - filled), one_line(draft.text)
    fits = text == draft.text and cells(text) + DOTS + 2 <= width
    first, *more = wrapped(text, width - DOTS - 2)
    yield f"{shown}  {first}"
    yield from (" " * (DOTS + 2) + rest for rest in more)
    if linted.id:
        yield dim(f"{'':{DOTS + 2}}{linted.id} · {linted.team}")
    for each in judged.findings:
        start, end = each.at
        if fits and (start, end) != (0, len(text)):
            yield " " * (DOTS + 2 + cells(text[:start])) + "^" * max(1, cells(text[start:end]))
        severity = warm(_("warning")) if each.severity == "warn" else dim(_("hint"))
        yield f"{'':{DOTS + 2}}{severity} {each.code}"
        said = [
            *_lines_of(message(each, draft.lang), width - 9),
            *_lines_of("→ " + question(each, draft.lang), width - 9),
        ]
        yield from (" " * (DOTS + 4) + line for line in said)
