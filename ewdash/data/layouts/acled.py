"""ACLED's export, 31 columns: events added up by country and month. The user's own copy only.

Days come as ``16 May 2025``, as ISO and as day/month/year, even mixed in one file. The country is the ISO
number; where it is missing or 0 the row has none and is told under its name. An id that comes again is a
revision: the latest ``timestamp`` stands. Ten deaths is often a placeholder, so such rows are counted.
Actors, notes and sources are not read.
"""

from ewdash.data.layouts.layout import Layout, Query, Side, day_faults, number_faults

REQUIRED = ("event_id_cnty", "event_date", "disorder_type", "event_type", "iso", "country", "fatalities")
OPTIONAL = frozenset({"civilian_targeting", "timestamp"})
FORMS = ("%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%B-%Y", "%d/%m/%Y", "%d.%m.%Y")
PLACEHOLDER = 10


def _query(headings: frozenset[str]) -> Query:
    forms = ", ".join(f"'{form}'" for form in FORMS)
    civilian = (
        'words("civilian_targeting") IS NOT NULL' if "civilian_targeting" in headings else "NULL::BOOLEAN"
    )
    return Query(
        typed={
            "id": 'words("event_id_cnty")',
            "happened": 'coalesce(day("event_date"), '
            f'day(try_strptime(words("event_date"), [{forms}])::VARCHAR))',
            "number": 'CASE WHEN whole("iso") <> 0 THEN whole("iso")::VARCHAR END',
            "country_name": 'words("country")',
            "deaths": 'whole("fatalities")',
            "violent": "contains(\"disorder_type\", 'Political violence')",
            "demonstration": "contains(\"disorder_type\", 'Demonstrations')",
            "civilian": civilian,
            "revised": 'whole("timestamp")' if "timestamp" in headings else "NULL::BIGINT",
        },
        faults=(
            ("event_id_cnty", "id IS NULL", "empty"),
            *day_faults("happened", "event_date"),
            *number_faults("deaths", "fatalities"),
            ("disorder_type", 'words("raw disorder_type") IS NULL', "empty"),
        ),
        sides=(
            Side(
                ("number",),
                "country_name",
                {
                    "acled_fatalities": "deaths",
                    "acled_political_violence": "violent::INT",
                    "acled_demonstrations": "demonstration::INT",
                    "acled_civilian_targeting": "civilian::INT",
                },
            ),
        ),
        period="date_trunc('month', happened)",
        span="month",
        together="sum",
        key=("id",),
        version="revised",
        deaths="deaths",
        counts={"placeholder": f"deaths = {PLACEHOLDER}"},
        reads=frozenset(REQUIRED) | (headings & OPTIONAL),
    )


LAYOUT = Layout("acled", REQUIRED, _query)
