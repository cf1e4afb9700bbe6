"""The Track record page as values: how good the alerts were, and what they missed."""

from collections.abc import Callable

import pandas as pd

from ewdash import i18n
from ewdash.analysis import alerts
from ewdash.analysis.alerts import ALERT
from ewdash.analysis.onsets import MAX_DELAY, MIN_DELAY
from ewdash.charts import evaluation as pictures
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.places import Places
from ewdash.model.situations import FINAL, OPEN
from ewdash.views.block import Block, block
from ewdash.views.signals import in_ten, measure

MEASURES = ("per_month", "precision", "either", "recall", "deaths_recall", "hard_recall", "delay")
RULES = ("alert", "strong", "rise", "sharp", "hdx", "ears", "poisson", "surprise")
# Where each label stands free of the others.
LABEL_POSITIONS = {
    "sharp": "bottom left",
    "rise": "middle right",
    "strong": "top left",
    "surprise": "bottom center",
    "ears": "bottom left",
    "poisson": "bottom center",
}


def _record(record: Record) -> pd.DataFrame:
    record.current("track_record")
    return record.table("track_record")


def headline(record: Record) -> str:
    """Say in a sentence how far the alerts can be trusted.

    Raises:
        StaleSignalsError: If they were scored on other tables.
    """
    evaluation = _record(record)
    measures = {name: measure(evaluation, ALERT.key, name) for name in MEASURES}
    recall = measures["recall"]
    return translate(
        "headline-track",
        share=in_ten(float(measures["precision"]["value"])),
        found=round(float(recall["value"]) * int(recall["cases"])),
        onsets=int(recall["cases"]),
        budget=i18n.number(measures["per_month"]["value"], decimals=1),
    )


def thresholds(record: Record) -> tuple[str, ...]:
    """Return the multiples of the budget slider."""
    evaluation = _record(record)
    return tuple(evaluation[evaluation["part"] == "curve"]["scope"].unique())


def frozen(record: Record) -> str:
    """Return the step of the slider at the multiple in use."""
    del record
    return f"{ALERT.rise:g}"


def _curve(evaluation: pd.DataFrame) -> pd.DataFrame:
    rows = evaluation[evaluation["part"] == "curve"]
    rows = rows.assign(at=rows["scope"].astype(float)).sort_values("at", kind="stable")
    return rows.set_index(["scope", "measure"])["value"].unstack(sort=False).reset_index()


def budget(record: Record, *, threshold: str) -> str:
    """Say what a threshold buys: alerts a month, precision and recall."""
    row = _curve(_record(record)).set_index("scope").to_dict("index")[threshold]
    return translate(
        "track-budget",
        threshold=i18n.number(float(threshold), decimals=1),
        young=i18n.number(alerts.at_multiple(float(threshold)).first or 0, decimals=1),
        per_month=i18n.number(row["per_month"], decimals=1),
        precision=i18n.number(row["precision"] * 100),
        recall=i18n.number(row["recall"] * 100),
        hard=i18n.number(row["hard_recall"] * 100),
    )


