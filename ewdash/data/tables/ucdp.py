"""What the four UCDP tables share: types of violence, citations and the states UCDP covers."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pandas as pd

from ewdash.data import sources
from ewdash.model.datasets import Provenance

PRODUCER = "Uppsala Conflict Data Program (UCDP)"
ADDRESS = "https://ucdp.uu.se/downloads/"
LICENCE = "CC BY 4.0"
FIRST_DAY, LAST_FINAL_DAY = date(1989, 1, 1), date(2024, 12, 31)
TYPES = {1: "state_based", 2: "non_state", 3: "one_sided"}

GED = (
    "Davies, S., Pettersson, T., Sollenberg, M. & Öberg, M. (2025). Organized violence 1989-2024, "
    "and the challenges of identifying civilian victims. Journal of Peace Research 62(4).",
    "Sundberg, R. & Melander, E. (2013). Introducing the UCDP Georeferenced Event Dataset. "
    "Journal of Peace Research 50(4), 523-532.",
)
CANDIDATE = (
    "Hegre, H., Croicu, M., Eck, K. & Högbladh, S. (2020). Introducing the UCDP Candidate Events "
    "Dataset. Research & Politics 7(3).",
)

# Joined by UCDP from its monthly releases, then the month after them; of a repeated id the last counts.
CANDIDATE_EVENTS = {
    "ucdp_candidate_2026_q1_events.parquet": "26.01.26.03",
    "ucdp_candidate_v26_0_4_events.parquet": "26.0.4",
}
# Deaths in events that begin and end in the same month, as added up by others.
WITHIN = "pace_country_month_deaths.parquet"
WITHIN_BY = (
    "Schincariol, T., Frank, H. & Chadefaux, T. (2025). Accounting for variability in conflict dynamics. "
    "Journal of Peace Research. (Deaths in events inside one month: UCDP events, as their project PaCE "
    "added them up.)",
)
COUNTRY_YEAR = "ucdp_country_year_v25_1.parquet"
COUNTRY_MONTH = "ucdp_ged_v25_1_country_month.parquet"
BY_TYPE = "ucdp_deaths_by_type_country_month.parquet"


def provenance(
    version: str,
    *,
    citation: tuple[str, ...],
    files: tuple[str, ...],
    covers_from: date = FIRST_DAY,
    covers_to: date = LAST_FINAL_DAY,
    confidence: str = "curated_dataset",
) -> Provenance:
    """Return the provenance of a table made of UCDP figures."""
    return Provenance(
        producer=PRODUCER,
        version=version,
        licence=LICENCE,
        citation=citation,
        address=ADDRESS,
        accessed=sources.accessed(*files),
        covers_from=covers_from,
        covers_to=covers_to,
        confidence=confidence,
        sources=files,
    )


def covered_years(folder: Path) -> pd.DataFrame:
    """Return the country-years UCDP covers: ``iso3``, ``year``, ``deaths`` (best, all types).

    UCDP follows the system of independent states, so a state has no row before it existed or
    after it ended; that is "not covered", not zero.
    """
    columns = ["iso3", "year_cy", *(f"{kind}_total_deaths_best_cy" for kind in ("sb", "ns", "os"))]
    years = sources.read(folder, COUNTRY_YEAR, columns)
    deaths = years[columns[2:]].sum(axis=1)
    sources.expect(COUNTRY_YEAR, "deaths", found=int(deaths.sum()), expected=3_957_143)
    return pd.DataFrame({"iso3": years["iso3"], "year": years["year_cy"], "deaths": deaths})


def first_day(days: pd.Series) -> pd.Series:
    """Return the first day of each day's month."""
    month: pd.Series = days.dt.to_period("M").dt.to_timestamp().astype("datetime64[us]")
    return month


def months(column: pd.Series) -> pd.Series:
    """Return months as the tables hold them."""
    return pd.to_datetime(column).astype("datetime64[us]")


def candidate_events(folder: Path, columns: Iterable[str]) -> list[pd.DataFrame]:
    """Return the events of each Candidate release at hand, the later release last."""
    return [
        sources.read(folder, file, columns).assign(release=release)
        for file, release in CANDIDATE_EVENTS.items()
    ]


def dated(folder: Path) -> pd.DataFrame:
    """Return deaths in events inside one month: ``iso3``, ``month``, ``deaths_dated``, ``basis``.

    Countries without an event since 1989 are not in the file.
    """
    rows = sources.read(folder, WITHIN, ["iso3", "month", "deaths_best_within_month", "basis"])
    rows = rows.rename(columns={"deaths_best_within_month": "deaths_dated"})
    return rows.assign(month=months(rows["month"]))


def spread(events: pd.DataFrame) -> pd.DataFrame:
    """Return deaths of events spread evenly over their days.

    Args:
        events: ``iso3``, ``date``, ``date_end`` (days), ``deaths_best``.

    Returns:
        ``iso3``, ``month`` and ``deaths_spread`` (people, a fraction) of every month an event touches.
    """
    days = (events["date_end"] - events["date"]).dt.days + 1
    start, end = first_day(events["date"]), first_day(events["date_end"])
    parts = []
    for ahead in range(int(((end.dt.year - start.dt.year) * 12 + end.dt.month - start.dt.month).max()) + 1):
        month = start + pd.DateOffset(months=ahead)
        begin = events["date"].where(events["date"] > month, month)
        last = month + pd.offsets.MonthEnd(0)
        stop = events["date_end"].where(events["date_end"] < last, last)
        share = ((stop - begin).dt.days + 1).clip(lower=0) / days
        rows = pd.DataFrame(
            {"iso3": events["iso3"], "month": month, "deaths_spread": events["deaths_best"] * share}
        )
        parts.append(rows[share > 0])
    months_touched = pd.concat(parts)
    return months_touched.groupby(["iso3", "month"], as_index=False)[["deaths_spread"]].sum()
