from okr_tui.store.lines import Lines, Spot

TEXT = """\
format = 1
  team = "x"

[[objective]]
id = "a"
supports = [
    "b",
]
[[objective.key_result]]
id = "c"
dropped = { on = 2026-10-16 }
[[objective.key_result]]
a.b = 1
[[objective]]
id = "d"
[far.away]
x = 1
"""


def test_keys_and_values_stand_where_they_begin() -> None:
    lines = Lines(TEXT)
    assert lines.key(("format",)) == Spot(1, 1)
    assert lines.value(("format",)) == Spot(1, 10)
    assert lines.key(("team",)) == Spot(2, 3)
    assert lines.value(("objective", 0, "id")) == Spot(5, 6)
    assert lines.value(("objective", 0, "key_result", 0, "id")) == Spot(10, 6)
    assert lines.value(("objective", 0, "key_result", 1, "a", "b")) == Spot(13, 7)
    assert lines.value(("objective", 1, "id")) == Spot(15, 6)


def test_what_is_not_written_stands_at_the_nearest_thing_around_it() -> None:
    lines = Lines(TEXT)
    assert lines.value(("objective", 1, "title")) == Spot(14, 1)
    assert lines.value(("objective", 0, "supports", 0)) == Spot(6, 12)
    assert lines.value(("objective", 0, "key_result", 0, "dropped", "on")) == Spot(11, 11)
    assert lines.key(("far",)) == Spot(16, 1)
    assert lines.value(("nothing", 3, "like", "this")) == Spot(1, 1)


def test_a_text_that_is_no_toml_has_places_all_the_same() -> None:
    assert Lines("= = =\n[[[\na = 1\n").key(("a",)) == Spot(3, 1)
    assert Lines("").value(("a",)) == Spot(1, 1)
