"""Our sums could drift from the totals UCDP published."""

from datetime import date

import pandas as pd
import pytest

from ewdash.data import store
from ewdash.data.tables import conflict_month
from ewdash.model.errors import SourceLayoutError, SourceMissingError, SourceTotalError

# Country-years whose types differ between UCDP's own files (see the card of conflict_year).
EXCEPTIONS = {
    ("KEN", 2024, "state_based"),
    ("KEN", 2024, "one_sided"),
    ("IND", 2006, "state_based"),
    ("IND", 2006, "one_sided"),
    ("IND", 2006, "non_state"),
}


@pytest.fixture(scope="module")
def months():
    return store.load("conflict_month")


@pytest.fixture(scope="module")
def exact(months):
    return months[months["basis"] != "split_estimate"]


@pytest.fixture(scope="module")
def recent():
    return store.load("conflict_month_recent")


def test_events_and_deaths_are_those_of_ged_25_1(exact):
    assert exact["events"].sum() == 385_918
    assert exact["deaths_best"].sum() == 3_957_143


@pytest.mark.parametrize(("year", "deaths"), [(1994, 824_156), (2022, 309_636), (2024, 160_900)])
def test_published_years_are_met(exact, year, deaths):
    assert exact.loc[exact["month"].dt.year == year, "deaths_best"].sum() == deaths


def test_months_add_up_to_the_country_year_table_per_type(exact):
    years = store.load("conflict_year").replace({"iso3": {"NGA": "NGA+NER", "NER": "NGA+NER"}})
    published = years.groupby(["iso3", "year", "type"])["deaths_best"].sum()
    long = exact.rename(columns=lambda name: name.removeprefix("deaths_")).melt(
        ["iso3", "month"], ["state_based", "non_state", "one_sided"], "type", "deaths"
    )
    ours = long.groupby(["iso3", long["month"].dt.year, "type"])["deaths"].sum()
    ours.index.names = published.index.names
    gap = (ours - published).abs()
    assert set(gap[gap > 0.5].index) <= EXCEPTIONS
    assert gap.notna().all()


def test_months_add_up_to_the_country_year_table_per_country(exact):
    years = store.load("conflict_year").replace({"iso3": {"NGA": "NGA+NER", "NER": "NGA+NER"}})
    published = years.groupby(["iso3", "year"])["deaths_best"].sum()
    ours = exact.groupby(["iso3", exact["month"].dt.year])["deaths_best"].sum()
    ours.index.names = published.index.names
    assert (ours - published).abs().max() == 0


def test_types_add_up_to_all_deaths(months):
    split = months[["deaths_state_based", "deaths_non_state", "deaths_one_sided"]].sum(axis=1)
    assert (split - months["deaths_best"].astype(float)).abs().max() < 1


def test_no_figure_carries_the_noise_of_single_precision(exact):
    for name in conflict_month.SPLIT:
        known = exact[name].dropna()
        assert known.map(lambda deaths: len(f"{deaths:.12g}".replace(".", ""))).max() <= 7, name


def test_niger_and_nigeria_stand_apart_as_estimates_and_together_exactly(months):
    apart = months[months["iso3"].isin(["NGA", "NER"])]
    joint = months[months["iso3"] == "NGA+NER"]
    assert set(apart["basis"]) == {"split_estimate"}
    assert set(joint["basis"]) == {"joint"}
    assert apart["events"].isna().all()
    assert apart["deaths_low"].isna().all()
    sums = apart.groupby("month")["deaths_best"].sum()
    assert (sums == joint.set_index("month")["deaths_best"]).all()


@pytest.mark.parametrize(("iso3", "deaths"), [("NER", 7_075), ("NGA", 73_822)])
def test_niger_and_nigeria_come_close_to_their_own_published_sums(months, iso3, deaths):
    ours = months.loc[months["iso3"] == iso3, "deaths_best"].sum()
    assert abs(ours - deaths) <= 10  # rounding of months


def test_namibia_is_a_country_not_a_missing_value(months):
    assert "NAM" in set(months["iso3"])
    assert months["iso3"].notna().all()


@pytest.mark.parametrize(
    ("iso3", "first", "last"),
    [
        ("SSD", 2011, 2024),
        ("ERI", 1993, 2024),
        ("TLS", 2002, 2024),
        ("XKX", 2008, 2024),
        ("YMD", 1989, 1990),
        ("DDR", 1989, 1990),
        ("CSK", 1989, 1992),
        ("TWN", 1989, 2024),
        ("ISL", 1989, 2024),
        ("UKR", 1991, 2024),
    ],
)
def test_a_state_is_covered_from_its_first_to_its_last_year_without_a_gap(months, iso3, first, last):
    covered = months.loc[months["iso3"] == iso3, "month"]
    assert (covered.min().year, covered.max().year) == (first, last)
    assert len(covered) == 12 * (last - first + 1)


