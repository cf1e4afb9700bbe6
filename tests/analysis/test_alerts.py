"""Alerts, onsets and surprise on series whose answer is known by construction."""

import numpy as np
import pandas as pd
import pytest

from ewdash.analysis import alerts, onsets, panels, surprise
from ewdash.analysis.alerts import ALERT, FIXED, RULES, STRONG

RISE, SHARP, HDX = FIXED


def column(*values):
    return np.array(values, dtype=float)[:, None]


def steady(level, months, then):
    return column(*[level] * months, *then)


def test_twelve_quiet_months_then_twenty_five_deaths_is_a_rise():
    deaths = steady(0, 12, [25])
    assert alerts.fires(deaths, RISE)[-1, 0]
    assert alerts.change(deaths)[-1, 0] == 26


def test_twenty_four_deaths_never_alert():
    deaths = steady(0, 12, [24])
    assert not any(alerts.fires(deaths, rule)[-1, 0] for rule in RULES)


def test_a_doubling_is_a_rise_but_no_sharp_rise():
    deaths = steady(20, 12, [50])
    assert alerts.fires(deaths, RISE)[-1, 0]
    assert not alerts.fires(deaths, SHARP)[-1, 0]


def test_a_month_below_an_earlier_peak_is_no_rise():
    assert not alerts.fires(steady(0, 11, [300, 200]), RISE)[-1, 0]


def test_a_short_series_or_a_gap_gives_no_alert_and_no_change():
    assert not alerts.fires(steady(0, 10, [500]), RISE).any()
    broken = steady(0, 12, [500])
    broken[6] = np.nan
    assert not alerts.fires(broken, RISE).any()
    assert np.isnan(alerts.change(broken)[-1, 0])


def test_more_is_asked_of_the_first_two_months_of_a_rise_and_a_strong_alert_never_asks_for_less():
    """Four times the mean before is an alert in the third month of a rise and none in its first two."""
    assert not alerts.fires(steady(10, 12, [43]), ALERT)[-1, 0]
    assert not alerts.fires(steady(10, 12, [21, 47]), ALERT)[-1, 0]
    assert alerts.fires(steady(10, 12, [21, 21, 51]), ALERT)[-1, 0]
    assert alerts.fires(steady(10, 12, [54]), ALERT)[-1, 0]
    assert alerts.fires(steady(10, 12, [54]), STRONG)[-1, 0]
    assert not alerts.fires(steady(10, 12, [53]), STRONG)[-1, 0]  # (53 + 1) / (10 + 1) is under five


def test_a_rise_begins_once_in_twelve_months_and_is_counted_from_its_first():
    deaths = steady(2, 12, [10, 2, 40, *[2] * 10, 60])
    age = alerts.age(deaths)[:, 0]
    assert np.isnan(age[:12]).all()
    assert age[12:25].tolist() == list(range(13))  # the peak of month 14 begins none
    assert age[25] == 0  # the next after twelve months does


def test_a_month_without_thirteen_known_ones_is_not_computable():
    assert not alerts.computable(steady(0, 11, [500])).any()
    assert alerts.computable(steady(0, 12, [0])).sum() == 1


def test_the_interval_holds_the_change_and_narrows_when_the_year_was_steady():
    calm, wild = steady(20, 12, [60]), column(*[0, 40] * 6, 60)
    for deaths in (calm, wild):
        low, high = alerts.change_interval(deaths)
        assert low[-1, 0] <= alerts.change(deaths)[-1, 0] <= high[-1, 0]
    narrow, wide = (np.subtract(*alerts.change_interval(deaths)[::-1])[-1, 0] for deaths in (calm, wild))
    assert narrow == pytest.approx(0)
    assert wide > 1


