"""Scores and what they mean, worked out by hand, as a table that a coach can read and check with a pencil.

Every case is a line: what was wanted, where it ended, and what the method says of that (method.md, "Measure").
A score is how much of the way was gone, 0.00 to 1.00; with zones 0.3 at commit, 0.7 at target, 1.0 at stretch.
"""

from datetime import date, timedelta

import pytest

from okr_tui.domain.grades import company_score, computed, cycle_graded, team_graded, wants_reason
from tests.workspaces import END, Small, day

AFTER = END + timedelta(days=1)

# was to be      | wanted                        | ended at | score | colour | own  | asks for
# ---------------+-------------------------------+----------+-------+--------+------+------------
KEY_RESULTS = """
  aspirational   | 20 -> 40                      | 20       | 0.00  | red    |      |             nothing of the way
  aspirational   | 20 -> 40                      | 25       | 0.25  | red    | 0.3  |             5 of 20
  aspirational   | 20 -> 40                      | 27.92    | 0.396 | yellow | 0.4  |             reads 0.40, and is read so
  aspirational   | 20 -> 40                      | 27.8     | 0.39  | red    | 0.4  |             reads 0.39
  aspirational   | 20 -> 40                      | 28       | 0.40  | yellow | 0.4  |             yellow begins at 0.40
  aspirational   | 20 -> 40                      | 33.8     | 0.69  | yellow | 0.7  |             13.8 of 20
  aspirational   | 20 -> 40                      | 34       | 0.70  | green  | 0.7  |             14 of 20: a success
  aspirational   | 20 -> 40                      | 40       | 1.00  | green  | 1.0  |             all the way
  aspirational   | 20 -> 40                      | 60       | 1.00  | green  | 1.0  |             beyond the target counts 1
  aspirational   | 20 -> 40                      | 10       | 0.00  | red    | 0.0  |             below the start counts 0
  aspirational   | 20 -> 40                      | 34       | 0.70  | green  | 0.5  | difference  0.2 lower than computed
  aspirational   | 20 -> 40                      | 34       | 0.70  | green  | 0.61 |             0.09 apart: close enough
  aspirational   | 20 -> 40                      | 34       | 0.70  | green  | 0.8  | difference  0.1 apart asks why
  aspirational   | 8 -> 3                        | 5        | 0.60  | yellow | 0.6  |             downwards: 3 of 5
  aspirational   | 8 -> 3                        | 9        | 0.00  | red    | 0.0  |             the wrong way
  aspirational   | 8 -> 3                        | 2        | 1.00  | green  | 1.0  |             further down than wanted
  aspirational   | 0 -> 100 commit 50 stretch 120| 25       | 0.15  | red    | 0.2  |             half way to commit: 0.3 x 25/50
  aspirational   | 0 -> 100 commit 50 stretch 120| 50       | 0.30  | red    | 0.3  |             commit is worth 0.3
  aspirational   | 0 -> 100 commit 50 stretch 120| 75       | 0.50  | yellow | 0.5  |             0.3 + 0.4 x 25/50
  aspirational   | 0 -> 100 commit 50 stretch 120| 100      | 0.70  | green  | 0.7  |             the target is worth 0.7
  aspirational   | 0 -> 100 commit 50 stretch 120| 110      | 0.85  | green  | 0.9  |             0.7 + 0.3 x 10/20
  aspirational   | 0 -> 100 commit 50 stretch 120| 120      | 1.00  | green  | 1.0  |             the stretch
  committed      | 0 -> 100 commit 50 stretch 120| 75       | 0.75  | red    | 0.75 | post-mortem no zones where it was a promise
  committed      | 20 -> 40                      | 40       | 1.00  | green  | 1.0  |             kept
  committed      | 20 -> 40                      | 39.9     | 0.995 | red    | 1.0  | post-mortem almost is not kept
  committed      | 20 -> 40                      | 34       | 0.70  | red    | 0.7  | post-mortem 0.7 is no success of a promise
  committed      | 20 -> 40                      | 50       | 1.00  | green  | 1.0  |             more than promised
  committed      | yes-no                        | 1        | 1.00  | green  | 1.0  |             yes
  committed      | yes-no                        | 0        | 0.00  | red    | 0.0  | post-mortem no
  aspirational   | yes-no                        | 1        | 1.00  | green  | 1.0  |             yes
  aspirational   | keep 95..100                  | 97 96 90 | 0.667 | yellow | 0.7  |             2 of 3 weeks inside: 0.67
  committed      | keep 95..100                  | 97 96 99 | 1.00  | green  | 1.0  |             every week inside
  aspirational   | steps 1 1 2                   | s1 s3    | 0.75  | green  | 0.75 |             weights 1 + 2 of 4
  aspirational   | steps 1 1 2                   | s2       | 0.25  | red    | 0.4  | difference  1 of 4
  aspirational   | 20 -> 40                      | nothing  | 0.00  | red    | 0.5  | difference  without a figure it counts 0
  aspirational   | nothing -> 40                 | 30       | 0.00  | red    | 0.0  |             without a start it counts 0
"""