def rules(record: Record, *, threshold: str) -> Block:
    """Draw precision against recall, ours and the fixed rules."""
    evaluation = _record(record)
    rows = evaluation[(evaluation["part"] == "rules") & (evaluation["series"] == "dated")]
    wide = rows.set_index(["rule", "measure"])["value"].unstack().loc[list(RULES)].reset_index()
    points = wide[wide["rule"] != ALERT.key].assign(
        name=lambda frame: [translate(f"rule-{rule.replace('_', '-')}") for rule in frame["rule"]],
        place=lambda frame: [LABEL_POSITIONS.get(rule, "top center") for rule in frame["rule"]],
    )
    return block(
        "precision-recall",
        pictures.precision_recall(_curve(evaluation), points, threshold),
        _table(evaluation[evaluation["part"].isin(["rules", "search"])]),
        record.card("track_record"),
        budget=budget(record, threshold=threshold),
    )


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rules as rows and measures as columns, each with its interval."""
    cells = rows.assign(text=_with_interval(rows))
    wide = cells.set_index(["series", "rule", "scope", "measure"])["text"].unstack()
    order = [name for name in MEASURES if name in wide]
    wide = wide[order].reset_index()
    names = [
        translate(f"rule-{rule.replace('_', '-')}") + (f" {scope}" if scope != "world" else "")
        for rule, scope in zip(wide["rule"], wide["scope"], strict=True)
    ]
    series = [translate(f"series-of-{name}") for name in wide["series"]]
    return wide.assign(rule=names, series=series).drop(columns="scope")


def onsets(record: Record) -> Block:
    """Draw every onset since 2010, found or missed, by region."""
    cases = _cases(record, "onset")
    table = cases[["month", "country", "hit", "hard", "delay", "deaths_month", "deaths_6"]]
    missed = int((~cases["hit"].astype(bool)).sum())
    return block(
        "onsets",
        pictures.onsets(cases.assign(hit=cases["hit"].astype(bool))),
        _table_in_words(table),
        record.card("track_case"),
        onsets=len(cases),
        missed=missed,
    )


def misses(record: Record) -> Block:
    """List the onsets that came without an alert."""
    cases = _cases(record, "onset")
    missed = cases[~cases["hit"].astype(bool)].sort_values("month", ascending=False, kind="stable")
    signals = record.current("signal_month")
    held = signals[(signals["vintage"] == FINAL) & signals["fired"].gt(0).fillna(value=False)]
    # The rule held in the onset's window, and an alert of the half-year before muted it.
    standing = [
        bool(held.loc[held["iso3"] == iso3, "month"].between(*_window(month)).any())
        for iso3, month in zip(missed["iso3"], missed["month"], strict=True)
    ]
    table = missed.assign(stood=standing)[["month", "country", "region", "deaths_month", "deaths_6", "stood"]]
    return block(
        "misses",
        None,
        _table_in_words(table.reset_index(drop=True)),
        record.card("track_case"),
        missed=len(table),
        stood=sum(standing),
    )


def _window(onset: pd.Timestamp) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the first and last month in which an alert finds an onset."""
    first, last = (onset + pd.DateOffset(months=delay) for delay in (MIN_DELAY, MAX_DELAY))
    return first, last


def _cases(record: Record, kind: str) -> pd.DataFrame:
    record.current("track_case")
    places = record.places
    rows = record.table("track_case")
    rows = rows[rows["kind"] == kind]
    regions = places.table.set_index("iso3")["region"]
    region_names = [
        translate(f"region-{region.replace('_', '-')}") for region in regions.reindex(rows["iso3"])
    ]
    return rows.assign(country=[places.name(code) for code in rows["iso3"]], region=region_names)


def _table_in_words(table: pd.DataFrame) -> pd.DataFrame:
    out = table.assign(month=table["month"].dt.strftime("%Y-%m"))
    for name in ("hit", "hard", "stood"):
        if name in out:
            out[name] = out[name].map({True: translate("yes"), False: translate("no")})
    return out


def blocks(record: Record) -> Block:
    """List the alerts' measures in blocks of five years."""
    evaluation = _record(record)
    rows = evaluation[evaluation["part"] == "blocks"]
    cells = rows.assign(text=_with_interval(rows))
    wide = cells.set_index(["rule", "scope", "measure"])["text"].unstack()
    table = wide[list(MEASURES[:5])].reset_index()
    table = table.assign(rule=[translate(f"rule-{rule}") for rule in table["rule"]])
    return block("blocks", None, table.rename(columns={"scope": "block"}), record.card("track_record"))


def openings(record: Record) -> Block:
    """List what stood on the table when regular sessions of the Human Rights Council opened."""
    evaluation = _record(record)
    rows = evaluation[evaluation["part"] == "openings"]
    value = rows.set_index(["rule", "measure"])["value"].unstack().loc[[rule.key for rule in alerts.RULES]]
    cases = rows.set_index(["rule", "measure"])["cases"].unstack()
    table = pd.DataFrame(
        {
            "rule": [translate(f"rule-{rule}") for rule in value.index],
            "met": value["met"].astype(int).to_numpy(),
            "onsets": cases["met"].reindex(value.index).astype(int).to_numpy(),
            "alerts_standing": value["alerts"].round(1).to_numpy(),
        }
    )
    ours = table.set_index("rule").to_dict("index")[translate(f"rule-{ALERT.key}")]
    return block(
        "openings",
        None,
        table,
        record.card("track_record"),
        record.card("session"),
        met=ours["met"],
        onsets=ours["onsets"],
        alerts=i18n.number(ours["alerts_standing"], decimals=1),
    )


