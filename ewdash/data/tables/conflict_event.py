"""Single events of organised violence: the histories of 14 countries, and the newest preliminary months."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import ucdp

HISTORY = "ucdp_ged_country_events.parquet"
# The older the release, the earlier its place here: of a repeated id the last one is kept.
FINAL = {
    "ucdp_ged_v25_1_SDN_events.parquet": 4_556,
    "ucdp_ged_v25_1_YEM_events.parquet": 5_445,
    "ucdp_ged_v25_1_UKR_2021_10_to_2022_06_events.parquet": 3_431,
}
# The names of places and conflicts that the newest copies lack, by event; one of them had lost its dates.
NAMED = ("ucdp_candidate_events.parquet", "ucdp_candidate_v26_0_2_events.parquet")
PROVENANCE = ucdp.provenance(
    "GED 19.1 to 25.1 by country; Candidate 26.01.26.03, 26.0.4",
    citation=(*ucdp.GED, *ucdp.CANDIDATE),
    files=(HISTORY, *FINAL, *ucdp.CANDIDATE_EVENTS, *NAMED),
    covers_to=date(2026, 4, 30),
)
HISTORY_ROWS = 50_515
NAMES = {
    "id": "event_id",
    "iso3": "iso3",
    "date_start": "date",
    "date_end": "date_end",
    "type_of_violence": "type",
    "code_status": "review_status",
    "side_a": "side_a",
    "side_b": "side_b",
    "adm_1": "admin1",
    "latitude": "latitude",
    "longitude": "longitude",
    "where_prec": "where_prec",
    "date_prec": "date_prec",
    "best": "deaths_best",
    "low": "deaths_low",
    "high": "deaths_high",
    "deaths_civilians": "deaths_civilians",
}
LABELS = {"conflict_name": "conflict", "dyad_name": "dyad", "where_coordinates": "place"}

_deaths = pa.Column("Int64", pa.Check.ge(0))
_name = pa.Column(str, nullable=True)  # UCDP leaves some unnamed, and some copies lack the names
SCHEMA = pa.DataFrameSchema(
    {
        "event_id": pa.Column("Int64", unique=True),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "date": pa.Column("datetime64[us]"),
        "date_end": pa.Column("datetime64[us]"),
        "month": pa.Column("datetime64[us]", pa.Check(lambda month: month.dt.day == 1)),
        "type": pa.Column(str, pa.Check.isin(list(ucdp.TYPES.values()))),
        "dataset": pa.Column(str, pa.Check.isin(["history", "candidate"])),
        "release": pa.Column(str),
        "review_status": _name,
        "conflict": _name,
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
    """Return one row per event with its span; of a repeated id the later release is kept.

    Sudan's older history gives way to that of GED 25.1 as a whole, so that no event UCDP has since
    withdrawn stays. Names of places, conflicts and dyads that a copy lacks are taken from another
    release of the same event; a dyad without a name is written from its two sides.

    Raises:
        SourceTotalError: If a history does not hold its events.
        SourceDoubleError: If one release holds an event twice.
    """
    history = sources.read(folder, HISTORY, [*NAMES, *LABELS, "release"])
    sources.expect(HISTORY, "events", found=len(history), expected=HISTORY_ROWS)
    named = pd.concat([history, *(sources.read(folder, file, ["id", *LABELS]) for file in NAMED)])
    parts = [history.assign(dataset="history")]
    for file, events in FINAL.items():
        rows = sources.read(folder, file, NAMES)
        sources.expect(file, "events", found=len(rows), expected=events)
        parts.append(rows.assign(dataset="history", release="25.1"))
    whole = parts[1]["iso3"].iloc[0]
    parts[0] = history[history["iso3"] != whole].assign(dataset="history")
    parts += [rows.assign(dataset="candidate") for rows in ucdp.candidate_events(folder, NAMES)]
    everything = pd.concat(parts, ignore_index=True)
    sources.once("UCDP", everything, "id", within="release")
    rows = everything.drop_duplicates("id", keep="last")
    labels = named.drop_duplicates("id", keep="last").set_index("id")[[*LABELS]]
    rows = rows.drop(columns=[*LABELS]).join(labels, on="id").rename(columns=NAMES | LABELS)
    begin, end = (pd.to_datetime(rows[name]).astype("datetime64[us]") for name in ("date", "date_end"))
    rows = rows.assign(
        date=begin,
        date_end=end,
        month=ucdp.first_day(begin),
        type=rows["type"].map(ucdp.TYPES),
        dyad=rows["dyad"].fillna(rows["side_a"] + " - " + rows["side_b"]),
    )
    return rows.sort_values(["iso3", "date", "event_id"], ignore_index=True)[[*SCHEMA.columns]]
