"""A meeting in which Geneva was heard could be lost, counted twice, or told of a day without one."""

import pandas as pd
import pytest

from ewdash.analysis import responses
from ewdash.data import store
from ewdash.model import heard
from ewdash.signals import standing
from ewdash.views import councils
from ewdash.views import heard as views
from tests.reading import installed

RECORD = installed()
# Checked by hand against the Council's meeting records: day, number, country of the item, who spoke.
KNOWN = [
    ("1999-09-16", "S/PV.4046", None, "high_commissioner"),  # the first address
    ("2005-02-16", "S/PV.5125", "SDN", "high_commissioner"),  # the inquiry on Darfur
    ("2012-01-25", "S/PV.6707", "LBY", "high_commissioner"),
    ("2014-12-22", "S/PV.7353", "PRK", "assistant_secretary_general"),
    ("2015-12-10", "S/PV.7575", "PRK", "high_commissioner"),
    ("2016-12-09", "S/PV.7830", "PRK", "assistant_secretary_general"),
    ("2017-12-11", "S/PV.8130", "PRK", "high_commissioner"),
    ("2018-10-24", "S/PV.8381", "MMR", "investigative_body"),
    ("2014-05-02", "S/PV.7168", "SSD", "high_commissioner"),
    ("2016-03-18", "S/PV.7652", "BDI", "high_commissioner"),
]


@pytest.mark.parametrize(("day", "symbol", "iso3", "speaker"), KNOWN)
def test_a_meeting_known_by_hand_is_on_record_once(day, symbol, iso3, speaker):
    rows = views.spoke(RECORD).query("symbol == @symbol and speaker == @speaker")
    assert rows["date"].tolist() == [pd.Timestamp(day)]
    assert rows["iso3"].fillna("").tolist() == [iso3 or ""]
    drawn = standing.situations_acts(RECORD.table)
    spoken = drawn[drawn["symbol"].eq(symbol) & drawn["action_type"].isin(responses.HEARD)]
    assert len(spoken) == 1


def test_a_videoconference_is_not_told_as_a_formal_meeting():
    rows = RECORD.table("sc_heard").set_index("symbol")["format"]
    written = rows.index.str.startswith("S/PV")
    assert rows[~written].unique().tolist() == ["videoconference"]
    assert rows[written].unique().tolist() == ["formal_meeting"]
    assert sorted(set(rows.index[~written])) == ["S/2020/594", "S/2020/674", "S/2020/727"]
    acts = standing.situations_acts(RECORD.table).set_index("symbol")["label"]
    assert acts["S/2020/674"] == "High Commissioner for Human Rights heard by videoconference"


def test_on_19_march_2018_nobody_was_heard_in_the_chamber():
    """The meeting on the Syrian Arab Republic had no guest: the agenda was not adopted (S/PV.8209)."""
    assert "S/PV.8209" not in set(RECORD.table("sc_heard")["symbol"])
    acts = councils.acts_of(RECORD, "SYR")
    formal = acts["symbol"].fillna("").str.startswith("S/PV")
    assert not (formal & acts["date"].eq(pd.Timestamp("2018-03-19"))).any()


def test_meetings_a_year_are_those_published_and_no_year_is_left_out():
    table = views.years(RECORD, region=None, group=None).table.set_index("year")["hr_meetings"]
    assert table.sum() == 55
    found = {year: int(table[year]) for year in (1999, 2003, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020)}
    assert found == {
        1999: 1, 2003: 2, 2013: 5, 2014: 11, 2015: 10, 2016: 5, 2017: 4, 2018: 1, 2019: 3, 2020: 2,
    }  # fmt: skip
    assert (table[[1995, 1996, 1997, 1998, 2000, 2002, 2006, 2007, 2008]] == 0).all()
    assert list(table.index) == list(range(1995, 2021))  # cut where the record of speakers ends


def test_meetings_by_country_count_none_of_a_thematic_item():
    own = views.spoke(RECORD).drop_duplicates("symbol")
    counts = own["iso3"].value_counts()
    assert {code: int(counts[code]) for code in ("UKR", "SSD", "PRK", "BDI", "COD", "SDN", "CAF")} == {
        "UKR": 7, "SSD": 5, "PRK": 4, "BDI": 3, "COD": 2, "SDN": 2, "CAF": 2,
    }  # fmt: skip
    assert own["iso3"].isna().sum() == 22
    assert not {"AFG", "ETH", "MLI", "VEN", "PSE"} & set(counts.index)


def test_no_meeting_stands_twice_for_a_country():
    acts = standing.situations_acts(RECORD.table)
    spoken = acts[
        acts["action_type"].isin(responses.HEARD) & acts["symbol"].fillna("").str.startswith("S/PV")
    ]
    assert not spoken.dropna(subset=["iso3"]).duplicated(["iso3", "symbol"]).any()


def test_related_mandates_are_counted_in_no_figure_of_who_was_heard():
    related = set(views.spoke(RECORD, "related_mandate")["symbol"]) - set(views.spoke(RECORD)["symbol"])
    assert related
    acts = standing.situations_acts(RECORD.table)
    assert not related & set(acts.loc[acts["action_type"].isin(responses.HEARD), "symbol"].dropna())
    lanes = {part for group in heard.GROUPS.values() for part in group}
    assert set(RECORD.table("sc_heard")["speaker"]) <= lanes


def test_a_text_that_names_the_human_rights_side_is_drawn_and_is_no_hearing():
    texts = store.load("sc_text_mention")
    symbols = texts.loc[texts["names_side"], "symbol"]
    assert {"S/RES/1970 (2011)", "S/RES/1975 (2011)", "S/RES/2014 (2011)"} <= set(symbols)
    assert "S/RES/1 (1946)" not in set(symbols)


def test_of_january_to_may_2021_only_meetings_with_an_outcome_are_on_record_and_none_is_drawn():
    meetings = store.load("sc_meeting")
    early = meetings[meetings["date"].between("2021-01-01", "2021-05-31")]
    assert early.loc[early["format"].ne("formal_meeting"), "outcome"].notna().all()
    assert max(views.years(RECORD, region=None, group=None).table["year"]) == 2020