def placebo(record: Record) -> Block:
    """List what chance would give in place of the alerts."""
    evaluation = _record(record)
    rows = evaluation[(evaluation["part"] == "placebo") & evaluation["measure"].isin(["precision", "either"])]
    table = pd.DataFrame(
        {
            "rule": [translate(f"rule-{rule}") for rule in rows["rule"]],
            "measure": [translate(f"column-{name}") for name in rows["measure"]],
            "value": _with_interval(rows),
        }
    )
    value = evaluation[evaluation["part"] == "placebo"].set_index(["rule", "measure"])["value"]
    return block(
        "placebo",
        None,
        table,
        record.card("track_record"),
        precision=i18n.number(measure(evaluation, ALERT.key, "precision")["value"], decimals=3),
        raised=i18n.number(value["raised", "precision"], decimals=3),
        highest=i18n.number(value["raised", "highest"], decimals=3),
        above=int(value["raised", "above"]),
    )


def _with_interval(rows: pd.DataFrame) -> list[str]:
    return [
        f"{value:.2f} ({low:.2f}–{high:.2f})"
        for value, low, high in zip(rows["value"], rows["low"], rows["high"], strict=True)
    ]


def quiet_calibration(record: Record) -> Block:
    """Draw what the risk for quiet countries said against what came, with its ranking skill."""
    evaluation = _record(record)
    rows = evaluation[(evaluation["part"] == "quiet") & (evaluation["scope"] == "world")]
    value = rows.set_index(["rule", "measure"])["value"]
    return _calibration(
        record,
        "quiet_calibration",
        "risk",
        "quiet-risk",
        ap=i18n.number(value["risk", "ap"], decimals=3),
        ap_before=i18n.number(value["deaths_12", "ap"], decimals=3),
        auc=i18n.number(value["risk", "auc"], decimals=2),
        auc_before=i18n.number(value["deaths_12", "auc"], decimals=2),
        base=i18n.number(value["", "base"], decimals=3),
        met=i18n.number(value["risk", "top"]),
        asked=i18n.number(rows.set_index(["rule", "measure"])["cases"]["risk", "top"]),
    )


def _calibration(record: Record, part: str, rule: str, chart: str, **facts: str) -> Block:
    evaluation = _record(record)
    rows = evaluation[(evaluation["part"] == part) & (evaluation["rule"] == rule)]
    bins = rows.set_index(["scope", "measure"])["value"].unstack()
    bins = bins.assign(cases=rows.groupby("scope")["cases"].first().astype(int))
    bins = bins.loc[sorted(bins.index, key=int), ["said", "came", "cases"]]
    numbers = bins.round(3)
    return block(
        chart,
        pictures.calibration(bins),
        numbers,
        record.card("track_record"),
        notes=(),
        boundaries=(),
        **facts,
    )


def burden(record: Record) -> Block:
    """List alerts, precision and recall by region and by regional group."""
    evaluation = _record(record)
    rows = evaluation[evaluation["part"] == "burden"]
    wide = rows.set_index(["scope", "measure"])["value"].unstack()
    cases = rows.set_index(["scope", "measure"])["cases"].unstack()
    text = rows.assign(text=_with_interval(rows)).set_index(["scope", "measure"])["text"].unstack()
    places = record.places
    names = [_area(scope, places) for scope in wide.index]
    table = pd.DataFrame(
        {
            "scope": names,
            "alerts": cases["per_month"].astype(int).to_numpy(),
            "per_month": wide["per_month"].round(2).to_numpy(),
            "precision": text["precision"].to_numpy(),
            "either": text["either"].to_numpy(),
            "onsets": cases["recall"].astype(int).to_numpy(),
            "recall": text["recall"].to_numpy(),
        }
    )
    return block("burden", None, table, record.card("track_record"))


