"""The releases of events and of yearly figures that the tables hold, each with its totals and its digest."""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import conflict_month_recent, conflict_year_settled, ucdp
from ewdash.model import releases

DATASETS = (*releases.EVENTS, "country_year", "vdem", "unhcr", "idmc")
PROVENANCE = ucdp.provenance(
    "GED 25.1 to Candidate 26.0.4, as built into the repository",
    citation=(*ucdp.GED, *ucdp.CANDIDATE),
    files=(
        ucdp.COUNTRY_MONTH,
        conflict_month_recent.YEAR_FILE,
        *ucdp.CANDIDATE_EVENTS,
        conflict_year_settled.FILE,
    ),
    covers_to=date(2026, 4, 30),
)
_count = pa.Column(
    "Int64", pa.Check.ge(0), nullable=True
)  # NA: not counted, or the copy at hand does not say
SCHEMA = pa.DataFrameSchema(
    {
        "provider": pa.Column(str),
        "dataset": pa.Column(str, pa.Check.isin(DATASETS)),
        "version": pa.Column(str),
        "status": pa.Column(str, pa.Check.isin([releases.FINAL, releases.PRELIMINARY])),
        "covers_from": pa.Column("datetime64[us]"),
        "covers_to": pa.Column("datetime64[us]"),
        "fetched": pa.Column("datetime64[us]"),
        "digest": pa.Column(str, pa.Check.str_length(64, 64)),
        "events": _count,
        "deaths_best": _count,
        "deaths_low": _count,
        "deaths_high": _count,
        "origin": pa.Column(str, pa.Check.isin(["built_in", "own"])),
    },
    unique=["dataset", "version"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per release built in, with the totals counted from the copies at hand.

    Raises:
        SourceMissingError, SourceLayoutError: If a source is not as expected.
    """
    final = sources.read(folder, ucdp.COUNTRY_MONTH, ["basis", "events", *_ESTIMATES])
    final = final[final["basis"] != "split_estimate"]
    rows = [_row(folder, ucdp.COUNTRY_MONTH, "ged", "25.1", final["events"], final)]
    year = sources.read(folder, conflict_month_recent.YEAR_FILE, ["release", "events", "deaths_best"])
    year = year[year["release"] == conflict_month_recent.YEAR_RELEASE]
    file = conflict_month_recent.YEAR_FILE
    rows.append(_row(folder, file, "candidate", conflict_month_recent.YEAR_RELEASE, year["events"], year))
    for file, version in ucdp.CANDIDATE_EVENTS.items():
        events = sources.read(folder, file, ["best", "low", "high"]).add_prefix("deaths_")
        rows.append(_row(folder, file, "candidate", version, pd.Series(1, index=events.index), events))
    settled = conflict_year_settled.build(folder)
    world = pd.DataFrame({"deaths_best": settled.drop_duplicates("year")["world"]})
    file = conflict_year_settled.FILE
    rows.append(_row(folder, file, "country_year", conflict_year_settled.RELEASE, None, world))
    rows[-1]["covers_from"] = pd.Timestamp(min(conflict_year_settled.YEARS), 1, 1)
    return pd.DataFrame(rows)[[*SCHEMA.columns]]


_ESTIMATES = [f"deaths_{estimate}" for estimate in ("best", "low", "high")]


def _row(
    folder: Path, file: str, dataset: str, version: str, events: pd.Series | None, deaths: pd.DataFrame
) -> dict[str, Any]:
    content = (folder / file).read_bytes()
    return row(
        dataset,
        version,
        fetched=pd.Timestamp(sources.accessed(file)),
        digest=hashlib.sha256(content).hexdigest(),
        events=None if events is None else int(events.sum()),
        origin="built_in",
        **{name: int(deaths[name].sum()) if name in deaths else None for name in _ESTIMATES},
    )


def row(dataset: str, version: str, **facts: Any) -> dict[str, Any]:  # noqa: ANN401 - cells of a table
    """Return the row of a release.

    Raises:
        ValueError: If the version is none.
    """
    release = releases.parse(version)
    if release is None:
        raise ValueError(version)
    return {
        "provider": "UCDP",
        "dataset": dataset,
        "version": release.version,
        "status": release.status,
        "covers_from": release.first,
        "covers_to": release.last + pd.offsets.MonthEnd(0),
        **facts,
    }
