"""UCDP GED and Candidate events, 49 columns, with or without a heading, as rows of `conflict_event`.

A country is its UCDP number (`country_id`), never its name: names change with the release. Events at sea
carry no country of ours; they stay out of the rows and are counted with their deaths among the unknown.
Where the estimates are out of order (low above best, best above high: UCDP's own, in thousands of rows) the
row is kept and counted. Articles, headlines and the names of sources are not read at all.
"""

import re

from ewdash.data.layouts.layout import Layout, Query, Side, day_faults, number_faults
from ewdash.data.tables import ucdp

_ALL = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id "
    "side_b number_of_sources source_article source_office source_date source_headline source_original "
    "where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid "
    "country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b "
    "deaths_civilians deaths_unknown best high low gwnoa gwnob"
)
_NEEDED = (
    "id type_of_violence side_a side_b where_prec latitude longitude country_id date_prec date_start "
    "date_end deaths_civilians best high low"
)
ORDER, REQUIRED = tuple(_ALL.split()), tuple(_NEEDED.split())
OPTIONAL = frozenset({"country", "code_status", "conflict_name", "dyad_name", "adm_1", "where_coordinates"})
MAX_DEATHS = 10_000_000  # of one event: more is a slip
FINAL = re.compile(r"\d{2}\.1")  # 26.1; a Candidate release is 26.0.7 or 26.01.26.06


def dataset(release: str) -> str:
    """Return the dataset of a release as `conflict_event` names it: ``history`` (final) or ``candidate``."""
    return "history" if FINAL.fullmatch(release) else "candidate"


def _known(row: list[str]) -> bool:
    """Tell whether a first row is an event: the places of its numbers and days are those of UCDP."""
    cells = [cell.strip() for cell in row]
    if len(cells) not in (len(ORDER), len(ORDER) + 1):
        return False
    at = dict(zip(ORDER, cells, strict=False))
    return (
        at["id"].isdecimal()
        and at["year"].isdecimal()
        and at["type_of_violence"] in ("1", "2", "3")
        and all(at[name].removesuffix(".0").isdecimal() for name in ("best", "high", "low"))
    )


def _query(headings: frozenset[str]) -> Query:
    def text(name: str) -> str:
        return f'words("{name}")' if name in headings else "NULL::VARCHAR"

    numbers = {
        "event_id": "id",
        "kind": "type_of_violence",
        "where_prec": "where_prec",
        "date_prec": "date_prec",
        "deaths_best": "best",
        "deaths_low": "low",
        "deaths_high": "high",
        "deaths_civilians": "deaths_civilians",
    }
    bounds: dict[str, tuple[int, int | None]] = {"kind": (1, 3), "where_prec": (1, 7), "date_prec": (0, 5)}
    bounds["event_id"] = (0, None)
    typed = {column: f'whole("{cell}")' for column, cell in numbers.items()}
    typed |= {"begin": 'day("date_start")', "finish": 'day("date_end")'}
    typed |= {"latitude": 'number("latitude")', "longitude": 'number("longitude")'}
    typed |= {"country_number": 'coalesce(whole("country_id")::VARCHAR, words("country_id"), \'\')'}
    typed |= {"country_name": text("country"), "status": text("code_status")}
    typed |= {"conflict": text("conflict_name"), "dyad": text("dyad_name")}
    typed |= {"a": text("side_a"), "b": text("side_b")}
    typed |= {"admin1": text("adm_1"), "place": text("where_coordinates")}
    faults = [
        fault
        for column, cell in numbers.items()
        for low, high in [bounds.get(column, (0, MAX_DEATHS))]
        for fault in number_faults(column, cell, low=low, high=high)
    ]
    faults += [*day_faults("begin", "date_start"), *day_faults("finish", "date_end")]
    faults.append(("date_end", "finish < begin", "order"))
    for name, most in (("latitude", 90), ("longitude", 180)):
        faults.append((name, f'{name} IS NULL AND words("raw {name}") IS NOT NULL', "number"))
        faults.append((name, f"abs({name}) > {most}", "range"))
    kinds = " ".join(f"WHEN {number} THEN '{name}'" for number, name in ucdp.TYPES.items())
    return Query(
        typed=typed,
        faults=tuple(faults),
        sides=(Side(("country_number",), "country_name"),),
        numbering="ucdp",
        reads=frozenset(REQUIRED) | (headings & OPTIONAL),
        order="iso3, date, event_id",
        first="min(date)::DATE",
        last="max(date_end)::DATE",
        key=("event_id",),
        deaths="deaths_best",
        counts={
            "disordered": "deaths_low > deaths_best OR deaths_high < deaths_best",
            "under_review": "status <> 'Clear'",
        },
        out={
            "event_id": "event_id",
            "iso3": "iso3",
            "date": "begin::TIMESTAMP",
            "date_end": "finish::TIMESTAMP",
            "month": "date_trunc('month', begin)::TIMESTAMP",
            "type": f"CASE kind {kinds} END",
            "dataset": "getvariable('dataset')",
            "release": "getvariable('release')",
            "review_status": "status",
            "conflict": "conflict",
            "dyad": "coalesce(dyad, concat(a, ' - ', b))",
            "side_a": "coalesce(a, '')",
            "side_b": "coalesce(b, '')",
            "admin1": "admin1",
            "place": "place",
            "latitude": "latitude",
            "longitude": "longitude",
            "where_prec": "where_prec",
            "date_prec": "date_prec",
            "deaths_best": "deaths_best",
            "deaths_low": "deaths_low",
            "deaths_high": "deaths_high",
            "deaths_civilians": "deaths_civilians",
        },
    )


LAYOUT = Layout("ucdp-events", REQUIRED, _query, order=ORDER, known=_known)
