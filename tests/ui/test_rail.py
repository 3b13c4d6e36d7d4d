from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from okr_tui.ui.paint.rail import FrameView, Milestone, head, place_at
from okr_tui.ui.paint.runs import bold, cells, runs

VIEW = FrameView(
    crumbs=("Lumio", "T3 2026", "Product"),
    facts=("Fri 16 Oct", "week 7 of 17", "76 days left", "synced 2 min ago"),
    phase="achieve",
    elapsed=45 / 121,
    milestones=(
        Milestone(56 / 121, "review 27 Oct"),
        Milestone(84 / 121, "T1 opens 24 Nov"),
        Milestone(0.975, filled=True),
    ),
    waiting=(runs(bold("7", "accent"), " things wait for you"), runs(bold("7", "accent"), " wait for you")),
)


def _rows(view: FrameView, width: int) -> list[str]:
    return ["".join(run.text for run in row).rstrip() for row in head(view, width)]


def _run(view: FrameView, words: str):
    return next(run for run in head(view, 120)[1] if run.text == words)


WIDE = """
  okr  Lumio › T3 2026 › Product                           Fri 16 Oct · week 7 of 17 · 76 days left · synced 2 min ago
  0 HOME     1 MAKE ⇄ 2 ALIGN ───▸ 3 ACHIEVE  ⇄ 4 MEASURE                                        7 things wait for you
             ╰──────────────╯      ╰━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━●──────◇ review 27 Oct ───◇ T1 opens 24 Nov ────◆──╯
"""


def test_the_head_at_120_columns():
    assert _rows(VIEW, 120) == WIDE.strip("\n").splitlines()


def test_the_head_at_80_columns_keeps_both_loops_and_drops_dates():
    rows = _rows(VIEW, 80)
    assert rows[0].endswith("Fri 16 Oct · week 7 of 17 · 76 days left")
    assert rows[1] == "  0 HOME   1 MAKE ⇄ 2 ALIGN ─▸ 3 ACHIEVE  ⇄ 4 MEASURE    7 things wait for you"
    assert rows[2] == "           ╰──────────────╯    ╰━━━━━━━━━━━━━━━━●───◇──────────◇───────────◆─╯"


def test_what_waits_is_said_shorter_when_room_is_short():
    assert _rows(VIEW, 74)[1].endswith("7 wait for you")
    assert _rows(VIEW, 60)[1].endswith("4 MEASURE")


def test_the_company_is_a_chip_the_place_looked_at_underlined_and_the_team_in_accent():
    view = replace(VIEW, place="align", team_phase="make")
    assert _run(view, "3 ACHIEVE").behind == "accent"
    assert (_run(view, "2 ALIGN").underline, _run(view, "2 ALIGN").bold) == (True, True)
    assert (_run(view, "1 MAKE").role, _run(view, "1 MAKE").behind) == ("accent", None)
    assert _run(view, "4 MEASURE").role == "dim"
    assert _run(replace(VIEW, place="achieve"), "3 ACHIEVE").underline


def test_nothing_moves_when_the_company_goes_on():
    for phase in ("make", "align", "achieve", "measure"):
        assert _rows(replace(VIEW, phase=phase), 120) == _rows(VIEW, 120)


def test_without_a_running_cycle_both_loops_stay_and_no_time_is_shown():
    row = _rows(replace(VIEW, elapsed=None), 120)[2]
    assert row.count("╰") == row.count("╯") == 2
    assert "●" not in row
    assert "◇" not in row


def test_the_next_cycle_fills_the_first_loop_while_it_is_made():
    row = _rows(replace(VIEW, making=0.5), 120)[2]
    assert row.count("●") == 2


def test_every_phase_can_be_hit():
    row = _rows(VIEW, 120)[1]
    assert place_at(row.index("2 ALIGN"), 120) == "align"
    assert place_at(row.index("4 MEASURE") + 8, 120) == "measure"
    assert place_at(0, 120) is None


def test_a_long_name_of_a_workspace_is_whole_where_there_is_room_for_it():
    view = replace(VIEW, crumbs=("Juno's studio", "This quarter", "Studio"))
    assert _rows(view, 80)[0].startswith("  okr  Juno's studio › This quarter › Studio ")


@given(
    st.integers(20, 260),
    st.one_of(st.none(), st.floats(-1, 2)),
    st.lists(st.tuples(st.floats(-1, 2), st.text(max_size=20)), max_size=6),
    st.lists(st.text(max_size=50), max_size=5),
)
def test_the_head_never_takes_more_than_its_width(width, elapsed, milestones, crumbs):
    marks = tuple(Milestone(share, words) for share, words in sorted(milestones))
    view = replace(VIEW, elapsed=elapsed, milestones=marks, crumbs=tuple(crumbs))
    assert all(cells(row) <= width for row in head(view, width))
