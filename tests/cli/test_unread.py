"""Commands that change while a file can't be read: words of a title never stand in for an id that may be in it."""

import pytest

from okr_tui.cli.main import run
from tests.cli.test_changing import snapshot, tables

PLAN, OTHER = "cycles/t3/okrs/product.toml", "cycles/t3/okrs/growth.toml"


@pytest.fixture
def broken(root):
    """The sample workspace without the plan in which `sign-ups` is: only a title of another team has these words."""
    with (root / PLAN).open("a", encoding="utf-8") as plan:
        plan.write('title = "open\n')
    return root


@pytest.mark.parametrize(
    "words",
    [
        ["edit", "sign-ups", "title=x"],
        ["drop", "sign-ups", "--why", "wrong"],
        ["comment", "sign-ups", "Why so low?"],
        ["add", "copy", "sign-ups"],
        ["add", "initiative", "Ask them", "--to", "sign-ups"],
        ["grade", "sign-ups", "0.7"],
        ["checkin", "sign-ups", "30"],
    ],
)
def test_words_of_a_title_never_act(broken, capsys, words):
    before = snapshot(broken)
    assert run(words) == 4
    assert snapshot(broken) == before
    said = capsys.readouterr().err
    assert "“sign-ups” is no id; did you mean this one?" in said
    assert "paid-sign-ups-a-week-dejr2  Paid sign-ups a week" in said


def test_how_many_files_are_missing_is_said(broken, capsys):
    run(["edit", "sign-ups", "title=x"])
    assert "1 file can't be read and may hold what you mean; say the id:" in capsys.readouterr().err
    (broken / "cycles/t3/okrs/care.toml").write_text("x = [", encoding="utf-8")
    run(["edit", "sign-ups", "title=x"])
    assert "2 files can't be read and may hold what you mean; say the id:" in capsys.readouterr().err


@pytest.mark.parametrize("identity", ["paid-sign-ups-a-week-dejr2", "paid-sign"])
def test_ids_and_their_beginnings_act_as_ever(broken, identity):
    assert run(["edit", identity, "title=Paying teams a week", "--why", "clearer"]) == 0
    titles = [each["title"] for each in tables(broken, OTHER)["objective"][0]["key_result"]]
    assert "Paying teams a week" in titles


def test_words_of_a_title_act_once_every_file_can_be_read(root):
    assert run(["edit", "Paid sign-ups", "title=Paying teams a week", "--why", "clearer"]) == 0


def test_what_only_looks_takes_words_of_a_title(broken, capsys):
    assert run(["why", "sign-ups"]) == 0
    assert "Paid sign-ups a week" in capsys.readouterr().out


def test_the_words_of_an_action_do_not_mark_it_as_done(broken, capsys):
    review = broken / "cycles/t3/review/growth.toml"
    review.parent.mkdir(exist_ok=True)
    assert not review.exists()
    review.write_text('format = 1\nteam = "growth"\n[[action]]\nid = "ac-1234567890"\ntext = "Quiz the juggler"\n')
    assert run(["done", "quiz juggler"]) == 4
    assert "ac-1234567890  Quiz the juggler" in capsys.readouterr().err
    assert run(["done", "ac-1234567890"]) == 0
