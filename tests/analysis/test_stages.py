"""Stages open at once, close after a delay, and never follow from a gap in the record."""

import numpy as np
import pandas as pd
import pytest

from ewdash.analysis import alerts, signals_at, slow_indicators, stages
from ewdash.analysis.stages import Evidence
from ewdash.model.errors import OverrideRefusedError


def walked(*deaths, rights=None):
    grid = np.array(deaths, dtype=float)[:, None]
    rise, sharp = (alerts.muted(alerts.fires(grid, rule), grid) for rule in alerts.FIXED[:2])
    calm = np.zeros_like(grid)
    slow = calm if rights is None else np.array(rights, dtype=float)[:, None]
    found = stages.stages(Evidence(grid, rise | sharp, sharp, slow, calm, calm))
    return found[0][:, 0]


def test_peace_is_routine_and_unknown_until_a_year_is_known():
    stage = walked(*[0] * 14)
    assert np.isnan(stage[:11]).all()
    assert (stage[11:] == 0).all()


def test_a_sharp_rise_in_a_quiet_country_is_acute_risk_first():
    assert walked(*[0] * 12, 30)[-1] == 3


def test_a_hundred_deaths_in_a_year_are_an_active_crisis_and_a_thousand_high_intensity():
    assert walked(*[0] * 12, 100)[-1] == 4
    assert walked(*[0] * 12, 1000)[-1] == 5


def test_acute_risk_closes_only_after_six_months_below():
    stage = walked(*[0] * 12, 30, *[0] * 8)
    assert (stage[12:18] == 3).all()
    assert stage[18] == 0


def test_a_rate_that_halves_for_six_months_is_de_escalation_for_two_years():
    stage = walked(*[40] * 24, *[2] * 32)
    assert stage[23] == 4
    first = int(np.argmax(stage == 6))
    assert 24 < first <= 30
    assert (stage[first : first + 24] == 6).all()


def test_a_strong_alert_ends_de_escalation_at_once():
    stage = walked(*[40] * 24, *[2] * 10, 400)
    assert stage[-2] == 6
    assert stage[-1] == 4


def test_one_slow_sign_is_a_concern_that_closes_after_twelve_months():
    stage = walked(*[0] * 40, rights=[*[0] * 12, 1, *[0] * 27])
    assert stage[12] == 1
    assert stage[23] == 1
    assert stage[25] == 0


def test_a_gap_in_the_record_has_no_stage_and_the_one_before_is_carried_over_it():
    stage = walked(*[0] * 12, 1000, np.nan, *[0] * 12)
    assert stage[12] == 5
    assert np.isnan(stage[13:25]).all()
    assert stage[25] == 5  # closes only after twelve known months below


@pytest.mark.parametrize(
    ("month", "stage", "reason"), [("2030-01", 3, "seen"), ("2024-01", 9, "seen"), ("2024-01", 3, "  ")]
)
def test_an_override_needs_a_known_month_a_stage_and_a_reason(month, stage, reason):
    months = pd.Series(pd.date_range("2023-01-01", "2024-12-01", freq="MS"))
    with pytest.raises(OverrideRefusedError):
        stages.allowed(months, country="A", month=pd.Timestamp(month), stage=stage, reason=reason)


def test_an_override_holds_until_the_next():
    own = pd.DataFrame({"month": pd.to_datetime(["2024-01-01", "2024-03-01"]), "stage": [2, 4]})
    held = stages.readings_of(own, pd.Timestamp(2024, 4, 1))
    assert held["stage"].tolist() == [2, 2, 4, 4]
    assert stages.readings_of(own.head(0), pd.Timestamp(2024, 4, 1)).empty


def test_rights_worsen_beyond_noise_in_the_physical_index_or_in_two_others():
    def rows(**indices):
        return pd.DataFrame(
            [
                {"iso3": "A", "year": 2020 + place, "indicator": name, "version": "v16", "value": value}
                for name, values in indices.items()
                for place, value in enumerate(values)
            ]
        )

    assert slow_indicators.rights(rows(v2x_clphy=[0.8, 0.74]))["worse"].tolist() == [0, 1]
    assert slow_indicators.rights(rows(v2x_clphy=[0.8, 0.76]))["worse"].tolist() == [0, 0]
    assert slow_indicators.rights(rows(v2x_rule=[0.8, 0.7]))["worse"].tolist() == [0, 0]
    both = slow_indicators.rights(rows(v2x_rule=[0.8, 0.7], v2x_civlib=[0.8, 0.7]))
    assert both["worse"].tolist() == [0, 1]
    assert set(both["fell"].iloc[1].split(";")) == {"v2x_rule", "v2x_civlib"}


def test_displacement_needs_half_more_and_ten_thousand():
    def grew(before, after):
        table = pd.DataFrame({"iso3": "A", "year": [2020, 2021], "refugees": [before, after]})
        table = table.assign(asylum_seekers=np.nan, other_protection=np.nan, idps_conflict=np.nan)
        return slow_indicators.displacement(table)["worse"].tolist()

    assert grew(20_000, 30_000) == [1]
    assert grew(20_000, 29_999) == [0]
    assert grew(4_000, 12_000) == [0]
    assert grew(np.nan, 12_000) == []  # no year before is not zero before


def test_the_slope_is_the_median_of_pairwise_slopes():
    years = pd.Series(range(2014, 2024))
    values = pd.Series([0.9 - 0.02 * step for step in range(10)])
    values.iloc[3] = 5  # one wild value does not move it
    assert slow_indicators.slope(years, values) == pytest.approx(-0.02, abs=0.002)
    assert np.isnan(slow_indicators.slope(years.head(3), values.head(3)))


def test_agreement_counts_sources_and_an_unknown_one_does_not_disagree():
    assert slow_indicators.agreement([1.0], [np.nan], [1.0], [0.0]).tolist() == [2]


def test_stages_are_compared_inside_one_vintage_only():
    months = pd.to_datetime(["2024-12-01", "2025-12-01", "2026-02-01"])
    signals = pd.DataFrame(
        {
            "iso3": "A",
            "month": months,
            "vintage": ["final", "candidate", "candidate"],
            "deaths_12": [900, 300, 400],
            "stage": [5.0, 3.0, 4.0],
        }
    )
    now = signals_at.at_month(signals, pd.Timestamp(2026, 2, 1))
    moved = signals_at.moved(signals, now)
    assert moved["before"].tolist() == [3.0]
    assert moved["direction"].tolist() == [1]


def test_lower_bounds_that_fell_are_not_comparable():
    months = pd.to_datetime(["2026-04-01", "2026-05-01"] * 2)
    signals = pd.DataFrame(
        {
            "iso3": ["A", "A", "B", "B"],
            "month": months,
            "vintage": "lower_bound",
            "deaths_12": 100,
            "stage": [4.0, 2.0, 2.0, 4.0],
        }
    )
    moved = signals_at.moved(signals, signals_at.at_month(signals, pd.Timestamp(2026, 5, 1)))
    assert moved["iso3"].tolist() == ["B"]
