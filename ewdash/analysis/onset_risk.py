"""Risk of an onset within a year in countries that have been quiet for two.

Alerts answer to deaths, so they are silent before the first month of violence. This score is
asked only of countries with fewer than 25 deaths in 24 months and says how often countries like
this one saw an onset in the next twelve.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.analysis.onsets import HARD_MONTHS, HARD_QUIET, onsets
from ewdash.analysis.panels import DECIMALS, Flags, Grid, Panel, trailing

HORIZON = 12  # months
KEY = "quiet"


def is_quiet(deaths: Grid) -> Flags:
    """Return where the last 24 months are known and hold fewer than 25 deaths."""
    quiet: Flags = trailing(deaths, HARD_MONTHS) < HARD_QUIET
    return quiet


def target(deaths: Grid) -> Grid:
    """Return 1 where an onset begins within the next twelve months, NaN where not known yet."""
    begins, _ = onsets(deaths)
    out = np.zeros(deaths.shape)
    for month, country in np.argwhere(begins):
        out[max(0, month - HORIZON) : month, country] = 1
    out[len(out) - HORIZON - 5 :] = np.nan  # an onset needs its six-month block
    return out


def features(panel: Panel, *, groups: npt.NDArray[np.object_], yearly: dict[str, Grid]) -> dict[str, Grid]:
    """Return what may make an onset likelier: past violence here and around, rights, displacement.

    Args:
        panel: Final counts.
        groups: Subregion of each country; neighbours are the others of the same one.
        yearly: Figures as public in each month: ``clphy``, ``clphy_3`` (change over three
            years), ``libdem_3``, ``civlib``, ``polyarchy``, ``population``, ``refugees``,
            ``applications``, ``displaced``.
    """
    deaths = np.nan_to_num(panel.deaths)
    around = np.zeros_like(deaths)
    for group in np.unique(groups.astype(str)):
        members = groups == group
        around[:, members] = deaths[:, members].sum(axis=1, keepdims=True) - deaths[:, members]

    def log(grid: Grid, months: int) -> Grid:
        total = pd.DataFrame(grid).rolling(months, min_periods=1).sum().to_numpy()
        return np.log1p(total / months)

    frame = pd.DataFrame(deaths)
    grids = {f"deaths_{months}": log(deaths, months) for months in (1, 3, 6, 12, 24, 60, 120)}
    grids |= {
        "deaths_ever": np.log1p(np.cumsum(deaths, axis=0)),
        "events": np.log1p(np.nan_to_num(panel.counts["events"])),
        "civilians": np.log1p(np.nan_to_num(panel.counts["deaths_civilians"])),
        "neighbours": log(around, 12),
        "spread": np.nan_to_num(pd.DataFrame(np.log1p(deaths)).rolling(36, min_periods=3).std().to_numpy()),
        "months_with": (frame > 0).rolling(12, min_periods=1).sum().to_numpy(),
        "busy_months": (frame >= HARD_QUIET).rolling(60, min_periods=1).sum().to_numpy(),
        "clphy": yearly["clphy"],
        "clphy_3": yearly["clphy_3"],
        "libdem_3": yearly["libdem_3"],
        "civlib": yearly["civlib"],
        "between": (yearly["polyarchy"] - 0.5) ** 2,
        "population": np.log(yearly["population"]),
        "refugees": np.log1p(yearly["refugees"]),
        "applications": np.log1p(yearly["applications"]),
        "displaced": np.log1p(yearly["displaced"]),
    }
    return {name: grid.round(DECIMALS) for name, grid in grids.items()}
