"""Deaths per country in 2024 and 2025 as UCDP's release 26.1 gives them, final."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import ucdp

FILE = "ucdp_country_year_v26_1_2024_2025.csv"
CIVILIANS = "ucdp_civilian_deaths_v26_1_2024_to_2026_08.csv"
RELEASE, YEARS = "26.1", (2024, 2025)
PROVENANCE = ucdp.provenance(
    "Country-Year 26.1, 2024 and 2025, from public copies",
    citation=(
        "Davies, S., Pettersson, T. & Öberg, M. (2026). Organized violence 1989-2025, and violent political "
        "protests. Journal of Peace Research. doi 10.1093/jopres/xjag046.",
    ),
    files=(FILE, CIVILIANS, ucdp.COUNTRY_YEAR),
    covers_from=date(2024, 1, 1),
    covers_to=date(2025, 12, 31),
)
# The countries at hand, and the world as UCDP published it.
DEATHS_IN = {2024: 185_874, 2025: 242_184}
WORLD = {2024: 188_209, 2025: 245_464}
CIVILIANS_2025 = 91_566

_count = pa.Column("Int64", pa.Check.ge(0), nullable=True)  # NA: the copies at hand do not list the country
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "year": pa.Column(int, pa.Check.ge(1989)),
        "release": pa.Column(str),
        "deaths_best": _count,
        "deaths_civilians": _count,
        "world": pa.Column(int),
    },
    unique=["iso3", "year"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per covered iso3 and year; NA where the copies do not list the country.

    ``deaths_civilians`` counts only the dead whose status is known, a lower bound. ``world`` is the
    whole release's sum of the year, countries not listed included.

    Raises:
        SourceTotalError: If the sums are not those counted from the copies.
    """
    deaths = sources.read(folder, FILE, ["iso3", *(f"deaths_best_{year}" for year in YEARS)])
    civilians = sources.read(folder, CIVILIANS, ["iso3", *(f"civilians_{year}" for year in YEARS)])
    rows = deaths.merge(civilians, on="iso3", how="outer").set_index("iso3").astype("Int64")
    for year in YEARS:
        found = int(rows[f"deaths_best_{year}"].sum())
        sources.expect(FILE, f"deaths {year}", found=found, expected=DEATHS_IN[year])
    found = int(rows["civilians_2025"].sum())
    sources.expect(CIVILIANS, "civilians 2025", found=found, expected=CIVILIANS_2025)
    covered = ucdp.covered_years(folder)
    codes = covered[covered["year"] == ucdp.LAST_FINAL_DAY.year]["iso3"]
    rows = rows.reindex(sorted({*codes, *rows.index}))
    parts = [
        pd.DataFrame(
            {
                "iso3": rows.index,
                "year": year,
                "release": RELEASE,
                "deaths_best": rows[f"deaths_best_{year}"].array,
                "deaths_civilians": rows[f"civilians_{year}"].array,
                "world": WORLD[year],
            }
        )
        for year in YEARS
    ]
    return pd.concat(parts).sort_values(["iso3", "year"], ignore_index=True)
