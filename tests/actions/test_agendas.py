"""The workspace's own agendas: minutes that become its own, next to what others wrote there, and the way back."""

import tomllib

import pytest

from okr_tui.actions.act import perform
from okr_tui.actions.agendas import back_to_method, change_minutes
from okr_tui.domain.agenda import AGENDAS
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.store.agendas import agendas_of
from tests.workspaces import Small

WEEKLY = "weekly-check-in"
TEAMS_OWN = '[[agenda]]\nkind = "weekly-check-in"\nteam = "product"\n\n[[agenda.step]]\ncode = "tea"\nminutes = 9\n'


@pytest.fixture
def root(tmp_path):
    return Small().write(tmp_path / "small")


def done(root, make):
    return perform(root, root.parent / "state", make)


def agendas(root):
    return tomllib.loads((root / "agendas.toml").read_text(encoding="utf-8")).get("agenda", [])


def test_other_minutes_become_the_workspaces_own_and_a_teams_agenda_stays_also_on_the_way_back(root):
    (root / "agendas.toml").write_text(f"format = 1\n\n{TEAMS_OWN}", encoding="utf-8")
    done(root, lambda: change_minutes(root, WEEKLY, AGENDAS[WEEKLY], {0: 4}))
    done(root, lambda: change_minutes(root, WEEKLY, AGENDAS[WEEKLY], {4: 6}))
    team, own = agendas(root)
    assert [each["code"] for each in team["step"]] == ["tea"]
    assert [each["minutes"] for each in own["step"]] == [4, 5, 8, 7, 6]
    assert own["step"][0] == {"code": "wins", "minutes": 4}
    done(root, lambda: back_to_method(root, WEEKLY))
    assert agendas(root) == [team]
    with pytest.raises(WrongUsage):
        back_to_method(root, WEEKLY)


def test_minutes_that_make_no_sense_or_belong_to_other_steps_by_now_are_not_written(root):
    with pytest.raises(WrongUsage):
        change_minutes(root, WEEKLY, AGENDAS[WEEKLY], {0: 0})
    with pytest.raises(WrongUsage):
        change_minutes(root, WEEKLY, AGENDAS[WEEKLY], {0: 2})
    everybodys = TEAMS_OWN.replace('team = "product"\n', "")
    (root / "agendas.toml").write_text(f"format = 1\n\n{everybodys}", encoding="utf-8")
    with pytest.raises(OkrError, match="meanwhile"):
        change_minutes(root, WEEKLY, AGENDAS[WEEKLY], {0: 4})
    found = agendas_of(root)
    assert found is not None
    assert [each.minutes for each in found.agenda[0].step] == [9]