# objectives of a team: the scores of its key results, x what each weighs | the objective
OBJECTIVES = """
  0.2 0.4 0.9        | 0.50   the mean of three
  0.2x3 1.0          | 0.40   (3 x 0.2 + 1.0) / 4
  1.0 0.0            | 0.50   one that is beyond its target hides no zero
  0.7 dropped        | 0.70   what was dropped is left out
  0.8 silent         | 0.40   what nobody measured counts 0
  dropped            | none   nothing left to score
"""

# teams: scores of their objectives | of each team | of the company
COMPANIES = """
  company 0.8 ; product 0.4 0.6 | 0.80 0.50 | 0.60   three objectives, not two teams: (0.8 + 0.4 + 0.6) / 3
  company     ; product 0.5     | none 0.50 | 0.50   a team without objectives is left out
  company 1.0 ; product draft 0.2 | 1.00 0.20 | 0.60   a draft is no objective yet
"""


def _rows(table: str, columns: int) -> list[tuple[str, ...]]:
    lines = [line for line in table.splitlines() if line.strip()]
    return [tuple(cell.strip() for cell in line.split("|", columns - 1)) for line in lines]


def _key_result(small: Small, objective: str, wanted: str, ended: str, identity: str = "kr") -> None:
    words = wanted.split()
    keys: dict[str, object] = {}
    if words[0] == "keep":
        low, _, high = words[1].partition("..")
        keys = {"kind": "keep", "low": float(low), "high": float(high)}
    elif words[0] == "yes-no":
        keys = {"kind": "yes-no"}
    elif words[0] == "steps":
        steps = [{"id": f"s{n}", "title": f"S{n}", "weight": int(each)} for n, each in enumerate(words[1:], start=1)]
        keys = {"kind": "milestones", "milestone": steps}
    else:
        keys = {"target": float(words[2])} | ({} if words[0] == "nothing" else {"baseline": float(words[0])})
        keys |= {words[n]: float(words[n + 1]) for n in range(3, len(words), 2)}
    small.key_result(objective, identity, **keys)
    for week, said in enumerate(ended.split() if ended != "nothing" else []):
        told = {"milestone": said} if said.startswith("s") else {"value": float(said)}
        small.says("noa", "check_in", on=day(10 + 7 * week), about=identity, **told)


@pytest.mark.parametrize("row", _rows(KEY_RESULTS, 7), ids=lambda row: f"{row[0]} {row[1]}: {row[2]}, {row[5]}")
def test_a_key_result_scores_and_reads_as_worked_out_by_hand(row):
    ambition, wanted, ended, score, colour, own, rest = row
    small = Small()
    small.objective("company", "o", ambition=ambition)
    _key_result(small, "o", wanted, ended)
    content = small.content()
    graded = team_graded(small.workspace(), content, "company", AFTER).objectives[0].key_results[0]
    assert graded.score == pytest.approx(float(score), abs=0.0005)
    assert graded.band == colour
    asked = rest.split()[0] if rest.split()[0] in {"difference", "post-mortem"} else None
    assert wants_reason(graded.objective, graded.score, float(own) if own else None) == asked


