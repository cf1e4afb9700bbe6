"""Deaths and events per country and month, UCDP GED 25.1, final."""

from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import ucdp
from ewdash.model.errors import SourceLayoutError

# Countries whose every event since 1989 is at hand, with its days.
SPANS = ("ucdp_ged_v25_1_SDN_events.parquet", "ucdp_ged_v25_1_YEM_events.parquet")
PROVENANCE = ucdp.provenance(
    "GED 25.1",
    citation=(*ucdp.GED, *ucdp.WITHIN_BY),
    files=(ucdp.COUNTRY_MONTH, ucdp.BY_TYPE, ucdp.COUNTRY_YEAR, ucdp.WITHIN, *SPANS),
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
    "deaths_largest_event",
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
CROSSING = 969_138  # deaths in events that cross a month's end: all deaths without those inside a month

_count = pa.Column("Int64", pa.Check.ge(0), nullable=True)  # NA: Niger and Nigeria apart
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_matches(r"^[A-Z]{3}(\+[A-Z]{3})?$")),
        "month": pa.Column("datetime64[us]", pa.Check(lambda month: month.dt.day == 1)),
        **dict.fromkeys(COUNTS, _count),
        **dict.fromkeys(SPLIT, pa.Column(float, pa.Check.ge(0))),
        "deaths_dated": pa.Column("Int64", pa.Check.ge(0)),
        "deaths_spread": pa.Column(float, pa.Check.ge(0), nullable=True),  # NA: days of events not at hand
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

    Deaths stand in the month in which an event begins (``deaths_best``, as UCDP adds them up);
    ``deaths_dated`` are those of events that also end in it, ``deaths_spread`` all deaths with each
    event spread evenly over its days, where these are known.

    Raises:
        SourceTotalError: If a total is not the one UCDP published.
        SourceLayoutError: If deaths are recorded where no state is covered.
    """
    months = sources.read(folder, ucdp.COUNTRY_MONTH, ["iso3", "month", *COUNTS, "basis"])
    months = months.assign(month=ucdp.months(months["month"]), basis=months["basis"].map(BASES))
    types = sources.read(folder, ucdp.BY_TYPE, ["iso3", "month", "deaths_best", *SPLIT, "quality"])
    # The file holds single precision: 93.2 is meant, not 93.19999694824219.
    types[SPLIT] = types[SPLIT].astype("float32").astype(str).astype(float)
    types = types.assign(month=ucdp.months(types["month"])).rename(
        columns={"quality": "split_quality", "deaths_best": "deaths_typed"}
    )
    _reconciled(months)
    joined = months.merge(types, on=["iso3", "month"], how="left", validate="1:1", indicator=True)
    sources.expect(ucdp.BY_TYPE, "months", found=int(joined["_merge"].eq("both").sum()), expected=len(months))
    inside = _inside(_apart(joined.drop(columns="_merge")), folder)
    inside = _dated(inside, folder)
    none = inside["deaths_best"] == 0
    return inside.assign(split_quality=inside["split_quality"].mask(none)).sort_values(
        ["iso3", "month"], ignore_index=True
    )[[*SCHEMA.columns]]


def _dated(months: pd.DataFrame, folder: Path) -> pd.DataFrame:
    """Add deaths dated inside the month, and all deaths spread over the days of their events."""
    within = ucdp.dated(folder)
    pair = (
        within[within["iso3"].isin(JOINT.split("+"))].groupby("month", as_index=False)["deaths_dated"].sum()
    )
    within = pd.concat([within, pair.assign(iso3=JOINT)])[["iso3", "month", "deaths_dated"]]
    months = months.merge(within, on=["iso3", "month"], how="left", validate="1:1")
    apart = months["basis"] == BASES["split_estimate"]
    # Not in the file: countries without an event. Niger and Nigeria apart are estimates in both series.
    dated = months["deaths_dated"].fillna(0).astype("Int64")
    months["deaths_dated"] = dated.mask(apart & dated.gt(months["deaths_best"]), months["deaths_best"])
    sums = months[~apart][["deaths_best", "deaths_dated"]].sum()
    crossing = int(sums["deaths_best"] - sums["deaths_dated"])
    sources.expect(ucdp.WITHIN, "deaths across a month's end", found=crossing, expected=CROSSING)
    names = {"date_start": "date", "best": "deaths_best"}
    events = pd.concat([sources.read(folder, file, ["iso3", *names, "date_end"]) for file in SPANS])
    days = {name: pd.to_datetime(events[name]) for name in ("date_start", "date_end")}
    spread = ucdp.spread(events.assign(**days).rename(columns=names))
    months = months.merge(spread, on=["iso3", "month"], how="left")
    known = months["iso3"].isin(events["iso3"])
    return months.assign(
        deaths_spread=months["deaths_spread"].mask(known & months["deaths_spread"].isna(), 0)
    )


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
    quiet["month"] = ucdp.months(quiet["year"].astype(str) + "-" + quiet["of_year"].astype(str) + "-01")
    zeros = quiet[["iso3", "month"]].assign(**dict.fromkeys([*COUNTS, *SPLIT], 0), basis="exact")
    return pd.concat([months[mask], zeros.astype(dict.fromkeys(COUNTS, "Int64"))], ignore_index=True)
