"""IDMC's people displaced by conflict inside each country at the end of a year (Global Database, GIDD).

An empty cell means no estimate, not zero. The file gives each stock twice: rounded, and ``(raw)``; the
latter is taken where it is there. Under the headings of some editions stands a row of HXL tags.
"""

from ewdash.data.layouts.layout import Layout, Query, Side, figure_faults, year_faults

ROUNDED, RAW = "conflict stock displacement", "conflict stock displacement (raw)"
REQUIRED = ("iso3", "year", ROUNDED)


def _query(headings: frozenset[str]) -> Query:
    cell = RAW if RAW in headings else ROUNDED
    return Query(
        typed={
            "people": f'whole(figure("{cell}"))',
            "year_": 'whole("year")',
            "code": 'words("iso3")',
            "country": 'words("name")' if "name" in headings else "NULL::VARCHAR",
        },
        faults=(
            *year_faults("year_", "year"),
            *figure_faults("people", cell),
            ("iso3", "code IS NULL", "empty"),
        ),
        sides=(Side(("code",), "country", {"idps_conflict": "people"}),),
        period="make_date(year_, 1, 1)",
        span="year",
        key=("code", "year_"),
        aside={"starts_with(\"raw iso3\", '#')": "tags"},
        reads=frozenset({*REQUIRED, cell}) | (headings & {"name"}),
    )


LAYOUT = Layout("idmc", REQUIRED, _query)
