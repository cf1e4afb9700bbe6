"""Deaths per country, year and type of violence, UCDP country-year 25.1, final."""

from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import ucdp

PROVENANCE = ucdp.provenance(
    "Country-Year Dataset on Organized Violence 25.1", citation=ucdp.GED[:1], files=(ucdp.COUNTRY_YEAR,)
)
PREFIXES = {"sb": "state_based", "ns": "non_state", "os": "one_sided"}
ROWS = 6_936  # country-years in 25.1

_count = pa.Column("Int64", pa.Check.ge(0))
_apart = pa.Column("Int64", pa.Check.ge(0), nullable=True)  # NA: only one-sided violence is split
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "year": pa.Column(int, pa.Check.ge(1989)),
        "type": pa.Column(str, pa.Check.isin(list(PREFIXES.values()))),
        "deaths_best": _count,
        "deaths_low": _count,
        "deaths_high": _count,
        "deaths_civilians": _apart,
        "deaths_by_government": _apart,
        "deaths_by_non_state_groups": _apart,
        "active": pa.Column(bool),
        "dyads": pa.Column("Int64", pa.Check.ge(0), nullable=True),  # NA: the file does not say
    },
    unique=["iso3", "year", "type"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per covered iso3, year and type; explicit zeros.

    Raises:
        SourceTotalError: If the file does not hold UCDP's country-years and deaths.
    """
    columns = ["iso3", "year_cy", "os_any_govt_killings_best_cy", "os_nsgroup_killings_best_cy"]
    for prefix in PREFIXES:
        columns += [f"{prefix}_total_deaths_{kind}_cy" for kind in ("best", "low", "high")]
        columns += [f"{prefix}_exist_cy", f"{prefix}_dyad_count_cy"]
    columns += ["sb_deaths_civilians_cy", "ns_deaths_civilians_cy"]
    years = sources.read(folder, ucdp.COUNTRY_YEAR, columns)
    sources.expect(ucdp.COUNTRY_YEAR, "country-years", found=len(years), expected=ROWS)
    parts = [_of_type(years, prefix, kind) for prefix, kind in PREFIXES.items()]
    out = pd.concat(parts, ignore_index=True)
    sources.expect(ucdp.COUNTRY_YEAR, "deaths", found=int(out["deaths_best"].sum()), expected=3_957_143)
    return out.sort_values(["iso3", "year", "type"], ignore_index=True)


def _of_type(years: pd.DataFrame, prefix: str, kind: str) -> pd.DataFrame:
    one_sided = kind == "one_sided"
    unknown = pd.Series(pd.NA, index=years.index, dtype="Int64")
    return pd.DataFrame(
        {
            "iso3": years["iso3"],
            "year": years["year_cy"],
            "type": kind,
            **{
                f"deaths_{estimate}": years[f"{prefix}_total_deaths_{estimate}_cy"]
                for estimate in ("best", "low", "high")
            },
            # One-sided violence is violence against civilians: UCDP gives no separate count.
            "deaths_civilians": unknown if one_sided else years[f"{prefix}_deaths_civilians_cy"],
            "deaths_by_government": years["os_any_govt_killings_best_cy"] if one_sided else unknown,
            "deaths_by_non_state_groups": years["os_nsgroup_killings_best_cy"] if one_sided else unknown,
            "active": years[f"{prefix}_exist_cy"].astype(bool),
            "dyads": years[f"{prefix}_dyad_count_cy"],
        }
    )
