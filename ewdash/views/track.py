"""The Track record page as values: how good the alerts were, and what they missed."""

from collections.abc import Callable

import pandas as pd

from ewdash.charts import skill as pictures
from ewdash.data.store import current, outdated
from ewdash.model import words
from ewdash.model.places import Places
from ewdash.model.words import say
from ewdash.views.block import Block, block
from ewdash.views.months import Describe, Load
from ewdash.views.signals import in_ten, measure

STANDS = 6  # months an alert stands: in them a second one is muted
MEASURES = ("per_month", "precision", "recall", "hard_recall", "delay")
RULES = (
    "score", "score_short", "score_strong", "score_short_strong",
    "rise", "sharp", "hdx", "ears", "poisson", "surprise",
)  # fmt: skip
# Where each label stands free of the others.
PLACES = {
    "sharp": "bottom left",
    "rise": "middle left",
    "ears": "bottom left",
    "poisson": "bottom center",
    "score_short": "top left",
    "score_short_strong": "bottom center",
}


def _record(load: Load, describe: Describe) -> pd.DataFrame:
    current(describe("track_record"), describe=describe)
    return load("track_record")


def headline(*, load: Load, describe: Describe) -> str:
    """Say in a sentence how far the alerts can be trusted.

    Raises:
        StaleSignalsError: If they were scored on other tables.
    """
    record = _record(load, describe)
    found = {name: measure(record, "score", name) for name in MEASURES}
    recall = found["recall"]
    return say(
        "headline-track",
        share=in_ten(float(found["precision"]["value"])),
        found=round(float(recall["value"]) * int(recall["cases"])),
        onsets=int(recall["cases"]),
        budget=f"{found['per_month']['value']:.1f}",
    )


def thresholds(*, load: Load, describe: Describe) -> tuple[str, ...]:
    """Return the thresholds of the budget slider."""
    record = _record(load, describe)
    return tuple(record[(record["part"] == "curve") & (record["rule"] == "score")]["scope"].unique())


def frozen(*, load: Load, describe: Describe) -> str:
    """Return the step of the slider at the threshold in use."""
    table = load("score_model")
    value = table[(table["score"] == "full") & (table["feature"] == "(alert)")]["weight"].iloc[0]
    return min(thresholds(load=load, describe=describe), key=lambda step: abs(float(step) - float(value)))


def _curve(record: pd.DataFrame) -> pd.DataFrame:
    rows = record[(record["part"] == "curve") & (record["rule"] == "score")]
    return rows.set_index(["scope", "measure"])["value"].unstack().reset_index()


def budget(*, threshold: str, load: Load, describe: Describe) -> str:
    """Say what a threshold buys: alerts a month, precision and recall."""
    row = _curve(_record(load, describe)).set_index("scope").to_dict("index")[threshold]
    return say(
        "track-budget",
        threshold=threshold,
        per_month=f"{row['per_month']:.1f}",
        precision=f"{row['precision'] * 100:.0f}",
        recall=f"{row['recall'] * 100:.0f}",
        hard=f"{row['hard_recall'] * 100:.0f}",
    )


