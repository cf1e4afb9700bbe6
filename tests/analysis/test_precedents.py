"""A precedent could be counted outside its stage, or twice."""

import pandas as pd

from ewdash.analysis import precedents


def signals(stages, iso3="AAA"):
    months = pd.date_range("2010-01-01", periods=len(stages), freq="MS")
    return pd.DataFrame({"iso3": iso3, "month": months, "vintage": "final", "stage": stages})


def test_short_stretches_and_early_ones_are_left_out():
    found = precedents.episodes(signals([0, 0, 0, 0, 3, 3, 4, 4, 4, 4]), first="2010-02")
    assert found["stage"].tolist() == [4]
    assert found["end"].tolist() == [pd.Timestamp(2010, 10, 31)]


def test_two_countries_are_never_one_stretch():
    rows = pd.concat([signals([4, 4]), signals([4, 4, 4], iso3="BBB")])
    assert precedents.episodes(rows, first="2010-01")["iso3"].tolist() == ["BBB"]


def test_an_instrument_counts_once_an_episode_from_its_first_use():
    spells = precedents.episodes(signals([4] * 12), first="2010-01")
    acts = pd.DataFrame(
        {
            "iso3": "AAA",
            "date": pd.to_datetime(["2009-12-31", "2010-01-11", "2010-06-01", "2010-07-01"]),
            "body": ["HRC", "HRC", "HRC", "SC"],
            "action_type": ["special_session", "special_session", "special_session", "resolution"],
        }
    )
    found = precedents.instruments(spells, acts)
    assert found[["stage", "act_class", "used", "of", "median"]].values.tolist() == [
        [4, "special_sitting", 1, 1, 10]
    ]


def spells(*rows):
    table = pd.DataFrame(rows, columns=["iso3", "stage", "start", "end"])
    return table.assign(start=pd.to_datetime(table["start"]), end=pd.to_datetime(table["end"]))


def acts(*rows):
    table = pd.DataFrame(rows, columns=["iso3", "date", "body", "action_type", "symbol"])
    table = table.assign(label=table["action_type"], confidence="verified", situation=table["iso3"])
    return table.assign(date=pd.to_datetime(table["date"])).astype({"symbol": "str"})


def test_earlier_attention_is_an_act_of_the_human_rights_side_in_the_year_before():
    rows = spells(("AAA", 4, "2010-01-01", "2010-12-31"), ("BBB", 4, "2010-01-01", "2010-12-31"))
    rows = pd.concat([rows, spells(("CCC", 4, "2010-01-01", "2010-12-31"))], ignore_index=True)
    before = acts(
        ("AAA", "2009-01-01", "HRC", "resolution", "A/HRC/RES/10/1"),
        ("BBB", "2008-12-31", "HRC", "resolution", "A/HRC/RES/9/1"),  # a year and a day
        ("BBB", "2010-01-01", "HRC", "resolution", "A/HRC/RES/12/1"),  # the first day itself
        ("CCC", "2009-06-01", "SC", "resolution", "S/RES/1 (2009)"),
    )
    assert precedents.with_attention(rows, precedents.attention(before))["held"].tolist() == [
        True,
        False,
        False,
    ]


def test_a_situation_is_no_precedent_for_itself_and_nothing_later_is_known():
    rows = spells(
        ("AAA", 4, "2008-01-01", "2008-12-31"),
        ("AAA", 4, "2010-01-01", "2024-12-31"),
        ("BBB", 4, "2010-01-01", "2024-12-31"),
        ("CCC", 4, "2020-01-01", "2024-12-31"),
    )
    known = precedents.known_by(rows, until=pd.Timestamp(2015, 6, 30), country="AAA")
    assert known[["iso3", "end"]].astype("str").values.tolist() == [
        ["AAA", "2008-12-31"],
        ["BBB", "2015-06-30"],
    ]
    # In its second month nobody could know that it would be a stretch.
    early = precedents.known_by(rows, until=pd.Timestamp(2020, 2, 29), country="AAA")
    assert "CCC" not in set(early["iso3"])
    assert "CCC" in set(precedents.known_by(rows, until=pd.Timestamp(2020, 3, 31), country="AAA")["iso3"])
    later = precedents.known_by(rows, until=pd.Timestamp(2100, 1, 1), country="AAA")
    assert later["iso3"].tolist() == ["AAA", "BBB", "CCC"]


def test_a_region_with_fewer_than_ten_episodes_gives_way_to_the_world():
    rows = spells(*[(f"A{place:02}", 4, "2010-01-01", "2010-12-31") for place in range(9)])
    rows = pd.concat([rows, spells(("BBB", 4, "2010-01-01", "2010-12-31"))]).assign(held=True)
    near = [f"A{place:02}" for place in range(9)]
    found, regional = precedents.alike(rows, stage=4, held=True, region=near)
    assert (len(found), regional) == (10, False)
    found, regional = precedents.alike(rows, stage=4, held=True, region=[*near, "BBB"])
    assert (len(found), regional) == (10, True)
    assert precedents.alike(rows, stage=4, held=False, region=near)[0].empty
    assert precedents.alike(rows, stage=3, held=True, region=near)[0].empty


