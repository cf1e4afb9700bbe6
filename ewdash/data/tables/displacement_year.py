"""People displaced from and inside each country, UNHCR and IDMC."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.model.datasets import Provenance

ORIGIN, HOST, INSIDE = "unhcr_by_origin.parquet", "unhcr_by_host.parquet", "idmc_conflict_idps.parquet"
PROVENANCE = Provenance(
    producer="UNHCR; Internal Displacement Monitoring Centre (IDMC)",
    version="Refugee Data Finder, figures to the end of 2025; IDMC conflict stock to 2025",
    licence="CC BY 4.0",
    citation=(
        "UNHCR Refugee Population Statistics Database (Refugee Data Finder).",
        "Internal Displacement Monitoring Centre, Global Internal Displacement Database.",
    ),
    address="https://www.unhcr.org/refugee-statistics/",
    accessed=sources.GATHERED,
    covers_from=date(1951, 1, 1),
    covers_to=date(2025, 12, 31),
    confidence="curated_dataset",
    sources=(ORIGIN, HOST, INSIDE),
)
ORIGIN_COLUMNS = {
    "refugees": "refugees",
    "asylum_seekers": "asylum_seekers",
    "oip": "other_protection",
    "idps": "idps_unhcr",
    "returned_refugees": "returned_refugees",
    "returned_idps": "returned_idps",
    "new_refugees": "new_refugees",
    "new_asylum_applications": "new_asylum_applications",
    "new_refugee_like": "new_refugee_like",
    "new_oip": "new_other_protection",
    "n_host_countries": "host_countries",
}
HOST_COLUMNS = {
    "refugees": "refugees_hosted",
    "asylum_seekers": "asylum_seekers_hosted",
    "stateless": "stateless_hosted",
}
# Published figures: UNHCR's by country and year, IDMC's for the world.
REFUGEES_FROM = {("SYR", 2015): 4_873_236, ("UKR", 2022): 5_684_177}
IDPS_IN = {2024: 73_573_201, 2025: 68_653_080}

_people = pa.Column("Int64", pa.Check.ge(0), nullable=True)  # NA: no estimate, which is not zero
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "year": pa.Column(int, pa.Check.ge(1951)),
        **dict.fromkeys([*ORIGIN_COLUMNS.values(), *HOST_COLUMNS.values(), "idps_conflict"], _people),
    },
    unique=["iso3", "year"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per iso3 and year that any of the three sources mentions.

    Raises:
        SourceTotalError: If a published figure is not met.
    """
    keys = ["iso3", "year"]
    origin = sources.read(folder, ORIGIN, [*keys, *ORIGIN_COLUMNS]).rename(columns=ORIGIN_COLUMNS)
    host = sources.read(folder, HOST, [*keys, *HOST_COLUMNS]).rename(columns=HOST_COLUMNS)
    inside = sources.read(folder, INSIDE, [*keys, "idps_conflict_stock"])
    inside = inside.rename(columns={"idps_conflict_stock": "idps_conflict"})
    refugees = origin.set_index(keys)["refugees"]
    for key, people in REFUGEES_FROM.items():
        sources.expect(ORIGIN, f"refugees {key}", found=int(refugees[key]), expected=people)
    for year, people in IDPS_IN.items():
        total = int(inside.loc[inside["year"] == year, "idps_conflict"].sum())
        sources.expect(INSIDE, f"people {year}", found=total, expected=people)
    rows = origin.merge(host, on=keys, how="outer", validate="1:1")
    rows = rows.merge(inside, on=keys, how="outer", validate="1:1")
    return rows.sort_values(keys, ignore_index=True)[[*SCHEMA.columns]]
