"""Adopted texts and how States voted: the UN Digital Library's voting data, and tables of the HRC's texts.

The library publishes a row per State and resolution (records 4055387, Security Council, and 4060887,
General Assembly; its own dictionary of the columns was read): ``ms_vote`` is Y, N, A, or X for a member
that did not vote; a resolution adopted without a vote has Y throughout and says so under ``modality``.
The Security Council's file writes its item under ``agenda``, the Assembly's under ``agenda_title``.
Texts of the Assembly are left aside: its record here is single acts.

The Human Rights Council's table of one session (resolutions, decisions, President's statements) is
published as a web page, whose headings were not to be had; its columns are brought under headings of
ours: ``symbol``, ``title``, ``date``, ``adopted``, and where given ``agenda item``, ``yes``, ``no``,
``abstentions``, ``not voting``. ``adopted`` says “without a vote”, or how the vote was taken.

The normal form (`model.adopted`) has a row per text and State, or a row per text where no State is named.
"""

from ewdash.data.layouts.layout import Layout, Query, Side, day_faults, figure_faults, number_faults
from ewdash.model.adopted import GENEVA, LIBRARY

FIRST = "DATE '1989-01-01'"  # the record of the Councils begins
MAX_VOTES, MAX_SYMBOL = 200, 40
_REQUIRED = (
    *("undl_id", "ms_code", "ms_name", "ms_vote", "date", "resolution"),
    *("total_yes", "total_no", "total_abstentions", "total_non_voting"),
)
_TOPICS = ("agenda", "agenda_title")
_LIBRARY_TOTALS = {
    "yes_": "total_yes",
    "no_": "total_no",
    "abstain_": "total_abstentions",
    "silent_": "total_non_voting",
}
_TABLE = ("symbol", "title", "date", "adopted")
_TABLE_COUNTS = {"yes_": "yes", "no_": "no", "abstain_": "abstentions", "silent_": "not voting"}
_OUT = {
    "symbol": "text_",
    "date": "day_::TIMESTAMP",
    "body": "body_",
    "topic": "topic_",
    "outcome": "outcome_",
    **{
        name: f"CASE WHEN outcome_ = 'recorded_vote' THEN {column} END"
        for name, column in zip(
            ("yes", "no", "abstain", "not_voting"), ("yes_", "no_", "abstain_", "silent_"), strict=True
        )
    },
}
_SC, _ASSEMBLY = r"S/RES/\d{1,5} ?\(\d{4}\)", r"A/RES/\S{3,}"
_HRC = r"A/HRC/(RES|DEC|PRST)/(S-)?\d{1,3}/\d{1,3}"
_DISAGREE = """
SELECT record, 'disagree' FROM whole SEMI JOIN (
  SELECT text_ FROM whole GROUP BY text_
  HAVING count(DISTINCT (day_, yes_, no_, abstain_, silent_, outcome_)) > 1
) USING (text_)
"""


def _symbol(cell: str) -> str:
    """Return the expression of a symbol as it is written here: one space before a year."""
    spaced = f"regexp_replace(words(\"{cell}\"), '^(S/RES/[0-9]+) ?\\(', '\\1 (')"
    return f'CASE WHEN length(words("{cell}")) <= {MAX_SYMBOL} THEN {spaced} END'


def _symbol_faults(cell: str, patterns: str) -> list[tuple[str, str, str]]:
    return [
        (cell, f'text_ IS NULL AND words("raw {cell}") IS NULL', "empty"),
        (cell, f"text_ IS NULL OR NOT regexp_full_match(text_, '{patterns}')", "symbol"),
    ]


