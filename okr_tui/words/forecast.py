"""What a forecast says: "42 % on 31 Dec if it goes on so, 38 to 45"."""

from okr_tui.domain.forecast import Forecast
from okr_tui.domain.plan import KeyResult
from okr_tui.domain.round_steps import power_of_ten
from okr_tui.words.dates import day
from okr_tui.words.language import _
from okr_tui.words.numbers import figure, number, percent, signed


def landing(forecast: Forecast, unit: str | None) -> tuple[str, str, str]:
    """Where it lands, with its unit, and from where to where that may be, with no more places than it can be sure of."""
    spread = forecast.high - forecast.low or abs(forecast.value) or 1.0
    places = max(0, 1 - power_of_ten(spread))
    value, low, high = (round(each, places) for each in (forecast.value, forecast.low, forecast.high))
    return figure(value, unit), number(low), number(high)


def forecast_said(forecast: Forecast, key_result: KeyResult) -> str:
    """Where it lands and how sure that is, in a short line."""
    value, low, high = landing(forecast, key_result.unit)
    facts = {"value": value, "day": day(forecast.on, forecast.since), "low": low, "high": high}
    if forecast.low == forecast.high:
        return _("{value} on {day} if it goes on so").format(**facts)
    return _("{value} on {day} if it goes on so, {low} to {high}").format(**facts)


def forecast_explained(forecast: Forecast, key_result: KeyResult) -> str:
    """The same with how it was worked out, for whoever asks why."""
    told = forecast_said(forecast, key_result)
    if forecast.progress is not None:
        told = _("{told} · {share} of the way").format(told=told, share=percent(forecast.progress))
    return _("{told} · middle speed of the last {n} figures, {slope} a day").format(
        told=told, n=forecast.figures, slope=signed(forecast.slope, key_result.unit)
    )
