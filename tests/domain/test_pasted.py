"""Pasted lines of people: what each means, whoever made the list."""

import pytest

from okr_tui.domain.ids import free_slug, slug
from okr_tui.domain.pasted import MOST_LINES, named_people, read_people
from okr_tui.domain.people import Person, Team

TEAMS = (Team(id="product", name="Product"), Team(id="care", name="Care & Joy"))
PEOPLE = (
    Person(id="noa", name="Noa Berger", email="noa@small.example", team=("product",)),
    Person(id="sam", name="Sam Okafor"),
)


def read(text: str):
    return read_people(text, PEOPLE, TEAMS)


@pytest.mark.parametrize(
    "line",
    [
        "Yui Sato, yui@small.example, Product", "Yui Sato\tyui@small.example\tproduct", '"Yui Sato"; yui@small.example; PRODUCT',
        "Yui Sato <yui@small.example>, Product", "  Yui   Sato | yui@small.example | product\r\n", "yui@small.example, Yui Sato, Product",
    ],
)  # fmt: skip
def test_a_line_means_the_same_from_a_mail_a_list_and_a_spreadsheet(line):
    (found,) = read("Nom, E-mail, Équipe\n\n" + line)
    assert (found.kind, found.id, found.name) == ("added", "yui", "Yui Sato")
    assert (found.email, found.team, found.number) == ("yui@small.example", ("product",), 3)


def test_who_is_known_by_address_or_name_gets_what_is_new_and_loses_nothing():
    noa, sam, same = read("Noa B., NOA@small.example, care\nsam okafor, sam@small.example\nSam Okafor")
    assert (noa.kind, noa.id, noa.name, noa.team) == ("changed", "noa", "Noa B.", ("product", "care"))
    assert (sam.kind, sam.id, sam.email) == ("changed", "sam", "sam@small.example")
    assert (same.kind, same.id, same.name) == ("same", "sam", "Sam Okafor")


def test_two_people_of_one_name_are_told_apart_by_their_addresses():
    first, second = read("Noa Berger, other@small.example\nNoa Berger, noa@small.example, Product")
    assert (first.kind, first.id) == ("added", "noa-berger")
    assert (second.kind, second.id) == ("same", "noa")


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("Zed, nowhere", "no-team"),
        ("a@b.example", "no-name"),
        (",,,", ""),
        ("Zed, a@b.example, c@d.example", "two-addresses"),
    ],
)
def test_what_cannot_be_read_says_why(line, trouble):
    found = read(line)
    assert [each.trouble for each in found] == ([trouble] if trouble else [])


def test_a_person_on_two_lines_is_one_person_in_two_teams():
    first, second = read("Yui, yui@small.example, Product\nYui, yui@small.example, Care & Joy")
    assert (first.id, second.id, second.team) == ("yui", "yui", ("product", "care"))


def test_more_lines_than_anybody_pastes_are_not_read():
    found = read("\n".join(f"Person {n}" for n in range(MOST_LINES + 5)))
    assert sum(each.trouble == "too-many" for each in found) == 5
    assert len({each.id for each in found if each.kind == "added"}) == MOST_LINES


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Юлия Щербакова", "yuliya-shcherbakova"), ("Γιώργος", "giorgos"), ("김민준", "gimminjun"), ("さとう ゆうき", "satou-yuuki"),
        ("チャールズ", "charuzu"), ("きっと", "kitto"), ("Łukasz Bjørn", "lukasz-bjorn"), ("Œuvre Straße", "oeuvre-strasse"),
        ("Çağrı Ðorđe", "cagri-dorde"), ("山田", "x"),
    ],
)  # fmt: skip
def test_names_of_other_scripts_become_ids_that_can_be_typed(name, made):
    assert slug(name) == made


def test_where_no_letter_of_a_name_can_be_kept_the_address_gives_the_id():
    (found,) = read("山田太郎, yamada@small.example")
    assert found.id == "yamada"
    assert free_slug(("山田太郎",), {"person"}, "person") == "person-2"
    assert free_slug(("Con",), set(), "person") == "con-2"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Noa Berger <noa@x.example>: Product, Care", [("Noa Berger", "noa@x.example", ("Product", "Care"))]),
        ("Noa: Product; Bo Chen <bo@x.example>", [("Noa", None, ("Product",)), ("Bo Chen", "bo@x.example", ())]),
        ("a; b;", [("a", None, ()), ("b", None, ())]),
        ("Byron, Ada <mailto:ada@x.example>", [("Byron, Ada", "ada@x.example", ())]),
        ("Noa:", [("Noa", None, ())]),
        ("<noa@x.example>", [("", "noa@x.example", ())]),
        ("Noa <noa>", [("", None, ())]),
        (" ; ", [("", None, ())]),
    ],
)
def test_people_are_named_with_their_addresses_and_teams_and_semicolons_between_them(text, people):
    assert [(each.name, each.email, each.teams) for each in named_people(text)] == people


@pytest.mark.parametrize(
    "line",
    [
        "Yui Sato <yui@x.example>: Product, Care & Joy; Bo Chen <bo@x.example>",
        "Yui Sato <yui@x.example>: Product, Care & Joy, Bo Chen <bo@x.example>",
        "Yui Sato <yui@x.example>, Product, Care & Joy; Bo Chen <bo@x.example>",
        "Yui Sato <mailto:yui@x.example>, product, care, Bo Chen <bo@x.example>",
    ],
)
def test_several_people_on_a_line_are_several_people(line):
    yui, bo = read(line)
    assert (yui.name, yui.email, yui.team) == ("Yui Sato", "yui@x.example", ("product", "care"))
    assert (bo.name, bo.email, bo.team, bo.number) == ("Bo Chen", "bo@x.example", (), 1)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Yui Sato; Bo Chen; Cy Ade", ["Yui Sato", "Bo Chen", "Cy Ade"]),
        ("Yui Sato; Product", ["Yui Sato"]),  # a list with semicolons between its columns
        ("Yui Sato; yui@x.example; Product", ["Yui Sato"]),
        ("Yui Sato: Product; Bo Chen: Care & Joy", ["Yui Sato", "Bo Chen"]),
    ],
)
def test_semicolons_part_people_where_they_part_no_columns(line, names):
    assert [(each.name, each.trouble) for each in read(line)] == [(name, "") for name in names]


@pytest.mark.parametrize(
    ("line", "meant"),
    [("Yui, Prodct", "Product"), ("Yui: Prodct", "Product"), ("Yui Sato; Prodct", "Product"), ("Yui, Marketing", "")],
)
def test_a_team_that_is_misspelt_is_told_with_the_one_that_was_meant(line, meant):
    (found,) = read(line)
    assert (found.trouble, found.meant) == ("no-team", meant)
