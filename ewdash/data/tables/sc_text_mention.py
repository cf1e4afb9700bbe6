"""How often each resolution of the Security Council names the human-rights side, 1946 to 2015, by its text.

Counts of names in the whole text, read by a machine. A text names the human-rights side where it names
the Human Rights Council, the Commission before it, the High Commissioner or the Office, a special
rapporteur or an independent expert. The Commission ended in June 2006: what later texts call so is a
national or regional commission (Liberia’s, in five), and does not count.
"""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand, sources
from ewdash.data.tables import councils
from ewdash.model import lanes, vocabulary
from ewdash.model.errors import SourceLayoutError

FILE = "sc_resolutions_hr_mentions_1946_2015.csv"
PROVENANCE = councils.provenance(
    "first edition", FILE, covers_from=date(1946, 1, 1), covers_to=date(2015, 12, 31)
)
RESOLUTIONS, COMMISSION_ENDED = 2_259, pd.Timestamp(2006, 6, 16)
# Column of the file -> ours, and what a text that holds it names.
COUNTS = {
    "n_human_rights": "n_human_rights",
    "n_human_rights_council": "n_council",
    "n_commission_on_human_rights": "n_commission",
    "n_high_commissioner_hr": "n_high_commissioner",
    "n_special_rapporteur": "n_rapporteur",
    "n_independent_expert_hr": "n_expert",
    "n_commission_of_inquiry": "n_inquiry",
    "n_universal_declaration": "n_declaration",
}
NAMES = {
    "n_council": "the Human Rights Council",
    "n_commission": "the Commission on Human Rights",
    "n_high_commissioner": "the High Commissioner for Human Rights",
    "n_rapporteur": "a special rapporteur",
    "n_expert": "an independent expert",
}
# Texts that the file puts under another country than the acts on record do, or under none: what it has, and
# what they are on. 1680 is on Lebanon; the other three are on the measures concerning the Taliban.
REFILED = {
    "S/RES/1680 (2006)": ("SYR", "LBN"),
    "S/RES/2082 (2012)": ("", "AFG"),
    "S/RES/2160 (2014)": ("", "AFG"),
    "S/RES/2255 (2015)": ("", "AFG"),
}
_count = pa.Column(int, pa.Check.ge(0))
SCHEMA = pa.DataFrameSchema(
    {
        "date": pa.Column("datetime64[us]", councils.PAST),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3), nullable=True),  # NA: on no one country
        "symbol": pa.Column(str, pa.Check.str_matches(r"^S/RES/\d+ \(\d{4}\)$")),
        "words": pa.Column(int, pa.Check.gt(0)),
        **dict.fromkeys(COUNTS.values(), _count),
        "names_side": pa.Column(bool),
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
    },
    unique=["symbol", "iso3"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per resolution and country.

    Raises:
        SourceTotalError: If resolutions are missing.
        SourceLayoutError: If one lies in the future, or does not stand where `REFILED` found it.
    """
    rows = sources.read(folder, FILE, ["symbol", "date", "iso3", "words", *COUNTS])
    sources.expect(FILE, "rows", found=rows["symbol"].nunique(), expected=RESOLUTIONS)
    councils.happened(FILE, rows, "date")
    rows = _refiled(rows)
    rows = rows.rename(columns=COUNTS).astype({"words": int, **dict.fromkeys(COUNTS.values(), int)})
    rows = rows.assign(date=pd.to_datetime(rows["date"]), confidence="verified")
    rows = rows.assign(names_side=_names(rows).any(axis=1), iso3=rows["iso3"].str.split(";")).explode("iso3")
    rows = rows.assign(number=rows["symbol"].str.extract(r"(\d+)", expand=False).astype(int))
    ordered = rows.sort_values(["number", "iso3"], na_position="first", ignore_index=True)
    return ordered[list(SCHEMA.columns)]


def _refiled(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with the texts of `REFILED` under the country that they are on."""
    for symbol, (found, place) in REFILED.items():
        at = rows["symbol"].eq(symbol)
        if rows.loc[at, "iso3"].fillna("").tolist() != [found]:
            raise SourceLayoutError(file=FILE, reason=f"{symbol}: iso3")
        rows = rows.assign(iso3=rows["iso3"].mask(at, place))
    return rows


def _names(rows: pd.DataFrame) -> pd.DataFrame:
    """Tell for each part of the human-rights side whether a text names it."""
    named = rows[list(NAMES)].gt(0)
    return named.assign(n_commission=named["n_commission"] & rows["date"].lt(COMMISSION_ENDED))


def crossings(texts: pd.DataFrame) -> pd.DataFrame:
    """Return texts on a country that name the human-rights side as acts, as text.

    Args:
        texts: This table.
    """
    rows = texts[texts["names_side"] & texts["iso3"].notna()]
    places = pd.read_csv(hand.HAND / hand.COUNTRIES, dtype=str, keep_default_na=False)
    names_of_places = places.set_index("iso3")["name"]
    named = _names(rows)
    names = [" and ".join(NAMES[name] for name in NAMES if row[name]) for row in named.to_dict("records")]
    return pd.DataFrame(
        {
            "date": rows["date"].dt.strftime("%Y-%m-%d"),
            "iso3": rows["iso3"],
            "situation": rows["iso3"].map(names_of_places),
            "body": "SC",
            "action_type": lanes.NAMED,
            "symbol": rows["symbol"],
            "label": [f"Resolution names {name}" for name in names],
            "instrument_status": "n/a",
            "source": "text of the resolution",
            "confidence": "verified",
        }
    )


def cited(acts: pd.DataFrame, texts: pd.DataFrame) -> pd.DataFrame:
    """Verify recalled citations by the text: it names the human-rights side, as the label says.

    Args:
        acts: Acts as text.
        texts: This table.
    """
    naming = texts.loc[texts["names_side"], "symbol"]
    rows = acts["action_type"].eq("sc_cites_hrc") & acts["confidence"].eq("recalled")
    rows &= acts["symbol"].isin(naming)
    source = "text of " + acts["symbol"].astype("str") + " (names of bodies counted)"
    return acts.assign(
        source=acts["source"].mask(rows, source), confidence=acts["confidence"].mask(rows, "verified")
    )
