"""Country mandates and investigative bodies of the Human Rights Council and the Commission.

``body`` is who held the mandate: the High Commissioner's Office for what it carries out itself (the
types that begin with ``ohchr``), else the body that created it, read from the symbol. The last
renewal is the latest act on record among ``renewals``; ``ended_by`` is the act on record that ended
the mandate on its last day, unless a hand line names it. ``confidence`` speaks of the day and symbol
of the beginning only.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand, sources
from ewdash.data.tables import council_action, council_review, councils, un_names
from ewdash.model import vocabulary

FILE, ADDED = "hrc_mechanisms.csv", "hrc_mechanism.csv"
LINES = (ADDED, council_action.ADDED)  # the acts tell the last renewal and the end
JUDGED = {council_review.REVIEW: council_review.decisions}
PROVENANCE = councils.provenance(
    "second edition, with added rows",
    FILE,
    council_review.CORRECTIONS,
    covers_from=date(1984, 1, 1),
    covers_to=date(2026, 3, 31),
)
ROWS = 76
NAMES = {
    "established_date": "established",
    "ended_date": "ended",
}
STATUS = ("active", "ended", "unknown")
CREATORS = {"E/CN.4/": "CHR", "A/HRC/": "HRC"}  # how their symbols begin
_text = pa.Column(str, nullable=True)
_day = pa.Column("datetime64[us]", councils.PAST, nullable=True)
SCHEMA = pa.DataFrameSchema(
    {
        "mechanism": pa.Column(str),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "type": pa.Column(str, pa.Check.isin(list(vocabulary.MECHANISM_TYPES))),
        "body": pa.Column(str, pa.Check.isin([*CREATORS.values(), "OHCHR"])),
        "established": _day,
        "established_by": _text,
        "renewals": _text,  # NA: none on record
        "renewed": _day,  # NA: no renewal among the acts on record
        "renewed_by": _text,
        "ended": _day,  # NA: alive, or the day is not known
        "ended_by": _text,  # NA: alive, or no text on record ended it
        "status": pa.Column(str, pa.Check.isin(list(STATUS))),
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
        "source": _text,  # NA: compiled from the catalogue of texts, as its act
        "origin": pa.Column(str, pa.Check.isin(list(councils.ORIGINS))),
    },
    unique=["mechanism", "iso3"],
    strict=True,
    coerce=True,
    ordered=True,
)
COMPILED = (
    "mechanism",
    "iso3",
    "type",
    "established",
    "established_by",
    "ended",
    "status",
    "renewals",
    "confidence",
)
LINE = (
    "mechanism",
    "iso3",
    "type",
    "established",
    "established_by",
    "renewals",
    "ended",
    "ended_by",
    "status",
    "source",
    "confidence",
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per mechanism.

    Raises:
        SourceTotalError: If rows are missing.
        ReviewMissingError: If a likely correction has no decision.
        HandLineError: If a hand file is not as documented.
    """
    names = [next((old for old, new in NAMES.items() if new == name), name) for name in COMPILED]
    rows = sources.read(folder, FILE, names)
    sources.expect(FILE, "rows", found=len(rows), expected=ROWS)
    councils.happened(FILE, rows, *NAMES)
    corrected_rows = council_review.corrected(folder, FILE, rows, review=council_review.decisions())
    compiled = corrected_rows.rename(columns=NAMES).assign(ended_by=None, source=None, origin="compiled")
    compiled = compiled.assign(mechanism=un_names.un_named(compiled["mechanism"]))
    return joined(compiled, hand.HAND, lambda _: council_action.build(folder))


