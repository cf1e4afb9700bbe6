"""An act could stand in no lane and vanish from the timeline."""

import pandas as pd
import pytest

from ewdash.analysis.council_acts import acts, resolutions
from ewdash.model import lanes


def test_each_body_has_one_lane():
    bodies = [body for names in lanes.BODIES.values() for body in names]
    assert len(bodies) == len(set(bodies))


def test_an_unknown_body_or_act_is_refused_not_dropped():
    with pytest.raises(KeyError):
        lanes.council_of("XYZ")
    with pytest.raises(KeyError):
        lanes.act_class("HRC", "veto")


def test_every_act_on_record_stands_in_a_class():
    from ewdash.data import store

    for table in ("council_action", "council_crossing"):
        rows = store.load(table)
        placed = acts(rows)
        assert len(placed) == len(rows)
        assert placed["act_class"].notna().all()


def test_a_resolution_with_three_effects_is_one_resolution():
    rows = pd.DataFrame({"symbol": ["S/RES/1970 (2011)"] * 3 + ["S/PRST/2011/1", None]})
    assert resolutions(rows) == 1
