"""Events could be lost, counted twice or given to another country, and nobody would see it in a sum."""

import datetime

import pytest
from brought import COUNTRIES, NUMBERS, adds_up, event, events, reading, text

from ewdash.data.layouts import read, recognise
from ewdash.data.layouts.ucdp_events import ORDER, dataset
from ewdash.data.tables.conflict_event import SCHEMA
from ewdash.model.errors import LayoutIncompleteError

DAY = datetime.date(2026, 11, 26)


def test_the_events_of_the_record_come_back_as_they_were(tmp_path):
    rows, own = events()
    done, back = reading(tmp_path, text(rows), release="26.0.4", today=DAY)
    assert done.kept == done.rows == len(own)
    assert done.deaths == own["deaths_best"].sum()
    assert list(back.columns) == list(SCHEMA.columns)
    SCHEMA.validate(back)
    own = own.assign(release="26.0.4", dataset="candidate")
    back, own = (frame.sort_values("event_id", ignore_index=True) for frame in (back, own))
    for column in SCHEMA.columns:
        assert back[column].fillna("").astype(str).tolist() == own[column].fillna("").astype(str).tolist()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1", "utf-32"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_encoding_delimiter_and_line_end_gives_the_same_rows(tmp_path, encoding, delimiter, end):
    rows = [event(1, adm_1="Región de Ñuble"), event(2), event(3)]
    done, back = reading(tmp_path, text(rows, delimiter=delimiter, end=end).encode(encoding))
    assert (done.kept, done.deaths) == (3, 9)
    assert back["admin1"].tolist()[0] == "Región de Ñuble"


def test_a_file_without_a_heading_is_known_by_its_cells(tmp_path):
    done, back = reading(tmp_path, text([event(1), event(2)], heading=None))
    assert done.rows == 2
    assert back["event_id"].tolist() == [1, 2]


@pytest.mark.parametrize("heading", [ORDER, (*ORDER, "")])
def test_a_comma_at_the_end_of_a_row_is_no_column(tmp_path, heading):
    done, _ = reading(tmp_path, text([[*event(1), ""], [*event(2), ""], event(3)], heading=heading))
    assert (done.kept, done.refused) == (3, 0)


def test_the_name_of_a_file_says_nothing(tmp_path):
    path = tmp_path / "acled[1]*?.xlsx"
    path.write_text(text([event()]))
    assert recognise(path) == "ucdp-events"
    assert read(path, into=tmp_path / "rows.parquet", countries=COUNTRIES).kept == 1


def test_columns_may_come_in_any_order_and_with_others_between(tmp_path):
    heading = [*reversed(ORDER), "of my own"]
    done, back = reading(tmp_path, text([[*reversed(event()), "=1+1"]], heading=heading))
    assert (done.kept, back["deaths_best"].tolist()) == (1, [3])


@pytest.mark.parametrize(
    ("cell", "value", "reason"),
    [
        ("best", "-1", "negative"),
        ("low", "", "empty"),
        ("high", "many", "number"),
        ("best", "2.5", "number"),
        ("best", "nan", "number"),
        ("best", "10000001", "range"),
        ("high", "8999999999999999", "range"),
        ("best", "inf", "number"),
        ("id", "", "empty"),
        ("type_of_violence", "4", "range"),
        ("type_of_violence", "0", "range"),
        ("where_prec", "8", "range"),
        ("latitude", "91", "range"),
        ("longitude", "-180.5", "range"),
        ("latitude", "north", "number"),
        ("date_start", "2026-02-30", "day"),
        ("date_start", "epoch", "day"),
        ("date_start", "0026-01-07", "day"),
        ("date_start", "00:00.0", "spreadsheet"),
        ("date_end", "46029", "spreadsheet"),
        ("date_end", "1/7/2026", "spreadsheet"),
        ("date_end", "########", "spreadsheet"),
        ("date_end", "2026-01-06", "order"),
        ("date_end", "2027-01-08", "future"),
    ],
)
def test_a_bad_row_is_told_and_the_good_ones_stay(tmp_path, cell, value, reason):
    rows = [event(1), event(2, **{cell: value}), event(3)]
    done, back = reading(tmp_path, text(rows), today=DAY)
    assert [(r.row, r.column, r.value, r.reason) for r in done.refusals] == [(3, cell, value, reason)]
    assert back["event_id"].tolist() == [1, 3]
    assert dict(done.reasons) == {reason: 1}
    assert value in done.refusals[0].sentence
    assert adds_up(done)


def test_a_zero_is_a_number(tmp_path):
    done, back = reading(tmp_path, text([event(best=0, low=0, high=0, deaths_civilians=0, date_prec=0)]))
    assert (done.kept, done.deaths, back["deaths_high"].tolist()) == (1, 0, [0])


