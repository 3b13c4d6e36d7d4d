"""Two people on two machines ask, propose another day, agree and link: both see the same state after a sync."""

from pathlib import Path
from typing import Any

import pytest

from tests.e2e.changing import okr
from tests.e2e.clones import begun
from tests.gitted import needs_git, own_settings

INVITATION, EVERY_TEAM = "which-first-answers-help-zn7v3", "every-new-team-gets-a-5bfc0"


def states(clone: Path) -> dict[tuple[str, str, str], str]:
    return {(each["from"], each["to"], each["kind"]): each["state"] for each in okr(clone, "align")["links"]}


def waits(clone: Path, me: str) -> list[str]:
    owed: list[dict[str, Any]] = okr(clone, "--me", me, "due", codes=(0, 1))
    return [each["id"] for each in owed if each["kind"] == "request"]


@needs_git
def test_the_handshake_works_between_two_clones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tmp_path, monkeypatch)
    mine, yours = begun(tmp_path, 2)

    def passed_on(giver: Path, taker: Path) -> None:
        okr(giver, "sync")
        okr(taker, "sync")
        assert states(giver) == states(taker)

    asked = okr(mine, "--me", "karim", "add", "request", "A list of what people ask", "--from", "growth", "--to", "care",
                "--by", "2026-11-06")["id"]  # fmt: skip
    passed_on(mine, yours)
    assert asked in waits(yours, "rosa")
    okr(yours, "--me", "rosa", "answer", asked, "challenge", "--by", "2026-11-20")
    okr(yours, "--me", "rosa", "answer", INVITATION, "accept")
    passed_on(yours, mine)
    assert asked in waits(mine, "karim")
    assert asked not in waits(yours, "rosa")
    drafted = [
        source for (source, target, kind), state in states(mine).items() if target == EVERY_TEAM and kind == "supports"
    ]
    assert len(drafted) == 4
    okr(mine, "--me", "karim", "answer", asked, "accept")
    okr(mine, "--me", "maya", "comment", drafted[-1], "What will it change?", "--kind", "challenge")
    passed_on(mine, yours)
    assert states(yours)["growth", "care", "depend"] == "accepted"
    assert "challenged" in {state for (_from, target, _kind), state in states(yours).items() if target == EVERY_TEAM}
