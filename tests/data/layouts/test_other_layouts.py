"""A figure could be added twice, given to another country, or be a zero that nobody wrote."""

import datetime
import zipfile

import pandas as pd
import pytest
from brought import NUMBERS, adds_up, reading, text

from ewdash.data import store
from ewdash.data.layouts import recognise, tidy
from ewdash.data.layouts.recognition import LAYOUTS

DAY = datetime.date(2026, 11, 26)
KEYS = ["iso3", "period", "measure"]

_ACLED = """
event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1
inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3
location latitude longitude geo_precision source source_scale notes fatalities tags timestamp
"""
_HAPI = """
location_code has_hrp in_gho provider_admin1_name provider_admin2_name admin1_code admin1_name admin2_code
admin2_name admin_level event_type events fatalities reference_period_start reference_period_end
dataset_hdx_id resource_hdx_id warning error
"""
_UNHCR = (
    "Year,Country of origin,Country of origin (ISO),Country of asylum,Country of asylum (ISO),"
    "Refugees under UNHCR's mandate,Asylum-seekers,IDPs of concern to UNHCR,"
    "Other people in need of international protection,Stateless persons,Host community,Others of concern"
)
ACLED, HAPI, UNHCR = _ACLED.split(), _HAPI.split(), _UNHCR.split(",")


def acled(number=1, **cells):
    row = dict.fromkeys(ACLED, "") | {
        "event_id_cnty": f"SDN{number}",
        "event_date": "16 May 2025",
        "year": 2025,
        "disorder_type": "Political violence",
        "event_type": "Battles",
        "iso": 729,
        "country": "Sudan",
        "notes": "On 16 May, \"two groups\"\nclashed; 3 killed, 'many' hurt.",
        "fatalities": 3,
        "timestamp": 1747699200,
    }
    return [(row | cells)[name] for name in ACLED]


def hapi(level, kind, events, fatalities, area="", month="2025-05", **cells):
    row = dict.fromkeys(HAPI, "") | {
        "location_code": "SDN",
        "admin_level": level,
        "event_type": kind,
        "events": events,
        "fatalities": fatalities,
        "admin1_code": area[:4],
        "admin2_code": area,
        "reference_period_start": f"{month}-01",
        "reference_period_end": f"{month}-28",
    }
    return [(row | cells)[name] for name in HAPI]


def unhcr(origin, asylum, refugees, seekers="0", idps="0", stateless="0", year=2024):
    return [year, origin, origin, asylum, asylum, refugees, seekers, idps, "-", stateless, "-", "0"]


def figures(rows):
    """Return the rows of the normal form as a dictionary; each key once."""
    assert list(rows.columns) == list(tidy.COLUMNS)
    assert not rows.duplicated(KEYS).any()
    assert rows["value"].notna().all()
    assert set(rows["basis"]) <= set(tidy.BASES)
    assert set(rows["unit"]) <= set(tidy.UNITS)
    keys = zip(rows["iso3"], rows["period"].dt.strftime("%Y-%m"), rows["measure"], strict=True)
    return dict(zip(keys, rows["value"], strict=True))


def test_country_years_of_the_record_come_back(tmp_path):
    own = store.load("conflict_year")
    own = own[own["iso3"].isin(NUMBERS.index) & own["iso3"].isin(["SDN", "UKR", "YEM"])]
    names = {"state_based": "sb", "non_state": "ns", "one_sided": "os"}
    wide = own.assign(type=own["type"].map(names)).pivot(
        index=["iso3", "year"], columns="type", values=["deaths_best", "deaths_low", "deaths_high"]
    )
    wide.columns = [f"{kind}_total_{estimate}_cy" for estimate, kind in wide.columns]
    wide = wide.reset_index()
    wide["country_id_cy"] = wide["iso3"].map(NUMBERS)
    wide = wide.rename(columns={"year": "year_cy"}).drop(columns="iso3")
    done, rows = reading(tmp_path, wide.to_csv(index=False))
    found = figures(rows)
    assert (done.layout, done.kept) == ("ucdp-country-year", len(wide))
    assert done.deaths == own["deaths_best"].sum()
    for row in own.itertuples():
        assert found[row.iso3, f"{row.year}-01", f"deaths_{row.type}"] == row.deaths_best
    total = own.groupby(["iso3", "year"])["deaths_high"].sum()
    assert {key: found[key[0], f"{key[1]}-01", "deaths_high"] for key in total.index} == total.to_dict()


def test_three_forms_of_days_in_one_export_are_the_same_day(tmp_path):
    days = ["16 May 2025", "2025-05-16", "16/05/2025", "16-May-2025", "16 MAY 2025"]
    done, rows = reading(tmp_path, text([acled(n, event_date=day) for n, day in enumerate(days)], ACLED))
    assert done.kept == 5
    assert figures(rows)["SDN", "2025-05", "acled_fatalities"] == 15
    assert (done.first, done.last) == (datetime.date(2025, 5, 1),) * 2


