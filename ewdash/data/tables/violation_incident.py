"""Reported incidents against protected people and services, Insecurity Insight."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.model.datasets import Provenance
from ewdash.model.indicators import SECTOR_COVERAGE

FILE = "insecurity_insight_incidents.parquet"
PROVENANCE = Provenance(
    producer="Insecurity Insight",
    version="workbooks of 2023 and 2024 and samples to January 2025, as on HDX",
    licence="CC BY-SA 4.0",
    citation=(
        "Insecurity Insight, [sector] Incident Data, Humanitarian Data Exchange (HDX).",
        "Insecurity Insight, 2016-2023 Attacks on Health Care Incident Data, v. 05 January 2024.",
    ),
    address="https://data.humdata.org/organization/insecurity-insight",
    accessed=sources.GATHERED,
    covers_from=date(2016, 1, 1),
    covers_to=date(2025, 1, 31),
    confidence="one_source",
    sources=(FILE,),
)
ROWS = {
    "health_care": 8_854,
    "education": 2_428,
    "explosive_weapons": 2_083,
    "sexual_violence": 1_829,
    "displaced_people": 1_414,
    "aid_workers": 1_299,
    "food_security": 185,
}
# The source spells one category in several ways; ours are words for who is reported to have acted.
PERPETRATORS = {
    "government_forces": (
        "Armed Forces of Government/Self-Declared Government",
        "Armed Forces of Government or Self-Declared Government",
        "Government/Self-Declared Government",
        "Host Government: Military",
        "Host Government/Self-Declared Host Government",
        "Police",
    ),
    "foreign_forces": ("Foreign Forces: Military", "Foreign Forces - Military"),
    "non_state_armed_group": ("NSA", "Vigilante", "MilCombatant"),
    "criminal": ("Criminal",),
    "civilian": (
        "Civilian",
        "Protestors",
        "Employee",
        "Patient or Family",
        "Patient/Family",
        "Camp Resident",
        "Community Member",
        "Political Party",
        "Staff Worker",
        "Administration",
    ),
    "other": ("Other", "Multiple", "Donor Government", "Peace Keeper"),
    "unknown": ("No Information",),
}
# "(3) District, ..." and its spellings -> the number the source puts in front.
PRECISION = r"^\((\d)\)"
COUNTS = [
    "killed",
    "injured",
    "kidnapped",
    "arrested",
    "victims",
    "facilities_destroyed",
    "facilities_damaged",
]

_count = pa.Column("Int64", pa.Check.ge(0), nullable=True)  # NA: the sector does not count it
SCHEMA = pa.DataFrameSchema(
    {
        "incident_id": pa.Column(str, unique=True),
        "sector": pa.Column(str, pa.Check.isin(list(ROWS))),
        "date": pa.Column("datetime64[us]"),
        "month": pa.Column("datetime64[us]", pa.Check(lambda month: month.dt.day == 1)),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3), nullable=True),  # NA: no country given
        "admin1": pa.Column(str, nullable=True),
        "latitude": pa.Column(float, pa.Check.in_range(-90, 90), nullable=True),
        "longitude": pa.Column(float, pa.Check.in_range(-180, 180), nullable=True),
        "where_prec": pa.Column("Int64", pa.Check.in_range(1, 7), nullable=True),
        "perpetrator": pa.Column(str, pa.Check.isin(list(PERPETRATORS))),
        "weapon": pa.Column(str, nullable=True),
        **dict.fromkeys(COUNTS, _count),
        "edition": pa.Column(str),
    },
    checks=pa.Check(
        lambda rows: rows.loc[rows["sector"] == "sexual_violence", "latitude"].isna().all(),
        name="no place for sexual violence",
    ),
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per incident and sector; an incident may stand in two sectors.

    Raises:
        SourceTotalError: If a sector does not hold its rows or an actor has no category.
    """
    columns = ["sector", "edition", "event_id", "date", "iso3", "admin1", "latitude", "longitude"]
    rows = sources.read(folder, FILE, [*columns, "geo_precision", "perpetrator", "weapon", *COUNTS])
    for sector, expected in ROWS.items():
        sources.expect(FILE, sector, found=int((rows["sector"] == sector).sum()), expected=expected)
    actors = {spelling: ours for ours, spellings in PERPETRATORS.items() for spelling in spellings}
    actor = rows["perpetrator"].map(actors)
    sources.expect(FILE, "actors without category", found=int(actor.isna().sum()), expected=0)
    day = pd.to_datetime(rows["date"]).astype("datetime64[us]")
    precision = rows["geo_precision"].astype("str").str.extract(PRECISION)[0]
    out = rows.assign(
        incident_id=rows["sector"] + ":" + rows["event_id"],
        date=day,
        month=day.dt.to_period("M").dt.to_timestamp().astype("datetime64[us]"),
        iso3=rows["iso3"].where(rows["iso3"] != "Unspecified"),
        where_prec=pd.to_numeric(precision).astype("Int64"),
        perpetrator=actor,
    )
    for sector, (first, last) in SECTOR_COVERAGE.items():
        days = out.loc[out["sector"] == sector, "date"].dt.date
        outside = int(((days < first) | (days > last)).sum())
        sources.expect(FILE, f"{sector} outside coverage", found=outside, expected=0)
    return out.sort_values(["sector", "date", "incident_id"], ignore_index=True)[[*SCHEMA.columns]]
