"""Yearly figures brought in: a file renews its own columns, years and version, and nothing else."""

from datetime import date

import pandas as pd
import pytest

from ewdash.analysis import slow_indicators
from ewdash.data import fetching, home, indicator_releases, store
from ewdash.data.record import opened
from ewdash.model.errors import FetchFailedError, ReleaseRefusedError
from ewdash.signals import refresh, run
from ewdash.views import months, rights, settled, sources, violence
from tests import indicator_files
from tests.data.test_fetching import send, server

TODAY = date(2026, 11, 26)
VDEM, CY = "V-Dem-CY-Full+Others-v16.csv", "OrganizedViolenceCY_v26_1.csv"


@pytest.fixture(autouse=True)
def no_signals(monkeypatch):
    monkeypatch.setattr(run, "update", lambda **given: [])


def install(tmp_path, rows, name, **given):
    file = tmp_path / name
    file.write_bytes(rows if isinstance(rows, bytes) else rows.to_csv(index=False).encode())
    return refresh.install([file], today=TODAY, **given)


def shown(table):
    return store.load(table, root=home.shown())


def manifest(dataset):
    rows = shown("release")
    return rows[rows["dataset"].eq(dataset) & rows["origin"].eq("own")].iloc[0]


def test_rights_of_a_file_renew_its_version_alone(tmp_path):
    rows = indicator_files.rights()
    chad = rows["country_text_id"].eq("TCD") & rows["year"].eq(2025)
    rows.loc[chad, "v2x_clphy"] = 0.123
    report = install(tmp_path, rows, VDEM)
    before, now = store.load("rights_year"), shown("rights_year")
    keys = ["iso3", "year", "indicator", "version"]
    assert len(before) == len(now)
    before, now = (table[table["year"] >= 2020] for table in (before, now))
    moved = before.merge(now, on=keys, how="outer", suffixes=("", "_now"))
    moved = moved[moved["value"] != moved["value_now"]]
    assert moved[[*keys, "value_now"]].to_numpy().tolist() == [["TCD", 2025, "v2x_clphy", "v16", 0.123]]
    assert (
        now[now["indicator"] == "v2x_regime_owid"].shape
        == before[before["indicator"] == "v2x_regime_owid"].shape
    )
    row = manifest("vdem")
    assert (row["provider"], row["version"], row["covers_to"]) == ("V-Dem", "v16", pd.Timestamp(2025, 12, 31))
    assert pd.isna(row["deaths_best"])
    assert report.lines()[0].startswith("V-Dem v16: ")
    assert "V-Dem v16" in opened().card("rights_year").provenance.version
    assert refresh.install([tmp_path / VDEM], today=TODAY).versions == ()


def test_a_new_version_stands_apart_and_is_shown(tmp_path):
    with pytest.raises(ReleaseRefusedError, match="which version of V-Dem"):
        install(tmp_path, indicator_files.rights(), "vdem.csv")
    install(tmp_path, indicator_files.rights(), "vdem.csv", version="v17")
    now = shown("rights_year")
    assert slow_indicators.newest(now) == "v17"
    pd.testing.assert_frame_equal(
        now[now["version"] != "v17"].reset_index(drop=True), store.load("rights_year")
    )
    drawn = rights.indices(opened(), country="TCD", month=pd.Timestamp(2026, 4, 1), years=10)
    assert set(drawn.table["version"]) == {"v17"}
    with pytest.raises(ReleaseRefusedError, match="same file as release v17"):
        install(tmp_path, indicator_files.rights(), "V-Dem-CY-v18.csv")


