import random
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okr_tui.actions.first_files import Wanted
from okr_tui.actions.found import found, people_of
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.settings import Cadence
from okr_tui.store.check import check
from okr_tui.store.reader import Reader
from okr_tui.store.validate import table_of

TODAY = date(2026, 10, 16)


choose = random.Random(7).choice  # noqa: S311 - made-up ids for a test


def wanted(**other: object) -> Wanted:
    usual = Wanted(
        "Acme", "en", Cadence(cycle="tertial"), ("Product", "Care"), ("Noa Berger <noa@acme.example>", "Inès")
    )
    return usual._replace(**other)


def test_a_new_workspace_has_nothing_to_mend(tmp_path: Path) -> None:
    told = found(tmp_path / "new", wanted(), TODAY, choose)
    assert check(tmp_path / "new") == ()
    workspace = Reader(tmp_path / "new").read()
    assert [(each.id, each.name, each.email, each.team) for each in workspace.people] == [
        ("noa", "Noa Berger", "noa@acme.example", ("acme", "product")),
        ("ines", "Inès", None, ("product",)),
    ]
    assert [(each.id, each.parent, each.lead) for each in workspace.teams] == [
        ("acme", None, "noa"), ("product", "acme", "noa"), ("care", "acme", "noa"),
    ]  # fmt: skip
    content = workspace.default_cycle(TODAY)
    assert content is not None
    assert (content.cycle.id, content.cycle.name, content.cycle.parent) == ("2026-t3", "T3 2026", "2026")
    assert content.cycle.phase == "make"
    assert workspace.cycles["2026"].cycle.kind == "annual"
    assert (told.me, told.cycle.id, told.id) == ("noa", "2026-t3", workspace.settings.id)
    assert (tmp_path / "new/.gitattributes").read_text(encoding="utf-8") == "*.toml text eol=lf merge=okr\n"


def test_every_file_explains_itself_to_a_newcomer(tmp_path: Path) -> None:
    found(tmp_path, wanted(), TODAY, choose)
    for path in tmp_path.rglob("*.toml"):
        text = path.read_bytes().decode("utf-8")
        assert text.startswith("format = 1\n\n# ")
        assert "\r" not in text
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


def test_rituals_lie_ahead_and_whoever_begins_late_has_time_to_draft(tmp_path: Path) -> None:
    found(tmp_path, wanted(), TODAY, choose)
    content = Reader(tmp_path).read().cycles["2026-t3"]
    kinds = [each.kind for each in content.file.ritual]
    assert all(TODAY <= each.on <= content.cycle.end for each in content.file.ritual)
    assert kinds[:2] == ["team-drafting", "alignment"]
    assert content.cycle.achieve_from == date(2026, 11, 2)
    assert all(each.on >= content.cycle.achieve_from for each in content.file.ritual if each.kind == "weekly-check-in")
    assert "maturity-survey" not in kinds, "two people are too few for a survey without names"


def test_whoever_begins_early_has_the_whole_calendar(tmp_path: Path) -> None:
    people = tuple(f"Person{n}" for n in range(5))
    found(tmp_path, wanted(start=date(2027, 1, 1), people=people), TODAY, choose)
    content = Reader(tmp_path).read().cycles["2027-t1"]
    assert content.cycle.achieve_from is None
    assert [each.kind for each in content.file.ritual][:4] == [
        "pain-points", "forecast-review", "leadership-draft", "company-okrs-published",
    ]  # fmt: skip
    assert "maturity-survey" in {each.kind for each in content.file.ritual}


def test_one_person_without_teams_gets_no_meetings_of_leaders(tmp_path: Path) -> None:
    found(tmp_path, wanted(teams=(), people=("Juno",), cadence=Cadence(cycle="quarter")), date(2026, 10, 1), choose)
    workspace = Reader(tmp_path).read()
    assert workspace.people[0].team == ("acme",)
    kinds = {each.kind for each in workspace.cycles["2026-q4"].file.ritual}
    assert kinds == {
        "team-drafting", "alignment", "weekly-check-in", "mid-cycle-review", "next-make-opens", "review-retrospective",
    } - {"alignment"}  # fmt: skip


def test_near_its_end_a_cycle_is_left_to_itself(tmp_path: Path) -> None:
    assert found(tmp_path, wanted(), date(2026, 12, 20), choose).cycle.id == "2027-t1"
    assert check(tmp_path) == ()


