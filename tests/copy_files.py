"""Files of other producers as people bring them, made of our own figures: what the tests of copies share."""

import csv

from ewdash.data import copies, store

COUNTRIES = store.load("country")
_ACLED = """
event_id_cnty event_date disorder_type event_type civilian_targeting iso country notes fatalities timestamp
"""
ACLED = _ACLED.split()


def acled_row(number, day, deaths, iso=729, country="Sudan", civilian=""):
    kind = "Political violence"
    return [f"E{number}", day, kind, "Battles", civilian, iso, country, "two\nlines", deaths, number]


def _written(path, heading, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, *rows])
    return path


def acled_file(path, *, deaths=3, good=False, only_unknown=False):
    """Write an export of ACLED: of Sudan in May and July 2025 and of Chad, one row refused, one unknown."""
    unknown = [acled_row(5, "2025-06-01", 5, iso=0, country="Atlantis")]
    rows = [
        acled_row(1, "16 May 2025", deaths),
        acled_row(2, "2025-05-20", 10, civilian="Civilian targeting"),
        acled_row(3, "02/07/2025", 2),
        acled_row(4, "2025-06-01", 1, iso=148, country="Chad"),
    ]
    bad = [] if good else [acled_row(6, "31 February 2025", 7)]
    return _written(path, ACLED, unknown if only_unknown else [*rows, *unknown, *bad])


def vdem_file(path):
    """Write country-years of V-Dem as the record has them, all indicators of version 16."""
    rows = store.load("rights_year")
    rows = rows[(rows["version"] == "v16") & rows["iso3"].isin(["SDN", "TCD", "SWE"])]
    wide = rows.pivot(index=["iso3", "year"], columns="indicator", values="value").reset_index()
    wide = wide.rename(columns={"iso3": "country_text_id"})
    wide.to_csv(path, index=False)
    return path


def events_file(path):
    """Write one event of UCDP with the columns that its layout needs."""
    from ewdash.data.layouts.ucdp_events import ORDER

    return _written(path, ORDER, [[1] * len(ORDER)])


_ENDS = ("best", "low", "high")
_UCDP = [
    *("country_id_cy", "year_cy"),
    *(f"{kind}_total_deaths_{end}_cy" for kind in ("sb", "ns", "os") for end in _ENDS),
]
_HAPI = [
    *("location_code", "admin_level", "event_type", "events", "fatalities"),
    *("reference_period_start", "reference_period_end", "error"),
]
# Layout -> heading and two rows of Sudan, as short as the layout lets them be.
SMALL = {
    "ucdp-country-year": (_UCDP, [[625, year, 9, 5, 12, 1, 1, 1, 0, 0, 0] for year in (2023, 2024)]),
    "hapi": (
        _HAPI,
        [
            ["SDN", 0, "political_violence", 3, 7, "2025-05-01", "2025-05-31", ""],
            ["SDN", 0, "civilian_targeting", 1, "", "2025-05-01", "2025-05-31", "flagged"],
        ],
    ),
    "unhcr": (
        [
            *("Year", "Country of origin (ISO)", "Country of asylum (ISO)", "Refugees under UNHCR's mandate"),
            *("Asylum-seekers", "IDPs of concern to UNHCR"),
        ],
        [[2023, "SDN", "TCD", 100, 5, "-"], [2024, "SDN", "TCD", 120, "-", 0]],
    ),
    "terror-scale": (
        ["Country", "Year", "WordBank_Code_A", "PTS_A", "PTS_H", "PTS_S"],
        [["Sudan", 2023, "SDN", 5, "NA", 4], ["Sudan", 2024, "SDN", 5, 5, "NA"]],
    ),
    "hdx-signals": (
        ["iso3", "indicator_id", "date", "alert_level"],
        [["SDN", "acled_conflict", "2025-05-04", "High concern"], ["SDN", "idmc", "2025-07-04", "Medium"]],
    ),
    "views": (
        ["isoab", "year", "month", "main_mean", "main_dich"],
        [["SDN", 2026, 12, 120.5, 0.97], ["SDN", 2027, 1, 80, 0.9]],
    ),
}


def small_file(path, layout):
    return _written(path, *SMALL[layout])


def draft(path):
    return copies.draft(path, countries=COUNTRIES)
