"""The installed tables as panels and monthly signs: what every computation below starts from."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.analysis import panels, slow_indicators
from ewdash.analysis.panels import Grid, Panel
from ewdash.model.indicators import SECTOR_COVERAGE
from ewdash.model.situations import LOWER_BOUND

Load = Callable[[str], pd.DataFrame]


@dataclass(frozen=True)
class Signs:
    """Slow signs as public in each month: 1 worse, 0 not, NaN not known."""

    rights: Grid
    displacement: Grid
    incidents: Grid


def final(load: Load) -> Panel:
    """Return the final record, deaths dated to their month; see `dated`."""
    return panels.panel(_final_rows(load))


def whole(panel: Panel) -> Panel:
    """Return a panel that counts all deaths, each in the month in which its event begins."""
    return Panel(panel.months, panel.iso3, {**panel.counts, "deaths_best": panel.all_deaths})


def continued(load: Load) -> dict[str, Panel]:
    """Return, per preliminary vintage, the final record continued by it.

    Alerts and stages alone run across the two, as they must for a reader who cannot wait for the
    final figures. It is not the record of the day: both are newer releases than were out then.
    """
    before = _final_rows(load)
    last = before["month"].max()  # a month that has become final keeps its preliminary figure beside it
    return {
        vintage: panels.panel(pd.concat([before, rows[rows["month"] > last]]))
        for vintage, rows in _preliminary_rows(load).items()
    }


def preliminary(load: Load) -> dict[str, Panel]:
    """Return the preliminary record alone, one panel per vintage."""
    return {vintage: panels.panel(rows) for vintage, rows in _preliminary_rows(load).items()}


def known_to(load: Load, vintage: str) -> pd.Timestamp:
    """Return the last month of which a vintage has more than a lower bound."""
    rows = load("conflict_month_recent")
    known = rows if vintage != LOWER_BOUND else rows[rows["vintage"] != LOWER_BOUND]
    last: pd.Timestamp = known["month"].max()
    return last


def _final_rows(load: Load) -> pd.DataFrame:
    rows = load("conflict_month")
    # The joint row of Niger and Nigeria repeats the two.
    return dated(rows[rows["basis"] != "joint"].assign(deaths_excepted=0))


def _preliminary_rows(load: Load) -> dict[str, pd.DataFrame]:
    return {str(vintage): dated(part) for vintage, part in load("conflict_month_recent").groupby("vintage")}


def dated(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows whose deaths are those of events inside the month, and all of them beside.

    Events at sea or under a known exception are in neither: no alert or stage of a country rests on
    them. Of civilians only all deaths are known; they are taken to lie in the month as all others do.
    """
    whole, inside = (
        (rows[name] - rows["deaths_excepted"]).clip(lower=0) for name in ("deaths_best", "deaths_dated")
    )
    share = inside.div(whole.where(whole > 0)).astype("Float64").fillna(1.0).clip(upper=1)
    civilians = rows["deaths_civilians"].astype("Float64") * share
    return rows.assign(deaths_best=inside, deaths_all=whole, deaths_civilians=civilians)


def civilians(panel: Panel) -> Panel:
    """Return a panel whose deaths are those of civilians."""
    return Panel(panel.months, panel.iso3, {**panel.counts, "deaths_best": panel.counts["deaths_civilians"]})


def slow_signs(load: Load, panel: Panel) -> Signs:
    """Return the slow signs for a panel's months and countries."""
    return Signs(
        rights=panels.spread_years(
            slow_indicators.rights(load("rights_year")),
            "worse",
            like=panel,
            published=slow_indicators.RIGHTS_PUBLIC,
        ),
        displacement=panels.spread_years(
            slow_indicators.displacement(load("displacement_year")),
            "worse",
            like=panel,
            published=slow_indicators.DISPLACEMENT_PUBLIC,
        ),
        incidents=_incidents(load("violation_incident"), panel),
    )


def _incidents(table: pd.DataFrame, panel: Panel) -> Grid:
    """Return the sign of attacks: a country without an incident has none, inside the source's coverage."""
    rows = slow_indicators.incidents(table, SECTOR_COVERAGE)
    spread = rows.set_index(["month", "iso3"])["worse"].astype(float).unstack()
    known = spread.notna().any(axis=1)
    spread = spread.reindex(columns=list(panel.iso3))
    spread[known] = spread[known].fillna(0.0)
    return spread.reindex(index=panel.months).to_numpy()


def yearly(load: Load, panel: Panel) -> dict[str, Grid]:
    """Return yearly figures as public in each month, for `onset_risk.features`.

    A country the source does not rate stands at the middle of the scale and without a change:
    the score has to say something of every covered country.
    """
    rights = load("rights_year")
    rights = rights[rights["version"] == slow_indicators.newest(rights)]
    grids: dict[str, Grid] = {}
    for name, indicator in (
        ("clphy", "v2x_clphy"),
        ("libdem", "v2x_libdem"),
        ("civlib", "v2x_civlib"),
        ("polyarchy", "v2x_polyarchy"),
    ):
        rows = rights[rights["indicator"] == indicator].sort_values(["iso3", "year"])
        rows = rows.assign(three=rows.groupby("iso3")["value"].diff(3))
        level = panels.spread_years(rows, "value", like=panel, published=slow_indicators.RIGHTS_PUBLIC)
        change = panels.spread_years(rows, "three", like=panel, published=slow_indicators.RIGHTS_PUBLIC)
        grids |= {name: np.nan_to_num(level, nan=0.5), f"{name}_3": np.nan_to_num(change)}
    population = panels.spread_years(load("population_year"), "population", like=panel, published=7)
    displaced = load("displacement_year")
    for name, column in (
        ("refugees", "refugees"),
        ("applications", "new_asylum_applications"),
        ("displaced", "idps_conflict"),
    ):
        grids[name] = np.nan_to_num(panels.spread_years(displaced, column, like=panel, published=7))
    return grids | {"population": np.nan_to_num(population, nan=float(np.nanmedian(population)))}


def subregions(load: Load, panel: Panel) -> npt.NDArray[np.object_]:
    """Return the subregion of each country of a panel; its own code where it has none."""
    table = load("country").set_index("iso3")["subregion"].reindex(list(panel.iso3))
    return table.where(table.notna(), pd.Series(panel.iso3, index=table.index)).to_numpy(dtype=object)
