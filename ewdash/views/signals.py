"""The signals of the record, and the alert of one country, as values."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash import i18n
from ewdash.analysis import signals_at
from ewdash.analysis.alerts import ALERT, STRONG, YOUNG_MONTHS, Rule
from ewdash.analysis.reviews import review
from ewdash.data.record import Record, spans
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.model.situations import FINAL, LOWER_BOUND
from ewdash.views.measure import against, comparable, counted, multiple, reported
from ewdash.views.months import country_months, month_place, newest
from ewdash.views.terms import explained

Row: TypeAlias = dict[Hashable, Any]  # of `signal_month`
SIGNS = ("rights", "displacement", "incidents")
# What a review looks at.
REVIEWED = (
    *("iso3", "vintage", "deaths_month", "deaths_12", "change", "fired", "alert", "stage", "level"),
    *SIGNS,
)
STRONG_TIER = 2
RULES = {1: ALERT, STRONG_TIER: STRONG}  # what an alert of each strength asks for
TEN_YEARS = 120  # months
LEAST_MONTHS = 3  # once in so many is not unusual
QUIET = 25  # deaths in twelve months below which the risk of an onset is told
MAX_MONTHS = 1200  # months beyond which "once in N months" says no more


@dataclass(frozen=True)
class AlertCard:
    """What an alert says of itself: a headline, and labelled sentences."""

    headline: str
    loud: bool
    lines: tuple[tuple[str, str], ...]


def signals(record: Record) -> pd.DataFrame:
    """Return `signal_month`, if it was computed from the installed tables.

    Raises:
        StaleSignalsError: If they have changed since.
    """
    record.current("signal_month")
    return record.table("signal_month")


def signals_between(record: Record, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Return `signals` of the months from the first to the last.

    Raises:
        StaleSignalsError: See `signals`.
    """
    rows = signals(record)
    places, months = record.once(_by_month)
    inside = slice(
        months.searchsorted(first.to_datetime64()), months.searchsorted(last.to_datetime64(), "right")
    )
    return rows.take(places[inside])


def _by_month(record: Record) -> tuple[npt.NDArray[np.intp], npt.NDArray[Any]]:
    """Return where the rows stand in order of month, and these months: the rows are held once."""
    months = record.table("signal_month")["month"].to_numpy()
    places = np.argsort(months, kind="stable")
    return places, months[places]


def signals_of(record: Record, country: str) -> pd.DataFrame:
    """Return `signals` of one country.

    Raises:
        StaleSignalsError: See `signals`.
    """
    signals(record)
    return record.of("signal_month", country)


def signals_now(record: Record, country: str, month: pd.Timestamp) -> pd.DataFrame:
    """Return `signals_at.at_month` of one country: a row, or none.

    Raises:
        StaleSignalsError: See `signals`.
    """
    signals(record)
    return record.recent(_signals_now, country, month)


def _signals_now(record: Record, country: str, month: pd.Timestamp) -> pd.DataFrame:
    rows = record.table("signal_month")
    places, parts = record.once(_of_each_month)
    own = places[slice(*parts.get(country, (0, 0)))]
    day, months = month.to_datetime64(), rows["month"].to_numpy()[own]
    return rows.take(own[months.searchsorted(day) : months.searchsorted(day, side="right")])


def stages_of(record: Record, country: str) -> pd.DataFrame:
    """Return ``month`` and ``stage`` of `signals_at.of_each_month` of one country, in order of month.

    Raises:
        StaleSignalsError: See `signals`.
    """
    rows = signals(record)[["month", "stage"]]
    places, parts = record.once(_of_each_month)
    return rows.take(places[slice(*parts.get(country, (0, 0)))])


def _of_each_month(record: Record) -> tuple[npt.NDArray[np.intp], dict[str, tuple[int, int]]]:
    """Return where the rows of `signals_at.of_each_month` stand, and whose they are."""
    rows = record.table("signal_month")
    places = signals_at.places_of_each_month(rows)
    return places, spans(rows["iso3"].take(places))


def reviewed(record: Record, month: pd.Timestamp, back: int) -> list[signals_at.Row]:
    """Return the review of all countries (`reviews.review`).

    Raises:
        StaleSignalsError: See `signals`.
    """
    signals(record)
    return record.recent(_reviewed, month, back)


def _reviewed(record: Record, month: pd.Timestamp, back: int) -> list[signals_at.Row]:
    earlier = month - pd.DateOffset(months=back)
    alerts = signals_at.latest(record.once(all_alerts), earlier, month)
    return review(_of_month(record, month), _of_month(record, earlier), alerts)


