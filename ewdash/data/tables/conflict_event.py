"""Single events of organised violence: the histories of 13 countries, and two Candidate months."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import ucdp

HISTORY = "ucdp_ged_country_events.parquet"
FIRST, SECOND = "ucdp_candidate_events.parquet", "ucdp_candidate_v26_0_2_events.parquet"
PROVENANCE = ucdp.provenance(
    "GED 19.1 to 24.1 by country; Candidate 26.0.1, 26.0.2",
    citation=(*ucdp.GED, *ucdp.CANDIDATE),
    files=(HISTORY, FIRST, SECOND),
    covers_to=date(2026, 2, 28),
)
# Two Candidate releases are whole and dated. 23.0.10 is superseded by the final record; the copy
# of 26.0.4 lost its dates.
CANDIDATES = ("26.0.1", "26.0.2")
HISTORY_ROWS = 50_515
NAMES = {
    "id": "event_id",
    "iso3": "iso3",
    "date_start": "date",
    "type_of_violence": "type",
    "release": "release",
    "code_status": "review_status",
    "conflict_name": "conflict",
    "dyad_name": "dyad",
    "side_a": "side_a",
    "side_b": "side_b",
    "adm_1": "admin1",
    "where_coordinates": "place",
    "latitude": "latitude",
    "longitude": "longitude",
    "where_prec": "where_prec",
    "date_prec": "date_prec",
    "best": "deaths_best",
    "low": "deaths_low",
    "high": "deaths_high",
    "deaths_civilians": "deaths_civilians",
}

_deaths = pa.Column("Int64", pa.Check.ge(0))
_name = pa.Column(str, nullable=True)  # UCDP leaves some places and provinces unnamed
SCHEMA = pa.DataFrameSchema(
    {
        "event_id": pa.Column("Int64", unique=True),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "date": pa.Column("datetime64[us]"),
        "month": pa.Column("datetime64[us]", pa.Check(lambda month: month.dt.day == 1)),
        "type": pa.Column(str, pa.Check.isin(list(ucdp.TYPES.values()))),
        "dataset": pa.Column(str, pa.Check.isin(["history", "candidate"])),
        "release": pa.Column(str),
        "review_status": _name,
        "conflict": pa.Column(str),
        "dyad": pa.Column(str),
        "side_a": pa.Column(str),
        "side_b": pa.Column(str),
        "admin1": _name,
        "place": _name,
        "latitude": pa.Column(float, pa.Check.in_range(-90, 90), nullable=True),
        "longitude": pa.Column(float, pa.Check.in_range(-180, 180), nullable=True),
        "where_prec": pa.Column("Int64", pa.Check.in_range(1, 7)),
        "date_prec": pa.Column("Int64", pa.Check.in_range(0, 5)),  # 0 in three rows of old releases
        "deaths_best": _deaths,
        "deaths_low": _deaths,
        "deaths_high": _deaths,
        "deaths_civilians": _deaths,
    },
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per event; of a repeated id the later release is kept.

    Raises:
        SourceTotalError: If the histories do not hold their events.
    """
    history = sources.read(folder, HISTORY, NAMES).assign(dataset="history")
    sources.expect(HISTORY, "events", found=len(history), expected=HISTORY_ROWS)
    candidates = pd.concat([sources.read(folder, file, NAMES) for file in (FIRST, SECOND)])
    candidates = candidates[candidates["release"].isin(CANDIDATES)].assign(dataset="candidate")
    rows = pd.concat([history, candidates], ignore_index=True).rename(columns=NAMES)
    rows = rows.sort_values("release", kind="stable").drop_duplicates("event_id", keep="last")
    day = pd.to_datetime(rows["date"]).astype("datetime64[us]")
    rows = rows.assign(
        date=day,
        month=day.dt.to_period("M").dt.to_timestamp().astype("datetime64[us]"),
        type=rows["type"].map(ucdp.TYPES),
    )
    return rows.sort_values(["iso3", "date", "event_id"], ignore_index=True)[[*SCHEMA.columns]]
