"""The last final years in the release that holds both, which stand before any preliminary figure."""

from collections.abc import Collection

import pandas as pd

from ewdash import i18n
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.situations import CANDIDATE

TABLE = "conflict_year_settled"
# Of a year, and deaths: beyond both the older release's months are no measure for newer ones.
RESTATED, FEW = 0.1, 25
MAX_NAMES = 3  # countries a sentence can hold


def years(record: Record) -> pd.DataFrame:
    """Return deaths of each country in the two years, indexed by iso3; NA where it is not known."""
    return record.once(_years)


def sentence(record: Record, country: str, month: pd.Timestamp) -> str:
    """Say the final figure of the last year beside months after it, or what became of an older one; or ""."""
    return (
        country_sentence(record, country) if after(record, month) else since_sentence(record, country, month)
    )


def _years(record: Record) -> pd.DataFrame:
    rows = record.table(TABLE)
    return rows.pivot(index="iso3", columns="year", values="deaths_best").astype("Int64")


def after(record: Record, month: pd.Timestamp) -> bool:
    """Return whether a month lies after what the final series by month holds."""
    return month.date() > record.card("conflict_month").provenance.covers_to


def facts(record: Record) -> dict[str, str]:
    """Return the release that holds the last final years, and the last of them."""
    table = record.table(TABLE)
    return {"release": str(table["release"].iloc[0]), "year": str(table["year"].max())}


def country_sentence(record: Record, country: str) -> str:
    """Say the final figure of the last year and of the one before, of one release."""
    table = record.table(TABLE)
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


def compared_sentence(record: Record, countries: Collection[str]) -> str:
    """Say the final figure of the last year of each country that is compared, or that it is not known."""
    last = years(record)[int(facts(record)["year"])].astype(float).reindex(list(countries))
    names = {code: record.places.name(code) for code in last.index}
    known = last.dropna().astype(int).to_dict()
    unknown = [name for code, name in names.items() if code not in known]
    pairs = [translate("compare-count", name=names[code], deaths=deaths) for code, deaths in known.items()]
    return translate(
        "settled-compared",
        names=i18n.listing(pairs) if pairs else "none",
        unknown=i18n.listing(unknown) if unknown else "none",
        **facts(record),
    )


def undrawn_sentence(record: Record, country: str) -> str:
    """Say that a chart of older releases does not draw the final figure of the last year, and which it is.

    Nothing is said where the figure is not known; `country_sentence` says that.
    """
    deaths = years(record)[int(facts(record)["year"])].astype(float).get(country)
    if deaths is None or pd.isna(deaths):
        return ""
    return translate("settled-undrawn", deaths=int(deaths), **facts(record))


def answers(record: Record, country: str, month: pd.Timestamp) -> bool:
    """Return whether twelve months are the last settled year, known with the one before it."""
    figures = years(record)
    if month != pd.Timestamp(int(max(figures.columns)), 12, 1) or country not in figures.index:
        return False
    return bool(figures.loc[country].notna().all())


def since_sentence(record: Record, country: str, month: pd.Timestamp) -> str:
    """Say what the newer release made of the year in which a month lies, where it changed it."""
    figures = years(record)
    if month.year not in figures.columns or not restated(record, country):
        return ""
    release = str(record.table(TABLE)["release"].iloc[0])
    deaths = int(figures[month.year].astype(float)[country])
    return translate("settled-since", release=release, year=str(month.year), deaths=deaths)


def restated(record: Record, country: str) -> bool:
    """Return whether the newer release changed the last year of the monthly series by `RESTATED` or more."""
    return record.recent(_restated, country)


def _restated(record: Record, country: str) -> bool:
    older = record.of("conflict_month", country)
    figures = years(record)
    if country not in figures.index or older.empty:
        return False
    year = int(older["month"].max().year)
    if year not in figures.columns:
        return False
    old = int(older.loc[older["month"].dt.year == year, "deaths_best"].sum())
    new = figures[year].astype(float)[country]
    return bool(abs(new - old) >= max(RESTATED * old, FEW))  # not where it is not known


def scope_sentence(record: Record, inside: Collection[str], *, world: bool) -> str:
    """Say the final figures of a selection, and for how many of its countries they are known.

    Args:
        record: The installed tables.
        inside: iso3 of the selection.
        world: Whether it is all of them: then the release's own sum is given.
    """
    table = record.table(TABLE)
    release, last = str(table["release"].iloc[0]), int(table["year"].max())
    part = years(record)
    part = part[part.index.isin(inside)]
    known = part.dropna()
    if known.empty or not known[last].sum():
        return ""
    facts = {"year": str(last), "earlier": str(last - 1), "release": release}
    if world:
        sums = table.drop_duplicates("year").set_index("year")["world"]
        return translate("settled-world", deaths=int(sums[last]), before=int(sums[last - 1]), **facts)
    names = _unknown(record, part.index.difference(known.index), last)
    return translate(
        "settled-scope",
        deaths=int(known[last].sum()),
        before=int(known[last - 1].sum()),
        countries=len(known),
        unknown=len(names),
        more=max(0, len(names) - MAX_NAMES),
        names=i18n.listing(names[:MAX_NAMES]),
        **facts,
    )


def _unknown(record: Record, codes: Collection[str], year: int) -> list[str]:
    """Return the names of countries, those with most preliminary deaths in a year first."""
    rows = record.table("conflict_month_recent")
    rows = rows[rows["vintage"].eq(CANDIDATE) & rows["month"].dt.year.eq(year)]
    sums = (
        rows.groupby("iso3")["deaths_best"]
        .sum()
        .reindex(list(codes))
        .sort_values(ascending=False, kind="stable")
    )
    return [record.places.name(str(code)) for code in sums.index]
