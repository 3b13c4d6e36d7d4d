"""A small workspace in which nothing is wrong, as texts, to be broken in one place by a test."""

from collections.abc import Mapping
from pathlib import Path

FILES: Mapping[str, str] = {
    "okr.toml": 'format = 1\nid = "acme"\nname = "Acme"\n\n[cadence]\ncycle = "tertial"\n',
    "people.toml": """\
format = 1

[[person]]
id = "noa"
name = "Noa Berger"
email = "noa@acme.example"
team = ["product"]

[[person]]
id = "ines"
name = "Inès Duval"
team = ["company"]
""",
    "teams.toml": """\
format = 1

[[team]]
id = "company"
name = "Acme"
lead = "ines"

[[team]]
id = "product"
name = "Product"
parent = "company"
lead = "noa"

[[team.role]]
id = "scribe"
title = "Scribe"
holders = ["noa"]

[[team.kpi]]
id = "uptime-00000"
title = "Uptime"
unit = "%"
low = 99
""",
    "cycles/2026/cycle.toml": """\
format = 1

[cycle]
id = "2026"
name = "2026"
kind = "annual"
start = 2026-01-01
end = 2026-12-31
phase = "achieve"
""",
    "cycles/2026-t3/cycle.toml": """\
format = 1

[cycle]
id = "2026-t3"
name = "T3 2026"
parent = "2026"
start = 2026-09-01
end = 2026-12-31
phase = "achieve"

[[ritual]]
id = "review-00001"
kind = "review"
on = 2026-12-18
""",
    "cycles/2026-t3/okrs/product.toml": """\
format = 1
team = "product"

# What people say about us, and why it matters.
[[objective]]
id = "newcomers-get-it-00001"
title = "Newcomers get it, so that they stay"
owner = "noa"
status = "agreed"
supports = ["vision"]
from_pain = ["pp-0000000001"]

[[objective.key_result]]
id = "activation-00002"
title = "Activation from 40 to 60 %"
owner = "scribe"
unit = "%"
baseline = 40
target = 60
phased = [{ on = 2026-10-01, value = 45 }, { on = 2026-11-01, value = 52 }]

[[objective.key_result]]
id = "steps-00003"
title = "Three steps"
kind = "milestones"

[[objective.key_result.milestone]]
id = "first-00004"
title = "First"

[[request]]
id = "help-00005"
at = 2026-09-10T09:00:00+02:00
kind = "depend"
from = "activation-00002"
to = "company"
need = "Figures"

[[poll]]
id = "poll-00006"
question = "Which?"
options = ["this", "that"]
""",
    "cycles/2026-t3/journal/2026-w40/noa.toml": """\
format = 1
person = "noa"
week = "2026-w40"

[[check_in]]
id = "ci-0000000001"
at = 2026-10-02T16:00:00+02:00
on = 2026-10-02
about = "activation-00002"
value = 47
confidence = 7

[[check_in]]
id = "ci-0000000002"
at = 2026-10-02T16:05:00+02:00
on = 2026-10-02
about = "uptime-00000"
value = 99.9
replaces = "ci-0000000001"

[[pain_point]]
id = "pp-0000000001"
at = 2026-10-02T16:06:00+02:00
team = "product"
text = "Nobody finds the door."
""",
    "cycles/2026-t3/review/product.toml": """\
format = 1
team = "product"

[[decision]]
about = "newcomers-get-it-00001"
verdict = "continue"
""",
}


def written(folder: Path, files: Mapping[str, str | bytes] = FILES) -> Path:
    """Writes files into a folder and returns it."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def changed(folder: Path, path: str, old: str, new: str) -> Path:
    """The sound workspace with one passage of one file replaced."""
    written(folder)
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder
