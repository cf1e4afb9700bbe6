"""The part Accountability of a situation: before and after an investigative body, and what followed it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import accountability as analysis
from ewdash.analysis import signals_at
from ewdash.charts import accountability as pictures
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model import heard
from ewdash.model.errors import NotCoveredError
from ewdash.model.indicators import HEADLINE_INDICATORS
from ewdash.signals import standing
from ewdash.views import councils, record_reach
from ewdash.views.block import Block, block
from ewdash.views.months import as_of, country_months, newest
from ewdash.views.rights import headlines
from ewdash.views.signals import signals
from ewdash.views.stages import stage_names
from ewdash.views.violence import worded

READ = "sc_text_mention"  # the resolutions read for names of the human-rights side
SAMPLED = ("heard", "cited")  # steps that are whole to a day, and a sample after it or in other forms
# Steps of the Court, of which the record is a selection: no day up to which it is whole.
OF_COURT = ("investigation", "warrant")
COMPARABLE = {
    "low": "comparable_low",
    "median": "comparable_median",
    "high": "comparable_high",
    "cases": "comparable_cases",
}
OFFSETS = {-2: "two_before", -1: "one_before", 0: "in_year", 1: "one_after", 2: "two_after"}


def bodies(record: Record) -> pd.DataFrame:
    """Return the investigative bodies of the human-rights side (`accountability.bodies`)."""
    return record.once(_bodies)


def _bodies(record: Record) -> pd.DataFrame:
    return analysis.bodies(record.table("hrc_mechanism"), every_act(record))


def every_act(record: Record) -> pd.DataFrame:
    """Return all acts and crossings, verified or recalled, each under the place it is on."""
    return record.once(_every_act)


def _every_act(record: Record) -> pd.DataFrame:
    parts = [standing.situations_acts(record.table), standing.recalled_acts(record.table)]
    return pd.concat(parts, ignore_index=True)


def reports(record: Record) -> pd.DataFrame:
    """Return the reports on record with the day each came before the Council (`accountability.presented`)."""
    return record.once(_reports)


def _reports(record: Record) -> pd.DataFrame:
    return analysis.presented(record.table("mechanism_report"), record.table("session"))


def _occupied(record: Record, at: pd.Timestamp) -> pd.DataFrame:
    """Return when each place had an investigative body as known on a day, where its deaths are filed."""
    acts = every_act(record)
    acts = acts[acts["date"] <= at]
    rows = analysis.spans(analysis.bodies(councils.mechanisms_at(record, at), acts), acts)
    return rows.assign(iso3=[_filed(record, code) for code in rows["iso3"]])


def _filed(record: Record, code: str) -> str:
    return record.places.filed_under(code) or code


def _stages(record: Record) -> pd.DataFrame:
    return signals_at.of_each_month(signals(record))


def options(record: Record, *, country: str, month: pd.Timestamp) -> dict[str, str]:
    """Return the investigative bodies on a country up to a month by key, newest first, with their names.

    Raises:
        NotCoveredError: If none is on record.
    """
    rows = bodies(record)
    rows = rows[rows["iso3"].isin(record.places.held(country)) & (rows["created"] <= as_of(record, month))]
    if rows.empty:
        raise NotCoveredError(table=translate("accountability-bodies"), country=record.places.name(country))
    return {
        row["key"]: translate("accountability-body", name=row["mechanism"], year=str(row["created"].year))
        for row in rows.iloc[::-1].to_dict("records")
    }


def keys(record: Record) -> frozenset[str]:
    """Return the keys of all investigative bodies, of any country."""
    return frozenset(bodies(record)["key"])


def _selected(record: Record, country: str, month: pd.Timestamp, body: str | None) -> dict[str, Any]:
    """Return the body asked for, or the newest of the country up to a month.

    Raises:
        NotCoveredError: If none is on record.
    """
    offered = options(record, country=country, month=month)
    key = body if body in offered else next(iter(offered))
    rows = bodies(record)
    rows = rows[rows["iso3"].isin(record.places.held(country)) & rows["key"].eq(key)]
    return {str(name): value for name, value in rows.iloc[-1].items()}


def _facts(record: Record, country: str, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "country": record.places.name(country),
        "body": str(row["mechanism"]),
        "day": i18n.day(row["created"]),
    }


def sequence(
    record: Record, *, country: str, month: pd.Timestamp, years: int | None, body: str | None = None
) -> Block:
    """List what followed an investigative body up to a month: reports, sessions, New York, the Court.

    Args:
        country: Its iso3.
        month: The month that the page looks from.
        years: Not needed: the sequence is as long as it is.
        body: Key of the body (`options`); None is the newest.
        record: The installed tables.

    Raises:
        NotCoveredError: If no investigative body is on record.
    """
    del years
    row = _selected(record, country, month, body)
    at = as_of(record, month)
    acts = every_act(record)
    acts = acts[acts["date"] <= at]
    one = pd.DataFrame([row])
    verified = analysis.firsts(one, acts[acts["confidence"] == "verified"])
    any_first = analysis.firsts(one, acts)
    # A recalled act that is earlier stands beside the first verified one.
    recalled = any_first[any_first["confidence"].eq("recalled") & any_first["date"].notna()]
    steps = pd.concat([recalled, verified], ignore_index=True)
    missing = verified["date"].isna() & ~verified["step"].isin(recalled["step"])
    silent = verified[missing]
    rows = [
        _entry(
            row,
            row["created"],
            "created",
            row["body"],
            row["mechanism"],
            row["symbol"],
            _sure(record, row, row["created"], row["symbol"], "created"),
        ),
        *_reported(record, row, at),
        *(
            _entry(row, act["date"], act["step"], act["body"], act["label"], act["symbol"], act["confidence"])
            for act in steps.dropna(subset=["date"]).to_dict("records")
        ),
        *_lived(record, row, at),
    ]
    table = pd.DataFrame(rows).sort_values("date", kind="stable")
    none = pd.DataFrame(
        [_silent(record, row, *pair, at) for pair in zip(silent["step"], silent["earlier"], strict=True)]
    )
    whole = pd.concat([table, none] if len(none) else [table], ignore_index=True)
    whole["date"] = whole["date"].dt.date
    whole["days_since"] = whole["days_since"].astype("Int64")
    whole = whole[["date", "step", "label", "body", "symbol", "days_since", "confidence"]]
    spoke = verified.set_index("step").loc["heard"]
    whole_to = _until(record, "heard", at)
    return block(
        "accountability-sequence",
        None,
        whole,
        record.card("hrc_mechanism"),
        record.card("mechanism_report"),
        record.card("council_action"),
        record.card("council_crossing"),
        record.card(READ),
        notes=(
            translate(
                "accountability-heard",
                heard="no" if pd.isna(spoke["days"]) else "yes",
                days=translate("days", days=0 if pd.isna(spoke["days"]) else int(spoke["days"])),
                sample="yes" if at > whole_to and not spoke["date"] <= whole_to else "no",
                until=i18n.day(whole_to),
            ),
        ),
        **_facts(record, country, row),
    )


def _entry(
    of: Mapping[str, Any],
    date: pd.Timestamp,
    step: str,
    body: str,
    label: str,
    symbol: object,
    confidence: str,
) -> dict[str, Any]:
    return {
        "date": pd.Timestamp(date),
        "days_since": (pd.Timestamp(date) - of["created"]).days,
        "step": translate(f"step-{step}"),
        "body": translate(f"body-{body.lower()}"),
        "label": label,
        "symbol": symbol if isinstance(symbol, str) else pd.NA,
        "confidence": translate(f"confidence-{confidence}"),
    }


def _reported(record: Record, row: Mapping[str, Any], at: pd.Timestamp) -> list[dict[str, Any]]:
    """Return the reports of a body, on the day each came before the Council."""
    rows = reports(record)
    rows = rows[(rows["mechanism"] == row["mechanism"]) & rows["iso3"].eq(row["iso3"]) & (rows["date"] <= at)]
    return [
        _entry(
            row,
            report["date"],
            "report",
            "HRC",
            translate(
                "accountability-report",
                session=report["session"],
                issued="none" if pd.isna(report["issued"]) else i18n.day(report["issued"]),
            ),
            report["symbol"],
            report["confidence"],
        )
        for report in rows.to_dict("records")
    ]


def _lived(record: Record, row: Mapping[str, Any], at: pd.Timestamp) -> list[dict[str, Any]]:
    """Return the last renewal up to a day and the end of a body by it, each as sure as its act is."""
    rows = councils.mechanisms_at(record, at)
    rows = rows[(rows["mechanism"] == row["mechanism"]) & (rows["iso3"] == row["iso3"])]
    return [
        _entry(
            row,
            found[step],
            step,
            found["body"],
            row["mechanism"],
            found[f"{step}_by"],
            _sure(record, row, found[step], found[f"{step}_by"], step),
        )
        for found in rows.to_dict("records")
        for step in ("renewed", "ended")
        if pd.notna(found[step])
    ]


def _sure(record: Record, row: Mapping[str, Any], day: pd.Timestamp, symbol: object, step: str) -> str:
    """Return how sure the act is that created, renewed or ended a body."""
    return analysis.confidence_of(every_act(record), iso3=str(row["iso3"]), symbol=symbol, day=day, step=step)


def _until(record: Record, step: str, at: pd.Timestamp) -> pd.Timestamp:
    """Return the last day up to which a step would be on record (`whole`), as known on a day."""
    return min(at, whole(record)[step])


def whole(record: Record) -> dict[str, pd.Timestamp]:
    """Return the last day up to which each step is on record.

    Speakers end before texts, and names of the human-rights side with the last resolution read for them.
    """
    days = dict.fromkeys(analysis.STEPS, record_reach.ends(record)["sc"])
    return days | {"heard": pd.Timestamp(heard.WHOLE_TO), "cited": record.table(READ)["date"].max()}


def _silent(
    record: Record, row: Mapping[str, Any], step: str, earlier: pd.Timestamp, at: pd.Timestamp
) -> dict[str, Any]:
    """Return the row of a step that nothing is on record for after the creation."""
    until = _until(record, step, at)
    key = "accountability-none-court" if step in OF_COURT else "accountability-none"
    if step in SAMPLED and (at > until or step == "cited"):
        key = "accountability-none-whole" if until >= row["created"] else "accountability-none-sample"
    label = translate(
        key,
        step=step,
        until=i18n.day(until),
        earlier="none" if pd.isna(earlier) else i18n.day(earlier),
    )
    blank = {"date": pd.NaT, "days_since": pd.NA, "body": "", "symbol": pd.NA, "confidence": ""}
    return blank | {"step": translate(f"step-{step}"), "label": label}


def before_after(
    record: Record, *, country: str, month: pd.Timestamp, years: int | None, body: str | None = None
) -> Block:
    """Draw deaths around the creation of an investigative body, beside comparable situations without one.

    Args:
        country: Its iso3.
        month: The month that the page looks from; later ones are not drawn.
        years: Not needed: two years on either side are drawn.
        body: Key of the body (`options`); None is the newest.
        record: The installed tables.

    Raises:
        NotCoveredError: If no investigative body is on record, or the month of its creation is not.
    """
    del years
    row = _selected(record, country, month, body)
    facts = _facts(record, country, row)
    place = _filed(record, str(row["iso3"]))
    until = newest(record, month)
    window = analysis.around(country_months(record, [place]), row["created"], until=until)
    if window.empty:
        raise NotCoveredError(table=translate("chart-accountability", **facts), country=facts["country"])
    # Those compared with, too, stand as they were known at the month: no later month, no later body.
    every = country_months(record)
    every = every[every["month"] <= until]
    stages = record.once(_stages)
    stages = stages[stages["month"] <= until]
    cases, pool = analysis.comparable(
        stages,
        record.recent(_occupied, as_of(record, month)),
        every,
        window,
        place=place,
        shared=[_filed(record, code) for code in analysis.under_text(every_act(record), row["symbol"])],
        regions=dict(record.table("country")[["iso3", "region"]].itertuples(index=False)),
    )
    aligned = analysis.aligned(every, cases, window)
    band = analysis.band(aligned)
    table = window.merge(band.rename(columns=COMPARABLE), on="offset", how="left")
    table = worded(table).rename(columns={"offset": "months_since_creation"})
    table["comparable_cases"] = table["comparable_cases"].astype("Int64")
    at = stages[(stages["iso3"] == place) & stages["month"].isin(window.loc[window["offset"] == 0, "month"])]
    return block(
        "accountability",
        pictures.before_after(window, band),
        table,
        record.card("conflict_month"),
        record.card("conflict_month_recent"),
        record.card("signal_month"),
        record.card("hrc_mechanism"),
        notes=(*_halves(window, aligned), _compared(cases, pool, at), *_cut(window)),
        boundaries=record.places.notes(str(row["iso3"])),
        names=_named(record, cases),
        **facts,
    )


def _halves(window: pd.DataFrame, aligned: pd.DataFrame) -> tuple[str, ...]:
    """Say the sums before and after, and how many comparable situations had fewer after."""
    found = analysis.halves(window, aligned)
    return (translate("accountability-halves" if found else "accountability-halves-withheld", **found),)


def _compared(cases: pd.DataFrame, pool: str, at: pd.DataFrame) -> str:
    """Say which situations are comparable."""
    if at.empty:
        return translate("accountability-no-stage")
    stage = stage_names()[int(at["stage"].iloc[0])]
    return translate("accountability-comparable", cases=len(cases), pool=pool, stage=stage)


def _cut(window: pd.DataFrame) -> tuple[str, ...]:
    """Say where the months end earlier than two years from the creation."""
    if len(window) == 2 * analysis.MONTHS + 1:
        return ()
    ends = {"first": i18n.month(window["month"].min()), "last": i18n.month(window["month"].max())}
    return (translate("accountability-cut", **ends),)


def _named(record: Record, cases: pd.DataFrame) -> str:
    """Return the comparable situations, each with the month that stands for it."""
    names = [
        translate(
            "accountability-case", name=record.places.name(case["iso3"]), month=i18n.month(case["month"])
        )
        for case in cases.to_dict("records")
    ]
    return i18n.listing(sorted(names)) or translate("none-recorded")


def rights(
    record: Record, *, country: str, month: pd.Timestamp, years: int | None, body: str | None = None
) -> Block:
    """List the rights indices from two years before the creation of an investigative body to two after.

    Args:
        country: Its iso3.
        month: The month that the page looks from; later years are left out.
        years: Not needed.
        body: Key of the body (`options`); None is the newest.
        record: The installed tables.

    Raises:
        NotCoveredError: If no investigative body is on record, or none of those years is coded.
    """
    del years
    row = _selected(record, country, month, body)
    facts: dict[str, Any] = _facts(record, country, row) | {"year": str(row["created"].year)}
    rows = record.part(headlines, str(row["iso3"]))
    over = (as_of(record, month) + pd.Timedelta(days=1)).year - 1
    rows = analysis.rights_around(rows[rows["year"] <= over], row["created"])
    if rows.empty:
        raise NotCoveredError(table=record.card("rights_year").title, country=facts["country"])
    wide = rows.pivot(index="indicator", columns="offset", values="value")
    wide = wide.reindex(index=list(HEADLINE_INDICATORS), columns=list(OFFSETS)).rename(columns=OFFSETS)
    wide.columns.name = None
    wide.insert(0, "indicator", [translate(f"indicator-{key.replace('_', '-')}") for key in wide.index])
    return block(
        "accountability-rights",
        None,
        wide.reset_index(drop=True),
        record.card("rights_year"),
        record.card("hrc_mechanism"),
        boundaries=record.places.notes(str(row["iso3"])),
        **facts,
    )
