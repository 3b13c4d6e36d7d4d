"""Threads, polls, and what of them waits for whom."""

from okr_tui.domain.due import owed
from okr_tui.domain.polls import result, waiting_for
from okr_tui.domain.threads import has_spoken, is_open, open_threads, threads
from tests.workspaces import Small, day


def talking() -> Small:
    small = Small()
    small.objective("product", "grow", status="draft", owner="noa")
    small.key_result("grow", "nps", baseline=20, target=40)
    return small


def asks(small: Small, person: str, text: str = "Why?", about: str = "nps", **keys) -> str:
    return small.says(person, "comment", on=day(40), about=about, text=text, **keys)["id"]


def waits(small: Small, person: str) -> list[str]:
    return [item.id for item in owed(small.workspace(), person, day(45)) if item.kind in {"question", "challenge"}]


def test_a_thread_holds_replies_to_replies_in_the_order_they_were_said():
    small = talking()
    first = asks(small, "maya", "one", kind="question")
    second = asks(small, "noa", "two", reply_to=first)
    asks(small, "sam", "other")
    asks(small, "maya", "three", reply_to=second)
    found = threads(small.content(), "nps")
    assert [[thread.first.comment.text, *(reply.comment.text for reply in thread.replies)] for thread in found] == [
        ["one", "two", "three"], ["other"],
    ]  # fmt: skip


def test_words_that_answer_each_other_in_a_circle_and_replies_to_nothing_lose_nobody():
    small = talking()
    lost = asks(small, "maya", "lost", reply_to="co-gone")
    small.says("noa", "comment", on=day(41), about="nps", text="again", reply_to=lost)
    assert [thread.first.comment.text for thread in threads(small.content(), "nps")] == ["lost"]


def test_asking_makes_it_owed_and_the_owners_answer_ends_it_but_not_that_of_others():
    small = talking()
    asked = asks(small, "maya", kind="challenge")
    assert waits(small, "noa") == [asked]
    assert open_threads(small.workspace(), small.content()) == {"nps": 1}
    asks(small, "sam", "I wonder too", reply_to=asked)
    assert waits(small, "noa") == [asked]
    asks(small, "noa", "Because.", reply_to=asked)
    assert waits(small, "noa") == []
    assert open_threads(small.workspace(), small.content()) == {}


def test_a_suggestion_is_open_until_it_is_closed_and_a_comment_never_is():
    small = talking()
    offered = asks(small, "maya", "target = 45", kind="suggestion")
    asks(small, "maya", "Fine.")
    asks(small, "noa", "Hm.", reply_to=offered)
    assert open_threads(small.workspace(), small.content()) == {"nps": 1}
    asks(small, "sam", "", reply_to=offered, resolved=True)
    workspace, content = small.workspace(), small.content()
    assert not any(is_open(workspace, content, thread) for thread in threads(content, "nps"))


def test_a_question_about_a_team_goes_to_its_champion_then_to_every_champion_then_to_its_lead():
    small = talking()
    asked = asks(small, "noa", "Why so many meetings?", about="product", kind="question")
    assert waits(small, "sam") == [asked]
    small.people.append({"id": "rosa", "name": "Rosa", "roles": ["champion"]})
    assert waits(small, "rosa") == [asked]
    assert waits(small, "sam") == []
    small.teams[1]["champion"] = "maya"
    assert waits(small, "maya") == [asked]
    assert waits(small, "rosa") == []
    small.teams[1]["champion"] = "noa"
    assert waits(small, "rosa") == [asked]


def test_a_question_about_a_kpi_goes_to_the_lead_of_its_team():
    small = talking()
    small.teams[1]["kpi"] = [{"id": "uptime", "title": "Uptime"}]
    asked = asks(small, "maya", about="uptime", kind="question")
    assert waits(small, "sam") == [asked]


def test_whoever_said_a_named_word_knows_that_it_lasts():
    small = talking()
    assert not has_spoken(small.workspace(), "noa")
    asks(small, "noa")
    assert has_spoken(small.workspace(), "noa")


def voting(about: str | None = "grow") -> Small:
    small = talking()
    poll = {
        "id": "which",
        "question": "Which one?",
        "options": ["Days", "Weeks"],
        **({"about": about} if about else {}),
    }
    small.plan("product")["poll"] = [poll]
    return small


def test_a_poll_waits_for_everybody_of_the_team_who_has_not_chosen():
    small = voting()
    assert waits(small, "noa") == ["which"]
    assert waits(small, "maya") == []
    small.says("noa", "choice", on=day(41), poll="which", option="Days")
    assert waits(small, "noa") == []
    assert waits(small, "sam") == ["which"]


def test_the_newest_choice_of_a_person_counts_and_what_is_no_option_does_not():
    small = voting()
    small.says("noa", "choice", on=day(41), poll="which", option="Days")
    small.says("noa", "choice", on=day(42), poll="which", option="Weeks")
    small.says("sam", "choice", on=day(42), poll="which", option="Years")
    found = result(small.workspace(), small.content(), "which")
    assert found is not None
    assert found.chosen == {"Days": (), "Weeks": ("noa",)}
    assert [found.choice_of(person) for person in ("noa", "sam")] == ["Weeks", None]


def test_a_poll_ends_when_what_it_is_about_is_given_up():
    small = voting()
    assert len(list(waiting_for(small.workspace(), small.content(), "noa"))) == 1
    small.plan("product")["objective"][0] |= {"status": "dropped", "dropped": {"on": day(41), "why": "No"}}
    assert list(waiting_for(small.workspace(), small.content(), "noa")) == []