def joined(compiled: pd.DataFrame, folder: Path, load: Callable[[str], pd.DataFrame]) -> pd.DataFrame:
    """Return the compiled mechanisms and those added by hand, with what the acts say of each.

    Args:
        compiled: The compiled rows of this table.
        folder: The folder of hand files.
        load: Gives `council_action`.

    Raises:
        HandLineError: If a line is not as documented or is on record already.
    """
    lines = added(folder, compiled).assign(origin="added")
    rows = pd.concat([compiled[[*lines.columns]], lines], ignore_index=True)
    for day in ("established", "ended"):
        rows[day] = pd.to_datetime(rows[day]).astype("datetime64[us]")
    acts = load("council_action")
    rows = _ended(_renewed(rows.assign(body=_bodies(rows)), acts), acts)
    return rows.sort_values(["iso3", "established", "mechanism"], ignore_index=True)[[*SCHEMA.columns]]


def added(folder: Path, compiled: pd.DataFrame) -> pd.DataFrame:
    """Return the lines of the hand file, checked word by word and against the compiled rows.

    Raises:
        HandLineError: If a line is not as documented or is on record already.
    """
    rows = hand.read(folder, ADDED, LINE)
    hand.filled(ADDED, rows, "mechanism", "iso3", "established_by", "source")
    hand.placed(ADDED, rows, folder)
    hand.refuse(ADDED, rows, "mechanism", un_names.short(rows["mechanism"]), "name")
    hand.worded(ADDED, rows, type=vocabulary.MECHANISM_TYPES, status=STATUS, confidence=vocabulary.CONFIDENCE)
    hand.dated(ADDED, rows, "established", "ended")
    hand.happened(ADDED, rows, "established", "ended", accessed=PROVENANCE.accessed)
    early = rows["ended"].notna() & rows["established"].notna() & (rows["ended"] < rows["established"])
    hand.refuse(ADDED, rows, "ended", early, "order")
    hand.refuse(ADDED, rows, "status", rows["ended"].notna() & (rows["status"] != "ended"), "word")
    for column in ("established_by", "renewals", "ended_by"):
        well_formed = rows[column].fillna("").astype(str).str.fullmatch(r"|(E/CN\.4|A/HRC)/\S+")
        hand.refuse(ADDED, rows, column, ~well_formed, "symbol")
    unsourced = rows["source"].astype(str).str.startswith(council_action.OWN_KNOWLEDGE) & (
        rows["confidence"] == "verified"
    )
    hand.refuse(ADDED, rows, "source", unsourced, "source")
    on_record = compiled["mechanism"] + "|" + compiled["iso3"]
    hand.once(ADDED, rows, rows["mechanism"] + "|" + rows["iso3"], "mechanism", existing=on_record)
    return rows


def _bodies(rows: pd.DataFrame) -> list[str]:
    """Return who held each mandate: the Office for its own work, else the creator."""
    return [
        "OHCHR"
        if kind.startswith("ohchr")
        else next(body for start, body in CREATORS.items() if str(symbol).startswith(start))
        for kind, symbol in zip(rows["type"], rows["established_by"], strict=True)
    ]


def _renewed(rows: pd.DataFrame, acts: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with day and symbol of the latest renewal among the acts on record."""
    days = acts.dropna(subset=["symbol"]).groupby("symbol")["date"].min()
    latest: list[tuple[pd.Timestamp | None, str | None]] = []
    for renewals in rows["renewals"]:
        candidates = [(days[text], text) for text in str(renewals).split(";") if text in days.index]
        latest.append(max(candidates, default=(None, None)))
    renewed = pd.Series([day for day, _ in latest], rows.index, dtype="datetime64[us]")
    by = pd.Series([symbol for _, symbol in latest], rows.index, dtype=object)
    return rows.assign(renewed=renewed, renewed_by=by)


def _ended(rows: pd.DataFrame, acts: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with the symbol of the act that ended each on its last day, if on record."""
    ends = acts[acts["action_type"].isin(["country_mandate_ended", "investigative_body_ended"])]
    symbols = ends.dropna(subset=["symbol"]).groupby(["iso3", "date"])["symbol"].first()
    texts = [symbols.get((place, day)) for place, day in zip(rows["iso3"], rows["ended"], strict=True)]
    return rows.assign(
        ended_by=rows["ended_by"].where(rows["ended_by"].notna(), pd.Series(texts, rows.index))
    )
