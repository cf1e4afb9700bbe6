"""A map for a slide could lose a State, fill what is not covered, or take a side on a boundary."""

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest

from ewdash.charts import theme
from ewdash.charts.worldmap import world_map
from ewdash.data import geometry
from ewdash.render import EventMap, WorldMap, render
from ewdash.ui import worldmap

SVG = "{http://www.w3.org/2000/svg}"
CLASSES = [{"label": "none", "colour": theme.LEVELS[0]}, {"label": "some", "colour": theme.LEVELS[3]}]


def spec(**more):
    values = {"SDN": 1, "TCD": 0, "SMR": 1, "MLT": 1}
    return world_map(values, classes=CLASSES, labels={}, title="T & t", legend="l", source="s", **more)


def drawn(said=None, *, form="svg", extent=None, **more):
    said = said or spec()
    shown = WorldMap(said, geometry.world(), extent)
    content = render(shown, title=said["title"], lines=["Note <1>"], form=form, **more)
    return ElementTree.fromstring(content.decode()) if form == "svg" else content


def parts(root):
    return {node.get("id"): node for node in root.iter(f"{SVG}g") if node.get("id")}


def look(root, name):
    return "".join(node.get("style") or "" for node in parts(root)[name].iter(f"{SVG}path")).lower()


def width(root, name):
    path = parts(root)[name].find(f"{SVG}path").get("d")
    x = np.array(path.replace("M", " ").replace("L", " ").replace("z", " ").split(), dtype=float)[::2]
    return x.max() - x.min()


def test_the_map_is_a_slide_and_holds_its_words_as_text():
    root = drawn()
    assert (root.get("width"), root.get("height")) == ("1920", "1080")
    assert root.find(f"{SVG}title").text == "T & t"
    assert root.find(f"{SVG}desc").text == "Note <1>"
    png = drawn(form="png", size=(960, 540), text=9)
    assert (int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")) == (960, 540)


def test_every_area_is_drawn_in_the_colour_of_its_class():
    root = drawn()
    shapes = {area["id"] for area in geometry.world()["areas"] if area["d"]}
    assert {name.removeprefix("area-") for name in parts(root) if name.startswith("area-")} == shapes
    assert theme.LEVELS[3].lower() in look(root, "area-SDN")
    assert theme.LEVELS[0].lower() in look(root, "area-TCD")


def test_what_is_not_covered_and_what_is_disputed_is_hatched():
    root = drawn()
    for name in ("area-FRA", "area-XJK", "area-XHT"):
        assert "url(#" in look(root, name)
    assert "stroke-dasharray" in look(root, "area-XJK")
    assert "url(#" not in look(root, "area-SDN")


def test_a_disputed_area_never_takes_a_value():
    said = world_map({"XJK": 1}, classes=CLASSES, labels={}, title="t", legend="l", source="s")
    assert "url(#" in look(drawn(said), "area-XJK")


def test_the_smallest_states_are_marks():
    root = drawn()
    assert {"mark-SMR", "mark-MLT"} <= set(parts(root))
    assert "mark-BHR" not in parts(root), "a mark without a value says nothing"
    assert "mark-VAT" in parts(root), "a State without a shape is always there"


def test_what_is_outside_the_selection_is_blank():
    root = drawn(spec(inside={"SDN", "TCD"}))
    assert "#f4f6f8" in look(root, "area-FRA")
    assert "url(#" not in look(root, "area-FRA")


def test_a_selection_fills_the_picture():
    world, near = drawn(), drawn(extent=["SDN"])
    assert width(near, "area-SDN") > 4 * width(world, "area-SDN")
    assert width(near, "area-SDN") < 1800
    assert width(drawn(spec(inside={"SDN", "TCD"})), "area-SDN") > width(world, "area-SDN")


def test_the_same_map_gives_the_same_bytes():
    assert drawn(form="png") == drawn(form="png")
    first, second = (
        render(WorldMap(spec(), geometry.world()), title="t", lines=[], form="svg") for _ in range(2)
    )
    assert first == second


@pytest.mark.parametrize("country", ["SDN", "IND"])
def test_the_map_of_events_draws_every_point_and_hatches_what_is_disputed(country):
    extent = geometry.extent(country)
    middle = (extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2
    points = pd.DataFrame(
        {
            "longitude": [middle[0]] * 3,
            "latitude": [middle[1]] * 3,
            "radius": [3.0, 4.0, 5.0],
            "colour": [[0, 114, 178, 170]] * 3,
            "open": [False, False, True],
        }
    )
    legend = [("One", "#0072B2"), ("Open", None)]
    content = render(
        EventMap(points, geometry.base_layer(country, margin=1.0), extent, legend),
        title="<script>",
        lines=["Note & source"],
        form="svg",
    )
    root = ElementTree.fromstring(content.decode())
    marks = parts(root)["events"]
    assert len(list(marks.iter(f"{SVG}use"))) + len(list(marks.iter(f"{SVG}path"))) >= 3
    fills = [node.get("style") for node in marks.iter() if "fill" in (node.get("style") or "")]
    assert sum("fill: none" in fill for fill in fills) == 1
    assert root.find(f"{SVG}title").text == "<script>"
    assert root.find(f"{SVG}desc").text == "Note & source"
    assert b"<script>" not in content
    assert any("url(#" in (node.get("style") or "") for node in root.iter(f"{SVG}path"))


def test_an_alert_is_a_ring_and_a_strong_one_is_filled_on_paper_too():
    said = spec(alerts={"SDN": 2, "TCD": 1}, rings=("Alert", "Strong alert"))
    assert [(kind["label"], kind["count"]) for kind in said["rings"]] == [("Alert", 1), ("Strong alert", 1)]
    root = drawn(said)
    assert theme.ALERT.lower() in look(root, "alert-SDN")
    assert f"fill: {theme.ALERT.lower()}" in look(root, "alert-SDN")
    assert theme.ALERT.lower() in look(root, "alert-TCD")
    assert f"fill: {theme.ALERT.lower()}" not in look(root, "alert-TCD")
    assert "alert-SMR" not in parts(root)


def test_a_map_of_no_alerts_has_no_word_of_rings():
    assert spec()["rings"] == []
    assert spec()["alerts"] == {}


def lightness(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((lightness(one), lightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_mark_of_an_alert_is_seen_on_every_ground():
    for ground in (*theme.LEVELS, *theme.STAGES, theme.SILENT):
        edges = (
            contrast(theme.ALERT, theme.PAPER),
            max(contrast(ground, theme.PAPER), contrast(ground, theme.ALERT)),
        )
        assert min(edges) >= 3, ground


def test_land_with_no_deaths_has_a_border_that_is_seen_on_page_and_paper():
    assert contrast(theme.EDGE, theme.PAPER) >= 3
    assert f"stroke: {theme.EDGE.lower()}" in look(drawn(), "area-TCD")
    script = (Path(worldmap.__file__).parent / "map.js").read_text(encoding="utf-8")
    assert '? "theme.PALE" : "theme.EDGE", 0.7)' in script  # what has a value
    assert "border: 1px solid theme.EDGE" in script  # in the legend
