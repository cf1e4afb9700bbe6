"""A user's own record could be added to an official figure, shown to somebody else, or not be marked."""

import io
import sqlite3
import zipfile
from contextlib import closing
from datetime import date

import pandas as pd
import pytest

from ewdash.charts import own_records as charts
from ewdash.data import own_file, own_records
from ewdash.data.record import opened
from ewdash.exports.bundle import bundle
from ewdash.exports.document import document
from ewdash.exports.pdf import pdf
from ewdash.exports.slides import slides
from ewdash.model.errors import NothingOwnError
from ewdash.ui.records_on_map import on_map
from ewdash.views import own_records as views
from ewdash.views import situation, violence
from ewdash.views.briefings.country import situation_briefing
from ewdash.views.pictures import picture
from ewdash.views.world import world_spec
from tests.data.test_own_file import record
from tests.pages.test_pages import opened as page
from tests.pages.test_pages import said

RECORD = opened()
MONTH = pd.Timestamp(2024, 12, 1)
SUDAN = {"country": "SDN", "month": MONTH, "years": 10}
MARK = "user upload"


@pytest.fixture
def kept():
    own_records.add(
        [
            record(record_id="a", date_from="2024-03-05", date_to="2024-05-06"),
            record(record_id="b", date_from="2024-03-20", date_to="2024-03-20", verification="verified"),
            record(record_id="n", date_from="2026-10-10", date_to="2026-10-10", violation_type="food"),
            record(record_id="c", iso3="TCD", date_from="2024-03-05", date_to="2024-03-05"),
        ],
        owner="A. Analyst",
        by="A. Analyst",
    )


def timeline(viewer):
    return violence.escalation(RECORD, **SUDAN, viewer=viewer)


def words(block):
    return " ".join([block.caption, block.source, *block.notes])


def traces(block):
    return [trace for trace in block.figure.data if MARK in str(trace.get("text"))]


def test_without_records_the_timeline_is_the_one_without_a_viewer():
    assert timeline("").figure.to_dict() == timeline(None).figure.to_dict()
    assert timeline("").source == timeline(None).source


def test_records_have_a_lane_of_their_own_and_change_no_other(kept):
    plain, own = timeline(None), timeline("")
    assert sum(len(trace["x"]) for trace in traces(own)) == 3
    assert traces(plain) == []
    assert own.table.equals(plain.table)
    shared = [(trace["name"], trace["x"], trace["y"]) for trace in plain.figure.data if "name" in trace]
    drawn = [(trace.get("name"), trace["x"], trace["y"]) for trace in own.figure.data]
    assert all(trace in drawn for trace in shared)
    assert MARK in words(own).lower()
    assert "A. Analyst" in own.source
    assert own.reading[-1][0] == "Own records (user upload)"
    assert len(own.reading[-1][1]) == 3
    assert picture(own, form="png").startswith(b"\x89PNG")
    own.figure.validated()


def test_a_record_newer_than_the_figures_is_inside_the_axis(kept):
    end = timeline("").figure.layout["xaxis"]["range"][1]
    assert end == "2026-10-31"
    assert timeline(None).figure.layout["xaxis"]["range"][1] < "2026-10"


def test_another_persons_records_are_not_drawn(kept):
    assert traces(timeline("B")) == []
    assert len(traces(timeline("A. Analyst"))) == 2
    with pytest.raises(NothingOwnError, match="no own record of the Sudan"):
        views.block_of(RECORD, **SUDAN, viewer="B")


def test_the_part_of_situation_counts_by_month_and_type(kept):
    block = views.block_of(RECORD, **SUDAN, viewer="")
    assert block.table[["month", "violation_type", "records", "alleged", "verified"]].values.tolist() == [
        [date(2024, 3, 1), "Torture and ill-treatment", 2, 1, 1],
        [date(2026, 10, 1), "Right to food", 1, 1, 0],
    ]
    assert MARK in block.source.lower()
    assert "Uppsala" not in block.source
    assert sum(sum(trace["y"]) for trace in block.figure.data) == 3
    assert picture(block, form="png").startswith(b"\x89PNG")
    block.figure.validated()


