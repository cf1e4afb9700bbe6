"""A copy could be shown as if it were official, as a zero that nobody wrote, or leave the machine."""

import pandas as pd
import pytest

from ewdash.data import copies
from ewdash.data.record import opened
from ewdash.views import copies as views
from ewdash.views.briefings.country import situation_briefing
from tests.copy_files import acled_file, draft, small_file, vdem_file

RECORD = opened()
MONTH = pd.Timestamp(2025, 12, 1)


def shown(country="SDN", years=10):
    return views.of_country(RECORD, country=country, month=MONTH, years=years, state=copies.state())


@pytest.fixture
def acled(tmp_path):
    return copies.keep(draft(acled_file(tmp_path / "<b>a.csv")))


def test_without_a_copy_nothing_is_shown():
    assert shown() == views.Shown((), ())


def test_a_copy_of_acled_is_a_chart_for_each_measure(acled):
    ((block,),) = shown().blocks
    traces = {trace["name"]: trace for trace in block.figure.data if trace["type"] == "bar"}
    deaths = traces["fatalities (ACLED)"]
    assert deaths["x"] == ["2025-05-01", "2025-06-01", "2025-07-01"]
    assert deaths["y"] == [13.0, None, 2.0]  # June has no row: no zero
    assert len(traces) == 4
    (zeros, civilian) = [trace for trace in block.figure.data if trace["type"] == "scatter"]
    assert (zeros["name"], zeros["x"]) == ("demonstrations (ACLED)", ["2025-05-15", "2025-07-15"])
    assert civilian["x"] == ["2025-07-15"]
    axes = [axis for name, axis in block.figure.layout.items() if name.startswith("xaxis")]
    assert {tuple(axis["range"]) for axis in axes if "range" in axis} == {("2025-05-01", "2025-07-31")}
    assert "An open circle is a zero in the file. A month without a mark" in block.caption
    block.figure.validated()
    assert block.table["fatalities (ACLED)"].tolist() == [2.0, 13.0]
    titles = " ".join(note["text"] for note in block.figure.layout["annotations"])
    assert "people" in titles
    assert "events" in titles


def test_the_words_say_whose_it_is_and_what_it_does_not_show(acled):
    ((block,),) = shown().blocks
    assert "user upload" in block.title
    assert "an export of ACLED" in block.title
    assert "Never added to official figures" in block.source
    assert "<b>a.csv" in block.source
    assert str(acled.brought.year) in block.source
    assert "one event has exactly ten" in block.caption
    assert "that is not zero" in block.caption
    assert "fatalities (ACLED): lowest 2, highest 13; the last is 2 (July 2025)" in block.alt
    assert len(block.caption.split()) <= 60


def test_a_country_without_rows_has_nothing_and_one_before_the_period_is_told(acled):
    assert shown("FRA") == views.Shown((), ())
    later = views.of_country(
        RECORD, country="SDN", month=pd.Timestamp(2026, 4, 1), years=0, state=copies.state()
    )
    assert later.blocks == ()
    assert "ends for this country in July 2025" in later.notes[0]


def test_a_copy_of_vdem_has_lines_on_the_whole_scale_and_the_rest_a_click_away(tmp_path):
    copies.keep(draft(vdem_file(tmp_path / "v.csv")))
    ((first, more),) = shown(years=None).blocks
    assert len(first.figure.data) == views.MAX_PANELS
    assert {trace["type"] for trace in first.figure.data} == {"scatter"}
    assert first.figure.layout["yaxis"]["range"] == [0.0, 1.04]
    assert len(first.figure.data) + len(more.figure.data) == copies.load("vdem")[1]["measure"].nunique()
    assert first.name != more.name
    first.figure.validated()
    more.figure.validated()


@pytest.mark.parametrize(
    ("layout", "charts", "told", "omitted"),
    [
        ("ucdp-country-year", 12, "deaths, best estimate: lowest 10, highest 10", "never add them"),
        ("hapi", 3, "fatalities in political violence (HDX HAPI): lowest 7", "part of political violence"),
        (
            "unhcr",
            3,
            "refugees from the country: lowest 100, highest 120; the last is 120",
            "withholds",
        ),
        ("terror-scale", 3, "after Human Rights Watch: lowest 5", "never averaged"),
        ("hdx-signals", 2, "signal_acled_conflict: lowest 2", "had no alert"),
        ("views", 2, "lowest 0.90, highest 0.97; the last is 0.90 (January 2027)", "forecasts"),
    ],
)
def test_every_layout_is_charted_with_its_caution(layout, charts, told, omitted, tmp_path):
    made = draft(small_file(tmp_path / "file", layout))
    assert made.reading.layout == layout
    copies.keep(made)
    ((block,),) = shown().blocks
    assert len(block.table.columns) - 1 == charts
    assert told in block.alt
    assert omitted in block.caption
    assert "(user upload)" in block.title
    assert len(block.caption.split()) <= 60
    block.figure.validated()


def test_a_damaged_copy_is_told_and_the_others_are_shown(acled, tmp_path):
    copies.keep(draft(vdem_file(tmp_path / "v.csv")))
    (copies.place() / acled.stored).write_bytes(b"x")
    found = shown()
    assert len(found.blocks) == 1
    assert "an export of ACLED on this machine is damaged" in found.notes[0]


def test_no_briefing_holds_a_copy(tmp_path):
    def parts():
        asked = {"sections": ("alert", "bridge"), "address": "", "note": None, "viewer": ""}
        made = situation_briefing(RECORD, country="SDN", month=MONTH, years=10, **asked)
        return [part.key for part in made.parts], [table.name for table in made.tables]

    before = parts()
    copies.keep(draft(acled_file(tmp_path / "a.csv")))
    assert parts() == before


def test_the_preview_names_measures_countries_and_what_is_left_out(tmp_path):
    made = draft(acled_file(tmp_path / "a.csv"))
    assert (
        "an export of ACLED, with 6 rows. Of them 4 can be kept, 1 refused, 1 under codes"
        in views.summary(made)
    )
    assert "May 2025 to July 2025" in views.summary(made)
    table = views.preview(made)
    assert table["measure"].iloc[0] == "fatalities (ACLED)"
    assert table["countries_held"].iloc[0] == 2
    assert views.unknown(made.reading).values.tolist() == [["", "Atlantis", 1, 5]]
    assert views.refusals(made.reading)[["row", "column", "value"]].values.tolist() == [
        [7, "event_date", "31 February 2025"]
    ]
    assert "1946 to" in views.summary(draft(vdem_file(tmp_path / "v.csv")))


def test_years_before_any_clock_of_pandas_are_not_lost(tmp_path):
    path = tmp_path / "v.csv"
    path.write_text("country_text_id,year,v2x_clphy\nSDN,1600,0.5\nSDN,1602,0.4\n", encoding="utf-8")
    copies.keep(draft(path))
    ((block,),) = shown(years=None).blocks
    assert block.figure.data[0]["x"] == [1600, 1601, 1602]
    assert block.figure.data[0]["y"] == [0.5, None, 0.4]
