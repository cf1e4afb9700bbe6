"""Deaths and events per country and month, UCDP GED 25.1, final."""

from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import ucdp
from ewdash.model.errors import SourceLayoutError

PROVENANCE = ucdp.provenance(
    "GED 25.1", citation=ucdp.GED, files=(ucdp.COUNTRY_MONTH, ucdp.BY_TYPE, ucdp.COUNTRY_YEAR)
)
JOINT = "NGA+NER"
COUNTS = [
    "events",
    "events_state_based",
    "events_non_state",
    "events_one_sided",
    "deaths_best",
    "deaths_low",
    "deaths_high",
    "deaths_civilians",
]
SPLIT = ["deaths_state_based", "deaths_non_state", "deaths_one_sided"]
BASES = {
    "exact": "exact",
    "split_estimate": "split_estimate",
    "nigeria_and_niger_together": "joint",
}
# Published by UCDP for GED 25.1; the first two over all years.
EVENTS, DEATHS = 385_918, 3_957_143
DEATHS_IN = {1994: 824_156, 2022: 309_636, 2024: 160_900}

_count = pa.Column("Int64", pa.Check.ge(0), nullable=True)  # NA: Niger and Nigeria apart
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_matches(r"^[A-Z]{3}(\+[A-Z]{3})?$")),
        "month": pa.Column("datetime64[us]", pa.Check(lambda month: month.dt.day == 1)),
        **dict.fromkeys(COUNTS, _count),
        **dict.fromkeys(SPLIT, pa.Column(float, pa.Check.ge(0))),
        "basis": pa.Column(str, pa.Check.isin(list(BASES.values()))),
        # NA: a month without deaths has nothing to split.
        "split_quality": pa.Column(
            str, pa.Check.isin(["exact", "older_release_agrees", "estimated"]), nullable=True
        ),
    },
    unique=["iso3", "month"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per covered iso3 and month; zero where UCDP covers and recorded none.

    Niger and Nigeria stand in three rows: apart (`split_estimate`, deaths only) and together
    (`joint`, exact). Sums over countries take every basis but `split_estimate`.

    Raises:
        SourceTotalError: If a total is not the one UCDP published.
        SourceLayoutError: If deaths are recorded where no state is covered.
    """
    months = sources.read(folder, ucdp.COUNTRY_MONTH, ["iso3", "month", *COUNTS, "basis"])
    months = months.assign(month=_months(months["month"]), basis=months["basis"].map(BASES))
    types = sources.read(folder, ucdp.BY_TYPE, ["iso3", "month", "deaths_best", *SPLIT, "quality"])
    types = types.assign(month=_months(types["month"])).rename(
        columns={"quality": "split_quality", "deaths_best": "deaths_typed"}
    )
    _reconciled(months)
    joined = months.merge(types, on=["iso3", "month"], how="left", validate="1:1", indicator=True)
    sources.expect(ucdp.BY_TYPE, "months", found=int(joined["_merge"].eq("both").sum()), expected=len(months))
    inside = _inside(_apart(joined.drop(columns="_merge")), folder)
    none = inside["deaths_best"] == 0
    return inside.assign(split_quality=inside["split_quality"].mask(none)).sort_values(
        ["iso3", "month"], ignore_index=True
    )[[*SCHEMA.columns]]


def _months(column: pd.Series) -> pd.Series:
    return pd.to_datetime(column).astype("datetime64[us]")


def _apart(months: pd.DataFrame) -> pd.DataFrame:
    """Estimate Niger and Nigeria from the file by type, whose years are exact for each of them.

    Niger is rounded to whole deaths and Nigeria is the rest of the joint row, so that the two
    always add up to it.
    """
    deaths = months.pivot_table(index="month", columns="iso3", values="deaths_typed")
    niger = deaths["NER"].round().astype("Int64")
    rest = months[months["iso3"] == JOINT].set_index("month")["deaths_best"] - niger
    best = months["deaths_best"]
    for iso3, estimate in (("NER", niger), ("NGA", rest)):
        best = best.mask(months["iso3"] == iso3, months["month"].map(estimate))
    return months.assign(deaths_best=best).drop(columns="deaths_typed")


def _reconciled(months: pd.DataFrame) -> None:
    """Hold the file against UCDP's published totals."""
    exact = months[months["basis"] != "split_estimate"]
    sources.expect(ucdp.COUNTRY_MONTH, "events", found=int(exact["events"].sum()), expected=EVENTS)
    sources.expect(ucdp.COUNTRY_MONTH, "deaths", found=int(exact["deaths_best"].sum()), expected=DEATHS)
    by_year = exact.groupby(exact["month"].dt.year)["deaths_best"].sum()
    for year, deaths in DEATHS_IN.items():
        sources.expect(ucdp.COUNTRY_MONTH, f"deaths {year}", found=int(by_year[year]), expected=deaths)


def _inside(months: pd.DataFrame, folder: Path) -> pd.DataFrame:
    """Keep the covered country-years and add the covered countries that never had an event."""
    years = ucdp.covered_years(folder)
    covered = pd.MultiIndex.from_frame(years[["iso3", "year"]])
    lead = months["iso3"].replace({JOINT: "NGA"})
    keys = pd.MultiIndex.from_arrays([lead, months["month"].dt.year])
    mask = keys.isin(covered)
    outside = months[~mask]
    if outside["deaths_best"].fillna(0).sum() or outside["events"].fillna(0).sum():
        raise SourceLayoutError(
            file=ucdp.COUNTRY_MONTH, reason=f"outside coverage: {sorted(set(outside['iso3']))}"
        )
    silent = years[~years["iso3"].isin(months["iso3"])]
    sources.expect(ucdp.COUNTRY_YEAR, "deaths, no events", found=int(silent["deaths"].sum()), expected=0)
    calendar = pd.DataFrame({"of_year": range(1, 13)})
    quiet = silent.merge(calendar, how="cross")
    quiet["month"] = _months(quiet["year"].astype(str) + "-" + quiet["of_year"].astype(str) + "-01")
    zeros = quiet[["iso3", "month"]].assign(**dict.fromkeys([*COUNTS, *SPLIT], 0), basis="exact")
    return pd.concat([months[mask], zeros.astype(dict.fromkeys(COUNTS, "Int64"))], ignore_index=True)
