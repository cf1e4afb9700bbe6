"""Population per country and year: the denominator of rates."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.model.datasets import Provenance

FILE = "population.parquet"
PROVENANCE = Provenance(
    producer="World Bank",
    version="World Development Indicators, SP.POP.TOTL to 2024; 2025 derived",
    licence="CC BY 4.0",
    citation=("World Bank, World Development Indicators, SP.POP.TOTL.",),
    address="https://data.worldbank.org/indicator/SP.POP.TOTL",
    accessed=sources.GATHERED,
    covers_from=date(1946, 1, 1),
    covers_to=date(2025, 12, 31),
    confidence="curated_dataset",
    sources=(FILE,),
)
ROWS = 15_662
UNITED_STATES_2024 = 340_110_988

SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "year": pa.Column(int, pa.Check.in_range(1946, 2025)),
        "population": pa.Column("Int64", pa.Check.gt(0)),
        "basis": pa.Column(str, pa.Check.isin(["observed", "spliced", "carried_forward"])),
    },
    unique=["iso3", "year"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per iso3 and year.

    Raises:
        SourceTotalError: If the file does not hold its rows and known figure.
    """
    rows = sources.read(folder, FILE, ["iso3", "year", "population", "basis"])
    sources.expect(FILE, "rows", found=len(rows), expected=ROWS)
    figure = rows[(rows["iso3"] == "USA") & (rows["year"] == 2024)]["population"]
    sources.expect(FILE, "USA 2024", found=int(figure.iloc[0]), expected=UNITED_STATES_2024)
    return rows.sort_values(["iso3", "year"], ignore_index=True)