@pytest.mark.parametrize(("day", "reason"), [("31 February 2025", "day"), ("16/13/2025", "spreadsheet")])
def test_a_day_that_is_none_is_refused(tmp_path, day, reason):
    done, _ = reading(tmp_path, text([acled(1), acled(2, event_date=day)], ACLED))
    assert [(r.row, r.column, r.value, r.reason) for r in done.refusals] == [(3, "event_date", day, reason)]


def test_of_a_revised_event_the_latest_stamp_stands_wherever_it_is(tmp_path):
    rows = [
        acled(1, fatalities=9, timestamp=200),
        acled(1, fatalities=2, timestamp=100),
        acled(2, fatalities=1),
    ]
    done, back = reading(tmp_path, text(rows, ACLED))
    assert (done.repeated, done.deaths) == (1, 10)
    assert figures(back)["SDN", "2025-05", "acled_fatalities"] == 10


@pytest.mark.parametrize("iso", ["", "0", "99999"])
def test_a_place_without_a_number_is_told_with_its_fatalities(tmp_path, iso):
    done, back = reading(
        tmp_path, text([acled(1), acled(2, iso=iso, country="Kosovo", fatalities=10)], ACLED)
    )
    assert [(code.name, code.rows, code.deaths) for code in done.unknown] == [("Kosovo", 1, 10)]
    assert figures(back)["SDN", "2025-05", "acled_fatalities"] == 3
    assert (done.counts["placeholder"], adds_up(done)) == (0, True)


def test_tens_are_counted_and_demonstrations_are_no_battles(tmp_path):
    rows = [
        acled(1, fatalities=10),
        acled(2, disorder_type="Demonstrations", fatalities=0),
        acled(3, disorder_type="Political violence; Demonstrations", civilian_targeting="Civilian targeting"),
        acled(4, disorder_type="Strategic developments", fatalities=0),
    ]
    done, back = reading(tmp_path, text(rows, ACLED))
    found = {measure: value for (_, _, measure), value in figures(back).items()}
    assert done.counts["placeholder"] == 1
    assert found == {
        "acled_fatalities": 13,
        "acled_political_violence": 2,
        "acled_demonstrations": 2,
        "acled_civilian_targeting": 1,
    }


def test_nothing_that_acled_wrote_is_kept(tmp_path):
    done, _ = reading(tmp_path, text([acled(1), acled(2)], ACLED))
    assert b"clashed" not in (tmp_path / "result" / "rows.parquet").read_bytes()
    assert done.kept == 2


def test_admin_levels_are_never_added_and_targeting_is_a_part(tmp_path):
    tags = ["#country+code" if name == "location_code" else "#x" for name in HAPI]
    rows = [
        tags,
        hapi(0, "political_violence", 10, 30),
        hapi(1, "political_violence", 10, 30, "SD01"),
        hapi(2, "political_violence", 6, 20, "SD0101"),
        hapi(2, "political_violence", 4, 10, "SD0102"),
        hapi(0, "civilian_targeting", 3, 8),
        hapi(1, "civilian_targeting", 3, 8, "SD01"),
        hapi(2, "civilian_targeting", 3, 8, "SD0101"),
        hapi(0, "demonstration", 5, ""),
        hapi(1, "demonstration", 5, "", "SD01"),
        hapi(2, "demonstration", 5, "", "SD0101"),
    ]
    done, back = reading(tmp_path, "\ufeff" + text(rows, HAPI))
    assert {measure: value for (_, _, measure), value in figures(back).items()} == {
        "hapi_political_violence": 10,
        "hapi_fatalities": 30,
        "hapi_civilian_targeting": 3,
        "hapi_civilian_fatalities": 8,
        "hapi_demonstrations": 5,
    }
    assert (dict(done.aside), done.deaths) == ({"tags": 1, "level": 6}, 30)
    assert adds_up(done)


def test_a_finer_level_that_lacks_a_month_or_an_event_gives_way(tmp_path):
    for finer in (
        [hapi(2, "political_violence", 9, 29, "SD0101")],
        [hapi(2, "demonstration", 5, "", "SD0101")],
    ):
        rows = [
            hapi(1, "political_violence", 10, 30, "SD01"),
            hapi(1, "demonstration", 5, "", "SD01"),
            *finer,
        ]
        _, back = reading(tmp_path, text(rows, HAPI))
        assert figures(back)["SDN", "2025-05", "hapi_political_violence"] == 10


