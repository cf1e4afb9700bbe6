"""Our rights, displacement and incident figures could drift from the published ones."""

import pandas as pd
import pytest

from ewdash.data import store
from ewdash.data.tables import displacement_year, population_year
from ewdash.model.errors import SourceLayoutError, SourceMissingError, SourceTotalError
from ewdash.model.indicators import HEADLINE_INDICATORS, INDICATORS, SECTOR_COVERAGE


@pytest.fixture(scope="module")
def rights():
    return store.load("rights_year")


@pytest.fixture(scope="module")
def displaced():
    return store.load("displacement_year").set_index(["iso3", "year"])


def value(rights, iso3, year, indicator):
    row = rights[
        (rights["iso3"] == iso3)
        & (rights["year"] == year)
        & (rights["indicator"] == indicator)
        & (rights["version"] == "v16")
    ]
    return round(row["value"].item(), 3)


@pytest.mark.parametrize(
    ("iso3", "year", "indicator", "published"),
    [
        ("CHL", 1972, "v2x_clphy", 0.820),
        ("CHL", 1974, "v2x_clphy", 0.018),
        ("MMR", 2020, "v2x_civlib", 0.490),
        ("MMR", 2021, "v2x_civlib", 0.114),
        ("DNK", 2025, "v2x_libdem", 0.884),
        ("ERI", 2025, "v2x_libdem", 0.009),
    ],
)
def test_known_values_are_met(rights, iso3, year, indicator, published):
    assert value(rights, iso3, year, indicator) == published


def test_the_ends_of_liberal_democracy_in_2025_are_denmark_and_eritrea(rights):
    rows = rights[(rights["year"] == 2025) & (rights["indicator"] == "v2x_libdem")].set_index("iso3")["value"]
    assert (rows.idxmax(), rows.idxmin(), len(rows)) == ("DNK", "ERI", 179)


def test_each_indicator_on_record_has_a_direction(rights):
    pairs = set(zip(rights["indicator"], rights["version"], strict=True))
    assert pairs == set(INDICATORS)


def test_values_lie_on_the_declared_scale(rights):
    for (key, version), rows in rights.groupby(["indicator", "version"]):
        declared = INDICATORS[key, version]
        if declared.low is not None:
            assert rows["value"].between(declared.low, declared.high).all(), key


def test_corruption_is_worse_when_higher_and_headlines_are_better_when_higher():
    assert INDICATORS["v2x_corr", "v16"].higher_is == "worse"
    assert all(INDICATORS[key, "v16"].higher_is == "better" for key in HEADLINE_INDICATORS)


def test_versions_are_never_spliced(rights):
    v16 = rights[rights["version"] == "v16"]
    assert not v16.duplicated(["iso3", "year", "indicator"]).any()
    assert "v2clkill" not in set(v16["indicator"])


@pytest.mark.parametrize(("iso3", "year", "people"), [("SYR", 2015, 4_873_236), ("UKR", 2022, 5_684_177)])
def test_refugees_are_as_unhcr_published(displaced, iso3, year, people):
    assert displaced.loc[(iso3, year), "refugees"] == people


def test_venezuela_2022_with_others_in_need_is_as_published(displaced):
    row = displaced.loc[("VEN", 2022)]
    assert row["refugees"] + row["other_protection"] == 5_447_849


@pytest.mark.parametrize(("year", "people"), [(2024, 73_573_201), (2025, 68_653_080)])
def test_internally_displaced_people_are_as_idmc_published(displaced, year, people):
    assert displaced.xs(year, level="year")["idps_conflict"].sum() == people


def test_no_estimate_is_unknown_not_zero(displaced):
    assert pd.isna(displaced.loc[("CHE", 2024), "idps_conflict"])


def test_population_is_as_the_world_bank_published():
    rows = store.load("population_year").set_index(["iso3", "year"])["population"]
    assert rows["USA", 2024] == 340_110_988
    assert ("NAM", 2024) in rows.index


def test_incidents_lie_inside_their_sectors_coverage():
    rows = store.load("violation_incident")
    for sector, (first, last) in SECTOR_COVERAGE.items():
        days = rows.loc[rows["sector"] == sector, "date"].dt.date
        assert len(days)
        assert days.min() >= first
        assert days.max() <= last


def test_sexual_violence_has_no_place():
    rows = store.load("violation_incident")
    rows = rows[rows["sector"] == "sexual_violence"]
    assert len(rows) == 1_829
    assert rows[["latitude", "longitude"]].isna().all(axis=None)


def test_a_missing_file_column_or_total_is_refused_by_name(tmp_path):
    with pytest.raises(SourceMissingError, match="population"):
        population_year.build(tmp_path)
    frame = pd.DataFrame({"iso3": ["USA"], "year": [2024], "population": [1]})
    frame.to_parquet(tmp_path / "population.parquet")
    with pytest.raises(SourceLayoutError, match="basis"):
        population_year.build(tmp_path)
    frame.assign(basis="observed").to_parquet(tmp_path / "population.parquet")
    with pytest.raises(SourceTotalError, match="rows"):
        population_year.build(tmp_path)


def test_a_changed_published_figure_is_refused_by_name(tmp_path):
    keys = {"iso3": ["SYR", "UKR"], "year": [2015, 2022]}
    pd.DataFrame({**keys, **{key: [1, 2] for key in displacement_year.ORIGIN_COLUMNS}}).to_parquet(
        tmp_path / displacement_year.ORIGIN
    )
    pd.DataFrame({**keys, **{key: [1, 2] for key in displacement_year.HOST_COLUMNS}}).to_parquet(
        tmp_path / displacement_year.HOST
    )
    pd.DataFrame({**keys, "idps_conflict_stock": [1, 2]}).to_parquet(tmp_path / displacement_year.INSIDE)
    with pytest.raises(SourceTotalError, match=r"unhcr_by_origin.*4873236"):
        displacement_year.build(tmp_path)