def test_what_came_of_a_use_is_the_text_of_its_session_its_debate_or_its_own():
    rows = precedents.uses(
        acts(
            ("AAA", "2010-01-05", "HRC", "special_session", "A/HRC/S-1"),
            ("AAA", "2010-01-06", "HRC", "resolution", "A/HRC/RES/S-1/1"),
            ("AAA", "2010-01-06", "HRC", "country_mandate_created", "A/HRC/RES/S-1/1"),
            ("BBB", "2010-03-01", "HRC", "resolution", "A/HRC/RES/S-11/1"),  # of another session
            ("AAA", "2010-02-01", "HRC", "urgent_debate", None),
            ("BBB", "2010-02-02", "HRC", "resolution", "A/HRC/RES/13/1"),  # of another situation
            ("AAA", "2010-02-11", "HRC", "resolution", "A/HRC/RES/13/2"),
            ("BBB", "2010-05-01", "HRC", "urgent_debate", None),
            ("BBB", "2010-05-12", "HRC", "resolution", "A/HRC/RES/14/2"),  # eleven days after
            ("BBB", "2010-06-01", "HRC", "item10_technical_cooperation", "A/HRC/RES/14/3"),
            ("AAA", "2010-07-01", "OHCHR", "hc_briefing_to_sc", "S/PV.6000"),
            ("AAA", "1992-08-13", "CHR", "special_session", "E/CN.4/S-1"),
            ("AAA", "1992-08-14", "CHR", "resolution", "E/CN.4/RES/1992/S-1/1"),
        )
    )
    found = rows[["format", "iso3", "text"]].fillna("")
    assert found.values.tolist() == [
        ["special_session", "AAA", "E/CN.4/RES/1992/S-1/1"],
        ["special_session", "AAA", "A/HRC/RES/S-1/1"],
        ["urgent_debate", "AAA", "A/HRC/RES/13/2"],
        ["urgent_debate", "BBB", ""],
        ["item10", "BBB", "A/HRC/RES/14/3"],
        ["briefing", "AAA", ""],
    ]


def test_few_uses_have_no_median_and_a_format_out_of_the_record_no_count():
    rows = spells(*[(f"A{place:02}", 4, "2010-01-01", "2010-12-31") for place in range(12)])
    sittings = [
        (f"A{place:02}", f"2010-01-{day:02}", "HRC", "special_session", f"A/HRC/S-{place}")
        for place, day in enumerate((1, 11, 11, 11, 31))
    ]
    twice = ("A00", "2010-03-01", "HRC", "special_session", "A/HRC/S-9")
    outside = ("A05", "2011-01-01", "HRC", "special_session", "A/HRC/S-10")
    briefing = ("A00", "2010-01-03", "OHCHR", "hc_briefing_to_sc", None)
    used = precedents.inside(rows, precedents.uses(acts(*sittings, twice, outside, briefing)))
    cells = precedents.cells(rows, used)
    assert cells["special_session"] == precedents.Cell(used=5, of=12, median=10, low=4, high=22)
    assert cells["briefing"] == precedents.Cell(used=1, of=12, median=None, low=None, high=None)
    assert cells["urgent_debate"].used == 0
    assert set(precedents.FORMATS) - set(cells) == {"enhanced_dialogue", "good_offices"}


def test_two_briefings_in_one_meeting_are_one_use_and_two_meetings_are_two():
    rows = acts(
        ("AAA", "2023-08-17", "OHCHR", "hc_briefing_to_sc", None),
        ("AAA", "2023-08-17", "SC", "hrc_mechanism_briefing", "S/PV.9398"),
        ("AAA", "2024-06-12", "OHCHR", "hc_briefing_to_sc", None),
        ("AAA", "2024-06-12", "SC", "hrc_mechanism_briefing", None),
        ("BBB", "2024-06-12", "OHCHR", "hc_briefing_to_sc", "S/PV.1"),
        ("BBB", "2024-06-12", "OHCHR", "hc_briefing_to_sc", "S/PV.2"),
    )
    rows.loc[0, "confidence"] = "recalled"
    found = precedents.uses(rows)
    assert found[["iso3", "symbol"]].fillna("").values.tolist() == [
        ["AAA", "S/PV.9398"],
        ["AAA", ""],
        ["BBB", "S/PV.1"],
        ["BBB", "S/PV.2"],
    ]
    assert found["label"].iloc[0] == "hc_briefing_to_sc; hrc_mechanism_briefing"
    assert found["confidence"].iloc[0] == "verified"  # one of its rows was found in a source
