"""UNHCR's population figures: people from, inside and hosted by each country at the end of a year.

``-`` is unknown, never zero. A row may have a country of origin, of asylum, or both; ``-`` in place of a
code means all countries together, so such a row is a total: of the world where both are missing, and of
one country where rows by pair stand beside it in the same year. Totals are not added to their parts. TIB,
UNK and XXA are no countries and keep their codes; Serbia and Kosovo are together under SRB, as at UNHCR.
"""

from ewdash.data.layouts.layout import Layout, Query, Side, figure_faults, year_faults

FROM, TO = "country of origin (iso)", "country of asylum (iso)"
REQUIRED = ("year", FROM, TO, "refugees under unhcr's mandate", "asylum-seekers")
ORIGIN = {
    "refugees under unhcr's mandate": "refugees",
    "asylum-seekers": "asylum_seekers",
    "other people in need of international protection": "other_protection",
    "idps of concern to unhcr": "idps_unhcr",
}
HOST = {
    "refugees under unhcr's mandate": "refugees_hosted",
    "asylum-seekers": "asylum_seekers_hosted",
    "other people in need of international protection": "other_protection_hosted",
    "stateless persons": "stateless_hosted",
    "host community": "host_community",
    "others of concern": "others_of_concern",
}
NAMES = frozenset({"country of origin", "country of asylum"})
_SETTLED = """
WITH pairs AS (FROM whole WHERE origin IS NOT NULL AND asylum IS NOT NULL)
SELECT record, 'total' FROM whole SEMI JOIN pairs USING (year_, asylum) WHERE origin IS NULL
UNION ALL
SELECT record, 'total' FROM whole SEMI JOIN pairs USING (year_, origin) WHERE asylum IS NULL
"""


def _query(headings: frozenset[str]) -> Query:
    cells = [cell for cell in dict.fromkeys([*ORIGIN, *HOST]) if cell in headings]
    column = {cell: f"n_{place}" for place, cell in enumerate(cells)}
    faults = year_faults("year_", "year")
    for cell in cells:
        faults += figure_faults(column[cell], cell)

    def side(code: str, name: str, measures: dict[str, str]) -> Side:
        values = {measure: column[cell] for cell, measure in measures.items() if cell in column}
        return Side((code,), name, values, given=f"{code} IS NOT NULL")

    return Query(
        typed={column[cell]: f'whole(figure("{cell}"))' for cell in cells}
        | {
            "year_": 'whole("year")',
            "origin": f"nullif(words(\"{FROM}\"), '-')",
            "asylum": f"nullif(words(\"{TO}\"), '-')",
            "origin_name": 'words("country of origin")'
            if "country of origin" in headings
            else "NULL::VARCHAR",
            "asylum_name": 'words("country of asylum")'
            if "country of asylum" in headings
            else "NULL::VARCHAR",
        },
        faults=tuple(faults),
        sides=(side("origin", "origin_name", ORIGIN), side("asylum", "asylum_name", HOST)),
        period="make_date(year_, 1, 1)",
        span="year",
        together="sum",
        key=("origin", "asylum", "year_"),
        aside={"origin IS NULL AND asylum IS NULL": "world"},
        settled=_SETTLED,
        reads=frozenset({*REQUIRED, *cells}) | (headings & NAMES),
    )


LAYOUT = Layout("unhcr", REQUIRED, _query)
