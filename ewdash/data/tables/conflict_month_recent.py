"""Deaths and events per country and month, preliminary: UCDP Candidate, and lower bounds."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand, sources
from ewdash.data.tables import ucdp
from ewdash.data.tables.event_exception import EXCEPTIONS, excepted

YEAR_FILE = "ucdp_candidate_country_month_by_type.parquet"
SUMS_FILE = "ucdp_candidate_2026_01_to_04_country_month.csv"
JUNE_FILE = "ucdp_candidate_2026_06_06_to_30_country.csv"
PROVENANCE = ucdp.provenance(
    "Candidate 25.01.25.12, 26.01.26.03, 26.0.4, part of 26.01.26.06",
    citation=(*ucdp.CANDIDATE, *ucdp.WITHIN_BY),
    files=(YEAR_FILE, SUMS_FILE, *ucdp.CANDIDATE_EVENTS, JUNE_FILE, ucdp.WITHIN, ucdp.COUNTRY_YEAR),
    covers_from=date(2025, 1, 1),
    covers_to=date(2026, 6, 30),
)
JUDGED = (EXCEPTIONS,)
YEAR, YEAR_RELEASE = 2025, "25.01.25.12"
KINDS = tuple(ucdp.TYPES.values())
EVENTS = ["events", *(f"events_{kind}" for kind in KINDS)]
DEATHS = ["deaths_best", *(f"deaths_{kind}" for kind in KINDS)]
# What only single events tell: the release of 2025 came as sums.
PARTIAL = [
    "events_clear",
    "deaths_low",
    "deaths_high",
    "deaths_civilians",
    "deaths_under_review",
    "deaths_largest_event",
]
EVENTS_IN, DEATHS_IN = 28_396, 181_331  # of 2025
# Deaths by the day an event begins, as counted from the releases.
MONTHS = {"2026-01": 34_696, "2026-02": 14_975, "2026-03": 15_208, "2026-04": 11_794}
LOWER_IN = {"2026-03": 13_924, "2026-04": 11_793, "2026-05": 11_754}
JUNE, JUNE_DEATHS = pd.Timestamp(2026, 6, 1), 4_059

_count = pa.Column("Int64", pa.Check.ge(0), nullable=True)  # NA: the vintage does not say
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "month": pa.Column("datetime64[us]", pa.Check(lambda month: month.dt.day == 1)),
        "vintage": pa.Column(str, pa.Check.isin(["candidate", "lower_bound"])),
        "release": pa.Column(str),
        **dict.fromkeys(EVENTS, _count),
        "deaths_best": pa.Column("Int64", pa.Check.ge(0)),
        **dict.fromkeys([*DEATHS[1:], *PARTIAL], _count),
        "deaths_dated": pa.Column("Int64", pa.Check.ge(0)),
        "deaths_excepted": pa.Column("Int64", pa.Check.ge(0)),
    },
    unique=["iso3", "month", "vintage"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per iso3, month and vintage.

    Candidate: deaths stand in the month in which an event begins, whichever release brought it.
    ``deaths_dated`` are those of events that end in it too, ``deaths_under_review`` those whose
    review UCDP had not finished, ``deaths_excepted`` those that no country is judged by
    (`event_exception`). Countries covered in 2024 without an event have explicit zeros.

    A lower bound is the Candidate figure where there is one.

    Raises:
        SourceTotalError: If a total is not the one counted from the releases.
        HandLineError: If a line of the exceptions is not as documented.
    """
    years = ucdp.covered_years(folder)
    covered = years[years["year"] == ucdp.LAST_FINAL_DAY.year]["iso3"]
    within = ucdp.dated(folder)
    candidate = pd.concat([_year(folder, covered, within), _months(folder, covered)])
    out = pd.concat([candidate, _lower_bounds(folder, covered, within, candidate)], ignore_index=True)
    out = out.reindex(columns=list(SCHEMA.columns))
    return out.sort_values(["iso3", "month", "vintage"], ignore_index=True)


def _year(folder: Path, covered: pd.Series, within: pd.DataFrame) -> pd.DataFrame:
    """Return the year that came as sums."""
    rows = sources.read(folder, YEAR_FILE, ["iso3", "month", "release", *EVENTS, *DEATHS])
    rows = rows[rows["release"] == YEAR_RELEASE]
    rows = rows.assign(month=ucdp.months(rows["month"])).drop(columns="release")
    sources.expect(YEAR_FILE, "events 2025", found=int(rows["events"].sum()), expected=EVENTS_IN)
    sources.expect(YEAR_FILE, "deaths 2025", found=int(rows["deaths_best"].sum()), expected=DEATHS_IN)
    grid = _grid(rows, covered, pd.date_range(f"{YEAR}-01-01", periods=12, freq="MS"))
    joined = grid.merge(within[["iso3", "month", "deaths_dated"]], on=["iso3", "month"], how="left")
    # The sums are of monthly releases, some of which were later revised downwards.
    dated = joined["deaths_dated"].fillna(0).astype("Int64")
    joined["deaths_dated"] = dated.where(dated <= joined["deaths_best"], joined["deaths_best"])
    return joined.assign(vintage="candidate", release=YEAR_RELEASE, deaths_excepted=0)


