"""Deaths and events per country and month, preliminary: UCDP Candidate, and lower bounds."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import ucdp

CANDIDATE_FILE = "ucdp_candidate_country_month_by_type.parquet"
LOWER_FILE = "pace_country_month_deaths.parquet"
PROVENANCE = ucdp.provenance(
    "Candidate 25.01.25.12, 26.0.1, 26.0.2, 26.0.4",
    citation=ucdp.CANDIDATE,
    files=(CANDIDATE_FILE, LOWER_FILE, ucdp.COUNTRY_YEAR),
    covers_from=date(2025, 1, 1),
    covers_to=date(2026, 5, 31),
)
EVENTS = ["events", "events_state_based", "events_non_state", "events_one_sided"]
DEATHS = ["deaths_best", "deaths_state_based", "deaths_non_state", "deaths_one_sided"]
PARTIAL = ["events_clear", "deaths_civilians"]  # the 2025 release does not give them
EVENTS_2025, DEATHS_2025 = 28_396, 181_331
# In-month sums of the single releases, as counted from the releases themselves.
DEATHS_IN = {"2026-01": 33_856, "2026-02": 12_359, "2026-04": 15_583}
LOWER_IN = {"2026-03": 13_924, "2026-04": 11_793, "2026-05": 11_754}
LOWER_FROM = pd.Timestamp(2025, 1, 1)  # before it the exact series exists

_count = pa.Column("Int64", pa.Check.ge(0), nullable=True)  # NA: the vintage does not say
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "month": pa.Column("datetime64[us]", pa.Check(lambda month: month.dt.day == 1)),
        "vintage": pa.Column(str, pa.Check.isin(["candidate", "lower_bound"])),
        "release": pa.Column(str),
        **dict.fromkeys([*EVENTS, "events_clear"], _count),
        "deaths_best": pa.Column("Int64", pa.Check.ge(0)),
        **dict.fromkeys([*DEATHS[1:], "deaths_civilians"], _count),
    },
    unique=["iso3", "month", "vintage"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per iso3, month and vintage.

    Candidate: events dated inside the release's month only. A few late events of January 2026
    that release 26.0.2 carries (162 deaths) are left out, because repeated ids cannot be told
    apart in a sum. Countries covered in 2024 without an event have explicit zeros.

    Raises:
        SourceTotalError: If a total is not the one counted from the releases.
    """
    parts = [_candidate(folder), _lower_bounds(folder)]
    out = pd.concat(parts, ignore_index=True).reindex(columns=list(SCHEMA.columns))
    return out.sort_values(["iso3", "month", "vintage"], ignore_index=True)


def _candidate(folder: Path) -> pd.DataFrame:
    columns = ["iso3", "month", "release", "in_release_month", *EVENTS, *DEATHS, *PARTIAL]
    rows = sources.read(folder, CANDIDATE_FILE, columns)
    rows = rows[rows["in_release_month"]].drop(columns="in_release_month")
    rows = rows.assign(month=pd.to_datetime(rows["month"]).astype("datetime64[us]"))
    year = rows[rows["month"].dt.year == 2025]
    sources.expect(CANDIDATE_FILE, "events 2025", found=int(year["events"].sum()), expected=EVENTS_2025)
    sources.expect(CANDIDATE_FILE, "deaths 2025", found=int(year["deaths_best"].sum()), expected=DEATHS_2025)
    _months_add_up(CANDIDATE_FILE, rows, "deaths_best", DEATHS_IN)
    covered = ucdp.covered_years(folder)
    covered = covered[covered["year"] == ucdp.LAST_FINAL_DAY.year][["iso3"]]
    releases = rows[["month", "release"]].drop_duplicates()
    grid = covered.merge(releases, how="cross")
    full = grid.merge(rows, on=["iso3", "month", "release"], how="outer", indicator=True)
    absent = full["_merge"] == "left_only"
    certain = [*EVENTS, *DEATHS]
    full[certain] = full[certain].astype("Int64").mask(absent, 0)
    complete = releases["month"].dt.year.gt(2025)
    dated = full["month"].isin(releases[complete]["month"])
    full[PARTIAL] = full[PARTIAL].astype("Int64").mask(absent & dated, 0)
    return full.drop(columns="_merge").assign(vintage="candidate")


def _lower_bounds(folder: Path) -> pd.DataFrame:
    rows = sources.read(folder, LOWER_FILE, ["iso3", "month", "deaths_best_within_month", "basis"])
    rows = rows.assign(month=pd.to_datetime(rows["month"]).astype("datetime64[us]"))
    rows = rows[rows["month"] >= LOWER_FROM]
    _months_add_up(LOWER_FILE, rows, "deaths_best_within_month", LOWER_IN)
    names = {"deaths_best_within_month": "deaths_best", "basis": "release"}
    return rows.rename(columns=names).assign(vintage="lower_bound")


def _months_add_up(file: str, rows: pd.DataFrame, column: str, published: dict[str, int]) -> None:
    sums = rows.groupby(rows["month"].dt.strftime("%Y-%m"))[column].sum()
    for month, deaths in published.items():
        sources.expect(file, f"deaths {month}", found=int(sums[month]), expected=deaths)
