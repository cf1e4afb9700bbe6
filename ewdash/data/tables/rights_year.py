"""Rights indices per country and year, V-Dem."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.model.datasets import Provenance
from ewdash.model.indicators import INDICATORS

NEWEST, OLDER = "vdem_v16_country_year.parquet", "vdem_v14_v15_items.parquet"
PROVENANCE = Provenance(
    producer="Varieties of Democracy (V-Dem)",
    version="v16; items of v15 and v14 kept apart",
    licence="CC BY-SA 4.0",
    citation=(
        "Coppedge, M. et al. (2026). V-Dem Country-Year Dataset v16. Varieties of Democracy (V-Dem) "
        "Project. https://doi.org/10.23696/vdemds26",
        "Pemstein, D. et al. The V-Dem Measurement Model. V-Dem Working Paper 21.",
        "Some columns processed by Our World in Data (CC BY 4.0).",
    ),
    address="https://www.v-dem.net/data/",
    accessed=sources.GATHERED,
    covers_from=date(1946, 1, 1),
    covers_to=date(2025, 12, 31),
    confidence="model_estimate",
    sources=(NEWEST, OLDER),
)
FIRST_YEAR = 1946
KEYS = ["iso3", "year"]
UNITS_2025 = 179  # as the v16 release says
# Two cells everybody can look up: Chile before and after the coup of 1973.
CHILE = {1972: 0.820, 1974: 0.018}

SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "year": pa.Column(int, pa.Check.ge(FIRST_YEAR)),
        "indicator": pa.Column(str, pa.Check.isin(sorted({key for key, _ in INDICATORS}))),
        "version": pa.Column(str, pa.Check.str_matches(r"^v\d{1,2}(\.\d)?$")),
        "value": pa.Column(float),
    },
    unique=["iso3", "year", "indicator", "version"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per iso3, year, indicator and version that has a value.

    Raises:
        SourceTotalError: If the newest release does not hold its units or known values.
    """
    newest = _long(folder, NEWEST, {key: key for key, version in INDICATORS if version == "v16"}, "v16")
    year = newest[newest["year"] == PROVENANCE.covers_to.year]
    sources.expect(NEWEST, "units in 2025", found=year["iso3"].nunique(), expected=UNITS_2025)
    chile = newest[(newest["iso3"] == "CHL") & (newest["indicator"] == "v2x_clphy")].set_index("year")
    for when, value in CHILE.items():
        figure = round(float(chile["value"].loc[when]), 3)
        sources.expect(NEWEST, f"Chile {when}", found=figure, expected=value)
    older = [
        _long(
            folder,
            OLDER,
            {f"{key}_{version}": key for key, release in INDICATORS if release == version},
            version,
        )
        for version in ("v14", "v15")
    ]
    rows = pd.concat([newest, *older], ignore_index=True)
    return rows.sort_values(["iso3", "year", "indicator", "version"], ignore_index=True)


def _long(folder: Path, file: str, names: dict[str, str], version: str) -> pd.DataFrame:
    frame = sources.read(folder, file, [*KEYS, *names]).rename(columns=names)
    values = frame.astype(dict.fromkeys(names.values(), "float64"))
    long = values.melt(KEYS, var_name="indicator", value_name="value").dropna(subset="value")
    return long.assign(version=version)[["iso3", "year", "indicator", "version", "value"]]
