"""Meetings of a file of debates could stand unmarked, twice, or change a figure that is whole."""

from datetime import date

import pandas as pd
import pytest

from ewdash.data import debates
from ewdash.data.record import opened
from ewdash.model import heard as model
from ewdash.views import council_overview, heard
from tests import debate_files as files

TODAY = date(2026, 11, 27)
UPLOAD = "user upload, speaker.tsv"


@pytest.fixture
def brought(tmp_path):
    path = files.text_file(tmp_path / "speaker.tsv")
    debates.keep(debates.read(path, acts=opened().table("council_action"), today=TODAY), today=TODAY)


def sample(**options):
    return heard.sample(opened(), **{"region": None, "group": None} | options)


def test_without_a_file_the_sample_says_where_it_can_be_had():
    block = sample()
    assert "which is not at hand" in block.more
    assert "user" not in block.caption
    assert block.notes == ()


def test_meetings_of_a_file_are_marked_dated_and_listed_once(brought):
    block = sample()
    own = block.table[block.table["confidence"] == UPLOAD]
    assert own["symbol"].tolist() == ["S/PV.8807", "S/PV.8806", "S/PV.8805", "S/PV.8804", "S/PV.8801"]
    assert own["situation"].tolist()[2:] == ["Ukraine", "Syrian Arab Republic", "Haiti"]
    assert own["label"].iloc[-1] == "High Commissioner for Human Rights heard in formal meeting"
    assert set(own["format"]) == {"Formal meeting (user upload)"}  # seen without scrolling to the last column
    assert block.table["date"].is_monotonic_decreasing
    assert block.table["symbol"].dropna().eq("S/PV.9052").sum() == 1  # on record before
    assert (
        "15 since 2021, one for each meeting and situation; recalled: 6; from a user’s file: 5."
        in block.caption
    )
    assert "gives it as far as it names offices" in block.more
    assert block.source.endswith(
        "User upload: the UN Security Council Debates corpus (table of speeches), file “speaker.tsv”, brought"
        " on 27 November 2026. Never added to official figures."
    )
    assert files.NAME not in block.table.to_csv() + " ".join(block.about)


def test_the_offices_that_are_not_known_are_told_beside_the_list(brought):
    (note,) = sample().notes
    assert "Speeches by UN officials in them: 9, without an office: 1." in note
    assert "absence proves nothing" in note
    assert "Speeches in videoconferences, left out: 1." in note
    assert "to 3 June 2022" in note


def test_a_briefing_on_record_without_its_number_is_that_meeting(tmp_path):
    speeches = [
        ("2022-09-07", "9126", "ukraine", "UN", files.HC, "In-Person"),
        ("2022-09-07", "9127", "haiti", "UN", files.HC, "In-Person"),
    ]
    path = files.text_file(tmp_path / "speaker.tsv", files.frame(speeches))
    debates.keep(debates.read(path, acts=opened().table("council_action"), today=TODAY), today=TODAY)
    table = sample().table
    assert table.loc[table["confidence"] == UPLOAD, "symbol"].tolist() == ["S/PV.9127"]


def test_related_mandates_stand_there_only_when_asked_for(brought):
    assert "S/PV.8802" not in set(sample().table["symbol"])
    row = sample(mandates=True).table.set_index("symbol").loc["S/PV.8802"]
    assert row["situation"] == "Women and peace and security (thematic)"
    assert row["confidence"] == UPLOAD


def test_a_region_holds_its_own_meetings_alone(brought):
    table = sample(region="americas").table
    assert table.loc[table["confidence"] == UPLOAD, "symbol"].tolist() == ["S/PV.8801"]


def test_nothing_that_is_whole_moves(tmp_path):
    def figures():
        record = opened()
        made = {
            make.__name__: make(record, region=None, group=None)
            for make in (heard.years, heard.countries, *council_overview.SECTIONS["matrix"])
        }
        return {name: block.table.to_csv() + block.caption for name, block in made.items()}

    before = figures()
    path = files.text_file(tmp_path / "speaker.tsv")
    debates.keep(debates.read(path, acts=opened().table("council_action"), today=TODAY), today=TODAY)
    assert figures() == before
    assert heard.spoke(opened())["date"].max() <= pd.Timestamp(model.WHOLE_TO)


def test_a_damaged_file_is_told_and_the_record_is_listed_without_it(brought):
    (debates.place() / f"{debates.LAYOUT}.parquet").write_bytes(b"PAR1")
    block = sample()
    assert UPLOAD not in set(block.table["confidence"])
    assert "is not as it was kept" in block.notes[0]
