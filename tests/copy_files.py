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


def draft(path):
    return copies.draft(path, countries=COUNTRIES)
