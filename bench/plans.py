"""What a made-up team intends in a cycle, and how it judged at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from bench.company import Team
from bench.phrases import ACTIONS, LEARNINGS, MEASURES, OUTCOMES, REASONS, STEPS, SUBJECTS, VERBS
from bench.spans import Span
from okr_tui.domain.ids import new_id

OBJECTIVES = 3


@dataclass(frozen=True, slots=True)
class Course:
    """A key result and how it goes, from which its check-ins follow.

    Attributes:
        ends: share of the way from baseline to target that it reaches by the end of the cycle.
        steps: ids of its milestones.
    """

    id: str
    owner: str
    kind: str
    baseline: float
    target: float
    ends: float
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """A team's plan of one cycle: the file, and the course of every key result by objective id."""

    tables: dict[str, Any]
    courses: dict[str, tuple[Course, ...]]


def planned(rng: Random, team: Team, above: Sequence[str]) -> Planned:
    """Makes up the plan of a team.

    Args:
        rng: chance.
        team: whose plan.
        above: ids of the objectives that these may support; none: the vision.
    """
    objectives, courses = [], {}
    for _each in range(OBJECTIVES):
        title = f"{rng.choice(VERBS)} {rng.choice(SUBJECTS)} {rng.choice(OUTCOMES)}"
        identity = new_id(title, rng.choice)
        pairs = [_key_result(rng, team) for _key in range(rng.choice((3, 4)))]
        objectives.append(
            {
                "id": identity, "title": title, "why": rng.choice(REASONS), "owner": team.people[0], "change": "change",
                "status": "agreed", "supports": [rng.choice(above)] if above else ["vision"],
                "key_result": [table for table, _course in pairs],
            }
        )  # fmt: skip
        courses[identity] = tuple(course for _table, course in pairs)
    return Planned({"format": 1, "team": team.id, "objective": objectives}, courses)


def review_tables(rng: Random, team: Team, span: Span, plan: Planned) -> dict[str, Any]:
    """The review of a closed cycle: a grade for each key result, a decision for each objective."""
    grades = [
        {"about": course.id, "computed": round(min(1, course.ends), 2), "self": round(min(1, course.ends), 1)}
        for courses in plan.courses.values()
        for course in courses
    ]
    decisions = [
        {"about": objective, "verdict": rng.choice(("close", "rework")), "reason": rng.choice(REASONS)}
        for objective in plan.courses
    ]
    learning, action = rng.choice(LEARNINGS), rng.choice(ACTIONS)
    done = {"owner": rng.choice(team.people), "due": span.end, "done": span.end}
    return {
        "format": 1,
        "team": team.id,
        "grade": grades,
        "decision": decisions,
        "action": [{"id": new_id(action, rng.choice), "text": action, **done}],
        "learning": [{"id": new_id(learning, rng.choice), "text": learning}],
    }


def _key_result(rng: Random, team: Team) -> tuple[dict[str, Any], Course]:
    kind = rng.choices(("metric", "keep", "yes-no", "milestones"), (84, 5, 3, 8))[0]
    title, unit, baseline, target = rng.choice(MEASURES)
    title = {"yes-no": f"Decided: {title.lower()}", "milestones": f"A plan for {title.lower()}"}.get(kind, title)
    identity, owner = new_id(title, rng.choice), rng.choice(team.people)
    table: dict[str, Any] = {"id": identity, "title": title, "owner": owner}
    table |= {"kind": kind} if kind != "metric" else {}
    table |= {"unit": unit} if unit and kind in {"metric", "keep"} else {}
    steps: tuple[str, ...] = ()
    if kind == "metric":
        table |= {"baseline": baseline, "target": target}
    elif kind == "keep":
        table |= {"low": min(baseline, target), "high": max(baseline, target)}
    elif kind == "milestones":
        steps = tuple(new_id(step, rng.choice) for step in STEPS)
        table["milestone"] = [{"id": step, "title": words} for step, words in zip(steps, STEPS, strict=True)]
    if rng.random() < 1 / 3:
        doing = f"Talk to {rng.choice(SUBJECTS)}"
        table["initiative"] = [{"id": new_id(doing, rng.choice), "title": doing, "owner": owner, "status": "active"}]
    return table, Course(identity, owner, kind, baseline, target, round(rng.uniform(0.3, 1.1), 2), steps)