def test_each_country_has_the_level_that_it_has(tmp_path):
    rows = [
        hapi(1, "political_violence", 10, 30, "SD01"),
        hapi(2, "political_violence", 7, 1, "TD0101", location_code="TCD"),
    ]
    _, back = reading(tmp_path, text(rows, HAPI))
    found = figures(back)
    assert found["SDN", "2025-05", "hapi_political_violence"] == 10
    assert found["TCD", "2025-05", "hapi_political_violence"] == 7


def test_a_dash_is_unknown_and_never_zero(tmp_path):
    rows = [unhcr("SDN", "TCD", "5", seekers="-"), unhcr("SDN", "EGY", "0", seekers="2")]
    _, back = reading(tmp_path, text(rows, UNHCR))
    found = figures(back)
    assert found["SDN", "2024-01", "refugees"] == 5
    assert found["EGY", "2024-01", "refugees_hosted"] == 0
    assert found["SDN", "2024-01", "asylum_seekers"] == 2
    assert ("TCD", "2024-01", "asylum_seekers_hosted") not in found
    assert not any(measure in ("other_protection", "host_community") for _, _, measure in found)


def test_rows_of_the_world_and_totals_are_not_added_to_their_parts(tmp_path):
    rows = [
        unhcr("-", "-", "900"),
        unhcr("SDN", "-", "7"),
        unhcr("SDN", "TCD", "5"),
        unhcr("SDN", "EGY", "2"),
        unhcr("SDN", "SDN", "0", idps="100"),
        unhcr("MMR", "-", "40"),
        unhcr("-", "KEN", "60"),
    ]
    done, back = reading(tmp_path, text(rows, UNHCR))
    found = figures(back)
    assert (found["SDN", "2024-01", "refugees"], found["SDN", "2024-01", "idps_unhcr"]) == (7, 100)
    assert found["MMR", "2024-01", "refugees"] == 40
    assert found["KEN", "2024-01", "refugees_hosted"] == 60
    assert dict(done.aside) == {"world": 1, "total": 1}
    assert adds_up(done)


def test_codes_that_are_no_country_keep_their_own(tmp_path):
    rows = [unhcr(code, "IND", "5") for code in ("TIB", "UNK", "XXA")]
    done, back = reading(tmp_path, text(rows, UNHCR))
    assert done.unknown == ()
    assert figures(back)["TIB", "2024-01", "refugees"] == 5
    assert figures(back)["IND", "2024-01", "refugees_hosted"] == 15


def test_of_an_archive_with_footnotes_the_figures_are_read(tmp_path):
    file = tmp_path / "population.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("footnotes.csv", "Year,Footnote\n2024,estimated\n")
        archive.writestr("population.csv", text([unhcr("SDN", "TCD", "5")], UNHCR))
    assert recognise(file) == "unhcr"
    _, back = reading(tmp_path, file.read_bytes())
    assert figures(back)["TCD", "2024-01", "refugees_hosted"] == 5


def test_displacement_by_conflict_is_the_raw_stock_and_an_empty_cell_no_estimate(tmp_path):
    table = "ISO3,Name,Year,Conflict Stock Displacement,Conflict Stock Displacement (Raw)\n"
    table += "#country+code,#country,#date,#affected,#affected\nSDN,Sudan,2024,11559970,11559974\n"
    done, back = reading(tmp_path, f"{table}TCD,Chad,2024,,\nNOR,Norway,2024,0,0\n")
    assert figures(back) == {
        ("SDN", "2024-01", "idps_conflict"): 11_559_974,
        ("NOR", "2024-01", "idps_conflict"): 0,
    }
    assert (done.layout, dict(done.aside), adds_up(done)) == ("idmc", {"tags": 1}, True)


def test_rights_of_the_record_come_back_and_the_two_palestines_stay_two(tmp_path):
    own = store.load("rights_year")
    own = own[(own["version"] == "v16") & own["iso3"].isin(["PSE", "PSG", "SML", "CHL", "NAM"])]
    wide = own.pivot(index=["iso3", "year"], columns="indicator", values="value").reset_index()
    wide = wide.rename(columns={"iso3": "country_text_id"}).assign(v2unheard=1, v2x_clphy_sd=0.1)
    done, rows = reading(tmp_path, wide.to_csv(index=False))
    found = figures(rows)
    keys = zip(own["iso3"], own["year"].map("{}-01".format), own["indicator"], strict=True)
    assert found == dict(zip(keys, own["value"], strict=True))
    assert {"PSE", "PSG"} <= set(rows["iso3"])
    assert (done.kept, done.unknown) == (len(wide), ())


def test_a_cell_without_a_value_has_no_row(tmp_path):
    table = "country_text_id,year,v2x_clphy,v2x_rule\nSDN,2024,NA,0.2\nTCD,2024,,\n"
    done, rows = reading(tmp_path, table)
    assert figures(rows) == {("SDN", "2024-01", "v2x_rule"): 0.2}
    assert done.kept == 2