@pytest.mark.parametrize("iso3", ["PSE", "ESH", "HKG", "PRI", "YUG", "SUN"])
def test_what_ucdp_does_not_treat_as_a_unit_has_no_row(months, iso3):
    assert iso3 not in set(months["iso3"])


def test_a_covered_country_without_events_has_zeros(months):
    iceland = months[months["iso3"] == "ISL"]
    assert (iceland["deaths_best"] == 0).all()
    assert (iceland["events"] == 0).all()


def test_candidate_2025_is_as_published(recent):
    year = recent[(recent["vintage"] == "candidate") & (recent["month"].dt.year == 2025)]
    assert year["events"].sum() == 28_396
    assert year["deaths_best"].sum() == 181_331
    assert [int(year[f"deaths_{kind}"].sum()) for kind in ("state_based", "non_state", "one_sided")] == [
        146_356,
        13_282,
        21_693,
    ]


@pytest.mark.parametrize(
    ("month", "vintage", "deaths"),
    [
        ("2026-01", "candidate", 34_696),
        ("2026-02", "candidate", 14_975),
        ("2026-03", "candidate", 15_208),
        ("2026-04", "candidate", 11_794),
        ("2026-04", "lower_bound", 11_794),
        ("2026-05", "lower_bound", 11_754),
        ("2026-06", "lower_bound", 4_059),
    ],
)
def test_preliminary_months_are_as_counted(recent, month, vintage, deaths):
    rows = recent[(recent["month"] == f"{month}-01") & (recent["vintage"] == vintage)]
    assert rows["deaths_best"].sum() == deaths


def test_candidate_ends_with_april_2026_without_a_hole(recent):
    months = sorted(set(recent.loc[recent["vintage"] == "candidate", "month"]))
    assert months == list(pd.date_range("2025-01-01", "2026-04-01", freq="MS"))


@pytest.mark.parametrize(
    ("iso3", "month", "deaths", "dated"),
    [("IRN", "2026-02", 3_287, 186), ("IRN", "2026-04", 127, 127), ("LBN", "2026-04", 577, 577)],
)
def test_an_event_stands_in_the_month_in_which_it_begins(recent, iso3, month, deaths, dated):
    rows = recent[(recent["iso3"] == iso3) & (recent["month"] == f"{month}-01")]
    assert rows.set_index("vintage").loc["candidate", "deaths_best"] == deaths
    assert rows.set_index("vintage").loc["candidate", "deaths_dated"] == dated


@pytest.mark.parametrize(("iso3", "deaths"), [("ZAF", 85), ("TZA", 229), ("FRA", 0)])
def test_a_lower_bound_takes_candidate_where_it_has_the_month(recent, iso3, deaths):
    rows = recent[(recent["iso3"] == iso3) & (recent["vintage"] == "lower_bound")]
    assert rows[rows["month"].between("2025-06-01", "2026-05-01")]["deaths_best"].sum() == deaths


def test_no_lower_bound_is_above_the_candidate_figure(recent):
    both = recent.pivot(index=["iso3", "month"], columns="vintage", values="deaths_best").dropna()
    assert (both["lower_bound"] <= both["candidate"]).all()


def test_deaths_across_a_months_end_are_all_deaths_without_those_inside_one(months, recent):
    exact = months[months["basis"] != "split_estimate"]
    assert exact["deaths_best"].sum() - exact["deaths_dated"].sum() == 969_138
    for rows in (months, recent):
        assert (rows["deaths_dated"] <= rows["deaths_best"]).all()


def test_spread_deaths_add_up_to_those_by_first_day(months):
    for iso3 in ("SDN", "YEM"):
        rows = months[(months["iso3"] == iso3) & (months["month"] < "2024-12-01")]
        assert rows["deaths_spread"].sum() == pytest.approx(rows["deaths_best"].sum(), abs=60)
        assert (rows["deaths_spread"] + 0.01 >= rows["deaths_dated"]).all()
    assert months.loc[months["iso3"] == "MEX", "deaths_spread"].isna().all()


@pytest.mark.parametrize(
    ("iso3", "now", "before"), [("SDN", 75_174, 7_103), ("UKR", 90_345, 91_779), ("TZA", 1_009, 6)]
)
def test_two_years_of_one_release_stand_beside_each_other(iso3, now, before):
    rows = store.load("conflict_year_settled").set_index(["iso3", "year"])["deaths_best"]
    assert (rows[iso3, 2025], rows[iso3, 2024]) == (now, before)


def test_a_country_that_the_copies_do_not_list_is_not_zero():
    rows = store.load("conflict_year_settled")
    assert rows.loc[rows["iso3"].isin(["HTI", "CAF", "BDI", "TCD"]), "deaths_best"].isna().all()
    assert rows.groupby("year")["deaths_best"].sum().to_dict() == {2024: 185_874, 2025: 242_184}