def test_displacement_renews_the_columns_and_years_of_the_file(tmp_path):
    rows = indicator_files.displaced()
    syria = rows[indicator_files.ORIGIN].eq("SYR") & rows["Year"].eq(2025)
    rows.loc[syria, [indicator_files.UNHCR["refugees"], "Asylum-seekers"]] = ["-", "5"]
    ahead = rows[syria].assign(Year=2026)
    world = rows[syria].assign(**{indicator_files.ORIGIN: "-"})
    report = install(tmp_path, pd.concat([rows, ahead, world]), "population.csv")
    before, now = (
        table.set_index(["iso3", "year"]).astype("Float64")
        for table in (store.load("displacement_year"), shown("displacement_year"))
    )
    assert now.loc[("SYR", 2025), "refugees"] is pd.NA  # unknown, never zero
    assert now.loc[("SYR", 2025), "asylum_seekers"] == 5
    others = ["returned_refugees", "new_asylum_applications", "idps_conflict", "host_countries"]
    pd.testing.assert_frame_equal(now[others], before[others].reindex(now.index))
    assert now["idps_conflict"].sum() == before["idps_conflict"].sum()
    old, old_before = (table[table.index.get_level_values("year") < 2020] for table in (now, before))
    pd.testing.assert_frame_equal(old, old_before)
    nowhere = now[now.index.get_level_values("iso3").isin(indicator_releases.NO_COUNTRY)]
    assert nowhere[nowhere.index.get_level_values("year") >= 2020]["refugees"].isna().all()
    assert max(now.index.get_level_values("year")) == 2025
    said = "\n".join(report.lines())
    assert "totals of the world" in said
    assert "figures of a year that is not over" in said
    assert "figures of people without a country" in said
    assert manifest("unhcr")["version"] == "2025"
    assert len(report.changes["unhcr 2025"]) == 2


def test_country_years_make_the_years_and_a_country_not_listed_is_unknown(tmp_path):
    rows = indicator_files.years()
    lost = store.load("country").set_index("iso3")["ucdp_id"]["TCD"]
    rows = rows[~(rows["country_id_cy"].eq(lost) & rows["year_cy"].ge(2024))]
    with pytest.raises(ReleaseRefusedError, match="TCD has no figures in it"):
        install(tmp_path, rows, CY)
    install(tmp_path, rows, CY, accept=True)
    table, built_in = shown("conflict_year"), store.load("conflict_year")
    same = table[table["year"] <= 2023].reset_index(drop=True)
    split = ["deaths_by_government", "deaths_by_non_state_groups"]  # not in this file: unknown
    pd.testing.assert_frame_equal(
        same.drop(columns=split),
        built_in[built_in["year"] <= 2023].drop(columns=split).reset_index(drop=True),
    )
    assert same[split].isna().all(axis=None)
    newest = shown("conflict_year_settled").set_index(["iso3", "year"])
    assert sorted(newest.index.get_level_values("year").unique()) == [2024, 2025]
    assert newest.loc["TCD", "deaths_best"].isna().all()
    assert newest.loc[("NOR", 2025), "deaths_best"] == 0
    assert set(newest["release"]) == {"26.1"}
    world = built_in.loc[built_in["year"].eq(2024) & built_in["iso3"].ne("TCD"), "deaths_best"].sum()
    assert set(newest["world"]) == {world}
    row = manifest("country_year")
    assert (row["version"], row["deaths_best"]) == ("26.1", int(table["deaths_best"].sum()))
    assert opened().card("conflict_year").provenance.version.endswith("Violence 26.1")
    card = next(one for one in sources.sources_view(opened()).cards if one.table == "conflict_year_settled")
    assert "26.1" not in card.title
    assert not any("public copies" in caveat for caveat in card.caveats)
    assert "the repository’s releases" in months.reach(opened(), today=TODAY)  # the deaths by month
    drawn = violence.by_type(opened(), country="UKR", month=pd.Timestamp(2025, 6, 1), years=5).table
    assert not drawn.duplicated(["year", "type"]).any()  # 2025 once, final, not preliminary beside it
    assert not drawn.loc[drawn["year"] == 2025, "preliminary"].any()
    # The months stay the repository's, and the next state holds the file, too.
    assert store.layer("conflict_month", root=home.shown()) == store.DATA
    install(tmp_path, indicator_files.displaced(), "population.csv")
    assert shown("conflict_year")["year"].max() == 2025


def test_a_year_restated_is_told_while_the_months_are_of_the_older_release(tmp_path):
    rows = indicator_files.years()
    ukraine = store.load("country").set_index("iso3")["ucdp_id"]["UKR"]
    year = rows["country_id_cy"].eq(ukraine) & rows["year_cy"].eq(2024)
    rows.loc[year, "sb_total_deaths_best_cy"] += 20_000
    install(tmp_path, rows, CY)
    assert settled.restated(opened(), "UKR")
    assert not settled.restated(opened(), "SDN")


