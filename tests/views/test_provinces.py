"""A table of provinces could lose deaths without a name, or count one province under two spellings."""

import pandas as pd
import pytest

from ewdash.analysis.provinces import by_province
from ewdash.charts import maps, theme
from ewdash.charts.label_placement import ALWAYS, Mark, beside
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.views.events import where
from ewdash.views.provinces import MAX_NAMED, MAX_RADIUS, MIN_RADIUS, provinces
from tests.reading import installed

RECORD = installed()
COUNTRIES = ["SDN", "UKR", "MEX", "MMR", "YEM", "PER", "BHR"]


def shown(country, years=10):
    return provinces(RECORD, country=country, month=pd.Timestamp("2026-04-01"), years=years)


def areas(*rows):
    names = ["admin1", "events", "deaths_best", "last_event", "latitude", "located"]
    frame = pd.DataFrame(rows, columns=names)
    same = dict.fromkeys(("deaths_low", "deaths_high", "weight"), frame["deaths_best"])
    return frame.assign(
        **same,
        deaths_largest_event=frame["deaths_best"],
        first_event=pd.to_datetime(frame["last_event"]),
        last_event=pd.to_datetime(frame["last_event"]),
        longitude=frame["latitude"],
    )


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_table_adds_up_to_the_events_of_the_country(country):
    block = shown(country, years=None)
    events = RECORD.of("conflict_event", country)
    assert block.table["events"].sum() == len(events)
    for name in ("deaths_best", "deaths_low", "deaths_high"):
        assert block.table[name].sum() == events[name].sum()
    unnamed = events[events["admin1"].isna()]
    row = block.table[block.table["admin1"] == translate("province-unnamed")]
    assert row["deaths_best"].tolist() == ([unnamed["deaths_best"].sum()] if len(unnamed) else [])
    assert block.table["share_of_deaths"].sum() == pytest.approx(100, abs=1.5)
    assert block.table["last_event"].max() == events["date"].max().date()


def test_spellings_of_one_province_are_one_row_under_its_newest_name():
    rows = by_province(
        areas(
            ("Donetsk Oblast", 2, 30, "2019-01-01", 48.0, 2),
            ("Donetsk oblast", 1, 10, "2022-01-01", 44.0, 1),
            ("Ma'rib  governorate", 1, 5, "2020-01-01", 15.0, 1),
            ("Marib governorate", 1, 1, "2021-01-01", 15.0, 1),
            (None, 1, 90, "2021-01-01", None, 0),
        )
    )
    assert rows["admin1"].tolist()[:2] == ["Donetsk oblast", "Marib governorate"]
    assert rows["admin1"].isna().tolist() == [False, False, True], "who has no name stands last"
    assert rows["deaths_best"].tolist() == [40, 6, 90]
    assert rows["latitude"].iloc[0] == pytest.approx((48 * 30 + 44 * 10) / 40)
    assert rows["share"].sum() == pytest.approx(1)


def test_provinces_that_are_not_the_same_stay_apart():
    rows = by_province(
        areas(
            ("Sagaing district", 1, 1, "2020-01-01", 22.0, 1),
            ("Sagaing region", 1, 2, "2021-01-01", 22.0, 1),
            ("Kyiv oblast", 1, 3, "2021-01-01", 50.0, 1),
        )
    )
    assert len(rows) == 3


def test_a_province_without_a_death_has_a_place_and_no_share():
    rows = by_province(areas(("Here", 2, 0, "2020-01-01", 10.0, 2), ("Nowhere", 1, 0, "2020-01-01", None, 0)))
    assert rows["latitude"].iloc[0] == 10
    assert rows["latitude"].isna().tolist() == [False, True]
    assert rows["share"].isna().all()


def test_the_real_spellings_are_joined():
    names = shown("UKR", years=None).table["admin1"]
    assert not names.str.casefold().duplicated().any()
    assert "Donetsk Oblast" not in set(names)
    names = set(shown("YEM", years=None).table["admin1"])
    assert {"Marib governorate", "Ma'rib governorate"} & names == {"Marib governorate"}


def test_the_title_names_one_province_that_leads_and_none_where_few_died():
    assert shown("SDN").title.startswith(
        "Sudan: West Darfur state has the most deaths of the provinces named"
    )
    assert shown("PER").title == ("Peru: deaths by province, January 2026 to April 2026 (2, all preliminary)")


@pytest.mark.parametrize(
    ("country", "held", "lacking"),
    [
        (
            "UKR",
            "July 2016 to December 2019, October 2021 to June 2022, January 2026 to April 2026",
            "January 2020 to September 2021, July 2022 to December 2025, May 2026 to June 2026, of which",
        ),
        ("NGA", "July 2016 to December 2019, January 2026 to April 2026", "2020–2025, May 2026"),
        ("SDN", "July 2016 to December 2024, January 2026 to April 2026", "2025, May 2026 to June 2026"),
    ],
)
@pytest.mark.parametrize("of", [provinces, where])
def test_years_without_single_events_are_named_and_not_counted_as_held(of, country, held, lacking):
    chart = of(RECORD, country=country, month=pd.Timestamp("2026-04-01"), years=10)
    assert chart.title.endswith(held)
    assert f"Not shown: {lacking}" in chart.caption


