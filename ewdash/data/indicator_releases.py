"""Yearly figures that a user loaded (V-Dem, UNHCR, IDMC, UCDP), over the tables of the repository."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from ewdash.data import build, home, store
from ewdash.data.tables import (
    conflict_year,
    conflict_year_settled,
    displacement_year,
    rights_year,
    ucdp,
)
from ewdash.model import releases
from ewdash.model.datasets import Provenance
from ewdash.model.errors import ReleaseRefusedError

# Layout of the file -> what the manifest calls it, who publishes it, and the table that it renews.
VDEM, UNHCR, IDMC, COUNTRY_YEAR = "vdem", "unhcr", "idmc", "country_year"
DATASETS = {"vdem": VDEM, "unhcr": UNHCR, "idmc": IDMC, "ucdp-country-year": COUNTRY_YEAR}
PROVIDERS = {VDEM: "V-Dem", UNHCR: "UNHCR", IDMC: "IDMC", COUNTRY_YEAR: "UCDP"}
TABLES = {
    VDEM: "rights_year",
    UNHCR: "displacement_year",
    IDMC: "displacement_year",
    COUNTRY_YEAR: "conflict_year",
}
WORDS = ("own_rights_year", "own_displacement_year", "own_country_year", "own_country_year_settled")
NO_COUNTRY = ("TIB", "UNK", "XXA")  # UNHCR's codes of people without a country
FOLDER = "figures"
_IN_NAMES = re.compile(r"(?:^|[-_ ])v(\d{1,2}(?:\.\d)?)(?!\d)", re.IGNORECASE)  # V-Dem-CY-Full+Others-v16.csv
_VERSION = re.compile(r"v?(\d{1,2}(?:\.\d)?)")


@dataclass(frozen=True)
class Figures:
    """Yearly figures that the user loaded, and what is known of the file they came from.

    Attributes:
        dataset: What the manifest calls it, a key of `PROVIDERS`.
        version: Of V-Dem its own (v16), of UCDP its release (26.1), of the others their last year.
        file: Name of the file they came from.
        fetched: When.
        digest: SHA-256 of that file.
        path: The figures in the normal form of `layouts.tidy`.
    """

    dataset: str
    version: str
    file: str
    fetched: date
    digest: str
    path: Path

    @property
    def name(self) -> str:
        """What it is called in reports: the dataset and its version."""
        return f"{self.dataset} {self.version}"

    def values(self) -> pd.DataFrame:
        """Return its figures: ``iso3``, ``year``, ``measure``, ``value``."""
        rows = pd.read_parquet(self.path, columns=["iso3", "period", "measure", "value"])
        return rows.assign(year=rows["period"].dt.year)[["iso3", "year", "measure", "value"]]


def _folder() -> Path:
    return home.place() / home.RELEASES / FOLDER


def held() -> list[Figures]:
    """Return the figures that the user loaded, of each dataset the newest last."""
    return _ordered(home.kept(_folder(), Figures))


def joined(new: Iterable[Figures]) -> list[Figures]:
    """Return the figures held with new ones, which take the place of the same version."""
    return _ordered({one.name: one for one in (*held(), *new)}.values())


def _ordered(figures: Iterable[Figures]) -> list[Figures]:
    return sorted(figures, key=lambda one: (one.dataset, float(one.version.lstrip("v"))))


def keep(new: Figures) -> None:
    """Keep figures for good (inside `home.changing`): their file is moved.

    Raises:
        HomeUnusableError: If it cannot be written.
    """
    facts = {name: getattr(new, name) for name in ("dataset", "version", "file", "digest")}
    target = _folder() / f"{new.dataset}-{new.version}.parquet"
    home.keep(new.path, facts | {"fetched": f"{new.fetched}"}, target=target)


def version(dataset: str, *, file: str, given: str, last: int) -> str:
    """Return the version of figures.

    Args:
        dataset: A key of `PROVIDERS`.
        file: The name of the file.
        given: What the user says it is; only V-Dem's cannot be told from what is inside.
        last: The last year with a figure.

    Raises:
        ReleaseRefusedError: If it cannot be told, or the name says another.
    """
    if dataset == VDEM:
        said, told = _IN_NAMES.search(file), _VERSION.fullmatch(given.strip().casefold())
        if (given and not told) or not (said or told):
            raise ReleaseRefusedError(given=file, fault="unnamed")
        if said and told and said[1] != told[1]:
            raise ReleaseRefusedError(given=file, fault="named", found=f"v{told[1]}", said=f"v{said[1]}")
        return f"v{(said or told)[1]}"  # type: ignore[index]
    if dataset == COUNTRY_YEAR:
        found, named = f"{(last + 1) % 100:02d}.1", releases.named(file)
        if named and named.version != found:
            raise ReleaseRefusedError(given=file, fault="years", found=found, said=named.version)
        return found
    return str(last)


def made(own: list[Figures], *, final: date) -> list[store.Made]:
    """Return the tables that figures renew, over those of the repository.

    Args:
        own: All figures of the user (`joined`).
        final: To which day the tables of UCDP's years reach without them.

    Raises:
        TableInvalidError, CodeUnknownError: If figures do not fit their table.
    """
    tables = []
    of = {dataset: [one for one in own if one.dataset == dataset] for dataset in PROVIDERS}
    if of[VDEM]:
        tables.append(_made("rights_year", _rights(of[VDEM]), of[VDEM], citation=_cited(of[VDEM])))
    displaced = [*of[UNHCR], *of[IDMC]]
    if displaced:
        tables.append(_made("displacement_year", _displacement(displaced), displaced))
    years = of[COUNTRY_YEAR][-1:]
    # A release of events that reaches further has renewed these tables from its events.
    if years and _end(years[0]) >= final:
        tables.append(_of_ucdp("conflict_year", _conflict(years[0]), years[0], "own_country_year"))
    if years and _end(years[0]) >= max(final, _card("conflict_year_settled").covers_to):
        words = "own_country_year_settled"
        tables.append(_of_ucdp("conflict_year_settled", _settled(years[0]), years[0], words))
    return tables


def rows(own: list[Figures]) -> list[dict[str, Any]]:
    """Return the rows of figures in `tables.release`."""
    return [_row(one) for one in own]


def _row(one: Figures) -> dict[str, Any]:
    values = one.values()
    totals = {
        name: int(values.loc[values["measure"] == name, "value"].sum())
        if one.dataset == COUNTRY_YEAR
        else None
        for name in ("deaths_best", "deaths_low", "deaths_high")
    }
    return {
        "provider": PROVIDERS[one.dataset],
        "dataset": one.dataset,
        "version": one.version,
        "status": releases.FINAL,
        "covers_from": pd.Timestamp(int(values["year"].min()), 1, 1),
        "covers_to": pd.Timestamp(int(values["year"].max()), 12, 31),
        "fetched": pd.Timestamp(one.fetched),
        "digest": one.digest,
        "events": None,
        **totals,
        "origin": "own",
    }


def _card(table: str) -> Provenance:
    return store.card(table, root=store.DATA).provenance


def _end(one: Figures) -> date:
    return date(int(one.values()["year"].max()), 12, 31)


def _made(table: str, frame: pd.DataFrame, own: list[Figures], **facts: Any) -> store.Made:  # noqa: ANN401
    base = _card(table)
    provenance = replace(
        base,
        version="; ".join([base.version, *(f"{PROVIDERS[one.dataset]} {one.version}" for one in own)]),
        covers_to=max([base.covers_to, *(_end(one) for one in own)]),
        accessed=max([base.accessed, *(one.fetched for one in own)]),
        sources=(*base.sources, *(one.file for one in own)),
        **facts,
    )
    return build.made(table, frame, provenance, words=f"own_{table}")


def _of_ucdp(table: str, frame: pd.DataFrame, one: Figures, words: str) -> store.Made:
    known = one.version == "25.1"  # the repository's; for later ones the newest article known here
    provenance = ucdp.provenance(
        f"Country-Year Dataset on Organized Violence {one.version}",
        citation=ucdp.GED[:1] if known else conflict_year_settled.PROVENANCE.citation,
        files=(one.file,),
        covers_from=date(int(frame["year"].min()), 1, 1),
        covers_to=_end(one),
    )
    return build.made(table, frame, replace(provenance, accessed=one.fetched), words=words)


def _cited(own: list[Figures]) -> tuple[str, ...]:
    base = _card("rights_year")
    new = [one.version for one in own if one.version not in base.version]
    return (
        *(
            f"V-Dem Country-Year Dataset {version}. Varieties of Democracy (V-Dem) Project."
            for version in reversed(new)
        ),
        *base.citation,
    )


def _rights(own: list[Figures]) -> pd.DataFrame:
    """Return `tables.rights_year`: a file's indicators, years and version; all else is the repository's."""
    table = store.load("rights_year", root=store.DATA)
    for one in own:
        new = one.values().rename(columns={"measure": "indicator"}).assign(version=one.version)
        new = new[new["year"] >= rights_year.FIRST_YEAR]
        renewed = table["version"].eq(one.version) & table["indicator"].isin(new["indicator"].unique())
        renewed &= table["year"].between(new["year"].min(), new["year"].max())
        table = pd.concat([table[~renewed], new[[*table.columns]]], ignore_index=True)
    return table.sort_values([*rights_year.KEYS, "indicator", "version"], ignore_index=True)


def _displacement(own: list[Figures]) -> pd.DataFrame:
    """Return `tables.displacement_year`: a file's columns in its years; all else is the repository's."""
    table = store.load("displacement_year", root=store.DATA).convert_dtypes()
    keys, names = ["iso3", "year"], list(displacement_year.SCHEMA.columns)
    for one in own:
        new = one.values().pivot(index=keys, columns="measure", values="value")
        new = new[[name for name in names if name in new.columns]]
        old = table.set_index(keys)
        old = old.reindex(old.index.union(new.index))
        first, last = (int(end) for end in new.index.get_level_values("year").sort_values()[[0, -1]])
        inside = pd.Series(old.index.get_level_values("year"), old.index).between(first, last)
        for name, figures in new.items():
            # What the file no longer gives is unknown, not as before.
            given = figures.round().reindex(old.index).astype("Int64")
            old[name] = old[name].astype("Int64").mask(inside, given)
        table = old.dropna(how="all").reset_index()
    return table.sort_values(keys, ignore_index=True)[names]


def _conflict(one: Figures) -> pd.DataFrame:
    """Return `tables.conflict_year` of a file of country-years; a country it does not list has no row."""
    wide = _wide(one)
    parts = []
    for kind in conflict_year.PREFIXES.values():
        one_sided = kind == "one_sided"
        best, dyads = wide[f"deaths_{kind}"], _of(wide, f"dyads_{kind}")
        unknown = pd.Series(pd.NA, index=wide.index, dtype="Int64")
        parts.append(
            pd.DataFrame(
                {
                    "type": kind,
                    "deaths_best": best,
                    "deaths_low": wide[f"deaths_{kind}_low"],
                    "deaths_high": wide[f"deaths_{kind}_high"],
                    "deaths_civilians": unknown if one_sided else _of(wide, f"deaths_civilians_{kind}"),
                    **{
                        name: _of(wide, name) if one_sided else unknown
                        for name in ("deaths_by_government", "deaths_by_non_state_groups")
                    },
                    # A type is active where it has a pair or a group, in every row of 25.1.
                    "active": (dyads.fillna(best) > 0).astype(bool),
                    "dyads": dyads,
                }
            ).reset_index()
        )
    names = list(conflict_year.SCHEMA.columns)
    return pd.concat(parts)[names].sort_values(["iso3", "year", "type"], ignore_index=True)


def _settled(one: Figures) -> pd.DataFrame:
    """Return `tables.conflict_year_settled`: the newest two years of a file of country-years."""
    wide, last = _wide(one), _end(one).year
    before = store.load("conflict_year_settled", root=store.DATA)["iso3"]
    parts = []
    for year in (last - 1, last):
        listed = wide[wide.index.get_level_values("year") == year].droplevel("year")
        table = listed.reindex(sorted({*listed.index, *before}))  # not listed: unknown, never zero
        parts.append(
            pd.DataFrame(
                {
                    "year": year,
                    "release": one.version,
                    "deaths_best": table["deaths_best"],
                    "deaths_civilians": _of(table, "deaths_civilians"),
                    "world": int(listed["deaths_best"].sum()),
                }
            ).rename_axis("iso3")
        )
    names = list(conflict_year_settled.SCHEMA.columns)
    return pd.concat(parts).reset_index()[names].sort_values(["iso3", "year"], ignore_index=True)


def _wide(one: Figures) -> pd.DataFrame:
    wide = one.values().pivot(index=["iso3", "year"], columns="measure", values="value")
    return wide.round().astype("Int64")


def _of(wide: pd.DataFrame, measure: str) -> pd.Series:
    """Return a measure; unknown throughout where the file does not have it."""
    unknown = pd.Series(pd.NA, index=wide.index, dtype="Int64")
    found: pd.Series = wide.get(measure, unknown)
    return found


def long(one: Figures, *, root: Path, like: bool = False) -> pd.DataFrame:
    """Return what a folder's table says of the measures of figures: ``iso3, year, measure, value``.

    Args:
        one: The figures.
        root: The folder.
        like: Of V-Dem, take the newest version there where the same is not.
    """
    table = store.load(TABLES[one.dataset], root=root)
    if one.dataset == VDEM:
        versions = table["version"].unique()
        if like and one.version not in versions:
            one = replace(one, version=max(versions, key=lambda version: float(version[1:])))
        table = table[table["version"] == one.version].rename(columns={"indicator": "measure"})
    elif one.dataset == COUNTRY_YEAR:
        table = table.assign(measure="deaths_" + table["type"], value=table["deaths_best"])
    else:
        names = [name for name in one.values()["measure"].unique() if name in table]
        table = table.melt(["iso3", "year"], names, "measure", "value").dropna(subset="value")
        table = table[~table["iso3"].isin(NO_COUNTRY)] if one.dataset == UNHCR else table
    return table[["iso3", "year", "measure", "value"]].astype({"value": "float64"})


def changed(one: Figures, *, before: Path, after: Path) -> pd.DataFrame:
    """Return the figures that differ between two folders: ``iso3, year, measure, before, value``."""
    keys = ["iso3", "year", "measure"]
    both = long(one, root=before).rename(columns={"value": "before"})
    both = both.merge(long(one, root=after), on=keys, how="outer")
    same = both["before"].eq(both["value"]) | (both["before"].isna() & both["value"].isna())
    return both[~same].reset_index(drop=True)