def _area(scope: str, places: Places) -> str:
    kind, _, key = scope.partition(":")
    names = places.regions() if kind == "region" else places.groups()
    return names[key].strip(" –")


def forecasts(record: Record) -> Block:
    """List the error and coverage of the fan and of what it is held against."""
    evaluation = _record(record)
    rows = evaluation[evaluation["part"] == "forecast"]
    wide = rows.set_index(["series", "scope", "rule", "measure"])["value"].unstack().reset_index()
    table = pd.DataFrame(
        {
            "series": [translate(f"series-of-{name}") for name in wide["series"]],
            "horizon": [int(scope[1:]) for scope in wide["scope"]],
            "rule": [translate(f"rule-{rule.replace('_', '-')}") for rule in wide["rule"]],
            "crps": wide["crps"].round(3),
            "within_50": wide["within_50%"].round(2),
            "within_90": wide["within_90%"].round(2),
        }
    )
    mean = wide[wide["series"] == "dated"].groupby("rule")["crps"].mean()
    return block(
        "forecasts",
        None,
        table.sort_values(["series", "horizon", "crps"], ignore_index=True),
        record.card("track_record"),
        better=i18n.number((1 - mean["pool"] / mean["last_year"]) * 100),
    )


def surprises(record: Record) -> Block:
    """List how often nominal surprise fired: its calibration."""
    evaluation = _record(record)
    rows = evaluation[evaluation["part"] == "surprise"]
    wide = rows.set_index(["measure", "scope"])["value"].unstack()[["learned", "scored"]].reset_index()
    table = wide.rename(columns={"measure": "nominal"}).round(3)
    return block("surprises", None, table, record.card("track_record"))


def peers(record: Record) -> Block:
    """List our warnings beside those of other tools; say where the comparison is of earlier figures."""
    notes = (translate("peers-earlier"),) if record.outdated("track_peer") else ()
    rows = record.table("track_peer")
    table = rows.assign(
        peer=[translate(f"peer-{name.replace('_', '-')}") for name in rows["peer"]],
        measure=[translate(f"peer-measure-{name.replace('_', '-')}") for name in rows["measure"]],
        ours=rows["ours"].round(2),
        theirs=rows["theirs"].round(2),
    )
    return block("peers", None, table, record.card("track_peer"), notes=notes)


def verdict_trial(record: Record) -> Block:
    """List what the preliminary year would have said against the year before, and what came true."""
    rows = record.current("verdict_year")
    rows = rows[rows["settled"].notna()]
    said = rows[rows["direction"] != OPEN]
    right = int((said["direction"] == said["settled"]).sum())
    table = pd.DataFrame(
        {
            "iso3": rows["iso3"],
            "country": [record.places.name(code) for code in rows["iso3"]],
            "verdict": [translate(f"verdict-said-{name}") for name in rows["direction"]],
            "reason": [translate(f"verdict-reason-{name}") if name else "" for name in rows["reason"]],
            "settled": [translate(f"verdict-said-{name}") for name in rows["settled"]],
        }
    )
    order = rows["direction"].eq(OPEN).to_numpy()
    return block(
        "verdicts",
        None,
        table.iloc[order.argsort(kind="stable")].reset_index(drop=True),
        record.card("verdict_year"),
        record.card("conflict_year_settled"),
        right=right,
        wrong=len(said) - right,
        refused=len(rows) - len(said),
        few=int(rows["reason"].eq("few").sum()),
    )


OWN = "own"  # the part in which a reader sets a rule (`own_rules`)
SECTIONS: dict[str, tuple[Callable[..., Block], ...]] = {
    "missed": (onsets, misses),
    "burden": (burden,),
    "proof": (blocks, openings, placebo, surprises),
    "quiet": (quiet_calibration,),
    "forecasts": (forecasts,),
    "peers": (peers,),
    "verdicts": (verdict_trial,),
}


def since(record: Record) -> str:
    """Say when the track record was computed and from what."""
    card = record.card("track_record")
    return translate("track-since", day=i18n.day(card.provenance.accessed), version=card.provenance.version)
