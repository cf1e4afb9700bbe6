"""The last final years in the release that holds both, which stand before any preliminary figure."""

from collections.abc import Collection

import pandas as pd

from ewdash import i18n
from ewdash.data.record import Record
from ewdash.i18n import translate

# Of a year, and deaths: beyond both the older release's months are no measure for newer ones.
RESTATED, FEW = 0.1, 25
MAX_NAMES = 8  # countries a sentence can hold


def years(record: Record) -> pd.DataFrame:
    """Return deaths of each country in the two years, indexed by iso3; NA where it is not known."""
    return record.once(_years)


def _years(record: Record) -> pd.DataFrame:
    rows = record.table("conflict_year_settled")
    return rows.pivot(index="iso3", columns="year", values="deaths_best").astype("Int64")


def after(record: Record, month: pd.Timestamp) -> bool:
    """Return whether a month lies after what the final series by month holds."""
    return month.date() > record.card("conflict_month").provenance.covers_to


def country_sentence(record: Record, country: str) -> str:
    """Say the final figure of the last year and of the one before, of one release."""
    table = record.table("conflict_year_settled")
    release, last = str(table["release"].iloc[0]), int(table["year"].max())
    figures = years(record)
    if country not in figures.index:
        return ""
    now, before = (figures[year].astype(float)[country] for year in (last, last - 1))
    if pd.isna(now) or pd.isna(before):
        country_name = record.places.name(country)
        return translate("settled-unknown", country=country_name, year=str(last), release=release)
    return translate(
        "settled-country",
        country=record.places.name(country),
        year=str(last),
        earlier=str(last - 1),
        release=release,
        deaths=int(now),
        before=int(before),
    )


def restated(record: Record, country: str) -> bool:
    """Return whether the newer release changed the last year of the monthly series by `RESTATED` or more."""
    older = record.of("conflict_year", country)
    if country not in years(record).index or older.empty:
        return False
    year = int(older["year"].max())
    old = int(older.loc[older["year"] == year, "deaths_best"].sum())
    new = years(record)[year].astype(float)[country]
    return bool(abs(new - old) >= max(RESTATED * old, FEW))  # not where it is not known


def scope_sentence(record: Record, inside: Collection[str], *, world: bool) -> str:
    """Say the final figures of a selection, and for how many of its countries they are known.

    Args:
        record: The installed tables.
        inside: iso3 of the selection.
        world: Whether it is all of them: then the release's own sum is given.
    """
    table = record.table("conflict_year_settled")
    release, last = str(table["release"].iloc[0]), int(table["year"].max())
    part = years(record)
    part = part[part.index.isin(inside)]
    known = part.dropna()
    if known.empty:
        return ""
    facts = {"year": str(last), "earlier": str(last - 1), "release": release}
    if world:
        sums = table.drop_duplicates("year").set_index("year")["world"]
        return translate("settled-world", deaths=int(sums[last]), before=int(sums[last - 1]), **facts)
    names = [record.places.name(code) for code in part.index.difference(known.index)]
    return translate(
        "settled-scope",
        deaths=int(known[last].sum()),
        before=int(known[last - 1].sum()),
        countries=len(known),
        unknown=len(names),
        named="yes" if len(names) <= MAX_NAMES else "no",
        names=i18n.listing(names[:MAX_NAMES]) if names else "",
        **facts,
    )
