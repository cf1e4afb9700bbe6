"""VIEWS forecasts by country and month: expected deaths of state-based violence, the chance of 25 or more.

``main_mean`` and ``main_dich`` as the VIEWS interface names them. The run is not in the file: the caller
keeps it with the file's name. The target is state-based violence only, so neither is UCDP's total.
"""

from ewdash.data.layouts.layout import MOST, Layout, Query, Side, figure_faults, number_faults, year_faults

REQUIRED = ("isoab", "year", "month")
VALUES = {"main_mean": "views_deaths", "main_dich": "views_probability"}
MAX_AHEAD = 5  # years; runs reach 36 months ahead


def _query(headings: frozenset[str]) -> Query:
    known = [cell for cell in VALUES if cell in headings]
    faults = year_faults("year_", "year", ahead=MAX_AHEAD) + number_faults("month_", "month", low=1, high=12)
    for cell in known:
        faults += figure_faults(f"n_{cell}", cell, high=1 if cell == "main_dich" else MOST)
    return Query(
        typed={f"n_{cell}": f'number(figure("{cell}"))' for cell in known}
        | {
            "year_": 'whole("year")',
            "month_": 'whole("month")',
            "code": 'words("isoab")',
            "country": 'words("name")' if "name" in headings else "NULL::VARCHAR",
        },
        faults=tuple(faults),
        sides=(Side(("code",), "country", {VALUES[cell]: f"n_{cell}" for cell in known}),),
        period="make_date(year_, month_, 1)",
        span="month",
        key=("code", "year_", "month_"),
        reads=frozenset({*REQUIRED, *known}) | (headings & {"name"}),
    )


LAYOUT = Layout("views", REQUIRED, _query, some=frozenset(VALUES))
