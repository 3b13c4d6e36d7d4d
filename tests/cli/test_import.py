"""`okr import`: spreadsheets and other programs' files become drafts, in one change."""

import csv
import json
import tomllib

import pytest

from okr_tui.cli.main import run

FRENCH = (
    "Équipe;Objectif;Résultat clé;Responsable;Départ;Cible;Remarque\n"
    "Product;Les gens reviennent;Rétention à 30 jours;Noa Berger;22 %;40 %;x\n"
    ";;Temps de réponse;Personne;8,5;3;\n"
    ";;Cassé;;abc;3;\n"
    "Nulle part;Rien;;;;;\n"
    "Care;Les clients sont entendus;'=1+1;;;12k;\n"
)


def objective(root, team, title):
    plan = tomllib.loads((root / f"cycles/t3/okrs/{team}.toml").read_text(encoding="utf-8"))
    return next((each for each in plan["objective"] if each["title"] == title), None)


def files(root):
    return {path: path.read_bytes() for path in root.rglob("*.toml")}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_french_spreadsheet_is_read_in_any_encoding_and_comes_as_drafts(root, tmp_path, capsys, encoding):
    (tmp_path / "a.csv").write_bytes(FRENCH.encode(encoding))
    assert run(["import", str(tmp_path / "a.csv")]) == 1
    said = capsys.readouterr()
    assert "import 2 objectives, 3 key results" in said.out
    assert "not read: Remarque" in said.out
    for words in (
        "row 3: nobody is called “Personne”",
        "row 4: “abc” is no figure; a cell holds one number",
        "“Nulle part”; left out",
    ):
        assert words in said.err
    made = objective(root, "product", "Les gens reviennent")
    assert made["status"] == "draft"
    first, second = made["key_result"]
    assert (first["title"], first["baseline"], first["target"], first["unit"], first["owner"]) == (
        "Rétention à 30 jours", 22, 40, "%", "noa",
    )  # fmt: skip
    assert (second["baseline"], second["target"], second.get("owner")) == (8.5, 3, None)
    assert objective(root, "care", "Les clients sont entendus")["key_result"][0]["title"] == "=1+1"


def test_one_undo_takes_all_of_it_back_and_twice_adds_nothing(root, tmp_path, capsys):
    before = files(root)
    (tmp_path / "a.csv").write_text(FRENCH, encoding="utf-8")
    run(["import", str(tmp_path / "a.csv")])
    after = files(root)
    assert after != before
    run(["import", str(tmp_path / "a.csv")])
    assert files(root) == after
    assert "3 stand so already" in capsys.readouterr().out
    assert run(["undo"]) == 0
    assert files(root) == before


def test_a_dry_run_shows_what_would_be_added_and_writes_nothing(root, tmp_path, capsys):
    before = files(root)
    (tmp_path / "a.csv").write_text(FRENCH, encoding="utf-8")
    assert run(["import", str(tmp_path / "a.csv"), "--dry-run"]) == 1
    out = capsys.readouterr().out
    assert "+ Les gens reviennent\n    + Rétention à 30 jours · 22 % → 40 % · Noa Berger\n" in out
    assert "nothing was changed" in out
    assert files(root) == before