def test_the_founder_is_whom_git_knows_else_the_first(tmp_path: Path) -> None:
    people = ("Inès", "Noa <noa@acme.example>")
    assert found(tmp_path / "a", wanted(people=people), TODAY, choose, email="NOA@acme.example").me == "noa"
    assert found(tmp_path / "b", wanted(people=people), TODAY, choose, email="else@acme.example").me == "ines"
    assert found(tmp_path / "c", wanted(people=()), TODAY, choose).me is None


def test_people_of_one_first_name_get_ids_of_their_own() -> None:
    typed = ("Noa Berger", "Noa Cohen", "Noa Berger", "王", "Con Air", "<x>")
    with pytest.raises(WrongUsage, match="names nobody"):
        people_of(typed)
    assert [each.id for each in people_of(typed[:-1])] == ["noa", "noa-cohen", "noa-berger", "person", "con-air"]


@pytest.mark.parametrize("text", ["", " ", "<noa@x.y>", "Noa <noa>", "Noa <a@b> <c@d>", "Noa >"])
def test_what_names_nobody_is_wrong_usage(tmp_path: Path, text: str) -> None:
    with pytest.raises(WrongUsage):
        found(tmp_path / "new", wanted(people=(text,)), TODAY, choose)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("there", ["okr.toml", "people.toml", "cycles/2026-t3/cycle.toml"])
def test_what_is_there_is_never_overwritten_and_nothing_is_half_done(tmp_path: Path, there: str) -> None:
    (tmp_path / there).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / there).write_text("mine", encoding="utf-8")
    with pytest.raises(WrongUsage):
        found(tmp_path, wanted(), TODAY, choose)
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()] == [there]
    assert (tmp_path / there).read_text(encoding="utf-8") == "mine"


def test_attributes_that_are_there_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").write_text("* -text\n", encoding="utf-8")
    assert found(tmp_path, wanted(), TODAY, choose).kept == (".gitattributes",)
    assert (tmp_path / ".gitattributes").read_text(encoding="utf-8") == "* -text\n"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.text(min_size=1, max_size=60).filter(lambda text: text.strip()),
    teams=st.lists(st.text(min_size=1, max_size=30).filter(lambda text: text.strip()), max_size=4),
    cycle=st.sampled_from(["quarter", "tertial", "half", "custom"]),
    weeks=st.integers(1, 60),
    year_start=st.integers(1, 12),
    today=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
)
def test_whatever_is_wanted_has_nothing_to_mend(
    tmp_path_factory: pytest.TempPathFactory,
    name: str, teams: list[str], cycle: str, weeks: int, year_start: int, today: date,
) -> None:  # fmt: skip
    root = tmp_path_factory.mktemp("new")
    cadence = table_of(Cadence, {"cycle": cycle, "weeks": weeks, "year_start": year_start})
    found(root, wanted(name=name, teams=tuple(teams), cadence=cadence), today, choose)
    assert [problem for problem in check(root) if problem.severity != "hint"] == []
    assert tomllib.loads((root / "okr.toml").read_bytes().decode())["name"] == name.strip()
    content = Reader(root).read().default_cycle(today)
    assert content is not None
    assert content.cycle.start - timedelta(days=28) <= today <= content.cycle.end


def test_people_belong_to_the_teams_that_are_said_and_to_the_first_one_where_none_is(tmp_path: Path) -> None:
    people = ("Noa <noa@acme.example>: Care, acme", "Bo Chen: care; Cy", "Di")
    found(tmp_path, wanted(teams=("Product", "Care"), people=people), TODAY, choose)
    workspace = Reader(tmp_path).read()
    assert [(each.name, each.team) for each in workspace.people] == [
        ("Noa", ("care", "acme")), ("Bo Chen", ("care",)), ("Cy", ("product",)), ("Di", ("product",)),
    ]  # fmt: skip
    assert check(tmp_path) == ()


def test_a_team_that_nobody_named_is_refused_with_the_one_that_was_meant(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match=r"No team is called “Prodct”; did you mean “Product”\?$"):
        found(tmp_path / "new", wanted(teams=("Product",), people=("Noa: Prodct",)), TODAY, choose)
    assert not (tmp_path / "new").exists()
