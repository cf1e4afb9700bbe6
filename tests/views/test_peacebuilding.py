"""A situation could be said to stand before the Peacebuilding Commission, or not to, against the list."""

import pandas as pd
import pytest

from ewdash.analysis import connections
from ewdash.analysis.council_acts import acts, present
from ewdash.data import store
from ewdash.i18n import translate
from ewdash.model import lanes
from ewdash.views import council_overview, councils, peacebuilding, violence
from tests.reading import installed

RECORD = installed()
WORLD = {"region": None, "group": None}


@pytest.mark.parametrize(
    ("iso3", "day", "confidence"),
    [
        ("BDI", "2006-06-23", "verified"),
        ("SLE", "2006-06-23", "verified"),
        ("GNB", "2007-12-19", "verified"),
        ("CAF", "2008-06-12", "verified"),
        ("LBR", "2010-09-16", "verified"),
        ("GIN", "2011-02-23", "verified"),
    ],
)
def test_the_six_situations_of_the_agenda_stand_on_their_day(iso3, day, confidence):
    rows = store.load("council_action")
    placed = rows[(rows["action_type"] == "pbc_agenda_added") & (rows["iso3"] == iso3)]
    assert placed[["date", "confidence"]].to_numpy().tolist() == [[pd.Timestamp(day), confidence]]


def test_each_act_of_the_commission_is_typed_and_in_its_lane():
    rows = store.load("council_action")
    rows = acts(rows[rows["body"] == "PBC"])
    assert len(rows) == 33
    assert set(rows["act_class"]) == set(lanes.PEACEBUILDING)
    assert set(rows["lane"]) == {"peacebuilding"}


def test_the_lane_is_drawn_only_where_it_has_marks():
    def drawn(country):
        return present(councils.lanes_of(RECORD, country))

    assert drawn("LBR")["peacebuilding"] == ["peacebuilding"]
    assert "peacebuilding" not in drawn("SDN")
    chart = violence.escalation(RECORD, country="LBR", month=pd.Timestamp("2026-06-01"), years=None)
    titles = [note["text"] for note in chart.figure.layout["annotations"]]
    assert translate("lane-peacebuilding") in titles


def test_what_the_commission_does_is_no_crossing_between_the_councils():
    for types in (lanes.CLASSES["other"][kind] for kind in lanes.PEACEBUILDING):
        for name in types:
            assert lanes.act_class("PBC", name) not in lanes.CROSSINGS


def test_the_matrix_says_of_each_situation_whether_the_commission_has_it():
    table = council_overview.matrix(RECORD, **WORLD).table.set_index("country")["pbc"]
    assert table["Burundi"] == translate("pbc-agenda", year="2006")
    assert table["South Sudan"] == translate("pbc-met", year="2022")
    assert table["Sudan"] == translate("pbc-none")
    assert "0" not in set(table)


def test_the_commission_alone_puts_nothing_on_a_councils_books():
    day = pd.Timestamp("2026-03-31")
    columns = ["iso3", "date", "body", "action_type"]
    rows = pd.DataFrame(
        [
            ("AAA", pd.Timestamp("2020-01-01"), "PBC", "pbc_meeting"),
            ("BBB", pd.Timestamp("2020-01-01"), "PBC", "pbc_agenda_added"),
            ("BBB", pd.Timestamp("2024-01-01"), "HRC", "country_mandate_renewed"),
            ("BBB", pd.Timestamp("2027-01-01"), "PBC", "pbc_meeting"),
        ],
        columns=columns,
    )
    empty = {
        "mechanisms": store.load("hrc_mechanism").head(0),
        "agenda": store.load("sc_agenda").head(0),
        "meetings": store.load("sc_meeting").head(0),
    }
    table = connections.matrix(rows, *empty.values(), at=day)
    assert table["iso3"].tolist() == ["BBB"]
    assert table["pbc_agenda"].tolist() == [2020.0]
    assert table["last_pbc"].tolist() == [pd.Timestamp("2020-01-01")]


def test_the_list_says_which_situations_both_have():
    block = peacebuilding.situations(RECORD, **WORLD)
    table = block.table.set_index("pbc_of")
    assert table.loc["South Sudan", "pbc_hrc"] == translate("pbc-hrc-both")
    assert table.loc["Guatemala", "pbc_hrc"] == translate("pbc-none")
    assert (
        f"{(table['pbc_hrc'] != translate('pbc-none')).sum()} of them stand before the Human Rights Council"
        in block.caption
    )
    meetings = RECORD.table("connection").set_index("iso3")["meetings"]
    for code, name in (("GNB", "Guinea-Bissau"), ("LBR", "Liberia"), ("SLE", "Sierra Leone")):
        assert meetings[code] > 10
        said = f"not on the active agenda; {meetings[code]} formal meetings on record"
        assert table.loc[name, "pbc_sc"] == said
    assert table.loc["Guatemala", "pbc_sc"].startswith("not on the active agenda")
    assert table.loc["South Sudan", "pbc_sc"].startswith("active agenda since")
    assert table.loc["Pacific Islands", "pbc_sc"] == translate("pbc-none")
    assert "“before the Security Council”, its active agenda" in block.caption
    assert pd.isna(table.loc["Guinea", "pbc_meetings"])
    assert table.loc["Guinea-Bissau", "confidence"] == translate("confidence-verified")
    assert "Pacific Islands" in table.index
    africa = peacebuilding.situations(RECORD, region="africa", group=None).table["pbc_of"]
    assert "Guatemala" not in set(africa)
    assert "Pacific Islands" not in set(africa)


def test_a_year_without_a_briefing_on_record_is_unknown_and_not_none():
    table = peacebuilding.paragraph_9(RECORD, **WORLD).table
    yearly = table[table["body"] == translate("body-hrc")]
    assert len(yearly) == 2026 - 2021 + 1
    assert set(yearly["pbc_session"]) == {translate("pbc-unknown")}
    assert "S/PV.8301" in set(table["symbol"])


def test_a_briefing_of_the_human_rights_council_stands_with_its_session(monkeypatch):
    rows = store.load("council_action")
    briefing = (
        rows[rows["body"] == "PBC"]
        .head(1)
        .assign(
            date=pd.Timestamp("2022-03-10"),
            iso3=None,
            action_type="pbc_briefing_to_hrc",
            label="Chair briefs",
        )
    )
    monkeypatch.setattr(peacebuilding, "acts", lambda record: briefing)
    table = peacebuilding.paragraph_9(RECORD, **WORLD).table
    assert table.loc[table["label"].str.startswith("Chair briefs"), "pbc_session"].tolist() == ["HRC 49"]
    assert translate("pbc-of-year", year="2022") not in set(table["label"])


def test_a_region_without_a_situation_before_the_commission_has_an_empty_list():
    block = peacebuilding.situations(RECORD, region="northern-europe", group=None)
    assert block.table.empty
    assert block.caption.startswith("0 situations on record")
