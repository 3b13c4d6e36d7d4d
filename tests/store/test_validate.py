import tomli

from okr_tui.domain.table import File
from okr_tui.store.layout import place_of
from okr_tui.store.validate import model_of, problems_at, unknown_keys

PLAN = "cycles/2026-t3/okrs/product.toml"


def said(path: str, text: str) -> list[tuple[int, int, str]]:
    place = place_of(path)
    assert place is not None
    found = model_of(place, tomli.loads(text))
    problems = problems_at(text, path, found if isinstance(found, list) else unknown_keys(found))
    return [(problem.line, problem.column, problem.message) for problem in problems]


def test_a_sound_file_becomes_its_model() -> None:
    place = place_of("teams.toml")
    assert place is not None
    found = model_of(place, {"format": 1, "team": [{"id": "a", "name": "A"}]})
    assert isinstance(found, File)


def test_every_wrong_value_is_told_at_its_place_in_words_of_the_file() -> None:
    text = """\
format = 1
team = "product"
[[objective]]
id = "not an id"
title = 3
  start = 2026-01-01T00:00:00Z
[[objective.key_result]]
id = "a"
title = "b"
baseline = "3"
weight = -1
"""
    assert said(PLAN, text) == [
        (4, 6, "“id” is “not an id”, but an id has only a-z, 0-9 and dashes."),
        (5, 9, "“title” is 3, but must be text in quotes."),
        (6, 11, "“start” is 2026-01-01 00:00:00+00:00, but must be a date such as 2026-10-16."),
        (10, 12, "“baseline” is “3”, but must be a number."),
        (11, 10, "“weight” is -1, but must be ≥ 0."),
    ]


def test_a_missing_key_is_told_at_the_table_that_lacks_it() -> None:
    assert said(PLAN, 'format = 1\nteam = "product"\n\n[[objective]]\nid = "a"\n') == [
        (4, 1, "“title” is missing; add it.")
    ]


def test_a_file_without_format_is_not_taken_for_an_empty_one() -> None:
    assert "format = 1" in said("people.toml", "")[0][2]
    assert said("people.toml", "format = true")[0][2] == "“format” is true, but must be 1."


def test_a_newer_format_says_that_okr_must_be_updated() -> None:
    assert "update okr" in said("people.toml", "format = 2\nsomething = 1\n")[0][2]


def test_unknown_keys_are_kept_and_told_where_they_stand() -> None:
    text = (
        'format = 1\nteam = "product"\ncolour = "red"\n[[objective]]\nid = "a"\ntitle = "b"\n[objective.extra]\nx = 1\n'
    )
    assert [(line, message.split("”")[0]) for line, _column, message in said(PLAN, text)] == [
        (3, "“colour"),
        (7, "“extra"),
    ]


def test_a_value_that_may_have_two_shapes_is_told_once() -> None:
    text = 'format = 1\n[[tally]]\nid = "a"\nritual = "b"\nabout = "c"\ncounts = "x"\n'
    assert len(said("cycles/2026-t3/review/product.toml", text)) == 1


def test_hostile_values_are_shown_on_one_short_line() -> None:
    text = 'format = 1\nid = "a\\u001b]0;x\\u0007\\u202e' + "b" * 5000 + '"\nname = "x"\n'
    message = said("okr.toml", text)[0][2]
    assert len(message) < 200
    assert "\x1b" not in message
    assert "\u202e" not in message
