"""What is told of a situation at a glance: its alert, stage, two years of months and last acts."""

from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from ewdash import i18n
from ewdash.analysis.signals_at import WEIGHT
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import EwdashError
from ewdash.model.situations import VINTAGES
from ewdash.views.councils import acts_about
from ewdash.views.measure import counted, reported
from ewdash.views.months import as_of, drawn_months
from ewdash.views.signals import STRONG_TIER, stage_names

SPAN = 24  # months of deaths drawn beside a name
COUNCILS = ("hrc", "sc")
COLUMNS = [
    "iso3",
    "country",
    "strength",
    "alert",
    "deaths_12",
    "deaths",
    "stage_now",
    "stage",
    "months",
    "peak",
    *(f"last_{council}" for council in COUNCILS),
]


def watched(
    record: Record,
    covered: pd.DataFrame,
    signs: pd.DataFrame,
    alerts: pd.DataFrame,
    *,
    month: pd.Timestamp,
    last: pd.Timestamp,
) -> pd.DataFrame:
    """Return each situation with an alert, a stage above routine or a reported death, most serious first.

    Args:
        covered: `levels_at` of the selection, with ``country``.
        signs: `signals_at.at_month` of the selection.
        alerts: `signals_at.recent_alerts` of the selection.
        month: The month shown.
        last: The newest month of the record that is told.
        record: The installed tables.

    Returns:
        `COLUMNS`: strength (0, 1, or 2 for a strong alert), deaths in twelve months (people), stage
        (0 to 6, NA where unknown), ``months`` (deaths of each of `SPAN` months to ``last``, None where
        there is no data), and words. Strong alerts stand first, then alerts; then by deaths in twelve
        months, then by height of stage.
    """
    rows = covered[["iso3", "country", "deaths_12", "vintage"]].copy()
    told = alerts.set_index("iso3")
    rows["strength"] = rows["iso3"].map(told["alert"]).fillna(0).astype(int)
    sentences = {code: _alert_in_short(row) for code, row in told.to_dict("index").items()}
    rows["alert"] = [sentences.get(code, "") for code in rows["iso3"]]
    stages = rows["iso3"].map(signs.set_index("iso3")["stage"].astype(float))
    rows["stage_now"] = stages.astype("Int64")
    names = stage_names()
    rows["stage"] = ["" if pd.isna(stage) else names[int(stage)] for stage in stages]
    serious = rows["strength"].gt(0) | stages.gt(0) | rows["deaths_12"].gt(0).fillna(value=False)
    rows = rows[serious]
    height = rows["stage_now"].map(WEIGHT).fillna(-1)
    rows = rows.assign(_height=height).sort_values(
        ["strength", "deaths_12", "_height", "iso3"], ascending=[False, False, False, True]
    )
    rows["deaths"] = [
        counted(deaths, vintage) for deaths, vintage in zip(rows["deaths_12"], rows["vintage"], strict=True)
    ]
    months, peaks = _months(record, rows["iso3"].tolist(), last)
    rows = rows.assign(months=pd.Series(months, index=rows.index, dtype=object), peak=peaks)
    acts = last_acts(record, rows["iso3"].tolist(), month)
    absent = translate("unknown" if acts is None else "none-recorded")
    for council in COUNCILS:
        rows[f"last_{council}"] = [(acts or {}).get((code, council), absent) for code in rows["iso3"]]
    return rows[COLUMNS].reset_index(drop=True)


def alert_words(row: Mapping[Hashable, Any]) -> str:
    """Say an alert: how strong, of which month, on how many deaths."""
    return translate(
        "alert-told",
        strength="strong" if row["alert"] == STRONG_TIER else "plain",
        month=i18n.month(row["month"]),
        deaths=reported(row["deaths_month"], row["vintage"]),
    )


def _alert_in_short(row: Mapping[Hashable, Any]) -> str:
    return translate(
        "alert-short",
        strength="strong" if row["alert"] == STRONG_TIER else "plain",
        month=i18n.month(row["month"]),
    )


def span(last: pd.Timestamp) -> "pd.DatetimeIndex":
    """Return the months that are drawn beside a name, oldest first."""
    return pd.date_range(end=last, periods=SPAN, freq="MS")


