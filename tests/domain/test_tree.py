from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from okr_tui.domain.links import asked, challenged, supports
from okr_tui.domain.tree import DEEPEST, Node, Tree, tree
from tests.workspaces import Small, day


def planted(small: Small) -> Tree:
    return tree(small.workspace(), small.content(), day(45))


def drawn(nodes: tuple[Node, ...], indent: int = 0) -> list[str]:
    """The rows of a tree as text, two spaces a level; what stands in full elsewhere in brackets."""
    rows = []
    for node in nodes:
        name = node.place.table.id
        rows.append("  " * indent + (f"({name})" if node.again else name))
        rows += drawn(node.children, indent + 1)
    return rows


def company() -> Small:
    small = Small()
    small.teams.append({"id": "growth", "name": "Growth", "parent": "product"})
    small.objective("company", "win")
    small.key_result("win", "paying-teams")
    return small


def test_objectives_hang_on_what_they_support_any_depth():
    small = company()
    small.objective("product", "grow", supports=["win"])
    small.objective("growth", "find", supports=["grow"])
    found = planted(small)
    assert drawn(found.company) == ["win", "  grow", "    find"]
    assert found.vision == found.loose == ()


def test_a_supported_key_result_is_a_row_of_its_own_with_its_count():
    small = company()
    small.objective("product", "grow", supports=["paying-teams"])
    (win,) = planted(small).company
    assert drawn((win,)) == ["win", "  paying-teams", "    grow"]
    assert (win.contributors, win.children[0].contributors) == (1, 1)


def test_the_annual_objective_that_a_cycle_leads_up_to_stands_above_it():
    small = company()
    small.cycle("year", kind="annual")
    small.cycles["t3"]["cycle"]["parent"] = "year"
    small.objective("company", "be-loved", cycle="year")
    small.objective("company", "not-this-time", cycle="year")
    small.plan("company")["objective"][0]["supports"] = ["be-loved"]
    assert drawn(planted(small).company) == ["be-loved", "  win"]


def test_the_strategy_stands_before_the_year_and_the_year_before_the_cycle():
    small = company()
    small.cycle("year", kind="annual", parent="strategy")
    small.cycle("strategy", kind="strategy")
    small.cycles["t3"]["cycle"]["parent"] = "year"
    small.objective("company", "by-itself")
    small.objective("company", "of-the-year", cycle="year")
    small.objective("company", "for-long", cycle="strategy")
    small.objective("company", "leads-far", supports=["for-long"])
    small.plan("company")["objective"][0]["supports"] = ["of-the-year"]
    assert drawn(planted(small).company) == ["for-long", "  leads-far", "of-the-year", "  win", "by-itself"]


def test_several_parents_name_it_again_where_it_does_not_stand_in_full():
    small = company()
    small.objective("company", "stay")
    small.objective("product", "grow", supports=["win", "stay"])
    small.objective("growth", "find", supports=["grow"])
    found = planted(small)
    assert drawn(found.company) == ["win", "  grow", "    find", "stay", "  (grow)"]
    again = found.company[1].children[0]
    assert again.home is not None
    assert again.home.title == "Win"
    assert [node.contributors for node in found.company] == [1, 1]


def test_a_key_result_that_supports_more_than_its_objective_is_named_there():
    small = company()
    small.objective("product", "grow", supports=["vision"])
    small.key_result("grow", "shared", supports=["paying-teams"])
    found = planted(small)
    assert drawn(found.company) == ["win", "  paying-teams", "    (shared)"]
    assert drawn(found.vision) == ["grow"]


def test_an_objective_whose_key_results_alone_support_something_stands_there():
    small = company()
    small.objective("product", "grow")
    small.key_result("grow", "shared", supports=["win"])
    found = planted(small)
    assert drawn(found.company) == ["win", "  grow"]
    assert found.loose == ()


def test_what_supports_nothing_or_something_that_is_nowhere_stands_apart():
    small = company()
    small.objective("product", "alone")
    small.objective("product", "lost", supports=["gone"])
    found = planted(small)
    assert drawn(found.loose) == ["alone", "lost"]
    assert found.loose[0].link is None
    assert found.loose[1].link is not None
    assert found.loose[1].link.state == "dangling"


def test_a_link_above_a_closed_cycle_that_nobody_read_is_not_called_dangling():
    small = company()
    small.cycle("year", kind="annual", phase="closed")
    small.cycles["t3"]["cycle"]["parent"] = "year"
    small.objective("product", "grow", supports=["be-loved"])
    workspace = small.workspace()
    cycles = {**workspace.cycles, "year": replace(workspace.cycles["year"], complete=False)}
    links = supports(replace(workspace, cycles=cycles), cycles["t3"]).links["grow"]
    assert [link.state for link in links] == ["unread"]


def test_dropped_objectives_are_no_part_of_the_tree():
    small = company()
    small.objective("product", "grow", supports=["win"], dropped={"on": day(3), "why": "too much"})
    small.objective("product", "shrink", supports=["win"], status="dropped")
    (win,) = planted(small).company
    assert win.children == ()
    assert win.contributors == 0


