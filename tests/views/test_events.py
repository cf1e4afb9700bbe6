"""A map could put an event on another country's side of a line without a word."""

import pandas as pd
import pytest

from ewdash.data import geometry
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
