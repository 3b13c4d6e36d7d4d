"""A target that was moved after agreement is shown as moved from then on, with its reason."""

import json

from okr_tui.cli.main import run

SIGN_UPS = "sign-ups-active-on-day-7-867m2"


def test_a_moved_target_stands_in_status_why_log_and_json(root, capsys):
    assert run(["edit", SIGN_UPS, "target=36", "--why", "the market closed"]) == 0
    capsys.readouterr()
    line = "target 40 → 36 % on 16 Oct: the market closed"
    for argv in (["status", "--team", "product"], ["why", SIGN_UPS]):
        assert run(argv) == 0
        assert line in capsys.readouterr().out
    run(["log", SIGN_UPS, "-n", "1"])
    assert "target 40 → 36 %" in capsys.readouterr().out
    run(["why", SIGN_UPS, "--json"])
    (moved,) = json.loads(capsys.readouterr().out)["moved"]
    assert (moved["key"], moved["from"], moved["to"], moved["why"]) == ("target", 40, 36, "the market closed")


def test_keep_adjust_and_drop_in_the_middle_of_a_cycle(root, capsys):
    assert run(["grade", SIGN_UPS, "0.4", "--why", "half way", "--mid"]) == 0
    assert run(["decide", SIGN_UPS, "adjust", "--why", "the market closed", "--mid"]) == 0
    assert run(["edit", SIGN_UPS, "target=36", "--why", "the market closed"]) == 0
    assert run(["decide", "templates", "drop", "--why", "nobody uses them", "--mid"]) == 0
    capsys.readouterr()
    run(["status", "--team", "product", "--json"])
    results = {
        each["id"]: each
        for team in json.loads(capsys.readouterr().out)["teams"]
        for objective in team["objectives"]
        for each in objective["key_results"]
    }
    assert results[SIGN_UPS]["target"] == 36
    dropped = next(each for each in results.values() if each["title"] == "Templates used twice")
    assert dropped["reasons"] == ["dropped: nobody uses them"]
    assert run(["check"]) == 0
