"""An act could stand in no lane and vanish from the timeline."""

import pandas as pd
import pytest

from ewdash.analysis.council_acts import acts, by_body, texts
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


def test_a_text_is_one_whatever_its_effects_and_countries():
    rows = pd.DataFrame(
        [
            *[("2011-02-26", "SC", "S/RES/1970 (2011)", effect) for effect in ("embargo", "ban", "referral")],
            ("2011-02-26", "HRC", None, "Special session"),
            ("2011-02-26", "HRC", None, "Special session"),
            ("2011-02-27", "HRC", None, "Special session"),
            ("2003-04-16", "CHR", "E/CN.4/RES/2003/1", "Text"),
        ],
        columns=["date", "body", "symbol", "label"],
    )
    assert texts(rows)["label"].tolist() == ["embargo", "Special session", "Special session", "Text"]
    assert list(by_body(rows).items()) == [("HRC", 2), ("CHR", 1), ("SC", 1)]
