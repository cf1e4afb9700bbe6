"""A map could put an event on another country's side of a line without a word."""

import pandas as pd
import pytest

from ewdash.charts import maps
from ewdash.data import geometry
from ewdash.i18n import translate
from ewdash.views import events
from tests.reading import installed


@pytest.fixture(scope="module")
def record():
    return installed()


def notes(record, country):
    return " ".join(events.where(record, country=country, month=pd.Timestamp("2024-12-01"), years=None).notes)


def test_events_across_the_line_as_drawn_are_counted(record):
    rows = record.table("conflict_event")
    rows = rows[rows["iso3"].eq("MEX") & rows["where_prec"].le(3) & rows["place"].eq("Nuevo Laredo town")]
    assert geometry.beyond(("MEX",), rows).notna().all()
    count = int(notes(record, "MEX").split(" ", 1)[0])
    assert count >= len(rows) > 0
    assert "to which country an event belongs the source says, not the map" in notes(record, "MEX")


def test_events_from_before_a_border_was_drawn_are_counted_apart(record):
    assert "recorded for the Sudan lie further on another country’s side" in notes(record, "SDN")
    assert "further" not in notes(record, "MEX")


def test_what_the_source_files_under_a_country_is_not_across_its_line(record):
    assert notes(record, "ISR") == ""  # Gaza and the West Bank


@pytest.mark.parametrize("country", ["SDN", "YEM"])
def test_no_circle_adds_preliminary_events_to_final_ones(record, country):
    rows = record.of("conflict_event", country)
    rows = rows[rows["where_prec"].le(events.DISTRICT) & rows["latitude"].notna()]
    late = sorted({name for name in rows["release"] if name.startswith("26.0")})  # Candidate
    marks = record.events.places(country, precision=events.DISTRICT, most=events.MAX_PLACES, preliminary=late)
    both = marks[marks.duplicated(["latitude", "longitude", "type", "place"], keep=False)]
    assert len(both)  # the case exists
    for state, part in marks.groupby("preliminary"):
        known = rows[rows["release"].isin(late) == state]
        assert (part["events"].sum(), part["deaths_best"].sum()) == (len(known), known["deaths_best"].sum())
    block = events.where(record, country=country, month=pd.Timestamp("2026-04-01"), years=None)
    drawn = pd.DataFrame(block.figure.layers[1].data)
    is_open = drawn["tooltip"].str.contains(", preliminary:")
    assert drawn["width"].eq(maps.OPEN_EDGE).tolist() == is_open.tolist()
    assert is_open.sum() == marks["preliminary"].sum()
    assert block.legend[-1] == (translate("event-preliminary"), None)
