"""HDX HAPI conflict events: monthly counts by area, added up to the country from one admin level.

A file may hold a country at several levels, each the whole again: one level is taken, the finest that
covers every month and type that any level covers and whose events are no fewer than any other's; where none
does both, the one with the most events. ``civilian_targeting`` is a part of ``political_violence`` and
never added to it. The second row holds tags, not figures.
"""

from ewdash.data.layouts.layout import Layout, Query, Side, day_faults, figure_faults, number_faults

REQUIRED = (
    *("location_code", "admin_level", "event_type", "events", "fatalities"),
    *("reference_period_start", "reference_period_end"),
)
AREA = ("admin1_code", "admin2_code", "provider_admin1_name", "provider_admin2_name")
TYPES = ("political_violence", "civilian_targeting", "demonstration")

_SETTLED = """
WITH cover AS (
  SELECT code, level, count(DISTINCT (month, type)) AS cells, sum(happenings) AS all_events
  FROM whole GROUP BY ALL
), most AS (
  SELECT code, max(cells) AS cells_, max(all_events) AS all_events_ FROM cover GROUP BY code
), chosen AS (
  SELECT code, arg_max(level, (
    cells = cells_ AND all_events = all_events_, all_events, cells, level)) AS level_
  FROM cover JOIN most USING (code) GROUP BY code
)
SELECT record, 'level' FROM whole JOIN chosen USING (code) WHERE level <> level_
"""


def _query(headings: frozenset[str]) -> Query:
    areas = [name for name in AREA if name in headings]
    typed = {
        "code": 'words("location_code")',
        "level": 'whole("admin_level")',
        "type": 'lower(words("event_type"))',
        "happenings": 'whole("events")',
        "dead": 'whole(figure("fatalities"))',
        "begin": 'day("reference_period_start")',
        "finish": 'day("reference_period_end")',
        "month": "date_trunc('month', day(\"reference_period_start\"))::DATE",
        "flag": 'words("error")' if "error" in headings else "NULL::VARCHAR",
        "area": f"concat_ws('|', {', '.join(f'words({name})' for name in areas)})" if areas else "''",
    }
    kinds = ", ".join(f"'{kind}'" for kind in TYPES)
    violent, civilian, demonstration = (f"type = '{kind}'" for kind in TYPES)
    return Query(
        typed=typed,
        faults=(
            *number_faults("level", "admin_level", high=4),
            ("event_type", f"type IS NULL OR type NOT IN ({kinds})", "range"),
            *number_faults("happenings", "events"),
            *figure_faults("dead", "fatalities"),
            *day_faults("begin", "reference_period_start"),
            *day_faults("finish", "reference_period_end", past=False),
            ("reference_period_end", "finish < begin", "order"),
            ("reference_period_end", "date_trunc('month', finish) > month", "span"),
        ),
        sides=(
            Side(
                ("code",),
                "",
                {
                    "hapi_political_violence": f"CASE WHEN {violent} THEN happenings END",
                    "hapi_fatalities": f"CASE WHEN {violent} THEN dead END",
                    "hapi_demonstrations": f"CASE WHEN {demonstration} THEN happenings END",
                    "hapi_civilian_targeting": f"CASE WHEN {civilian} THEN happenings END",
                    "hapi_civilian_fatalities": f"CASE WHEN {civilian} THEN dead END",
                },
            ),
        ),
        period="month",
        span="month",
        together="sum",
        key=("code", "level", "area", "type", "begin"),
        aside={"starts_with(\"raw location_code\", '#')": "tags"},
        settled=_SETTLED,
        counts={"flagged": "flag IS NOT NULL"},
        reads=frozenset({*REQUIRED, *areas}) | (headings & {"error"}),
        deaths=f"(CASE WHEN {violent} THEN dead ELSE 0 END)",
    )


LAYOUT = Layout("hapi", REQUIRED, _query)
