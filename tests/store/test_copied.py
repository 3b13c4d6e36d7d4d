import copy
import tomllib
from pathlib import Path
from typing import Any

from okr_tui.store.check import check
from okr_tui.store.copied import Copied, copied
from okr_tui.store.merge import merge
from tests.store.sound import FILES, written

PLAN = "cycles/2026-t3/okrs/product.toml"


def doubled() -> dict[str, Any]:
    """A plan in which somebody has copied the objective, with all that stands in it, and another side changed something."""
    base = tomllib.loads(FILES[PLAN])
    mine, other = copy.deepcopy(base), copy.deepcopy(base)
    mine["objective"].append(copy.deepcopy(mine["objective"][0]))
    other["objective"][0]["why"] = "because"
    return merge(base, mine, other).tables


def test_a_copy_is_told_by_its_id_until_somebody_changes_it() -> None:
    tables = doubled()
    first, second = tables["objective"]
    assert copied(tables) == (Copied(first["id"], second["id"], ("objective", 1)),)
    second["title"] = "Another one"
    assert all(each.new != second["id"] for each in copied(tables))


def test_nothing_else_is_taken_for_a_copy() -> None:
    assert copied(tomllib.loads(FILES[PLAN])) == ()
    assert copied({"objective": [{"id": "grow-00001"}, {"id": "grow-00002"}, {"id": "grow"}]}) == ()


def test_check_gives_a_hint_at_the_id(tmp_path: Path) -> None:
    import tomli_w

    root = written(tmp_path / "ws", {**FILES, PLAN: tomli_w.dumps(doubled())})
    hints = [each for each in check(root) if each.code == "copied"]
    assert {(each.file, each.severity) for each in hints} == {(PLAN, "hint")}
    lines = (root / PLAN).read_text(encoding="utf-8").splitlines()
    assert all(lines[each.line - 1].startswith("id = ") for each in hints)
