import json

from bench.drafts import print_table, table

BAD = {"kind": "key_result", "lang": "en", "good": False, "text": "Launch the portal"}
GOOD = {"kind": "key_result", "lang": "fr", "good": True, "text": "Faire passer le NPS de 20 à 40"}


def test_the_table_counts_by_kind_language_and_verdict_and_both_languages_have_the_goal():
    told = list(table([BAD, {**BAD, "text": "NPS from 20 to 40"}, GOOD]))
    assert [(" ".join(line.split()), ok) for line, ok in told] == [
        ("key_result, en, bad 50 % flagged of 2", True),
        ("key_result, both, bad 50 % flagged of 2 ≥ 88 % NOT", False),
        ("key_result, fr, good 0 % flagged of 1", True),
        ("key_result, both, good 0 % flagged of 1 ≤ 5 % ok", True),
    ]


def test_contradicting_verdicts_are_left_out(tmp_path, capsys):
    file = tmp_path / "drafts.jsonl"
    drafts = [BAD, GOOD, {**BAD, "good": True, "note": "conflict: another source says otherwise"}]
    file.write_text("\n".join(map(json.dumps, drafts)) + "\n", encoding="utf-8")
    assert print_table(str(file)) == 0
    assert capsys.readouterr().out.endswith("1 with contradicting verdicts left out\n")
