"""A name could hide its neighbours, or the country a map is about could go without one."""

import pytest

from ewdash.render.canvas import Box
from ewdash.render.map_labels import named

AREA = {"id": "AAA", "d": "M0 0l1 0l0 1z", "x": 50, "y": 50, "box": [0, 0, 100, 100]}
BOX = Box(0, 0, 400, 400)


def at(points):
    return points * 2.0


def written(*, names=None, framed=(), size=20.0, taken=(), **changed):
    found = named(AREA | changed, names or {"AAA": "Chad"}, framed, at, BOX, size, taken=list(taken))
    return [text.get_text() for text in found]


def test_a_name_stands_where_its_area_has_room():
    assert written() == ["Chad"]


@pytest.mark.parametrize("box", [[40, 0, 60, 100], [0, 45, 100, 55]])
def test_a_name_wider_or_taller_than_its_area_is_left_out(box):
    assert written(box=box) == []


def test_what_the_map_is_about_is_named_even_where_it_is_narrow():
    assert written(box=[49, 49, 51, 51], framed=("AAA",)) == ["Chad"]


def test_a_long_name_is_broken_into_lines():
    lines = written(names={"AAA": "Democratic Republic of the Congo"}, framed=("AAA",), size=14.0)
    assert len(lines) > 1
    assert " ".join(lines) == "Democratic Republic of the Congo"


def test_a_name_never_leaves_the_map():
    assert written(x=1, framed=("AAA",)) == []


def test_a_disputed_area_without_a_name_stays_without():
    assert written(names={"BBB": "Elsewhere"}) == []


def test_a_neighbour_gives_way_to_a_name_that_stands_there_and_the_subject_does_not():
    beside = [Box(140, 90, 180, 110)]
    assert written(taken=[Box(0, 0, 20, 20)]) == ["Chad"]
    assert written(taken=[Box(60, 90, 90, 110)]) == []
    assert written(taken=[Box(60, 90, 90, 110)], framed=("AAA",)) == ["Chad"]
    assert written(taken=beside) == ["Chad"]
    list(named(AREA, {"AAA": "Chad"}, (), at, BOX, 20.0, taken=beside))
    assert len(beside) == 2
