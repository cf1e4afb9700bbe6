"""The lines that README and docstrings show could fail, or show something else than the pages."""

import doctest
import re
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest

import ewdash
from ewdash.data import store
from ewdash.model.errors import UnknownCountryError, UnknownDayError, UnknownPeriodError
from ewdash.views import library, situation

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def ew():
    return ewdash.open()


def test_the_lines_of_the_readme_run(tmp_path, monkeypatch):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (lines,) = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(tmp_path)
    names = {}
    exec(lines, names)
    assert names["deaths"]["month"].max() == pd.Timestamp("2024-12-01")
    assert names["stages"]["month"].min() == pd.Timestamp("2024-01-01")
    assert isinstance(names["figure"], go.Figure)
    assert (tmp_path / "sudan.pdf").read_bytes().startswith(b"%PDF")


def test_the_examples_of_the_docstrings_say_what_comes():
    assert doctest.testmod(library).failed == 0
    assert doctest.testmod(library).attempted > 0


def test_deaths_are_those_of_the_table_and_of_the_page(ew):
    year = ew.deaths("SDN", first="2024-01", last="2024-12")
    rows = store.load("conflict_month").query("iso3 == 'SDN' and month >= '2024-01-01'")
    assert year["deaths_best"].sum() == rows["deaths_best"].sum()
    level = ew.levels("SDN", first="2024-12", last="2024-12").iloc[0]
    said = situation.answer(ew.record, country="SDN", month=pd.Timestamp("2024-12-01")).headline
    assert f"{level['deaths_12']:,}" in said


def test_alerts_are_those_of_the_signals(ew):
    rows = store.load("signal_month").query("iso3 == 'SDN' and alert > 0")
    found = ew.alerts("SDN")["month"]
    assert found.is_unique  # each month in its most complete vintage
    assert set(found) == set(rows["month"])


def test_a_frame_handed_out_can_be_changed(ew):
    for frame in (ew.table("country"), acts := ew.acts("SDN")):
        frame.loc[:, "iso3" if frame is not acts else "label"] = "changed"
    assert (ew.table("country")["iso3"] != "changed").all()
    assert (ew.acts("SDN")["label"] != "changed").all()


@pytest.mark.parametrize("month", ["2024-13", "1816-01", "2025-06", "soon"])
def test_a_month_without_a_comparable_year_is_refused(ew, month):
    with pytest.raises(UnknownPeriodError):
        ew.figure("SDN", month=month)


def test_an_unknown_country_or_ending_is_refused(ew, tmp_path):
    with pytest.raises(UnknownCountryError):
        ew.deaths("ZZZ")
    with pytest.raises(ValueError, match="xls"):
        ew.briefing("SDN", tmp_path / "sudan.xls")


@pytest.mark.parametrize("country", ["SD", "Sudan", "729"])
def test_a_country_is_known_by_any_code_or_name(ew, country):
    pd.testing.assert_frame_equal(ew.deaths(country), ew.deaths("SDN"))
    assert len(ew.acts(country)) == len(ew.acts("SDN"))


@pytest.mark.parametrize("years", [0, -1, "ten", 2.5])
def test_an_empty_period_is_refused_instead_of_drawn_without_violence(ew, years, tmp_path):
    with pytest.raises(ValueError, match="years="):
        ew.figure("SDN", years=years)
    with pytest.raises(ValueError, match="years="):
        ew.briefing("SDN", tmp_path / "sudan.pdf", years=years)


def test_a_period_whose_end_lies_before_its_start_is_refused_instead_of_empty(ew):
    with pytest.raises(UnknownDayError):
        ew.deaths("SDN", first="2025-01", last="2024-01")