def rules(*, threshold: str, load: Load, describe: Describe) -> Block:
    """Draw precision against recall, ours and the fixed rules."""
    record = _record(load, describe)
    rows = record[(record["part"] == "rules") & (record["series"] == "all")]
    wide = rows.set_index(["rule", "measure"])["value"].unstack().loc[list(RULES)].reset_index()
    shown = wide[~wide["rule"].isin(["score"])].assign(
        name=lambda frame: [say(f"rule-{rule.replace('_', '-')}") for rule in frame["rule"]],
        place=lambda frame: [PLACES.get(rule, "top center") for rule in frame["rule"]],
    )
    return block(
        "precision-recall",
        pictures.precision_recall(_curve(record), shown, threshold),
        _table(record[record["part"].isin(["rules", "search"])]),
        describe("track_record"),
        budget=budget(threshold=threshold, load=load, describe=describe),
    )


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rules as rows and measures as columns, each with its interval."""
    said = rows.assign(
        text=[
            f"{value:.2f} ({low:.2f}–{high:.2f})"
            for value, low, high in zip(rows["value"], rows["low"], rows["high"], strict=True)
        ]
    )
    wide = said.set_index(["series", "rule", "scope", "measure"])["text"].unstack()
    order = [name for name in MEASURES if name in wide]
    wide = wide[order].reset_index()
    names = [
        say(f"rule-{rule.replace('_', '-')}") + (f" {scope}" if scope != "world" else "")
        for rule, scope in zip(wide["rule"], wide["scope"], strict=True)
    ]
    series = [say(f"series-of-{name}") for name in wide["series"]]
    return wide.assign(rule=names, series=series).drop(columns="scope")


def onsets(*, load: Load, describe: Describe) -> Block:
    """Draw every onset since 2010, found or missed, by region."""
    cases = _cases("onset", load, describe)
    table = cases[["month", "country", "hit", "hard", "delay", "deaths_month", "deaths_6"]]
    missed = int((~cases["hit"].astype(bool)).sum())
    return block(
        "onsets",
        pictures.onsets(cases.assign(hit=cases["hit"].astype(bool))),
        _worded(table),
        describe("track_case"),
        onsets=len(cases),
        missed=missed,
    )


def misses(*, load: Load, describe: Describe) -> Block:
    """List the onsets that came without an alert."""
    cases = _cases("onset", load, describe)
    missed = cases[~cases["hit"].astype(bool)].sort_values("month", ascending=False)
    alerts = _cases("alert", load, describe)
    stood = [
        bool(
            (
                (alerts["iso3"] == iso3)
                & alerts["month"].between(month - pd.DateOffset(months=STANDS), month)
            ).any()
        )
        for iso3, month in zip(missed["iso3"], missed["month"], strict=True)
    ]
    table = missed.assign(stood=stood)[["month", "country", "region", "deaths_month", "deaths_6", "stood"]]
    return block(
        "misses",
        None,
        _worded(table.reset_index(drop=True)),
        describe("track_case"),
        missed=len(table),
        stood=sum(stood),
    )


def _cases(kind: str, load: Load, describe: Describe) -> pd.DataFrame:
    current(describe("track_case"), describe=describe)
    places = Places(load("country"))
    rows = load("track_case")
    rows = rows[rows["kind"] == kind]
    regions = places.table.set_index("iso3")["region"]
    named = [say(f"region-{region.replace('_', '-')}") for region in regions.reindex(rows["iso3"])]
    return rows.assign(country=[places.name(code) for code in rows["iso3"]], region=named)


def _worded(table: pd.DataFrame) -> pd.DataFrame:
    out = table.assign(month=table["month"].dt.strftime("%Y-%m"))
    for name in ("hit", "hard", "stood"):
        if name in out:
            out[name] = out[name].map({True: say("yes"), False: say("no")})
    return out


def calibration(*, load: Load, describe: Describe) -> Block:
    """Draw what the score said against what came."""
    return _calibration("calibration", "score", "calibration", load, describe)


def quiet_calibration(*, load: Load, describe: Describe) -> Block:
    """Draw what the risk for quiet countries said against what came, with its ranking skill."""
    record = _record(load, describe)
    rows = record[(record["part"] == "quiet") & (record["scope"] == "world")]
    value = rows.set_index(["rule", "measure"])["value"]
    return _calibration(
        "quiet_calibration",
        "risk",
        "quiet-risk",
        load,
        describe,
        ap=f"{value['risk', 'ap']:.3f}",
        ap_before=f"{value['deaths_12', 'ap']:.3f}",
        auc=f"{value['risk', 'auc']:.2f}",
        auc_before=f"{value['deaths_12', 'auc']:.2f}",
        base=f"{value['', 'base']:.3f}",
    )


def _calibration(part: str, rule: str, chart: str, load: Load, describe: Describe, **facts: object) -> Block:
    record = _record(load, describe)
    rows = record[(record["part"] == part) & (record["rule"] == rule)]
    bins = rows.set_index(["scope", "measure"])["value"].unstack()
    bins = bins.assign(cases=rows.groupby("scope")["cases"].first().astype(int))
    bins = bins.loc[sorted(bins.index, key=int), ["said", "came", "cases"]]
    numbers = bins.round(3)
    return block(
        chart, pictures.calibration(bins), numbers, describe("track_record"), notes=(), boundaries=(), **facts
    )


def burden(*, load: Load, describe: Describe) -> Block:
    """List alerts, precision and recall by region and by regional group."""
    record = _record(load, describe)
    rows = record[record["part"] == "burden"]
    wide = rows.set_index(["scope", "measure"])["value"].unstack()
    cases = rows.set_index(["scope", "measure"])["cases"].unstack()
    places = Places(load("country"))
    names = [_area(scope, places) for scope in wide.index]
    table = pd.DataFrame(
        {
            "scope": names,
            "alerts": cases["per_month"].astype(int).to_numpy(),
            "per_month": wide["per_month"].round(2).to_numpy(),
            "precision": wide["precision"].round(2).to_numpy(),
            "onsets": cases["recall"].astype(int).to_numpy(),
            "recall": wide["recall"].round(2).to_numpy(),
        }
    )
    return block("burden", None, table, describe("track_record"))


def _area(scope: str, places: Places) -> str:
    kind, _, key = scope.partition(":")
    names = places.regions() if kind == "region" else places.groups()
    return names[key].strip(" –")


def forecasts(*, load: Load, describe: Describe) -> Block:
    """List the error and coverage of the fan and of what it is held against."""
    record = _record(load, describe)
    rows = record[record["part"] == "forecast"]
    wide = rows.set_index(["series", "scope", "rule", "measure"])["value"].unstack().reset_index()
    table = pd.DataFrame(
        {
            "series": [say(f"series-of-{name}") for name in wide["series"]],
            "horizon": [int(scope[1:]) for scope in wide["scope"]],
            "rule": [say(f"rule-{rule.replace('_', '-')}") for rule in wide["rule"]],
            "crps": wide["crps"].round(3),
            "within_50": wide["within_50%"].round(2),
            "within_90": wide["within_90%"].round(2),
        }
    )
    mean = wide[wide["series"] == "all"].groupby("rule")["crps"].mean()
    return block(
        "forecasts",
        None,
        table.sort_values(["series", "horizon", "crps"], ignore_index=True),
        describe("track_record"),
        better=f"{(1 - mean['pool'] / mean['last_year']) * 100:.0f}",
    )


def surprises(*, load: Load, describe: Describe) -> Block:
    """List how often nominal surprise fired: its calibration."""
    record = _record(load, describe)
    rows = record[record["part"] == "surprise"]
    wide = rows.set_index(["measure", "scope"])["value"].unstack()[["learned", "scored"]].reset_index()
    table = wide.rename(columns={"measure": "nominal"}).round(3)
    return block("surprises", None, table, describe("track_record"))


def peers(*, load: Load, describe: Describe) -> Block:
    """List our warnings beside those of other tools; say where the comparison is of earlier figures."""
    notes = (say("peers-earlier"),) if outdated(describe("track_peer"), describe=describe) else ()
    rows = load("track_peer")
    table = rows.assign(
        peer=[say(f"peer-{name.replace('_', '-')}") for name in rows["peer"]],
        measure=[say(f"peer-measure-{name.replace('_', '-')}") for name in rows["measure"]],
        ours=rows["ours"].round(2),
        theirs=rows["theirs"].round(2),
    )
    return block("peers", None, table, describe("track_peer"), notes=notes)


SECTIONS: dict[str, tuple[Callable[..., Block], ...]] = {
    "missed": (onsets, misses),
    "burden": (burden,),
    "said": (calibration, surprises),
    "quiet": (quiet_calibration,),
    "forecasts": (forecasts,),
    "peers": (peers,),
}


def since(*, load: Load, describe: Describe) -> str:
    """Say when the track record was computed and from what."""
    del load
    card = describe("track_record")
    return say("track-since", day=words.day(card.provenance.accessed), version=card.provenance.version)