def test_a_row_with_a_cell_too_many_is_refused_and_not_read_askew(tmp_path):
    whole = event(2, gwnob=200)
    rows = [event(1), [*whole[:8], "stray", *whole[8:]], event(3)[:40], event(4)]
    rows += [[*whole[:8], "one", "two", "three", *whole[8:]], event(5, best=-1)]
    done, back = reading(tmp_path, text(rows))
    assert back["event_id"].tolist() == [1, 4]
    assert [(r.row, r.reason) for r in done.refusals] == [
        (3, "cells"),
        (4, "empty"),
        (6, "cells"),
        (7, "negative"),
    ]
    assert adds_up(done)


def test_of_a_repeated_id_the_later_row_stands(tmp_path):
    rows = [event(1, best=3), event(2), event(1, best=4), event(1, best=5)]
    done, back = reading(tmp_path, text(rows))
    assert (done.kept, done.repeated, done.deaths) == (2, 2, 8)
    assert back.set_index("event_id")["deaths_best"].to_dict() == {1: 5, 2: 3}
    assert adds_up(done)


def test_a_later_row_that_is_bad_does_not_take_the_place_of_a_good_one(tmp_path):
    done, back = reading(tmp_path, text([event(1, best=3), event(1, best=-3)]))
    assert (done.repeated, done.refused, back["deaths_best"].tolist()) == (0, 1, [3])


def test_a_country_is_its_number_and_never_its_name(tmp_path):
    rows = [event(1, country="Yemen (North Yemen)", country_id=NUMBERS["YEM"]), event(2, country="Chad")]
    _, back = reading(tmp_path, text(rows))
    assert dict(zip(back["event_id"], back["iso3"], strict=True)) == {1: "YEM", 2: "SDN"}


def test_an_event_at_sea_is_counted_with_its_deaths_and_shown_nowhere(tmp_path):
    rows = [
        event(1),
        event(2, country_id="", country="", best=7),
        event(3, country_id=99999, country="Atlantis"),
    ]
    done, back = reading(tmp_path, text(rows))
    assert [(code.code, code.name, code.rows, code.deaths) for code in done.unknown] == [
        ("", "", 1, 7),
        ("99999", "Atlantis", 1, 3),
    ]
    assert back["event_id"].tolist() == [1]
    assert (done.deaths, adds_up(done)) == (3, True)


def test_a_country_number_that_a_spreadsheet_made_a_fraction_is_the_same_country(tmp_path):
    done, _ = reading(tmp_path, text([event(country_id=f"{NUMBERS['SDN']}.0")]))
    assert (done.kept, done.unknown) == (1, ())


def test_estimates_out_of_order_are_kept_and_counted(tmp_path):
    rows = [event(1, low=9), event(2, high=2), event(3)]
    done, _ = reading(tmp_path, text(rows))
    assert (done.kept, done.counts["disordered"]) == (3, 2)


def test_nothing_of_the_sources_is_kept(tmp_path):
    sources = {
        "source_article": "Agency X",
        "source_headline": "Secret headline",
        "source_original": "A. Person",
    }
    reading(tmp_path, text([event(where_description="a hidden place", **sources)]))
    written = (tmp_path / "result" / "rows.parquet").read_bytes()
    for word in (b"Agency X", b"Secret headline", b"A. Person", b"hidden place"):
        assert word not in written


def test_the_release_says_which_dataset(tmp_path):
    assert [dataset(release) for release in ("26.1", "25.1", "26.0.7", "26.01.26.06", "24.0.10")] == [
        *["history"] * 2,
        *["candidate"] * 3,
    ]
    _, back = reading(tmp_path, text([event(code_status="Check deaths")]))
    assert back["dataset"].tolist() == ["candidate"]
    _, back = reading(tmp_path, text([event()]), release="26.1")
    assert (back["dataset"].tolist(), back["release"].tolist()) == (["history"], ["26.1"])


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tmp_path):
    content = text([event(1, adm_1="two\nlines"), event(2, best=-1)], end="\n")
    content += "\n\n" + text([event(3, best=-1)], heading=None, end="\n")
    done, _ = reading(tmp_path, content)
    assert [refusal.row for refusal in done.refusals] == [3, 6]


def test_a_column_with_another_name_is_named(tmp_path):
    heading = ["best_estimate" if name == "best" else name for name in ORDER]
    with pytest.raises(LayoutIncompleteError) as error:
        reading(tmp_path, text([event()], heading=heading))
    assert "“best”" in str(error.value)


def test_a_thousand_refusals_are_told_and_the_rest_counted(tmp_path):
    rows = [event(number, best=-1) for number in range(1200)]
    done, back = reading(tmp_path, text(rows))
    assert (len(done.refusals), done.refused, len(back)) == (1000, 1200, 0)
    assert (done.first, done.deaths) == (None, 0)
