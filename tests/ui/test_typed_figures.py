import pytest
from hypothesis import given
from hypothesis import strategies as st

from okr_tui.actions.ways import way_typed
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.plan import KeyResult
from okr_tui.domain.stated import Way
from okr_tui.ui.forms.figures import exact, way_said, way_written


@pytest.mark.parametrize(
    ("typed", "way"),
    [
        ("22 -> 40 %", Way(22, 40, "%")),
        ("8→3 h", Way(8, 3, "h")),
        ("-> 40 %", Way(None, 40, "%")),
        ("40 %", Way(None, 40, "%")),
        ("22 ->", Way(22, None, None)),
        ("22 % ->", Way(22, None, "%")),
        ("%", Way(None, None, "%")),
        ("", Way(None, None, None)),
        ("-3 -> 1.5", Way(-3, 1.5, None)),
    ],
)
def test_a_way_may_lack_any_of_its_parts(typed, way):
    assert way_typed(typed) == way


@pytest.mark.parametrize("typed", ["a -> b -> c", "3 -> 3", "1 -> 2 -> 3"])
def test_what_is_no_way_is_said(typed):
    with pytest.raises(WrongUsage):
        way_typed(typed)


def test_a_small_figure_is_written_without_exponent():
    assert exact(0.00001) == "0.00001"


def test_a_way_is_said_in_words():
    assert way_said("8 -> 3 h") == "down from 8 h to 3 h"
    assert way_said("-> 3 h") == "to 3 h; the start is still to be measured"


figures = st.none() | st.integers(-(10**9), 10**9) | st.floats(-1e6, 1e6).map(lambda value: round(value, 6))


@given(figures, figures, st.sampled_from([None, "%", "h", "/wk", "per 1,000 opens"]))
def test_a_way_is_read_back_as_it_is_written(baseline, target, unit):
    if baseline == target and baseline is not None:
        return
    written = way_written(KeyResult(id="a", title="a", baseline=baseline, target=target, unit=unit))
    assert way_typed(written) == Way(baseline, target, unit)
