"""A boundary could give an area to somebody, or a State could be missing from the map."""

import itertools
import json
import re

import pandas as pd
import pytest

from ewdash.data import geometry, store
from ewdash.data.tables import geometry as built
from ewdash.model.errors import (
    DatasetDamagedError,
    DatasetMissingError,
    SourceLayoutError,
    SourceMissingError,
)


@pytest.fixture(scope="module")
def areas():
    return {area["id"]: area for area in geometry.world()["areas"]}


def test_all_members_and_observers_are_on_the_map(areas):
    rows = store.load("country")
    states = set(rows[rows["kind"].isin(["member", "observer"])]["iso3"])
    assert states <= set(areas)


@pytest.mark.parametrize("iso3", ["XJK", "XAC", "XAP", "XHT", "XBT", "XIT"])
def test_disputed_areas_are_shapes_of_their_own(areas, iso3):
    assert areas[iso3]["kind"] == "disputed"
    assert areas[iso3]["d"]
    assert not areas[iso3]["mark"]


def test_no_country_is_disputed(areas):
    disputed = {iso3 for iso3, area in areas.items() if area["kind"] == "disputed"}
    assert disputed == set(built.DISPUTED)


@pytest.mark.parametrize(
    ("iso3", "longitude", "latitude"),
    [
        ("UKR", 34.1, 45.2),  # Crimea
        ("SYR", 35.8, 33.1),  # Golan
        ("ESH", -13.0, 24.5),
        ("XJK", 75.5, 34.3),
        ("SRB", 20.9, 42.6),  # Kosovo has no separate shape
        ("TWN", 121.0, 23.7),
        ("FLK", -59.0, -51.7),
        ("SSD", 30.5, 7.0),
        ("PSE", 35.2, 31.9),
    ],
)
def test_a_place_lies_where_the_united_nations_map_puts_it(areas, iso3, longitude, latitude):
    def holds(ring):
        inside = False
        for (x1, y1), (x2, y2) in itertools.pairwise(ring):
            if (y1 > latitude) != (y2 > latitude) and longitude < (x2 - x1) * (latitude - y1) / (
                y2 - y1
            ) + x1:
                inside = not inside
        return inside

    owners = {code for code, area in areas.items() if any(holds(polygon[0]) for polygon in area["outline"])}
    assert iso3 in owners


# Towns as UCDP places them (place and coordinates of its events), and how far beside its country the
# line of the source runs at most, in kilometres: a source that does better should lower the number.
TOWNS = {
    "Goma": ("COD", 29.233889, -1.693333, 0.5),
    "Nuevo Laredo": ("MEX", -99.522106, 27.484635, 1.0),
    "Kulbus": ("SDN", 22.46172, 14.36468, 5.1),
    "Kulbus, second reading": ("SDN", 22.433333, 14.366667, 8.2),
    "Tina": ("SDN", 22.814866, 15.019794, 4.5),
}
KILOMETRES = 111.2  # of a degree of latitude


@pytest.mark.parametrize("town", TOWNS)
def test_a_town_on_a_border_is_no_further_beyond_the_line_than_the_source_puts_it(town):
    iso3, longitude, latitude, most = TOWNS[town]
    places = pd.DataFrame({"longitude": [longitude], "latitude": [latitude]})
    beyond = geometry.beyond((iso3,), places).fillna(0) * KILOMETRES
    assert beyond.iloc[0] <= most


def test_only_what_lies_in_another_country_is_beyond():
    inside, at_sea, disputed, far = (32.53, 15.55), (39.0, 20.0), (75.0, 34.0), (31.6, 4.85)
    places = pd.DataFrame(
        [inside, at_sea, disputed, far], columns=["longitude", "latitude"], index=list("abcd")
    )
    beyond = geometry.beyond(("SDN",), places)
    assert beyond.isna().to_dict() == {"a": True, "b": True, "c": True, "d": False}
    assert beyond["d"] > 3  # Juba
    assert geometry.beyond(("SDN", "SSD"), places).isna().all()
    assert geometry.beyond(("SDN",), places.head(0)).empty


def test_the_outlines_behind_events_are_finer_than_the_world_map(areas):
    for iso3 in ("SDN", "COD", "MEX", "UKR"):
        points = sum(len(ring) for polygon in areas[iso3]["outline"] for ring in polygon)
        assert points > 1.2 * (areas[iso3]["d"].count("l") + areas[iso3]["d"].count("M"))


def test_states_without_a_shape_are_points(areas):
    assert {iso3 for iso3, area in areas.items() if area["kind"] == "point"} == {"SMR", "VAT"}


@pytest.mark.parametrize("iso3", ["MCO", "NRU", "TUV", "LIE", "SGP", "MLT", "SMR", "VAT"])
def test_small_states_have_a_mark(areas, iso3):
    assert areas[iso3]["mark"]


@pytest.mark.parametrize("iso3", ["XKX", "UMI", "ATA", "ZZZ"])
def test_a_place_without_a_shape_is_answered_not_failed(iso3):
    assert not geometry.has_shape(iso3)
    assert geometry.extent(iso3) is None
    assert geometry.base_layer(iso3)["features"] == []


@pytest.mark.parametrize("iso3", ["RUS", "FJI", "USA", "NZL", "FRA", "KIR"])
def test_no_path_crosses_the_map(areas, iso3):
    width = geometry.world()["width"]
    steps = [int(x) for x in re.findall(r"l(-?\d+) ", areas[iso3]["d"])]
    assert all(abs(step) < width / 4 for step in steps)


@pytest.mark.parametrize(
    ("iso3", "west", "east"), [("SDN", 21, 39), ("FRA", -6, 10), ("RUS", 26, 192), ("USA", -172, -65)]
)
def test_the_view_of_a_country_is_its_main_land(iso3, west, east):
    found = geometry.extent(iso3)
    assert west <= found[0] < found[2] <= east


def test_the_browser_gets_no_outlines_and_less_than_200_kilobytes():
    content = geometry.for_browser()
    assert b"outline" not in content
    assert len(content) < 200_000


def test_another_geometry_can_take_the_place_of_ours(tmp_path, monkeypatch):
    own = {"width": 10, "height": 5, "areas": [{"id": "AAA", "kind": "area", "outline": []}]}
    path = tmp_path / "own.json"
    path.write_text(json.dumps(own))
    monkeypatch.setenv(geometry.PATH_VARIABLE, str(path))
    assert json.loads(geometry.for_browser())["areas"] == [{"id": "AAA", "kind": "area"}]
    path.write_text("{}")
    with pytest.raises(DatasetDamagedError):
        geometry.world()
    monkeypatch.setenv(geometry.PATH_VARIABLE, str(tmp_path / "none.json"))
    with pytest.raises(DatasetMissingError):
        geometry.world()


def test_a_package_that_is_not_the_expected_one_is_refused_by_name(tmp_path):
    with pytest.raises(SourceMissingError, match="plotly-geo-assets"):
        built.content(tmp_path)
    (tmp_path / built.FILE).write_text("nothing")
    with pytest.raises(SourceLayoutError, match="world_50m"):
        built.content(tmp_path)
