"""HDX Signals, with 43 columns or with 22: one row an alert. Alerts only: no row means no alert, not calm.

The highest alert of a month stands. Summaries, links and the value (of a unit that the file does not state)
are not read.
"""

from ewdash.data.layouts.layout import Layout, Query, Side, day_faults

REQUIRED = ("iso3", "indicator_id", "date", "alert_level")
LEVELS = {"medium": 1, "high": 2}


def _query(headings: frozenset[str]) -> Query:
    levels = " ".join(f"WHEN starts_with(level, '{name}') THEN {number}" for name, number in LEVELS.items())
    return Query(
        typed={
            "code": 'words("iso3")',
            "indicator": "regexp_replace(lower(words(\"indicator_id\")), '[^a-z0-9]+', '_', 'g')",
            "raised": 'day("date")',
            "level": 'lower(words("alert_level"))',
            "country": 'words("location")' if "location" in headings else "NULL::VARCHAR",
        },
        faults=(
            ("indicator_id", "indicator IS NULL", "empty"),
            ("indicator_id", "length(indicator) > 60", "range"),
            *day_faults("raised", "date"),
            ("alert_level", f"(CASE {levels} END) IS NULL", "range"),
        ),
        sides=(Side(("code",), "country", {"concat('signal_', indicator)": f"CASE {levels} END"}),),
        period="date_trunc('month', raised)",
        span="month",
        together="max",
        key=("code", "indicator", "raised"),
        reads=frozenset(REQUIRED) | (headings & {"location"}),
    )


LAYOUT = Layout("hdx-signals", REQUIRED, _query)