def test_a_column_is_what_the_person_says_it_is(root, tmp_path, capsys):
    (tmp_path / "a.csv").write_text("Wish,Proof,Owner\nBe loved,NPS,noa\n", encoding="utf-8")
    asked = ["import", str(tmp_path / "a.csv"), "--team", "product"]
    assert run(asked) == 2
    assert "there are Wish, Proof, Owner" in capsys.readouterr().err
    assert run([*asked, "--map", "Wish=objective", "--map", "Proof=key-result", "--map", "Owner=", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["columns"] == {"Wish": "objective", "Proof": "key_result", "Owner": None}
    assert told["file"] == "cycles/t3/okrs/product.toml"
    assert "owner" not in objective(root, "product", "Be loved")["key_result"][0]
    assert run([*asked, "--map", "Wish=nothing"]) == 2


def test_what_was_reported_or_exported_comes_back_into_an_empty_cycle(root, tmp_path, capsys):
    for name, argv in (("r.csv", ["report"]), ("r.json", ["report"]), ("e.json", ["export"])):
        assert run([*argv, "-o", str(tmp_path / name)]) == 0
    for path in (root / "cycles" / "t3" / "okrs").iterdir():
        path.unlink()
    told = []
    for name in ("r.csv", "r.json", "e.json"):
        capsys.readouterr()
        assert run(["import", str(tmp_path / name), "--cycle", "t3", "--dry-run", "--json"]) == 0
        told.append([(each["team"], each["title"], len(each["key_results"])) for each in json.loads(capsys.readouterr().out)["objectives"]])  # fmt: skip
    assert len(told[0]) > 8
    assert sorted(told[0]) == sorted(told[1]) == sorted(told[2])
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert sum(number for *_, number in told[0]) == sum(bool(row["key_result"]) for row in rows)


@pytest.mark.parametrize(
    "content",
    [b"", b"Objective\n", b'{"a":', b"[" * 5000, b'"x', b"\x00\xff\xfe", b'{"objectives": []}', b"[1, null, []]"],
)
def test_a_file_without_rows_is_refused_in_one_sentence(root, tmp_path, capsys, content):
    (tmp_path / "a").write_bytes(content)
    assert run(["import", str(tmp_path / "a"), "--team", "product"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("okr: ")
    assert said.count("\n") == 1


def test_json_figures_that_are_none_and_broken_letters_do_no_harm(root, tmp_path, capsys):
    text = '[{"objective": "A \\ud800 b", "key_results": [{"title": "x", "target": NaN}, {"title": "y", "target": 1e999}, {"title": "z", "target": 5}]}]'
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    assert run(["import", str(tmp_path / "a.json"), "--team", "product"]) == 1
    assert [each["title"] for each in objective(root, "product", "A \ufffd b")["key_result"]] == ["z"]


def test_a_missing_file_is_said(root, tmp_path, capsys):
    assert run(["import", str(tmp_path / "none.csv")]) == 3
    assert "can't be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    ['"Objective, and why";"Key result";Owner\nA;B;noa\n', "sep=|\nObjective, and why|Key result|Owner\nA|B|noa\n"],
)
def test_the_delimiter_is_found_beside_quoted_ones_and_where_excel_is_told(root, tmp_path, text):
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert run(["import", str(tmp_path / "a.csv"), "--team", "product", "--map", "Objective, and why=objective"]) == 0
    assert objective(root, "product", "A")["key_result"][0]["owner"] == "noa"


def test_a_title_above_the_head_is_skipped_and_told_with_the_line_of_each_row(root, tmp_path, capsys):
    text = "\nTeam OKRs Q4,,,\n,,,\nObjective,Key Result,Start,Target\nGrow,Sign-ups,10,20\n,Cast,x,2\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    asked = ["import", str(tmp_path / "a.csv"), "--team", "product", "--dry-run"]
    assert run(asked) == 1
    said = capsys.readouterr()
    assert "row 2 is above the head, not read: Team OKRs Q4\n" in said.out
    assert "+ Grow\n    + Sign-ups · 10 → 20\n" in said.out
    assert "row 6: “x” is no figure" in said.err
    run([*asked, "--json"])
    assert json.loads(capsys.readouterr().out)["above"] == [{"row": 2, "text": "Team OKRs Q4"}]


def test_the_delimiter_is_that_of_the_head_and_not_of_the_words_above_it(root, tmp_path, capsys):
    text = "Product; Growth; Care; Sales; 2026\nObjective,Key Result,Target\nGrow,Sign-ups,20\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert run(["import", str(tmp_path / "a.csv"), "--team", "product"]) == 0
    assert objective(root, "product", "Grow")["key_result"][0]["target"] == 20


def test_a_head_that_nobody_knows_is_named_and_found_by_the_columns_that_are_said(root, tmp_path, capsys):
    (tmp_path / "a.csv").write_text("OKRs\nZiel,Ergebnis\nBe loved,NPS\n", encoding="utf-8")
    asked = ["import", str(tmp_path / "a.csv"), "--team", "product"]
    assert run(asked) == 2
    assert "there are Ziel, Ergebnis. Row 2 was taken for the head." in capsys.readouterr().err
    assert run([*asked, "--map", "Ziel=objective", "--map", "Ergebnis=key_result"]) == 0
    assert objective(root, "product", "Be loved")["key_result"][0]["title"] == "NPS"


def test_two_columns_of_one_name_are_read_apart(root, tmp_path, capsys):
    text = "Objective,Owner,Key Result,Owner,Target,\nGrow,Noa Berger,Sign-ups,ines,20,late\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    asked = ["import", str(tmp_path / "a.csv"), "--team", "product"]
    assert run([*asked, "--dry-run"]) == 0
    assert "not read: Owner (2), column 6" in capsys.readouterr().out
    assert run([*asked, "--map", "Owner=objective_owner", "--map", "Owner (2)=owner"]) == 0
    made = objective(root, "product", "Grow")
    assert (made["owner"], made["key_result"][0]["owner"]) == ("noa", "ines")


ITEMS = (
    "Order,Type,Summary,Status,Period,Owner,Weight,Start value,Current value,Target value,Description\n"
    "1,Objective,Grow revenue,On track,Q4 Y2026,Noa Berger,1,0,2,10,So that we last\n"
    "2,Objective,Be loved,On track,Q4 Y2026,,1,0,2,10,\n"
    "2.1,Key result,NPS,On track,Q4 Y2026,,1,5,7,15,asked each month\n"
    "1.1,Key result,Increase sales,On track,Q4 Y2026,ines,1,5,7,15,\n"
    "1.2,Initiative,Call people,,,,,,,,\n"
    "1.1.1,Key result,Sales abroad,,,,,1,,2,\n"
    "3,,Nothing,,,,,,,,\n"
    "1.3,Key result,,,,,,1,,2,\n"
)


def test_rows_that_are_items_go_below_their_objective_by_their_order(root, tmp_path, capsys):
    (tmp_path / "a.csv").write_text(ITEMS, encoding="utf-8")
    assert run(["import", str(tmp_path / "a.csv"), "--team", "product"]) == 1
    said = capsys.readouterr()
    assert "not read: Status, Period, Current value\n" in said.out
    assert "row 4: a key result has no description; that is left out\n" in said.err
    assert "row 6: “Initiative” is neither an objective nor a key result; left out" in said.err
    assert "row 8: nothing says whether it is an objective or a key result; left out" in said.err
    assert "row 9: it has no title; left out" in said.err
    grow, loved = objective(root, "product", "Grow revenue"), objective(root, "product", "Be loved")
    assert [each["title"] for each in loved["key_result"]] == ["NPS"]
    assert (grow["owner"], grow["why"], loved.get("why")) == ("noa", "So that we last", None)
    assert [(each["title"], each["baseline"], each["target"], each.get("owner")) for each in grow["key_result"]] == [
        ("Increase sales", 5, 15, "ines"), ("Sales abroad", 1, 2, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Issue key,Issue Type,Summary,Parent\nP-1,Objective,Grow,\nP-9,Objective,Last,\nP-3,KR,Second,P-2\nP-2,KR,First,P-1\n",
        "Level,Title,Parent\nObjective,Grow,\nObjective,Last,\nKey Result,Second,grow\nKey Result,First,Grow\n",
        "Level;Title;Id;Parent id\n1;Grow;a;\n1;Last;b;\n2;Second;c;a\n2;First;d;a\n",
        "Type,Objective\nObjective,Grow\nKR,Second\nKR,First\nObjective,Last\n",
        "OKRs of ours\n\nOrder,Type,Name\nO1,Objective,Grow\nO2,Objective,Last\nKR1.1,KR,Second\nKR1.2,KR,First\n",
        '[{"type": "Objective", "title": "Grow"}, {"type": "Key Result", "title": "Second"}, {"type": "Key Result", "title": "First"}]',
    ],
)  # fmt: skip
def test_an_item_names_its_parent_by_key_title_or_order_else_it_is_below_the_one_above_it(root, tmp_path, text):
    (tmp_path / "a").write_text(text, encoding="utf-8")
    assert run(["import", str(tmp_path / "a"), "--team", "product"]) == 0
    assert [each["title"] for each in objective(root, "product", "Grow")["key_result"]] == ["Second", "First"]


def test_an_item_below_nothing_is_told_and_one_below_an_objective_that_stands_goes_there(root, tmp_path, capsys):
    (tmp_path / "a.csv").write_text("Objective,Key result\nGrow,Sales\n", encoding="utf-8")
    assert run(["import", str(tmp_path / "a.csv"), "--team", "care"]) == 0
    text = "Type,Title,Parent\nObjective,Last,\nKR,Abroad,grow\nKR,Lost,Elsewhere\nKR,Round,Turn\nKR,Turn,Round\n"
    (tmp_path / "b.csv").write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert run(["import", str(tmp_path / "b.csv"), "--team", "product"]) == 1
    said = capsys.readouterr().err
    for line, name in ((4, "Elsewhere"), (5, "Turn"), (6, "Round")):
        assert f"row {line}: no objective is called “{name}”; left out" in said
    assert [each["title"] for each in objective(root, "care", "Grow")["key_result"]] == ["Sales", "Abroad"]
    assert objective(root, "product", "Last").get("key_result") is None


def test_a_team_of_an_item_is_that_of_its_objective(root, tmp_path):
    text = (
        "Type,Title,Team,Parent\nObjective,Grow,Care,\nObjective,Last,Product,\nKR,Sales,Product,Grow\nKR,NPS,,Last\n"
    )
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert run(["import", str(tmp_path / "a.csv")]) == 0
    assert objective(root, "care", "Grow")["key_result"][0]["title"] == "Sales"
    assert objective(root, "product", "Last")["key_result"][0]["title"] == "NPS"


def test_an_import_that_no_file_could_hold_is_one_sentence_and_writes_nothing(root, tmp_path, capsys):
    before = files(root)
    rows = "".join(
        f"product,Objective {n},A key result with a long title {'x' * 180} {n},{n + 1}\n" for n in range(4900)
    )
    (tmp_path / "a.csv").write_text("Team,Objective,Key result,Target\ncare,First,One,5\n" + rows, encoding="utf-8")
    assert run(["import", str(tmp_path / "a.csv")]) == 3
    said = capsys.readouterr().err
    assert said.startswith("okr: cycles/t3/okrs/product.toml: This would make the file larger than 1 MiB")
    assert said.count("\n") == 1
    assert files(root) == before