@pytest.mark.parametrize("code", ["NA", "NAM"])
def test_na_is_namibia_and_missing_only_in_figures(tmp_path, code):
    _, rows = reading(tmp_path, f"country_text_id,year,v2x_clphy,v2x_rule\n{code},2024,NA,0.8\n")
    assert figures(rows) == {("NAM", "2024-01", "v2x_rule"): 0.8}
    _, rows = reading(
        tmp_path,
        f"iso3,indicator_id,date,alert_level,value\n{code},wfp_market_monitor,2025-02-03,High concern,NA\n",
    )
    assert figures(rows) == {("NAM", "2025-02", "signal_wfp_market_monitor"): 2}


def test_forecasts_may_lie_ahead_and_are_state_based(tmp_path):
    table = "country_id,month_id,name,gwcode,isoab,year,month,main_mean_ln,main_mean,main_dich\n"
    table += "237,553,Sudan,625,SDN,2027,1,5.1,163.2,0.97\n237,554,Sudan,625,SDN,2027,2,5.1,-1,0.97\n"
    table += "237,555,Sudan,625,SDN,2027,3,5.1,1,1.2\n237,555,Sudan,625,SDN,2047,3,5.1,1,1\n"
    done, rows = reading(tmp_path, table, today=DAY)
    assert figures(rows) == {
        ("SDN", "2027-01", "views_deaths"): 163.2,
        ("SDN", "2027-01", "views_probability"): 0.97,
    }
    assert [refusal.reason for refusal in done.refusals] == ["negative", "range", "future"]
    assert set(rows["basis"]) == {"forecast"}


PTS = "Country,Country_OLD,Year,COW_Code_A,COW_Code_N,WordBank_Code_A,UN_Code_N,Region,PTS_A,PTS_H,PTS_S\n"


def test_a_part_of_a_country_does_not_take_its_place(tmp_path):
    table = PTS + "".join(
        f"Israel,Israel,{year},ISR,666,ISR,376,mena,3,NA,3\n" for year in (2022, 2023, 2024)
    )
    table += "Israel in Occupied Territories,x,2024,ISR,666,ISR,376,mena,5,NA,5\n"
    table += "Namibia,Namibia,2024,NAM,565,NA,516,ssa,NA,NA,2\nAfrican Union,x,2024,NA,NA,NA,NA,x,NA,NA,NA\n"
    done, rows = reading(tmp_path, table)
    found = figures(rows)
    assert (found["ISR", "2024-01", "pts_amnesty"], found["NAM", "2024-01", "pts_state_department"]) == (3, 2)
    assert ("ISR", "2024-01", "pts_human_rights_watch") not in found
    assert dict(done.aside) == {"part": 1}
    assert [(code.code, code.name) for code in done.unknown] == [("", "African Union")]
    assert adds_up(done)


def test_a_level_off_the_scale_is_refused(tmp_path):
    done, _ = reading(tmp_path, PTS + "Chad,Chad,2024,CHA,483,TCD,148,ssa,6,NA,3\n")
    assert [(r.column, r.reason) for r in done.refusals] == [("PTS_A", "range")]


def test_the_highest_alert_of_a_month_stands_and_no_text_is_kept(tmp_path):
    more = {f"column_{place}": "<b>x</b>\nNA" for place in range(38)}
    rows = [("2025-02-03", "Medium concern"), ("2025-02-20", "High concern"), ("2025-03-01", "medium")]
    table = pd.DataFrame(
        [
            {"iso3": "SDN", "location": "Sudan", "indicator_id": "acled_conflict", "date": day}
            | {"alert_level": level, **more}
            for day, level in rows
        ]
    )
    _, back = reading(tmp_path, table.to_csv(index=False))
    assert figures(back) == {
        ("SDN", "2025-02", "signal_acled_conflict"): 2,
        ("SDN", "2025-03", "signal_acled_conflict"): 1,
    }
    assert b"<b>" not in (tmp_path / "result" / "rows.parquet").read_bytes()


def headed(layout):
    """Return a heading of a layout as a producer writes it."""
    return [*layout.required, *sorted(layout.some)[:1]]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.key)
def test_each_layout_is_known_by_its_columns_in_any_order(tmp_path, layout):
    path = tmp_path / "x"
    for heading in (headed(layout), headed(layout)[::-1], [name.upper() for name in headed(layout)]):
        path.write_text(text([["1"] * len(heading)], heading))
        assert recognise(path) == layout.key


@pytest.mark.parametrize("measure", [*tidy.MEASURES, "v2x_clphy"])
def test_each_measure_has_a_name(measure):
    assert tidy.name(measure) != measure