def _months(folder: Path, covered: pd.Series) -> pd.DataFrame:
    """Return the months whose every event is at hand."""
    columns = ["id", "iso3", "date_start", "date_end", "type_of_violence", "where_prec", "code_status"]
    figures = {"best": "deaths_best", "low": "deaths_low", "high": "deaths_high"}
    releases = ucdp.candidate_events(folder, [*columns, *figures, "deaths_civilians"])
    events = pd.concat(releases).drop_duplicates("id", keep="last").rename(columns=figures)
    begin, end = (ucdp.first_day(pd.to_datetime(events[name])) for name in ("date_start", "date_end"))
    best, kinds = events["deaths_best"], events["type_of_violence"].map(ucdp.TYPES)
    clear = events["code_status"] == "Clear"
    events = events.assign(
        month=begin,
        events=1,
        events_clear=clear.astype(int),
        **{f"events_{kind}": (kinds == kind).astype(int) for kind in KINDS},
        **{f"deaths_{kind}": best.where(kinds == kind, 0) for kind in KINDS},
        deaths_dated=best.where(begin == end, 0),
        deaths_under_review=best.where(~clear, 0),
        deaths_excepted=best.where(excepted(events, hand.HAND), 0),
    )
    keys = ["iso3", "month"]
    largest = events.groupby(keys)["deaths_best"].max().rename("deaths_largest_event")
    counts = [*EVENTS, *DEATHS, *PARTIAL[:-1], "deaths_dated", "deaths_excepted"]
    rows = events.groupby(keys)[counts].sum().join(largest).reset_index()
    _months_add_up("Candidate 2026", rows, "deaths_best", MONTHS)
    published = sources.read(folder, SUMS_FILE, ["iso3", "month", "deaths_best"])
    same = rows.assign(month=rows["month"].dt.strftime("%Y-%m")).merge(
        published.astype({"deaths_best": int}), on=["iso3", "month", "deaths_best"]
    )
    sources.expect(SUMS_FILE, "months", found=len(same), expected=len(published))
    grid = _grid(rows, covered, pd.to_datetime(list(MONTHS)))
    latest = f"{ucdp.CANDIDATE_EVENTS['ucdp_candidate_2026_q1_events.parquet']}, 26.0.4"
    return grid.assign(vintage="candidate", release=latest)


def _grid(rows: pd.DataFrame, covered: pd.Series, months: pd.DatetimeIndex) -> pd.DataFrame:
    """Add covered countries without an event as zeros."""
    calendar = pd.DataFrame({"month": months.astype("datetime64[us]")})
    full = covered.to_frame().merge(calendar, how="cross")
    out = full.merge(rows, on=["iso3", "month"], how="outer", indicator=True)
    counts = [name for name in rows.columns if name not in ("iso3", "month")]
    out[counts] = out[counts].astype("Int64").mask(out.pop("_merge") == "left_only", 0)
    return out


def _lower_bounds(
    folder: Path, covered: pd.Series, within: pd.DataFrame, candidate: pd.DataFrame
) -> pd.DataFrame:
    """Return what is at least so: Candidate where it has the month, then the two months it lacks.

    Of these, May has the deaths of events inside the month, June those of the part that is at hand;
    a covered country without any has at least none.
    """
    _months_add_up(ucdp.WITHIN, within, "deaths_dated", LOWER_IN)
    may = within[within["month"] > candidate["month"].max()]
    may = may.rename(columns={"deaths_dated": "deaths_best", "basis": "release"})
    first = pd.DatetimeIndex(may["month"].unique())
    may = _grid(may[["iso3", "month", "deaths_best"]], covered, first).assign(release=may["release"].iloc[0])
    june = sources.read(folder, JUNE_FILE, ["iso3", "deaths_best"]).astype({"deaths_best": int})
    sources.expect(JUNE_FILE, "deaths", found=int(june["deaths_best"].sum()), expected=JUNE_DEATHS)
    june = _grid(june.assign(month=JUNE), covered, pd.DatetimeIndex([JUNE]))
    later = pd.concat([may, june.assign(release="26.01.26.06, 6 to 30 June")])
    later = later.assign(deaths_dated=later["deaths_best"], deaths_excepted=0)
    bounds: pd.DataFrame = pd.concat([candidate, later]).assign(vintage="lower_bound")
    return bounds


def _months_add_up(file: str, rows: pd.DataFrame, column: str, published: dict[str, int]) -> None:
    sums = rows.groupby(rows["month"].dt.strftime("%Y-%m"))[column].sum()
    for month, deaths in published.items():
        sources.expect(file, f"deaths {month}", found=int(sums[month]), expected=deaths)
