"""V-Dem country-year: the indicators we know, as they are; units that are no countries keep their own code.

Palestine has two rows a year, West Bank (PSE) and Gaza (PSG); they are not made one. Versions are never
joined: which one a file is it does not say, so the caller keeps it with the file's name.
"""

from ewdash.data.layouts import tidy
from ewdash.data.layouts.layout import Layout, Query, Side, figure_faults, year_faults

REQUIRED = ("country_text_id", "year")


def _query(headings: frozenset[str]) -> Query:
    known = [key for key in tidy.VDEM if key in headings]
    faults = year_faults("year_", "year")
    for key in known:
        faults += figure_faults(f"n_{key}", key, low=None)
    faults.append(("country_text_id", "code IS NULL", "empty"))
    return Query(
        typed={f"n_{key}": f'number(figure("{key}"))' for key in known}
        | {
            "year_": 'whole("year")',
            "code": 'words("country_text_id")',
            "country": 'words("country_name")' if "country_name" in headings else "NULL::VARCHAR",
        },
        faults=tuple(faults),
        sides=(Side(("code",), "country", {key: f"n_{key}" for key in known}),),
        period="make_date(year_, 1, 1)",
        span="year",
        key=("code", "year_"),
        reads=frozenset({*REQUIRED, *known}) | (headings & {"country_name"}),
    )


LAYOUT = Layout("vdem", REQUIRED, _query, some=frozenset(tidy.VDEM))
