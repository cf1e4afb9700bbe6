"""Years without single events could pass for years without a death."""

import pandas as pd

from ewdash.analysis.event_coverage import coverage


def span(first, last):
    return pd.Timestamp(first), pd.Timestamp(last)


PERIOD = span("2016-07-01", "2026-06-01")


def test_a_gap_with_deaths_is_missing_in_whole_years_and_one_without_is_not():
    blocks = [span("2010-03-01", "2019-11-01"), span("2026-01-01", "2026-04-01")]
    deadly = [pd.Timestamp(day) for day in ("2020-03-01", "2025-11-01")]
    held, lacking = coverage(blocks, deadly, PERIOD)
    assert lacking == [span("2020-01-01", "2025-12-01")]
    assert held == [span("2016-07-01", "2019-12-01"), span("2026-01-01", "2026-06-01")]
    assert coverage(blocks, [], PERIOD) == ([PERIOD], [])


def test_a_block_inside_a_year_is_not_called_missing():
    blocks = [span("2016-01-01", "2019-12-01"), span("2021-10-01", "2022-06-01")]
    deadly = [*pd.date_range("2020-01-01", "2023-12-01", freq="MS")]
    held, lacking = coverage(blocks, deadly, span("2016-01-01", "2023-12-01"))
    assert lacking == [span("2020-01-01", "2021-09-01"), span("2022-07-01", "2023-12-01")]
    assert held == [span("2016-01-01", "2019-12-01"), span("2021-10-01", "2022-06-01")]
