"""Files in the producer's layout of 49 columns, made of our own figures."""

import csv
import functools
import io

import pandas as pd

from ewdash.data import store
from ewdash.data.layouts.ucdp_events import ORDER

CODES = {"state_based": 1, "non_state": 2, "one_sided": 3}


@functools.cache
def candidate(month: str) -> pd.DataFrame:
    """Return the events of a preliminary month of the repository, as `conflict_event` has them."""
    rows = store.load("conflict_event")
    return rows[rows["dataset"].eq("candidate") & rows["month"].eq(pd.Timestamp(month))].reset_index(
        drop=True
    )


def moved(rows: pd.DataFrame, months: int) -> pd.DataFrame:
    """Return events some months later, under ids of their own."""
    ahead = pd.DateOffset(months=months)
    days = {name: (rows[name] + ahead).astype("datetime64[us]") for name in ("date", "date_end", "month")}
    return rows.assign(event_id=rows["event_id"] + 1_000_000 * months, **days)


def final(last_year: int = 2025, *, whole: bool = False) -> pd.DataFrame:
    """Return a final record with the deaths by month of the release built in.

    The last year repeats the one before it. Deaths of a country and month stand in its first event;
    unless the record is whole, the others are left out.
    """
    rows = store.load("conflict_month")
    rows = rows[rows["basis"] != "split_estimate"].copy()
    rows["iso3"] = rows["iso3"].replace("NGA+NER", "NGA")
    rows = rows[rows["events"] > 0]
    again = rows[rows["month"].dt.year == 2024]
    again = again.assign(month=again["month"] + pd.DateOffset(years=last_year - 2024))
    rows = pd.concat([rows, again], ignore_index=True)
    each = rows.loc[rows.index.repeat(rows["events"].astype(int) if whole else 1)]
    deaths = each["deaths_best"].astype(int).where(~each.index.duplicated(), 0).to_numpy()
    day = each["month"].astype("datetime64[us]").to_numpy()
    return pd.DataFrame(
        {
            "event_id": range(50_000_000, 50_000_000 + len(each)),
            "iso3": each["iso3"].to_numpy(),
            "date": day,
            "date_end": day,
            "type": "state_based",
            "review_status": "Clear",
            "conflict": "Government",
            "dyad": "Government of A - B",
            "side_a": "Government of A",
            "side_b": "B",
            "admin1": "North",
            "place": "Town",
            "latitude": 1.5,
            "longitude": 2.5,
            "where_prec": 1,
            "date_prec": 1,
            "deaths_best": deaths,
            "deaths_low": deaths,
            "deaths_high": deaths,
            "deaths_civilians": 0,
        }
    )


def write(rows: pd.DataFrame, *, header: bool = True) -> bytes:
    """Return events as a file of the producer's."""
    numbers = store.load("country").set_index("iso3")["ucdp_id"]
    out = pd.DataFrame("", index=rows.index, columns=list(ORDER))
    out = out.assign(
        id=rows["event_id"],
        relid="X",
        year=rows["date"].dt.year,
        active_year="true",
        code_status=rows["review_status"].fillna("Clear"),
        type_of_violence=rows["type"].map(CODES),
        conflict_name=rows["conflict"],
        dyad_name=rows["dyad"],
        side_a=rows["side_a"],
        side_b=rows["side_b"],
        where_prec=rows["where_prec"],
        where_coordinates=rows["place"],
        adm_1=rows["admin1"],
        latitude=rows["latitude"],
        longitude=rows["longitude"],
        country=rows["iso3"],
        country_id=rows["iso3"].map(numbers).astype("Int64"),
        date_prec=rows["date_prec"],
        date_start=rows["date"].dt.strftime("%Y-%m-%d 00:00:00.000"),
        date_end=rows["date_end"].dt.strftime("%Y-%m-%d 00:00:00.000"),
        deaths_civilians=rows["deaths_civilians"],
        best=rows["deaths_best"],
        low=rows["deaths_low"],
        high=rows["deaths_high"],
    )
    text = io.StringIO()
    out.to_csv(text, index=False, header=header, quoting=csv.QUOTE_MINIMAL)
    return text.getvalue().encode()
