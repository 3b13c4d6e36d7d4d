from datetime import UTC, date, datetime
from secrets import choice

import pytest

from okr_tui.actions.act import Author, perform
from okr_tui.actions.editing import edit
from okr_tui.actions.leaving import leave_finding
from okr_tui.domain.drafts.left import left_of
from okr_tui.domain.errors import WrongUsage
from okr_tui.store.reader import Reader
from tests.workspaces import Small

NOW = datetime(2026, 10, 16, 9, tzinfo=UTC)
AUTHOR = Author("noa", NOW, choice)


@pytest.fixture
def root(tmp_path):
    small = Small()
    small.objective("product", "home", status="draft")
    small.key_result("home", "kr", title="Improve the help centre")
    return small.write(tmp_path / "small")


def do(root, make):
    return perform(root, root.parent / "state", make, by="noa", at=NOW)


def place(root, identity="kr"):
    return Reader(root).read().find(identity, date(2026, 10, 16))


def left(root):
    content = Reader(root).read().cycles["t3"]
    return left_of(content.plans["product"], "kr", place(root).title)


def test_what_is_left_stays_left_until_the_wording_changes(root):
    do(root, lambda: leave_finding(root, AUTHOR, place(root), "kr-vague", why="we agreed on it"))
    assert left(root) == {"kr-vague"}
    do(root, lambda: edit(root, AUTHOR, place(root), {"title": "Improve the search"}))
    assert left(root) == frozenset()


def test_leaving_it_for_another_wording_replaces_what_was_left(root):
    do(root, lambda: leave_finding(root, AUTHOR, place(root), "kr-vague"))
    do(root, lambda: edit(root, AUTHOR, place(root), {"title": "Improve the search"}))
    do(root, lambda: leave_finding(root, AUTHOR, place(root), "kr-vague"))
    plan = Reader(root).read().cycles["t3"].plans["product"]
    assert len(plan.dismissed) == 1
    assert left(root) == {"kr-vague"}


def test_leaving_it_twice_is_refused(root):
    do(root, lambda: leave_finding(root, AUTHOR, place(root), "kr-vague"))
    with pytest.raises(WrongUsage):
        leave_finding(root, AUTHOR, place(root), "kr-vague")