def _library(headings: frozenset[str]) -> Query:
    topic = next((name for name in _TOPICS if name in headings), "")
    modality = 'lower(words("modality"))' if "modality" in headings else "NULL::VARCHAR"
    votes = "CASE upper(words(\"ms_vote\")) WHEN 'Y' THEN 'yes' WHEN 'N' THEN 'no' WHEN 'A' THEN 'abstain' "
    faults = _symbol_faults("resolution", f"({_SC})|({_ASSEMBLY})|({_HRC})")
    faults += day_faults("day_", "date")
    faults.append(
        (
            "resolution",
            f"regexp_full_match(text_, '{_SC}') "
            "AND regexp_extract(text_, '[(]([0-9]+)', 1) <> year(day_)::VARCHAR",
            "symbol",
        )
    )
    faults += [
        ("ms_vote", 'vote_ IS NULL AND words("raw ms_vote") IS NULL', "empty"),
        ("ms_vote", "vote_ IS NULL", "word"),
        ("ms_code", "code IS NULL", "empty"),
    ]
    for column, cell in _LIBRARY_TOTALS.items():
        faults += number_faults(column, cell, high=MAX_VOTES)
    return Query(
        typed={
            "text_": _symbol("resolution"),
            "day_": 'day("date")',
            "body_": "CASE WHEN starts_with(words(\"resolution\"), 'A/HRC/') THEN 'HRC' ELSE 'SC' END",
            "topic_": f'words("{topic}")' if topic else "NULL::VARCHAR",
            "outcome_": f"CASE WHEN {modality} LIKE '%without%vote%' "
            "THEN 'without_vote' ELSE 'recorded_vote' END",
            "code": 'upper(words("ms_code"))',
            "name": 'words("ms_name")',
            "vote_": votes + "WHEN 'X' THEN 'not_voting' WHEN 'NV' THEN 'not_voting' END",
            **{column: f'whole("{cell}")' for column, cell in _LIBRARY_TOTALS.items()},
        },
        faults=tuple(faults),
        sides=(Side(("code",), "name"),),
        key=("text_", "code"),
        aside={f"regexp_full_match(text_, '{_ASSEMBLY}')": "assembly", f"day_ < {FIRST}": "before"},
        settled=_DISAGREE,
        out={**_OUT, "iso3": "iso3", "vote": "CASE WHEN outcome_ = 'recorded_vote' THEN vote_ END"},
        reads=frozenset({*_REQUIRED, *([topic] if topic else [])}) | (headings & {"modality"}),
        order="date, symbol, iso3",
        first="min(date)::DATE",
        last="max(date)::DATE",
    )


def _table(headings: frozenset[str]) -> Query:
    there = {column: cell for column, cell in _TABLE_COUNTS.items() if cell in headings}
    said = 'lower(words("adopted"))'
    outcome = (
        f"CASE WHEN {said} LIKE '%without%vote%' THEN 'without_vote' WHEN {said} LIKE '%vote%' "
        "THEN 'recorded_vote' END"
    )
    faults = _symbol_faults("symbol", _HRC)
    faults += day_faults("day_", "date")
    faults += [
        ("title", "topic_ IS NULL", "empty"),
        ("adopted", 'outcome_ IS NULL AND words("raw adopted") IS NULL', "empty"),
        ("adopted", "outcome_ IS NULL", "word"),
    ]
    for column, cell in there.items():
        faults += figure_faults(column, cell, high=MAX_VOTES)
    return Query(
        typed={
            "text_": _symbol("symbol"),
            "day_": 'day("date")',
            "body_": "'HRC'",
            "topic_": 'words("title")',
            "outcome_": outcome,
            **{
                column: f'whole(figure("{there[column]}"))' if column in there else "NULL::BIGINT"
                for column in _TABLE_COUNTS
            },
        },
        faults=tuple(faults),
        sides=(),
        key=("text_",),
        aside={f"day_ < {FIRST}": "before"},
        out={**_OUT, "iso3": "NULL::VARCHAR", "vote": "NULL::VARCHAR"},
        reads=frozenset({*_TABLE, *there.values()}),
        order="date, symbol",
        first="min(date)::DATE",
        last="max(date)::DATE",
    )


LAYOUTS = (Layout(LIBRARY, _REQUIRED, _library), Layout(GENEVA, _TABLE, _table))
KEYS = tuple(layout.key for layout in LAYOUTS)
