"""People displaced from and inside one country, as a block."""

import pandas as pd

from ewdash.charts import trends
from ewdash.data.record import Record
from ewdash.model.errors import NotCoveredError
from ewdash.views.block import Block, block

# UNHCR's own count of internally displaced people is narrower than IDMC's and is left to the table.
STOCKS = ("refugees", "asylum_seekers", "other_protection", "idps_conflict")


def stocks(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """Draw end-of-year stocks: refugees, asylum seekers, others in need, internally displaced.

    Raises:
        NotCoveredError: If no estimate exists for the country.
    """
    del month
    card = record.card("displacement_year")
    places = record.places
    name = places.name(country)
    rows = record.table("displacement_year")
    rows = rows[rows["iso3"] == country].sort_values("year", kind="stable")
    if years is not None:
        rows = rows[rows["year"] > card.provenance.covers_to.year - years]
    rows = rows[rows[list(STOCKS)].notna().any(axis=1)]
    if rows.empty:
        raise NotCoveredError(table=card.title, country=name)
    span = pd.RangeIndex(int(rows["year"].min()), int(rows["year"].max()) + 1, name="year")
    gapped = rows.set_index("year")[list(STOCKS)].reindex(span).reset_index()
    return block(
        "displacement",
        trends.displacement(gapped, STOCKS),
        rows[["year", *STOCKS, "idps_unhcr"]].reset_index(drop=True),
        card,
        boundaries=places.notes(country),
        country=name,
    )
