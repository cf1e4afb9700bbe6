"""Files of yearly figures in their producers' layouts, made of our own figures."""

import functools
import io
import zipfile
from collections.abc import Callable

import pandas as pd

from ewdash.data import store

UNHCR = {
    "refugees": "Refugees under UNHCR's mandate",
    "asylum_seekers": "Asylum-seekers",
    "idps_unhcr": "IDPs of concern to UNHCR",
    "other_protection": "Other people in need of international protection",
    "refugees_hosted": "Refugees under UNHCR's mandate",
    "asylum_seekers_hosted": "Asylum-seekers",
    "stateless_hosted": "Stateless persons",
}
ORIGIN, ASYLUM = "Country of origin (ISO)", "Country of asylum (ISO)"
SHORT = {"state_based": "sb", "non_state": "ns", "one_sided": "os"}


def _made_once(make: Callable[..., pd.DataFrame]) -> Callable[..., pd.DataFrame]:
    """Return a function that makes its rows once and hands each test rows of its own."""
    once = functools.cache(make)

    @functools.wraps(make)
    def rows(*given: int) -> pd.DataFrame:
        return once(*given).copy()

    return rows


@_made_once
def rights() -> pd.DataFrame:
    """Return V-Dem v16 as its file has it, a row by unit and year."""
    rows = store.load("rights_year")
    rows = rows[(rows["version"] == "v16") & (rows["year"] >= 2000)]
    wide = rows.pivot(index=["iso3", "year"], columns="indicator", values="value").reset_index()
    return wide.rename(columns={"iso3": "country_text_id"}).drop(columns="v2x_regime_owid")


@_made_once
def displaced() -> pd.DataFrame:
    """Return UNHCR's figures since 2020: totals by country of origin, and by country of asylum."""
    rows = store.load("displacement_year")
    rows = rows[rows["year"] >= 2020]
    parts = []
    for code, other, names in ((ORIGIN, ASYLUM, list(UNHCR)[:4]), (ASYLUM, ORIGIN, list(UNHCR)[4:])):
        part = rows[["iso3", "year", *names]].dropna(subset=names, how="all")
        part = part.rename(columns={"iso3": code, "year": "Year", **{name: UNHCR[name] for name in names}})
        parts.append(part.assign(**{other: "-"}))
    both = pd.concat(parts, ignore_index=True)
    numbers = list(dict.fromkeys(UNHCR.values()))
    both[numbers] = both[numbers].astype("Int64").astype(object).where(both[numbers].notna(), "-")
    return both[["Year", ORIGIN, ASYLUM, *numbers]]


@_made_once
def years(last: int = 2025) -> pd.DataFrame:
    """Return UCDP's country-years; those after the repository's repeat its last year."""
    rows = store.load("conflict_year")
    end = int(rows["year"].max())
    again = [rows[rows["year"] == end].assign(year=year) for year in range(end + 1, last + 1)]
    rows = pd.concat([rows, *again])
    keys, values = ["iso3", "year"], ["deaths_best", "deaths_low", "deaths_high", "deaths_civilians", "dyads"]
    wide = rows.assign(type=rows["type"].map(SHORT)).pivot(index=keys, columns="type", values=values)
    names = {
        **{f"deaths_{estimate}": f"total_deaths_{estimate}" for estimate in ("best", "low", "high")},
        "dyads": "dyad_count",
    }
    wide.columns = [f"{kind}_{names.get(name, name)}_cy" for name, kind in wide.columns]
    wide = wide.drop(columns="os_deaths_civilians_cy").astype("Int64").reset_index()
    total = wide["sb_deaths_civilians_cy"] + wide["ns_deaths_civilians_cy"] + wide["os_total_deaths_best_cy"]
    numbers = store.load("country").set_index("iso3")["ucdp_id"]
    wide["country_id_cy"] = wide["iso3"].map(numbers).astype("Int64")
    wide["cumulative_total_deaths_civilians_in_orgvio_cy"] = total
    return wide.rename(columns={"year": "year_cy"}).drop(columns="iso3")


def zipped(**members: bytes) -> bytes:
    """Return an archive of tables, each under its name."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(f"{name}.csv", data)
    return content.getvalue()