def test_the_company_is_expected_to_find_contributors_and_a_single_team_is_not():
    assert planted(company()).company[0].expects
    small = company()
    small.teams = small.teams[:1]
    assert not planted(small).company[0].expects


def test_a_link_is_challenged_by_the_newest_challenge_until_it_is_resolved():
    small = company()
    small.objective("product", "grow", supports=["win"])
    first = small.says("maya", "comment", on=day(10), about="grow", text="Really?", kind="challenge")
    (win,) = planted(small).company
    assert win.children[0].link is not None
    assert win.children[0].link.state == "challenged"
    reply = small.says("noa", "comment", on=day(11), about="grow", text="Yes.", reply_to=first["id"])
    assert challenged(small.content()) == {"grow"}
    small.says("maya", "comment", on=day(12), about="grow", text="Fine.", reply_to=reply["id"], resolved=True)
    assert challenged(small.content()) == frozenset()
    small.says("sam", "comment", on=day(13), about="grow", text="Still?", kind="challenge")
    assert challenged(small.content()) == {"grow"}


def test_a_question_challenges_nothing():
    small = company()
    small.objective("product", "grow", supports=["win"])
    small.says("maya", "comment", on=day(10), about="grow", text="How?", kind="question")
    assert challenged(small.content()) == frozenset()


def request(small: Small, team: str, identity: str, **keys: object) -> None:
    at = small.says("sam", "comment", on=day(36), about="x", text="x")["at"]
    small.plan(team).setdefault("request", []).append(
        {"id": identity, "at": at, "kind": "depend", "need": "an event", **keys}
    )


def test_requests_stand_below_what_asks_and_know_how_long_they_wait():
    small = company()
    small.objective("product", "grow", supports=["win"])
    small.key_result("grow", "shared")
    request(small, "product", "event", **{"from": "shared", "to": "growth"})
    request(small, "company", "join", **{"from": "win", "to": "product"}, kind="invite")
    found = planted(small)
    assert drawn(found.company) == ["win", "  grow", "    event", "  join"]
    waiting = found.company[0].children[0].children[0].asked
    assert waiting is not None
    assert (waiting.state, waiting.days, waiting.of, waiting.open) == ("asked", 9, "growth", True)


def test_the_newest_answer_counts():
    small = company()
    small.objective("product", "grow")
    request(small, "product", "event", **{"from": "grow", "to": "win"})
    small.says("maya", "answer", on=day(37), request="event", verdict="decline")
    small.says("maya", "answer", on=day(40), request="event", verdict="accept", by=day(60))
    (found,) = asked(small.content(), day(45))
    assert (found.state, found.by, found.of, found.open) == ("accepted", "maya", "company", False)
    assert found.answer is not None
    assert found.answer.by == day(60)


def test_a_request_of_a_team_stands_by_itself():
    small = company()
    request(small, "product", "event", **{"from": "product", "to": "growth"})
    assert drawn(planted(small).asked) == ["event"]


def test_a_circle_of_links_ends_where_it_began():
    small = company()
    small.objective("product", "a", supports=["b"])
    small.objective("growth", "b", supports=["a"])
    small.objective("growth", "self", supports=["self"])
    found = planted(small)
    assert drawn(found.loose) == ["self", "a", "  b", "    (a)"]
    assert [node.circle for node in found.loose] == [False, True]


def test_a_chain_too_long_for_one_tree_goes_on_in_another():
    small = company()
    for number in range(200):
        small.objective("product", f"o{number}", supports=[f"o{number - 1}"] if number else ["win"])
    found = planted(small)
    names = [row.strip() for row in drawn(found.tops)]
    assert set(names) >= {f"o{number}" for number in range(200)}
    assert not any(node.circle for node in found.tops)
    assert found.size == len(names)
    assert DEEPEST < 200


def test_cycles_that_are_their_own_parents_end():
    small = company()
    small.cycles["t3"]["cycle"]["parent"] = "year"
    small.cycle("year", kind="annual", parent="t3", end=day(100) + timedelta(days=20))
    assert drawn(planted(small).company) == ["win"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(0, 9), max_size=3), min_size=1, max_size=10))
def test_every_objective_stands_in_full_exactly_once_whatever_the_links(links: list[list[int]]):
    small = Small()
    for number, targets in enumerate(links):
        team = "company" if number % 3 == 0 else "product"
        small.objective(team, f"o{number}", supports=[f"o{target}" for target in dict.fromkeys(targets)])
    found = planted(small)
    waiting, full, keys = list(found.tops), [], []
    while waiting:
        node = waiting.pop()
        keys.append(node.key)
        full += [node.place.table.id] if not node.again else []
        waiting += node.children
    assert sorted(full) == sorted(f"o{number}" for number in range(len(links)))
    assert len(keys) == len(set(keys))