def test_an_event_at_sea_or_under_an_exception_is_no_countrys(recent):
    rows = recent[(recent["vintage"] == "candidate") & (recent["deaths_excepted"] > 0)]
    assert dict(zip(rows["iso3"], rows["deaths_excepted"], strict=True)) == {
        "ISR": 1, "LKA": 104, "UKR": 3, "YEM": 1,
    }  # fmt: skip


def test_no_preliminary_month_stands_in_the_final_table(months, recent):
    assert months["month"].max() < recent["month"].min()


def test_unknown_civilians_of_2025_are_not_zero(recent):
    year = recent[(recent["vintage"] == "candidate") & (recent["month"].dt.year == 2025)]
    assert year["deaths_civilians"].isna().all()


@pytest.mark.parametrize(
    ("table", "day"),
    [
        ("conflict_year", (2026, 11, 23)),
        ("conflict_year_settled", (2026, 11, 25)),
        ("conflict_month_recent", (2026, 11, 25)),
        ("vote", (2026, 11, 25)),
        ("session", (2026, 11, 25)),
        ("membership", (2026, 11, 23)),
        ("signal_month", (2026, 11, 25)),
    ],
)
def test_a_table_was_accessed_when_the_newest_of_its_files_was(table, day):
    assert store.card(table).provenance.accessed == date(*day)


def test_each_release_was_fetched_on_its_own_day():
    rows = store.load("release").set_index("version")["fetched"].dt.date.to_dict()
    assert rows["25.1"] == rows["25.01.25.12"] == date(2026, 11, 23)
    assert rows["26.1"] == rows["26.0.4"] == rows["26.01.26.03"] == date(2026, 11, 25)


def test_an_event_id_stands_once_and_the_later_release_wins():
    events = store.load("conflict_event")
    assert events["event_id"].is_unique
    assert set(events.loc[events["dataset"] == "candidate", "release"]) == {"26.01.26.03", "26.0.4"}


@pytest.mark.parametrize(
    ("iso3", "events", "deaths"), [("LKA", 4_581, 65_628), ("SLE", 1_497, 20_444), ("SDN", 4_556, 113_439)]
)
def test_histories_hold_their_events(iso3, events, deaths):
    rows = store.load("conflict_event")
    rows = rows[(rows["iso3"] == iso3) & (rows["dataset"] == "history")]
    assert (len(rows), rows["deaths_best"].sum()) == (events, deaths)


def made_up(folder, *, drop=None, deaths=1):
    """Write a tiny source folder in the layout of the real one."""
    months = pd.DataFrame(
        {
            "iso3": ["AAA"],
            "month": ["1989-01-01"],
            "basis": ["exact"],
            **{name: [deaths] for name in conflict_month.COUNTS},
        }
    )
    types = pd.DataFrame(
        {
            "iso3": ["AAA"],
            "month": ["1989-01-01"],
            "quality": ["exact"],
            "deaths_best": [0.0],
            **{name: [0.0] for name in conflict_month.SPLIT},
        }
    )
    months.drop(columns=drop or []).to_parquet(folder / "ucdp_ged_v25_1_country_month.parquet")
    types.to_parquet(folder / "ucdp_deaths_by_type_country_month.parquet")


def test_a_missing_source_is_named(tmp_path):
    with pytest.raises(SourceMissingError, match="country_month"):
        conflict_month.build(tmp_path)


def test_a_missing_column_is_named(tmp_path):
    made_up(tmp_path, drop=["deaths_low"])
    with pytest.raises(SourceLayoutError, match=r"country_month.*deaths_low"):
        conflict_month.build(tmp_path)


def test_a_wrong_total_is_named_with_both_numbers(tmp_path):
    made_up(tmp_path)
    with pytest.raises(SourceTotalError, match=r"country_month.*385918"):
        conflict_month.build(tmp_path)


def test_a_truncated_source_is_named(tmp_path):
    made_up(tmp_path)
    path = tmp_path / "ucdp_ged_v25_1_country_month.parquet"
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(SourceLayoutError, match="country_month"):
        conflict_month.build(tmp_path)


def test_deaths_where_no_state_is_covered_are_refused(tmp_path, monkeypatch):
    from ewdash.data.tables import ucdp

    monkeypatch.setattr(
        ucdp, "covered_years", lambda folder: pd.DataFrame({"iso3": ["AAA"], "year": [1990], "deaths": [0]})
    )
    rows = pd.DataFrame(
        {"iso3": ["AAA"], "month": [pd.Timestamp("1989-01-01")], "deaths_best": [5], "events": [1]}
    )
    with pytest.raises(SourceLayoutError, match="AAA"):
        conflict_month._inside(rows, tmp_path)
