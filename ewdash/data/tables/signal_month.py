"""Signals per country and month: computed by this project from the tables beside it."""

from datetime import date
from typing import Any

import pandera.pandas as pa

from ewdash.data import sources
from ewdash.model.datasets import Provenance
from ewdash.model.situations import BANDS, STAGES, VINTAGES

# What every table computed here has in common; each says its version and coverage.
DERIVED: dict[str, Any] = {
    "producer": "ewdash",
    "licence": "CC BY-SA 4.0",  # V-Dem, one of the inputs, is share-alike
    "citation": (
        "ewdash, computed from UCDP, V-Dem, UNHCR, IDMC, World Bank and Insecurity Insight figures.",
    ),
    "address": "https://ucdp.uu.se/downloads/",
    "accessed": sources.UPDATED,
    "confidence": "model_estimate",
}
PROVENANCE = Provenance(
    **DERIVED,
    version="from UCDP GED 25.1 and Candidate 2025-26",
    covers_from=date(1989, 1, 1),
    covers_to=date(2026, 6, 30),
)


def _share(*, nullable: bool = True) -> pa.Column:
    return pa.Column(float, pa.Check.in_range(0, 1), nullable=nullable)


def _small(maximum: int, *, nullable: bool = True) -> pa.Column:
    return pa.Column("Int16", pa.Check.in_range(0, maximum), nullable=nullable)


# Why no alert can be computed: fewer than thirteen months on record; deaths in events that run over
# the month's end, with all of which there would be one; only a lower bound of the month on record.
UNJUDGED = ("short", "crossing", "partial")
# What the twelve months before a month are: all final, all preliminary, or some of each.
AGAINST = ("final", "mixed", "preliminary")
# A sign is NA where the months behind it are not all known, or its source does not cover it.
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "month": pa.Column("datetime64[ns]"),
        "vintage": pa.Column(str, pa.Check.isin(list(VINTAGES))),
        "deaths_month": pa.Column("Int64", pa.Check.ge(0)),
        "deaths_12": pa.Column("Int64", pa.Check.ge(0), nullable=True),
        "against": pa.Column(str, pa.Check.isin(AGAINST)),
        **{
            name: pa.Column(float, pa.Check.ge(0), nullable=True)
            for name in ("change", "change_low", "change_high", "change_3")
        },
        "surprise": _share(),
        # the months of which it is the highest: counted whole where deaths in events across its end matter
        "record": pa.Column("Int16", pa.Check.isin([0, 12, 36, 120]), nullable=True),
        "rise_month": pa.Column("Int16", pa.Check.ge(1), nullable=True),
        "fired": _small(2),
        "alert": _small(2),
        "unjudged": pa.Column(str, pa.Check.isin(UNJUDGED), nullable=True),
        "alert_civilians": pa.Column("boolean", nullable=True),
        "followed": _small(1),
        "rights": _small(1),
        "displacement": _small(1),
        "incidents": _small(1),
        "agreement": _small(4, nullable=False),
        "stage": _small(max(STAGES)),
        "stage_months": _small(500),
        "onset_risk": _share(),
        "level": pa.Column("Int8", pa.Check.in_range(0, len(BANDS) - 1), nullable=True),
    },
    pa.Check(lambda rows: rows["alert"].isna() == rows["unjudged"].notna()),
    strict=True,
    coerce=True,
    unique=["iso3", "month", "vintage"],
)