def _of_month(record: Record, month: pd.Timestamp) -> list[signals_at.Row]:
    rows = signals_between(record, month, month)
    columns = [rows[name].tolist() for name in REVIEWED]
    return [dict(zip(REVIEWED, values, strict=True)) for values in zip(*columns, strict=True)]


def all_alerts(record: Record) -> tuple[signals_at.Alert, ...]:
    """Return `signals_at.all_alerts` of the record, to be asked for once."""
    return signals_at.all_alerts(record.table("signal_month"))


def measure(evaluation: pd.DataFrame, rule: str, name: str) -> "pd.Series[Any]":
    """Return one measure of a rule on dated deaths, as its row of `track_record`."""
    rows = evaluation[
        (evaluation["part"] == "rules") & (evaluation["series"] == "dated") & (evaluation["rule"] == rule)
    ]
    return rows[rows["measure"] == name].iloc[0]


def in_ten(share: float) -> str:
    """Say a share as a natural frequency."""
    if share >= 0.995:
        return translate("in-hundred-all")
    if 0.095 <= share <= 0.95:
        return translate("in-ten", number=round(share * 10))
    return (
        translate("in-hundred", number=round(share * 100)) if share >= 0.005 else translate("in-hundred-less")
    )


def newest_alerts(record: Record) -> tuple[tuple[str, str], ...]:
    """Return the alerts of the newest six months on record: code, and a line with month and deaths."""
    rows = signals(record)
    alerts = signals_at.recent_alerts(rows, rows["month"].max())
    return tuple(
        (
            row["iso3"],
            translate(
                "newest-alert",
                strength="strong" if row["alert"] == STRONG_TIER else "plain",
                country=record.places.name(row["iso3"]),
                month=i18n.month(row["month"]),
                deaths=reported(row["deaths_month"], row["vintage"]),
            ),
        )
        for row in alerts.to_dict("records")
    )


def alert_card(record: Record, *, country: str, month: pd.Timestamp) -> AlertCard:
    """Say whether an alert stands, why, how unusual, how big and how sure, and how such alerts did.

    Of the latest month covered in full, the newest alert on record is told, be it later.

    Raises:
        NotCoveredError: If the record has no twelve months for the country.
        StaleSignalsError: If the signals are not those of the installed tables.
    """
    rows = signals_of(record, country)
    now = signals_now(record, country, month)
    name = record.places.said(country)
    if now.empty:
        raise NotCoveredError(table=record.card("signal_month").title, country=name)
    last = newest(record, month)
    recent = signals_at.window(rows, last)
    alerts = recent[recent["alert"].fillna(0) > 0]
    if alerts.empty:
        return _quiet_card(record, name, rows, recent, last)
    alert: Row = comparable(alerts.head(1)).to_dict("records")[0]
    rule = RULES[int(alert["alert"])]
    final = alert["vintage"] == FINAL
    precision = record.recent(_measured, rule.key, "precision")
    lines = [
        ("why", why(alerts.iloc[0])),
        ("unusual", _unusual(alert)),
        ("big", _big(record, alert)),
        ("agreed", _agreed(alert)),
        *_civilians(record, recent),
        ("true", _came_true(record, rule) if final else _real_time(record)),
        ("missed", _missed(record)),
        *_open_months(record, _listed(recent)),
    ]
    return AlertCard(
        translate(
            "alert-headline" if final else "alert-headline-preliminary",
            strength="strong" if alert["alert"] == 2 else "plain",
            country=name,
            month=i18n.month(alert["month"]),
            share=in_ten(float(precision["value"])),
            state=translate(f"vintage-{alert['vintage'].replace('_', '-')}"),
        ),
        True,
        tuple((translate(f"alert-label-{label}"), text) for label, text in lines),
    )


def _listed(rows: pd.DataFrame) -> list[Row]:
    """Return rows as plain values."""
    columns = [rows[name].tolist() for name in rows.columns]  # few rows of many columns
    return [dict(zip(rows.columns, values, strict=True)) for values in zip(*columns, strict=True)]


def _measured(record: Record, rule: str, name: str) -> "pd.Series[Any]":
    return measure(record.table("track_record"), rule, name)


def _civilians(record: Record, recent: pd.DataFrame) -> list[tuple[str, str]]:
    """Say whether deaths of civilians alone also alert."""
    civil = recent[recent["alert_civilians"].fillna(value=False)]
    if civil.empty:
        return []
    evaluation = record.table("track_record")
    share = evaluation[(evaluation["part"] == "rules") & (evaluation["series"] == "civilians")]
    share = share[(share["rule"] == ALERT.key) & (share["measure"] == "precision")]["value"].iloc[0]
    when = i18n.month(civil["month"].max())
    return [("civilians", translate("alert-civilians", month=when, share=in_ten(share)))]