def test_the_record_tells_one_year_from_three():
    deaths = column(*[5] * 10, 100, *[5] * 30, 50)
    assert alerts.record(deaths)[-1, 0] == 12
    assert alerts.record(column(*[5] * 36, 50))[-1, 0] == 36
    assert alerts.record(column(*[5] * 120, 50))[-1, 0] == 120
    assert np.isnan(alerts.record(column(1, 2, 3))[-1, 0])


def test_an_alert_mutes_the_next_five_months_unless_the_level_goes_up():
    deaths = steady(0, 12, [30, 31, 32, 33, 34, 35, 36])
    firing = np.zeros_like(deaths, dtype=bool)
    firing[12:] = True
    kept = np.flatnonzero(alerts.muted(firing, deaths)[:, 0]).tolist()
    assert kept == [12, 15, 18] or kept == [12, 15]  # the year passes 100 deaths in month 15
    assert deaths[:16].sum() >= 100 > deaths[:15].sum()


def test_an_onset_is_the_first_month_of_a_higher_run_and_hard_after_quiet():
    deaths = steady(0, 24, [30, 20, 10, 10, 10, 10, 0, 0])
    found, hard = onsets.onsets(deaths)
    assert np.flatnonzero(found[:, 0]).tolist() == [24]
    assert hard[24, 0]
    loud, hard = onsets.onsets(steady(5, 24, [40] * 8))
    assert loud[24, 0]
    assert not hard[24, 0]


def test_a_spike_that_fades_is_no_onset_and_its_alert_is_not_followed():
    deaths = steady(20, 24, [60, 20, 20, 20, 20, 20, 20, 20])
    assert not onsets.onsets(deaths)[0].any()
    assert onsets.followed(deaths)[24, 0] == 0


def test_an_alert_is_followed_when_half_more_die_in_six_months():
    deaths = steady(20, 12, [60, *[30] * 6])
    assert onsets.followed(deaths)[12, 0] == 1
    assert np.isnan(onsets.followed(deaths)[13, 0])  # six months are not known yet


def test_surprise_is_small_for_a_leap_and_large_for_more_of_the_same():
    calm = steady(10, 36, [10])
    leap = steady(10, 36, [400])
    assert surprise.surprise(calm)[-1, 0] > 0.3
    assert surprise.surprise(leap)[-1, 0] < 0.01
    assert np.isnan(surprise.surprise(steady(10, 8, [400]))[-1, 0])


@pytest.mark.parametrize("extra", [1, 17, 400])
@pytest.mark.parametrize("base", [0, 1, 6, 7, 8, 40, 399])
def test_more_deaths_are_never_less_surprising_nor_a_smaller_change(base, extra):
    fewer, more = (steady(7, 24, [base + add]) for add in (0, extra))
    assert surprise.surprise(more)[-1, 0] <= surprise.surprise(fewer)[-1, 0] + 1e-12
    assert alerts.change(more)[-1, 0] > alerts.change(fewer)[-1, 0]


def test_a_panel_keeps_gaps_apart_from_zeros_and_refuses_repeats():
    rows = pd.DataFrame(
        {"iso3": "AAA", "month": pd.to_datetime(["2026-01-01", "2026-04-01"]), "deaths_best": [3, 0]}
    )
    panel = panels.panel(rows)
    assert np.isnan(panel.deaths[1, 0])
    assert panel.deaths[3, 0] == 0
    assert len(panel.rows(deaths=panel.deaths)) == 2
    with pytest.raises(ValueError, match="one per country"):
        panels.panel(pd.concat([rows, rows]))


def test_a_year_counts_only_once_it_was_public():
    rows = pd.DataFrame({"iso3": "AAA", "month": pd.date_range("2020-01-01", periods=12, freq="MS")})
    panel = panels.panel(rows.assign(deaths_best=0))
    yearly = pd.DataFrame({"iso3": "AAA", "year": [2018, 2019], "value": [1.0, 2.0]})
    public = panels.spread_years(yearly, "value", like=panel, published=4)[:, 0]
    assert public.tolist() == [1, 1, 1, *[2] * 9]