@pytest.mark.parametrize("country", COUNTRIES)
def test_preliminary_deaths_and_events_are_told_apart_from_final_ones(country):
    chart = shown(country)
    events = RECORD.of("conflict_event", country)
    late = events[events["release"].str.startswith("26.0")]
    assert chart.table["deaths_preliminary"].sum() == late["deaths_best"].sum()
    assert (chart.table["deaths_preliminary"] <= chart.table["deaths_best"]).all()
    if len(late) and late["deaths_best"].sum():
        assert "preliminary)" in chart.title
    rows = where(RECORD, country=country, month=pd.Timestamp("2026-04-01"), years=10)
    assert rows.table["release_state"].eq("preliminary").sum() == len(late)
    if len(late):
        assert f"; preliminary: {len(late):,})" in rows.caption


def test_deaths_without_a_province_are_told_in_the_caption():
    row = shown("UKR").table.set_index("admin1").loc[translate("province-unnamed")]
    unnamed = row["deaths_best"] - row["deaths_preliminary"]
    assert f"{unnamed:,} deaths are without a named province" in shown("UKR").caption
    assert "without a named province" not in shown("PER").caption


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_mark_stands_for_each_province_with_a_place_and_the_largest_are_named(country):
    block = shown(country)
    _, marks, names = block.figure.layers
    points, named = pd.DataFrame(marks.data), pd.DataFrame(names.data)
    lacking = translate("province-unnamed")
    table = block.table[block.table["admin1"] != lacking]
    final, late = (points[points["width"] == width] for width in (maps.EDGE, maps.OPEN_EDGE))
    assert len(final) + len(late) == len(points)
    assert max(len(final), len(late)) <= len(table)
    assert points["radius"].max() <= MAX_RADIUS
    assert min(ALWAYS, max(len(final), len(late))) <= len(named) <= MAX_NAMED
    first = block.table["admin1"].iloc[0]
    assert named["name"].iloc[0].startswith(first)
    assert translate("boundary-note") in block.boundaries
    assert block.drawing(form="svg").startswith(b"<?xml")


def test_preliminary_deaths_are_a_circle_and_a_figure_of_their_own():
    block = shown("SDN")
    points = pd.DataFrame(block.figure.layers[1].data)
    names = pd.DataFrame(block.figure.layers[2].data)["name"]
    row = block.table.set_index("admin1").loc["North Darfur state"]
    late, early = row["deaths_preliminary"], row["deaths_best"] - row["deaths_preliminary"]
    assert f"North Darfur state {early:,} + {late:,}" in set(names)
    final, preliminary = points[points["tooltip"].str.startswith("North Darfur state")].to_dict("records")
    assert (final["width"], preliminary["width"]) == (maps.EDGE, maps.OPEN_EDGE)
    assert f", {early:,} deaths (low " in final["tooltip"]
    assert preliminary["tooltip"].startswith("North Darfur state, preliminary: ")
    assert f", {late:,} deaths (low " in preliminary["tooltip"]
    shares = [(mark["radius"] - MIN_RADIUS) ** 2 for mark in (final, preliminary)]
    assert shares[1] / shares[0] == pytest.approx(late / early, rel=0.1)
    marks = [(translate("province-mark", state="final"), theme.RED)]
    assert list(block.legend) == [*marks, (translate("province-mark", state="preliminary"), None)]


@pytest.mark.parametrize("country", ["AFG", "SOM", "KEN"])
def test_preliminary_events_without_a_death_are_no_final_mark(country):
    block = shown(country)
    points = pd.DataFrame(block.figure.layers[1].data)
    rows = RECORD.of("conflict_event", country)
    first = pd.Timestamp("2016-05-01")
    rows = rows[rows["month"] >= first]
    final = rows[~rows["release"].str.startswith("26.0")]["admin1"].nunique()
    assert points["width"].eq(maps.EDGE).sum() <= final
    assert block.legend[-1] == (translate("province-mark", state="preliminary"), None)
    assert (len(block.legend) == 1) == (final == 0)


def test_deaths_without_a_province_are_final_ones_beside_a_title_of_final_ones():
    block = shown("UKR", years=None)
    rows = RECORD.of("conflict_event", "UKR")
    rows = rows[~rows["release"].str.startswith("26.0")]
    unnamed = int(rows.loc[rows["admin1"].isna(), "deaths_best"].sum())
    assert f"{unnamed:,} deaths are without a named province" in block.caption
    assert f"of {int(rows['deaths_best'].sum()):,} (final; " in block.title


def test_a_province_whose_places_are_not_known_is_named_and_stays_in_the_table():
    block = shown("BFA")
    assert any("Guiriko region" in note and "in the table alone" in note for note in block.notes)
    assert "Guiriko region" in set(block.table["admin1"])
    assert shown("SDN").notes == ()


def test_few_deaths_are_no_large_mark():
    points = pd.DataFrame(shown("PER").figure.layers[1].data)
    assert points["radius"].max() < MAX_RADIUS / 3


def test_a_country_without_events_has_no_provinces():
    with pytest.raises(NotCoveredError):
        shown("ISL")


def test_names_cover_neither_names_nor_marks():
    marks = [Mark(x, y, 8.0, 60.0, 14.0) for x, y in ((0, 0), (20, 0), (40, 3), (45, 30), (0, 22), (200, 0))]
    room = (-100.0, -100.0, 300.0, 100.0)
    places = beside(marks, room=room)
    boxes = [(place[0], place[1] - 7, place[0] + 60, place[1] + 7) for place in places if place is not None]
    for number, box in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert box[0] >= other[2] or other[0] >= box[2] or box[1] >= other[3] or other[1] >= box[3]
    assert places[5] == (211.0, 0)
    assert all(place is not None for place in places[:ALWAYS])
    assert beside([Mark(0, 0, 8.0, 0.0, 14.0)], room=room) == [None]
    assert beside([Mark(0, 0, 8.0, 900.0, 14.0)], room=room) == [None]