def _came_true(record: Record, rule: Rule) -> str:
    """Say how often alerts of a kind were right, by both yardsticks."""
    precision, either = (record.recent(_measured, rule.key, name) for name in ("precision", "either"))
    return translate(
        "alert-true",
        strength="strong" if rule is STRONG else "plain",
        share=in_ten(float(precision["value"])),
        low=round(float(precision["low"]) * 100),
        high=round(float(precision["high"]) * 100),
        cases=int(precision["cases"]),
        either=round(float(either["value"]) * 100),
    )


def _real_time(record: Record) -> str:
    """Say what alerts raised on first figures were worth, held against later figures."""
    rows = record.table("track_peer")
    trials = rows[rows["peer"] == "as_it_stood"].set_index("measure").to_dict("index")

    def counts(measure: str) -> tuple[int, int]:
        row = trials[measure]
        return round(row["ours"] * row["cases"]), row["cases"]

    stood, raised = counts("kept")
    seen, final = counts("seen_then")
    stood_late, raised_late = counts("kept_preliminary")
    return translate(
        "alert-real-time",
        first=i18n.month(pd.Timestamp(trials["kept"]["first"])),
        last=i18n.month(pd.Timestamp(trials["kept"]["last"])),
        raised=raised,
        stood=stood,
        final=final,
        missed=final - seen,
        raised_late=raised_late,
        stood_late=stood_late,
        since=i18n.month(pd.Timestamp(trials["kept_preliminary"]["first"])),
        until=i18n.month(pd.Timestamp(trials["kept_preliminary"]["last"])),
        months=trials["months_preliminary"]["cases"],
    )


def _missed(record: Record) -> str:
    """Say how many onsets came without an alert: those the Track record page names."""
    recall = record.recent(_measured, ALERT.key, "recall")
    missed = round((1 - float(recall["value"])) * int(recall["cases"]))
    return translate("alert-missed", onsets=int(recall["cases"]), missed=missed)


def _quiet_card(
    record: Record, name: str, rows: pd.DataFrame, window: pd.DataFrame, last: pd.Timestamp
) -> AlertCard:
    recent = _listed(window)
    unknown = [row for row in recent if pd.isna(row["alert"])]
    judged = [row for row in recent if not pd.isna(row["alert"])]
    shown = (judged or recent)[0]
    lines = [
        ("unusual", _unusual(shown)),
        *_stood_out(recent),
        ("agreed", _agreed(shown)),
        ("missed", _missed(record)),
        *_open_months(record, recent),
    ]
    months, risks = rows["month"].to_numpy(), rows["onset_risk"].to_numpy(dtype=float, na_value=np.nan)
    known = np.flatnonzero(~np.isnan(risks) & (months <= last))
    if len(known) and recent[0]["deaths_12"] < QUIET:
        at = known[np.argmax(months[known])]
        came = record.once(_calibration).came(float(risks[at]))
        said = translate("alert-risk", share=in_ten(came), month=i18n.month(pd.Timestamp(months[at])))
        lines.insert(2, ("risk", said))
    earlier = months[(rows["alert"].to_numpy(dtype=float, na_value=np.nan) > 0) & (months < last)]
    if len(earlier):
        lines.append(("earlier", translate("alert-earlier", month=i18n.month(pd.Timestamp(earlier.max())))))
    open_months = sorted(row["month"] for row in unknown)
    return AlertCard(
        translate(
            "alert-headline-none",
            country=name,
            month=i18n.month(last),
            open=i18n.listing([i18n.month(month) for month in open_months]),
            known="all" if not open_months else "some" if judged else "none",
        ),
        False,
        tuple((translate(f"alert-label-{label}"), text) for label, text in lines),
    )


class _Calibration(NamedTuple):
    """What the risk score said, and how often an onset came (`track_record`)."""

    said: npt.NDArray[np.float64]
    shares: npt.NDArray[np.float64]

    def came(self, risk: float) -> float:
        """Return how often an onset came where the risk score said about as much."""
        return float(self.shares[np.abs(self.said - risk).argmin()])


def _calibration(record: Record) -> _Calibration:
    evaluation = record.table("track_record")
    rows = evaluation[evaluation["part"] == "quiet_calibration"]
    bins = rows.set_index(["scope", "measure"])["value"].unstack()
    return _Calibration(bins["said"].to_numpy(dtype=float), bins["came"].to_numpy(dtype=float))


def _open_months(record: Record, recent: list[Row]) -> list[tuple[str, str]]:
    """Say why it cannot be told for a month whether there is an alert, and what is known of it."""
    return [("open", unjudged(record, row)) for row in recent if pd.isna(row["alert"])]


