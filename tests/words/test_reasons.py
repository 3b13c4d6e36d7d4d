import ast
import inspect
from typing import Any

import pytest

from okr_tui.domain import pace, standing
from okr_tui.domain.pace import Reason
from okr_tui.domain.plan import KeyResult
from okr_tui.store.validate import table_of
from okr_tui.words import reasons
from okr_tui.words.reasons import sentence
from tests.workspaces import day

METRIC = {"baseline": 8, "target": 3, "unit": "h"}


def said(code: str, facts: dict[str, Any], **keys: Any) -> str:
    key_result = table_of(KeyResult, {"id": "k", "title": "K", **keys})
    return sentence(Reason(code, facts), key_result, {"noa": "Noa", "evil": "E\x1b[2Jvil"}.__getitem__)


PACE = {"pace": 0.353, "progress": 0.15, "expected": 0.214, "elapsed": 0.1}

SENTENCES = [
    ("pace", PACE, {}, "pace 0.35: 15 % where 21 % was expected"),
    ("within-grace", PACE, {}, "15 % where 21 % was expected: close enough"),
    ("early", PACE, {}, "too early to judge: 10 % of its time has passed"),
    ("low-confidence", {"confidence": 3, "blocker": None}, {}, "confidence 3"),
    ("low-confidence", {"confidence": 3, "blocker": "waits\nfor Platform"}, {}, "confidence 3: waits for Platform"),
    ("inside-band", {"value": 5}, {"kind": "keep", "low": 4, "high": 6}, "5 is inside its band, keep 4 to 6"),
    ("outside-band", {"value": 7}, {"kind": "keep", "low": 4, "high": 6}, "7 is outside its band, keep 4 to 6"),
    ("not-yet", {}, {"kind": "yes-no"}, "not yet; yes or no is told at the end"),
    ("not-judged", {"baseline": None}, {"target": 3}, "no baseline, so no progress can be told"),
    ("not-judged", {"baseline": 8}, {"baseline": 8}, "no target, so no progress can be told"),
    ("not-judged", {"baseline": None}, {"kind": "milestones"}, "no milestones yet, so no progress can be told"),
    ("not-judged", {"baseline": 8}, METRIC, "nothing is expected yet"),
    ("two-falls", {"values": (5.6, 5.9, 6.2), "share": 0.12}, METRIC, "two falls, 5.6 → 5.9 → 6.2 h: 12 % of the way lost. Who can help?"),
    ("confidence-fell", {"person": "noa", "from": 9, "to": 5}, {}, "Noa's confidence fell from 9 to 5. Who can help?"),
    ("confidence-fell", {"person": "evil", "from": 9, "to": 5}, {}, "E\ufffd[2Jvil's confidence fell from 9 to 5. Who can help?"),
    ("stale", {"days": 19, "never": False}, {}, "19 days without a value"),
    ("stale", {"days": 1, "never": False}, {}, "1 day without a value"),
    ("stale", {"days": 19, "never": True}, {}, "19 days, and not one value yet"),
    ("not-moving-yet", {"from": day(62)}, {}, "not expected to move before 2 Nov"),
    ("no-value", {"from": day(0)}, {}, "no value yet"),
    ("other-unit", {}, {"unit": "k"}, "its unit has changed: no value in k yet"),
    ("other-unit", {}, {}, "its unit has changed: no value without one yet"),
    ("reached", {}, METRIC, "the target 3 h is reached"),
    ("done", {}, {"kind": "milestones"}, "every milestone is done"),
    ("done", {}, {"kind": "yes-no"}, "yes"),
    ("done", {}, METRIC, "reached, and its owner says it is done"),
    ("not-pursued-dropped", {"why": "too dear"}, {}, "dropped: too dear"),
    ("not-pursued-dropped", {"why": None}, {}, "dropped"),
    ("not-pursued-draft", {"status": "proposed"}, {}, "its objective is not agreed yet (proposed)"),
    ("not-pursued-yet", {"from": day(7)}, {}, "check-ins begin on 8 Sep"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "facts", "keys", "expected"), SENTENCES)
def test_each_reason_is_one_sentence(code: str, facts: dict[str, Any], keys: dict[str, Any], expected: str) -> None:
    assert said(code, facts, **keys) == expected


def codes_in(module: Any) -> set[str]:
    """The codes that a module gives to `Reason`, read from its source."""
    calls = [
        node
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Reason"
    ]
    inside = [each for call in calls for each in ast.walk(call.args[0]) if isinstance(each, ast.Constant)]
    return {str(each.value) for each in inside}


def test_every_reason_that_the_domain_gives_has_its_sentence_and_its_test() -> None:
    given = codes_in(pace) | codes_in(standing) | {"inside-band", "outside-band"}
    assert given == set(reasons._SENTENCES)
    assert given == {code for code, *_rest in SENTENCES}
