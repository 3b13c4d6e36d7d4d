"""What was promised is done: what stands in the files then."""

import random
import tomllib
from datetime import date, datetime, timedelta, timezone

import pytest

from okr_tui.actions.act import Author, perform
from okr_tui.actions.answering import answer_request, say_on
from okr_tui.actions.check_in import Subject, Words
from okr_tui.actions.finishing import check_in_steps, finish_action, finish_initiative
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.store.reader import Reader
from tests.workspaces import Small

NOW = datetime(2026, 10, 16, 16, 30, tzinfo=timezone(timedelta(hours=2)))
AUTHOR = Author("noa", NOW, random.Random(1).choice)  # noqa: S311 - ids of a test


@pytest.fixture
def root(tmp_path):
    small = Small()
    small.objective("product", "grow")
    small.key_result("grow", "nps", initiative=[{"id": "ask", "title": "Ask ten", "owner": "noa"}])
    small.review("product", action=[{"id": "page", "text": "One page", "owner": "noa"}])
    request = {"id": "need", "at": NOW, "kind": "depend", "from": "company", "to": "product", "need": "an event"}
    small.plan("product")["request"] = [request]
    return small.write(tmp_path / "small")


def do(root, make):
    return perform(root, root.parent / "state", make)


def tables(root, path):
    return tomllib.loads((root / path).read_text(encoding="utf-8"))


def journal(root):
    return tables(root, "cycles/t3/journal/2026-w42/noa.toml")


def find(root, identity):
    return Reader(root).read().find(identity, NOW.date())


def test_an_initiative_is_done(root):
    done = do(root, lambda: finish_initiative(root, AUTHOR, find(root, "ask")))
    (initiative,) = tables(root, "cycles/t3/okrs/product.toml")["objective"][0]["key_result"][0]["initiative"]
    assert initiative["status"] == "done"
    assert done.act.change.name == "done: “Ask ten”"


def test_an_action_of_a_review_is_done_on_a_day_and_not_twice(root):
    do(root, lambda: finish_action(root, AUTHOR, "t3", "product", "page"))
    assert tables(root, "cycles/t3/review/product.toml")["action"][0]["done"] == date(2026, 10, 16)
    with pytest.raises(WrongUsage):
        do(root, lambda: finish_action(root, AUTHOR, "t3", "product", "page"))
    with pytest.raises(OkrError):
        do(root, lambda: finish_action(root, AUTHOR, "t3", "product", "gone"))


def test_several_milestones_are_one_change_and_the_words_are_said_once(root):
    subject = Subject("nps", "NPS", "milestones", None, "t3", "product", "Product", steps=(("a", "A"), ("b", "B")))
    words = Words(confidence=7, note="both at once")
    do(root, lambda: check_in_steps(root, AUTHOR, subject, words, ("a", "b")))
    first, second = journal(root)["check_in"]
    assert (first["milestone"], first["confidence"], first["note"]) == ("a", 7, "both at once")
    assert (second["milestone"], "note" in second, second["about"]) == ("b", False, "nps")
    assert first["id"] != second["id"]


def test_a_request_is_answered_and_a_no_says_why(root):
    request = find(root, "need")
    do(root, lambda: answer_request(root, AUTHOR, request, "accept", by=date(2026, 11, 3)))
    (answer,) = journal(root)["answer"]
    assert (answer["request"], answer["verdict"], answer["by"]) == ("need", "accept", date(2026, 11, 3))
    for verdict, text in (("decline", "  "), ("perhaps", "why not")):
        with pytest.raises(WrongUsage):
            answer_request(root, AUTHOR, request, verdict, text)


def test_a_word_in_a_thread_says_what_it_replies_to_and_is_not_empty(root):
    do(root, lambda: say_on(root, AUTHOR, "t3", "nps", " Because. ", reply_to="co-0000000001"))
    (comment,) = journal(root)["comment"]
    assert (comment["about"], comment["text"], comment["reply_to"]) == ("nps", "Because.", "co-0000000001")
    with pytest.raises(WrongUsage):
        say_on(root, AUTHOR, "t3", "nps", " ")