@pytest.mark.parametrize("row", _rows(OBJECTIVES, 2), ids=lambda row: row[0])
def test_an_objective_scores_the_weighted_mean_of_its_key_results(row):
    parts, said = row[0].split(), row[1].split()[0]
    small = Small()
    small.objective("company", "o")
    for n, part in enumerate(parts):
        share, _, weight = part.partition("x")
        gone = {"dropped": {"on": date(2026, 10, 1), "why": "no"}} if share == "dropped" else {}
        small.key_result("o", f"k{n}", baseline=0, target=100, **({"weight": float(weight)} if weight else {}), **gone)
        if not gone and share != "silent":
            small.says("noa", "check_in", on=day(20), about=f"k{n}", value=float(share) * 100)
    found = team_graded(small.workspace(), small.content(), "company", AFTER).objectives[0].itself.score
    assert found == (None if said == "none" else pytest.approx(float(said)))


@pytest.mark.parametrize("row", _rows(COMPANIES, 3), ids=lambda row: row[0])
def test_a_team_is_the_mean_of_its_objectives_and_the_company_that_of_all(row):
    small = Small()
    for side in row[0].split(";"):
        team, *scores = side.split()
        small.plan(team)
        for n, share in enumerate(scores):
            draft = share == "draft"
            small.objective(team, f"{team}-{n}", status="draft" if draft else "agreed")
            small.key_result(f"{team}-{n}", f"{team}-k{n}", baseline=0, target=100)
            if not draft:
                small.says("noa", "check_in", on=day(20), about=f"{team}-k{n}", value=float(share) * 100)
    teams = cycle_graded(small.workspace(), small.content(), AFTER)
    wanted = [None if each == "none" else pytest.approx(float(each)) for each in row[1].split()]
    assert [each.score for each in teams] == wanted
    assert company_score(teams) == pytest.approx(float(row[2].split()[0]))


def test_a_closed_cycle_keeps_the_scores_it_was_closed_with_and_says_what_came_late():
    small = Small()
    small.cycle("t3", name="T3", phase="closed")
    small.objective("company", "o")
    small.key_result("o", "kr", baseline=0, target=100)
    small.says("noa", "check_in", on=day(90), about="kr", value=50)
    small.review("company", grade=[{"about": "kr", "computed": 0.4, "self": 0.5}])
    workspace, content = small.workspace(), small.content()
    graded = team_graded(workspace, content, "company", AFTER)
    result = graded.objectives[0].key_results[0]
    assert (result.score, result.late, result.own, round(result.difference or 0, 3)) == (0.4, 0.5, 0.5, 0.1)
    assert graded.score == pytest.approx(0.4)
    assert computed(workspace, content, content.located["kr"], AFTER) == 0.5


def test_a_grade_is_contested_where_somebody_sees_it_otherwise_and_their_newest_word_counts():
    small = Small()
    small.objective("company", "o")
    small.key_result("o", "kr", baseline=0, target=100)
    small.says("noa", "check_in", on=day(90), about="kr", value=50)
    small.says("sam", "opinion", on=day(98), about="kr", grade=0.2, text="hardly anything")
    small.says("sam", "opinion", on=day(99), about="kr", grade=0.3)
    small.review("company", grade=[{"about": "kr", "self": 0.5, "reason": "half"}])
    result = team_graded(small.workspace(), small.content(), "company", AFTER).objectives[0].key_results[0]
    assert [(each.person, each.grade) for each in result.opinions] == [("sam", 0.3)]
    assert result.contested