def unjudged(record: Record, row: "Mapping[Hashable, Any] | pd.Series[Any]") -> str:
    """Say why no alert can be computed for a month, and whether it is the highest of many so far."""
    month = _month(record, row)
    deaths = int(month["deaths_best"]) - int(month["deaths_excepted"])
    dated = int(row["deaths_month"])
    reason = translate(
        f"unjudged-{row['unjudged']}",
        month=i18n.month(row["month"]),
        deaths=deaths,
        dated=dated,
        crossing=deaths - dated,
    )
    top = pd.notna(row["record"]) and row["record"] > 0
    record_of = "alert-record-whole" if row["unjudged"] == "crossing" else "alert-record"
    return f"{reason} {translate(record_of, months=int(row['record']))}" if top else reason


def _month(record: Record, row: "Mapping[Hashable, Any] | pd.Series[Any]") -> dict[str, Any]:
    """Return the deaths of the month and vintage of a row of `signal_month`."""
    months = country_months(record)
    place = month_place(record, str(row["iso3"]), row["month"], row["vintage"])
    return {name: months[name].array[place] for name in ("deaths_best", "deaths_dated", "deaths_excepted")}


def why(alert: "pd.Series[Any]") -> str:
    """Say what an alert rests on: what its rule asks for, and against which record it was judged."""
    rule = RULES[int(alert["alert"])]
    age = int(alert["rise_month"])
    sentence = translate(
        "alert-why",
        rule=explained("strong-alert" if rule is STRONG else "alert"),
        strength="strong" if rule is STRONG else "plain",
        age="first" if age == 1 else "second" if age == YOUNG_MONTHS else "later",
        reached=multiple(float(alert["change"])),
        bound=str(alert["vintage"] == LOWER_BOUND).lower(),
    )
    record = translate(f"alert-against-{alert['against']}").strip()
    return f"{sentence} {record}".strip()


def _unusual(row: Row) -> str:
    month = i18n.month(row["month"])
    if pd.isna(row["surprise"]):
        return translate("alert-unusual-unknown", month=month)
    once = 1 / max(float(row["surprise"]), 1e-9)
    if once > MAX_MONTHS:
        return translate("alert-unusual-far", month=month)
    if once < LEAST_MONTHS:
        return translate("alert-unusual-not", month=month)
    return translate("alert-unusual", month=month, months=round(once))


def _stood_out(recent: list[Row]) -> list[tuple[str, str]]:
    """Tell a month without an alert that is yet the highest of ten years: fact instead of silence."""
    rows = [
        row
        for row in recent
        if row["alert"] == 0 and row["fired"] == 0 and row["record"] >= TEN_YEARS
        if row["deaths_month"] >= ALERT.minimum and row["vintage"] != LOWER_BOUND
    ]
    if not rows:
        return []
    row = max(rows, key=lambda row: row["deaths_month"])
    sentence = translate(
        "alert-stood-out",
        month=i18n.month(row["month"]),
        deaths=reported(row["deaths_month"], row["vintage"]),
        times=multiple(float(row["change"])),
        asked=i18n.number(_asked(ALERT, row)),
    )
    return [("stood-out", f"{sentence} {translate('alert-record', months=TEN_YEARS)}")]


def _asked(rule: Rule, row: Row) -> float:
    """Return the times a rule asks for in a month, by the age of the rise it stands in."""
    young: bool = pd.notna(row["rise_month"]) and int(row["rise_month"]) <= YOUNG_MONTHS
    return rule.first if rule.first is not None and young else rule.rise


def _big(record: Record, alert: Row) -> str:
    row = _month(record, alert)
    longer = int(row["deaths_best"] - row["deaths_dated"])
    dated = reported(alert["deaths_month"], alert["vintage"])
    parts = [
        translate(
            "alert-big",
            deaths=dated,
            against=against(
                *(alert[name] for name in ("deaths_month", "change", "change_low", "change_high"))
            ),
        )
    ]
    if longer > 0:
        parts.append(translate("alert-longer", crossing=longer))
    if pd.notna(alert["deaths_12"]):
        parts.append(translate("alert-year", year=counted(alert["deaths_12"], alert["vintage"])))
    if alert["record"] > 0:
        parts.append(translate("alert-record", months=int(alert["record"])))
    return " ".join(parts)


def _agreed(row: Row) -> str:
    worse = [translate(f"sign-{name}") for name in SIGNS if row[name] == 1]
    silent = [translate(f"sign-{name}") for name in SIGNS if pd.isna(row[name])]
    sentence = translate("agreed-some", signs=i18n.listing(worse)) if worse else translate("agreed-none")
    return f"{sentence} {translate('agreed-silent', signs=i18n.listing(silent))}" if silent else sentence