def states(record: Record, last: pd.Timestamp) -> tuple[dict[str, object], ...]:
    """Return where in `span` each state of the record begins: ``start``, ``key``, and ``label`` in words.

    A month that countries hold in different states counts as the less complete one.
    """
    return tuple(
        {
            "start": place,
            "key": vintage,
            "label": translate(f"spark-{vintage.replace('_', '-')}", month=i18n.month(first)),
        }
        for place, first, vintage in record.recent(_starts, last)
    )


def _starts(record: Record, last: pd.Timestamp) -> tuple[tuple[int, pd.Timestamp, str], ...]:
    rows = _drawn(record, last)
    rank = rows["vintage"].map({vintage: place for place, vintage in enumerate(VINTAGES)})
    ranks = rank.groupby(rows["month"]).max().reindex(span(last)).ffill()
    begins = np.flatnonzero(ranks.notna() & ranks.ne(ranks.shift()))
    return tuple((int(place), span(last)[int(place)], VINTAGES[int(ranks.iloc[place])]) for place in begins)


def _drawn(record: Record, last: pd.Timestamp) -> pd.DataFrame:
    months = span(last)
    return drawn_months(record, set(record.places.table["iso3"]), months[0], months[-1])


def _months(
    record: Record, countries: list[str], last: pd.Timestamp
) -> tuple[list[tuple[int | None, ...]], list[str]]:
    """Return the deaths of each month of each country, and the highest of them in words."""
    shown = span(last)
    rows = _drawn(record, last)
    place = shown.get_indexer(pd.Index(rows["month"]))
    line = pd.Index(countries).get_indexer(pd.Index(rows["iso3"]))
    own = line >= 0
    deaths = np.full((len(countries), SPAN), np.nan)
    vintages = np.full((len(countries), SPAN), "", dtype=object)
    deaths[line[own], place[own]] = rows["deaths_dated"].to_numpy(dtype=float, na_value=np.nan)[own]
    vintages[line[own], place[own]] = rows["vintage"].to_numpy(dtype=object)[own]
    names = [i18n.month(month) for month in shown]
    months = [tuple(None if np.isnan(value) else int(value) for value in one) for one in deaths]
    return months, [_peak(one, state, names) for one, state in zip(deaths, vintages, strict=True)]


def _peak(deaths: np.ndarray, vintages: np.ndarray, names: list[str]) -> str:
    """Say the highest of a country's months, and how many have no data."""
    missing = int(np.isnan(deaths).sum())
    if missing == len(deaths):
        return translate("spark-silent")
    place = int(np.nanargmax(deaths))
    if not deaths[place]:
        return translate("spark-none", missing=missing)
    return translate(
        "spark-peak", deaths=counted(deaths[place], vintages[place]), month=names[place], missing=missing
    )


def last_acts(record: Record, countries: list[str], month: pd.Timestamp) -> dict[tuple[str, str], str] | None:
    """Return the last act of each side on each country as of a month, from verified rows only.

    What is recorded of a place whose deaths are filed under the country bears the place's name.

    Returns:
        (iso3, ``hrc`` or ``sc``) -> day and act, where one is on record; None where no act can be read.
    """
    try:
        rows = acts_about(record, countries)
    except EwdashError:  # each line says so; the list that stands on the acts alone says why
        return None
    rows = rows[rows["verified"] & (rows["date"] <= as_of(record, month))]
    newest = rows["date"].eq(rows.groupby(["iso3", "council"])["date"].transform("max"))
    # What was adopted on a day goes before what was not.
    rows = rows[newest].assign(_adopted=rows["act_class"].ne("veto"))
    rows = rows.sort_values("_adopted", kind="stable").drop_duplicates(["iso3", "council"], keep="last")
    return {
        (row["iso3"], row["council"]): translate(
            "act-told", day=i18n.day(row["date"]), act=row["label"] + _elsewhere(record, row)
        )
        for row in rows.to_dict("records")
    }


def _elsewhere(record: Record, row: Mapping[Hashable, Any]) -> str:
    """Return the name of the place of an act, in brackets, where it is filed under another country."""
    return "" if row["place"] == row["iso3"] else f" ({record.places.name(row['place'])})"
