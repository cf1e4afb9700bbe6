"""UCDP Country-Year Dataset on Organized Violence: deaths by country and year, final, with explicit zeros.

A state has no row before it existed or after it ended: a country that the file does not list is unknown.
"""

from ewdash.data.layouts.layout import Layout, Query, Side, number_faults, year_faults

TYPES = {"sb": "state_based", "ns": "non_state", "os": "one_sided"}
TOTALS = tuple(f"{kind}_total_deaths_{estimate}_cy" for kind in TYPES for estimate in ("best", "low", "high"))
BY = {
    "os_any_govt_killings_best_cy": "deaths_by_government",
    "os_nsgroup_killings_best_cy": "deaths_by_non_state_groups",
}
# Civilians known to have died, and pairs of parties or groups; one-sided violence has no civilians apart.
MORE = {
    "cumulative_total_deaths_civilians_in_orgvio_cy": "deaths_civilians",
    **{f"{kind}_deaths_civilians_cy": f"deaths_civilians_{TYPES[kind]}" for kind in ("sb", "ns")},
    **{f"{kind}_dyad_count_cy": f"dyads_{name}" for kind, name in TYPES.items()},
}
FURTHER = BY | MORE
REQUIRED = ("country_id_cy", "year_cy", *TOTALS)


def _query(headings: frozenset[str]) -> Query:
    cells = [*TOTALS, *(name for name in FURTHER if name in headings)]
    typed = {f"n_{cell}": f'whole("{cell}")' for cell in cells} | {"year": 'whole("year_cy")'}
    typed["country_number"] = 'coalesce(whole("country_id_cy")::VARCHAR, words("country_id_cy"), \'\')'
    typed["country"] = 'words("country_cy")' if "country_cy" in headings else "NULL::VARCHAR"
    faults = year_faults("year", "year_cy")
    for cell in cells:
        faults += number_faults(f"n_{cell}", cell)
    values = {
        f"deaths_{estimate}": " + ".join(f"n_{kind}_total_deaths_{estimate}_cy" for kind in TYPES)
        for estimate in ("best", "low", "high")
    }
    values |= {f"deaths_{name}": f"n_{kind}_total_deaths_best_cy" for kind, name in TYPES.items()}
    values |= {
        f"deaths_{name}_{estimate}": f"n_{kind}_total_deaths_{estimate}_cy"
        for kind, name in TYPES.items()
        for estimate in ("low", "high")
    }
    values |= {name: f"n_{cell}" for cell, name in FURTHER.items() if cell in headings}
    return Query(
        typed=typed | {"deaths": " + ".join(f'whole("{kind}_total_deaths_best_cy")' for kind in TYPES)},
        faults=tuple(faults),
        sides=(Side(("country_number",), "country", values),),
        numbering="ucdp",
        period="make_date(year, 1, 1)",
        span="year",
        key=("country_number", "year"),
        deaths="deaths",
        reads=frozenset(REQUIRED) | (headings & {*FURTHER, "country_cy"}),
    )


LAYOUT = Layout("ucdp-country-year", REQUIRED, _query)
