"""Political Terror Scale: three coders' levels by country and year, 1 (secure) to 5 (terror over all).

``NA`` in a level is a level that was not given; why stands in the columns of status, which are not read. The
country is the M49 number, or the letters of the World Bank where there is none. Parts of a country and
occupied areas may stand under its code in the same year: the entity with the most levels of that code is
taken for it, the others are left aside, because their levels are of another place.
"""

from ewdash.data.layouts.layout import Layout, Query, Side, figure_faults, year_faults

REQUIRED = ("country", "year", "wordbank_code_a", "pts_a", "pts_h", "pts_s")
VALUES = {"pts_a": "pts_amnesty", "pts_h": "pts_human_rights_watch", "pts_s": "pts_state_department"}
_SETTLED = """
WITH entity AS (
  SELECT iso3, country_, sum((n_pts_a IS NOT NULL)::INT + (n_pts_h IS NOT NULL)::INT
    + (n_pts_s IS NOT NULL)::INT) AS levels
  FROM whole WHERE iso3 IS NOT NULL GROUP BY iso3, country_
), ranked AS (
  SELECT record, row_number() OVER (
    PARTITION BY whole.iso3, year_ ORDER BY levels DESC, length(whole.country_), whole.country_) AS rank
  FROM whole JOIN entity ON whole.iso3 = entity.iso3 AND whole.country_ = entity.country_
)
SELECT record, 'part' FROM ranked WHERE rank > 1
"""


def _query(headings: frozenset[str]) -> Query:
    faults = year_faults("year_", "year")
    faults.append(("country", "country_ IS NULL", "empty"))
    for cell in VALUES:
        faults += figure_faults(f"n_{cell}", cell, low=1, high=5)
    number = 'whole("un_code_n")::VARCHAR' if "un_code_n" in headings else "NULL::VARCHAR"
    return Query(
        typed={f"n_{cell}": f'whole(figure("{cell}"))' for cell in VALUES}
        | {
            "year_": 'whole("year")',
            "country_": 'words("country")',
            "number": number,
            "letters": "nullif(words(\"wordbank_code_a\"), 'NA')",
        },
        faults=tuple(faults),
        sides=(
            Side(("number", "letters"), "country_", {name: f"n_{cell}" for cell, name in VALUES.items()}),
        ),
        period="make_date(year_, 1, 1)",
        span="year",
        key=("country_", "year_"),
        settled=_SETTLED,
        reads=frozenset(REQUIRED) | (headings & {"un_code_n"}),
    )


LAYOUT = Layout("terror-scale", REQUIRED, _query)