@pytest.mark.parametrize(
    ("make", "name", "spoil", "words"),
    [
        ("rights", VDEM, lambda rows: rows.iloc[::2], "countries and years where about"),
        ("rights", VDEM, lambda rows: rows[rows["country_text_id"] != "UKR"], "UKR has no figures"),
        ("rights", VDEM, lambda rows: rows.assign(v2x_rule=rows["v2x_rule"] * 9), "outside the scale"),
        ("rights", VDEM, lambda rows: rows.assign(year=rows["year"] + 1), "a year that is not over"),
        ("rights", VDEM, lambda rows: rows.assign(year=rows["year"] + 9), "rows are wrong"),
        ("displaced", "p.csv", lambda rows: rows.iloc[::2], "where about"),
        ("displaced", "p.csv", lambda rows: rows[~rows.eq("SYR").any(axis=1)], "SYR has no figures"),
        ("years", CY, lambda rows: rows.iloc[::2], "countries and years where about"),
        ("years", CY, lambda rows: rows.assign(sb_total_deaths_best_cy=-1), "rows are wrong"),
        ("years", CY, lambda rows: rows[rows["year_cy"] < 2025], "that of release 25.1, its name says 26.1"),
    ],
)
def test_figures_that_cannot_be_are_refused_and_the_old_ones_stay(make, name, spoil, words, tmp_path):
    with pytest.raises(ReleaseRefusedError, match=words) as refused:
        install(tmp_path, spoil(getattr(indicator_files, make)()), name)
    assert "What was shown stays" in refused.value.advice
    assert home.current() is None
    assert indicator_releases.held() == []


def test_an_update_fetches_displacement_and_country_years(monkeypatch):
    displaced = indicator_files.displaced().to_csv(index=False).encode()
    years = indicator_files.years().to_csv(index=False).encode()
    notes = b"Year,Footnote\n2024,estimated\n"
    files = {
        "/unhcr/population/": indicator_files.zipped(footnotes=notes, population=displaced),
        "/ucdp/organizedviolencecy/organizedviolencecy-261-csv.zip": indicator_files.zipped(cy=years),
    }

    def answer(handler):
        body = files.get(handler.path.partition("?")[0])
        send(handler, body or b"none", status=200 if body else 404, kind="application/zip")

    with server(answer) as (address, asked):
        base = address.rsplit("/", 1)[0]
        monkeypatch.setenv(fetching.PLACE, f"{base}/ucdp")
        monkeypatch.setenv(fetching.UNHCR_PLACE, f"{base}/unhcr")
        assert set(refresh.update(today=TODAY).versions) == {"country_year 26.1", "unhcr 2025"}
        assert any("download=true" in path and "yearTo=2025" in path for path, _ in asked)
        number = len(asked)
        assert refresh.update(today=TODAY).versions == ()  # the same figures are not new
        assert not any("organizedviolencecy" in path for path, _ in asked[number:])
        files.clear()
        assert refresh.update(today=TODAY).versions == ()  # what a server does not have is no error


def test_a_server_that_fails_does_not_keep_back_what_another_has(monkeypatch):
    years = indicator_files.zipped(cy=indicator_files.years().to_csv(index=False).encode())

    def answer(handler):
        if handler.path.startswith("/unhcr"):
            send(handler, b"", status=503)
        else:
            there = handler.path.endswith("cy-261-csv.zip")
            send(handler, years if there else b"none", status=200 if there else 404)

    with server(answer) as (address, _):
        base = address.rsplit("/", 1)[0]
        monkeypatch.setenv(fetching.PLACE, f"{base}/ucdp")
        monkeypatch.setenv(fetching.UNHCR_PLACE, f"{base}/unhcr")
        report = refresh.update(today=TODAY)
        assert report.versions == ("country_year 26.1",)
        assert "503" in report.lines()[-1]
        with pytest.raises(FetchFailedError, match="503"):
            refresh.update(today=TODAY)