@pytest.mark.parametrize(
    ("low", "best", "high", "told"),
    [
        (None, None, None, "not given"),
        (None, 2, None, "2"),
        (1, 2, 5, "2 (1–5)"),
        (2, 2, 2, "2"),
        (1, None, None, "at least 1"),
        (None, None, 5, "at most 5"),
        (1, None, 5, "1 to 5"),
        (0, 0, 0, "0"),
    ],
)
def test_numbers_of_victims_are_said_as_they_are_known(low, best, high, told):
    assert charts.victims({"victims_low": low, "victims_best": best, "victims_high": high}) == told


def pack(**more):
    now = SUDAN | {"month": pd.Timestamp(2026, 4, 1)}  # the newest that is covered in full
    return situation_briefing(RECORD, **now, sections=("alert",), address="", note=None, **more)


def test_a_briefing_holds_them_only_when_they_are_asked_for(kept):
    assert "own" not in [part.key for part in pack().parts]
    made = pack(viewer="")
    part = made.parts[-1]
    assert part.key == "own"
    assert part.title == "Own records (user upload)"
    assert "3 own records are kept on Sudan" in part.message
    assert list(part.table["Victims"]) == ["2 (1–2)"] * 3
    assert (made.headline, made.measures) == (pack().headline, pack().measures)
    assert "own-records" in [table.name for table in made.tables]


def test_a_briefing_of_a_past_month_holds_nothing_later(kept):
    early = SUDAN | {"month": pd.Timestamp(2024, 3, 1)}
    made = situation_briefing(RECORD, **early, sections=("alert",), address="", note=None, viewer="")
    assert "2 own records are kept on Sudan" in made.parts[-1].message


@pytest.mark.parametrize("maker", [pdf, slides, document])
def test_every_paper_takes_the_part(kept, maker):
    assert len(maker(pack(viewer=""))) > len(maker(pack())) > 1000


def test_the_tables_of_a_pack_name_their_source(kept):
    with zipfile.ZipFile(io.BytesIO(bundle(pack(viewer="")))) as archive:
        text = archive.read("own-records.csv").decode("utf-8-sig")
    assert text.count("User upload. Records of A. Analyst") == 2


def test_where_there_are_none_the_briefing_says_so():
    made = pack(viewer="")
    assert "own" not in [part.key for part in made.parts]
    assert any("You have kept no own record" in line for line in made.unknown)


def test_situation_and_world_show_them_marked(kept):
    address = {"country": "SDN", "month": "2024-12"}
    assert "own records (user upload)" in said(page("pages/situation.py", **address))
    at = page("pages/situation.py", **address, section=situation.OWN)
    assert "Sudan: own records by month (user upload)" in [entry.value for entry in at.header]
    assert "(user upload, in none of the figures here): Sudan 3, Chad 1." in said(page("app.py"))


def test_the_map_says_them_in_its_labels_and_its_picture_does_not(kept):
    spec, _ = world_spec(RECORD, month=MONTH)
    marked = on_map(spec)
    assert marked["labels"]["SDN"] == f"{spec['labels']['SDN']} 3 own records (user upload)."
    changed = {code for code, label in marked["labels"].items() if label != spec["labels"][code]}
    assert changed == {"SDN", "TCD"}
    assert {**marked, "labels": spec["labels"]} == spec


def test_what_cannot_be_read_takes_no_figure_along():
    own_file.place().parent.mkdir()
    own_file.place().write_bytes(b"not a database at all")
    assert "is damaged" in words(timeline(""))
    at = page("pages/situation.py", country="SDN", month="2024-12")
    assert at.get("plotly_chart")
    assert at.title


def test_a_locked_file_is_told_and_forgotten_once_it_is_free(kept):
    address = {"country": "SDN", "month": "2024-12"}
    with closing(sqlite3.connect(own_file.place(), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "another program holds the file" in said(page("pages/situation.py", **address))
        assert "another program holds the file" in said(page("pages/data.py", part="own-records"))
    for name in ("pages/situation.py", "pages/data.py"):
        assert "another program" not in said(page(name, part="own-records", **address))
    assert "own records (user upload)" in said(page("pages/situation.py", **address))


def test_the_briefing_page_asks_before_it_takes_them_in(kept):
    address = {"country": "SDN", "month": "2024-12"}
    assert "Own records (user upload)" not in str(page("pages/briefing.py", **address).get("html"))
    at = page("pages/briefing.py", **address, own="yes")
    assert at.toggle(key="own").value
    assert any("Own records (user upload)" in str(entry.proto) for entry in at.get("html"))
