"""Rights indices of one country, as a block."""

import pandas as pd

from ewdash import i18n
from ewdash.analysis import slow_indicators
from ewdash.charts import trends
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.model.indicators import HEADLINE_INDICATORS, declared
from ewdash.views.block import Block, block


def headlines(record: Record) -> pd.DataFrame:
    """Return the rows of `rights_year` of the headline indices in the newest V-Dem release.

    Older releases are never joined to it.
    """
    rows = record.passing("rights_year")
    newest = rows["version"] == slow_indicators.newest(rows)
    return rows[newest & rows["indicator"].isin(HEADLINE_INDICATORS)]


def indices(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """Draw the headline indices over the years, each with the direction that is better.

    Raises:
        NotCoveredError: If the country is not coded.
    """
    del month
    card = record.card("rights_year")
    places = record.places
    name = places.name(country)
    all_years = rows = record.part(headlines, country)
    if years is not None:
        rows = rows[rows["year"] > card.provenance.covers_to.year - years]
    if rows.empty:
        raise NotCoveredError(table=card.title, country=name)
    version = str(rows["version"].iloc[0])
    better_up = {key: declared(key, version).higher_is == "better" for key in HEADLINE_INDICATORS}
    table = rows[["year", "indicator", "value", "version"]].assign(
        indicator=[translate(f"indicator-{key.replace('_', '-')}") for key in rows["indicator"]]
    )
    return block(
        "rights",
        trends.rights(rows, HEADLINE_INDICATORS, better_up=better_up),
        table.sort_values(["indicator", "year"], ignore_index=True),
        card,
        notes=_slopes(all_years),
        boundaries=places.notes(country),
        country=name,
    )


def _slopes(rows: pd.DataFrame) -> tuple[str, ...]:
    """Say the slope of each index over the last ten years, as context of what the picture shows."""
    sentences = []
    for key in HEADLINE_INDICATORS:
        part = rows[rows["indicator"] == key].sort_values("year", kind="stable")
        slope = slow_indicators.slope(part["year"], part["value"])
        if pd.notna(slope):
            name = translate(f"indicator-{key.replace('_', '-')}")
            sentences.append(
                translate("rights-slope", name=name, slope=i18n.number(slope * 10, decimals=2, sign=True))
            )
    return (translate("rights-slopes", slopes="; ".join(sentences)),) if sentences else ()
